from __future__ import annotations

import pytest

from tests.attribution.telling import sure, tell


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Spain [[shelled]] the fort.", "CT+"),
        ("Spain did not [[shell]] the fort.", "CT-"),
        ("Spain may [[shell]] the fort.", "PS+"),
        ("Spain probably [[shelled]] the fort.", "PR+"),
        ("Spain cannot [[shell]] the fort.", "CT-"),
        ("Spain failed to [[shell]] the fort.", "CT-"),
        ("Spain did not fail to [[shell]] the fort.", "CT+"),
        ("No treaty was [[signed]].", "CT-"),
        ("If Spain [[shells]] the fort, Malta will protest.", "Uu"),
        ("Did Spain [[shell]] the fort?", "Uu"),
        ("Why did Spain [[shell]] the fort?", "CT+"),
        ("Spain did not [[sign]] until 1911.", "CT+"),
        ("Had Spain [[signed]], Malta would have rejoiced.", "CT-"),
    ],
)
def test_words_move_the_certainty(text: str, certainty: str) -> None:
    assert sure(text) == certainty


def test_a_semicolon_parts_what_is_certain_from_what_is_not() -> None:
    assert sure("Spain [[shelled]] the fort; Malta did not protest.") == "CT+"


def test_negation_is_marked_where_the_event_did_not_happen() -> None:
    assert tell("Spain never [[paid]].").auxiliary == ("negation",)
