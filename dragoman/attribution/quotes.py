"""Passages within quotation marks, nested and unbalanced ones included."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import takewhile

from dragoman.records.codec import Record
from dragoman.records.documents import Section

# Marks that open a passage, and the mark that each closing one closes.
_OPENING = frozenset("“«„‹「『‘")
_CLOSES = {"”": "“", "»": "«", "›": "‹", "」": "「", "』": "『", "’": "‘"}
# Some print guillemets the other way round, or the same mark on both sides: „so“, »so«, ”so”.
_TURNED = {"“": "„", "«": "»", "‹": "›"}
_EITHER = frozenset("»›”")
_RUNNING = frozenset({"body", "answer", "quote_block"})  # kinds that go on over paragraphs
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


# A passage as it is found: start, end, and whether it was closed.
_Found = tuple[int, int, bool]


def joined(text: str, sections: Iterable[Section]) -> tuple[tuple[Section, ...], ...]:
    """Runs of sections in one voice, with nothing but space between: the paragraphs of a body."""
    runs: list[list[Section]] = []
    for section in sections:
        last = runs[-1][-1] if runs else None
        if last is not None and _runs_on(text, last, section):
            runs[-1].append(section)
        else:
            runs.append([section])
    return tuple(map(tuple, runs))


def _runs_on(text: str, last: Section, section: Section) -> bool:
    alike = (last.kind, last.author) == (section.kind, section.author)
    return alike and section.kind in _RUNNING and not text[last.end : section.start].strip()


def quotations(text: str, runs: Iterable[tuple[Section, ...]]) -> tuple[Quotation, ...]:
    """The quoted passages of all runs of sections, by where they begin; none spans two runs."""
    found: list[_Found] = []
    for run in runs:
        found.extend(_Scan(text, run[0].start, run[-1].end).run())
    found.sort(key=_order)
    return tuple(_with_parents(found))


def _order(passage: _Found) -> tuple[int, int]:
    return passage[0], -passage[1]


def _with_parents(passages: list[_Found]) -> Iterator[Quotation]:
    """The passages, each with the index of the one around it."""
    around: list[int] = []
    for index, (start, end, closed) in enumerate(passages):
        while around and passages[around[-1]][1] <= start:
            around.pop()
        yield Quotation(
            start=start,
            end=end,
            inner=(start + 1, end - 1 if closed else end),
            parent=around[-1] if around else None,
            closed=closed,
        )
        around.append(index)


class _Scan:
    """One pass over the marks of a section; at most one mark of a kind is open at a time."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.open: list[str] = []  # the open marks, the outermost first
        self.starts: list[int] = []  # where they stand
        self.found: list[_Found] = []

    def run(self) -> list[_Found]:
        for match in _MARK.finditer(self.text, self.start, self.end):
            mark = match.group()
            if mark[0] == "\n":
                self._paragraph(match.start(), match.end())
            else:
                self._mark(mark, match.start())
        self._drop_from(0, self.end)
        return self.found

    def _paragraph(self, before: int, after: int) -> None:
        """Ends what is open, unless the next paragraph takes it up with the same mark."""
        goes_on = self.open and after < self.end and self.text[after] == self.open[0]
        self._drop_from(1 if goes_on else 0, before)

    def _mark(self, mark: str, at: int) -> None:
        if mark in "'’" and self._is_apostrophe(at):
            return
        if mark in "\"'":
            self._straight(mark, at)
        elif _TURNED.get(mark) in self.open:
            self._close(_TURNED[mark], at)
        elif mark in _OPENING:
            self._begin(mark, at)
        else:
            self._closing(mark, at)

    def _closing(self, mark: str, at: int) -> None:
        """A mark that closes what its partner, its like or “„” opened; or else may open, too."""
        partners = (_CLOSES[mark], mark, "„") if mark == "”" else (_CLOSES[mark], mark)
        opened = next((partner for partner in partners if partner in self.open), None)
        if opened is not None:
            self._close(opened, at)
        elif mark in _EITHER and self._looks_opening(at) and not self._looks_closing(at):
            self._begin(mark, at)

    def _straight(self, mark: str, at: int) -> None:
        opening = self._looks_opening(at)
        if mark not in self.open:
            if opening:
                self._begin(mark, at)
        elif opening and (self._starts_paragraph(at) or not self._looks_closing(at)):
            self._begin(mark, at)
        else:
            self._close(mark, at)

    def _begin(self, mark: str, at: int) -> None:
        """Opens a passage; one left open under the same mark ends here, or goes on."""
        if mark in self.open:
            if self._starts_paragraph(at):
                return
            self._drop_from(self.open.index(mark), at)
        self.open.append(mark)
        self.starts.append(at)

    def _close(self, mark: str, at: int) -> None:
        """Closes the passage that an open mark began."""
        self._drop_from(self.open.index(mark) + 1, at)
        self.open.pop()
        start = self.starts.pop()
        if start + 1 < at:
            self.found.append((start, at + 1, True))

    def _drop_from(self, depth: int, at: int) -> None:
        """Ends what is open from a depth on, at `at` or with its line."""
        while len(self.open) > depth:
            mark, start = self.open.pop(), self.starts.pop()
            end = self._line_end(start, at)
            if mark not in _SINGLE and start + 1 < end:  # a lone single mark was an apostrophe
                self.found.append((start, end, False))

    def _line_end(self, start: int, at: int) -> int:
        """Where the first line after a mark ends with a full stop, or else `at`."""
        line = self.text.find("\n", start, at)
        stopped = line > start and self.text[line - 1] in ".!?…"
        goes_on = line >= 0 and self.text[line + 1 : line + 2] == self.text[start]
        return line if stopped and not goes_on and not self._crosses(start, line) else at

    def _crosses(self, start: int, line: int) -> bool:
        """Whether a passage within this one goes on behind the end of the line."""
        within = takewhile(lambda passage: passage[0] > start, reversed(self.found))
        return any(end > line for _, end, _ in within)

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
