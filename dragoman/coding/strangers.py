"""Strangers: people who take part and of whom the text says no more than what they are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from dragoman.coding.cast import Cast
from dragoman.coding.lexicon import Lexicon, Words
from dragoman.coding.sides import Side
from dragoman.coding.syntax import Tree
from dragoman.records.actors import Participant

_BEFORE: Final = ("compound", "amod", "nummod", "nmod", "quantmod")
_OF_SECTOR: Final = (  # lists of the lexicon, with the sector of those whom they name
    ("crowd", "CVL"),
    ("fighters", "UAF"),
    ("police", "COP"),
    ("troops", "MIL"),
    ("judges", "JUD"),
    ("officials", "GOV"),
)


class Strangers:
    """The strangers of one sentence."""

    def __init__(self, tree: Tree, cast: Cast, lexicon: Lexicon) -> None:
        self.tree, self.cast = tree, cast
        self._lexicon = lexicon

    def side(self, nouns: Iterable[int], kind: str) -> Side:
        """Those of the nouns that are in this list, and of whom nothing else is known."""
        words = self._lexicon.list(kind)
        return tuple(self.nameless(noun) for noun in nouns if self._is_stranger(noun, words))

    def nameless(self, noun: int, country: str | None = None) -> Participant:
        """The participant for whom these words are all there is."""
        first = min((noun, *self.tree.kids(noun, *_BEFORE)))
        start, end = self.tree.tokens[first].start, self.tree.tokens[noun].end
        return Participant(
            text=self.cast.text[start:end],
            name=None,
            country=country,
            sector=self._sector(noun),
            wikidata=None,
            start=start,
            end=end,
        )

    def _is_stranger(self, noun: int, words: Words) -> bool:
        """Whether it is among the words, and is no part of somebody's name."""
        if any(self.cast.at(index) for index in (noun, *self.tree.kids(noun, *_BEFORE))):
            return False
        return self.tree.keys[noun] in words

    def _sector(self, noun: int) -> str | None:
        key = self.tree.keys[noun]
        lists = ((self._lexicon.list(name), sector) for name, sector in _OF_SECTOR)
        return next((sector for words, sector in lists if key in words), None)
