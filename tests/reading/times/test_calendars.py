from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.reading.times import calendars, hebrew
from dragoman.reading.times.calendars import Calendar
from dragoman.records import dates


@pytest.mark.parametrize(
    ("calendar", "year", "month", "day", "edtf"),
    [
        ("solar", 1357, 11, 22, "1979-02-11"),
        ("solar", 1399, 12, 30, "2021-03-20"),
        ("solar", 1400, 12, 30, None),
        ("hijri", 1445, 1, 1, "2023-07-19"),
        ("hijri", 1300, 1, 1, "1882-11-12~"),
        ("hebrew", 5708, 2, 5, "1948-05-14"),
        ("hebrew", 5784, 7, 1, "2023-09-16"),
        ("hebrew", 5784, 13, 14, "2024-03-24"),
    ],
)
def test_day(calendar: Calendar, year: int, month: int, day: int, edtf: str | None) -> None:
    assert calendars.day(calendar, year, month, day) == edtf


def test_months_and_years_are_what_they_touch() -> None:
    assert calendars.month("solar", 1357, 11) == "1979-01/1979-02"
    assert calendars.month("hijri", 1444, 9) == "2023-03/2023-04"
    assert calendars.year("solar", 1397) == "2018/2019"
    assert calendars.year("hebrew", 5784) == "2023/2024"


@pytest.mark.parametrize(
    ("era", "number", "year"),
    [
        ("juche", 1, 1912),
        ("juche", 78, 1989),
        ("minguo", 38, 1949),
        ("showa", 20, 1945),
        ("showa", 65, None),
        ("heisei", 1, 1989),
        ("taisho", 12, 1923),
        ("reiwa", 5, 2023),
        ("meiji", 0, None),
    ],
)
def test_era_year(era: str, number: int, year: int | None) -> None:
    assert calendars.era_year(era, number) == year


@pytest.mark.parametrize(
    ("name", "calendar", "number"),
    [
        ("Farvardin", "solar", 1),
        ("Ramadan", "hijri", 9),
        ("Rabi I", "hijri", 3),
        ("Rabi al-Thani", "hijri", 4),
        ("Jumada II", "hijri", 6),
        ("Dhu al-Hijjah", "hijri", 12),
        ("Iyar", "hebrew", 2),
        ("Marheshvan", "hebrew", 8),
        ("Adar II", "hebrew", 13),
    ],
)
def test_foreign_month(name: str, calendar: str, number: int) -> None:
    assert calendars.foreign_month(name) == (calendar, number)


@settings(deadline=None)
@given(st.sampled_from(["solar", "hijri", "hebrew"]), st.integers(1, 6000), st.integers(1, 13))
def test_a_month_lies_in_its_year(calendar: Calendar, year: int, month: int) -> None:
    of_month, of_year = calendars.month(calendar, year, month), calendars.year(calendar, year)
    if of_month is not None and of_year is not None:
        assert dates.overlaps(of_year, of_month)


def test_the_hebrew_calendar_has_no_gaps() -> None:
    for year in (5700, 5784, 5785):
        for month in range(1, hebrew.last_month(year) + 1):
            first = hebrew.first_day(year, month)
            assert first is not None
            assert calendars.day("hebrew", year, month, 29) is not None
            assert calendars.day("hebrew", year, month, 31) is None
