"""Who, when and how often: what the claims of an answer give, each with the claims that do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from dragoman.asking.fit import unknown
from dragoman.asking.understand import StateName
from dragoman.records.actors import Participant
from dragoman.records.answers import Question, Value
from dragoman.records.claims import Claim
from dragoman.records.dates import contains, sort_key
from dragoman.records.events import Event

_LATE = sort_key("9999")


def values_of(
    question: Question,
    claims: list[Claim],
    events: Mapping[str, Event],
    state_name: StateName,
) -> tuple[Value, ...]:
    """The values that claims which affirm give to a question; `events` are by claim."""
    if question.kind == "who":
        return tuple(_who(question, claims, state_name))
    if question.kind == "when":
        return tuple(_when(question, claims, events))
    if question.kind == "how-many":
        return _how_many(claims, events)
    return ()


def _who(question: Question, claims: list[Claim], state_name: StateName) -> Iterator[Value]:
    """Each country or name once, those told most often first; by date where that is asked."""
    tellers: dict[str, list[Claim]] = defaultdict(list)
    names: dict[str, str] = {}
    for claim in claims:
        for one in _asked(question, claim):
            key = one.country or one.name or one.text
            tellers[key].append(claim)
            names.setdefault(key, state_name(one.country or "") or one.name or one.text)

    def says_so(key: str) -> bool:
        return any(says(question, claim) for claim in tellers[key])

    def rank(key: str) -> tuple[object, ...]:
        told = tellers[key]
        if question.order is None:
            return (-len({claim.source for claim in told}), -len(told), key)
        return (not says_so(key), _days(told, latest=question.order == "last"), key)

    ranked = sorted(tellers, key=rank)
    if question.order is not None:  # those said to be so, else those whom the dates make so
        ranked = [key for key in ranked if rank(key)[:-1] == rank(ranked[0])[:-1] or says_so(key)]
    for key in ranked:
        claims_of = tuple(dict.fromkeys(claim.id for claim in tellers[key]))
        yield Value(value=key, name=names[key], claims=claims_of)


def says(question: Question, claim: Claim) -> bool:
    """Whether a sentence itself says "first", or "last", where it is asked."""
    return question.order is not None and question.order in claim.text.lower().split()


def _asked(question: Question, claim: Claim) -> Iterator[Participant]:
    if question.unknown != "speaker":
        yield from unknown(question, claim)
        return
    said = claim.asserted_by
    name = said.name or said.text or (claim.source if said.role == "author" else "")
    if name or said.country:
        yield Participant(
            text=name,
            name=name,
            country=said.country,
            sector=None,
            wikidata=None,
            start=0,
            end=0,
        )


def _when(question: Question, claims: list[Claim], events: Mapping[str, Event]) -> Iterator[Value]:
    """The dates told: of each event its own, of one whose date is disputed each."""
    tellers: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        for date in _dates(claim, events.get(claim.id)):
            tellers[date].append(claim.id)
    finer = [date for date in tellers if not any(_vaguer(date, other) for other in tellers)]
    dates = sorted(finer, key=sort_key)
    if question.order is not None:
        dates = dates[:1] if question.order == "first" else dates[-1:]
    else:
        dates.sort(key=lambda date: -len(tellers[date]))
    for date in dates:
        yield Value(value=date, name=date, claims=tuple(tellers[date]))


def _vaguer(date: str, other: str) -> bool:
    """Whether a date only says less precisely what another does."""
    return contains(date, other) and not contains(other, date)


def _dates(claim: Claim, event: Event | None) -> Iterator[str]:
    """When it happened, by a claim's event, or by its own word where that is disputed."""
    disputed = event is not None and any(one.field == "occurred" for one in event.disputes)
    date = claim.occurred if event is None or disputed else event.occurred
    if date:
        yield date


def _how_many(claims: list[Claim], events: Mapping[str, Event]) -> tuple[Value, ...]:
    """How many events these claims tell of."""
    told = {events[claim.id].id: claim.id for claim in reversed(claims) if claim.id in events}
    count = len(told) + sum(claim.id not in events for claim in claims)
    return (Value(value=str(count), name=str(count), claims=tuple(told.values())),)


def _days(claims: Iterable[Claim], *, latest: bool) -> tuple[int, ...]:
    """The earliest day told, or the latest, for sorting."""
    found = [sort_key(claim.occurred) if claim.occurred else _LATE for claim in claims]
    if latest:
        return tuple(-part for part in max(found)[1])
    return tuple(min(found)[0])
