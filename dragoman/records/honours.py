"""Honours: what only one can be, as the first to do a thing, and whether two exclude each other."""

from __future__ import annotations

from datetime import date
from math import sqrt
from typing import Literal

from dragoman.records.codec import Record
from dragoman.records.dates import bounds, overlaps

Rank = Literal["first", "only", "last"]

_SAME_ACT = 0.6  # share of words in common, where nothing else says that it is one act
_ONE_OCCASION = 62  # days within which "the first to send aid" is to one need
_OF_ITS_TIME = frozenset({"only", "last"})  # true until there is another


class Honour(Record, frozen=True, kw_only=True):
    """A rank that a teller gives: to whoever did it, or to one deed among others like it."""

    rank: Rank
    of: Literal["actor", "deed"]
    holder: str  # the codes of who did it, or the date when it was done
    act: tuple[str, ...]  # the type and the modes
    sides: tuple[str, ...]  # to whom it was done, or between whom
    among: str = ""  # of which kind, as `arab` or `head of state`; empty for all
    since: tuple[str, ...] = ()  # stems of the words for since when
    words: tuple[str, ...] = ()  # stems of what else is said of it
    lasting: bool = False  # told of for years, and not only of one occasion
    occurred: str | None = None
    published: str | None = None
    teller: str
    claim: str

    @property
    def once(self) -> bool:
        """Whether each does it but once, whatever the words and the date."""
        return "recognize" in self.act

    def excludes(self, other: Honour) -> bool:
        """Whether not both can be true: two tellers give one rank in one thing to two."""
        if self._rank() != other._rank() or self.teller == other.teller or self._shares(other):
            return False
        if self.rank in _OF_ITS_TIME and not (self._is_after(other) and other._is_after(self)):
            return False
        if self.once or self.of == "deed":
            return True
        return self._is_alike(other) and self._is_of_one_occasion(other)

    def _rank(self) -> tuple[object, ...]:
        return self.rank, self.of, self.among, self.since, self.act, self.sides

    def _shares(self, other: Honour) -> bool:
        """Whether both may have it: one of them is the other."""
        if self.of == "deed":
            return overlaps(self.holder, other.holder)
        return not set(self.holder.split("+")).isdisjoint(other.holder.split("+"))

    def _is_after(self, other: Honour) -> bool:
        """Whether its teller could know of the other."""
        told, done = _days(self.published)[0], _days(other.occurred)[1]
        return bool(told and done and told > done)

    def _is_alike(self, other: Honour) -> bool:
        if not (self.words or other.words):
            return True  # the act says it all
        common = len(set(self.words) & set(other.words))
        return common >= _SAME_ACT * sqrt(len(self.words) * len(other.words)) > 0

    def _is_of_one_occasion(self, other: Honour) -> bool:
        if self.lasting and other.lasting:
            return True
        told = (_days(one.occurred or one.published) for one in (self, other))
        days = [day for ends in told for day in ends if day]
        return len(days) == 4 and (max(days) - min(days)).days <= _ONE_OCCASION


def _days(edtf: str | None) -> tuple[date | None, date | None]:
    return bounds(edtf) if edtf else (None, None)
