"""Which events of a record have their day come round, and when."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from dragoman.dossier.summary import MILESTONES
from dragoman.records.dates import bounds, precision
from dragoman.records.dossiers import Anniversary
from dragoman.records.events import Event

_COMMEMORATED = MILESTONES | {"visit", "sign", "multilateral", "third-party", "honor"}
_ROUND = (100, 50, 25, 10, 5)  # the rounder first


def anniversaries(events: Iterable[Event], first: date, days: int) -> tuple[Anniversary, ...]:
    """What falls due from the first day on, for so many days: round ones first, then by day.

    Of what lasted, its first day; nothing that is dated less finely, or that cannot be believed.
    """
    last = first + timedelta(days=days - 1)
    found = (
        _anniversary(event, day, year)
        for event in events
        if event.believed and (day := _day(event.occurred))
        for year in range(max(first.year, day.year + 1), last.year + 1)
        if first <= _in_year(day, year) <= last
    )
    return tuple(sorted(found, key=_rank))


def is_deed(event: Event) -> bool:
    """Whether such a thing is commemorated: what was done or concluded, not what was only said."""
    return event.quad_class.startswith("material") or not _COMMEMORATED.isdisjoint(event.modes)


def _anniversary(event: Event, day: date, year: int) -> Anniversary:
    years = year - day.year
    return Anniversary(
        on=_in_year(day, year).isoformat(), years=years, round=bool(_roundness(years)), event=event
    )


def _day(occurred: str | None) -> date | None:
    """The day of a date; the first one of a stretch of days."""
    begins = (occurred or "").partition("/")[0]
    if not begins or begins == ".." or precision(begins) != "day":
        return None
    return bounds(begins)[0]


def _in_year(day: date, year: int) -> date:
    """The day in another year; 29 February stays in its month."""
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)


def _roundness(years: int) -> int:
    return next((number for number in _ROUND if years % number == 0), 0)


def _rank(one: Anniversary) -> tuple[int, bool, str, int, int, str]:
    event = one.event
    milestone = not MILESTONES.isdisjoint(event.modes)
    return (-_roundness(one.years), not milestone, one.on, -event.sources, -one.years, event.id)
