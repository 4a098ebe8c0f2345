"""What a happening's tellers agree and differ on, and how far to believe it happened."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from math import prod
from typing import TypeVar

from dragoman.corroboration.block import side
from dragoman.corroboration.match import direction
from dragoman.corroboration.telling import Span, StateName, Telling
from dragoman.ontology import plover
from dragoman.records.actors import Participant
from dragoman.records.codec import content_id
from dragoman.records.events import (
    Dispute,
    DisputedValue,
    Event,
    EventSide,
    Standing,
    side_of,
)

T = TypeVar("T")

# How much of a claim's confidence each degree of certainty lets through.
CERTAINTY = {"CT+": 1.0, "PR+": 0.7, "PS+": 0.4, "Uu": 0.1, "PS-": 0.4, "PR-": 0.7, "CT-": 1.0}
HEARSAY = 0.9  # of a claim that the document passes on and does not make
COMMENT = 0.3  # of a reader's comment
SUPPOSED = 0.1  # of a thought played through
ONE_SOURCE = 0.9  # the most that one source is believed, however often it tells
ANY_SOURCES = 0.99


def weigh(tellings: tuple[Telling, ...], state_name: StateName | None) -> Event:
    """The event of which these are the tellings."""
    told = sorted(tellings, key=lambda telling: telling.claim.id)
    affirmed = [telling for telling in told if not telling.denies] or told
    event_type = _most_told(affirmed, lambda telling: (telling.claim.event_type,))[0]
    typed = [telling for telling in affirmed if telling.claim.event_type == event_type]
    modes = _most_told(typed, lambda telling: telling.claim.modes)
    actors, recipients = _both_sides(affirmed, state_name)
    disputes = tuple(_disputes(told))
    return Event(
        id=content_id("evt", min(told, key=_age).claim.id),
        event_type=event_type,
        modes=modes,
        contexts=tuple(sorted({context for t in affirmed for context in t.claim.contexts})),
        quad_class=plover().type(event_type).quad_class,
        score=plover().score(event_type, modes),
        actors=actors,
        recipients=recipients,
        occurred=_occurred(affirmed),
        claims=tuple(telling.claim.id for telling in told),
        documents=len({telling.claim.document for telling in told}),
        sources=witnesses(told),
        standing=_standing(told, disputes),
        disputes=disputes,
        confidence=_confidence(told),
    )


def witnesses(tellings: Iterable[Telling]) -> int:
    """How many of them are independent: one source is one, and so are copies of one text."""
    return len(set(_witness_of(list(tellings)).values()))


def _age(telling: Telling) -> tuple[str, str, int, str]:
    claim = telling.claim
    return (claim.published or "9", claim.document, claim.start, claim.id)


def _witness_of(tellings: list[Telling]) -> dict[str, str]:
    """For each claim the least source among those joined by a common source or text."""
    least = {telling.claim.id: telling.source for telling in tellings}
    changed = True
    while changed:
        changed = False
        for key in (lambda t: t.source, lambda t: t.copies):
            for group in _grouped(tellings, key).values():
                lowest = min(least[telling.claim.id] for telling in group)
                for telling in group:
                    changed |= least[telling.claim.id] != lowest
                    least[telling.claim.id] = lowest
    return least


def _grouped(
    tellings: Iterable[Telling], key: Callable[[Telling], str]
) -> dict[str, list[Telling]]:
    groups: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        groups[key(telling)].append(telling)
    return groups


def _most_told(
    tellings: list[Telling], values: Callable[[Telling], Iterable[str]]
) -> tuple[str, ...]:
    """The values told, those of the most sources and then of the most claims first."""
    tellers: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        for value in values(telling):
            tellers[value].append(telling)
    return tuple(sorted(tellers, key=lambda value: (*_support(tellers[value]), value)))


def _support(tellings: list[Telling]) -> tuple[int, int]:
    """For sorting: the best supported first."""
    return (-witnesses(tellings), -len(tellings))


def _standing(told: list[Telling], disputes: tuple[Dispute, ...]) -> Standing:
    if any(telling.denies for telling in told):
        return "denied"
    if disputes:
        return "disputed"
    return "agreed" if witnesses(t for t in told if _asserts(t)) > 1 else "single"


def _asserts(telling: Telling) -> bool:
    return telling.claim.certainty in {"CT+", "PR+"} and not telling.supposes


def _confidence(told: list[Telling]) -> float:
    """Noisy-or over independent sources, halved by a denial as sure as can be."""
    affirming = _noisy_or([telling for telling in told if not telling.denies])
    denying = _noisy_or([telling for telling in told if telling.denies])
    return round(affirming * (1 - denying / 2), 4)


def _noisy_or(tellings: list[Telling]) -> float:
    witness = _witness_of(tellings)
    best: dict[str, float] = {}
    for telling in tellings:
        who = witness[telling.claim.id]
        best[who] = max(best.get(who, 0.0), min(ONE_SOURCE, _weight(telling)))
    return min(ANY_SOURCES, 1 - prod(1 - best[who] for who in sorted(best)))


def _weight(telling: Telling) -> float:
    claim = telling.claim
    weight = claim.confidence * CERTAINTY[claim.certainty]
    if telling.comments:
        weight *= COMMENT
    elif claim.asserted_by.role != "author":
        weight *= HEARSAY
    return weight * SUPPOSED if telling.supposes else weight


# When


def _occurred(tellings: list[Telling]) -> str | None:
    """The most precise of the dates that the best supported tellings allow."""
    dated = _by_date(tellings)
    if not dated:  # a date may bound nothing that can be compared, and yet be told
        told = _most_told(tellings, lambda telling: filter(None, (telling.claim.occurred,)))
        return told[0] if told else None

    def support(date: str) -> tuple[int, int, int, int, str]:
        span = _span_of(dated[date])
        allowing = [t for told in dated.values() for t in told if t.span and t.span.overlaps(span)]
        # first who allows it, then how precise, then who says exactly that
        return (*_support(allowing), span.days, -len(dated[date]), date)

    return min(dated, key=support)


def _by_date(tellings: list[Telling]) -> dict[str, list[Telling]]:
    dated: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        if telling.span and telling.claim.occurred:
            dated[telling.claim.occurred].append(telling)
    return dated


def _span_of(tellings: list[Telling]) -> Span:
    return next(telling.span for telling in tellings if telling.span)


# Who


def _both_sides(
    tellings: list[Telling], state_name: StateName | None
) -> tuple[tuple[EventSide, ...], tuple[EventSide, ...]]:
    """Actors and recipients; where tellers differ on which is which, all are actors."""
    ends = {(telling.actors, telling.recipients) for telling in tellings}
    if len(ends) == 1:
        return (
            _union([p for t in tellings for p in t.claim.actors], state_name),
            _union([p for t in tellings for p in t.claim.recipients], state_name),
        )
    visits = [t for t in tellings if "visit" in t.modes and t.recipients]
    if visits and len(visits) < len(tellings):
        return _both_sides(_of_one_direction(visits), state_name)
    everyone = [p for t in tellings for p in (*t.claim.actors, *t.claim.recipients)]
    return _union(everyone, state_name), ()


def _of_one_direction(tellings: list[Telling]) -> list[Telling]:
    first = tellings[0]
    return [t for t in tellings if (t.actors, t.recipients) == (first.actors, first.recipients)]


def _union(participants: list[Participant], state_name: StateName | None) -> tuple[EventSide, ...]:
    """One side for each country, under the name told most often; of equals the most specific."""
    by_side: dict[str, list[EventSide]] = defaultdict(list)
    for participant in participants:
        if who := side(participant):
            by_side[who].append(side_of(participant))
    state = state_name or (lambda _: None)
    return tuple(_most_specific(by_side[who], state(who)) for who in sorted(by_side))


def _most_specific(told: list[EventSide], state: str | None) -> EventSide:
    counts = Counter(told)

    def rank(one: EventSide) -> tuple[bool, int, bool, int, tuple[str, str, str]]:
        words = len(one.name.split()) if one.name else 0
        rest = (one.name or "", one.sector or "", one.wikidata or "")
        return (one.name is None, -counts[one], one.name == state, -words, rest)

    return min(counts, key=rank)


# Disputes


def _disputes(told: list[Telling]) -> Iterable[Dispute]:
    affirmed = [telling for telling in told if not telling.denies]
    denied = [telling for telling in told if telling.denies]
    if affirmed and denied:
        yield Dispute(field="happened", values=(_value("no", denied), _value("yes", affirmed)))
    yield from _dispute_on_date(affirmed)
    yield from _dispute_on_actors(affirmed)


def _dispute_on_date(tellings: list[Telling]) -> Iterable[Dispute]:
    dated = _by_date(tellings)
    precise_first = sorted(dated, key=lambda date: (_span_of(dated[date]).days, date))
    values: dict[str, list[Telling]] = {}
    for date in precise_first:
        span = _span_of(dated[date])
        agreeing = [one for one in values if _span_of(values[one]).overlaps(span)]
        if not agreeing:
            values[date] = list(dated[date])
        elif len(agreeing) == 1:  # a date that allows several takes no side between them
            values[agreeing[0]] += dated[date]
    if len(values) > 1:
        found = (_value(date, tellers) for date, tellers in sorted(values.items()))
        yield Dispute(field="occurred", values=tuple(found))


def _dispute_on_actors(tellings: list[Telling]) -> Iterable[Dispute]:
    mirrored = any(direction(a, b) == "mirrored" for a in tellings[:1] for b in tellings)
    if not mirrored:
        mirrored = any(direction(a, b) == "mirrored" for a in tellings for b in tellings)
    if mirrored:
        groups = _grouped(tellings, lambda telling: "+".join(sorted(telling.actors)))
        found = (_value(actors, tellers) for actors, tellers in sorted(groups.items()))
        yield Dispute(field="actors", values=tuple(found))


def _value(value: str, tellings: list[Telling]) -> DisputedValue:
    return DisputedValue(value=value, claims=tuple(sorted(t.claim.id for t in tellings)))
