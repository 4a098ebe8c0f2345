"""Participles between commas that the parser took for the verb."""

from __future__ import annotations

import pytest

from tests.coding.test_syntax import arguments


@pytest.mark.parametrize(
    ("text", "verb", "subjects", "objects"),
    [
        ("Nepal, told to leave, sent a note to Kenya.", "told", [], ["nepal"]),
        ("Nepal, told to leave, sent a note to Kenya.", "sent", ["nepal"], ["note"]),
        ("Nepal, asked for its consent, proposed a pact.", "asked", [], ["nepal"]),
        ("Peru, by all accounts, helped Chad and left.", "helped", ["peru"], ["chad"]),
    ],
)
def test_the_verb_after_the_second_comma_is_the_main_one(
    text: str, verb: str, subjects: list[str], objects: list[str]
) -> None:
    assert arguments(text, verb) == (subjects, objects)
