"""Numbers in a sentence, in digits and in words; a vague one is a range."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from math import inf

from dragoman.corroboration.words import listed
from dragoman.records.codec import Record

_WORD = re.compile(r"[$€£]?\d[\d,.]*\d|[$€£]?\d|[^\W\d_]+(?:[-'’][^\W\d_]+)*|[^\w\s]")
_COUNTED = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
)
_ONES = _COUNTED.split()
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NAMED = {word: float(number) for number, word in enumerate(_ONES)} | {
    word: 10.0 * number for number, word in enumerate(_TENS, start=2)
}
_TIMES = {"dozen": 12, "hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_VAGUE = {"dozens": (24, 99), "scores": (40, 199), "hundreds": (200, 999), "thousands": (2000, inf)}
_CURRENCY = {"$": "dollar", "€": "euro", "£": "pound"}
_MONTHS = listed(
    "january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sep sept oct nov dec"
)
_BEFORE_YEARS = _MONTHS | {"in", "since", "until", "of", "by", ","}

_ROUGH = 0.2  # by how much a number that is said to be rough may be off
_ROUNDED = 0.05  # and one that ends in two noughts

Bounds = tuple[float, float]
_MODIFIERS: tuple[tuple[tuple[str, ...], Callable[[Bounds], Bounds]], ...] = (
    (
        ("up to", "at most", "no more than", "fewer than", "less than", "under"),
        lambda bounds: (0.0, bounds[1]),
    ),
    (
        ("at least", "more than", "over", "no fewer than", "no less than", "not less than"),
        lambda bounds: (bounds[0], inf),
    ),
    (
        ("nearly", "almost", "close to"),
        lambda bounds: (bounds[0] * (1 - _ROUGH), bounds[1]),
    ),
    (
        ("about", "around", "some", "roughly", "approximately", "an estimated"),
        lambda bounds: (bounds[0] * (1 - _ROUGH), bounds[1] * (1 + _ROUGH)),
    ),
)


class Word(Record, frozen=True, kw_only=True):
    """A word, number or mark of a sentence, and where it stands."""

    text: str
    lower: str
    start: int
    end: int


class Number(Record, frozen=True, kw_only=True):
    """Words `first` to `last`, less the last, and the range of what they may mean."""

    first: int
    last: int
    low: float
    high: float
    currency: str = ""  # what a sign before it says


def split(sentence: str) -> list[Word]:
    """The words and marks of a sentence."""
    return [
        Word(text=found[0], lower=found[0].casefold(), start=found.start(), end=found.end())
        for found in _WORD.finditer(sentence)
    ]


def numbers(words: Sequence[Word]) -> Iterator[Number]:
    """The numbers among words, but for those of dates."""
    at = 0
    while at < len(words):
        found = _number(words, at)
        if found is not None:
            yield _modified(words, found)
        at = found.last if found else at + 1


def is_number(word: str) -> bool:
    """Whether a word is a number."""
    return _value(word) is not None


def lower(words: Sequence[Word], at: int) -> str:
    """A word in lower case; empty beyond the ends."""
    return words[at].lower if 0 <= at < len(words) else ""


def _number(words: Sequence[Word], at: int) -> Number | None:
    word, last = words[at].lower, at + 1
    if word in _VAGUE:
        low, high = _VAGUE[word]
        last += lower(words, last) == "of"
        return Number(first=at, last=last, low=low, high=high)
    value = 1.0 if word == "a" and lower(words, last) in _TIMES else _value(word)
    if value is None or _is_date(words, at, value):
        return None
    while times := _TIMES.get(lower(words, last)):
        value, last = value * times, last + 1
    slack = value * _ROUNDED if value >= 100 and value % 100 == 0 else 0.0
    sign = _CURRENCY.get(word[0], "")
    return Number(first=at, last=last, low=value - slack, high=value + slack, currency=sign)


def _value(word: str) -> float | None:
    if word in _NAMED:
        return _NAMED[word]
    tens, _, ones = word.partition("-")
    if tens in _TENS and ones in _ONES[1:10]:
        return _NAMED[tens] + _NAMED[ones]
    digits = word.lstrip("$€£").replace(",", "")
    return float(digits) if re.fullmatch(r"\d+(?:\.\d+)?", digits) else None


def _is_date(words: Sequence[Word], at: int, value: float) -> bool:
    """Whether a number is a day or a year: "4 June", "June 4", "in 1993"."""
    before, after = lower(words, at - 1), lower(words, at + 1)
    if value <= 31:
        return words[at].text.isdigit() and bool({before, after} & _MONTHS)
    return words[at].text.isdigit() and 1000 <= value <= 2100 and before in _BEFORE_YEARS


def _modified(words: Sequence[Word], number: Number) -> Number:
    """The number with what stands before it: "at least", "about"."""
    for phrases, change in _MODIFIERS:
        for phrase in phrases:
            first = number.first - len(phrase.split())
            before = " ".join(word.lower for word in words[max(first, 0) : number.first])
            if before == phrase:
                low, high = change((number.low, number.high))
                return Number(
                    first=first, last=number.last, low=low, high=high, currency=number.currency
                )
    return number
