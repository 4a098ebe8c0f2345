from __future__ import annotations

import pytest

from dragoman.asking.words import narrowing, speaks_of, stem


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("recognised", "recognizes"),
        ("sanctions", "sanctioned"),
        ("embassy", "embassies"),
        ("Cuba’s", "cuba"),
        ("missile", "missiles"),
    ],
)
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


def test_words_that_say_only_what_kind_of_deed_narrow_nothing() -> None:
    assert narrowing(["financial", "aid", "countries", "rockets", "rockets"]) == (
        "financial",
        "rockets",
    )


@pytest.mark.parametrize(
    ("text", "word", "does"),
    [
        ("It gave two million dollars.", "financial", True),
        ("It gave blankets.", "financial", False),
        ("It shipped rockets.", "weapons", True),
        ("It shipped rifles.", "rockets", False),
        ("The balloon was shot down.", "balloons", True),
    ],
)
def test_a_general_word_covers_particular_ones_and_not_the_reverse(
    text: str, word: str, does: bool
) -> None:
    assert speaks_of(text, word) is does
