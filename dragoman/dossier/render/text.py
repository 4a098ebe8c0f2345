"""A dossier as plain text for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from dragoman.dossier.render import wording
from dragoman.dossier.render.wording import Names, safe
from dragoman.records.dossiers import Citation, DocumentUsed, Dossier, Entry

WIDTH = 88
_ROOM = 260  # characters of a sentence that are quoted
_QUOTES = 4  # quotations under one event
_LISTED = 10  # events under one open question
_MARGIN = 2
_UNBREAKABLE = "\N{NO-BREAK SPACE}"
_DATE = 12  # the column of dates, as wide as a day and its gap


def text(dossier: Dossier, width: int = WIDTH) -> str:
    """The dossier in lines of this width; only an address may be longer."""
    return "\n".join(_Text(dossier, width).lines()) + "\n"


class _Text:
    def __init__(self, dossier: Dossier, width: int) -> None:
        self._dossier = dossier
        self._width = width
        self._names = Names(dossier)

    def lines(self) -> Iterator[str]:
        title = " and ".join(safe(side.name) for side in self._dossier.sides)
        yield title
        yield "═" * min(len(title), self._width)
        yield from self._wrap(wording.scope(self._dossier), 0)
        yield from self._section("Status, as told", self._status())
        yield from self._section("In short", self._summary())
        yield from self._section("Timeline", self._entries(self._dossier.timeline))
        yield from self._section("Undated", self._entries(self._dossier.undated))
        yield from self._section("Where tellings differ", self._disputes())
        yield from self._section("Letters", self._list(self._dossier.letters))
        yield from self._section("Visits", self._list(self._dossier.visits))
        yield from self._section("Who tells what (events by type)", self._tallies())
        yield from self._section("Open questions", self._questions())
        yield from self._section(
            "Readers' comments say", self._entries(self._dossier.comments, comments=True)
        )
        yield from self._section("Documents", self._documents())

    def _section(self, head: str, lines: Iterable[str]) -> Iterator[str]:
        if body := list(lines):
            yield from ("", head, "─" * min(len(head), self._width))
            yield from (line.replace(_UNBREAKABLE, " ").rstrip() for line in body)

    def _wrap(self, words: str, indent: int, first: str = "") -> list[str]:
        """The words in lines; `first` stands before them, within the indent."""
        return textwrap.wrap(
            words,
            self._width,
            initial_indent=first.ljust(indent),
            subsequent_indent=" " * indent,
            break_long_words=False,
            break_on_hyphens=False,
        )

    def _dated(self, date: str | None, words: str) -> list[str]:
        shown, indent = f"  {date or '—'}  ", _MARGIN + _DATE
        if len(shown) <= indent:
            return self._wrap(words, indent, shown)
        return [shown.rstrip(), *self._wrap(words, indent)]

    def _status(self) -> Iterator[str]:
        for status in self._dossier.status:
            told = wording.evidence(status.citations, self._names)
            yield from self._dated(status.since, f"{status.status} — {told or 'no sure telling'}")

    def _summary(self) -> Iterator[str]:
        for statement in self._dossier.summary:
            yield from self._dated(statement.occurred, f"{self._names.led_by(statement)}:")
            yield from self._quote(statement.citation, f"[{self._number(statement.citation)}]")

    def _entries(self, entries: Iterable[Entry], *, comments: bool = False) -> Iterator[str]:
        for number, entry in enumerate(entries):
            if number:
                yield ""
            yield from self._entry(entry, comments=comments)

    def _entry(self, entry: Entry, *, comments: bool) -> Iterator[str]:
        event = entry.event
        head = f"{wording.kind(event)}  {self._names.who(event)}"
        if not comments:
            head += f"  {_unbroken(f'[{wording.standing(event)}]')}"
        if event.occurred:
            yield from self._dated(event.occurred, head)
        else:
            yield from self._wrap(head, _MARGIN + 2, "  ")
        cited, more = wording.shown(entry, _QUOTES)
        for citation in cited:
            said = f"{self._names.said_by(citation)} [{self._number(citation)}]"
            yield from self._quote(citation, f"{said}, {self._names.terms(citation, event)}")
        if more:
            yield from self._wrap(f"and {more} more", _MARGIN + _DATE)

    def _number(self, citation: Citation) -> int:
        return self._names.number(citation)

    def _quote(self, citation: Citation, said: str) -> list[str]:
        before, quoted, after = wording.quotation(citation, _ROOM)
        span = f"{'… ' if before else ''}“{quoted}”{' …' if after else ''}"
        return self._wrap(f"{span} — {said}", _MARGIN + _DATE)

    def _disputes(self) -> Iterator[str]:
        for entry, dispute, values in wording.dispute_lines(self._dossier, self._names):
            field = wording.FIELDS.get(dispute.field, dispute.field)
            words = f"{wording.kind(entry.event)}, {self._names.who(entry.event)}: {field}"
            yield from self._dated(entry.event.occurred, words)
            for value, who in values:
                yield from self._wrap(f"{value}: {who}", _MARGIN + _DATE + 2, " " * 14 + "· ")

    def _list(self, events: tuple[str, ...]) -> Iterator[str]:
        by_id = wording.entries_by_id(self._dossier)
        for event in events:
            entry = by_id[event]
            told = wording.tellers(dict.fromkeys(c.source for c in entry.citations))
            words = f"{self._names.who(entry.event)}, told by {told}"
            yield from self._dated(entry.event.occurred, words)

    def _tallies(self) -> Iterator[str]:
        if self._dossier.tallies:
            heads, rows = wording.table(self._dossier.tallies)
            yield from columns(heads, rows, self._width - _MARGIN)

    def _questions(self) -> Iterator[str]:
        by_id = wording.entries_by_id(self._dossier)
        for kind, words in wording.QUESTIONS.items():
            asked = [by_id[q.event].event for q in self._dossier.questions if q.kind == kind]
            if asked:
                yield from self._wrap(f"{words} ({len(asked)}):", _MARGIN, "  ")
                for line in dict.fromkeys(
                    f"{wording.kind(e)}, {self._names.who(e)}" for e in asked
                ):
                    yield from self._wrap(line, _MARGIN + 4, "    · ")

    def _documents(self) -> Iterator[str]:
        for number, used in enumerate(self._dossier.documents, 1):
            number_and_gap = f"  [{number}] "
            indent = len(number_and_gap)
            for line, words in enumerate(self._document(used)):
                yield from self._wrap(words, indent, "" if line else number_and_gap)

    def _document(self, used: DocumentUsed) -> Iterator[str]:
        published = f", published {used.published}" if used.published else ""
        yield safe(f"{used.source}: {used.title or used.path}{published}")
        if used.url:
            yield safe(used.url)
        if used.captured_at:
            yield safe(f"captured {used.captured_at}")
        if used.digest:
            yield safe(used.digest)


def _unbroken(words: str) -> str:
    return words.replace(" ", _UNBREAKABLE)


def columns(heads: list[str], rows: list[list[str]], width: int) -> Iterator[str]:
    """A table whose first column gives way; one too wide is cut into several, one under another."""
    room = max(2, (width - 26) // 11)  # 26 for the source, 11 for a type
    for start in range(1, len(heads), room):
        part = [[row[0], *row[start : start + room]] for row in (heads, *rows)]
        for row in part:
            name = textwrap.shorten(row[0], 24, placeholder="…")
            yield f"  {name:<24}" + "".join(f"{cell:>11}" for cell in row[1:])
