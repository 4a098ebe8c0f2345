"""How the relation stands, and the few lines that sum it up."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.dossier.cite import denies
from dragoman.dossier.render.dates import short, spelled
from dragoman.dossier.render.page import Block, Dated, Items, Line, Paragraph, Span
from dragoman.dossier.render.told import Told, mark
from dragoman.dossier.render.wording import by_source
from dragoman.records.dates import precision
from dragoman.records.dossiers import Citation, Dossier, Statement, StatusEntry
from dragoman.records.worded import BECAME, DOUBTS


def status(told: Told) -> Iterator[Block]:
    """The state of the relation, how it came about, and what is not counted."""
    dossier = told.dossier
    if not told.entries:
        return
    yield Items(head=_state(dossier))
    for entry in dossier.status:
        yield _became(entry, told)
    shown = {entry.event for entry in dossier.status if entry.status == "recognized"}
    for given in dossier.relation.recognitions:
        if given.event not in shown:
            words = f"{told.names.side(given.by)} → {told.names.side(given.of)}"
            who = (Span("recognition", "term", given.event), Span("  "), Span(words, "name"))
            by = told.cited(told.entries[given.event].citations)
            yield Dated(date=given.since, line=(*who, Span(" — "), *by))
    yield from _unsettled(told)


def _state(dossier: Dossier) -> Line:
    spans = dossier.state.status
    if not spans:
        return (Span(f"{_lead(dossier)}none. {_why_none(dossier)}."),)
    words = (s.status + (f" since {spelled(s.since)}" if s.since else "") for s in spans)
    return (Span(f"{_lead(dossier)}{', then '.join(words)}."),)


def _why_none(dossier: Dossier) -> str:
    if not dossier.status:
        return "No recognition is told of, and no relations opened, suspended or broken off"
    first = dossier.status[0].since
    return f"The first change told of is dated {spelled(first)}" if first else "No change is dated"


def _lead(dossier: Dossier) -> str:
    date = dossier.state.date
    if not date:
        return "As last told: "
    return f"{'On' if precision(date) == 'day' else 'In'} {spelled(date)}: "


def _became(entry: StatusEntry, told: Told) -> Dated:
    event = told.entries[entry.event].event
    by = told.cited(entry.citations) or (Span("no sure telling"),)
    who: Line = ()
    if entry.status == "recognized":
        who = (Span("  "), Span(told.names.who(event), "name"))
    became = Span(BECAME.get(entry.mode or "", entry.status), "term", entry.event)
    against = tuple(_against(citation, told) for citation in by_source(entry.against))
    line = (became, *who, *mark(event), Span(" — "), *by)
    return Dated(date=entry.since, line=line, notes=against)


def _against(citation: Citation, told: Told) -> Line:
    dated = f"dated {short(citation.occurred)}" if citation.occurred else "without a date"
    how = "that it did not happen" if denies(citation) else dated
    return Span("Against it: "), *told.cited([citation]), Span(f", {how}")


def _unsettled(told: Told) -> Iterator[Block]:
    items: list[Line] = []
    for one in told.dossier.relation.unsettled:
        event = told.entries[one.event].event
        date = f"{short(event.occurred)}  " if event.occurred else ""
        doubt = DOUBTS[one.doubt]
        items.append((Span(date, "date"), *told.event(event), Span(f" — {doubt}")))
    if items:
        yield Items(head=(Span("Told too, but not counted:"),), items=tuple(items))


def in_short(told: Told) -> Iterator[Block]:
    """A line for each statement, made of nothing but what stands in the documents."""
    for statement in told.dossier.summary:
        yield Paragraph(parts=tuple(_statement(statement, told)))


def _statement(statement: Statement, told: Told) -> Iterator[Span | Citation]:
    """`13 April 1966 (Herald [1], Weekly [2]): “…”`."""
    when = spelled(statement.occurred) if statement.occurred else "undated"
    yield Span(f"{when[:1].upper()}{when[1:]} (")
    yield from told.cited((statement.citation, *statement.others))
    for how, citations in _asides(statement):
        if citations:
            yield from (Span(f"; {how} "), *told.cited(citations))
    if statement.standing == "disputed" and not statement.against:
        yield Span("; disputed")
    yield Span("): ")
    yield statement.citation


def _asides(statement: Statement) -> Iterator[tuple[str, list[Citation]]]:
    """Who only repeats it, and who says otherwise."""
    yield "repeated by", list(statement.copies)
    yield "denied by", [citation for citation in statement.against if denies(citation)]
    yield "dated otherwise by", [one for one in statement.against if not denies(one)]
