"""Honours that only one can have: two states cannot both be the first to recognise a third."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from dragoman.corroboration.disputes import Told, dispute
from dragoman.corroboration.telling import Telling
from dragoman.records.events import Event

Happening = tuple[Event, tuple[Telling, ...]]
Honour = tuple[str, str, frozenset[str], frozenset[str]]  # among whom, and to do what to whom


def contested(happenings: Sequence[Happening]) -> Iterator[Event]:
    """The events, with a dispute on each whose actor is not alone in having been the first."""
    claimed: dict[Honour, Told] = defaultdict(lambda: defaultdict(list))
    for _, told in happenings:
        for honour, telling in _honours(told):
            claimed[honour]["+".join(sorted(telling.actors))].append(telling)
    for event, told in happenings:
        honours = sorted(
            {honour for honour, _ in _honours(told) if len(claimed[honour]) > 1}, key=_name
        )
        added = tuple(dispute("first", claimed[honour]) for honour in honours)
        yield replace(event, disputes=(*event.disputes, *added)) if added else event


def _honours(tellings: Iterable[Telling]) -> Iterator[tuple[Honour, Telling]]:
    for telling in tellings:
        stands = telling.commits and not telling.denies
        if telling.first is not None and telling.actors and stands:
            claim = telling.claim
            yield (telling.first, claim.event_type, telling.modes, telling.recipients), telling


def _name(honour: Honour) -> tuple[str, str, list[str], list[str]]:
    among, event_type, modes, recipients = honour
    return among, event_type, sorted(modes), sorted(recipients)
