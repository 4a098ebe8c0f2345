"""CSV: a row for each event, claim or document, for spreadsheets and statistics.

Cells that a spreadsheet would run as a formula begin with an apostrophe; lists are parted by `; `.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from dragoman.ports import EventQuery, View
from dragoman.records.actors import Participant
from dragoman.records.claims import Claim
from dragoman.records.codec import Record
from dragoman.records.dossiers import DocumentUsed
from dragoman.records.events import Event, EventSide

Read = Callable[[View, EventQuery], Iterable[Record]]
Columns = Mapping[str, Callable[[Any], object]]

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Table:
    """What is read from a view, a row each under these columns; keeps the port `Exporter`."""

    def __init__(self, read: Read, columns: Columns) -> None:
        self._read = read
        self._columns = columns

    def export(self, view: View, query: EventQuery) -> Iterator[bytes]:
        """The head and the rows of what is asked for."""
        yield _row(self._columns)
        for thing in self._read(view, query):
            yield _row(_cell(value(thing)) for value in self._columns.values())


def _row(cells: Iterable[object]) -> bytes:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue().encode("utf-8", "replace")


def _cell(value: object) -> object:
    """The value as a cell: numbers as they are, text such that no spreadsheet runs it."""
    if value is None or isinstance(value, int | float):
        return value
    text = "; ".join(map(str, value)) if isinstance(value, tuple) else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _names(sides: Iterable[Participant | EventSide]) -> tuple[str, ...]:
    return tuple(side.name or side.country or "?" for side in sides)


def _countries(sides: Iterable[Participant | EventSide]) -> tuple[str, ...]:
    return tuple(side.country or "?" for side in sides)


EVENT: dict[str, Callable[[Event], object]] = {
    "id": lambda event: event.id,
    "occurred": lambda event: event.occurred,
    "event_type": lambda event: event.event_type,
    "modes": lambda event: event.modes,
    "contexts": lambda event: event.contexts,
    "quad_class": lambda event: event.quad_class,
    "score": lambda event: event.score,
    "actors": lambda event: _names(event.actors),
    "actor_countries": lambda event: _countries(event.actors),
    "recipients": lambda event: _names(event.recipients),
    "recipient_countries": lambda event: _countries(event.recipients),
    "standing": lambda event: event.standing,
    "disputed": lambda event: tuple(dispute.field for dispute in event.disputes),
    "sources": lambda event: event.sources,
    "documents": lambda event: event.documents,
    "confidence": lambda event: event.confidence,
    "claims": lambda event: event.claims,
}
CLAIM: dict[str, Callable[[Claim], object]] = {
    "id": lambda claim: claim.id,
    "occurred": lambda claim: claim.occurred,
    "occurred_basis": lambda claim: claim.occurred_basis,
    "event_type": lambda claim: claim.event_type,
    "modes": lambda claim: claim.modes,
    "contexts": lambda claim: claim.contexts,
    "quad_class": lambda claim: claim.quad_class,
    "score": lambda claim: claim.score,
    "actors": lambda claim: _names(claim.actors),
    "actor_countries": lambda claim: _countries(claim.actors),
    "recipients": lambda claim: _names(claim.recipients),
    "recipient_countries": lambda claim: _countries(claim.recipients),
    "place": lambda claim: claim.place,
    "certainty": lambda claim: claim.certainty,
    "auxiliary": lambda claim: claim.auxiliary,
    "role": lambda claim: claim.asserted_by.role,
    "speaker": lambda claim: claim.asserted_by.name or claim.asserted_by.text,
    "speaker_country": lambda claim: claim.asserted_by.country,
    "via": lambda claim: tuple(speaker.name or speaker.text or "?" for speaker in claim.via),
    "source": lambda claim: claim.source,
    "published": lambda claim: claim.published,
    "section": lambda claim: claim.section,
    "text": lambda claim: claim.text,
    "start": lambda claim: claim.start,
    "end": lambda claim: claim.end,
    "trigger": lambda claim: claim.trigger.text,
    "framing": lambda claim: tuple(framing.text for framing in claim.framing),
    "document": lambda claim: claim.document,
    "path": lambda claim: claim.path,
    "confidence": lambda claim: claim.confidence,
}
DOCUMENT: dict[str, Callable[[DocumentUsed], object]] = {
    "document": lambda used: used.document,
    "source": lambda used: used.source,
    "kind": lambda used: used.kind,
    "author": lambda used: used.author,
    "title": lambda used: used.title,
    "published": lambda used: used.published,
    "url": lambda used: used.url,
    "path": lambda used: used.path,
    "language": lambda used: used.language,
    "captured_at": lambda used: used.captured_at,
    "digest": lambda used: used.digest,
    "claims": lambda used: used.claims,
}
