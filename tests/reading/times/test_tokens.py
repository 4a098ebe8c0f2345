from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.reading.times.lexicon import CATEGORY
from dragoman.reading.times.tokens import may_tell_time, tokenise

NAMES = {category: name for name, category in CATEGORY.items()}


def _kinds(text: str) -> list[str]:
    return [NAMES[token.category] for token in tokenise(text)]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("13 April 1966", "day month year"),
        ("2,000 troops, 1.5 km", "quantity word comma quantity word"),
        ("12:30 on 14/05/2022", "clock on fulldate"),
        ("the 55th and 10 th", "the nth and ordinal"),
        ("'67, the 1970s", "shortyear comma the decade"),
        ("655A in 1990", "other in year"),
        ("May may 1", "month word day"),
        ("Christmas Day 1991", "holiday year"),
        ("22 Bahman 1357", "day foreign year"),
        ("Dec. 5.", "month_short dot day stop"),
        ("Dr. Lee left. 1990", "name dot name word stop year"),
    ],
)
def test_tokenise(text: str, kinds: str) -> None:
    assert _kinds(text) == kinds.split()


def test_lines_that_tell_no_time_are_left_out() -> None:
    assert _kinds("They met.\nIn 1990\nThey left.") == [
        "newline",
        "in",
        "year",
        "newline",
    ]
    assert not may_tell_time("They met and left again.")
    assert may_tell_time("They met on Friday.")


@settings(deadline=None)
@given(st.text(max_size=80))
def test_tokens_lie_in_the_text_in_order(text: str) -> None:
    end = 0
    for token in tokenise(text):
        assert end <= token.start < token.end <= len(text)
        end = token.end
