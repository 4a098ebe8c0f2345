"""Walks the tree of an article: paragraphs, headings, lists, tables, one block each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

from dragoman.ingest.layouts import tree
from dragoman.ingest.layouts.lines import is_sentence
from dragoman.ingest.layouts.tree import Element
from dragoman.ingest.vocabulary import wordlist
from dragoman.records.codec import Record
from dragoman.records.documents import SectionKind

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    wordlist(
        "address article aside blockquote body caption center dd details div dl dt fieldset figure"
        " figcaption form header hr li main ol p pre section summary table tbody td tfoot th thead"
        " tr ul h1 h2 h3 h4 h5 h6"
    )
)
_BOXES = frozenset(("aside", "table", "div", "section", "ul", "dl", "blockquote", "figure"))
_INFOBOX = frozenset(
    wordlist(
        "infobox factbox fact-box infocard ficha keyfacts key-facts factfile fact-file factsheet"
    )
)
_PULLED = frozenset(wordlist("pullquote pull-quote pulled"))
_NOTES = frozenset(("reference", "footnote", "noprint", "mw-editsection"))
_PARAGRAPHS = re.compile(r"\n\s*\n")
LONG_CELL = 600  # characters: a column of a page, not a cell of a table
LONG_ITEM = 300  # characters: a paragraph set as an item of a list


class Block(Record, frozen=True, kw_only=True):
    """A piece of an article; `kind` None for a paragraph, of which its words may tell more."""

    text: str
    kind: SectionKind | None = None
    level: int = 0
    element: Any = None


def walk(element: Element) -> Iterator[Block]:
    """The blocks in an element, in the order of the page."""
    reader = _reader(element)
    if reader is not None:
        yield from reader(element)
        return
    yield from _inside(element)


def _inside(element: Element) -> Iterator[Block]:
    """The blocks of an element, whatever the element itself is."""
    loose: list[str] = [element.text or ""]
    for child in element:
        if _is_block(child):
            yield from _paragraphs(loose, element)
            yield from walk(child)
            loose = []
        else:
            loose.append(_inline(child))
        loose.append(child.tail or "")
    yield from _paragraphs(loose, element)


def _is_block(element: Element) -> bool:
    """Whether an element is set as a block, or holds one."""
    if element.tag in _BLOCKS:
        return True
    return isinstance(element.tag, str) and any(part.tag in _BLOCKS for part in element.iter())


def _reader(element: Element) -> Callable[[Element], Iterator[Block]] | None:
    """What reads such an element; None for one that only holds others."""
    tag = element.tag
    if tag in _HEADINGS:
        return _heading
    if tag == "aside" or (tag in _BOXES and tree.labels(element) & (_INFOBOX | _PULLED)):
        return _aside
    readers: dict[str, Callable[[Element], Iterator[Block]]] = {
        "ul": _list,
        "ol": _list,
        "dl": _definitions,
        "table": _table,
        "blockquote": _quote,
        "figure": _figure,
        "summary": _summary,
        "p": _paragraph,
    }
    return readers.get(tag)


def _paragraphs(loose: list[str], element: Element) -> Iterator[Block]:
    for part in _PARAGRAPHS.split("".join(_unbroken(text) for text in loose)):
        if words := "\n".join(" ".join(line.split()) for line in part.split("\n")).strip():
            yield Block(text=words, element=element)


def _unbroken(text: str) -> str:
    """Text in which only the line breaks of `<br>` are left, not those of the source."""
    return re.sub(r"[ \t\r\n\f]+", " ", text).replace("\x0b", "\n")


def _inline(element: Element) -> str:
    """The words of an element within a line; a line break is a vertical tab."""
    if element.tag == "br":
        return "\x0b"
    if not isinstance(element.tag, str) or _is_note(element):
        return ""
    inner = "".join(_inline(child) + (child.tail or "") for child in element)
    return (element.text or "") + inner


def _is_note(element: Element) -> bool:
    if element.tag == "sup":
        return bool(re.fullmatch(r"\W*(?:\d{1,3}|[a-z]|citation needed)\W*", tree.text(element)))
    return bool(tree.labels(element) & _NOTES)


def _line(element: Element, without: tuple[str, ...] = ()) -> str:
    """All the words of an element, blocks too, on one line."""
    parts = [element.text or ""]
    for child in element:
        if child.tag not in without:
            parts.append(f" {_line(child, without)} " if _is_block(child) else _inline(child))
        parts.append(child.tail or "")
    return " ".join("".join(parts).replace("\x0b", " ").split())


def _heading(element: Element) -> Iterator[Block]:
    if words := _line(element):
        yield Block(text=words, kind="title", level=_HEADINGS[element.tag], element=element)


def _paragraph(element: Element) -> Iterator[Block]:
    """A paragraph; all in bold and short, it is a heading."""
    whole = _line(element)
    strong = [child for child in element if child.tag in ("strong", "b")]
    alone = len(strong) == 1 and _line(strong[0]) == whole
    if alone and len(whole.split()) <= 12 and not is_sentence(whole.rstrip(":")):
        yield Block(text=whole.rstrip(":"), kind="title", level=3, element=element)
        return
    loose = [element.text or ""]
    for child in element:
        loose.extend((_inline(child), child.tail or ""))
    yield from _paragraphs(loose, element)


def _summary(element: Element) -> Iterator[Block]:
    if words := _line(element):
        kind: SectionKind = "question" if words.endswith("?") else "title"
        yield Block(text=words, kind=kind, level=0 if kind == "question" else 3, element=element)


def _list(element: Element) -> Iterator[Block]:
    items = list(_items(element))
    if any(len(item) > LONG_ITEM for item in items):
        yield from (Block(text=item, element=element) for item in items)
    elif items:
        yield Block(text="\n".join(items), kind="list", element=element)


def _items(element: Element) -> Iterator[str]:
    """The items of a list, and of the lists in it, each without those below it."""
    for item in element.iter("li"):
        if words := _line(item, without=("ul", "ol")):
            yield words


def _definitions(element: Element) -> Iterator[Block]:
    lines = list(_pairs(element))
    if lines:
        yield Block(text="\n".join(lines), kind="list", element=element)


def _pairs(element: Element) -> Iterator[str]:
    term = ""
    for part in element.iter("dt", "dd"):
        words = _line(part)
        if part.tag == "dt":
            term = words
        elif words:
            yield f"{term}: {words}" if term else words


def _table(element: Element) -> Iterator[Block]:
    if _is_layout(element):
        for cell in _own(element, ("td", "th", "caption")):
            yield from walk(cell)
        return
    rows = [row for row in _rows(element, " | ") if row]
    if rows:
        yield Block(text="\n".join(rows), kind="table", element=element)


def _is_layout(table: Element) -> bool:
    """Whether a table only places parts of the page, as old pages do."""
    if table.get("role") in ("presentation", "none") or table.find(".//table") is not None:
        return True
    rows = [_cells(row) for row in _own(table, ("tr",))]
    widest = max((len(row) for row in rows), default=0)
    return widest < 2 or any(_is_column(cell) for row in rows for cell in row)


def _is_column(cell: Element) -> bool:
    """Whether a cell is a column of the page, with paragraphs in it."""
    size = len(tree.text(cell))
    set_apart = sum(1 for _ in cell.iter("p", "br", "center", "h1", "h2", "h3"))
    return size > LONG_CELL or (size > LONG_CELL // 3 and set_apart > 2)


def _own(table: Element, tags: tuple[str, ...]) -> Iterator[Element]:
    """The elements of a table that are not those of a table in it."""
    for part in table.iter(*tags):
        if next(part.iterancestors("table")) is table:
            yield part


def _cells(row: Element) -> list[Element]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def _rows(table: Element, joint: str) -> Iterator[str]:
    for row in _own(table, ("tr",)):
        heads = all(cell.tag == "th" for cell in row)
        cells = [_line(cell) for cell in _cells(row)]
        between = " | " if heads else joint
        yield between.join(cell or "–" for cell in cells) if any(cells) else ""


def _quote(element: Element) -> Iterator[Block]:
    lines = [block.text for block in _inside(element)]
    if lines:
        yield Block(text="\n".join(lines), kind="quote_block", element=element)


def _figure(element: Element) -> Iterator[Block]:
    """What is no picture in a figure; captions name who took it and repeat the text."""
    for part in element.iter("table", "blockquote"):
        yield from walk(part)


def _aside(element: Element) -> Iterator[Block]:
    """A box beside the text, one line for each fact; a sentence pulled from the text is none."""
    if tree.labels(element) & _PULLED:
        return
    lines: list[str] = []
    for block in _inside(element) if element.tag != "table" else ():
        if block.kind != "title":
            lines.extend(block.text.split("\n"))
    if element.tag == "table":
        lines = [row for row in _rows(element, ": ") if row]
    if lines:
        yield Block(text="\n".join(lines), kind="infobox", element=element)
