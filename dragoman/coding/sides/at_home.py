"""What happens within one state: rebels and their own, police and crowds, strangers in a town."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from dragoman.coding.lexicon import Lexicon
from dragoman.coding.sides.roles import Roles
from dragoman.coding.sides.side import Side, Sides, countries_of
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.modality import Telling

_BY_LAW: Final = frozenset({"COERCE", "SANCTION", "ACCUSE"})
_RALLIED: Final = frozenset(
    {"crowd", "crowds", "mob", "mobs", "throng", "protester", "protesters", "demonstrator"}
    | {"demonstrators", "rioter", "rioters", "marcher", "marchers", "strikers", "looters"}
)


class AtHome:
    """Tells of the events of one sentence whether both sides are of one state."""

    def __init__(self, tree: Tree, roles: Roles, lexicon: Lexicon) -> None:
        self.tree, self.roles = tree, roles
        self._arms = lexicon.list("arms") | lexicon.list("crafts")
        self._rebels = lexicon.list("fighters") - self._arms  # "fighter" may be a jet
        self._law = lexicon.list("police") | lexicon.list("judges")

    def is_rebellion(self, telling: Telling, actors: Side) -> bool:
        """Whether rebels attack what no state is named for: as like as not their own."""
        if telling.event_type != "ASSAULT":
            return False
        nouns = self.tree.arguments(telling.match.anchor).subjects
        fighting = any(self.tree.keys[noun] in self._rebels for noun in nouns)
        banded = {p.sector for p in actors} == {"REB"} and not any(map(self._may_be_arms, nouns))
        return (fighting or banded) and len(countries_of(actors)) == 1

    def _may_be_arms(self, noun: int) -> bool:
        """Whether it may be a jet: "Chadian fighters", but not "fighters of the Reed Front"."""
        return self.tree.keys[noun] in self._arms and not self.tree.obliques(noun).get("of")

    def is_riot(self, telling: Telling) -> bool:
        """Whether police, or "the soldiers", do it to a crowd or to "them": in their own state."""
        nouns = self.tree.arguments(telling.match.anchor).subjects
        if telling.event_type != "ASSAULT":
            return False
        if any(self.tree.keys[noun] in self._law for noun in nouns) and self.policed(telling):
            return True
        people = self.roles.nameless.recipients(telling)
        crowd = all(_RALLIED.intersection(p.text.lower().split()) for p in people)
        found = map(self.roles.cast.at, nouns)
        unnamed = any(m and m.reasons and m.reasons[0].feature == "definite" for m in found)
        return bool(people) and crowd and unnamed

    def policed(self, telling: Telling) -> Side:
        """Those of whom no more is said than "them", or "nine of them"."""
        tree, cast = self.tree, self.roles.cast
        objects = tree.arguments(telling.match.anchor).objects
        return tuple(
            self.roles.strangers.nameless(noun)
            for noun in objects
            for inner in (noun, *tree.obliques(noun).get("of", ()))
            if tree.words[inner] == "them" and cast.at(inner) is None
        )

    def is_by_law(self, telling: Telling) -> bool:
        """Whether police or a court does it to people of whom no state is known."""
        if telling.event_type not in _BY_LAW or not self.roles.nameless.recipients(telling):
            return False
        nouns = self.tree.arguments(telling.match.anchor).subjects
        return any(self.tree.keys[noun] in self._law for noun in nouns)

    def among_strangers(self, telling: Telling) -> Sides:
        """The sides where neither is known but the place is: "rebels killed nine men in Bern"."""
        nameless = self.roles.nameless
        home = nameless.scene(telling.match) if telling.event_type == "ASSAULT" else None
        actors, victims = nameless.actors(telling), nameless.recipients(telling)
        if home is None or not (actors and victims):
            return Sides(actors=())
        nouns = self.tree.arguments(telling.match.anchor).subjects
        own = None if any(map(nameless.is_of_gunmen, nouns)) else home
        return Sides(
            actors=tuple(replace(p, country=own) for p in actors),
            recipients=tuple(replace(p, country=home) for p in victims),
            sureness=0.6,
        )
