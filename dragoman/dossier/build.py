"""A dossier composed of what a view of the record holds about two sides."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from dragoman.dossier.cite import (
    Sources,
    agreeing,
    best_first,
    cite,
    is_comment,
    is_uncertain,
)
from dragoman.dossier.elsewhere import contested
from dragoman.dossier.letters import exchanges
from dragoman.dossier.namings import namings
from dragoman.dossier.summary import summary
from dragoman.ports import EventQuery, View
from dragoman.records.claims import Claim
from dragoman.records.codec import Record
from dragoman.records.dates import sort_key
from dragoman.records.dossiers import (
    Citation,
    DocumentUsed,
    Dossier,
    Entry,
    Question,
    Side,
    StateOn,
    StatusEntry,
    Tally,
)
from dragoman.records.events import Event, Relation

OF_SIDES = frozenset({"actors", "first", "only", "last"})  # disputes whose values are codes
Names = Callable[[str], str | None]  # the neutral name of a code
Relate = Callable[[tuple[str, str], Iterable[Event]], Relation]


class Wanted(Record, frozen=True, kw_only=True):
    """How a dossier is wanted: `on` is the EDTF date of which the state is asked."""

    on: str | None = None
    newest_first: bool = False


def build(  # noqa: PLR0913, PLR0917 - two sides, and what tells of them
    view: View, a: str, b: str, names: Names, relate: Relate, wanted: Wanted | None = None
) -> Dossier:
    """The dossier of two sides, given by code; `relate` derives their relation from events."""
    wanted = wanted or Wanted()
    query = EventQuery(sides=(a, b))
    standing = (event for event in view.events(query) if not event.merged_into)
    events = list(contested(standing, view, names))
    claims = _claims_of(view, events, query)
    sources = Sources(view, claims.values())
    entries = [_entry(event, claims, sources) for event in events]
    told = list(_only(entries, lambda citation: not is_comment(citation)))
    testimony = {entry.event.id: agreeing(entry) for entry in told}
    sure = [e for e in told if testimony[e.event.id]]  # a visit that may come is not on the list
    letters = _in_order(entry for entry in sure if "letter" in entry.event.modes)
    relation = relate((a, b), [entry.event for entry in told])
    return Dossier(
        sides=(_side(a, names), _side(b, names)),
        others=tuple(_side(code, names) for code in sorted(_codes(events) - {a, b})),
        relation=relation,
        state=_state(relation, wanted.on),
        status=tuple(_status(relation, told, testimony)),
        summary=summary(relation, told, testimony, claims, sources),
        timeline=_dated(told, newest_first=wanted.newest_first),
        undated=tuple(entry for entry in told if not entry.event.occurred),
        comments=tuple(_only(entries, is_comment)),
        disputes=_ids(_in_order(entry for entry in told if entry.event.disputes)),
        letters=_ids(letters),
        exchanges=exchanges(letters),
        visits=_ids(_in_order(entry for entry in sure if "visit" in entry.event.modes)),
        tallies=_tallies(told, claims),
        namings=namings(_cited(told, claims)),
        questions=tuple(_questions(told)),
        documents=_documents(entries, sources),
    )


def _side(code: str, names: Names) -> Side:
    return Side(code=code, name=names(code) or code)


def _codes(events: Iterable[Event]) -> set[str]:
    """The countries that take part in these events, or that some say do."""
    found: set[str] = set()
    for event in events:
        sides = (*event.actors, *event.recipients)
        told = (v.value for d in event.disputes if d.field in OF_SIDES for v in d.values)
        found |= {side.country for side in sides if side.country}
        found |= {code for value in told if value[:1].isupper() for code in value.split("+")}
    return found


def _claims_of(view: View, events: list[Event], query: EventQuery) -> dict[str, Claim]:
    """The claims of these events by id; one that the query missed is asked for by itself."""
    wanted = {claim for event in events for claim in (*event.claims, *_contradicting(event))}
    found = {claim.id: claim for claim in view.claims(query) if claim.id in wanted}
    for missing in sorted(wanted - found.keys()):
        if claim := view.claim(missing):
            found[missing] = claim
    return found


def _contradicting(event: Event) -> Iterator[str]:
    """The claims in its disputes; they may be told of another event: who else was the first."""
    for dispute in event.disputes:
        for value in dispute.values:
            yield from value.claims


def _entry(event: Event, claims: Mapping[str, Claim], sources: Sources) -> Entry:
    others = sorted(set(_contradicting(event)) - set(event.claims))
    return Entry(
        event=event,
        citations=_citations(event.claims, claims, sources),
        elsewhere=_citations(others, claims, sources),
    )


def _citations(
    ids: Iterable[str], claims: Mapping[str, Claim], sources: Sources
) -> tuple[Citation, ...]:
    cited = (cite(claims[claim], sources) for claim in ids if claim in claims)
    return tuple(sorted(cited, key=best_first))


def _only(entries: Iterable[Entry], wanted: Callable[[Citation], bool]) -> Iterator[Entry]:
    """The entries with these of their citations, less those that have none."""
    for entry in entries:
        if citations := tuple(filter(wanted, entry.citations)):
            elsewhere = tuple(filter(wanted, entry.elsewhere))
            yield Entry(event=entry.event, citations=citations, elsewhere=elsewhere)


def _cited(entries: Iterable[Entry], claims: Mapping[str, Claim]) -> Iterator[Claim]:
    yield from (claims[citation.claim] for entry in entries for citation in entry.citations)


def _dated(entries: Iterable[Entry], *, newest_first: bool) -> tuple[Entry, ...]:
    dated = _in_order(entry for entry in entries if entry.event.occurred)
    return tuple(reversed(dated) if newest_first else dated)


def _in_order(entries: Iterable[Entry]) -> list[Entry]:
    """By date, the undated last."""
    return sorted(entries, key=_by_date)


def _by_date(entry: Entry) -> tuple[bool, object, str]:
    occurred = entry.event.occurred
    return (not occurred, sort_key(occurred) if occurred else (), entry.event.id)


def _ids(entries: Iterable[Entry]) -> tuple[str, ...]:
    return tuple(entry.event.id for entry in entries)


def _state(relation: Relation, on: str | None) -> StateOn:
    return StateOn(date=on, status=relation.on(on) if on else relation.status[-1:])


def _status(
    relation: Relation, entries: list[Entry], testimony: Mapping[str, list[Citation]]
) -> Iterator[StatusEntry]:
    by_id = {entry.event.id: entry for entry in entries}
    for span in relation.status:
        entry = by_id[span.event]
        yield StatusEntry(
            status=span.status,
            since=span.since,
            until=span.until,
            mode=span.mode,
            event=span.event,
            citations=tuple(testimony[span.event]),
            against=tuple(one for one in entry.citations if one.claim in span.against),
        )


def _tallies(entries: list[Entry], claims: Mapping[str, Claim]) -> tuple[Tally, ...]:
    claim_counts: Counter[tuple[str, str]] = Counter()
    events: dict[tuple[str, str], set[str]] = defaultdict(set)
    for entry in entries:
        for citation in entry.citations:
            key = (citation.source, claims[citation.claim].event_type)
            claim_counts[key] += 1
            events[key].add(entry.event.id)
    return tuple(
        Tally(source=source, event_type=kind, claims=count, events=len(events[source, kind]))
        for (source, kind), count in sorted(claim_counts.items())
    )


def _questions(entries: list[Entry]) -> Iterator[Question]:
    for entry in entries:
        if not entry.event.occurred:
            yield Question(kind="undated", event=entry.event.id)
        if entry.event.sources == 1:
            yield Question(kind="single-source", event=entry.event.id)
        if all(map(is_uncertain, entry.citations)):
            yield Question(kind="uncertain", event=entry.event.id)


def _documents(entries: list[Entry], sources: Sources) -> tuple[DocumentUsed, ...]:
    cited = Counter(
        citation.document for entry in entries for citation in (*entry.citations, *entry.elsewhere)
    )
    used = (sources.used(document, claims) for document, claims in cited.items())
    return tuple(
        sorted(filter(None, used), key=lambda d: (d.source, d.published or "9", d.document))
    )
