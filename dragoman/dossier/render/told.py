"""A dossier with what putting it into words needs: numbers, citations, quotations."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from dragoman.dossier.cite import denies
from dragoman.dossier.render import wording
from dragoman.dossier.render.page import Line, Quote, Span
from dragoman.dossier.render.wording import Names
from dragoman.records.dossiers import Citation, Dossier, Entry
from dragoman.records.events import Event
from dragoman.records.shown import safe


class Told:
    """A dossier with what putting it into words needs."""

    def __init__(self, dossier: Dossier, quotes: int) -> None:
        self.dossier = dossier
        self.quotes = quotes
        self.names = Names(dossier)
        self.entries = {e.event.id: e for e in (*dossier.timeline, *dossier.undated)}
        self.copies = {used.document for used in dossier.documents if used.copy_of}

    def number(self, document: str) -> Span:
        """The number of a document, which leads to it."""
        target = f"document-{self.names.number(document)}"
        return Span(self.names.mark(document), "number", target)

    def cited(self, citations: Iterable[Citation]) -> Line:
        """`Weekly [1] [3], Herald [2]`."""
        numbers: dict[str, dict[str, None]] = defaultdict(dict)  # of each teller, once
        for citation in wording.by_source(citations):
            numbers[self.names.said_by(citation)][citation.document] = None
        spans: list[Span] = []
        for said, documents in numbers.items():
            spans += (*_comma(spans), Span(said, "name"))
            for document in documents:
                spans += (Span(" "), self.number(document))
        return tuple(spans)

    def event(self, event: Event, *, linked: bool = True) -> Line:
        """Its type and its sides, which lead to it."""
        target = event.id if linked else None
        return (
            Span(wording.kind(event), "kind", target),
            Span("  "),
            Span(self.names.who(event), "name"),
        )


def _comma(spans: list[Span]) -> Line:
    return (Span(", "),) if spans else ()


def mark(event: Event, alike: int = 1) -> Line:
    """How an event stands, or several alike, to be put behind it."""
    words = wording.standing(event, alike)
    return Span("  "), Span(words, "standing", tone=event.standing)


def quotes_of(entries: list[Entry], told: Told) -> tuple[tuple[Quote, ...], int]:
    """Quotations, one source after another before any has its second; how many are left out."""
    same: dict[str, list[Citation]] = defaultdict(list)
    for citation in (citation for entry in entries for citation in entry.citations):
        same[" ".join(citation.sentence.split())].append(citation)
    turns: Counter[str] = Counter()
    in_turn = []
    for citations in same.values():
        in_turn.append((turns[citations[0].source], citations))
        turns[citations[0].source] += 1
    event = entries[0].event
    in_turn.sort(key=lambda pair: (pair[0], pair[1][0].occurred != event.occurred))
    most = max(told.quotes, len(entries))
    quotes = tuple(quote(citations, event, told) for _, citations in in_turn[:most])
    return quotes, len(in_turn) - len(quotes)


def quote(citations: list[Citation], event: Event, told: Told) -> Quote:
    """One sentence, by whoever says it so; the oldest of documents that repeat each other first."""
    tellers = wording.by_source(citations)
    first, *rest = sorted(tellers, key=lambda c: (denies(c), c.document in told.copies))
    said = [*told.cited([first]), Span(f", {wording.terms(first, event)}")]
    rejected = [c for c in rest if denies(c) and not denies(first)]
    others = {c.document: c for c in rest if c not in rejected and c.document != first.document}
    for number, citation in enumerate(others.values()):
        source = Span(safe(citation.source), "name")
        lead = Span(", " if number else "; word for word in ")
        said += (lead, source, Span(" "), told.number(citation.document))
    if rejected:
        said += (Span("; denied by "), *told.cited(rejected))
    return Quote(citation=first, said=tuple(said))
