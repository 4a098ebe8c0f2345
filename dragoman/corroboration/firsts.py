"""Honours that only one can have: two states cannot both be the first to recognise a third."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from dragoman.corroboration.block import side
from dragoman.corroboration.telling import Telling
from dragoman.records.events import Event, rivalry
from dragoman.records.honours import Honour

# Told of for years: "the first king to visit it".
_LASTING = frozenset({"visit", "establish-relations", "restore-relations"})

Happening = tuple[Event, tuple[Telling, ...]]


def contested(happenings: Sequence[Happening]) -> Iterator[Event]:
    """The events with the honours that tellers give, and disputes on those given to others too."""
    honoured = [(event, tuple(_honours(told))) for event, told in happenings]
    of_rank: dict[str, list[Honour]] = defaultdict(list)
    for _, honours in honoured:
        for honour in honours:
            of_rank[honour.rank].append(honour)
    for event, honours in honoured:
        told = {honour.rank: of_rank[honour.rank] for honour in honours}
        rivals = (rivalry(rank, honours, told[rank]) for rank in sorted(told))
        added = tuple(dispute for dispute in rivals if dispute)
        yield replace(event, honours=honours, disputes=(*event.disputes, *added))


def _honours(tellings: Iterable[Telling]) -> Iterator[Honour]:
    for telling in sorted(tellings, key=lambda telling: telling.claim.id):
        honour = _honour(telling) if telling.commits and not telling.denies else None
        if honour and not telling.comments:
            yield honour


def _honour(telling: Telling) -> Honour | None:
    """The honour that a telling gives; None where nobody holds it, or nothing is dated."""
    found, claim = telling.superlative, telling.claim
    if found is None:
        return None
    before = (side(p) for p in claim.actors if p.start < claim.trigger.start)
    doers = frozenset(filter(None, before)) or telling.actors
    others = (telling.actors | telling.recipients) - doers
    holder = "+".join(sorted(doers)) if found.of == "actor" else claim.occurred
    sides = others if found.of == "actor" else telling.actors | telling.recipients
    if not (holder and sides) or (found.his and not telling.people):
        return None
    once = found.rank == "first" and "recognize" in telling.modes  # then nothing else is asked
    among = " ".join((found.among, *_whose(telling))) if found.his else found.among
    return Honour(
        rank=found.rank,
        of=found.of,
        holder=holder,
        act=(claim.event_type, *sorted(claim.modes)),
        sides=tuple(sorted(sides)),
        among=among,
        since=() if once else tuple(sorted(found.since)),
        words=() if once else tuple(sorted(found.words)),
        lasting=bool(telling.modes & _LASTING),
        occurred=None if once else claim.occurred,
        published=None if once else claim.published,
        teller=f"{telling.voice.outlet} / {telling.voice.origin or ''}",
        claim=claim.id,
    )


def _whose(telling: Telling) -> Iterator[str]:
    """The persons of "his first visit"."""
    for name in sorted(telling.people, key=lambda name: sorted(name.words)):
        yield from sorted(name.words)
