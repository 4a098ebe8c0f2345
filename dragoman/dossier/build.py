"""A dossier composed of what a view of the record holds about two sides."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from dragoman.dossier.cite import (
    Sources,
    best_first,
    cite,
    is_comment,
    is_testimony,
    is_uncertain,
)
from dragoman.ports import EventQuery, View
from dragoman.records.claims import Claim
from dragoman.records.dates import overlaps, sort_key
from dragoman.records.dossiers import (
    Citation,
    DocumentUsed,
    Dossier,
    Entry,
    Question,
    Side,
    Statement,
    StatusEntry,
    Tally,
)
from dragoman.records.events import Event, Relation

Names = Callable[[str], str | None]  # the neutral name of a code
Relate = Callable[[tuple[str, str], Iterable[Event]], Relation]

SUMMED_UP = 8  # statements in a summary
_MILESTONES = frozenset(
    {
        "recognize",
        "establish-relations",
        "restore-relations",
        "upgrade-relations",
        "downgrade-relations",
        "suspend-relations",
        "sever-relations",
    }
)


def build(view: View, a: str, b: str, names: Names, relate: Relate) -> Dossier:
    """The dossier of two sides, given by code; `relate` derives their relation from events."""
    query = EventQuery(sides=(a, b))
    events = [event for event in view.events(query) if not event.merged_into]
    sources = Sources(view)
    claims = _claims_of(view, events, query)
    entries = [_entry(event, claims, sources) for event in events]
    told = list(_only(entries, lambda citation: not is_comment(citation)))
    sure = list(filter(_agreeing, told))  # a visit that may come is not on the list of visits
    relation = relate((a, b), [entry.event for entry in told])
    return Dossier(
        sides=(_side(a, names), _side(b, names)),
        others=tuple(_side(code, names) for code in sorted(_codes(events) - {a, b})),
        relation=relation,
        status=tuple(_status(relation, told)),
        summary=_summary(relation, told),
        timeline=_dated(told),
        undated=_undated(told),
        comments=tuple(_only(entries, is_comment)),
        disputes=_ids(entry for entry in told if entry.event.disputes),
        letters=_ids(entry for entry in sure if "letter" in entry.event.modes),
        visits=_ids(entry for entry in sure if "visit" in entry.event.modes),
        tallies=_tallies(told, claims),
        questions=tuple(_questions(told)),
        documents=_documents(entries, sources),
    )


def _side(code: str, names: Names) -> Side:
    return Side(code=code, name=names(code) or code)


def _codes(events: Iterable[Event]) -> set[str]:
    sides = (side for event in events for side in (*event.actors, *event.recipients))
    return {side.country for side in sides if side.country}


def _claims_of(view: View, events: list[Event], query: EventQuery) -> dict[str, Claim]:
    """The claims of these events by id; one that the query missed is asked for by itself."""
    wanted = {claim for event in events for claim in event.claims}
    found = {claim.id: claim for claim in view.claims(query) if claim.id in wanted}
    for missing in sorted(wanted - found.keys()):
        if claim := view.claim(missing):
            found[missing] = claim
    return found


def _entry(event: Event, claims: Mapping[str, Claim], sources: Sources) -> Entry:
    cited = (cite(claims[claim], sources) for claim in event.claims if claim in claims)
    return Entry(event=event, citations=tuple(sorted(cited, key=best_first)))


def _only(entries: Iterable[Entry], wanted: Callable[[Citation], bool]) -> Iterator[Entry]:
    """The entries with these of their citations, less those that have none."""
    for entry in entries:
        if citations := tuple(filter(wanted, entry.citations)):
            yield Entry(event=entry.event, citations=citations)


def _dated(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted((entry for entry in entries if entry.event.occurred), key=_by_date))


def _undated(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if not entry.event.occurred)


def _by_date(entry: Entry) -> tuple[object, str]:
    return (sort_key(entry.event.occurred or ""), entry.event.id)


def _ids(entries: Iterable[Entry]) -> tuple[str, ...]:
    return tuple(entry.event.id for entry in entries)


def _status(relation: Relation, entries: list[Entry]) -> Iterator[StatusEntry]:
    by_id = {entry.event.id: entry for entry in entries}
    for span in relation.status:
        yield StatusEntry(
            status=span.status,
            since=span.since,
            event=span.event,
            citations=tuple(_agreeing(by_id[span.event])),
        )


def _agreeing(entry: Entry) -> list[Citation]:
    """Testimony that allows the date of the event, whoever says just that date first."""
    occurred = entry.event.occurred
    testimony = [citation for citation in entry.citations if is_testimony(citation)]
    allowing = [one for one in testimony if _allows(one.occurred, occurred)]
    return sorted(allowing, key=lambda one: one.occurred != occurred)


def _allows(told: str | None, occurred: str | None) -> bool:
    return not told or not occurred or overlaps(told, occurred)


def _summary(relation: Relation, entries: list[Entry]) -> tuple[Statement, ...]:
    """What made the relation what it is, then what most sources tell, in order of time."""
    turning = {span.event for span in relation.status}

    def rank(entry: Entry) -> tuple[bool, bool, int, bool, float, str]:
        event = entry.event
        milestone = not _MILESTONES.isdisjoint(event.modes)
        weight = (-event.sources, not event.occurred, -event.confidence, event.id)
        return (event.id not in turning, not milestone, *weight)

    by_sentence: dict[tuple[str, int], Entry] = {}
    for entry in sorted(filter(_agreeing, entries), key=rank):
        by_sentence.setdefault(_sentence(entry), entry)
    chosen = list(by_sentence.values())[:SUMMED_UP]
    return tuple(map(_statement, (*_dated(chosen), *_undated(chosen))))


def _sentence(entry: Entry) -> tuple[str, int]:
    """The sentence that a summary would quote; two events told by one are quoted once."""
    citation = _agreeing(entry)[0]
    return citation.document, citation.start


def _statement(entry: Entry) -> Statement:
    citations = _agreeing(entry)
    return Statement(
        event=entry.event.id,
        occurred=entry.event.occurred,
        standing=entry.event.standing,
        sources=tuple(dict.fromkeys(citation.source for citation in citations)),
        citation=citations[0],
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
    cited: dict[str, list[Citation]] = defaultdict(list)
    for entry in entries:
        for citation in entry.citations:
            cited[citation.document].append(citation)
    used = (_document_used(citations, sources) for citations in cited.values())
    return tuple(sorted(used, key=lambda one: (one.source, one.published or "9", one.document)))


def _document_used(citations: list[Citation], sources: Sources) -> DocumentUsed:
    first = citations[0]
    capture = sources.capture(first.document)
    return DocumentUsed(
        document=first.document,
        source=first.source,
        title=first.title,
        url=first.url,
        path=first.path,
        published=first.published,
        captured_at=capture.captured_at if capture else None,
        digest=first.digest,
        claims=len(citations),
    )
