"""The words that narrow a question down, and whether a sentence speaks of them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Final

from dragoman.records.codec import Record

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
# longer ones first: what is left of "sanctions" must be what is left of "sanctioned"
_ENDINGS: Final = (
    *("isations", "izations", "isation", "ization", "ments", "ment", "ings", "ing", "ies", "ied"),
    *("ised", "ized", "ises", "izes", "ise", "ize", "ers", "er", "ed", "es", "s", "e", "y"),
    *("ally", "al", "ly"),
)
_STEM = 4  # letters that remain of a word when its ending is cut


class Vocabulary(Record, frozen=True, kw_only=True):
    """`data/asking/words.toml`: words that narrow nothing, and words that stand for others."""

    generic: frozenset[str]
    particular: frozenset[str]  # verbs that narrow
    covers: dict[str, frozenset[str]]


def stem(word: str) -> str:
    """What a word shares with its other forms."""
    bare = word.casefold().removesuffix("'s").removesuffix("’s")
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= _STEM:
            return bare.removesuffix(ending)
    return bare


def stems(text: str) -> frozenset[str]:
    """The stems of the words of a text."""
    return frozenset(stem(word) for word in _WORD.findall(text))


def narrowing(words: Iterable[str]) -> tuple[str, ...]:
    """Those of a question's words that tell one deed of a kind from another."""
    known = vocabulary().generic
    return tuple(dict.fromkeys(word for word in words if stem(word) not in known))


def is_particular(verb: str) -> bool:
    """Whether a verb tells one deed of a kind from another."""
    return stem(verb) in vocabulary().particular


def speaks_of(text: str, word: str) -> bool:
    """Whether a text has a word, in some form, or one of those that it covers."""
    wanted = vocabulary().covers.get(stem(word), frozenset()) | {stem(word)}
    return not wanted.isdisjoint(stems(text))


@cache
def vocabulary() -> Vocabulary:
    """The words that the package ships."""
    text = files("dragoman").joinpath("data/asking/words.toml").read_text("utf-8")
    table = tomllib.loads(text)
    return Vocabulary(
        generic=frozenset(map(stem, table["generic"])),
        particular=frozenset(map(stem, table["particular"])),
        covers={
            stem(name): frozenset(map(stem, entry["means"]))
            for entry in table["covers"].values()
            for name in entry["named"]
        },
    )
