"""Dates as EDTF text (ISO 8601-2): what they cover, how they compare, how they are written.

`1966-04-13` `1966-04` `1966` `197X` `19XX`, seasons `2019-21`..`24`, quarters `33`..`36`,
halves `40`, `41`; each may end in `~` (approximate), `?` (uncertain) or `%` (both); intervals
`1989-05-14/1989-05-17`, open `1988/..` and `../2003`, unknown `1988/` and `/2003`. The year
`0000` is 1 BCE, `-0043` is 44 BCE. A comparison is of the days covered; it ignores `~?%`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from dragoman.errors import DateError

Precision = Literal[
    "day", "month", "season", "quarter", "half", "year", "decade", "century", "interval"
]


class Day(NamedTuple):
    """A day of the proleptic Gregorian calendar; unlike `datetime.date` it may be BCE."""

    year: int
    month: int
    day: int


class Extent(NamedTuple):
    """First and last day covered; None on a side that is open or unknown."""

    first: Day | None
    last: Day | None


_EARLIEST: Final = Day(-(10**6), 1, 1)
_LATEST: Final = Day(10**6, 12, 31)

_POINT: Final = re.compile(
    r"(?P<sign>-?)(?:(?P<year>[0-9]{4})|(?P<decade>[0-9]{3})X|(?P<century>[0-9]{2})XX)"
    r"(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?(?P<qualifier>[~?%]?)"
)
_SPANS: Final[dict[int, tuple[int, int, Precision]]] = {  # code -> first month, months
    21: (3, 3, "season"),
    22: (6, 3, "season"),
    23: (9, 3, "season"),
    24: (12, 3, "season"),  # winter begins in the year it is named for
    33: (1, 3, "quarter"),
    34: (4, 3, "quarter"),
    35: (7, 3, "quarter"),
    36: (10, 3, "quarter"),
    40: (1, 6, "half"),
    41: (7, 6, "half"),
}


def is_edtf(text: str) -> bool:
    """Whether the text is EDTF of the levels used here, and a date that exists."""
    try:
        _extent(text)
    except DateError:
        return False
    return True


def normalise(text: str) -> str:
    """The text as EDTF, from older ways to write it: `1988/open`, `197x`, `/unknown`, blanks."""
    tidy = re.sub(r"\s", "", text).lower().replace("unknown", "").replace("open", "..")
    tidy = tidy.replace("u", "X").replace("x", "X")
    _extent(tidy)
    return tidy


@lru_cache(maxsize=65536)
def bounds(edtf: str) -> tuple[date | None, date | None]:
    """Earliest and latest day; None for an open or unknown side and for a side before 1 CE."""
    first, last = _extent(edtf)
    return _as_date(first), _as_date(last)


@lru_cache(maxsize=65536)
def precision(edtf: str) -> Precision:
    """How fine the date is; `interval` for anything with a slash."""
    _extent(edtf)
    if "/" in edtf:
        return "interval"
    match = _POINT.fullmatch(edtf)
    assert match is not None  # noqa: S101 - _extent has seen it
    if match["decade"] or match["century"]:
        return "decade" if match["decade"] else "century"
    if match["day"]:
        return "day"
    if not match["month"]:
        return "year"
    span = _SPANS.get(int(match["month"]))
    return span[2] if span else "month"


def overlaps(a: str, b: str) -> bool:
    """Whether some day belongs to both."""
    (a_first, a_last), (b_first, b_last) = _closed(a), _closed(b)
    return a_first <= b_last and b_first <= a_last


def contains(outer: str, inner: str) -> bool:
    """Whether every day of `inner` belongs to `outer`."""
    (o_first, o_last), (i_first, i_last) = _closed(outer), _closed(inner)
    return o_first <= i_first and i_last <= o_last


def sort_key(edtf: str) -> tuple[Day, Day]:
    """Orders dates by first day covered, then last; an open beginning comes first."""
    return _closed(edtf)


def year(number: int) -> str:
    """EDTF of a year; 0 is 1 BCE."""
    return _checked(f"{'-' if number < 0 else ''}{abs(number):04d}")


def month(of_year: int, number: int) -> str:
    """EDTF of a month."""
    return _checked(f"{year(of_year)}-{number:02d}")


def day(of_year: int, of_month: int, number: int) -> str:
    """EDTF of a day."""
    return _checked(f"{year(of_year)}-{of_month:02d}-{number:02d}")


def decade(of_year: int) -> str:
    """EDTF of the decade that a year lies in: 1974 gives `197X`."""
    return _checked(f"{year(of_year)[:-1]}X")


def century(of_year: int) -> str:
    """EDTF of the hundred years that a year lies in: 1974 gives `19XX`."""
    return _checked(f"{year(of_year)[:-2]}XX")


def season(of_year: int, number: int) -> str:
    """EDTF of a season: 1 spring to 4 winter, which begins in the year it is named for."""
    return _checked(f"{year(of_year)}-{20 + number}")


def quarter(of_year: int, number: int) -> str:
    """EDTF of a quarter, 1 to 4."""
    return _checked(f"{year(of_year)}-{32 + number}")


def half(of_year: int, number: int) -> str:
    """EDTF of a half year, 1 or 2."""
    return _checked(f"{year(of_year)}-{39 + number}")


def interval(first: str, last: str) -> str:
    """EDTF from the beginning of one date to the end of another; equal ends give one date."""
    if first == last:
        return _checked(first)
    return _checked(f"{first.partition('/')[0]}/{last.rpartition('/')[2]}")


def since(edtf: str) -> str:
    """EDTF from the beginning of a date on."""
    return _checked(f"{edtf.partition('/')[0]}/..")


def until(edtf: str) -> str:
    """EDTF up to the end of a date."""
    return _checked(f"../{edtf.rpartition('/')[2]}")


def approximate(edtf: str) -> str:
    """The same date marked approximate."""
    return _qualify(edtf, "~", {"?": "%", "%": "%"})


def uncertain(edtf: str) -> str:
    """The same date marked uncertain."""
    return _qualify(edtf, "?", {"~": "%", "%": "%"})


def _qualify(edtf: str, mark: str, merged: dict[str, str]) -> str:
    _extent(edtf)
    sides = []
    for side in edtf.split("/"):
        bare = side.rstrip("~?%")
        had = side[len(bare) :]
        sides.append(side if side in {"", ".."} else bare + merged.get(had, mark))
    return _checked("/".join(sides))


def _checked(edtf: str) -> str:
    _extent(edtf)
    return edtf


def _closed(edtf: str) -> tuple[Day, Day]:
    first, last = _extent(edtf)
    return first or _EARLIEST, last or _LATEST


@lru_cache(maxsize=65536)
def _extent(edtf: str) -> Extent:
    left, slash, right = edtf.partition("/")
    if not slash:
        return _point(edtf, edtf)
    ends = (Extent(None, None) if s in {"", ".."} else _point(s, edtf) for s in (left, right))
    first, last = next(ends).first, next(ends).last
    if first is None and last is None:
        raise DateError(f"{edtf!r} has no end that is known; give at least one side a date")
    if first is not None and last is not None and first > last:
        raise DateError(f"{edtf!r} ends before it begins; swap its sides")
    return Extent(first, last)


def _point(text: str, whole: str) -> Extent:
    match = _POINT.fullmatch(text)
    if match is None:
        raise DateError(f"{text!r} in {whole!r} is not EDTF; write it like 1966-04-13 or 197X")
    try:
        return _years(match) if match["month"] is None else _within_year(match)
    except ValueError as error:
        raise DateError(f"{text!r} in {whole!r} is not in the calendar: {error}") from error


def _years(match: re.Match[str]) -> Extent:
    digits = match["year"] or match["decade"] or match["century"]
    width = 10 ** (4 - len(digits))
    low = int(digits) * width
    high = low + width - 1
    if match["sign"]:
        if high == 0:
            raise ValueError("there is no year -0000")
        low, high = -high, -low
    return Extent(Day(low, 1, 1), Day(high, 12, 31))


def _within_year(match: re.Match[str]) -> Extent:
    if not match["year"]:
        raise ValueError("a month needs a whole year")
    number, part = _years(match).first or _EARLIEST, int(match["month"])
    if part in _SPANS and not match["day"]:
        start, length, _ = _SPANS[part]
        end = start + length - 1
        last_year, last_month = number.year + (end - 1) // 12, (end - 1) % 12 + 1
        if last_year > 9999:
            raise ValueError("it ends after the year 9999")
        last = Day(last_year, last_month, _month_length(last_year, last_month))
        return Extent(Day(number.year, start, 1), last)
    length = _month_length(number.year, part)
    if not match["day"]:
        return Extent(Day(number.year, part, 1), Day(number.year, part, length))
    if not 1 <= int(match["day"]) <= length:
        raise ValueError(f"month {part} has {length} days")
    only = Day(number.year, part, int(match["day"]))
    return Extent(only, only)


def _month_length(of_year: int, number: int) -> int:
    if not 1 <= number <= 12:
        raise ValueError("a month is 01 to 12")
    return monthrange(of_year % 400 + 400, number)[1]  # the calendar repeats every 400 years


def _as_date(when: Day | None) -> date | None:
    return date(*when) if when is not None and when.year >= 1 else None
