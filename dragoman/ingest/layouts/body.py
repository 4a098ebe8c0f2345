"""Cuts the lines of an article into sections: headings, lists, tables, quotes, paragraphs."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import takewhile

from msgspec.structs import replace

from dragoman.ingest.layouts import explainer, furniture, teasers
from dragoman.ingest.layouts.headings import heading, is_break
from dragoman.ingest.layouts.lines import is_sentence
from dragoman.ingest.page import Line, section
from dragoman.records.codec import Record
from dragoman.records.documents import Section, SectionKind

_BULLET = re.compile(r"[-*•–—‣◦▪·]\s+\S")
_NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)]\s+\S")
_YEARS = r"(?:[12]\d{3}s?(?:\s?[-–/]\s?\d{2,4})?)"
_CHRONICLE = re.compile(rf"(?:[\w.,–-]+\s+){{0,3}}{_YEARS}\s*(?:[–—:]|\s-)\s*\S")
_INFOBOX = re.compile(r"infobox\b[^.]{0,60}$", re.IGNORECASE)
_FIELD = re.compile(r"[-*•|]\s*\S|[\w(][^:=|.]{0,60}\s*[:=]\s*\S")
LONG_ITEM = 300  # characters: a numbered paragraph of a treaty, not an item of a list


class Cut(Record, frozen=True, kw_only=True):
    """How many lines a reader took, and the sections it made of them."""

    lines: int
    sections: tuple[Section, ...] = ()


Reader = Callable[[Sequence[Line], int], Cut | None]


def sections(lines: Sequence[Line]) -> tuple[Section, ...]:
    """The sections of an article, in order; furniture is in none."""
    found: list[Section] = []
    at = 0
    while at < len(lines):
        cut = next(cut for reader in _READERS if (cut := reader(lines, at)))
        found.extend(cut.sections)
        at += cut.lines
    return explainer.answers(tuple(found))


def _closing(lines: Sequence[Line], at: int) -> Cut | None:
    """Links to other articles as teasers; lists of references are in no section."""
    count = teasers.stretch(lines, at)
    if count == 0:
        return None
    return Cut(lines=count, sections=teasers.sections(lines[at : at + count]))


def _given(lines: Sequence[Line], at: int) -> Cut | None:
    line = lines[at]
    if line.kind is None:
        return None
    if line.kind == "title" and explainer.asked(lines, at):
        return Cut(lines=1, sections=(section(replace(line, level=0), "question"),))
    level = max(line.level, 2) if line.kind == "title" else line.level
    return Cut(lines=1, sections=(section(replace(line, level=level), line.kind),))


def _furniture(lines: Sequence[Line], at: int) -> Cut | None:
    return Cut(lines=1) if furniture.matches(lines[at].text) else None


def _infobox(lines: Sequence[Line], at: int) -> Cut | None:
    if not _INFOBOX.match(lines[at].text):
        return None
    fields = _run(lines, at + 1, lambda line: _FIELD.match(line.text) is not None, breaks=True)
    return _joined("infobox", lines[at + 1 : at + 1 + fields], before=1) if fields else None


def _table(lines: Sequence[Line], at: int) -> Cut | None:
    rows = _run(lines, at, _is_row)
    return _joined("table", lines[at : at + rows]) if rows > 1 else None


def _is_row(line: Line) -> bool:
    return "|" in line.text or line.text.count("\t") > 1


def _list(lines: Sequence[Line], at: int) -> Cut | None:
    for item in (_is_bullet, _is_number, _is_chronicle):
        count = _run(lines, at, item)
        if count < (3 if item is _is_chronicle else 2):
            continue
        items = lines[at : at + count]
        if sum(map(_is_long, items)) * 2 > count:
            return Cut(lines=count, sections=tuple(_paragraph(line) for line in items))
        return _joined("list", items)
    return None


def _is_long(item: Line) -> bool:
    """Whether an item is a paragraph: long, wrapped, or set apart like those of a treaty."""
    apart = item.gap > 0 and _is_number(item) and is_sentence(item.text)
    size = len(item.text)
    return size > LONG_ITEM or "\n" in item.text or (apart and size > LONG_ITEM // 3)


def _is_bullet(line: Line) -> bool:
    return _BULLET.match(line.text) is not None


def _is_number(line: Line) -> bool:
    return _NUMBER.match(line.text) is not None


def _is_chronicle(line: Line) -> bool:
    return _CHRONICLE.match(line.text) is not None


def _quote(lines: Sequence[Line], at: int) -> Cut | None:
    count = _run(lines, at, lambda line: line.text.startswith(">"), breaks=True)
    if count == 0:
        return None
    skip = len(lines[at].text) - len(lines[at].text.lstrip("> "))
    return _joined("quote_block", lines[at : at + count], skip=skip)


def _question(lines: Sequence[Line], at: int) -> Cut | None:
    made = explainer.turn(lines, at)
    return Cut(lines=1, sections=(made,)) if made else None


def _heading(lines: Sequence[Line], at: int) -> Cut | None:
    made = heading(lines, at)
    if made and explainer.asked(lines, at):
        made = replace(made, kind="question", level=0)
    return Cut(lines=1, sections=(made,)) if made else None


def _rule(lines: Sequence[Line], at: int) -> Cut | None:
    return Cut(lines=1) if is_break(lines[at].text) else None


def _rest(lines: Sequence[Line], at: int) -> Cut:
    return Cut(lines=1, sections=(_paragraph(lines[at]),))


def _paragraph(line: Line) -> Section:
    """The paragraph that a line is, without the bullet or number at its head."""
    mark = _BULLET.match(line.text) or _NUMBER.match(line.text)
    return section(line, "body", mark.end() - 1 if mark else 0)


_READERS: tuple[Reader, ...] = (
    _closing,
    _given,
    _rule,
    _furniture,
    _infobox,
    _table,
    _list,
    _quote,
    _question,
    _heading,
    _rest,
)


def _run(
    lines: Sequence[Line], at: int, belongs: Callable[[Line], bool], breaks: bool = False
) -> int:
    """How many lines from here on belong together; a blank line ends them if it `breaks`."""

    def goes_on(place: int) -> bool:
        line = lines[place]
        cut = breaks and line.gap > 0 and place > at
        return line.kind is None and not cut and belongs(line)

    return sum(1 for _ in takewhile(goes_on, range(at, len(lines))))


def _joined(kind: SectionKind, run: Sequence[Line], before: int = 0, skip: int = 0) -> Cut:
    whole = Section(kind=kind, start=run[0].start + skip, end=run[-1].end)
    return Cut(lines=before + len(run), sections=(whole,) if whole.start < whole.end else ())
