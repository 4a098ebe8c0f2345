"""Dates as spans of days, to ask what was true then."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import NamedTuple

FIRST, LAST = date.min.toordinal(), date.max.toordinal()
_PART = re.compile(r"(\d{2}[\dX]{2})(?:-([\dX]{2}))?(?:-([\dX]{2}))?[~?%]?")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}  # EDTF codes, northern months


class Days(NamedTuple):
    """From one day to another, both included, as proleptic ordinals."""

    first: int
    last: int

    def shared(self, other: Days) -> int:
        """How many days both have."""
        return max(0, min(self.last, other.last) - max(self.first, other.first) + 1)


ALWAYS = Days(FIRST, LAST)


def days(edtf: str | None) -> Days | None:
    """The days that an EDTF date or interval covers; None if it is open, empty or unreadable."""
    if not edtf:
        return None
    start, slash, end = edtf.partition("/")
    if not slash:
        return _part(start)
    first = Days(FIRST, FIRST) if start in ("", "..") else _part(start)
    last = Days(LAST, LAST) if end in ("", "..") else _part(end)
    return Days(first.first, last.last) if first and last else None


def _part(text: str) -> Days | None:
    found = _PART.fullmatch(text)
    if not found:
        return None
    years = found[1].replace("X", "0"), found[1].replace("X", "9")
    low, high = max(1, int(years[0])), max(1, int(years[1]))
    if low != high or found[2] is None or "X" in found[2]:
        return Days(date(low, 1, 1).toordinal(), date(high, 12, 31).toordinal())
    return _within_year(low, int(found[2]), found[3])


def _within_year(year: int, month: int, day: str | None) -> Days | None:
    first, last = _SEASONS.get(month, (month, month))
    if not 1 <= first <= 12:
        return None
    end = monthrange(year, last)[1]
    if day is None or "X" in day:
        return Days(date(year, first, 1).toordinal(), date(year, last, end).toordinal())
    if not 1 <= int(day) <= end:
        return None
    exact = date(year, month, int(day)).toordinal()
    return Days(exact, exact)
