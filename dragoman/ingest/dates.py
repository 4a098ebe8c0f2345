"""The dates that pages print about themselves: `14/05/2022`, `Wed. Dec 6th, 2023`."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from dragoman.ingest.vocabulary import wordlist
from dragoman.records.codec import Record

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
PERSIAN_MONTHS = wordlist(
    "farvardin ordibehesht khordad tir mordad shahrivar mehr aban azar dey bahman esfand"
)

_MONTH = rf"(?P<month>{'|'.join(MONTHS)})\.?"
_PERSIAN = rf"(?P<persian>{'|'.join(PERSIAN_MONTHS)})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})(?!\d)"
# Minguo and Juche count from 1912; a Gregorian year in brackets says the same twice
_ERA = r"(?:(?:Juche|Minguo|ROC)\s+(?P<era>\d{1,3})(?!\d)(?:\s*\(\s*\d{4}\s*\))?)"
_FORMS = (
    rf"{_YEAR}(?P<sep>[-/.])(?P<month_number>\d{{1,2}})(?P=sep){_DAY}(?!\d)",
    rf"(?P<first>\d{{1,2}})(?P<sep>[-/.])(?P<second>\d{{1,2}})(?P=sep){_YEAR}",
    rf"{_MONTH}\s+{_DAY},?\s+(?:{_ERA}|{_YEAR})",
    rf"{_DAY}(?:\s+of)?[\s-]+{_MONTH}[\s,-]+(?:{_ERA}|{_YEAR})",
    rf"{_DAY}\s+{_PERSIAN},?\s+{_YEAR}",
    rf"Juche\s?(?P<era>\d{{1,3}})\.\s?(?P<month_number>\d{{1,2}})\.\s?{_DAY}(?!\d)",
)
_PATTERNS = tuple(re.compile(r"(?<![\w/.-])" + form, re.IGNORECASE) for form in _FORMS)

_WEEKDAY = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?"
_BEFORE = re.compile(rf"[\s(\[]*{_WEEKDAY}", re.IGNORECASE)
_BEFORE_DATE = re.compile(rf"[\s(\[]*{_WEEKDAY}$", re.IGNORECASE)
_CLOCK = r"(?:\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?)"
_ZONE = r"(?:Z|UTC|GMT|[A-Z]{2,4}T|local time|hrs?|[+-]\d{2}:?\d{2})"
_AFTER = re.compile(
    rf"[\s)\],]*(?:(?:T|at|[-–—|]|@)?\s*{_CLOCK}(?:\s*\(?{_ZONE}\)?)?)?[\s)\].,]*$",
    re.IGNORECASE,
)

_STAMP = re.compile(r"(?P<day>\d{4}-\d{2}-\d{2})T[\d:.,]+\s?(?:Z|[+-]\d{2}:?\d{2})?", re.IGNORECASE)
_ADDRESS = re.compile(
    r"(?<=[/_-])(?P<y>(?:19|20)\d\d)(?P<sep>[/_-]?)(?P<m>\d{2})(?P=sep)(?P<d>\d{2})(?!\d)"
)
_PLACE = re.compile(r"[\s,.(–—-]*(?:[^\W\d_a-z][\w.'’-]*(?:[\s,.)(–—-]+|$)){0,4}")


class Dated(Record, frozen=True, kw_only=True):
    """A date as printed; `date` is None where there is no such day."""

    text: str
    date: date | None


def find(text: str) -> tuple[Dated, int, int] | None:
    """The first full date in the text, with where it stands; None if there is none."""
    matches = [match for pattern in _PATTERNS if (match := pattern.search(text))]
    if not matches:
        return None
    match = min(matches, key=re.Match.start)
    return Dated(text=match.group(), date=_day(match)), match.start(), match.end()


def whole(text: str) -> Dated | None:
    """The date that the text is, weekday and time of day aside; None if it says more."""
    if len(text) > 80:
        return None
    found = find(text)
    if found is None:
        return None
    dated, start, end = found
    if _BEFORE.fullmatch(text[:start]) and _AFTER.fullmatch(text[end:]):
        return dated
    return None


def given(text: str) -> Dated | None:
    """The date of a field made for one: ISO 8601, or as pages print it; None if it is neither."""
    stamp = _STAMP.fullmatch(text.strip())
    return whole(stamp["day"] if stamp else text)


def in_address(url: str) -> Dated | None:
    """The day in the path of an address, as in `/2023/12/06/` or `-20231206-`."""
    found = _ADDRESS.search(url) if url.startswith("http") else None
    if found is None:
        return None
    return Dated(
        text=found.group(), date=_safe(*(int(part) for part in found.group("y", "m", "d")))
    )


def placed(text: str) -> Dated | None:
    """The date of a line that says a place and a day, as under a statement; None otherwise."""
    found = find(text) if len(text) <= 80 else None
    if found is None:
        return None
    dated, start, end = found
    before, after = _BEFORE_DATE.sub("", text[:start]), _AFTER.sub("", text[end:], count=1)
    return dated if _PLACE.fullmatch(f"{before} {after}") else None


def _day(match: re.Match[str]) -> date | None:
    parts = match.groupdict()
    try:
        if parts.get("persian"):
            return _persian(int(parts["year"]), parts["persian"].lower(), int(parts["day"]))
        if parts.get("first"):
            return _numeric(int(parts["year"]), int(parts["first"]), int(parts["second"]))
        year = int(parts["year"]) if parts.get("year") else int(parts["era"]) + 1911
        month = parts.get("month_number") or MONTHS[parts["month"].lower()]
        return date(year, int(month), int(parts["day"]))
    except ValueError:  # the form of a date, but no such day
        return None


def _safe(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # no such day
        return None


def _numeric(year: int, first: int, second: int) -> date:
    """Day first, as most of the world writes, unless only month first makes sense."""
    return date(year, first, second) if second > 12 else date(year, second, first)


def _persian(year: int, month: str, day: int) -> date:
    months = PERSIAN_MONTHS.index(month)  # before this one; the first six have 31 days
    return _nowruz(year) + timedelta(days=30 * months + min(months, 6) + day - 1)


@cache  # its equinox takes as long to reckon as a page to read
def _nowruz(year: int) -> date:
    """The first day of a Persian year."""
    from convertdate import persian  # noqa: PLC0415 - slow to load, and seldom needed

    to_gregorian: Callable[[int, int, int], tuple[int, int, int]] = persian.to_gregorian
    return date(*to_gregorian(year, 1, 1))
