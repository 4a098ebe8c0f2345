"""Days, weeks, months, years: the unit that a day lies in, and steps from unit to unit."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

from dragoman.records import dates

Unit = Literal["hour", "day", "week", "weekend", "fortnight", "month", "year", "decade", "century"]


def unit_at(unit: Unit, day: date) -> str:
    """EDTF of the unit that a day lies in; a week runs from Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    match unit:
        case "week" | "fortnight":
            return dates.interval(monday.isoformat(), (monday + timedelta(days=6)).isoformat())
        case "weekend":
            ends = (monday + timedelta(days=n) for n in (5, 6))
            return dates.interval(*(end.isoformat() for end in ends))
        case "month":
            return dates.month(day.year, day.month)
        case "year":
            return dates.year(day.year)
        case "decade":
            return dates.decade(day.year)
        case "century":
            return dates.century(day.year)
        case _:
            return day.isoformat()


def shift(day: date, unit: Unit, count: int) -> date | None:
    """The day so many units on (or back, if negative); None beyond the calendar."""
    try:
        match unit:
            case "month":
                return _months_on(day, count)
            case "year":
                return _months_on(day, 12 * count)
            case "decade":
                return _months_on(day, 120 * count)
            case "century":
                return _months_on(day, 1200 * count)
            case "hour":
                return day + timedelta(hours=count)
            case _:
                days = {"week": 7, "weekend": 7, "fortnight": 14}.get(unit, 1)
                return day + timedelta(days=days * count)
    except (OverflowError, ValueError):
        return None


def grain(unit: Unit) -> Unit:
    """The precision at which a count of units is read: weeks to the day, decades to the year."""
    coarse: dict[Unit, Unit] = {"decade": "year", "century": "year", "month": "month"}
    return coarse.get(unit, "year" if unit == "year" else "day")


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
