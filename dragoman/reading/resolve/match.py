"""All names of the catalogue in a text, by one Aho-Corasick automaton."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import ahocorasick_rs

from dragoman.reading.resolve.catalogue import Catalogue, Sense
from dragoman.reading.resolve.fold import fold
from dragoman.reading.resolve.lexicon import SMALL_IN_NAMES

# Capital words of English: in a line of capitals they are not names.
_CAPITAL_WORDS = frozenset({"US", "WHO", "PA", "AU", "IRA", "NAM", "CAR", "RAW", "RT", "MEK"})
# What follows `HMS` or `BRP`: without a name no ship is meant.
_SHIP = re.compile(r"\s[\"“'‘]?[A-Z][\w-]*(?:\s(?:del?\s|of\s|the\s)?[A-Z][\w-]*){0,2}")
_SPLIT = str.maketrans("-‐‑‒–—−", "       ")


class Match(NamedTuple):
    """Characters `start` to `end` bear an alias with these senses."""

    start: int
    end: int
    senses: tuple[Sense, ...]


class Matcher:
    """Finds every alias of a catalogue, the longest at each place."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._senses = [tuple(senses) for senses in catalogue.senses.values()]
        self._automaton = ahocorasick_rs.AhoCorasick(list(catalogue.senses))

    def find(self, text: str) -> tuple[Match, ...]:
        """Matches on word boundaries and in the right case, in order, none overlapping."""
        folded = fold(text)
        found: list[Match] = []
        for pattern, start, end in self._automaton.find_matches_as_indexes(
            folded, overlapping=True
        ):
            if (start and folded[start - 1].isalnum()) or folded[end : end + 1].isalnum():
                continue
            surface = text[start:end]
            senses = tuple(sense for sense in self._senses[pattern] if _cased(sense.alias, surface))
            last = _end(senses, text, end)
            if last and not _is_capital_word(text, start, end):
                found.append(Match(start, last, senses))
        return _longest(found)


def _end(senses: Sequence[Sense], text: str, end: int) -> int | None:
    """Where the match ends: of a ship, after its name; None if nobody is meant."""
    if not senses or not senses[0].actor.startswith("ship/"):
        return end if senses else None
    named = _SHIP.match(text, end)
    return named.end() if named else None


def _longest(found: list[Match]) -> tuple[Match, ...]:
    kept: list[Match] = []
    for match in sorted(found, key=lambda match: (match.start, -match.end)):
        if not kept or match.start >= kept[-1].end:
            kept.append(match)
    return tuple(kept)


def _cased(alias: str, surface: str) -> bool:
    if alias == surface:
        return True
    if alias.isupper() and " " not in alias:
        return alias == surface.translate(_SPLIT).replace(" ", "-")
    words = list(
        zip(alias.translate(_SPLIT).split(), surface.translate(_SPLIT).split(), strict=False)
    )
    proper = [
        pair for pair in words if pair[0][0].isupper() and pair[0].lower() not in SMALL_IN_NAMES
    ]
    needed = proper or [pair for pair in words if pair[0][0].isupper()]
    return all(not word[0].islower() for _, word in needed)


def _is_capital_word(text: str, start: int, end: int) -> bool:
    if text[start:end] not in _CAPITAL_WORDS:
        return False
    line = text[text.rfind("\n", 0, start) + 1 : (text.find("\n", end) + 1 or len(text) + 1) - 1]
    rest = line.replace(text[start:end], "")
    if not rest.isupper() or sum(char.isalpha() for char in rest) < 8:
        return False
    # In a line of capitals, US opens the line or stands before a noun it cannot be the object of.
    return not (text[start:end] == "US" and line.startswith("US "))
