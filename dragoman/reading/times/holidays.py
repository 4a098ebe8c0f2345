"""Days that have a name: which day it is in a given year."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from dragoman.reading.times import calendars

Rule = Callable[[int], date | None]


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date | None:
    """The nth weekday (0 Monday) of a month, -1 for the last; None if there is none."""
    if nth < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    found = first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    return found if found.month == month else None


def easter(year: int) -> date:
    """Western Easter Sunday, by the Gregorian computus."""
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon = epact - epact // 28 * (1 - 29 // (epact + 1) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    days = moon - weekday
    month = 3 + (days + 40) // 44
    return date(year, month, days + 28 - 31 * (month // 4))


def _fixed(month: int, day: int) -> Rule:
    return lambda year: date(year, month, day)


def _nth(month: int, weekday: int, nth: int) -> Rule:
    return lambda year: nth_weekday(year, month, weekday, nth)


def _from_easter(days: int) -> Rule:
    return lambda year: easter(year) + timedelta(days=days)


def _from_thanksgiving(days: int) -> Rule:
    def rule(year: int) -> date | None:
        day = nth_weekday(year, 11, 3, 4)
        return day + timedelta(days=days) if day else None

    return rule


def _hijri(month: int, day: int) -> Rule:
    def rule(year: int) -> date | None:
        hijri_year = calendars.hijri_month_in(year, month)
        edtf = calendars.day("hijri", hijri_year, month, day) if hijri_year else None
        return date.fromisoformat(edtf.rstrip("~")) if edtf else None

    return rule


def _hebrew(month: int, day: int) -> Rule:
    def rule(year: int) -> date | None:
        edtf = calendars.day("hebrew", year + (3761 if month >= 7 else 3760), month, day)
        return date.fromisoformat(edtf) if edtf else None

    return rule


def _nowruz(year: int) -> date | None:
    edtf = calendars.day("solar", year - 621, 1, 1)
    return date.fromisoformat(edtf) if edtf else None


_HOLIDAYS: Final[dict[str, Rule]] = {
    r"New Year[’']?s?[’']? Eve": _fixed(12, 31),
    r"New Year[’']?s?[’']? Day|New Year[’']s": _fixed(1, 1),
    "Epiphany": _fixed(1, 6),
    "Orthodox Christmas": _fixed(1, 7),
    r"Martin Luther King(?: Jr\.?)? Day|MLK Day": _nth(1, 0, 3),
    r"(?:St\.?|Saint)? ?Valentine[’']?s Day": _fixed(2, 14),
    r"Presidents?[’']? Day": _nth(2, 0, 3),
    r"International Women[’']s Day": _fixed(3, 8),
    r"(?:St\.?|Saint) Patrick[’']s Day": _fixed(3, 17),
    "Now?ruz|Nauruz": _nowruz,
    "Palm Sunday": _from_easter(-7),
    "Good Friday": _from_easter(-2),
    "Easter Monday": _from_easter(1),
    "Easter(?: Sunday)?": _from_easter(0),
    "Whit Sunday|Pentecost": _from_easter(49),
    "Earth Day": _fixed(4, 22),
    "May Day|International Workers[’'] Day": _fixed(5, 1),
    "Nakba Day": _fixed(5, 15),
    "Memorial Day": _nth(5, 0, -1),
    r"Father[’']s Day": _nth(6, 6, 3),
    "Juneteenth": _fixed(6, 19),
    "Bastille Day": _fixed(7, 14),
    "Labor Day": _nth(9, 0, 1),
    "Halloween": _fixed(10, 31),
    "United Nations Day|UN Day": _fixed(10, 24),
    "All Saints[’'] Day": _fixed(11, 1),
    "Armistice Day|Veterans Day": _fixed(11, 11),
    r"Thanksgiving(?: Day)?": _nth(11, 3, 4),
    "Black Friday": _from_thanksgiving(1),
    "Cyber Monday": _from_thanksgiving(4),
    "Human Rights Day": _fixed(12, 10),
    "Christmas Eve": _fixed(12, 24),
    "Christmas(?: Day)?": _fixed(12, 25),
    "Boxing Day": _fixed(12, 26),
    r"(?:Islamic|Hijri) New Year": _hijri(1, 1),
    "Ashura": _hijri(1, 10),
    "Eid al-Fitr|Eid ul-Fitr": _hijri(10, 1),
    "Eid al-A[dz]ha|Eid ul-A[dz]ha": _hijri(12, 10),
    "Rosh Hashanah": _hebrew(7, 1),
    "Yom Kippur": _hebrew(7, 10),
    "Passover": _hebrew(1, 15),
}
HOLIDAY: Final = "(?:" + "|".join(_HOLIDAYS) + r")(?!\w)(?:[’']s?(?!\w))?"

_RULES: Final = tuple((re.compile(name), rule) for name, rule in _HOLIDAYS.items())


def holiday_key(name: str) -> int:
    """Which holiday a name that `HOLIDAY` matched stands for."""
    return next(i for i, (pattern, _) in enumerate(_RULES) if pattern.match(name))


def holiday_in(key: int, year: int) -> date | None:
    """The day of a holiday in a year; None where it cannot be reckoned."""
    return _RULES[key][1](year) if 1 < year < 9000 else None
