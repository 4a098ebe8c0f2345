"""Third sides: whom those address who call on two in conflict to make peace, or offer help."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding.sides.partners import Partners
from dragoman.coding.sides.roles import Roles
from dragoman.coding.sides.side import Side, countries_of
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.modality import Telling
from dragoman.records.claims import Coding

# What a third asks of two in conflict, or offers them.
_PEACE = frozenset(
    {"restraint", "calm", "ceasefire", "truce", "talk", "negotiation", "dialogue"}
    | {"peace", "hostility", "fighting", "mediate", "mediation", "mediator", "office", "help"}
)
_CALLS = frozenset({"REQUEST", "AGREE", "AID"})
_BOTH = frozenset(
    {"both", "two", "sides", "parties", "rivals", "enemies", "neighbors", "neighbours"}
)


class Peace:
    """Finds the two in conflict to whom a third speaks in one sentence."""

    def __init__(self, tree: Tree, roles: Roles, partners: Partners) -> None:
        self.tree, self.roles, self.partners = tree, roles, partners

    def parties(self, telling: Telling, actors: Side, number: int, told: Sequence[Coding]) -> Side:
        """The two in conflict on whom a third calls, or whom it offers help."""
        if "third-party" not in telling.modes and not self._is_for_peace(telling):
            return ()
        both, own = self.partners.pair(number, told), countries_of(actors)
        if scene := self._at_war(telling):
            return scene if not countries_of(scene) & own else ()
        apart = len(countries_of(both)) == 2 and not countries_of(both) & own
        named = self.roles.cast.all_countries() - self.roles.cast.helpers()
        third = named - own - countries_of(both)
        return both if apart and not third else ()

    def _at_war(self, telling: Telling) -> Side:
        """Where there is to be peace: "called for a ceasefire in Chad"."""
        arguments = self.tree.arguments(telling.match.anchor)
        wanted = (*arguments.objects, *arguments.obliques.get("for", ()))
        return self.roles.side_of([i for n in wanted for i in self.tree.obliques(n).get("in", ())])

    def _is_for_peace(self, telling: Telling) -> bool:
        """Whether it asks two for peace or offers it: "urged restraint", "offered to mediate"."""
        verb, tree = telling.match.verb, self.tree
        if verb is None or telling.event_type not in _CALLS or telling.negated:
            return False
        arguments = tree.arguments(verb)
        if telling.event_type == "AID":
            return tree.keys[verb] == "help" and not arguments.objects
        asked = (n for word in ("to", "on", "upon") for n in arguments.obliques.get(word, ()))
        if any(self._are_both(noun) for noun in (*arguments.objects, *asked)):
            return True
        wanted = (*arguments.objects, *arguments.obliques.get("for", ()), *tree.kids(verb, "xcomp"))
        inside = (i for noun in wanted for i in (noun, *tree.kids(noun, "compound", "amod")))
        ended = (i for noun in wanted for i in tree.obliques(noun).get("to", ()))
        return any(tree.keys[i] in _PEACE for i in (*inside, *ended))

    def _are_both(self, noun: int) -> bool:
        """Whether it is "the two" or "both sides", of whom the sentence says no more."""
        return self.tree.words[noun] in _BOTH and self.roles.cast.at(noun) is None
