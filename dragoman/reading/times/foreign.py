"""Dates of other calendars as they are written: "13 Tir 1402", "1397 (2018-19)"."""

from __future__ import annotations

from typing import Final

from dragoman.reading.times import calendars
from dragoman.reading.times.grammar import Match
from dragoman.reading.times.points import Fixed, ForeignDay

_DAY: Final = "day|ordinal"
_SHOWN: Final[tuple[calendars.Calendar, ...]] = ("solar", "hijri")
_YEARS: Final = {"solar": (1200, 1500), "hijri": (1, 1500), "hebrew": (3761, 6000)}


def day(match: Match) -> Fixed | ForeignDay | None:
    """As in "13 Tir 1402"; without a year, the latest such day."""
    named: calendars.ForeignMonth = match.get("foreign")
    number = match.get("year|number")
    if number is None:
        return ForeignDay(named, match.get(_DAY))
    calendar = calendars.calendar_of(number, named) if isinstance(number, int) else None
    edtf = calendars.day(calendar, number, named.number, match.get(_DAY)) if calendar else None
    return Fixed(edtf, "calendar", calendar) if edtf else None


def month(match: Match) -> Fixed | None:
    """As in "Tir 1402"; a lunar month may stand with the year that most of the world counts."""
    named: calendars.ForeignMonth = match.get("foreign")
    number = match.get("year|number")
    if not isinstance(number, int):
        return None
    calendar = calendars.calendar_of(number, named)
    if calendar is None and named.calendar == "hijri" and 1900 <= number <= 2100:
        within = calendars.hijri_month_in(number, named.number)
        number, calendar = within or 0, "hijri" if within else None
    edtf = calendars.month(calendar, number, named.number) if calendar else None
    return Fixed(edtf, "calendar", calendar) if edtf else None


def year(match: Match) -> Fixed | None:
    """As in "1402 SH", "5784 AM"."""
    era, number = match.get("era_after"), match.get("year|number")
    low, high = _YEARS.get(era, (1, 0))
    if not isinstance(number, int) or not low <= number <= high:
        return None
    edtf = calendars.year(era, number)
    return Fixed(edtf, "calendar", era) if edtf else None


def double_year(match: Match) -> Fixed | None:
    """As in "1397 (2018-19)": a year of another calendar shown by the Gregorian one beside it."""
    other, number = match.get("year", 0), match.get("year", 1)
    if not isinstance(other, int) or not isinstance(number, int) or not 1200 <= other <= 1500:
        return None
    for calendar in _SHOWN:
        edtf = calendars.year(calendar, other)
        if edtf is not None and edtf.startswith(f"{number:04d}"):
            return Fixed(edtf, "calendar", calendar)
    return None
