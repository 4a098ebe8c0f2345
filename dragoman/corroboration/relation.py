"""Two sides over time: the state of their relations and the months of their dealings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import inf
from typing import NamedTuple

from msgspec.structs import replace

from dragoman.records.dates import bounds, overlaps, sort_key
from dragoman.records.events import (
    DisputedValue,
    Doubt,
    Event,
    EventSide,
    MonthOfRelation,
    Recognition,
    Relation,
    RelationStatus,
    StatusSpan,
    Unsettled,
)

STATUS_OF: dict[str, RelationStatus] = {
    "recognize": "recognized",
    "establish-relations": "relations",
    "restore-relations": "relations",
    "upgrade-relations": "relations",
    "suspend-relations": "suspended",
    "sever-relations": "severed",
}
_ONCE = frozenset({"establish-relations", "restore-relations", "sever-relations"})
_ORDER = ("recognized", "relations", "suspended", "severed")  # of changes told of one day


class _Change(NamedTuple):
    """An event that would put the relation into a state."""

    event: Event
    mode: str
    status: RelationStatus


def relation(sides: tuple[str, str], events: Iterable[Event]) -> Relation:
    """The relation that these events, in any order, make of the two sides."""
    between = sorted(
        (event for event in events if set(sides) <= _sides(event) and not event.merged_into),
        key=lambda event: event.id,
    )
    dates = sorted((event.occurred for event in between if event.occurred), key=sort_key)
    changes = list(_changes(sides, between))
    doubts = _doubts(changes)
    settled = sorted((one for one in changes if one.event.id not in doubts), key=_when)
    spans, repeated = _spans(settled)
    doubts |= {change.event.id: "repeated" for change in repeated}
    dealings = [event for event in between if event.believed and _deal(sides, event)]
    series = _series(dealings)
    return Relation(
        sides=sides,
        status=_until_the_next(spans),
        events=len(between),
        first=dates[0] if dates else None,
        last=dates[-1] if dates else None,
        series=series,
        recognitions=tuple(_recognitions(sides, changes)),
        unsettled=tuple(_unsettled(changes, doubts, {change.status for change in settled})),
        outside_series=len(dealings) - sum(month.events for month in series),
    )


def _sides(event: Event) -> set[str]:
    return _codes((*event.actors, *event.recipients))


def _codes(sides: Iterable[EventSide]) -> set[str]:
    return {_code(side) for side in sides}


def _code(side: EventSide) -> str:
    return side.country or (side.name or "").casefold()


def _face(sides: tuple[str, str], event: Event) -> bool:
    """Whether the sides stand opposite each other, or everyone on one footing."""
    actors, recipients = _codes(event.actors), _codes(event.recipients)
    a, b = sides
    return not recipients or (a in actors and b in recipients) or (b in actors and a in recipients)


def _deal(sides: tuple[str, str], event: Event) -> bool:
    """Whether it passed between them: what both do to a third, or suffer, tells nothing of it."""
    return _face(sides, event) or "third-party" in event.modes


# The state of the relation


def _changes(sides: tuple[str, str], events: list[Event]) -> Iterator[_Change]:
    for event in events:
        mode = next((mode for mode in event.modes if mode in STATUS_OF), None)
        if mode and _face(sides, event):
            yield _Change(event, mode, STATUS_OF[mode])


def _doubts(changes: list[_Change]) -> dict[str, Doubt]:
    """Why nothing is concluded from some; what has no date counts where all say one thing."""
    believed = [change for change in changes if change.event.believed]
    dated = any(change.event.occurred for change in believed)
    told_alike = not dated and len({change.status for change in believed}) == 1
    found = ((change.event, _doubt(change.event, told_alike)) for change in changes)
    return {event.id: doubt for event, doubt in found if doubt}


def _doubt(event: Event, told_alike: bool) -> Doubt | None:
    if event.standing == "denied":
        return "denied"
    if not event.believed:
        return "doubtful"
    return None if event.occurred or told_alike else "undated"


def _when(change: _Change) -> tuple[object, int, str]:
    occurred = change.event.occurred
    return (sort_key(occurred) if occurred else (), _ORDER.index(change.status), change.event.id)


def _spans(changes: list[_Change]) -> tuple[list[StatusSpan], list[_Change]]:
    """The states in their order; and the changes told of a relation that had changed so before."""
    spans: list[StatusSpan] = []
    repeated: list[_Change] = []
    for change in changes:
        current = spans[-1] if spans else None
        if _changes_nothing(change, current.status if current else "none"):
            continue
        if current is None or current.status != change.status:
            spans.append(_span(change))
        elif overlaps(current.since or "../9999", change.event.occurred or "../9999"):
            spans[-1] = _refined(current, _span(change))
        elif change.mode in _ONCE and not _opens_office(change):
            repeated.append(change)
    return spans, repeated


def _changes_nothing(change: _Change, current: RelationStatus) -> bool:
    """Whoever has or had relations is recognised already; an office opened restores nothing."""
    if change.status == "recognized":
        return current not in {"none", "recognized"}
    return change.mode == "upgrade-relations" and current in {"suspended", "severed"}


def _opens_office(change: _Change) -> bool:
    """Whether one side opens its embassy with the other, as it may long after."""
    return change.status == "relations" and bool(change.event.recipients)


def _span(change: _Change) -> StatusSpan:
    event, against = change.event, _against(change.event)
    return StatusSpan(
        status=change.status,
        since=event.occurred,
        event=event.id,
        mode=change.mode,
        claims=tuple(claim for claim in event.claims if claim not in against),
        against=tuple(sorted(against)),
    )


def _refined(vague: StatusSpan, other: StatusSpan) -> StatusSpan:
    """One change told twice, as in 1961 and on 3 January 1961, under the finer of the dates."""
    finer = _days(other.since) < _days(vague.since)
    kept, added = (other, vague) if finer else (vague, other)
    return replace(
        kept,
        claims=tuple(sorted({*kept.claims, *added.claims})),
        against=tuple(sorted({*kept.against, *added.against})),
    )


def _days(occurred: str | None) -> float:
    first, last = bounds(occurred) if occurred else (None, None)
    return (last - first).days if first and last else inf


def _until_the_next(spans: list[StatusSpan]) -> tuple[StatusSpan, ...]:
    ended = (replace(one, until=other.since) for one, other in pairwise(spans))
    return (*ended, *spans[-1:])


def _against(event: Event) -> set[str]:
    """The claims that it did not happen, or not then."""
    return {
        claim
        for dispute in event.disputes
        for value in dispute.values
        if _contradicts(event, dispute.field, value)
        for claim in value.claims
    }


def _contradicts(event: Event, field: str, value: DisputedValue) -> bool:
    if field == "happened":
        return value.value == "no"
    dated = field == "occurred" and event.occurred is not None
    return dated and not overlaps(value.value, event.occurred or "")


def _recognitions(sides: tuple[str, str], changes: list[_Change]) -> Iterator[Recognition]:
    """Who recognised whom, by date; one side may recognise several governments of the other."""
    given = [c for c in changes if c.status == "recognized" and c.event.believed]
    dated: set[tuple[EventSide, EventSide]] = set()
    for event, _, _ in sorted(given, key=lambda change: (not change.event.occurred, _when(change))):
        for by, of in _opposite(sides, event):
            if event.occurred or (by, of) not in dated:
                yield Recognition(by=by, of=of, since=event.occurred, event=event.id)
            dated.add((by, of))


def _opposite(sides: tuple[str, str], event: Event) -> Iterator[tuple[EventSide, EventSide]]:
    """Each of the two sides with the other, as they act on each other; both ways if as equals."""
    ends = (event.actors, event.recipients or event.actors)
    acting, receiving = ([one for one in end if _code(one) in sides] for end in ends)
    yield from ((by, of) for by in acting for of in receiving if _code(by) != _code(of))


def _unsettled(
    changes: list[_Change], doubts: dict[str, Doubt], settled: set[RelationStatus]
) -> Iterator[Unsettled]:
    """What was not counted; a vague telling of what is settled anyway leaves nothing open."""
    for change in sorted(changes, key=lambda one: (not one.event.occurred, _when(one))):
        doubt = doubts.get(change.event.id)
        known = change.status in settled or (change.status == "recognized" and settled)
        if doubt and (doubt in {"denied", "repeated"} or not known):
            yield Unsettled(event=change.event.id, status=change.status, doubt=doubt)


# The months of their dealings


def _series(dealings: list[Event]) -> tuple[MonthOfRelation, ...]:
    """Each event once, in the month that it happened in, however many tell of it and when."""
    months: dict[str, list[float]] = defaultdict(list)
    for event in dealings:
        if month := _month(event.occurred):
            months[month].append(event.score)
    return tuple(_summed_up(month, scores) for month, scores in sorted(months.items()))


def _summed_up(month: str, scores: list[float]) -> MonthOfRelation:
    return MonthOfRelation(
        month=month,
        events=len(scores),
        score=round(sum(scores), 4),
        cooperation=round(sum(score for score in scores if score > 0), 4),
        conflict=round(sum(score for score in scores if score < 0), 4),
    )


def _month(occurred: str | None) -> str | None:
    """The month that a date lies in, if it lies in one."""
    first, last = bounds(occurred) if occurred else (None, None)
    if not first or not last or (first.year, first.month) != (last.year, last.month):
        return None
    return f"{first:%Y-%m}"
