"""Where: the place that a sentence names for its deed, and whether two places differ."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from dragoman.corroboration.words import listed, tokens
from dragoman.records.codec import Record

IsTown = Callable[[str], bool]  # whether a name is that of a town, and not of a wider region

_NAME = r"[A-Z][\w’'-]*(?:\s+(?:(?:de|del|della|da|do|la|le|al|el|a|of)\s+)?[A-Z][\w’'-]*)*"
_PLACE = re.compile(
    rf"\b(?P<how>[Aa]t|[Nn]ear|[Oo]ff|[Oo]utside|[Ii]n)\s+(?:the\s+(?:[a-z]+\s+){{1,3}}of\s+|the\s+)?"
    rf"(?P<name>{_NAME})"
)
# What ends the clause of the deed, so that a place behind it is another's.
_ELSEWHERE = re.compile(r"[,;:—–]|\b(?:and|about|that|who|whom|which|where|for|over)\b")
_WORDS = re.compile(r"[a-z]{2}")
_CALENDAR = listed(
    "january february march april may june july august september october november december"
    " monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter"
    " jan feb mar apr jun jul aug sept sep oct nov dec"
)


class Place(Record, frozen=True, kw_only=True):
    """A named place, and whether the deed was in it or by it."""

    name: str
    inside: bool

    @property
    def key(self) -> str:
        """The name as it is compared."""
        return " ".join(tokens(self.name))


def place(
    sentence: str, trigger: int, *, given: str | None, without: Iterable[str]
) -> Place | None:
    """The place of the deed at the trigger: as coded, or the nearest that the sentence names."""
    if given:
        return Place(name=given, inside=False)
    taken = _CALENDAR.union(*map(tokens, without))
    for match in _PLACE.finditer(sentence):
        start = match.start()
        behind = start > trigger and not _ELSEWHERE.search(sentence[trigger:start])
        fronted = start < trigger and not _WORDS.search(sentence[:start])
        if (behind or fronted) and taken.isdisjoint(tokens(match["name"])):
            return Place(name=match["name"], inside=match["how"].lower() == "in")
    return None


def same(left: Place | None, right: Place | None) -> bool:
    """Whether both are known, and one."""
    return left is not None and right is not None and left.key == right.key


def differ(left: Place | None, right: Place | None, is_town: IsTown | None) -> bool:
    """Whether what was at one of two places cannot have been at the other.

    A town may lie in a region, so what was "in" a place only differs between known towns.
    """
    if left is None or right is None or left.inside != right.inside:
        return False
    a, b = set(left.key.split()), set(right.key.split())
    if a <= b or b <= a:
        return False
    return not left.inside or bool(is_town and is_town(left.name) and is_town(right.name))
