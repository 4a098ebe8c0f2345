"""Two sides over time: the state of their relations and the months of their dealings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from dragoman.corroboration.telling import span
from dragoman.records.dates import sort_key
from dragoman.records.events import (
    Event,
    EventSide,
    MonthOfRelation,
    Relation,
    RelationStatus,
    StatusSpan,
)

BELIEVED = 0.25  # confidence below which an event does not change a status

STATUS_OF: dict[str, RelationStatus] = {
    "recognize": "recognized",
    "establish-relations": "relations",
    "restore-relations": "relations",
    "upgrade-relations": "relations",
    "suspend-relations": "suspended",
    "sever-relations": "severed",
}


def relation(sides: tuple[str, str], events: Iterable[Event]) -> Relation:
    """The relation that these events, in any order, make of the two sides."""
    between = sorted(
        (event for event in events if set(sides) <= _sides(event) and not event.merged_into),
        key=lambda event: event.id,
    )
    dates = sorted((event.occurred for event in between if event.occurred), key=sort_key)
    return Relation(
        sides=sides,
        status=tuple(_spans(sides, between)),
        events=len(between),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        series=_series(between),
    )


def _sides(event: Event) -> set[str]:
    return _codes((*event.actors, *event.recipients))


def _codes(sides: Iterable[EventSide]) -> set[str]:
    return {side.country or (side.name or "").casefold() for side in sides}


def _spans(sides: tuple[str, str], events: list[Event]) -> Iterator[StatusSpan]:
    current: RelationStatus = "none"
    for event, status in _in_order(list(_changes(sides, events))):
        # whoever has or had relations is recognised already
        if status == current or (status == "recognized" and current != "none"):
            continue
        # an office opened in the other's capital does not yet restore what was broken off
        if "upgrade-relations" in event.modes and current in {"suspended", "severed"}:
            continue
        current = status
        yield StatusSpan(status=status, since=event.occurred, event=event.id)


def _changes(sides: tuple[str, str], events: list[Event]) -> Iterator[tuple[Event, RelationStatus]]:
    for event in events:
        status = next((STATUS_OF[mode] for mode in event.modes if mode in STATUS_OF), None)
        believed = event.standing != "denied" and event.confidence >= BELIEVED
        if status and believed and _faces(sides, event):
            yield event, status


def _faces(sides: tuple[str, str], event: Event) -> bool:
    """Whether the sides stand opposite each other, or everyone on one footing."""
    actors, recipients = _codes(event.actors), _codes(event.recipients)
    a, b = sides
    return not recipients or (a in actors and b in recipients) or (b in actors and a in recipients)


def _in_order(
    changes: list[tuple[Event, RelationStatus]],
) -> list[tuple[Event, RelationStatus]]:
    """By date; undated ones have no place in a row, so one counts only where it is alone."""
    dated = [(event, status) for event, status in changes if event.occurred]
    if dated:
        return sorted(dated, key=lambda pair: (sort_key(pair[0].occurred or ""), pair[0].id))
    return changes if len({status for _, status in changes}) == 1 else []


def _series(events: list[Event]) -> tuple[MonthOfRelation, ...]:
    months: dict[str, list[float]] = defaultdict(list)
    for event in events:
        month = _month(event.occurred)
        if month and event.standing != "denied":
            months[month].append(event.score)
    return tuple(
        MonthOfRelation(month=month, events=len(scores), score=round(sum(scores), 4))
        for month, scores in sorted(months.items())
    )


def _month(occurred: str | None) -> str | None:
    """The month that a date lies in, if it lies in one."""
    found = span(occurred)
    if not found:
        return None
    first, last = date.fromordinal(found.first), date.fromordinal(found.last)
    return f"{first:%Y-%m}" if (first.year, first.month) == (last.year, last.month) else None
