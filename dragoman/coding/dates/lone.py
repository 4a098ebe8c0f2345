"""Lone times: the only time of a sentence, for what is told after it."""

from __future__ import annotations

from itertools import pairwise

from dragoman.coding.dates.narrative import Narrative
from dragoman.coding.dates.ties import Ties
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.modality import Telling
from dragoman.coding.tense import (
    PERFECT,
    PRESENT,
    is_habitual,
    is_lasting,
    is_perfect,
    is_simple_past,
)
from dragoman.records.dates import precision
from dragoman.records.readings import TimeExpression

_APART = frozenset(
    {"later", "after", "afterwards", "before", "earlier", "previously", "until", "till", "since"}
    | {"once", "formerly", "already", "ago", "following", "subsequently", "eve"}
)
_UNITS = frozenset({"day", "days", "week", "weeks", "month", "months", "year", "years", "hours"})
_FINITE = frozenset({"VBD", "MD"}) | PRESENT
_ASIDE = frozenset({"relcl", "acl"})
_VERBAL = frozenset({"VB", "VBG", "VBN"})


class Lone:
    """What an event's date is likely to be where nothing ties one to it."""

    def __init__(self, told: Narrative, tree: Tree, ties: Ties) -> None:
        self.told, self.tree, self.ties = told, tree, ties

    def time(self, telling: Telling) -> TimeExpression | None:
        """The one time of the sentence: "On 3 May Chad, which had no fleet, attacked"."""
        verb, times = telling.match.anchor, self.ties.times
        if len(times) != 1 or telling.changed_by == "future" or self._is_lasting(verb):
            return None
        time, tokens = times[0], self.tree.tokens
        if time.end > tokens[verb].start or not self._is_point(time):
            return None
        if self.ties.own(telling) is not None or not self._is_told(verb, time):
            return None
        between = [t.text.lower() for t in tokens if time.end <= t.start < tokens[verb].start]
        on = any(a in _UNITS and b == "on" for a, b in pairwise(between))
        return None if on or _APART & set(between) else time

    def _is_lasting(self, verb: int) -> bool:
        return is_lasting(self.tree) or is_habitual(self.tree, [verb], self.told.lexicon)

    def _is_point(self, time: TimeExpression) -> bool:
        """Whether it says when, and is no part of a name: "the treaty of 1962"."""
        if ".." in time.edtf or time.basis == "anniversary":
            return False
        words = self.tree.words
        first = next((i for i, t in enumerate(self.tree.tokens) if t.start >= time.start), 0)
        return precision(time.edtf) != "year" or words[first - 1] == "in" or words[first] == "in"

    def _is_told(self, verb: int, time: TimeExpression) -> bool:
        """Whether it is told in the simple past, or in the present at the head of a line."""
        tree = self.tree
        over = next((v for v in (verb, *tree.ancestors(verb)) if self._is_finite(v)), verb)
        if verb != over and tree.tokens[verb].tag not in _VERBAL:
            return False
        if self._is_said(over) or self._is_aside(time, over):
            return False
        if is_perfect(tree, verb, PERFECT) or is_perfect(tree, over, PERFECT):
            return False
        heads = all(not t.text.isalnum() for t in tree.tokens if t.start < time.start)
        return is_simple_past(tree, over) or (heads and tree.tokens[over].tag in PRESENT)

    def _is_said(self, verb: int) -> bool:
        """Whether it hangs on a saying, of whose day it need not be: "said that it attacked"."""
        first = self.tree.tokens[self.tree.first(verb)]
        return first.dep == "ccomp" and first.head < verb

    def _is_aside(self, time: TimeExpression, verb: int) -> bool:
        """Whether it dates an aside, of old: "the pact that it signed in 1971 failed"."""
        tree, setting = self.tree, self.told.setting
        inside = next(i for i, t in enumerate(tree.tokens) if t.start >= time.start)
        asides = (a for a in tree.ancestors(inside) if tree.tokens[a].dep in _ASIDE)
        over = next((a for a in asides if tree.tokens[a].tag != "VBG"), None)  # "landing in May"
        within = over is None or over == verb or over in tree.ancestors(verb)
        return not within and not setting.is_current(time)

    def _is_finite(self, verb: int) -> bool:
        helpers = self.tree.kids(verb, "aux", "auxpass")
        return any(self.tree.tokens[i].tag in _FINITE for i in (verb, *helpers))
