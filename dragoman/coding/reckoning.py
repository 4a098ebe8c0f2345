"""Reckoning: when it was by its distance from another happening, "two days after the raid"."""

from __future__ import annotations

from datetime import timedelta

from msgspec.structs import replace

from dragoman.coding.lexicon import Lexicon
from dragoman.coding.phrases import CLAUSAL
from dragoman.coding.syntax import Tree
from dragoman.records.codec import Record
from dragoman.records.dates import approximate, bounds, precision, year

_SIGNS = {"after": 1, "before": -1}
_DAYS = {"hour": 0, "minute": 0, "moment": 0, "day": 1, "week": 7, "fortnight": 14, "year": 0}
_ROUND = frozenset({"week", "fortnight", "year"})  # nobody counts these to the day
_NUMBERS = {
    "a": 1, "an": 1, "the": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
}  # fmt: skip
_EXACTLY = ("to", "the", "day")


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
