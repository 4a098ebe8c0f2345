"""Strangers: people who take part and of whom the text says no more than what they are."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from dragoman.coding.lexicon import Lexicon
from dragoman.coding.sides.cast import Cast
from dragoman.coding.sides.side import Side
from dragoman.coding.syntax import Tree
from dragoman.records.actors import Participant

_BEFORE: Final = ("compound", "amod", "nummod", "nmod", "quantmod")
_STATES: Final = frozenset({"state", "country", "nation", "government", "ally"})
_WHICHEVER: Final = frozenset({"any", "every", "each", "no", "another"})
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
        words, acting = self._lexicon.list(kind), kind == "strangers"
        known = (n for n in nouns if self.tree.keys[n] in words or (acting and self.are_states(n)))
        return tuple(self.nameless(noun) for noun in known if self.is_stranger(noun))

    def are_states(self, noun: int) -> bool:
        """Whether they are states of which no more is said: "ten Arab states", "any state"."""
        many = self.tree.tokens[noun].tag == "NNS"
        many = many or any(self.tree.words[c] in _WHICHEVER for c in self.tree.kids(noun, "det"))
        return many and self.tree.keys[noun] in _STATES and self.cast.at(noun) is None

    def names(self, nouns: Iterable[int]) -> Side:
        """Those of the nouns that are names which nobody knows: "it banned the Reed Party"."""
        tokens = self.tree.tokens
        proper = (n for n in nouns if tokens[n].tag in {"NNP", "NNPS"})
        strange = (n for n in proper if not self._is_time(n) and self.is_stranger(n))
        return tuple(self.nameless(noun) for noun in strange)

    def _is_time(self, noun: int) -> bool:
        """Whether it is a month or a day, as "Feb." is."""
        key, times = self.tree.keys[noun].rstrip("."), self._lexicon.list("times")
        return key in times or (len(key) > 2 and any(time.startswith(key) for time in times))

    def nameless(self, noun: int, country: str | None = None) -> Participant:
        """The participant for whom these words are all there is."""
        before = self.tree.kids(noun, *_BEFORE)
        inner = (i for child in before for i in self.tree.kids(child, "compound"))
        first = min((noun, *before, *inner))
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

    def officials(self, nouns: Iterable[int]) -> Side:
        """Those who bear the name and the title of an official, and are not known."""
        return tuple(self.nameless(noun) for noun in nouns if self._is_official(noun))

    def _is_official(self, noun: int) -> bool:
        titles = self.tree.kids(noun, "compound")
        if self.tree.tokens[noun].pos != "PROPN" or not titles:
            return False
        known = any(self.cast.at(index) for index in (noun, *titles))
        officials = self._lexicon.list("officials")
        return not known and any(self.tree.keys[index] in officials for index in titles)

    def is_stranger(self, noun: int) -> bool:
        """Whether it is no part of a mention of somebody known."""
        return not any(self.cast.at(i) for i in (noun, *self.tree.kids(noun, *_BEFORE)))

    def _sector(self, noun: int) -> str | None:
        key = self.tree.keys[noun]
        lists = ((self._lexicon.list(name), sector) for name, sector in _OF_SECTOR)
        return next((sector for words, sector in lists if key in words), None)
