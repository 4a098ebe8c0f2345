"""Where the tellers of one happening differ: whether, when, who, where and how many."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from dragoman.corroboration import places
from dragoman.corroboration.places import IsTown, Place
from dragoman.corroboration.quantities import Quantity
from dragoman.corroboration.roles import direction
from dragoman.corroboration.telling import Span, Telling
from dragoman.corroboration.voices import teller_of
from dragoman.records.events import Dispute, DisputedValue

K = TypeVar("K")
Told = dict[str, list[Telling]]  # tellings by the value that they give


def disputes(tellings: Iterable[Telling], is_town: IsTown | None = None) -> tuple[Dispute, ...]:
    """What these tellings of one happening contradict each other in."""
    told = list(tellings)
    affirmed = [telling for telling in told if telling.commits and not telling.denies]
    return tuple(
        dispute
        for found in (
            _on_happening(told),
            _on_date(affirmed),
            _on_actors(affirmed),
            _on_place(affirmed, is_town),
            _on_count(affirmed),
        )
        for dispute in found
    )


def dispute(field: str, told: Told) -> Dispute:
    """A dispute on a field, its values in order."""
    values = (
        DisputedValue(value=value, claims=tuple(sorted(t.claim.id for t in told[value])))
        for value in sorted(told)
    )
    return Dispute(field=field, values=tuple(values))


def by_date(tellings: Iterable[Telling]) -> Told:
    """The tellings by the date that they give, but for those that bound nothing."""
    return grouped(
        [telling for telling in tellings if telling.span], lambda t: t.claim.occurred or ""
    )


def rival_dates(tellings: Iterable[Telling]) -> Told:
    """The dates without a common day, each the most precise told, with those that agree.

    One that allows several takes no side between them.
    """
    dated = by_date(tellings)
    values: Told = {}
    for date in sorted(dated, key=lambda date: (span_of(dated[date]).days, date)):
        span = span_of(dated[date])
        agreeing = [one for one in values if span_of(values[one]).overlaps(span)]
        if not agreeing:
            values[date] = list(dated[date])
        elif len(agreeing) == 1:
            values[agreeing[0]] += dated[date]
    return values


def span_of(tellings: list[Telling]) -> Span:
    """The span of tellings that share their date."""
    return next(telling.span for telling in tellings if telling.span)


def grouped(tellings: Iterable[Telling], key: Callable[[Telling], str]) -> Told:
    """The tellings by what the key makes of them."""
    groups: Told = defaultdict(list)
    for telling in tellings:
        groups[key(telling)].append(telling)
    return groups


def _on_happening(told: list[Telling]) -> Iterator[Dispute]:
    sure = [telling for telling in told if telling.commits]
    answers = grouped(sure, lambda telling: "no" if telling.denies else "yes")
    if len(answers) > 1:
        yield dispute("happened", answers)


def _on_date(tellings: list[Telling]) -> Iterator[Dispute]:
    values = rival_dates(tellings)
    differing = _conflicts(values, lambda _a, _b: True)
    if differing:
        yield dispute("occurred", {date: values[date] for date in differing})


def _on_actors(tellings: list[Telling]) -> Iterator[Dispute]:
    """Who did it to whom; whoever has both do it takes no side."""
    one_sided = grouped(
        [t for t in tellings if t.recipients], lambda telling: "+".join(sorted(telling.actors))
    )
    firsts = [group[0] for group in one_sided.values()]
    if any(direction(a, b) == "mirrored" for a in firsts for b in firsts):
        yield dispute("actors", one_sided)


def _on_place(tellings: list[Telling], is_town: IsTown | None) -> Iterator[Dispute]:
    here: dict[str, list[Telling]] = defaultdict(list)
    named: dict[str, Place] = {}
    for telling in tellings:
        if telling.place and not _moves(telling):
            here[telling.place.key].append(telling)
            named[telling.place.key] = telling.place
    differing = _conflicts(here, lambda a, b: places.differ(named[a], named[b], is_town))
    if differing:
        yield dispute("place", {named[key].name: here[key] for key in differing})


def _moves(telling: Telling) -> bool:
    """Whether a happening goes from place to place, as a visit does."""
    return "visit" in telling.modes or telling.lasts


def _on_count(tellings: list[Telling]) -> Iterator[Dispute]:
    """Numbers of the same that cannot both be true, one dispute for each thing counted."""
    counted: dict[Quantity, list[Telling]] = defaultdict(list)
    for telling in _last_word(tellings):
        for quantity in telling.quantities:
            counted[quantity].append(telling)
    for kind in sorted({quantity.kind for quantity in counted}):
        rivals = _rival_counts({q: told for q, told in counted.items() if q.kind == kind})
        differing = _conflicts(rivals, lambda a, b: a.comparable(b) and not a.allows(b))
        if differing:
            yield dispute("count", {quantity.text: rivals[quantity] for quantity in differing})


def _rival_counts(counted: dict[Quantity, list[Telling]]) -> dict[Quantity, list[Telling]]:
    """The numbers, exact ones first; one that allows a single other is counted with it."""
    values: dict[Quantity, list[Telling]] = {}
    for quantity in sorted(counted, key=lambda q: (q.high - q.low, q.low, q.text, sorted(q.of))):
        agreeing = [one for one in values if one.comparable(quantity) and one.allows(quantity)]
        if not agreeing:
            values[quantity] = list(counted[quantity])
        elif len(agreeing) == 1:
            values[agreeing[0]] += counted[quantity]
    return values


def _last_word(tellings: list[Telling]) -> Iterator[Telling]:
    """What each teller says last of how many: a toll that has risen is no contradiction."""
    counting = [telling for telling in tellings if telling.quantities]
    teller = teller_of({telling.claim.id: telling.voice for telling in counting})
    latest: dict[str, int] = defaultdict(int)
    for telling in counting:
        who = teller[telling.claim.id]
        latest[who] = max(latest[who], _published(telling))
    return (t for t in counting if _published(t) == latest[teller[t.claim.id]])


def _published(telling: Telling) -> int:
    return telling.published.first if telling.published else 0


def _conflicts(told: dict[K, list[Telling]], differ: Callable[[K, K], bool]) -> list[K]:
    """The values that differ from another one which no teller gives along with it."""
    every = [telling for tellings in told.values() for telling in tellings]
    teller = teller_of({telling.claim.id: telling.voice for telling in every})
    given = {value: {teller[t.claim.id] for t in told[value]} for value in told}
    return [
        value
        for value in told
        if any(
            value is not other and differ(value, other) and given[value].isdisjoint(given[other])
            for other in told
        )
    ]
