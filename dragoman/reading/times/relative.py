"""Expressions that count from the document's date or from a date told before."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, Literal, TypeGuard

import msgspec

from dragoman.reading.times.holidays import nth_weekday
from dragoman.reading.times.numerals import Year
from dragoman.reading.times.points import Date, Holiday, Part
from dragoman.reading.times.scene import Found, Scene, as_date
from dragoman.reading.times.units import Unit, grain, pivot, shift, unit_at
from dragoman.records import dates

# "a day earlier" counts from what was told before, or else from the anchor: either;
# "earlier in the day" only from a day of the news told before: fresh
Base = Literal["anchor", "reference", "either", "fresh"]
_FRESH: Final = timedelta(days=10)


def base_date(scene: Scene, base: Base) -> str | None:
    """The date to count from."""
    if base == "fresh":
        told = as_date(scene.reference) if scene.reference else None
        fresh = told and scene.today and abs(scene.today - told) <= _FRESH
        return scene.reference if fresh else scene.anchor
    if base == "anchor" or (base == "either" and scene.reference is None):
        return scene.anchor
    return scene.reference


class Whole(msgspec.Struct, frozen=True):
    """A whole unit so many units from the one that the base lies in: "last week"."""

    unit: Unit
    offset: int
    base: Base = "anchor"

    def resolve(self, scene: Scene) -> Found | None:
        """The unit, if the base is told finely enough to know it."""
        base = base_date(scene, self.base)
        if self.unit in {"decade", "century"} and self.base != "anchor":
            base = scene.remembered or base  # of the anniversary told, not of the day it is kept
        day = pivot(base, self.unit, self.offset) if base else None
        moved = shift(day, self.unit, self.offset) if day else None
        return Found(unit_at(self.unit, moved), "relative") if moved else None


class Shifted(msgspec.Struct, frozen=True):
    """A moment so many units away: "three days earlier", "two weeks ago"."""

    counts: tuple[tuple[int, Unit], ...]
    sign: int
    base: Base = "anchor"
    loose: bool = False

    def resolve(self, scene: Scene) -> Found | None:
        """The day, month or year at the precision of the smallest unit counted."""
        base = base_date(scene, self.base)
        return self.from_date(base) if base else None

    def back(self) -> Shifted:
        """The same steps the other way."""
        return msgspec.structs.replace(self, sign=-self.sign)

    def from_date(self, edtf: str) -> Found | None:
        """The moment counted from a date."""
        finest = min((grain(unit) for _, unit in self.counts), key=_GRAINS.index)
        day = self._moved(pivot(edtf, finest, self.sign))
        found = unit_at(finest, day) if day else self._from_stretch(edtf)
        if found is None:
            return None
        return Found(dates.approximate(found) if self.loose else found, "relative")

    def _from_stretch(self, edtf: str) -> str | None:
        """The month or year that holds all days so far from those of a longer time."""
        first, last = (self._moved(day) for day in dates.bounds(edtf))
        if first is None or last is None:
            return None
        ends = ((unit_at(unit, first), unit_at(unit, last)) for unit in _GRAINS[1:])
        return next((start for start, end in ends if start == end), None)

    def _moved(self, day: date | None) -> date | None:
        for count, unit in self.counts:
            day = shift(day, unit, self.sign * count) if day else None
        return day


class Lately(msgspec.Struct, frozen=True):
    """As in "days ago", "weeks ago", where nobody says how many."""

    unit: Unit

    def resolve(self, scene: Scene) -> Found | None:
        """About the month in which a few of them lead back."""
        days = _FEW.get(self.unit)
        if scene.today is None or days is None:
            return None
        then = scene.today - timedelta(days=days)
        return Found(dates.approximate(unit_at("month", then)), "relative")


_FEW: Final[dict[Unit, int]] = {"day": 4, "week": 21}


def is_to_the_day(when: object) -> TypeGuard[Shifted]:
    """Whether an expression is "so many years ago today"."""
    return isinstance(when, Shifted) and when.base == "anchor" and when.counts[-1] == (0, "day")


_GRAINS: Final[tuple[Unit, ...]] = ("day", "month", "year")


class Stretch(msgspec.Struct, frozen=True):
    """The time from so many units back up to the anchor, or from it on: "the past five years"."""

    count: int
    unit: Unit
    sign: int
    from_today: bool = False  # else "the next two days" begin tomorrow

    def resolve(self, scene: Scene) -> Found | None:
        """The interval between the anchor and the far end."""
        fine = grain(self.unit)
        day = pivot(scene.anchor, fine, self.sign) if scene.anchor else None
        far = shift(day, self.unit, self.sign * self.count) if day else None
        if day is None or far is None:
            return None
        if self.sign > 0 and fine == "day" and not self.from_today:
            day = shift(day, "day", 1) or day
        ends = (unit_at(fine, min(day, far)), unit_at(fine, max(day, far)))
        return Found(dates.interval(*ends), "relative")


class Weekday(msgspec.Struct, frozen=True):
    """A day of the week (0 Monday): which one, is for the tense or a word beside it to say."""

    number: int
    which: str = ""
    week: int | None = None  # weeks from the anchor's, where that is told

    def resolve(self, scene: Scene) -> Found | None:
        """The day that the anchor, the verbs and the word beside it point to."""
        if self.which in {"following", "previous", "same"}:
            return self._beside(as_date(scene.reference) if scene.reference else None)
        if scene.today is None:
            return None
        day = self._near(scene.today, ahead=scene.looks_ahead())
        return Found(day.isoformat(), "relative") if day else None

    def _near(self, today: date, *, ahead: bool) -> date | None:
        monday = today - timedelta(days=today.weekday())
        if self.week is not None or self.which in {"this", "next"}:
            weeks = self.week if self.week is not None else int(self.which == "next")
            return shift(monday + timedelta(days=self.number), "week", weeks)
        if self.which in {"last", "past"}:
            return today - timedelta(days=(today.weekday() - self.number - 1) % 7 + 1)
        if self.which == "coming":
            return today + timedelta(days=(self.number - today.weekday() - 1) % 7 + 1)
        if ahead:
            return today + timedelta(days=(self.number - today.weekday()) % 7)
        return today - timedelta(days=(today.weekday() - self.number) % 7)

    def _beside(self, told: date | None) -> Found | None:
        if told is None:
            return None
        step = {"following": 1, "previous": -1, "same": 0}[self.which]
        gap = (self.number - told.weekday()) % 7 or (7 if step else 0)
        if step < 0:
            gap -= 7 if gap < 7 else 14
        return Found((told + timedelta(days=gap)).isoformat(), "relative")


class DayOfMonth(msgspec.Struct, frozen=True):
    """As in "the 27th", of the month that was told last or that the anchor lies in."""

    day: int
    month: Whole | None = None

    def resolve(self, scene: Scene) -> Found | None:
        """The day, if that month is known."""
        if self.month is not None:
            found = self.month.resolve(scene)
            return self._in(found.edtf) if found else None
        if scene.reference is not None and _lies_in_month(scene.reference):
            return self._in(scene.reference)
        today = scene.today
        if today is None or scene.is_past():
            return None
        # one day of grace, as for months
        back = 0 if scene.looks_ahead() or self.day <= today.day + 1 else -1
        moved = shift(today.replace(day=1), "month", back)
        return self._in(moved.isoformat()) if moved else None

    def _in(self, edtf: str) -> Found | None:
        first = dates.bounds(edtf)[0]
        if first is None:
            return None
        return Date(None, first.month, self.day).in_year(Year(first.year, "relative"))


def _lies_in_month(edtf: str) -> bool:
    first, last = dates.bounds(edtf)
    return bool(first and last and (first.year, first.month) == (last.year, last.month))


class InYear(msgspec.Struct, frozen=True):
    """A month, day, season or holiday of "last year", "that year": the year decides."""

    inner: Date | Part | Holiday
    year: Whole

    def resolve(self, scene: Scene) -> Found | None:
        """The date in the year that the other expression gives."""
        found = self.year.resolve(scene)
        first = dates.bounds(found.edtf)[0] if found else None
        if first is None:
            return None
        placed = msgspec.structs.replace(self.inner, year=Year(first.year, "relative"))
        return placed.resolve(scene)


class NthIn(msgspec.Struct, frozen=True):
    """As in "the first week of March 2015", "the second Monday of next month"; -1 is the last."""

    nth: int
    weekday: int | None  # None for weeks
    inner: object

    def resolve(self, scene: Scene) -> Found | None:
        """The day or week within the month or year."""
        found = self.inner.resolve(scene)  # type: ignore[attr-defined]
        if found is None or dates.precision(found.edtf) not in {"month", "year"}:
            return None
        first, last = dates.bounds(found.edtf)
        if first is None or last is None:
            return None
        day = self._day(first, last)
        if day is None:
            return None
        edtf = day.isoformat() if self.weekday is not None else unit_at("week", day)
        return Found(edtf, found.basis)

    def _day(self, first: date, last: date) -> date | None:
        if self.weekday is not None:
            if first.month != last.month:
                return None
            return nth_weekday(first.year, first.month, self.weekday, self.nth)
        if self.nth < 0:  # by the last Thursday, for the same reason
            return last - timedelta(days=(last.weekday() - 3) % 7)
        # the week that holds the first Thursday is the first, as in ISO 8601
        thursday = first + timedelta(days=(3 - first.weekday()) % 7)
        return shift(thursday, "week", self.nth - 1)
