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
_DONE_BY: Final = frozenset(
    {"AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "SANCTION", "SUPPORT", "THREATEN"}
)
_MADE: Final = frozenset(
    {"advance", "aggression", "assault", "attack", "foray", "incursion", "intrusion", "invasion"}
    | {"offensive", "onslaught", "raid", "strike"}
)
_TO_WHOM: Final = frozenset({"against", "at", "for", "on", "to", "toward", "towards"})
_DONE_TO: Final = frozenset({"AID", "ASSAULT", "COERCE"})


class Nouns:
    """Finds the side that nouns leave unsaid, where the text tells of it and the other."""

    def __init__(self, tree: Tree, roles: Roles, partners: Partners) -> None:
        self.tree, self.roles, self.partners = tree, roles, partners
        self._troops = tree.lexicon.list("troops") | tree.lexicon.list("crafts")

    def held_with(self, telling: Telling, sides: Sides) -> Side:
        """Whose "the war with Chad" or "the talks with Mali" are; empty where it is not clear."""
        known = (*sides.actors, *sides.recipients)
        held = telling.event_type in _HELD_WITH and self._has(telling, "with")
        fought = telling.event_type == "ASSAULT" and bool(self.partners.home)
        met = is_mutual(telling) and is_of_states(known) and self._is_of_two()
        return self.partners.facing_topic(known) if held and (fought or met) else ()

    def done_to(self, telling: Telling, sides: Sides) -> Sides:
        """The sides of "the training of Malian pilots": the other of the two did it.

        But "the raids of Malian troops" are their own.
        """
        if self._is_made_by_troops(telling):
            return self.done_by(telling, Sides(actors=sides.recipients, sureness=0.6))
        done = telling.event_type in _DONE_TO and self._has(telling, "of") and self._is_of_two()
        other = self.partners.facing_topic(sides.recipients) if done else ()
        named = self.roles.cast.all_countries() - BODIES
        third = named - countries_of((*other, *sides.recipients))
        return sides if third else replace(sides, actors=other, sureness=0.5)

    def done_by(self, telling: Telling, sides: Sides) -> Sides:
        """The sides of "the shelling by Chadian guns": it was done to the other of the two."""
        done = telling.event_type in _DONE_BY and not sides.recipients and self._is_of_two()
        if not done or is_mutual(telling) or not is_of_states(sides.actors):
            return sides
        if telling.event_type != "CONSULT" and self._says_to_whom(telling.match.head):
            return sides
        other = self.partners.facing_topic(sides.actors)
        third = self.roles.cast.all_countries() - BODIES - countries_of((*other, *sides.actors))
        if not other or third:
            return sides
        return replace(sides, recipients=other, sureness=0.6, guessed=True)

    def _is_made_by_troops(self, telling: Telling) -> bool:
        """Whether those after "of" make it: "the incursion of Malian soldiers"."""
        noun = telling.match.head
        makers = self.tree.obliques(noun).get("of", ())
        made = telling.match.verb is None and self.tree.keys[noun] in _MADE
        return made and any(self.tree.keys[maker] in self._troops for maker in makers)

    def _says_to_whom(self, noun: int) -> bool:
        return not _TO_WHOM.isdisjoint(self.tree.obliques(noun))

    def _has(self, telling: Telling, word: str) -> bool:
        """Whether it is told by a noun alone, which this preposition follows."""
        return telling.match.verb is None and word in self.tree.obliques(telling.match.head)

    def _is_of_two(self) -> bool:
        return bool(self.partners.both())
