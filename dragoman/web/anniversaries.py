"""Days that come round again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple, Protocol, TypeVar

AHEAD = 60  # days


class Happened(Protocol):
    """Something with a date."""

    @property
    def occurred(self) -> str | None:
        """When, as EDTF."""
        ...


H = TypeVar("H", bound=Happened)


class Anniversary(NamedTuple):
    """A day that is to come, and how many years it will then be."""

    day: date
    years: int
    what: object


def coming(happened: Iterable[H], today: date, *, ahead: int = AHEAD) -> list[Anniversary]:
    """The anniversaries from today on, the next first."""
    last = today + timedelta(days=ahead)
    found = [
        Anniversary(day, day.year - of.year, one)
        for one in happened
        if (of := day_of(one.occurred)) and (day := _next(of, today)) <= last and day > of
    ]
    return sorted(found, key=lambda one: (one.day, -one.years))


def day_of(occurred: str | None) -> date | None:
    """The day that an EDTF date is, if it is a single certain one of our era."""
    try:
        return date.fromisoformat(occurred or "") if len(occurred or "") == 10 else None
    except ValueError:
        return None


def _next(of: date, today: date) -> date:
    """The next return of a day; of 29 February in common years, 1 March."""
    this_year = _in(of, today.year)
    return this_year if this_year >= today else _in(of, today.year + 1)


def _in(of: date, year: int) -> date:
    try:
        return of.replace(year=year)
    except ValueError:
        return date(year, 3, 1)
