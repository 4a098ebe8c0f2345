"""A page as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import singledispatch

from dragoman.dossier.render.dates import short
from dragoman.dossier.render.page import (
    Chart,
    Dated,
    Difference,
    Happening,
    Items,
    Line,
    Paragraph,
    Quote,
    Reference,
    Section,
    Span,
    Table,
)
from dragoman.dossier.render.sections import page
from dragoman.records.dossiers import Citation, Dossier
from dragoman.records.shown import safe

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")
_QUOTES = 6  # quotations under one event


def markdown(dossier: Dossier) -> str:
    """The dossier as Markdown, with whole sentences; nothing quoted is read as markup."""
    whole = page(dossier, _QUOTES)
    lines = [f"# {escape(whole.title)}", "", escape(whole.scope)]
    for section in whole.sections:
        lines += _section(section)
    return "\n".join(lines) + "\n"


def escape(text: str) -> str:
    """The text on one line, each character that means something to Markdown escaped."""
    return _SPECIAL.sub(r"\\\1", safe(text))


def _section(section: Section) -> Iterator[str]:
    before: object = None
    for block in section.blocks:
        lines = list(_set(block))
        if lines and before is None:
            yield from ("", f"## {section.head}", "")
        elif lines and not (isinstance(block, Dated | Reference) and type(block) is before):
            yield ""  # the items of a list stand together
        before = type(block) if lines else before
        yield from lines


@singledispatch
def _set(block: object) -> Iterator[str]:
    raise TypeError(f"nothing sets {block!r}; register it here")


@_set.register
def _(block: Dated) -> Iterator[str]:
    yield f"- {_date(block.date) or '—'} · {_inline(block.line)}"
    yield from (f"  - {_inline(note)}" for note in block.notes)


@_set.register
def _(block: Paragraph) -> Iterator[str]:
    yield "".join(
        _inline((part,)) if isinstance(part, Span) else _quoted(part) for part in block.parts
    )


@_set.register
def _(block: Happening) -> Iterator[str]:
    date = f"{_date(block.date)} · " if block.date else ""
    yield from (f"### {_anchors(block.anchors)}{date}{_inline(block.line)}", "")
    quotes = [f"> {_said(quote)}" for quote in block.quotes]
    yield "\n>\n".join([*quotes, f"> and {block.more} more"] if block.more else quotes)


@_set.register
def _(block: Difference) -> Iterator[str]:
    date = f"{_date(block.date)} · " if block.date else ""
    yield from (f"{date}{_inline(block.line)}", "")
    yield _row([_inline(column.head) for column in block.columns])
    yield _row(["---"] * len(block.columns))
    yield _row(["<br>".join(map(_said, column.quotes)) for column in block.columns])


@_set.register
def _(block: Items) -> Iterator[str]:
    yield _inline(block.head)
    if block.items:
        yield from ("", *(f"- {_inline(item)}" for item in block.items))


@_set.register
def _(block: Table) -> Iterator[str]:
    yield _row([escape(head) for head in block.heads])
    yield _row(["---", *["---:" if block.figures else "---"] * (len(block.heads) - 1)])
    yield from (_row([_inline(cell) for cell in row]) for row in block.rows)


@_set.register
def _(_: Chart) -> Iterator[str]:
    yield from ()  # the table beside it has bars


@_set.register
def _(block: Reference) -> Iterator[str]:
    address = (block.address,) if block.address else ()
    words = " · ".join(map(escape, (block.lines[0], *address, *block.lines[1:])))
    yield f'{block.number}. <a id="document-{block.number}"></a>{words}'


def _anchors(names: tuple[str, ...]) -> str:
    return "".join(f'<a id="{name}"></a>' for name in names)


def _date(edtf: str | None) -> str:
    return escape(short(edtf)) if edtf else ""


def _inline(line: Line) -> str:
    return re.sub(" {2,}", " ", "".join(map(_span, line)))


def _span(span: Span) -> str:
    words = _SPECIAL.sub(r"\\\1", span.text)  # spans are safe, and their blanks part the words
    if not words.strip():
        return words
    if span.role == "standing":
        return f"*({words})*"
    if span.role == "term":
        words = f"**{words}**"
    return f"[{words}](#{span.target})" if span.target else words


def _quoted(citation: Citation) -> str:
    return f"“{escape(citation.sentence)}”"


def _said(quote: Quote) -> str:
    return f"{_quoted(quote.citation)} — {_inline(quote.said)}"


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
