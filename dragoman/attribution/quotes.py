"""Passages within quotation marks, nested and unbalanced ones included."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from dragoman.records.codec import Record
from dragoman.records.documents import Section

# Each opening mark with what closes it; the straight marks close themselves.
_CLOSES = {"“": "”", "«": "»", "„": "“", "‹": "›", "「": "」", "『": "』", "‘": "’"}
_OPENS = {"”": "“", "»": "«", "›": "‹", "」": "「", "』": "『", "’": "‘"}
_SINGLE = frozenset("‘'")
_MARK = re.compile(r"[“”„«»‹›「」『』‘’\"']|\n[^\S\n]*\n\s*")
_BEFORE_OPENING = frozenset(" \t\n\xa0([{—–-:/“‘«\"'")


class Quotation(Record, frozen=True, kw_only=True):
    """A quoted passage; `start` and `end` take the marks in, `inner` leaves them out."""

    start: int
    end: int
    inner: tuple[int, int]
    parent: int | None = None  # index of the passage that this one stands in
    closed: bool = True


class _Open:
    """A mark that waits for its partner."""

    def __init__(self, mark: str, start: int) -> None:
        self.mark = mark
        self.start = start


def quotations(text: str, sections: Iterable[Section]) -> tuple[Quotation, ...]:
    """The quoted passages of all sections, by where they begin; no passage spans two sections."""
    found: list[Quotation] = []
    for section in sections:
        found.extend(_Scan(text, section.start, section.end).run())
    found.sort(key=lambda passage: (passage.start, -passage.end))
    return tuple(_with_parents(found))


def _with_parents(passages: list[Quotation]) -> Iterator[Quotation]:
    """The passages, each with the index of the one around it."""
    around: list[int] = []
    for index, passage in enumerate(passages):
        while around and passages[around[-1]].end <= passage.start:
            around.pop()
        yield Quotation(
            start=passage.start,
            end=passage.end,
            inner=passage.inner,
            parent=around[-1] if around else None,
            closed=passage.closed,
        )
        around.append(index)


class _Scan:
    """One pass over the marks of a section; at most one mark of a kind is open at a time."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.open: list[_Open] = []
        self.found: list[Quotation] = []

    def run(self) -> list[Quotation]:
        for match in _MARK.finditer(self.text, self.start, self.end):
            mark = match.group()
            if mark.isspace():
                self._paragraph(match.start(), match.end())
            else:
                self._mark(mark, match.start())
        self._drop_from(0, self.end)
        return self.found

    def _paragraph(self, before: int, after: int) -> None:
        """Ends what is open, unless the next paragraph takes it up with the same mark."""
        depth = 0
        following = self.text[after : after + 1]
        if self.open and self.open[0].mark == following and after < self.end:
            depth = 1
        self._drop_from(depth, before)

    def _mark(self, mark: str, at: int) -> None:
        if mark in "'’" and self._is_apostrophe(at):
            return
        if mark in "\"'":
            self._straight(mark, at)
        elif mark == "“" and self._is_open("„"):
            self._close("„", at)
        elif mark in _CLOSES:
            self._begin(mark, at)
        else:
            self._close(_OPENS[mark], at)

    def _straight(self, mark: str, at: int) -> None:
        if self._is_open(mark) and not (self._looks_opening(at) and self._starts_paragraph(at)):
            if self._looks_opening(at) and not self._looks_closing(at):
                self._begin(mark, at)
            else:
                self._close(mark, at)
        elif not self._is_open(mark) and self._looks_opening(at):
            self._begin(mark, at)

    def _begin(self, mark: str, at: int) -> None:
        """Opens a passage; one left open under the same mark ends here, or goes on."""
        if self._is_open(mark):
            if self._starts_paragraph(at):
                return
            self._drop_from(self._depth(mark), at)
        self.open.append(_Open(mark, at))

    def _close(self, mark: str, at: int) -> None:
        """Closes the passage under this mark; a closing mark without one says nothing."""
        if not self._is_open(mark):
            return
        depth = self._depth(mark)
        self._drop_from(depth + 1, at)
        self._keep(self.open.pop(), at + 1, closed=True)

    def _drop_from(self, depth: int, at: int) -> None:
        """Ends unclosed passages at `at`; a lone single mark was an apostrophe."""
        while len(self.open) > depth:
            opened = self.open.pop()
            if opened.mark not in _SINGLE:
                self._keep(opened, at, closed=False)

    def _keep(self, opened: _Open, end: int, *, closed: bool) -> None:
        inner = (opened.start + 1, end - 1 if closed else end)
        if inner[0] < inner[1]:
            self.found.append(Quotation(start=opened.start, end=end, inner=inner, closed=closed))

    def _is_open(self, mark: str) -> bool:
        return any(opened.mark == mark for opened in self.open)

    def _depth(self, mark: str) -> int:
        return next(i for i, opened in enumerate(self.open) if opened.mark == mark)

    def _starts_paragraph(self, at: int) -> bool:
        return at == self.start or self.text[at - 1] == "\n"

    def _looks_opening(self, at: int) -> bool:
        before = self.text[at - 1] if at > self.start else " "
        after = self.text[at + 1] if at + 1 < self.end else " "
        return before in _BEFORE_OPENING and not after.isspace()

    def _looks_closing(self, at: int) -> bool:
        return at > self.start and not self.text[at - 1].isspace()

    def _is_apostrophe(self, at: int) -> bool:
        before = self.text[at - 1] if at > self.start else " "
        after = self.text[at + 1] if at + 1 < self.end else " "
        return before.isalnum() and after.isalnum()


class Passages:
    """The quotations of a document, to be asked which of them stand around a place."""

    def __init__(self, found: tuple[Quotation, ...]) -> None:
        self.all = found
        self._starts = [passage.start for passage in found]

    def around(self, start: int, end: int) -> Iterator[int]:
        """Indices of the passages that hold these characters, innermost first."""
        index: int | None = bisect_right(self._starts, start) - 1
        while index is not None and index >= 0:
            passage = self.all[index]
            if passage.start <= start and end <= passage.end:
                yield index
            index = passage.parent

    def innermost(self, start: int, end: int) -> int | None:
        """Index of the smallest passage that holds these characters."""
        return next(self.around(start, end), None)

    def beginning(self, start: int, end: int) -> range:
        """Indices of the passages that begin within these characters."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))
