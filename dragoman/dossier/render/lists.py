"""Letters, visits, open questions and documents, one line or two for each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from dragoman.dossier.render import wording
from dragoman.dossier.render.dates import short
from dragoman.dossier.render.page import Block, Dated, Items, Line, Reference, Span
from dragoman.dossier.render.told import Told, mark
from dragoman.dossier.summary import MILESTONES
from dragoman.records.dossiers import DocumentUsed, Entry, Exchange
from dragoman.records.shown import safe

_LISTED = 10  # events under one open question


def letters(told: Told) -> Iterator[Block]:
    """Letters, each answer under what it answers."""
    for exchange in told.dossier.exchanges:
        yield _exchange(exchange, told)


def _exchange(exchange: Exchange, told: Told) -> Dated:
    first, *answers = (told.entries[event] for event in exchange.events)
    notes = [(Span(f"answered{_when(a)}: "), *_passage(a, told)) for a in answers]
    if exchange.answers and not answers:
        notes.append((Span("an answer; to which letter, the record does not tell"),))
    return Dated(date=first.event.occurred, line=_passage(first, told), notes=tuple(notes))


def _when(entry: Entry) -> str:
    return f" {short(entry.event.occurred)}" if entry.event.occurred else ""


def visits(told: Told) -> Iterator[Block]:
    """Who went to whom, and who tells of it."""
    for event in told.dossier.visits:
        entry = told.entries[event]
        yield Dated(date=entry.event.occurred, line=_passage(entry, told))


def _passage(entry: Entry, told: Told) -> Line:
    who = Span(told.names.who(entry.event), "name", entry.event.id)
    return who, *mark(entry.event), Span(" — "), *told.cited(entry.citations)


def questions(told: Told) -> Iterator[Block]:
    """What the record leaves open."""
    asked: dict[str, list[Entry]] = defaultdict(list)
    for question in told.dossier.questions:
        asked[question.kind].append(told.entries[question.event])
    if undated := asked["undated"]:
        verb = "has" if len(undated) == 1 else "have"
        some = wording.count(len(undated), "event")
        yield Items(head=(Span(f"When? {some} {verb} no date; see Undated."),))
    yield from _single_source(asked["single-source"], told)
    if uncertain := asked["uncertain"]:
        lines = dict.fromkeys(told.event(entry.event) for entry in uncertain)
        yield Items(head=(Span("Did it happen? No telling is sure of:"),), items=tuple(lines))


def _single_source(entries: list[Entry], told: Told) -> Iterator[Block]:
    """Where only one source tells: all of it, or how much of each and the weightiest."""
    sources = Counter(source for e in entries for source in {c.source for c in e.citations})
    own = {used.source for used in told.dossier.documents if not used.copy_of}
    if not entries:
        return
    if len(own) == 1:
        yield Items(head=(Span(f"Who else? All of this rests on one outlet, {safe(*own)}."),))
        return
    each = ", ".join(f"{safe(source)} {n}" for source, n in sources.most_common() if source in own)
    head = f"Who else? One source alone tells of {len(entries)} of {len(told.entries)} events"
    weighty = sorted(entries, key=_weight)[:_LISTED]
    lines = list(dict.fromkeys(_dated_event(entry, told) for entry in weighty))
    if rest := len(entries) - len(weighty):
        lines.append((Span(f"and {rest} more, marked “one source” above"),))
    yield Items(head=(Span(f"{head} ({each}):"),), items=tuple(lines))


def _weight(entry: Entry) -> tuple[bool, bool, float, str]:
    event = entry.event
    milestone = not MILESTONES.isdisjoint(event.modes)
    return (not milestone, not event.occurred, -abs(event.score), event.id)


def _dated_event(entry: Entry, told: Told) -> Line:
    date = (Span(short(entry.event.occurred), "date"), Span("  ")) if entry.event.occurred else ()
    return (*date, *told.event(entry.event))


def documents(told: Told) -> Iterator[Block]:
    """What is cited, with where it is kept."""
    for number, used in enumerate(told.dossier.documents, 1):
        yield Reference(number=number, lines=tuple(_lines(used, told)), address=_address(used))


def _lines(used: DocumentUsed, told: Told) -> Iterator[str]:
    published = f", published {short(used.published)}" if used.published else ""
    copy = f", copy of [{told.names.number(used.copy_of)}]" if used.copy_of else ""
    author = f"{used.author}, " if used.author else ""
    yield safe(f"{used.source}: {author}{used.title or 'untitled'}{published}{copy}")
    if not _address(used):
        yield safe(used.path)
    if used.captured_at:
        yield safe(f"captured {used.captured_at}")
    if used.digest:
        yield safe(used.digest)


def _address(used: DocumentUsed) -> str | None:
    """The address, if it is one that a browser may open: a file's tells only of one machine."""
    return used.url if used.url and used.url.startswith(("http://", "https://")) else None
