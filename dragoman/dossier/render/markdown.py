"""A dossier as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dragoman.dossier.render import wording
from dragoman.dossier.render.wording import Names
from dragoman.records.dossiers import Citation, DocumentUsed, Dossier, Entry

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_QUOTES = 6  # quotations under one event


def markdown(dossier: Dossier) -> str:
    """The dossier as Markdown, with whole sentences; nothing quoted is read as markup."""
    return "\n".join(_Markdown(dossier).lines()) + "\n"


def escape(text: str) -> str:
    """The text on one line, each character that means something to Markdown escaped."""
    return _SPECIAL.sub(r"\\\1", wording.safe(text))


class _Markdown:
    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._names = Names(dossier)

    def lines(self) -> Iterator[str]:
        yield "# " + " and ".join(escape(side.name) for side in self._dossier.sides)
        yield from ("", wording.scope(self._dossier))
        yield from self._section("Status, as told", self._status())
        yield from self._section("In short", self._summary())
        yield from self._section("Timeline", self._entries(self._dossier.timeline))
        yield from self._section("Undated", self._entries(self._dossier.undated))
        yield from self._section("Where tellings differ", self._disputes())
        yield from self._section("Letters", self._list(self._dossier.letters))
        yield from self._section("Visits", self._list(self._dossier.visits))
        yield from self._section("Who tells what (events by type)", self._tallies())
        yield from self._section("Open questions", self._questions())
        yield from self._section("Readers' comments say", self._entries(self._dossier.comments))
        yield from self._section("Documents", self._documents())

    def _section(self, head: str, lines: Iterable[str]) -> Iterator[str]:
        if body := list(lines):
            yield from ("", f"## {head}", "", *body)

    def _status(self) -> Iterator[str]:
        for status in self._dossier.status:
            told = wording.evidence(status.citations, self._names) or "no sure telling"
            yield f"- {status.since or '—'} · **{status.status}** — {escape(told)}"

    def _summary(self) -> Iterator[str]:
        for statement in self._dossier.summary:
            date = f"{statement.occurred} · " if statement.occurred else ""
            quote = self._quote(statement.citation)
            yield f"- {date}{escape(self._names.led_by(statement))}: {quote}"

    def _entries(self, entries: Iterable[Entry]) -> Iterator[str]:
        for number, entry in enumerate(entries):
            yield from ([""] if number else [])
            yield from (f"### {self._head(entry)}", "")
            cited, more = wording.shown(entry, _QUOTES)
            quotes = [f"> {self._attributed(citation, entry)}" for citation in cited]
            yield "\n>\n".join([*quotes, f"> and {more} more"] if more else quotes)

    def _attributed(self, citation: Citation, entry: Entry) -> str:
        said = f"{self._names.said_by(citation)}, {self._names.terms(citation, entry.event)}"
        return f"{self._quote(citation)} — {escape(said)}"

    def _head(self, entry: Entry) -> str:
        event = entry.event
        parts = (event.occurred, wording.kind(event), self._names.who(event))
        return f"{' · '.join(escape(part) for part in parts if part)} ({wording.standing(event)})"

    def _quote(self, citation: Citation) -> str:
        quoted = escape(citation.sentence)
        number = self._names.number(citation)
        return f"“{quoted}” [[{number}]](#document-{number})"

    def _disputes(self) -> Iterator[str]:
        for entry, dispute, values in wording.dispute_lines(self._dossier, self._names):
            field = wording.FIELDS.get(dispute.field, dispute.field)
            yield f"- {self._head(entry)}: {field}"
            yield from (f"  - {escape(value)}: {escape(who)}" for value, who in values)

    def _list(self, events: tuple[str, ...]) -> Iterator[str]:
        by_id = wording.entries_by_id(self._dossier)
        for event in events:
            told = wording.tellers(dict.fromkeys(c.source for c in by_id[event].citations))
            yield f"- {self._head(by_id[event])}, told by {escape(told)}"

    def _tallies(self) -> Iterator[str]:
        if not self._dossier.tallies:
            return
        heads, rows = wording.table(self._dossier.tallies)
        for row in (heads, ["---", *["---:"] * (len(heads) - 1)], *rows):
            cells = row if row[0] == "---" else map(escape, row)
            yield f"| {' | '.join(cells)} |"

    def _questions(self) -> Iterator[str]:
        by_id = wording.entries_by_id(self._dossier)
        for kind, words in wording.QUESTIONS.items():
            asked = [by_id[q.event] for q in self._dossier.questions if q.kind == kind]
            if asked:
                yield f"- {words} ({len(asked)}):"
                yield from (f"  - {head}" for head in dict.fromkeys(map(self._head, asked)))

    def _documents(self) -> Iterator[str]:
        for number, used in enumerate(self._dossier.documents, 1):
            yield f'{number}. <a id="document-{number}"></a>{" · ".join(self._document(used))}'

    def _document(self, used: DocumentUsed) -> Iterator[str]:
        yield f"{escape(used.source)}: {escape(used.title or used.path)}"
        if used.published:
            yield f"published {escape(used.published)}"
        if used.url:
            yield escape(used.url)
        if used.captured_at:
            yield escape(f"captured {used.captured_at}, {used.digest}")
