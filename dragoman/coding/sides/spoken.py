"""What one says to another in a call, and what is said there of whose deeds."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dragoman.coding.sides.side import Sides, abroad, countries_of
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.modality import BY_WORD, SAID, SUMMONS, Telling
from dragoman.records.claims import Coding

_GIVEN = frozenset({"AID", "SUPPORT", "COOPERATE"})
_ANSWERS = frozenset({"REJECT", "AGREE", "CONCEDE"})
_MADE = frozenset({"REQUEST", "AGREE"})
_TO_ONE = frozenset(  # an application goes to another than him who may veto it
    {"appeal", "call", "demand", "entreaty", "invitation", "offer", "overture", "plea", "proposal"}
    | {"request", "ultimatum"}
)
_THANKS = frozenset({"thank", "thanks", "gratitude", "grateful", "appreciation", "thankful"})
_DEEDS = frozenset({"ASSAULT", "COERCE"})
_LAID = frozenset({"ACCUSE", "REQUEST", "THREATEN", "SANCTION", "REJECT"})


class Spoken:
    """Completes the sides of an event by those of the event that its words hang on."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree

    def sides(self, telling: Telling, sides: Sides, told: Sequence[Coding]) -> Sides:
        """The sides of what is said in a call, or of a deed that one lays to another."""
        if telling.event_type in SAID:
            sides = self._said(telling, sides, told)
        if telling.event_type in _MADE:
            return self._answered(telling, sides, told)
        if telling.event_type in _GIVEN and telling.match.verb is None:
            return self._thanked_for(telling, sides, told)
        if telling.event_type in _DEEDS and telling.match.verb is None:
            return self._laid(telling, sides, told)
        return sides

    def _said(self, telling: Telling, sides: Sides, told: Sequence[Coding]) -> Sides:
        """Of "telephoned Chad | to complain", Chad is the one to whom it is said."""
        verb = telling.match.anchor
        call = next((c for c in told if c.head == self.tree.tokens[verb].head), None)
        if call is None or not any(self.tree.words[c] == "to" for c in self.tree.kids(verb, "aux")):
            return sides
        if call.event_type in {"ACCUSE", "REQUEST"} and self.tree.keys[call.head] in SUMMONS:
            return Sides(actors=call.actors, recipients=call.recipients)
        if call.event_type != "CONSULT" or not BY_WORD.intersection(call.modes):
            return sides
        if countries_of(sides.recipients) - countries_of(sides.actors):
            return sides
        others = abroad((*call.actors, *call.recipients), sides.actors)
        return replace(sides, recipients=others or sides.recipients)

    def _answered(self, telling: Telling, sides: Sides, told: Sequence[Coding]) -> Sides:
        """Of "Chad declined Mali's offer", and "bowed to its demand", Chad got what it answers."""
        if telling.match.verb is not None or not sides.actors or sides.recipients:
            return sides
        tree, noun = self.tree, telling.match.head
        answered = tree.keys[noun] in _TO_ONE
        if tree.tokens[noun].dep == "pobj":
            noun = tree.tokens[noun].head
        answered = answered and tree.tokens[noun].dep in {"dobj", "prep"}
        for coding in told:
            if answered and coding.event_type in _ANSWERS and coding.head == tree.tokens[noun].head:
                return replace(sides, recipients=abroad(coding.actors, sides.actors))
        return sides

    def _thanked_for(self, telling: Telling, sides: Sides, told: Sequence[Coding]) -> Sides:
        """Of "Chad thanked Mali for the training of its men", Mali trained Chad's."""
        above = set(self.tree.ancestors(telling.match.head))
        for coding in reversed(told):
            thanks = coding.event_type == "SUPPORT" and self._is_of_thanks(coding)
            named = coding.recipients and all(p.name for p in coding.recipients)
            if not (thanks and named and coding.head in above):
                continue
            givers = sides.actors or coding.recipients
            given = abroad(sides.recipients, givers) or coding.actors
            return Sides(actors=givers, recipients=given)
        return sides

    def _is_of_thanks(self, coding: Coding) -> bool:
        words = (coding.head, *self.tree.kids(coding.head, "dobj", "acomp"))
        return any(self.tree.keys[word] in _THANKS for word in words)

    def _laid(self, telling: Telling, sides: Sides, told: Sequence[Coding]) -> Sides:
        """Of "Chad complained to Mali about the arrest of two Chadians", Mali did it."""
        above = set(self.tree.ancestors(telling.match.head))
        victims = countries_of(sides.recipients)
        for coding in reversed(told):
            laid = coding.event_type in _LAID and coding.head in above
            named = all(p.start >= self.tree.sentence.start for p in coding.recipients)
            own = countries_of(coding.actors) == victims
            if laid and named and own and not sides.actors:
                return replace(sides, actors=coding.recipients, sureness=0.6)
        return sides
