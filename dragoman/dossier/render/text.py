"""A page as plain text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from functools import singledispatch
from itertools import zip_longest

from dragoman.dossier.render.columns import columns
from dragoman.dossier.render.dates import short
from dragoman.dossier.render.page import (
    Chart,
    Column,
    Dated,
    Difference,
    Happening,
    Items,
    Line,
    Page,
    Paragraph,
    Quote,
    Reference,
    Section,
    Span,
    Table,
)
from dragoman.dossier.render.sections import page
from dragoman.dossier.render.wording import quotation
from dragoman.dossier.render.wrap import UNBREAKABLE, wrap
from dragoman.records.dossiers import Citation, Dossier
from dragoman.records.shown import safe

WIDTH = 88
_ROOM = 260  # characters of a sentence that are quoted
_IN_SHORT = 420  # and in the summary, where less of it cannot be understood
_QUOTES = 4  # quotations under one event
_MARGIN = 2
_DATE = 12  # the column of dates, as wide as a day and its gap
_BODY = _MARGIN + _DATE
_GAP = 3  # between tellings side by side
_NARROW = 24  # the narrowest column in which a sentence can be read


def text(dossier: Dossier, width: int = WIDTH) -> str:
    """The dossier in lines of this width; only an address may be longer."""
    return "\n".join(_lines(page(dossier, _QUOTES), width)) + "\n"


def _lines(page: Page, width: int) -> Iterator[str]:
    yield from (page.title, "═" * min(len(page.title), width))
    yield from wrap(page.scope, width)
    for section in page.sections:
        yield from _section(section, width)


def _section(section: Section, width: int) -> Iterator[str]:
    yield from ("", section.head, "─" * min(len(section.head), width))
    for number, block in enumerate(section.blocks):
        if number and isinstance(block, Happening | Difference):
            yield ""
        yield from _set(block, width)


@singledispatch
def _set(block: object, _: int) -> Iterator[str]:
    raise TypeError(f"nothing sets {block!r}; register it here")


@_set.register
def _(block: Dated, width: int) -> Iterator[str]:
    yield from _dated(block.date, _flat(block.line), width)
    for note in block.notes:
        yield from wrap(_flat(note), width, _BODY + 2, " " * _BODY)


@_set.register
def _(block: Paragraph, width: int) -> Iterator[str]:
    words = (p.text if isinstance(p, Span) else _quoted(p, _IN_SHORT) for p in block.parts)
    yield from wrap("".join(words), width, _MARGIN)


@_set.register
def _(block: Happening, width: int) -> Iterator[str]:
    if block.date:
        yield from _dated(block.date, _flat(block.line), width)
    else:
        yield from wrap(_flat(block.line), width, _MARGIN + 2)
    for quote in block.quotes:
        yield from wrap(_said(quote), width, _BODY)
    if block.more:
        yield from wrap(f"and {block.more} more", width, _BODY)


@_set.register
def _(block: Difference, width: int) -> Iterator[str]:
    yield from _dated(block.date, _flat(block.line), width)
    room = (width - _MARGIN - 2 + _GAP) // len(block.columns) - _GAP
    if room >= _NARROW:
        yield from _side_by_side([_column(one, room) for one in block.columns], room)
    else:
        for one in block.columns:
            yield from (" " * (_MARGIN + 2) + line for line in _column(one, width - 4))


@_set.register
def _(block: Items, width: int) -> Iterator[str]:
    yield from wrap(_flat(block.head), width, _MARGIN)
    for item in block.items:
        yield from wrap(_flat(item), width, _MARGIN + 4, "    · ")


@_set.register
def _(block: Table, width: int) -> Iterator[str]:
    if block.figures:
        rows = [[_flat(cell) for cell in row] for row in block.rows]
        yield from columns(list(block.heads), rows, width - _MARGIN)
        return
    for row in block.rows:
        yield from wrap(_flat(row[0]), width, _MARGIN)
        for head, cell in zip(block.heads[1:], row[1:], strict=True):
            if cell:
                yield from wrap(f"{head}: {_flat(cell)}", width, _MARGIN + 4, "    · ")


@_set.register
def _(_block: Chart, _: int) -> Iterator[str]:
    yield from ()  # the table beside it has bars


@_set.register
def _(block: Reference, width: int) -> Iterator[str]:
    number = f"  [{block.number}] "
    address = (safe(block.address),) if block.address else ()
    for place, words in enumerate((block.lines[0], *address, *block.lines[1:])):
        yield from wrap(words, width, len(number), "" if place else number)


def _dated(date: str | None, words: str, width: int) -> list[str]:
    shown = f"  {short(date) if date else '—'}  "
    if len(shown) <= _BODY:
        return wrap(words, width, _BODY, shown)
    return [shown.rstrip(), *wrap(words, width, _BODY)]


def _flat(line: Line) -> str:
    return "".join(_unbroken(f"[{s.text}]") if s.role == "standing" else s.text for s in line)


def _unbroken(words: str) -> str:
    return words.replace(" ", UNBREAKABLE)


def _quoted(citation: Citation, room: int = _ROOM) -> str:
    before, words, after = quotation(citation, room)
    return f"{'… ' if before else ''}“{words}”{' …' if after else ''}"


def _said(quote: Quote) -> str:
    return f"{_quoted(quote.citation)} — {_flat(quote.said)}"


def _column(column: Column, room: int) -> list[str]:
    head = _flat(column.head)
    lines = [*wrap(head, room), "╌" * min(room, len(head))]
    for quote in column.quotes:
        lines += wrap(_said(quote), room)
    return lines


def _side_by_side(sides: list[list[str]], room: int) -> Iterator[str]:
    gap = " " * _GAP
    for lines in zip_longest(*sides, fillvalue=""):
        yield (" " * (_MARGIN + 2) + gap.join(line.ljust(room) for line in lines)).rstrip()
