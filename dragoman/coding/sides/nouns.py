"""Whose a deed is that a noun tells, and names but one: "the war with Chad"."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from dragoman.coding.sides.partners import BODIES, Partners
from dragoman.coding.sides.roles import Roles, is_mutual
from dragoman.coding.sides.side import Side, Sides, countries_of, is_of_states
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.modality import Telling

_HELD_WITH: Final = frozenset({"ASSAULT", "CONSULT"})
_DONE_TO: Final = frozenset({"AID", "ASSAULT", "COERCE"})


class Nouns:
    """Finds the side that nouns leave unsaid, where the text tells of it and the other."""

    def __init__(self, tree: Tree, roles: Roles, partners: Partners) -> None:
        self.tree, self.roles, self.partners = tree, roles, partners

    def held_with(self, telling: Telling, sides: Sides) -> Side:
        """Whose "the war with Chad" or "the talks with Mali" are; empty where it is not clear."""
        known = (*sides.actors, *sides.recipients)
        held = telling.event_type in _HELD_WITH and self._has(telling, "with")
        fought = telling.event_type == "ASSAULT" and bool(self.partners.home)
        met = is_mutual(telling) and is_of_states(known) and self._is_of_two()
        return self.partners.facing_topic(known) if held and (fought or met) else ()

    def done_to(self, telling: Telling, sides: Sides) -> Sides:
        """The sides of "the training of Malian pilots": the other of the two did it."""
        done = telling.event_type in _DONE_TO and self._has(telling, "of") and self._is_of_two()
        other = self.partners.facing_topic(sides.recipients) if done else ()
        named = self.roles.cast.all_countries() - BODIES
        third = named - countries_of((*other, *sides.recipients))
        return sides if third else replace(sides, actors=other, sureness=0.5)

    def _has(self, telling: Telling, word: str) -> bool:
        """Whether it is told by a noun alone, which this preposition follows."""
        return telling.match.verb is None and word in self.tree.obliques(telling.match.head)

    def _is_of_two(self) -> bool:
        return bool(self.partners.both())
