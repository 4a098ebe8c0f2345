from __future__ import annotations

from datetime import date

import pytest

from dragoman.reading.resolve.asof import Days, days


def span(first: date, last: date) -> Days:
    return Days(first.toordinal(), last.toordinal())


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("1989-05-14", date(1989, 5, 14), date(1989, 5, 14)),
        ("1989-02", date(1989, 2, 1), date(1989, 2, 28)),
        ("1989", date(1989, 1, 1), date(1989, 12, 31)),
        ("197X", date(1970, 1, 1), date(1979, 12, 31)),
        ("19XX", date(1900, 1, 1), date(1999, 12, 31)),
        ("1920~", date(1920, 1, 1), date(1920, 12, 31)),
        ("2019-21", date(2019, 3, 1), date(2019, 5, 31)),
        ("1989-05-14/1989-05-17", date(1989, 5, 14), date(1989, 5, 17)),
        ("1988/..", date(1988, 1, 1), date.max),
        ("../1988", date.min, date(1988, 12, 31)),
    ],
)
def test_an_edtf_date_covers_days(edtf: str, first: date, last: date) -> None:
    assert days(edtf) == span(first, last)


@pytest.mark.parametrize("edtf", [None, "", "soon", "1989-13", "1989-02-30", "1989/soon"])
def test_what_is_no_date_covers_none(edtf: str | None) -> None:
    assert days(edtf) is None


def test_shared_days_are_counted_with_both_ends() -> None:
    assert Days(1, 10).shared(Days(10, 20)) == 1
    assert Days(1, 9).shared(Days(10, 20)) == 0
