"""Near times: those about which an event happened, by what is told before or after it."""

from __future__ import annotations

from msgspec.structs import replace

from dragoman.coding.dates.places import verb_over
from dragoman.coding.dates.reckoning import UNITS
from dragoman.coding.dates.setting import Setting
from dragoman.coding.dates.ties import Ties
from dragoman.coding.phrases import CLAUSAL
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.modality import Telling
from dragoman.coding.tense import HAD, PERFECT, is_perfect, is_simple_past
from dragoman.records.dates import approximate, bounds, interval, precision, year
from dragoman.records.readings import TimeExpression

_COARSE = frozenset({"month", "season", "quarter", "year"})
_WHO = frozenset({"who", "whom"})
_EARLIER = frozenset({"earlier", "previously", "long", "once", "already", "until", "years"})
_AFTER = frozenset({"after", "following"})
_ORDERED = _AFTER | {"before"}
_ANSWERS = frozenset({"protest", "response", "retaliation", "reaction", "reply", "revenge"})
_RESPONDS = frozenset({"respond", "retaliate", "react", "answer", "reply"})
_CAUSES = frozenset({"ASSAULT", "COERCE", "PROTEST", "SANCTION", "MOBILIZE"})


class Near:
    """The rough times of one sentence, for events to which it ties no other."""

    def __init__(self, tree: Tree, ties: Ties, setting: Setting) -> None:
        self.tree, self.ties, self.setting = tree, ties, setting

    def time(self, telling: Telling) -> TimeExpression | None:
        """About when it happened; None where the sentence does not say."""
        verb = telling.match.anchor
        return (
            self._under(verb)
            or self._over(verb)
            or self._after_which(verb)
            or self._prelude(verb)
            or self._cause(telling)
            or self._response(verb)
            or self._by(verb)
        )

    def _under(self, verb: int) -> TimeExpression | None:
        """About when that was which it led up to: "in May Chad left after Mali had attacked"."""
        over = self.tree.tokens[verb].head
        if over == verb or not self._is_ordered(verb) or not self._is_past(verb):
            return None
        times = (self.ties.at(v) for v in (over, *self.tree.group(self.tree.first(over))))
        return about(next((time for time in times if time), None))

    def _over(self, verb: int) -> TimeExpression | None:
        """About when that was which it followed: "Chad left after Mali attacked on 3 May"."""
        tree, verb = self.tree, self.tree.first(verb)
        if not self._is_past(verb):
            return None
        clauses = [c for c in tree.kids(verb, "advcl") if self._is_ordered(c)]
        times = [time for c in clauses if (time := self.ties.at(c))]
        for after in (p for p in tree.kids(verb, "prep") if tree.words[p] in _AFTER):
            inside = {tree.tokens[i].start for i in tree.subtree(after) if i > after + 1}
            times += [t for t in self.ties.times if t.start in inside and t.basis != "anniversary"]
        days = (time for time in times if precision(time.edtf) == "day")
        return self._since(next(days, None))

    def _after_which(self, verb: int) -> TimeExpression | None:
        """About when that was on which it followed: "the coup of May, after which Chad left"."""
        tree, noun = self.tree, self.tree.tokens[verb].head
        after = [p for p in tree.kids(verb, "prep") if tree.words[p] in _AFTER]
        if not any(tree.words[c] == "which" for p in after for c in tree.kids(p, "pobj")):
            return None
        inside = {tree.tokens[i].start for i in tree.subtree(noun) if i < after[0]}
        return about(next((t for t in self.ties.times if t.start in inside), None))

    def _prelude(self, verb: int) -> TimeExpression | None:
        """About when it was that somebody came who had done it: "the envoy who had gone there"."""
        tree, noun = self.tree, self.tree.tokens[verb].head
        if tree.tokens[verb].dep != "relcl" or not is_perfect(tree, verb, HAD):
            return None
        if not any(tree.words[i] in _WHO for i in tree.children[verb]) or _EARLIER & set(
            tree.words
        ):
            return None
        over = verb_over(tree, noun)
        return about(self.ties.at(over) or self.ties.at(tree.first(over)))

    def _cause(self, telling: Telling) -> TimeExpression | None:
        """About when that was which came of it: "recalled him in May in protest at raids"."""
        tree, noun = self.tree, telling.match.head
        if telling.event_type not in _CAUSES or tree.tokens[noun].pos in CLAUSAL:
            return None
        verb = verb_over(tree, noun)
        path = (a for a in tree.ancestors(noun) if verb < a < noun)
        cause = (a for a in path if tree.words[a] in _AFTER or tree.keys[a] in _ANSWERS)
        begins = tree.tokens[next(cause, verb)].start
        before = [t for t in self.ties.times if tree.tokens[verb].end < t.end < begins]
        fronted = self.ties.at(verb) if begins > tree.tokens[verb].end else None
        return about(before[-1] if before else fronted)

    def _response(self, verb: int) -> TimeExpression | None:
        """The year of what it answered: "Chad attacked in May, and Mali responded by leaving"."""
        tree = self.tree
        above = [a for a in tree.ancestors(verb) if tree.keys[a] in _RESPONDS]
        if not above or tree.tokens[above[0]].dep != "conj" or not self._is_past(above[0]):
            return None
        time = self.ties.at(tree.tokens[above[0]].head)
        if time is None or precision(time.edtf) not in {"day", "month"}:
            return None
        return replace(time, edtf=time.edtf[: len("1971")], basis="relative")

    def _by(self, verb: int) -> TimeExpression | None:
        """The time by which it was done: "By May Chad had left"."""
        if not is_perfect(self.tree, self.tree.first(verb), HAD):
            return None
        for preposition in self.tree.kids(self.tree.first(verb), "prep"):
            if self.tree.words[preposition] == "by":
                inside = {self.tree.tokens[i].start for i in self.tree.subtree(preposition)}
                time = next((t for t in self.ties.times if t.start in inside), None)
                return rough(time) if time and "/" not in time.edtf else None
        return None

    def _since(self, day: TimeExpression | None) -> TimeExpression | None:
        """From a day of late to that of the document; of an older day, about its month."""
        if day is None or self.setting.is_current(day):
            return None
        if self.setting.published and self.setting.is_recent(day):
            return replace(day, edtf=interval(day.edtf, self.setting.published), basis="relative")
        return month_of(day)

    def _is_ordered(self, clause: int) -> bool:
        """Whether the clause tells what came right before or after the verb above it."""
        tree = self.tree
        marks = [c for c in tree.kids(clause, "mark") if tree.words[c] in _ORDERED]
        far = any(tree.keys[max(c - 1, 0)] in UNITS for c in marks)  # "six weeks after"
        return tree.tokens[clause].dep == "advcl" and bool(marks) and not far

    def _is_past(self, verb: int) -> bool:
        return is_simple_past(self.tree, verb) or is_perfect(self.tree, verb, PERFECT)


def about(time: TimeExpression | None) -> TimeExpression | None:
    """About that time, or the month of that day; None of what is longer than a year."""
    if time is None:
        return None
    if precision(time.edtf) == "day":
        return month_of(time)
    if precision(time.edtf) in _COARSE:
        return rough(time)
    first, last = bounds(time.edtf)  # "in early 2016"
    whole = first is not None and last is not None and first.year == last.year
    return rough(replace(time, edtf=year(first.year))) if first and whole else None


def month_of(time: TimeExpression) -> TimeExpression:
    """About the month of a day."""
    return rough(replace(time, edtf=time.edtf[: len("1971-05")]))


def rough(time: TimeExpression) -> TimeExpression:
    """About that time."""
    return replace(time, edtf=approximate(time.edtf), basis="relative")
