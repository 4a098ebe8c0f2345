"""Anniversaries, which date what they remember, and a text that tells of one."""

from __future__ import annotations

from datetime import date
from typing import Final

import msgspec

from dragoman.reading.times import guards
from dragoman.reading.times.foundings import founding
from dragoman.reading.times.grammar import Match, Rule
from dragoman.reading.times.lexicon import CATEGORY, EDGES, words
from dragoman.reading.times.points import Date, Fixed, Numeric
from dragoman.reading.times.relative import InYear, Weekday, Whole
from dragoman.reading.times.scene import Found, Scene
from dragoman.reading.times.tokens import Token
from dragoman.records import dates

_POINT: Final = CATEGORY["point"]
_REACH: Final = 100  # tokens to either side of which a sentence is taken to consist at most
_FALLS: Final = words("falls fall fell falling is was be")


class Anniversary(msgspec.Struct, frozen=True):
    """So many years after what it remembers."""

    years: int
    loose: bool = False
    birthday: bool = False  # of a state, "the 72nd birthday of the Republic"

    def resolve(self, scene: Scene) -> Found | None:
        """The day or year remembered: from a date in the sentence, or from the anchor."""
        here = scene.at
        for at in _points_around(scene.tokens, here):
            edtf = self._by(scene, at, here)
            if edtf is not None:
                return self._found(edtf)
        if not self.loose and (day := self._founding(scene)):
            return self._found(day.isoformat())
        if self.birthday or scene.year is None or scene.year <= self.years:
            return None
        return self._found(dates.year(scene.year - self.years))

    def _founding(self, scene: Scene) -> date | None:
        """The day from which the state counts whose anniversary it is."""
        if day := founding(scene.tokens, scene.at, self.years, scene.year):
            return day
        fit = {day for day in scene.founded if day.year + self.years == scene.year}
        return fit.pop() if self.birthday and len(fit) == 1 else None

    def _found(self, edtf: str) -> Found:
        return Found(dates.approximate(edtf) if self.loose else edtf, "anniversary")

    def _by(self, scene: Scene, at: int, here: int) -> str | None:
        value = scene.tokens[at].value
        found = _resolve_at(scene, at)
        first = dates.bounds(found.edtf)[0] if found is not None else None
        if found is None or first is None or first.year <= self.years:
            return None
        if is_celebration(scene.tokens, at, here):
            return _years_back(value, found.edtf, first, self.years)
        told = isinstance(value, Fixed) or getattr(value, "year", None) is not None
        near = scene.year is None or abs(first.year + self.years - scene.year) <= 1
        return found.edtf if told and near and at > here else None


def _resolve_at(scene: Scene, at: int) -> Found | None:
    value = scene.tokens[at].value
    if not isinstance(value, (Date, Fixed, Numeric, InYear, Whole, Weekday)):
        return None
    here, scene.at = scene.at, at
    found: Found | None = value.resolve(scene)
    scene.at = here
    return found if found and dates.precision(found.edtf) in {"day", "month", "year"} else None


def _years_back(value: object, edtf: str, first: date, years: int) -> str | None:
    """The date so many years before; of a weekday only the year, for a feast may be moved."""
    exact = isinstance(value, (Date, Fixed, Numeric, InYear)) or value == Whole("day", 0)
    if not exact or dates.precision(edtf) == "year":
        return dates.year(first.year - years)
    if dates.precision(edtf) == "month":
        return dates.month(first.year - years, first.month)
    edtf = f"{dates.year(first.year - years)}-{first.month:02d}-{first.day:02d}"
    return edtf if dates.is_edtf(edtf) else None


def _points_around(tokens: list[Token], here: int) -> list[int]:
    """The dates of the same sentence, nearest first."""
    start, end = sentence_around(tokens, here)
    points = [i for i in range(start, end) if i != here and tokens[i].category == _POINT]
    return sorted(points, key=lambda i: abs(i - here))


def sentence_around(tokens: list[Token], here: int) -> tuple[int, int]:
    """The indices between which the sentence of a token lies."""
    start = end = here
    while start > max(0, here - _REACH) and tokens[start - 1].category not in EDGES:
        start -= 1
    while end < min(len(tokens), here + _REACH) and tokens[end].category not in EDGES:
        end += 1
    return start, end


def is_celebration(tokens: list[Token], at: int, here: int) -> bool:
    """Whether a date is that of the anniversary, not of what it remembers."""
    if at < here:
        return True
    if tokens[at - 1].text.lower() in _FALLS or (
        tokens[at - 1].category in {CATEGORY["on"], CATEGORY["in"]}
        and tokens[at - 2].text.lower() in _FALLS
    ):
        return True
    return all(t.category != CATEGORY["of"] for t in tokens[here + 1 : at]) and at - here <= 4


def _ordinal(match: Match) -> Anniversary | None:
    years = match.get("ordinal|nth")
    named = match.all("anniversary")[0].value
    if not years or not isinstance(named, str):
        return None
    return Anniversary(years, birthday=named == "birthday")


def _counted(match: Match) -> Anniversary | None:
    """As in "a one-year anniversary"."""
    count = match.get("count|day|number")
    fits = match.get("unit") == "year" and match.get("anniversary") == "anniversary"
    return Anniversary(count) if fits else None


def _named(match: Match) -> Anniversary | None:
    years = match.all("anniversary")[0].value
    return Anniversary(years) if isinstance(years, int) else None


def _jubilee(match: Match) -> Anniversary:
    return Anniversary(match.get("metal"))


def _half_century(match: Match) -> Anniversary | None:
    """As in "marks half a century of ties", "spanning nearly half a century"."""
    before = _just_before(match)
    marked = any(token.category == CATEGORY["marks"] for token in before)
    spans = any(guards.word(token) in {"spanning", "spans", "span"} for token in before)
    told = spans or (marked and guards.word(match.after()) == "of")
    return Anniversary(50, loose=spans or _is_hedged(before)) if told else None


def _just_before(match: Match) -> list[Token]:
    return match.tokens[max(0, match.first - 4) : match.first]


def _is_hedged(before: list[Token]) -> bool:
    """As in "nearly 40 years of ties", "marking more than 40 years of ties"."""
    return any(t.category in _ABOUT or t.text.lower() in _HEDGES for t in before)


_ABOUT: Final = frozenset((CATEGORY["approx"], CATEGORY["over"]))
_HEDGES: Final = words("nearly almost than some close")


def _years_of(match: Match) -> Anniversary | None:
    """As in "marked 40 years of ties", "celebrating four decades of friendship"."""
    count = match.get("count|day|number")
    unit = match.get("unit")
    if match.has("century"):
        unit = "century"
    factor = {"year": 1, "decade": 10, "century": 100}.get(unit, 0)
    if not factor or not isinstance(count, int) or not 0 < count * factor < 2000:
        return None
    if guards.word(match.after()) == "since":
        following = match.after(2)
        return Anniversary(count) if following is None or following.category != _POINT else None
    before = _just_before(match)
    marks = any(token.category == CATEGORY["marks"] for token in before)
    told = marks and guards.word(match.after()) == "of"
    return Anniversary(count * factor, loose=_is_hedged(before)) if told else None


_NOUN: Final = "word|name|dash|unit"

RULES: Final = (
    Rule(f"the? ordinal|nth {_NOUN}*3 anniversary", _ordinal),
    Rule("the|a? count|day|number dash? unit anniversary", _counted),
    Rule("the? anniversary", _named),
    Rule("the? metal jubilee", _jubilee),
    Rule("halfword a|dash century", _half_century),
    Rule("a|count|day|number unit|century", _years_of),
)
