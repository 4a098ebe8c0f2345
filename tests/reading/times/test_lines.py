from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.times import find_times
from dragoman.reading.times.lines import unbroken

LONG = "The ministers of the two countries signed it "


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        (LONG + "on 14\nMay 1990.", ["1990-05-14"]),
        (LONG + "in\nMay 1990.", ["1990-05"]),
        (LONG + "on 14 May\n1990 at night.", ["1990-05-14"]),
        ("1990\nMay\n14 ministers met.", ["1990"]),
    ],
)
def test_a_date_may_run_over_a_broken_line(text: str, edtf: list[str]) -> None:
    assert [time.edtf for time in find_times(text)] == edtf


@pytest.mark.parametrize("after", ["The text", "\nthe text", "14 May 1990"])
def test_paragraphs_and_headings_stay_apart(after: str) -> None:
    assert unbroken(LONG + "again\n" + after) == LONG + "again\n" + after


@given(st.text("ab1 .\n", max_size=120))
def test_every_other_character_stays_in_its_place(text: str) -> None:
    assert unbroken(text).replace("\n", " ") == text.replace("\n", " ")
