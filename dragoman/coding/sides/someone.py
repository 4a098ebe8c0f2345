"""Somebody in the place of nobody: those who take part and of whom no state is known."""

from __future__ import annotations

from msgspec.structs import replace

from dragoman.coding.sides.at_home import AtHome
from dragoman.coding.sides.inner import TOPPLING, own_home
from dragoman.coding.sides.partners import Partners
from dragoman.coding.sides.roles import Roles, is_mutual
from dragoman.coding.sides.side import Sides, countries_of
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.modality import Telling

HIDING = frozenset({"harbor", "shelter", "hide"})  # whom one hides may be of anywhere


class Someone:
    """Puts strangers in the place of nobody in the events of one sentence."""

    def __init__(self, tree: Tree, roles: Roles, partners: Partners, home: AtHome) -> None:
        self.tree, self.roles, self.partners, self.home = tree, roles, partners, home

    def sides(self, telling: Telling, sides: Sides) -> Sides:
        """The sides with people of whom no state is known in the place of nobody."""
        if is_mutual(telling) or telling.event_type == "CONSULT":
            return self._with_officials(telling, sides)
        if sides.actors and self._may_be_strangers(sides):
            return self._to_strangers(telling, sides)
        if sides.recipients and not sides.actors:
            return replace(sides, actors=self.roles.nameless.actors(telling))
        return sides if sides.actors else self.home.among_strangers(telling)

    def _with_officials(self, telling: Telling, sides: Sides) -> Sides:
        """The sides of a call or meeting with an official of whom no more than a name is known."""
        known = (*sides.actors, *sides.recipients)
        strangers = self.roles.nameless.officials(telling) if len(countries_of(known)) == 1 else ()
        if not strangers or (sides.actors and sides.recipients):
            return sides
        other = countries_of(self.partners.facing_topic(known))
        country = next(iter(other)) if len(other) == 1 else None
        found = tuple(replace(p, country=country) for p in strangers)
        if is_mutual(telling) or not sides.actors:
            return replace(sides, actors=(*sides.actors, *found))
        return replace(sides, recipients=found)

    def is_with_official(self, telling: Telling) -> bool:
        """Whether it is held with somebody of whom no more than a name and office is known."""
        held = is_mutual(telling) or telling.event_type == "CONSULT"
        return held and bool(self.roles.nameless.officials(telling))

    def _may_be_strangers(self, sides: Sides) -> bool:
        return not sides.recipients or sides.guessed or self.roles.is_scene(sides.recipients)

    def _to_strangers(self, telling: Telling, sides: Sides) -> Sides:
        """The sides with strangers as recipients, of the state that was guessed or is the scene."""
        strangers = self.roles.nameless.recipients(telling)
        if not strangers and self.home.is_riot(telling):
            strangers = self.home.policed(telling)
        countries = countries_of(sides.recipients)
        if not strangers or len(countries) > 1:
            return sides
        own = self.home.is_rebellion(telling, sides.actors) or self.home.is_riot(telling)
        home: set[str | None] = {*own_home(self.partners, telling, sides.actors)}
        home = countries_of(sides.actors) if own else home
        if telling.match.frame.lemma in HIDING:
            countries = set()
        elif telling.event_type == "AID" and {p.sector for p in strangers} == {"UAF"}:
            home = countries_of(self.partners.facing_topic(sides.actors))  # "armed the rebels"
        if "convict" in telling.modes:
            home = countries_of(sides.actors)  # of whom no more is said than that a court has them
        if sides.guessed and telling.match.frame.lemma in TOPPLING:
            countries = countries_of(sides.actors)
        country = next(iter(countries or home), None)
        return replace(sides, recipients=tuple(replace(p, country=country) for p in strangers))
