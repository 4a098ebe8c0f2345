"""EDTF in words: `2020-21` as spring 2020, `197X` as the 1970s."""

from __future__ import annotations

import re
from typing import Final

_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SPANS: Final = {
    "21": "spring {}",
    "22": "summer {}",
    "23": "autumn {}",
    "24": "winter {}–{next}",
    "33": "first quarter of {}",
    "34": "second quarter of {}",
    "35": "third quarter of {}",
    "36": "fourth quarter of {}",
    "40": "first half of {}",
    "41": "second half of {}",
}
_PLAIN: Final = re.compile(r"(?!0000)[0-9]{4}(?:-(?:0[1-9]|1[0-2])(?:-[0-9]{2})?)?")
_LONG_DASH: Final = " – "


def short(edtf: str) -> str:
    """For a column of dates: days, months and years as ISO 8601 has them, the rest in words."""
    if _PLAIN.fullmatch(edtf):
        return edtf
    ends = edtf.split("/")
    return _LONG_DASH.join(ends) if all(map(_PLAIN.fullmatch, ends)) else spelled(edtf)


def spelled(edtf: str) -> str:
    """For a sentence: `13 April 1966`, `14–17 May 1989`, `spring 2020`, `since 1988`."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _point(edtf)
    if first in {"", ".."}:
        return f"until {_point(last)}"
    if last in {"", ".."}:
        return f"{'since' if last else 'from'} {_point(first)}"
    return _interval(first, last)


def _interval(first: str, last: str) -> str:
    """Both ends, less what they share."""
    plain = _PLAIN.fullmatch(first) and _PLAIN.fullmatch(last)
    if plain and first[:4] == last[:4] and len(first) > 4:
        if len(first) == len(last) == 10 and first[:7] == last[:7]:
            return f"{int(first[8:10])}–{_point(last)}"
        return f"{_point(first).removesuffix(f' {first[:4]}')}{_LONG_DASH}{_point(last)}"
    between = "–" if plain and len(first) == len(last) == 4 else _LONG_DASH
    return f"{_point(first)}{between}{_point(last)}"


def _point(edtf: str) -> str:
    bare = edtf.rstrip("~?%")
    words = _bare(bare)
    mark = edtf[len(bare) :]
    about = f"about {words}" if mark in {"~", "%"} else words
    return f"{about} (uncertain)" if mark in {"?", "%"} else about


def _bare(point: str) -> str:
    sign, rest = ("-", point[1:]) if point.startswith("-") else ("", point)
    year, *parts = rest.split("-")
    if not parts:
        return _years(sign, year)
    named = _year(sign, year)
    if parts[0] in _SPANS:
        following = str(int(year) + 1)
        tail = following[2:] if following[:2] == year[:2] else following
        return _SPANS[parts[0]].format(named, next=tail)
    month = _MONTHS[int(parts[0]) - 1]
    return f"{int(parts[1])} {month} {named}" if len(parts) > 1 else f"{month} {named}"


def _years(sign: str, year: str) -> str:
    if year.endswith("XX"):
        return f"{year[:2]}00–{year[:2]}99{' BCE' if sign else ''}"
    if year.endswith("X"):
        return f"{year[:3]}0s{' BCE' if sign else ''}"
    return _year(sign, year)


def _year(sign: str, year: str) -> str:
    """The year as people count, who have no year 0."""
    number = -int(year) if sign else int(year)
    return str(number) if number > 0 else f"{1 - number} BCE"
