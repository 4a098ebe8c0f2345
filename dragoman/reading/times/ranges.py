"""What is built of other dates: parts, ranges, open intervals, doubts, double dates."""

from __future__ import annotations

from datetime import timedelta
from typing import Final, Protocol

import msgspec

from dragoman.errors import DateError
from dragoman.reading.times.numerals import Year
from dragoman.reading.times.points import Date
from dragoman.reading.times.relative import Shifted, Weekday
from dragoman.reading.times.scene import Found, Scene
from dragoman.reading.times.units import Unit, grain, pivot, shift, unit_at
from dragoman.records import dates
from dragoman.records.readings import DateBasis


class When(Protocol):
    """A time expression before it is read against a scene."""

    def resolve(self, scene: Scene, /) -> Found | None:
        """The date, or None where the scene does not give enough."""
        ...


class Span(msgspec.Struct, frozen=True):
    """From one date to another; what one side lacks the other gives."""

    first: When
    last: When

    def resolve(self, scene: Scene) -> Found | None:
        """The interval, if both ends are known and in order."""
        last = self.last.resolve(scene)
        if last is None:
            return None
        first = self._first(scene, last)
        if first is None:
            return None
        try:
            edtf = dates.interval(first.edtf, last.edtf)
        except DateError:
            return None
        return Found(edtf, _weaker(first, last))

    def _first(self, scene: Scene, last: Found) -> Found | None:
        if isinstance(self.first, Weekday) and isinstance(self.last, Weekday):
            return Weekday(self.first.number, self.first.which, self.last.week).resolve(scene)
        if not isinstance(self.first, Date) or self.first.year is not None:
            return self.first.resolve(scene)
        end = dates.bounds(last.edtf)[1]
        month = self.first.month
        if end is None or month is None:
            return None
        over = month > end.month  # from December to January
        return self.first.in_year(Year(end.year - over, last.basis))


def _weaker(first: Found, last: Found) -> DateBasis:
    return last.basis if first.basis == "stated" else first.basis


class Open(msgspec.Struct, frozen=True):
    """As in "since 1988", "until 2003": open on one side; the date named lies within."""

    inner: When
    onward: bool

    def resolve(self, scene: Scene) -> Found | None:
        """The open interval."""
        found = self.inner.resolve(scene)
        if found is None:
            return None
        try:
            edtf = dates.since(found.edtf) if self.onward else dates.until(found.edtf)
        except DateError:
            return None
        return Found(edtf, found.basis)


class Qualified(msgspec.Struct, frozen=True):
    """As in "around 1920", "probably in 1897"."""

    inner: When
    approximate: bool
    uncertain: bool

    def resolve(self, scene: Scene) -> Found | None:
        """The date with its mark."""
        found = self.inner.resolve(scene)
        if found is None:
            return None
        edtf = dates.approximate(found.edtf) if self.approximate else found.edtf
        return Found(dates.uncertain(edtf) if self.uncertain else edtf, found.basis)


class Third(msgspec.Struct, frozen=True):
    """Early (0), mid (1) or late (2) in a decade, century, year, month or week."""

    inner: When
    part: int

    def resolve(self, scene: Scene) -> Found | None:
        """The third as an interval; of what is finer than a week, the whole."""
        found = self.inner.resolve(scene)
        if found is None or found.edtf[-1] in "~?%":
            return found
        narrowed = _third(found.edtf, self.part)
        return Found(narrowed or found.edtf, found.basis)


_THIRDS: Final = {  # years of a century or decade, months of a year, days of a week
    "century": ((0, 33), (34, 66), (67, 99)),
    "decade": ((0, 3), (4, 6), (7, 9)),
    "year": ((1, 4), (5, 8), (9, 12)),
    "month": ((1, 10), (11, 20), (21, 31)),
    "week": ((0, 2), (1, 3), (3, 6)),
}


def _third(edtf: str, part: int) -> str | None:
    first, last = dates.bounds(edtf)
    if first is None or last is None:
        return None
    kind: str = dates.precision(edtf)
    if kind == "interval" and (last - first).days == 6:
        kind = "week"
    if kind not in _THIRDS:
        return None
    low, high = _THIRDS[kind][part]
    if kind == "year":
        return dates.interval(dates.month(first.year, low), dates.month(first.year, high))
    if kind in {"century", "decade"}:
        return dates.interval(dates.year(first.year + low), dates.year(first.year + high))
    base = first - timedelta(days=kind == "month")
    ends = (base + timedelta(days=low), min(last, base + timedelta(days=high)))
    return dates.interval(*(end.isoformat() for end in ends))


