"""What one of two owes the other: of whom a state complains, demands or begs pardon."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding.sides.across import Across
from dragoman.coding.sides.partners import BODIES, Partners
from dragoman.coding.sides.roles import Roles
from dragoman.coding.sides.side import Side, Sides, countries_of, is_of_states
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.modality import Telling
from dragoman.records.claims import Coding

_PROMISING = frozenset(
    {"accept", "assure", "guarantee", "offer", "pledge", "promize", "respect", "undertake"}
)
_BEFORE = ("to", "before", "with", "at")
_SORRY = frozenset({"apologize", "apology"})
_OWED = frozenset(
    {"apology", "compensation", "damage", "reparation", "explanation", "clarification", "return"}
    | {"release", "withdrawal", "extradition", "handover", "guarantee", "assurance", "redress"}
    | {"closure", "recall", "dismissal", "departure", "removal"}
)
_COMPLAINING = frozenset({"protest", "complain", "object"})


class Owed:
    """Finds to whom the complaints, demands and promises of one sentence are made."""

    def __init__(self, tree: Tree, roles: Roles, partners: Partners, across: Across) -> None:
        self.tree, self.roles, self.partners, self.across = tree, roles, partners, across

    def wrongdoer(
        self, telling: Telling, actors: Side, number: int, told: Sequence[Coding]
    ) -> Side:
        """Of whom those ask something, or complain, to whom a wrong was done just before.

        Or to whom one apologises, or promises something.
        """
        if telling.event_type == "ACCUSE" and self.roles.is_against_something(telling.match):
            return self.partners.accused(actors, number, told)
        if self._is_bare_complaint(telling):
            other = self.partners.facing_topic(actors)
            doer = self.partners.doer(actors, number, told) or other
        elif telling.event_type == "REQUEST" and is_of_states(actors):
            asked = self.tree.arguments(telling.match.anchor).objects
            doer = self.partners.wrongdoer(actors, number, told) if asked else ()
            other = self.partners.facing_topic(actors)
            doer = doer or (other if self._is_demand(telling) else ())
        elif self._is_owed(telling) and is_of_states(actors):
            doer = other = self.partners.facing_topic(actors)
        else:
            return ()
        apart = bool(other) and countries_of(doer) != countries_of(other)
        anchor, cast = telling.match.anchor, self.roles.cast
        owed = telling.event_type in {"AGREE", "CONCEDE"}
        named = cast.in_clause(anchor) - BODIES if owed else cast.under(anchor)
        third = named - countries_of(actors) - countries_of(doer)
        if apart or third or self.across.is_contradicted(telling, actors, doer):
            return ()
        return doer

    def accused(self, telling: Telling, sides: Sides) -> Side:
        """The other of the two, where one complains to a body: "took its case to the Council"."""
        forum = countries_of(sides.recipients)
        if telling.event_type != "ACCUSE" or not forum <= BODIES:
            return ()
        head, verb = telling.match.head, telling.match.anchor
        noun = telling.match.verb is None
        places = self.tree.shared_obliques(head) if noun else self.tree.arguments(verb).obliques
        heard = self.roles.side_of([n for word in _BEFORE for n in places.get(word, ())])
        other = self.partners.facing_topic(sides.actors)
        third = self.roles.cast.under(verb) - BODIES - countries_of((*sides.actors, *other))
        apart = is_of_states(sides.actors) and not third
        return other if apart and forum <= countries_of(heard) else ()

    def _is_demand(self, telling: Telling) -> bool:
        """Whether it asks what only the other side can do: "asked that the loan be cancelled"."""
        verb, tree = telling.match.anchor, self.tree
        arguments = tree.arguments(verb)
        if tree.keys[verb] == "demand" and any(
            tree.tokens[o].pos == "NOUN" for o in arguments.objects
        ):
            return True
        asked = [n for word in ("for", "in") for n in arguments.obliques.get(word, ())]
        asked += [
            i for noun in arguments.objects for i in (noun, *tree.obliques(noun).get("in", ()))
        ]
        clauses = [c for c in tree.kids(verb, "ccomp") if tree.is_passive(c)]
        return bool(clauses) or any(tree.keys[noun] in _OWED for noun in asked)

    def _is_owed(self, telling: Telling) -> bool:
        """Whether one of two says it to the other: "apologised", "promised a road"."""
        verb = telling.match.verb
        if verb is None or telling.negated:
            return False
        if telling.event_type == "AGREE":
            return self.tree.keys[verb] in _PROMISING
        said = {self.tree.keys[i] for i in (verb, *self.tree.arguments(verb).objects)}
        return telling.event_type == "CONCEDE" and bool(said & _SORRY)

    def _is_bare_complaint(self, telling: Telling) -> bool:
        """Whether a state complains and says of nobody: "Chad protested"."""
        verb = telling.match.verb
        if verb is None or telling.event_type != "ACCUSE" or telling.negated:
            return False
        arguments = self.tree.arguments(verb)
        return self.tree.keys[verb] in _COMPLAINING and not arguments.objects
