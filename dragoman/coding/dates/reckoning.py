"""Reckoning: when it was by its distance from another happening, "two days after the raid"."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec.structs import replace

from dragoman.coding.lexicon import Lexicon
from dragoman.coding.phrases import CLAUSAL
from dragoman.coding.syntax import Tree
from dragoman.records.codec import Record
from dragoman.records.dates import approximate, bounds, interval, precision, year

_SIGNS = {"after": 1, "before": -1}
UNITS = {  # in days, where they are so counted
    "hour": 0, "minute": 0, "moment": 0, "day": 1, "week": 7, "fortnight": 14, "month": 0,
    "year": 0,
}  # fmt: skip
_MONTHS = {"month": 1, "year": 12}
_ROUND = frozenset({"week", "fortnight", "month", "year"})  # nobody counts these to the day
_SOME = {"day": 5, "week": 20}  # what "days after" comes to at most, for those who count months
_WITHIN = {"month": 10, "season": 30, "quarter": 30, "half": 60, "year": 100}
_NUMBERS = {
    "a": 1, "an": 1, "the": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "twenty": 20,
    "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
}  # fmt: skip
_EVE = ("eve", "of")
_EXACTLY = ("to", "the", "day")


class Distance(Record, frozen=True, kw_only=True):
    """So long from one happening to another: `first` and `last` token of the words."""

    first: int
    last: int
    days: int
    months: int
    rough: bool
    vague: bool  # "days after", and nobody says how many
    clause: int | None  # the verb of the clause after "after"; None before a noun
    deed: str | None  # what the noun after "after" names: "open" for "the opening"
    verb: int | None  # the verb that the words hang on

    def reversed(self) -> Distance:
        """The same way back."""
        return replace(self, days=-self.days, months=-self.months)

    def from_date(self, edtf: str) -> str | None:
        """What lies so far from this date; None if that cannot be said."""
        if precision(edtf) == "interval":  # after its end, or before its beginning
            edges = edtf.split("/")
            edtf = edges[self.days + self.months > 0]
        day = bounds(edtf)[0] if edtf.strip(".") else None
        if day is None:
            return None
        if precision(edtf) != "day":
            near = abs(self.days) <= _WITHIN.get(precision(edtf), 0) and not self.months
            return approximate(edtf) if near else None
        if self.vague:
            return None
        if self.months:
            return self._from_month(day, edtf)
        found = (day + timedelta(days=self.days)).isoformat()
        return approximate(found) if self.rough else found

    def _from_month(self, day: date, edtf: str) -> str | None:
        """So many months or years from a day: to the month, the year, or the very day."""
        years, month = divmod(day.month - 1 + self.months, 12)
        if self.months % 12:
            return approximate(f"{year(day.year + years)}-{month + 1:02d}") if self.rough else None
        if self.rough:
            return approximate(year(day.year + years))
        return f"{year(day.year + years)}{edtf[4:]}" if edtf[5:] != "02-29" else None


def distances(tree: Tree, lexicon: Lexicon) -> tuple[Distance, ...]:
    """The distances that a sentence gives, in order."""
    found = (_distance(tree, lexicon, index) for index in range(1, len(tree.tokens) - 1))
    return tuple(distance for distance in found if distance)


class Term(Record, frozen=True, kw_only=True):
    """So many days in which something followed: `first` and `last` token of the words."""

    first: int
    last: int
    days: int

    def from_date(self, edtf: str) -> str | None:
        """From that day to the last of them; None if it is no day."""
        day = bounds(edtf)[0]
        if precision(edtf) != "day" or day is None:
            return None
        last = (day + timedelta(days=self.days)).isoformat()
        return interval(day.isoformat(), last) if self.days else day.isoformat()


def term(tree: Tree, verb: int) -> Term | None:
    """The term in which it was done: "left within 15 days"; not "within 15 days of the raid"."""
    for preposition in (p for p in tree.kids(verb, "prep") if tree.words[p] == "within"):
        for unit in tree.kids(preposition, "pobj"):
            days, count = UNITS.get(tree.keys[unit]), _count(tree, unit)
            counted = count is not None and not tree.kids(unit, "prep")
            if counted and days is not None and tree.keys[unit] not in _MONTHS:
                return Term(first=preposition, last=unit, days=days * (count or 0))
            if days == 0 and tree.tokens[unit].tag == "NNS" and tree.keys[unit] not in _MONTHS:
                return Term(first=preposition, last=unit, days=0)  # "within hours"
    return None


class Length(Record, frozen=True, kw_only=True):
    """So many days of something, which a verb tells the end of."""

    days: int
    verb: int

    def until(self, edtf: str) -> str | None:
        """From the first of them to the day of the verb; None if that is no day."""
        last = bounds(edtf)[1]
        if precision(edtf) != "day" or last is None or not self.days:
            return None
        return interval((last - timedelta(days=self.days - 1)).isoformat(), last.isoformat())


def length(tree: Tree, noun: int) -> Length | None:
    """How long it had gone on: the four days of "signed after four days of talks"."""
    of = tree.tokens[noun].head
    unit = tree.tokens[of].head
    after = tree.tokens[unit].head
    if (tree.words[of], tree.words[after]) != ("of", "after") or UNITS.get(tree.keys[unit]) != 1:
        return None
    count, verb = _count(tree, unit), _verb_over(tree, after)
    return Length(days=count, verb=verb) if count and verb is not None else None


def _distance(tree: Tree, lexicon: Lexicon, last: int) -> Distance | None:
    """The distance that ends with this word: "days" in "two days after"."""
    exact = tree.words[last - 2 : last + 1] == _EXACTLY
    unit, after = last - 3 if exact else last, last + 1
    sign, days = _SIGNS.get(tree.words[after]), UNITS.get(tree.keys[unit]) if unit > 0 else None
    if tree.words[last : after + 1] == _EVE:
        sign, days = -1, 1
    if sign is None or days is None:
        return None
    key = tree.keys[unit]
    measured = days > 0 or key in _MONTHS
    count = _count(tree, unit) if measured else 0
    vague = count is None and tree.tokens[unit].tag == "NNS" and key in _SOME
    clause = tree.tokens[after].head if tree.tokens[after].dep == "mark" else None
    deed = _deed(tree, lexicon, after) if clause is None else None
    if (count is None and not vague) or (clause is None and deed is None):
        return None
    return Distance(
        first=unit - 1 if measured and not vague else unit,
        last=after,
        days=sign * (_SOME[key] if vague else days * (count or 0)),
        months=sign * _MONTHS.get(key, 0) * (count or 0),
        rough=vague or (key in _ROUND and not exact),
        vague=vague,
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
