"""Days, weeks, months, years: the unit that a day lies in, and steps from unit to unit."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final, Literal

from dragoman.records import dates

Unit = Literal["hour", "day", "week", "weekend", "fortnight", "month", "year", "decade", "century"]


def _days_of_week(day: date, first: int, last: int) -> str:
    monday = day - timedelta(days=day.weekday())
    return dates.interval(*((monday + timedelta(days=n)).isoformat() for n in (first, last)))


_AT: Final[dict[Unit, Callable[[date], str]]] = {
    "week": lambda day: _days_of_week(day, 0, 6),
    "fortnight": lambda day: _days_of_week(day, 0, 6),
    "weekend": lambda day: _days_of_week(day, 5, 6),
    "month": lambda day: dates.month(day.year, day.month),
    "year": lambda day: dates.year(day.year),
    "decade": lambda day: dates.decade(day.year),
    "century": lambda day: dates.century(day.year),
}
_MONTHS: Final[dict[Unit, int]] = {"month": 1, "year": 12, "decade": 120, "century": 1200}
_DAYS: Final[dict[Unit, int]] = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}


def unit_at(unit: Unit, day: date) -> str:
    """EDTF of the unit that a day lies in; a week runs from Monday to Sunday."""
    return _AT.get(unit, date.isoformat)(day)


def shift(day: date, unit: Unit, count: int) -> date | None:
    """The day so many units on (or back, if negative); None beyond the calendar."""
    try:
        if unit in _MONTHS:
            return _months_on(day, _MONTHS[unit] * count)
        if unit == "hour":
            return day + timedelta(hours=count)
        return day + timedelta(days=_DAYS[unit] * count)
    except (OverflowError, ValueError):
        return None


def grain(unit: Unit) -> Unit:
    """The precision at which a count of units is read: weeks to the day, decades to the year."""
    if unit == "month":
        return "month"
    return "year" if unit in _MONTHS else "day"


def pivot(edtf: str, unit: Unit, direction: int) -> date | None:
    """The day from which to count units of a date; None if the date is coarser than the unit."""
    first, last = dates.bounds(edtf)
    left, slash, right = edtf.partition("/")
    if slash and left != ".." and right != "..":
        return pivot(right if direction > 0 else left, unit, direction)
    if first is None or last is None:
        return None
    return first if unit_at(unit, first) == unit_at(unit, last) else None


def _months_on(day: date, count: int) -> date:
    months = day.year * 12 + day.month - 1 + count
    year, month = months // 12, months % 12 + 1
    if not 1 <= year <= 9999:
        raise ValueError(year)
    return date(year, month, min(day.day, monthrange(year, month)[1]))
