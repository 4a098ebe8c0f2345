"""Counts of units as they are written: "three days ago", "the past five years"."""

from __future__ import annotations

from typing import Final

from dragoman.reading.times import guards
from dragoman.reading.times.grammar import Match
from dragoman.reading.times.lexicon import CATEGORY, kinds, words
from dragoman.reading.times.relative import Base, Shifted, Stretch
from dragoman.reading.times.tense import looks_ahead
from dragoman.reading.times.units import Unit


def _number(match: Match, nth: int = 0) -> int | None:
    if match.has("couple"):
        return 2
    if match.has("a") and not match.has("count|day|number"):
        return 1
    value = match.get("count|day|number", nth)
    return value if isinstance(value, int) and 0 < value < 2000 else None


def unit(match: Match, nth: int = 0) -> Unit:
    """The nth unit that is told."""
    token = match.all("unit|century|quarter")[nth]
    if token.category == CATEGORY["century"]:
        return "century"
    return token.value  # type: ignore[no-any-return]


def _shifted(match: Match, sign: int, base: Base) -> Shifted | None:
    count = _number(match)
    if count is None or match.has("quarter"):
        return None
    counts = [(count, unit(match))]
    numbers = match.all("a|count|day|number")
    for nth in range(1, len(match.all("unit|century"))):
        if len(numbers) != len(match.all("unit|century")):
            return None
        one = numbers[nth].category == CATEGORY["a"]
        counts.append((1 if one else numbers[nth].value, unit(match, nth)))
    if any(unit == "hour" and n % 24 for n, unit in counts):
        return None
    return Shifted(tuple(counts), sign, base, match.has("couple"))


def ago(match: Match) -> Shifted | None:
    """As in "three days ago"."""
    return _shifted(match, -1, "anchor")


def from_now(match: Match) -> Shifted | None:
    """As in "two weeks from now"."""
    return _shifted(match, 1, "anchor")


def earlier(match: Match) -> Shifted | None:
    """As in "three days earlier", of the date told or else the anchor."""
    return _shifted(match, -1, "either")


def later(match: Match) -> Shifted | None:
    """As in "a year and a month later"."""
    return _shifted(match, 1, "reference")


def half_century_ago(match: Match) -> Shifted:
    """As in "half a century ago"."""
    return Shifted(((50 if match.has("century") else 5, "year"),), -1, loose=True)


def before_noun(match: Match) -> Shifted | None:
    """As in "three days before", where nothing follows that it would be before."""
    return _shifted(match, -1, "reference") if closes(match) else None


def from_told(match: Match) -> Shifted | None:
    """As in "three days after that", of the date told."""
    return _shifted(match, -1 if match.has("before") else 1, "reference")


def closes(match: Match) -> bool:
    """Whether nothing follows that the words could belong to."""
    after = match.after()
    return after is None or after.category in _CLOSING


_CLOSING: Final = kinds("comma stop newline colon close and in on")


def in_time(match: Match) -> Shifted | None:
    """As in "in two weeks", which only verbs that look ahead make a date."""
    before = match.before()
    compares = guards.word(before) in _COMPARING or guards.word(before).endswith("est")
    if compares or (before and before.category == CATEGORY["ordinal"]) or not ahead(match):
        return None
    return _shifted(match, 1, "anchor")


_COMPARING: Final = words("time times only most least worst")  # "the first in a year"


def ago_today(match: Match) -> Shifted | None:
    """As in "thirty years ago today", which is told to the day."""
    found = ago(match)
    if found is None or match.get("deictic") != 0:
        return None
    return Shifted((*found.counts, (0, "day")), -1)


def within(match: Match) -> Stretch | None:
    """As in "within two weeks", where the verbs look ahead."""
    count = _number(match)
    if count is None or not ahead(match) or guards.word(match.after()) in {"of", "from", "after"}:
        return None
    return Stretch(count, unit(match), 1, from_today=True)


def within_of_today(match: Match) -> Stretch | None:
    """As in "within two weeks of today"."""
    count = _number(match)
    now = match.get("deictic") == 0
    return Stretch(count, unit(match), 1, from_today=True) if count is not None and now else None


def ahead(match: Match) -> bool:
    """Whether the verbs near the words look ahead."""
    return looks_ahead(match.tokens, match.first)


def stretch(match: Match) -> Stretch | None:
    """As in "the past five years", "the next three months"."""
    count = _number(match)
    of = match.after()
    ends = match.has("last") and of is not None and of.category == CATEGORY["of"]
    if count is None or match.has("quarter") or ends:
        return None
    sign = 1 if match.has("next|coming") else -1
    return Stretch(count, unit(match), sign)


def past_unit(match: Match) -> Stretch | None:
    """As in "the past year"."""
    if guards.word(match.tokens[match.first]) not in {"past", "the"}:
        return None
    text = match.all("unit|century")[0].text
    return None if text.endswith("s") else Stretch(1, unit(match), -1)


def half_century(_: Match) -> Stretch:
    """As in "the past half century"."""
    return Stretch(50, "year", -1)


def from_deictic(match: Match) -> Shifted | None:
    """As in "two days before yesterday", "three weeks from tomorrow"."""
    found = _shifted(match, -1 if match.has("before") else 1, "anchor")
    if found is None:
        return None
    extra = match.get("deictic") * found.sign
    return Shifted((*found.counts, (extra, "day")), found.sign) if extra else found
