"""Rows: a date at the head of a line, of which all in the line is told."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding.dates.beside import both
from dragoman.coding.syntax import Tree
from dragoman.records.readings import TimeExpression

_DASHES = frozenset("—–-:|")
_GAPS = ("  ", "\t")  # as between the columns of a table
_OPENING = frozenset({"—", "–", "-", "--", ":", "|", "]", ")"})
_BRACKETS = frozenset({"[", "(", "*", "-", "•"})


def line_head(text: str, tree: Tree, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """A date that heads a row: below a heading of its own, or as a sentence: "3 May 1971."."""
    begin = tree.sentence.start
    for first in times:
        line = text.rfind("\n", 0, first.start) + 1
        if text[line : first.start].strip(" -*•[("):
            continue
        time = both(text, first, times)
        after = text[time.end : time.end + 3]
        parted, mark = after.startswith(_GAPS), after.strip()[:1]
        apart = line <= begin or text[:line].endswith("\n\n")  # no line of wrapped prose
        if (line > begin and mark and mark in _DASHES) or (apart and (parted or mark == ".")):
            return time
    return None


def row_head(tree: Tree, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """A date with which the line begins, parted from the rest by a dash, colon or bar."""
    if not times:
        return None
    time, tokens = times[0], tree.tokens
    after = [t.text for t in tokens if t.start >= time.end and t.text.strip()]
    before = [t for t in tokens if t.end <= time.start and t.text not in _BRACKETS]
    return time if not before and after and after[0] in _OPENING else None
