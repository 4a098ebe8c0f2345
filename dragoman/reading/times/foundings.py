"""Foundings: the days from which states and bodies count their anniversaries."""

from __future__ import annotations

import csv
import re
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Final

from dragoman.reading.times.lexicon import words
from dragoman.reading.times.tokens import Token

_BEGINNINGS: Final = words(
    "founding foundation founded birth birthday independence proclamation establishment"
)
_BY_NAME: Final = words("establishment proclamation")  # of the state, not of relations with it
_NEAR: Final = 8  # tokens from the anniversary in which it is said what was founded
_BEFORE: Final = 30  # and in which it may have been named already
_TO_COME: Final = 2100  # an anniversary of that year or later is another state's


def founding(tokens: list[Token], here: int, years: int, year: int | None = None) -> date | None:
    """The day on which the state was founded whose anniversary stands at a token.

    Told in a year that is known, it must fit that, unless it says itself whose founding it is.
    """
    told = _beginnings(tokens, here)
    if not told:
        return None
    after = named(" ".join(t.text for t in tokens[here + 1 : here + 1 + _NEAR]))
    before = named(" ".join(t.text for t in tokens[max(0, here - _BEFORE) : here]))
    near = after[:1] or ([] if told <= _BY_NAME else before[::-1])
    fit = (day for day in (*after, *near) if year is not None and abs(_kept(day, years, year)) <= 1)
    if (day := next(fit, None)) is not None or (year is not None and not after):
        return day
    return next((day for day in near if day.year + years < _TO_COME), None)


def _kept(day: date, years: int, year: int) -> int:
    """How many years off the anniversary would be."""
    return day.year + years - year


def _beginnings(tokens: list[Token], here: int) -> frozenset[str]:
    """The words that say that the anniversary is one of a founding."""
    around = [token.text for token in tokens[max(0, here - 1) : here + 1 + _NEAR]]
    return _BEGINNINGS.intersection(" ".join(around).lower().split())


def named(text: str) -> list[date]:
    """The foundings of those whom a text names, in order."""
    known, pattern = _table()
    return [known[_folded(match[0])] for match in pattern.finditer(text)]


@cache
def _table() -> tuple[dict[str, date], re.Pattern[str]]:
    """The founding of each name, and the pattern of all names, the longer ones first."""
    source = files("dragoman") / "data" / "times" / "foundings.csv"
    known = {
        _folded(name): date.fromisoformat(row["day"])
        for row in csv.DictReader(source.read_text(encoding="utf-8").splitlines())
        for name in row["names"].split("|")
    }
    spelled = sorted(known, key=len, reverse=True)
    either = "|".join(re.escape(name).replace(r"\ ", r"\W+") for name in spelled)
    return known, re.compile(rf"\b(?:{either})\b", re.IGNORECASE)


def _folded(name: str) -> str:
    """The words of a name alone."""
    return " ".join(re.findall(r"\w+", name.lower()))
