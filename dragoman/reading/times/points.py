"""Days, months, years and longer stretches of the calendar, told by name or number."""

from __future__ import annotations

from datetime import date
from typing import Final

import msgspec

from dragoman.errors import DateError
from dragoman.reading.times import calendars, holidays
from dragoman.reading.times.numerals import Year
from dragoman.reading.times.scene import Found, Scene
from dragoman.records import dates
from dragoman.records.readings import DateBasis

_SOLAR_YEARS: Final = range(1200, 1501)  # years so told, where a text counts by that calendar


class Fixed(msgspec.Struct, frozen=True):
    """A date that needs nothing around it."""

    edtf: str
    basis: DateBasis = "stated"
    calendar: calendars.Calendar | None = None

    def resolve(self, _: Scene) -> Found | None:
        """The date itself."""
        return Found(self.edtf, self.basis)


def is_solar(when: object) -> bool:
    """Whether an expression counts by the Solar Hijri calendar."""
    month = when.month if isinstance(when, ForeignDay) else when
    return getattr(month, "calendar", None) == "solar"


class Date(msgspec.Struct, frozen=True):
    """A year, month or day of the Gregorian calendar; without a year, the scene gives it."""

    year: Year | None
    month: int | None = None
    day: int | None = None

    def resolve(self, scene: Scene) -> Found | None:
        """The date in its own year, or the one that the scene gives."""
        if self.year is not None:
            solar = self.month is None and scene.solar and self.year.number in _SOLAR_YEARS
            edtf = calendars.year("solar", self.year.number) if solar else None
            return Found(edtf, "calendar") if edtf else self.in_year(self.year)
        if self.month is None:
            return None
        given = scene.year_of(self.month, self.day)
        return self.in_year(Year(*given)) if given is not None else None

    def in_year(self, year: Year) -> Found | None:
        """The date in a given year; None if that year has no such day."""
        try:
            if self.month is None:
                edtf = dates.year(year.number)
            elif self.day is None:
                edtf = dates.month(year.number, self.month)
            else:
                edtf = dates.day(year.number, self.month, self.day)
        except DateError:
            return None
        return Found(dates.uncertain(edtf) if year.uncertain else edtf, year.basis)


class Numeric(msgspec.Struct, frozen=True):
    """A date in figures whose order of day and month the rest of the text may decide."""

    year: Year | None
    first: int
    second: int

    def resolve(self, scene: Scene) -> Found | None:
        """The day, day first unless only month first is possible or the text writes so."""
        day_first = self.first > 12 or (scene.day_first and self.second <= 12)
        day, month = (self.first, self.second) if day_first else (self.second, self.first)
        return Date(self.year, month, day).resolve(scene)


class Part(msgspec.Struct, frozen=True):
    """A season (1-4), quarter (1-4) or half (1-2) of a year."""

    kind: str
    number: int
    year: Year | None

    def resolve(self, scene: Scene) -> Found | None:
        """The part in its own year, or in the latest one that the anchor allows."""
        year = self.year or self._year_from(scene)
        if year is None:
            return None
        make = {"season": dates.season, "quarter": dates.quarter, "half": dates.half}[self.kind]
        return Found(make(year.number, self.number), year.basis)

    def _year_from(self, scene: Scene) -> Year | None:
        month = {
            "season": (3, 6, 9, 12),
            "quarter": (1, 4, 7, 10),
            "half": (1, 7),
        }[self.kind][self.number - 1]
        given = scene.year_of(month, None)
        return Year(*given) if given is not None else None


_ANY_YEAR: Final = 2000  # for the month that a holiday falls in


class Holiday(msgspec.Struct, frozen=True):
    """A day with a name."""

    key: int
    year: Year | None

    def resolve(self, scene: Scene) -> Found | None:
        """The day in its own year, or the nearest one to the anchor."""
        if self.year is not None:
            return self._in(self.year)
        usual = holidays.holiday_in(self.key, scene.year or _ANY_YEAR)
        given = scene.year_of(usual.month if usual else 1, None)
        if scene.latest is None or (given is not None and given[1] == "stated"):
            return self._in(Year(*given)) if given is not None else None
        return self._nearest(scene.latest, ahead=scene.looks_ahead())

    def _nearest(self, latest: date, *, ahead: bool) -> Found | None:
        for year in (latest.year, latest.year + (1 if ahead else -1)):
            found = self._in(Year(year, "relative"))
            first = dates.bounds(found.edtf)[0] if found is not None else None
            if first is not None and (first >= latest if ahead else first <= latest):
                return found
        return None

    def _in(self, year: Year) -> Found | None:
        day = holidays.holiday_in(self.key, year.number)
        return Found(day.isoformat(), year.basis) if day is not None else None


class ForeignDay(msgspec.Struct, frozen=True):
    """A day of another calendar told without its year."""

    month: calendars.ForeignMonth
    day: int

    def resolve(self, scene: Scene) -> Found | None:
        """The latest such day up to the anchor."""
        if scene.latest is None or scene.today is None:
            return None
        start = {"solar": 621, "hijri": 579, "hebrew": -3761}[self.month.calendar]
        year = scene.latest.year - start + 1
        for guess in range(year, year - 3 if self.month.calendar != "hijri" else year - 45, -1):
            edtf = calendars.day(self.month.calendar, guess, self.month.number, self.day)
            first = dates.bounds(edtf)[0] if edtf else None
            if edtf is not None and first is not None and first <= scene.latest:
                return Found(edtf, "calendar")
        return None
