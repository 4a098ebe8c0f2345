"""Whether a text speaks of days as the news does: "on Tuesday", "yesterday", "ROME, May 3 --"."""

from __future__ import annotations

from typing import Final

from dragoman.reading.times.lexicon import CATEGORY, EDGES, kinds
from dragoman.reading.times.points import Date, Fixed, Numeric
from dragoman.reading.times.relative import Weekday, Whole
from dragoman.reading.times.tokens import Token

_POINT: Final = CATEGORY["point"]
_NEWLINE: Final = CATEGORY["newline"]
_DASHES: Final = kinds("dash open")  # "May 3 --", "May 3 (Agency) --"
_MOST: Final = 4  # words of a place before the day
_NEAR: Final = frozenset(("day", "week", "weekend"))


def news_sentences(tokens: list[Token]) -> frozenset[int]:
    """The numbers of the sentences that speak as the news do, to the end of their line."""
    points = [at for at, token in enumerate(tokens) if token.category == _POINT]
    signs = {at for at in points if _is_of_now(tokens[at].value) or is_dateline(tokens, at)}
    told, number, news = set(), 0, False
    for at, token in enumerate(tokens if signs else ()):
        if token.category in EDGES:
            number += 1
            news = news and token.category != _NEWLINE
        news = news or at in signs
        if news:
            told.add(number)
    return frozenset(told)


def is_dateline(tokens: list[Token], at: int) -> bool:
    """Whether a day stands after a place at the head of a line, and before a dash."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or after.category not in _DASHES:
        return False
    if not isinstance(tokens[at].value, (Date, Fixed, Numeric)):
        return False
    before = [token for token in line_before(tokens, at, _MOST * 2) if token.text[:1].isalnum()]
    return 0 < len(before) <= _MOST and all(token.text[0].isupper() for token in before)


def line_before(tokens: list[Token], at: int, most: int | None = None) -> list[Token]:
    """The tokens of the same line before one; no more of them than `most`."""
    start, least = at, 0 if most is None else max(0, at - most)
    while start > least and tokens[start - 1].category != _NEWLINE:
        start -= 1
    return tokens[start:at]


def _is_of_now(when: object) -> bool:
    if isinstance(when, Weekday):
        return not when.which
    return isinstance(when, Whole) and when.base == "anchor" and when.unit in _NEAR
