"""What a happening's tellers agree and differ on, and how far to believe it happened."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from math import prod

from dragoman.corroboration.block import side
from dragoman.corroboration.disputes import Told, by_date, disputes, rival_dates, span_of
from dragoman.corroboration.kinds import DIRECTED_MODES, LASTING
from dragoman.corroboration.places import IsTown
from dragoman.corroboration.telling import Telling
from dragoman.corroboration.voices import StateName, witness_of
from dragoman.ontology import plover
from dragoman.records.actors import Participant
from dragoman.records.events import Dispute, Event, EventSide, Standing, event_id, side_of

# How much of a claim's confidence each degree of certainty lets through.
CERTAINTY = {"CT+": 1.0, "PR+": 0.7, "PS+": 0.4, "Uu": 0.1, "PS-": 0.4, "PR-": 0.7, "CT-": 1.0}
HEARSAY = 0.9  # of a claim that the document passes on and does not make
COMMENT = 0.3  # of a reader's comment
SUPPOSED = 0.1  # of a thought played through
ONE_SOURCE = 0.9  # the most that one source is believed, however often it tells
ANY_SOURCES = 0.99

_OF_STANDING = {"actors", "occurred"}  # who, whom and when: the rest leaves the event as it is


def weigh(
    tellings: tuple[Telling, ...],
    state_name: StateName | None = None,
    is_town: IsTown | None = None,
) -> Event:
    """The event of which these are the tellings."""
    told = sorted(tellings, key=lambda telling: telling.claim.id)
    affirmed = [telling for telling in told if not telling.denies] or told
    event_type = _most_told(affirmed, lambda telling: (telling.claim.event_type,))[0]
    typed = [telling for telling in affirmed if telling.claim.event_type == event_type]
    modes = _most_told(typed, lambda telling: sorted(telling.modes))
    actors, recipients = _both_sides(affirmed, state_name)
    differences = disputes(told, is_town)
    return Event(
        id=event_id(min(told, key=_age).claim.id),
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
        standing=_standing(told, differences),
        disputes=differences,
        confidence=_confidence(told),
        negated=all(telling.denies and not _rebuts(telling) for telling in told),
        place=next(iter(_most_told(affirmed, lambda t: (t.place.name,) if t.place else ())), None),
    )


def witnesses(tellings: Iterable[Telling]) -> int:
    """How many of them are independent: one source is one, and so are copies of one text."""
    return len(set(_witness_of(tellings).values()))


def _age(telling: Telling) -> tuple[str, str, int, str]:
    claim = telling.claim
    return (claim.published or "9", claim.document, claim.start, claim.id)


def _witness_of(tellings: Iterable[Telling]) -> dict[str, str]:
    return witness_of({telling.claim.id: telling.voice for telling in tellings})


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


def _standing(told: list[Telling], differences: tuple[Dispute, ...]) -> Standing:
    if any(telling.denies for telling in told):
        return "denied"
    if any(difference.field in _OF_STANDING for difference in differences):
        return "disputed"
    return "agreed" if witnesses(t for t in told if _asserts(t)) > 1 else "single"


def _rebuts(telling: Telling) -> bool:
    """Whether it is the word of somebody concerned, and not only told in the negative."""
    own = telling.claim.asserted_by.role == "author"
    return not own or telling.voice.state in telling.actors | telling.recipients


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
    """The most precise date that the best supported tellings allow."""
    rivals = rival_dates(tellings)
    if not rivals:  # a date may bound nothing that can be compared, and yet be told
        told = _most_told(tellings, lambda telling: filter(None, (telling.claim.occurred,)))
        return told[0] if told else None
    most = max(witnesses(told) for told in rivals.values())
    best = {date: told for date, told in rivals.items() if witnesses(told) == most}
    if len(best) > 1 and (safe := _allowing_all(tellings, best)):
        return safe
    chosen = min(best, key=lambda date: (-len(best[date]), span_of(best[date]).days, date))
    return _extent(best[chosen]) or chosen


def _extent(tellings: list[Telling]) -> str | None:
    """The first to the last day of what lasts, if they are told: a day of it is only a part."""
    lasting = [t for t in tellings if t.modes & LASTING or t.claim.event_type == "MOBILIZE"]
    told = by_date(telling for telling in lasting if telling.lasts)
    return min(told, key=lambda date: (-span_of(told[date]).days, date), default=None)


def _allowing_all(tellings: list[Telling], rivals: Told) -> str | None:
    """Of dates that are told, the most precise that allows all the rivals, if there is one."""
    dated = by_date(tellings)
    spans = [span_of(told) for told in rivals.values()]
    allowing = (
        date for date, told in dated.items() if all(span_of(told).overlaps(span) for span in spans)
    )
    return min(allowing, key=lambda date: (span_of(dated[date]).days, date), default=None)


# Who


def _both_sides(
    tellings: list[Telling], state_name: StateName | None
) -> tuple[tuple[EventSide, ...], tuple[EventSide, ...]]:
    """Actors and recipients; where tellers differ on which is which, all are actors."""
    if len(_ends(tellings)) == 1 and not tellings[0].together:
        actors = _union([p for t in tellings for p in t.claim.actors], state_name)
        recipients = _union([p for t in tellings for p in t.claim.recipients], state_name)
        own = {one.country for one in actors}
        others = tuple(one for one in recipients if one.country not in own or not one.country)
        return actors, others or recipients  # who acts on others and some of their own
    directed = [t for t in tellings if t.modes & DIRECTED_MODES and t.recipients]
    if len(directed) < len(tellings) and len(_ends(directed)) == 1:
        return _both_sides(directed, state_name)
    everyone = [p for t in tellings for p in (*t.claim.actors, *t.claim.recipients)]
    return _union(everyone, state_name), ()


def _ends(tellings: list[Telling]) -> set[tuple[frozenset[str], frozenset[str]]]:
    return {(telling.actors, telling.recipients) for telling in tellings}


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
