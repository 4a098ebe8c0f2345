"""Whose a noun is by what is done: summoned, recalled, sunk, telephoned."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.reading.resolve.conftest import Said

Reads = Callable[..., Said]
_TWO = "Chad and Niger quarrelled. "


@pytest.mark.parametrize(
    ("text", "word", "state"),
    [
        ("Niamey summoned the ambassador.", "ambassador", "TCD"),
        ("Niger recalled the ambassador.", "ambassador", "NER"),
        ("Niger protested. The ambassador was called in at noon.", "ambassador", "TCD"),
        ("A Chadian gunboat sank the ferry.", "ferry", "NER"),
        ("Niger convoked the ambassador.", "ambassador", "TCD"),
        ("The ministry in Niamey on 5 May called in Ambassador Abba Kaya.", "Kaya", "TCD"),
        ("The Chadian ambassador was summoned to the ministry.", "ministry", "NER"),
        ("Niger denounced the regime.", "regime", "TCD"),
        ("Niger's prime minister told parliament so.", "parliament", "NER"),
        ("Prime Minister Ali Mahamat telephoned the Chadian president.", "Mahamat", "NER"),
        ("Chad, whose army is small, gave in.", "army", "TCD"),
        ("A spokesman for the Nigerien president denied it.", "spokesman", "NER"),
        ("Idriss Oumar, a spokesman for Niger's army, denied it.", "Idriss Oumar", "NER"),
    ],
)
def test_what_is_done_tells_whose_it_is(said: Reads, text: str, word: str, state: str) -> None:
    found = said(_TWO + text)
    assert (state,) in [countries for words, countries in found if word in words]


def test_two_unknown_ministers_are_not_of_one_state(said: Reads) -> None:
    text = "Ghana watched. Foreign Minister Ali Oumar and Foreign Minister Jan Petrov dined."
    assert not any(countries for words, countries in said(text) if "Minister" in words)
