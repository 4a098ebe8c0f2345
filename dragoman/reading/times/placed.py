"""Months and seasons with a word that places them: "last March", "the following spring"."""

from __future__ import annotations

from datetime import date
from typing import Final

import msgspec

from dragoman.reading.times.numerals import Year
from dragoman.reading.times.points import Date
from dragoman.reading.times.scene import Found, Scene
from dragoman.records import dates


class MonthBeside(msgspec.Struct, frozen=True):
    """As in "last March", "next March", "this March", "2 March last"."""

    month: int
    which: str
    day: int | None = None

    def resolve(self, scene: Scene) -> Found | None:
        """The nearest such month on that side of the anchor's own."""
        if self.which in _OF_REFERENCE:
            year = self._year_beside(scene.reference) if scene.reference else None
        else:
            year = self._year_near(scene.latest) if scene.latest else None
        return Date(Year(year, "relative"), self.month, self.day).resolve(scene) if year else None

    def _year_near(self, latest: date) -> int:
        if self.which in {"last", "past"} and self.month >= latest.month:
            return latest.year - 1
        return latest.year + (self.which in {"next", "coming"} and self.month <= latest.month)

    def _year_beside(self, told: str) -> int | None:
        """The year of "that March", "the following March" of what was told."""
        first, last = dates.bounds(told)
        if first is None or last is None:
            return None
        whole = dates.precision(told) == "year"
        if self.which == "following":
            return last.year + (whole or self.month <= last.month)
        if self.which == "previous":
            return first.year - (whole or self.month >= first.month)
        turned = not whole and first.month - self.month >= _TURN
        return first.year + turned


_OF_REFERENCE: Final = frozenset({"that", "same", "following", "previous"})
_TURN: Final = 9  # months back from which "that January", told after November, is the next year's


class SeasonBeside(msgspec.Struct, frozen=True):
    """As in "last summer", "this spring", "the following winter"."""

    season: int
    which: str

    def resolve(self, scene: Scene) -> Found | None:
        """The season of the anchor's year, or the nearest on that side of it."""
        if self.which in _OF_REFERENCE:
            year = self._year_beside(scene.reference) if scene.reference else None
            return Found(dates.season(year, self.season), "relative") if year else None
        if scene.latest is None:
            return None
        year = scene.latest.year
        own = dates.bounds(dates.season(year, self.season))
        if self.which in {"last", "past"} and own[1] is not None and own[1] >= scene.latest:
            year -= 1
        if self.which in {"next", "coming"} and own[0] is not None and own[0] <= scene.latest:
            year += 1
        return Found(dates.season(year, self.season), "relative")

    def _year_beside(self, told: str) -> int | None:
        first, last = dates.bounds(told)
        if first is None or last is None:
            return None
        year = first.year
        if dates.precision(told) == "year":
            return year + {"following": 1, "previous": -1}.get(self.which, 0)
        own = dates.bounds(dates.season(year, self.season))
        if self.which == "following":
            return last.year + (own[0] is not None and own[0] <= last)
        if self.which == "previous":
            return year - (own[1] is not None and own[1] >= first)
        in_new_year = self.season == _WINTER and first.month <= _LAST_OF_WINTER
        return year - in_new_year


_WINTER: Final = 4
_LAST_OF_WINTER: Final = 2  # January and February belong to the winter that began the year before
