from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.reading.resolve.conftest import Said

Reads = Callable[..., Said]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In Lusaka, a government spokeswoman resigned.", "government spokeswoman"),
        ("In Lusaka, two soldiers were hurt.", "soldiers"),
        ("In Lusaka, the Minister of Education resigned.", "Minister of Education"),
        ("In Lusaka, senior customs officers were dismissed.", "customs officers"),
        ("In Lusaka, dozens of students marched.", "students"),
    ],
)
def test_nouns_that_leave_their_state_unsaid(said: Reads, text: str, words: str) -> None:
    assert (words, ("ZMB",)) in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "In Lusaka, the police station burned.",
        "In Lusaka, no officials came.",
        "In Lusaka, rebel soldiers surrendered.",
        "In Lusaka, he served as a soldier.",
    ],
)
def test_words_that_only_modify_or_mean_any_of_a_kind(said: Reads, text: str) -> None:
    assert [words for words, _ in said(text) if words not in ("Lusaka", "he")] == []


def test_a_day_after_a_noun_is_no_part_of_it(said: Callable[..., Said]) -> None:
    found = said("The government yesterday refused a loan to Peru.", country="BOL")
    assert ("government", ("BOL",)) in found
