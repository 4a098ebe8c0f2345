"""Hours: a part of the day that is told without its day, "said on Monday … during the night"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from dragoman.coding.phrases import CLAUSAL
from dragoman.coding.syntax import Tree
from dragoman.records.codec import Record
from dragoman.records.dates import approximate, bounds, precision

_NIGHTS = frozenset({"night", "overnight", "midnight", "evening"})  # may lie before midnight
_ALONE = frozenset({"midnight", "dawn", "daybreak", "sunrise", "noon", "midday"}) | {
    "nightfall",
    "dusk",
    "sunset",
}
PARTS_OF_DAY = _NIGHTS | _ALONE | {"morning", "afternoon", "hour"}
_PREPOSITIONS = frozenset({"during", "in", "at", "before", "around", "through", "throughout", "by"})
_SPECIFIC = frozenset({"the", "that", "this", "same", "early", "small"})
_EARLY = frozenset({"early", "small"})  # "in the small hours"
_GENERAL = frozenset({"every", "each", "last"})
_SAME_DAY = frozenset({"that", "this", "same"})
_DAY_BEFORE = frozenset({"before", "previous", "preceding"})


class Hours(Record, frozen=True, kw_only=True):
    """A part of a day, `first` to `last` token, of the day on which it is told or the one before.

    A night takes the day in which it ends, as those who tell of it on that day mean.
    """

    first: int
    last: int
    verb: int | None  # that it says the time of
    day_before: bool
    rough: bool

    def told_on(self, edtf: str) -> str | None:
        """When it was, if it is told on this day; None if that is no day."""
        day = bounds(edtf)[0]
        if precision(edtf) != "day" or day is None:
            return None
        found = (day - timedelta(days=self.day_before)).isoformat()
        return approximate(found) if self.rough else found


def hours(tree: Tree) -> Iterator[Hours]:
    """The parts of days that a sentence sets its happenings in, in order."""
    for index, key in enumerate(tree.keys):
        first = _begin(tree, index) if key in PARTS_OF_DAY else None
        if first is not None:
            own = {tree.words[c] for c in tree.children[index]}
            last = index + (tree.words[index + 1 : index + 2] == ("before",))
            before = last > index or bool(own & _DAY_BEFORE)
            yield Hours(
                first=first,
                last=last,
                verb=_verb_over(tree, index),
                day_before=before,
                rough=key in _NIGHTS and not before and not own & _SAME_DAY,
            )


def _begin(tree: Tree, index: int) -> int | None:
    """Where the adverbial of this word begins; None if it is none, or means no one day."""
    token, word = tree.tokens[index], tree.words[index]
    if word == "overnight":
        return index if token.dep in {"advmod", "npadvmod"} else None
    own = {tree.words[c] for c in tree.children[index]}
    if own & _GENERAL or not (word in _ALONE or own & (_EARLY if word == "hours" else _SPECIFIC)):
        return None
    if token.dep == "pobj" and tree.words[token.head] in _PREPOSITIONS:
        return token.head
    return min(tree.subtree(index)) if token.dep == "npadvmod" else None


def _verb_over(tree: Tree, index: int) -> int | None:
    return next((a for a in tree.ancestors(index) if tree.tokens[a].pos in CLAUSAL), None)
