"""The words of a sentence as they are compared: content words as stems, and runs of words."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from functools import lru_cache
from math import sqrt

_WORD = re.compile(r"[^\W_]+")
_ENDINGS = ("ments", "ment", "ings", "ing", "ers", "ed", "er", "es", "ly", "s", "e")
_STEM = 3  # letters that must remain of a word when its ending is cut
_RUN = 5  # words to a run


def listed(text: str) -> frozenset[str]:
    """The words of a list that is written as one text."""
    return frozenset(text.split())


STOPWORDS = listed(
    "a about after all also an and any are as at be been before being between both but by can "
    "could did do does during each for from had has have he her him his how i in into is it its "
    "may might more most mr mrs must no not of on one only or other our over said say says shall "
    "she should since so some such than that the their them then there these they this those "
    "through to under until up upon us was we were what when where which while who whom whose "
    "will with would you your"
)


def tokens(text: str) -> list[str]:
    """The words of a text, in lower case."""
    return _WORD.findall(text.casefold())


def content(text: str, *, without: Iterable[str] = ()) -> frozenset[str]:
    """The stems of the words that carry a sentence, less those of other texts."""
    dropped = STOPWORDS.union(*map(tokens, without))
    return frozenset(stem(word) for word in tokens(text) if word not in dropped)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without its ending, if enough of it remains."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word.removesuffix(ending)
    return word


def alike(left: frozenset[str], right: frozenset[str]) -> float:
    """How far two sets of words are the same, from 0 to 1: their cosine."""
    return len(left & right) / sqrt(len(left) * len(right)) if left and right else 0.0


def runs(text: str) -> frozenset[int]:
    """Hashes of the runs of five words in a text: two texts share many only by copying."""
    words = tokens(text)
    starts = range(len(words) - _RUN + 1)
    return frozenset(zlib.crc32(" ".join(words[at : at + _RUN]).encode()) for at in starts)
