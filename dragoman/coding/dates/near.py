"""Near times: those about which an event happened, by a clause that comes before or after it."""

from __future__ import annotations

from msgspec.structs import replace

from dragoman.coding.dates.reckoning import UNITS
from dragoman.coding.dates.ties import Ties
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.modality import Telling
from dragoman.coding.tense import PERFECT, is_perfect, is_simple_past
from dragoman.records.dates import approximate, precision
from dragoman.records.readings import TimeExpression

_HAD = frozenset({"had"})
_COARSE = frozenset({"month", "season", "quarter"})


class Near:
    """The rough times of one sentence, for events to which it ties no other."""

    def __init__(self, tree: Tree, ties: Ties) -> None:
        self.tree, self.ties = tree, ties

    def time(self, telling: Telling) -> TimeExpression | None:
        """About when it happened; None where the sentence does not say."""
        verb = telling.match.anchor
        return self._before(verb) or self._by(verb)

    def _before(self, verb: int) -> TimeExpression | None:
        """The month in which something followed: "in May Chad left after Mali had attacked"."""
        over = self.tree.tokens[verb].head
        if not self._follows(over, verb) or not self._is_past(verb):
            return None
        time = self.ties.at(over) or self.ties.at(self.tree.first(over))
        return _about(time) if time and precision(time.edtf) in _COARSE else None

    def _by(self, verb: int) -> TimeExpression | None:
        """The time by which it was done: "By May Chad had left"."""
        if not is_perfect(self.tree, self.tree.first(verb), _HAD):
            return None
        for preposition in self.tree.kids(self.tree.first(verb), "prep"):
            if self.tree.words[preposition] == "by":
                inside = {self.tree.tokens[i].start for i in self.tree.subtree(preposition)}
                time = next((t for t in self.ties.times if t.start in inside), None)
                return _about(time) if time and "/" not in time.edtf else None
        return None

    def _follows(self, verb: int, clause: int) -> bool:
        """Whether the verb tells what came after the clause under it."""
        tree, below = self.tree, self.tree.tokens[clause]
        after = [c for c in tree.kids(clause, "mark") if tree.words[c] == "after"]
        far = any(tree.keys[max(c - 1, 0)] in UNITS for c in after)  # "six weeks after"
        return below.dep == "advcl" and below.head == verb and bool(after) and not far

    def _is_past(self, verb: int) -> bool:
        return is_simple_past(self.tree, verb) or is_perfect(self.tree, verb, PERFECT)


def month_of(time: TimeExpression) -> TimeExpression:
    """About the month of a day."""
    return _about(replace(time, edtf=time.edtf[: len("1971-05")]))


def _about(time: TimeExpression) -> TimeExpression:
    """About that time."""
    return replace(time, edtf=approximate(time.edtf), basis="relative")
