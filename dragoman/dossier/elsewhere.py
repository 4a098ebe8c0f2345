"""What is told of others and contradicts the events of two sides: who was first, who did it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from msgspec.structs import replace

from dragoman.ports import EventQuery, View
from dragoman.records.dates import precision
from dragoman.records.events import Dispute, DisputedValue, Event, EventSide, rivalry

_BLAMED_ON_OTHERS = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})

Names = Callable[[str], str | None]  # the neutral name of a code


def contested(events: Iterable[Event], view: View, names: Names) -> Iterator[Event]:
    """The events, with disputes that only the events of other sides bring to light."""
    others = _Others(view, names)
    for event in events:
        added = (*_on_rank(event, others), *_on_doer(event, others))
        yield replace(event, disputes=(*event.disputes, *added)) if added else event


class _Others:
    """The events of a record, asked for as they are needed."""

    def __init__(self, view: View, names: Names) -> None:
        self._view, self._names = view, names
        self._found: dict[EventQuery, dict[str | None, list[Event]]] = {}

    def by_date(self, query: EventQuery) -> dict[str | None, list[Event]]:
        """The events asked for by their dates; each question is asked once."""
        if query not in self._found:
            self._found[query] = defaultdict(list)
            for event in self._view.events(query):
                self._found[query][event.occurred].append(event)
        return self._found[query]

    def speakers(self, event: Event) -> set[str]:
        """The states whose word some claim of it is that it happened."""
        claims = filter(None, map(self._view.claim, event.claims))
        sure = (claim for claim in claims if claim.certainty in {"CT+", "PR+"})
        return {claim.asserted_by.country for claim in sure if claim.asserted_by.country}

    def places(self, event: Event) -> set[str]:
        """Where it was, by its place or by what was hit: a town, and not the whole state."""
        hit = {s.name for s in event.recipients if s.name != self._names(s.country or "")}
        return {name.casefold() for name in (event.place, *hit) if name}


# Who was the first: honours of recognition are compared where events are made


def _on_rank(event: Event, others: _Others) -> Iterator[Dispute]:
    ranked = {h.rank: h for h in event.honours if h.of == "actor" and not h.once}
    for rank, honour in sorted(ranked.items()):
        query = EventQuery(sides=honour.sides, event_types=(event.event_type,), words=rank)
        found = chain.from_iterable(others.by_date(query).values())
        told = [h for other in found for h in other.honours if h.of == "actor"]
        if dispute := rivalry(rank, event.honours, told):
            yield dispute


# Who did it: one side blames another, and this one a third


def _on_doer(event: Event, others: _Others) -> Iterator[Dispute]:
    victims, day = event.recipients, event.occurred
    blamed = event.event_type in _BLAMED_ON_OTHERS and others.places(event)
    if not (blamed and victims and day and precision(day) == "day"):
        return
    sides = tuple(sorted(_codes(victims)))
    year = day.rpartition("-")[0].rpartition("-")[0]  # one question for all of it
    query = EventQuery(sides=sides, event_types=(event.event_type,), since=year, until=year)
    told = others.by_date(query).get(day, ())
    rivals = [one for one in told if _blames_another(event, one, others)]
    if rivals:
        doers = {_doers(one): one.claims for one in (*rivals, event)}
        values = (DisputedValue(value=who, claims=doers[who]) for who in sorted(doers))
        yield Dispute(field="actors", values=tuple(values))


def _blames_another(event: Event, other: Event, others: _Others) -> bool:
    """Whether an accused tells the same deed of somebody else."""
    one, two = _codes(event.actors), _codes(other.actors)
    if not (one and two and one.isdisjoint(two)):
        return False
    if _codes(event.recipients) != _codes(other.recipients):
        return False
    here = not others.places(event).isdisjoint(others.places(other))
    return here and bool(one & others.speakers(other) or two & others.speakers(event))


def _doers(event: Event) -> str:
    return "+".join(sorted(_codes(event.actors)))


def _codes(sides: Iterable[EventSide]) -> set[str]:
    return {side.country for side in sides if side.country}
