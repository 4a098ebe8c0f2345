"""The Hebrew calendar, reckoned from the molad; months count from Nisan, years begin in Tishri."""

from __future__ import annotations

from datetime import date
from typing import Final

_EPOCH: Final = -1373427  # 1 Tishri of year 1, in the day numbers of `date.toordinal`
_TISHRI, _HESHVAN, _KISLEV, _ADAR = 7, 8, 9, 12
_SHORT_MONTHS: Final = frozenset((2, 4, 6, 10, 13))


def is_leap(year: int) -> bool:
    """Whether a year has thirteen months."""
    return (7 * year + 1) % 19 < 7


def last_month(year: int) -> int:
    """The number of the month before Nisan: 12, or 13 in a leap year."""
    return 13 if is_leap(year) else 12


def first_day(year: int, month: int) -> date | None:
    """The day on which a month begins; None before the year 1 of our era."""
    before = [*range(_TISHRI, last_month(year) + 1), *range(1, _TISHRI)]
    if month not in before:
        return None
    months = before[: before.index(month)]
    day = _new_year(year) + sum(_length(year, number) for number in months)
    return date.fromordinal(day) if day >= 1 else None


def _length(year: int, month: int) -> int:
    days = _new_year(year + 1) - _new_year(year)
    if month == _HESHVAN:
        return 30 if days % 10 == 5 else 29  # 355 and 385 days: a full year
    if month == _KISLEV:
        return 29 if days % 10 == 3 else 30  # 353 and 383 days: a lacking year
    if month == _ADAR and not is_leap(year):
        return 29
    return 29 if month in _SHORT_MONTHS else 30


def _new_year(year: int) -> int:
    this, before, after = (_elapsed(number) for number in (year, year - 1, year + 1))
    delay = 2 if after - this == 356 else int(this - before == 382)
    return _EPOCH + this + delay


def _elapsed(year: int) -> int:
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months  # of a day that has 25,920
    day = 29 * months + parts // 25920
    return day + (3 * (day + 1) % 7 < 3)  # never on a Sunday, Wednesday or Friday
