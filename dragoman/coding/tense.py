"""Tense, habit and distance in time: a happening, a custom, "two days after the raid"."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

from msgspec.structs import replace

from dragoman.coding.lexicon import Lexicon
from dragoman.coding.phrases import CLAUSAL
from dragoman.coding.syntax import Tree
from dragoman.records.codec import Record
from dragoman.records.dates import approximate, bounds, precision, year

_PRESENT = frozenset({"VBP", "VBZ"})
_NOT_SIMPLE = frozenset({"has", "have", "had", "will", "would", "may"})
_SEVERAL = frozenset({"several", "many", "various", "numerous", "repeated"})
_POINTING = tuple(
    f"{preposition} {pointer} "
    for preposition in ("in", "on", "at", "during")
    for pointer in ("that", "the same")
)
_DURING = frozenset(
    f"during the {meeting} " for meeting in ("visit", "meeting", "talks", "trip", "summit", "call")
)
_LASTING = frozenset({"continue", "keep", "use"})
_SIGNS = {"after": 1, "before": -1}
_DAYS = {"hour": 0, "minute": 0, "moment": 0, "day": 1, "week": 7, "fortnight": 14, "year": 0}
_ROUND = frozenset({"week", "fortnight", "year"})  # nobody counts these to the day
_NUMBERS = {
    "a": 1, "an": 1, "the": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
}  # fmt: skip
_EXACTLY = ("to", "the", "day")


def is_first_person(tree: Tree, verb: int) -> bool:
    """Whether "we" or "our people" are the subject."""
    subjects = tree.arguments(verb).subjects
    words = {tree.words[s] for s in subjects}
    owners = {tree.words[c] for s in subjects for c in tree.kids(s, "poss")}
    return bool(words & {"we", "i"}) or "our" in owners


def is_present(tree: Tree, verb: int) -> bool:
    """Whether the finite verb is in the present tense, or promises: "will support"."""
    helpers = tree.kids(verb, "aux", "auxpass")
    if tree.tokens[verb].dep == "acomp":
        helpers = [tree.tokens[verb].head]
    if not helpers:
        return tree.tokens[verb].tag in _PRESENT | {"VB"}  # a plural's present is often read so
    if any(tree.words[h] in {"has", "have"} for h in helpers):
        return False
    return all(
        tree.tokens[h].tag in _PRESENT or tree.words[h] in {"will", "shall"} for h in helpers
    )


def is_habitual(tree: Tree, verbs: list[int], lexicon: Lexicon) -> bool:
    """Whether it is told as done often or always: "several times", "continued to"."""
    habitual = lexicon.list("habitual")
    for verb in verbs:
        if any(tree.words[c] in habitual for c in tree.kids(verb, "advmod")):
            return True
        if tree.keys[verb] in _LASTING and verb != verbs[0]:
            return True
    return any(a in _SEVERAL and b in {"times", "occasions"} for a, b in pairwise(tree.words))


def goes_on(tree: Tree, lexicon: Lexicon) -> bool:
    """Whether the sentence tells on in the past tense from where the last one stopped."""
    words = set(tree.words)
    later = (i for i, word in enumerate(tree.words) if word in lexicon.list("later"))
    if any(tree.tokens[i].dep != "amod" for i in later):  # but not for "earlier rounds"
        return False
    root = next((i for i, token in enumerate(tree.tokens) if token.head == i), 0)
    if {tree.words[c] for c in tree.kids(root, "aux")} & _NOT_SIMPLE:
        return False
    return not words & lexicon.list("habitual") or tree.tokens[root].tag == "VBD"


def points_back(tree: Tree) -> bool:
    """Whether the sentence sets itself where the text was last: "In that letter"."""
    opening = " ".join((*tree.words[:3], ""))
    return opening.startswith(_POINTING) or opening in _DURING


class Distance(Record, frozen=True, kw_only=True):
    """So long from one happening to another: `first` and `last` token of the words."""

    first: int
    last: int
    days: int
    years: int
    rough: bool
    clause: int | None  # the verb of the clause after "after"; None before a noun
    deed: str | None  # what the noun after "after" names: "open" for "the opening"
    verb: int | None  # the verb that the words hang on

    def reversed(self) -> Distance:
        """The same way back."""
        return replace(self, days=-self.days, years=-self.years)

    def from_day(self, edtf: str) -> str | None:
        """What lies so far from this day; None if it is no day."""
        day = bounds(edtf)[0]
        if precision(edtf) != "day" or day is None:
            return None
        if self.years and self.rough:
            return approximate(year(day.year + self.years))
        if self.years:
            return f"{year(day.year + self.years)}{edtf[4:]}" if edtf[5:] != "02-29" else None
        found = (day + timedelta(days=self.days)).isoformat()
        return approximate(found) if self.rough else found


def distances(tree: Tree, lexicon: Lexicon) -> tuple[Distance, ...]:
    """The distances that a sentence gives, in order."""
    found = (_distance(tree, lexicon, index) for index in range(1, len(tree.tokens) - 1))
    return tuple(distance for distance in found if distance)


def _distance(tree: Tree, lexicon: Lexicon, last: int) -> Distance | None:
    """The distance that ends with this word: "days" in "two days after"."""
    exact = tree.words[last - 2 : last + 1] == _EXACTLY
    unit, after = last - 3 if exact else last, last + 1
    sign, days = _SIGNS.get(tree.words[after]), _DAYS.get(tree.keys[unit]) if unit > 0 else None
    if sign is None or days is None:
        return None
    measured = days > 0 or tree.keys[unit] == "year"
    count = _count(tree, unit) if measured else 0
    clause = tree.tokens[after].head if tree.tokens[after].dep == "mark" else None
    deed = _deed(tree, lexicon, after) if clause is None else None
    if count is None or (clause is None and deed is None):
        return None
    return Distance(
        first=unit - 1 if measured else unit,
        last=after,
        days=sign * days * count,
        years=0 if days else sign * count,
        rough=tree.keys[unit] in _ROUND and not exact,
        clause=clause,
        deed=deed,
        verb=_verb_over(tree, unit if clause is None else clause),
    )


def _count(tree: Tree, unit: int) -> int | None:
    """The number that stands before the unit: "two days", "14 days", "the day"."""
    word = tree.words[unit - 1]
    return int(word) if word.isdigit() and len(word) < 4 else _NUMBERS.get(word)


def _deed(tree: Tree, lexicon: Lexicon, after: int) -> str | None:
    """The happening, told of before, that follows: "after the raid", but not "after 1971"."""
    for noun in tree.kids(after, "pobj"):
        known = {tree.words[c] for c in tree.kids(noun, "det")} & {"the", "that", "this"}
        if known and tree.keys[noun] not in lexicon.list("times"):
            return tree.keys[noun].removesuffix("ing")
    return None


def _verb_over(tree: Tree, index: int) -> int | None:
    above = (a for a in tree.ancestors(index) if a != index and tree.tokens[a].pos in CLAUSAL)
    return next(above, None)
