"""Other calendars as EDTF: Juche, Minguo, Japanese, Buddhist, Solar and lunar Hijri, Hebrew."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from convertdate import islamic, persian
from hijridate import Hijri

from dragoman.reading.times import hebrew
from dragoman.records import dates

Calendar = Literal["solar", "hijri", "hebrew"]

# Eras whose years are Gregorian years with another number: what to add, and how many there are.
ERA_YEARS: Final[dict[str, tuple[int, int]]] = {
    "juche": (1911, 200),
    "minguo": (1911, 200),
    "meiji": (1867, 45),
    "taisho": (1911, 15),
    "showa": (1925, 64),
    "heisei": (1988, 31),
    "reiwa": (2018, 100),
    "buddhist": (-543, 3000),
}

_MONTHS: Final[dict[Calendar, tuple[str, ...]]] = {
    "solar": (
        "Farvardin",
        "Ordibehesht|Urdibihisht",
        "Khordad|Khurdad",
        "Tir",
        "Mordad|Amordad",
        "Shahrivar|Shahrivār",
        "Mehr",
        "Aban",
        "Azar",
        "Dey|Dei",
        "Bahman",
        "Esfand",
    ),
    "hijri": (
        "Muharram|Moharram",
        "Safar",
        "Rabi[ʿ'’]?(?: al-?[Aa]w?wal| I\\b|[- ]?ul[- ]?[Aa]w?wal)",
        "Rabi[ʿ'’]?(?: (?:al|ath)-?(?:[Tt]hani|[Aa]khir)| II\\b|[- ]?u[ls][- ]?[Ss]ani)",
        "Jumada(?: al-?(?:[Aa]w?wal|[Uu]la)| I\\b)",
        "Jumada(?: (?:al|ath)-?(?:[Tt]hani(?:yah?)?|[Aa]khira?h?)| II\\b)",
        "Rajab",
        "Sha[ʿ'’`]?ban",
        "Rama[dz]h?an",
        "Shawwal",
        "(?:Dhu|Zu)[- ]?(?:a?l)[- ]?[QK]a[ʿ'’`]?i?dah?",
        "(?:Dhu|Zu)[- ]?(?:a?l)[- ]?Hijj?ah?",
    ),
    "hebrew": (
        "Nisan",
        "Iyy?ar",
        "Sivan",
        "Tammuz",
        "Av",
        "Elul",
        "Tishrei|Tishri",
        "(?:Mar)?[CHch]h?eshvan",
        "Kislev",
        "Tevet|Teveth",
        "Shevat|Shvat",
        "Adar(?: I\\b(?!I))?",
        "Adar II\\b|Adar Sheni",
    ),
}
# the second month of a pair begins like the first, so longer patterns go first
FOREIGN_MONTH: Final = (
    "(?:"
    + "|".join(sorted((n for names in _MONTHS.values() for n in names), key=len, reverse=True))
    + r")(?!\w)"
)


class ForeignMonth(NamedTuple):
    """A month of another calendar."""

    calendar: Calendar
    number: int


def foreign_month(name: str) -> ForeignMonth:
    """The month that a name which `FOREIGN_MONTH` matched stands for."""
    for calendar, months in _MONTHS.items():
        for number, spellings in enumerate(months, 1):
            if re.fullmatch(spellings, name):
                return ForeignMonth(calendar, number)
    raise KeyError(name)


def era_year(era: str, number: int) -> int | None:
    """The Gregorian year of a year of an era; None outside the era."""
    offset, length = ERA_YEARS[era]
    return offset + number if 1 <= number <= length else None


def calendar_of(year: int, month: ForeignMonth) -> Calendar | None:
    """The calendar in which a year stands beside a month; None if it is a year of no such kind."""
    low, high = {"solar": (1200, 1500), "hijri": (1, 1500), "hebrew": (3761, 6000)}[month.calendar]
    return month.calendar if low <= year <= high else None


def day(calendar: Calendar, year: int, month: int, number: int) -> str | None:
    """EDTF of a day of another calendar; None if it has no such day."""
    first = _first_day(calendar, year, month)
    after = _first_day(calendar, *_month_after(calendar, year, month))
    if first is None or after is None or not 1 <= number <= (after - first).days:
        return None
    edtf = (first + timedelta(days=number - 1)).isoformat()
    # before the tables of Umm al-Qura begin, the reckoned day may be off by one
    return dates.approximate(edtf) if calendar == "hijri" and not 1343 <= year <= 1500 else edtf


def month(calendar: Calendar, year: int, number: int) -> str | None:
    """EDTF of a month of another calendar, as the Gregorian months that it touches."""
    first = _first_day(calendar, year, number)
    after = _first_day(calendar, *_month_after(calendar, year, number))
    if first is None or after is None:
        return None
    last = after - timedelta(days=1)
    return dates.interval(first.isoformat()[:7], last.isoformat()[:7])


def year(calendar: Calendar, number: int) -> str | None:
    """EDTF of a year of another calendar, as the Gregorian years that it touches."""
    opening = 7 if calendar == "hebrew" else 1
    first, after = (_first_day(calendar, n, opening) for n in (number, number + 1))
    if first is None or after is None:
        return None
    return dates.interval(*(dates.year(d.year) for d in (first, after - timedelta(days=1))))


def hijri_month_in(gregorian_year: int, number: int) -> int | None:
    """The Hijri year whose month of this number begins in a Gregorian year."""
    for guess in range(int((gregorian_year - 622) * 1.0307), int((gregorian_year - 620) * 1.0308)):
        first = _first_day("hijri", guess, number)
        if first is not None and first.year == gregorian_year:
            return guess
    return None


def _month_after(calendar: Calendar, year: int, month: int) -> tuple[int, int]:
    if calendar != "hebrew":
        return (year, month + 1) if month < 12 else (year + 1, 1)
    if month == 6:  # the year begins with Tishri, the seventh month
        return year + 1, 7
    return (year, month + 1) if month < hebrew.last_month(year) else (year, 1)


@lru_cache(maxsize=4096)
def _first_day(calendar: Calendar, year: int, month: int) -> date | None:
    if not 1 <= year <= _LAST_YEARS[calendar]:
        return None
    if calendar == "hebrew":
        return hebrew.first_day(year, month)
    if not 1 <= month <= 12:
        return None
    if calendar == "hijri" and (1343, 1) <= (year, month) <= (1500, 12):
        return date.fromisoformat(Hijri(year, month, 1).to_gregorian().isoformat())
    if calendar == "solar":
        months = month - 1  # of 31 days up to the sixth, of 30 up to the eleventh
        return _new_year(year) + timedelta(days=30 * months + min(months, 6))
    return date(*islamic.to_gregorian(year, month, 1))


@lru_cache(maxsize=1024)
def _new_year(year: int) -> date:
    """The first of Farvardin, for which an equinox must be reckoned: it takes a page's reading."""
    return date(*persian.to_gregorian(year, 1, 1))


# the equinoxes that the solar year needs are reckoned up to the year 3000
_LAST_YEARS: Final[dict[Calendar, int]] = {"solar": 2300, "hijri": 9000, "hebrew": 9999}