class Half(msgspec.Struct, frozen=True):
    """The first (0) or second (1) half of a century, decade, year or month."""

    inner: When
    second: int

    def resolve(self, scene: Scene) -> Found | None:
        """The half as an interval, or as EDTF's own half of a year."""
        found = self.inner.resolve(scene)
        first, last = dates.bounds(found.edtf) if found else (None, None)
        if found is None or first is None or last is None:
            return None
        match dates.precision(found.edtf):
            case "century":
                return Found(_years(first.year + 50 * self.second, 50), found.basis)
            case "decade":
                return Found(_years(first.year + 5 * self.second, 5), found.basis)
            case "year":
                return Found(dates.half(first.year, 1 + self.second), found.basis)
            case "month":
                low, high = (16, last.day) if self.second else (1, 15)
                ends = (first.replace(day=low), first.replace(day=high))
                return Found(dates.interval(*(e.isoformat() for e in ends)), found.basis)
        return None


def _years(first: int, count: int) -> str:
    return dates.interval(dates.year(first), dates.year(first + count - 1))


class EndsOf(msgspec.Struct, frozen=True):
    """So many units at the beginning or end of a date: "the first three months of 2023"."""

    inner: When
    count: int
    unit: Unit
    last: bool

    def resolve(self, scene: Scene) -> Found | None:
        """The units as an interval; of what is shorter than they are, the whole."""
        found = self.inner.resolve(scene)
        first, last = dates.bounds(found.edtf) if found else (None, None)
        if found is None or first is None or last is None:
            return None
        if self.last:
            first = shift(last + timedelta(days=1), self.unit, -self.count) or first
        else:
            last = (shift(first, self.unit, self.count) or last) - timedelta(days=1)
        if not dates.contains(found.edtf, f"{first}/{last}"):
            return found
        fine = grain(self.unit)
        return Found(dates.interval(unit_at(fine, first), unit_at(fine, last)), found.basis)


class WeekOf(msgspec.Struct, frozen=True):
    """As in "the week of March 6"."""

    inner: When

    def resolve(self, scene: Scene) -> Found | None:
        """The week, Monday to Sunday, in which the day lies."""
        found = self.inner.resolve(scene)
        day = pivot(found.edtf, "day", 0) if found else None
        return Found(unit_at("week", day), found.basis) if found and day else None


class CountedFrom(msgspec.Struct, frozen=True):
    """As in "two days after 3 May 2015"; `within` takes in all the days between."""

    inner: When
    step: Shifted
    within: bool = False

    def resolve(self, scene: Scene) -> Found | None:
        """The moment so far from the date, or all the time up to it."""
        found = self.inner.resolve(scene)
        far = self.step.from_date(found.edtf) if found else None
        if found is None or far is None:
            return None
        if not self.within:
            return Found(far.edtf, found.basis)
        ends = (found.edtf, far.edtf) if self.step.sign > 0 else (far.edtf, found.edtf)
        return Found(dates.interval(*ends), found.basis)


class Double(msgspec.Struct, frozen=True):
    """One date told twice, in two calendars: "22 Bahman 1357 (11 February 1979)"."""

    first: When
    second: When

    def resolve(self, scene: Scene) -> Found | None:
        """The finer of the two where they agree; else the Gregorian one, uncertain."""
        found = [side.resolve(scene) for side in (self.first, self.second)]
        sides = [side for side in found if side is not None]
        if len(sides) < 2:
            return Found(sides[0].edtf, "calendar") if sides else None
        gregorian = next((side for side in sides if side.basis != "calendar"), sides[0])
        if not _agree(sides[0].edtf, sides[1].edtf):
            return Found(dates.uncertain(gregorian.edtf), "calendar")
        finer = min(sides, key=lambda side: (_length(side.edtf), side is not gregorian))
        return Found(finer.edtf, "calendar")


def _agree(a: str, b: str) -> bool:
    """Whether two tellings of a date meet, give or take what the calendars leave open."""
    (a_first, a_last), (b_first, b_last) = dates.bounds(a), dates.bounds(b)
    if a_first is None or a_last is None or b_first is None or b_last is None:
        return True
    days = 1 if "~" in a + b else 0  # a Hijri day that had to be reckoned
    if a_first.year < 1583:  # and old texts count by the Julian calendar
        days += 10
    slack = timedelta(days=days)
    return a_first - slack <= b_last and b_first - slack <= a_last


def _length(edtf: str) -> int:
    first, last = dates.bounds(edtf)
    return (last - first).days if first is not None and last is not None else 10**7
