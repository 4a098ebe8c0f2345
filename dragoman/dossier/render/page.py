"""What a dossier is made of on any page: lines of spans, gathered in blocks and sections.

One description serves all renderings; each of them knows only how to set these few things.
"""

from __future__ import annotations

from typing import Literal

from dragoman.records.codec import Record
from dragoman.records.dossiers import Citation
from dragoman.records.events import MonthOfRelation

Role = Literal["plain", "date", "kind", "name", "standing", "number", "term"]


class Span(Record, frozen=True, gc=False):
    """Some words of one kind; `target` is the anchor on the page to which they lead."""

    text: str
    role: Role = "plain"
    target: str | None = None
    tone: str = ""  # of a standing: `agreed`, `disputed`, …


Line = tuple[Span, ...]


class Quote(Record, frozen=True, kw_only=True, gc=False):
    """A sentence as it stands in a document, and who says it."""

    citation: Citation
    said: Line


class Dated(Record, frozen=True, kw_only=True):
    """A line with its date beside it; `notes` stand under it."""

    date: str | None  # EDTF
    line: Line
    notes: tuple[Line, ...] = ()


class Paragraph(Record, frozen=True, kw_only=True):
    """Running text: words, and quotations in their midst."""

    parts: tuple[Span | Citation, ...]


class Happening(Record, frozen=True, kw_only=True):
    """An event, or several alike, with the sentences that tell of it."""

    anchors: tuple[str, ...]
    date: str | None  # EDTF
    line: Line
    quotes: tuple[Quote, ...]
    more: int = 0


class Column(Record, frozen=True, kw_only=True):
    """One of the tellings that differ, and who tells it so."""

    head: Line
    quotes: tuple[Quote, ...]


class Difference(Record, frozen=True, kw_only=True):
    """Tellings of one event that differ, side by side."""

    date: str | None  # EDTF
    line: Line
    columns: tuple[Column, ...]


class Items(Record, frozen=True, kw_only=True):
    """A list, under a line of its own."""

    head: Line
    items: tuple[Line, ...] = ()


class Table(Record, frozen=True, kw_only=True):
    """Rows of cells; the first column names the row, the others hold figures or words."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    figures: bool = True


class Chart(Record, frozen=True, kw_only=True):
    """Figures over time."""

    series: tuple[MonthOfRelation, ...]


class Reference(Record, frozen=True, kw_only=True):
    """A document that the page cites, under its number."""

    number: int
    lines: tuple[str, ...]
    address: str | None = None


Block = Dated | Paragraph | Happening | Difference | Items | Table | Chart | Reference


class Section(Record, frozen=True, kw_only=True):
    """A heading with what stands under it."""

    head: str
    blocks: tuple[Block, ...]


class Page(Record, frozen=True, kw_only=True):
    """A whole dossier, ready to be set."""

    title: str
    scope: str
    sections: tuple[Section, ...]
