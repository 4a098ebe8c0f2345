"""Whose those are of whom the text says no more than what they are: "released two sailors"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Final

from msgspec.structs import replace

from dragoman.coding.lexicon import Lexicon
from dragoman.coding.sides.inner import OF_LAW
from dragoman.coding.sides.partners import Partners
from dragoman.coding.sides.roles import Roles
from dragoman.coding.sides.side import Side, Sides, countries_of
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.modality import Telling
from dragoman.records.actors import Participant

_OF_PLACE: Final = ("in", "at", "from", "of")  # "our brothers in Chad"
_ABETTED: Final = frozenset({"AID", "COOPERATE", "SUPPORT"})  # what others do for rebels
_DONE_TO: Final = frozenset({"ASSAULT", "COERCE", "RETREAT"})
_OF_CONSCIENCE: Final = (
    frozenset({"political", "prisoner"}),
    frozenset({"conscience", "prisoner"}),
    frozenset({"opposition", "leader"}),
)
_LAWFUL: Final = frozenset({"arrest", "censor"})  # modes
_SURE: Final = 0.6  # how sure it is whose they are


class Whose:
    """Tells of which state the strangers of one sentence are."""

    def __init__(self, tree: Tree, roles: Roles, partners: Partners, lexicon: Lexicon) -> None:
        self.tree, self.roles, self.partners = tree, roles, partners
        self._lexicon = lexicon
        self._victims = lexicon.list("victims")
        self._people = lexicon.list("people")
        self._crafts = lexicon.list("crafts")
        self._judges = lexicon.list("judges")
        self._nobodies = lexicon.list("nobodies")

    @cached_property
    def _opposed(self) -> frozenset[str]:
        """Whom a state has for foes at home; gunmen may be from elsewhere."""
        rebels = self._lexicon.list("fighters") - self._lexicon.list("gunmen")
        return rebels | self._lexicon.list("dissenters")

    @cached_property
    def _citizens(self) -> frozenset[str]:
        """With whom police have to do at home."""
        return self._people - self._lexicon.list("outsiders")

    def sides(self, telling: Telling, sides: Sides) -> Sides:
        """The sides, with the strangers as people of the state whose they are."""
        if sides.guessed and (own := self._own(telling, sides.actors)):
            return replace(sides, recipients=own)
        if all(p.name for p in (*sides.actors, *sides.recipients)):
            return sides
        known = (*sides.actors, *sides.recipients)
        across = countries_of(self.partners.facing_topic(tuple(p for p in known if p.country)))
        other = next(iter(across)) if len(across) == 1 else None
        actors = tuple(self._of_actor(p, other) for p in sides.actors)
        recipients = tuple(self._of_recipient(telling, p, actors, other) for p in sides.recipients)
        if (actors, recipients) == (sides.actors, sides.recipients):
            return sides
        sureness = min(sides.sureness, _SURE)
        return replace(sides, actors=actors, recipients=recipients, sureness=sureness)

    def _own(self, telling: Telling, actors: Side) -> Side:
        """Those at home to whom a state does it: "shelled rebel posts", police "shot students"."""
        countries = countries_of(actors)
        home = next(iter(countries)) if len(countries) == 1 else None
        if home is None or telling.match.frame.event_type not in _DONE_TO:
            return ()
        arguments = self.tree.arguments(telling.match.anchor)
        nouns = (*arguments.objects, *arguments.obliques.get("at", ()))
        own = [n for n in nouns if self.roles.strangers.is_stranger(n) and self._is_own(n, actors)]
        return tuple(self.roles.strangers.nameless(n, home) for n in own)

    def _is_own(self, noun: int, actors: Side) -> bool:
        """Whether they are rebels, or people with whom police have to do."""
        if _is_by_law(actors) and self.roles.strangers.names([noun]):
            return True
        if self.tree.keys[noun] not in self._victims:
            return False
        beside = self.tree.kids(noun, "compound", "amod")
        kinds = self.tree.obliques(noun).get("of", ())
        words = {self.tree.keys[i] for i in (noun, *beside, *kinds)}
        if words & self._opposed or any(words >= kind for kind in _OF_CONSCIENCE):
            return True
        return _is_by_law(actors) and bool(words & self._citizens)

    def _of_actor(self, person: Participant, other: str | None) -> Participant:
        """Who acts, as one of the state across; gunmen may be of any, and a court of a third."""
        if person.country or not self._may_be_known(person):
            return person
        keys = self._keys(person)
        told = self._are_somebody(keys) and not keys & self._judges
        return replace(person, country=self._at(person) or (other if told else None))

    def _of_recipient(
        self, telling: Telling, person: Participant, actors: Side, other: str | None
    ) -> Participant:
        """Whom it is done to: those whom a state has at home, or one of the state across."""
        if person.name or not self._may_be_known(person):
            return person
        if telling.event_type == "CONSULT" and not self._are_somebody(self._keys(person)):
            return person  # one may telephone anybody
        own = countries_of(actors)
        if len(own) == 1 and self._is_at_home(telling, person, actors):
            return replace(person, country=next(iter(own)))
        return replace(person, country=person.country or self._at(person) or other)

    def _are_somebody(self, keys: set[str]) -> bool:
        """Whether the words say who they are: "sailors", "a trawler"; a mere name does not."""
        return bool(keys & self._people or keys & self._crafts)

    def _may_be_known(self, person: Participant) -> bool:
        """Whether it is a stranger of whom it may be told whose it is: not "three states"."""
        if person.name or self._keys(person) & self._nobodies:
            return False
        return not any(map(self.roles.strangers.are_states, self._tokens(person)))

    def _is_at_home(self, telling: Telling, person: Participant, actors: Side) -> bool:
        """Whether a state fights its own rebels, or its police and courts deal with people."""
        keys = self._keys(person)
        if keys & self._opposed:
            return telling.match.frame.event_type not in _ABETTED
        lawful = bool(_LAWFUL.intersection(telling.modes)) or _is_by_law(actors)
        people = keys & self._citizens and person.country is None
        return telling.event_type == "COERCE" and lawful and bool(people)

    def _at(self, person: Participant) -> str | None:
        """The state where they are said to be: "our brothers in Chad"."""
        head = max(self._tokens(person), default=None)
        if head is None:
            return None
        places = self.tree.obliques(head)
        nouns = [noun for word in _OF_PLACE for noun in places.get(word, ())]
        countries = countries_of(self.roles.side_of(nouns))
        return next(iter(countries)) if len(countries) == 1 else None

    def _keys(self, person: Participant) -> set[str]:
        return {self.tree.keys[index] for index in self._tokens(person)}

    def _tokens(self, person: Participant) -> Iterator[int]:
        tokens = enumerate(self.tree.tokens)
        return (i for i, t in tokens if person.start <= t.start and t.end <= person.end)


def _is_by_law(side: Side) -> bool:
    return bool(side) and {p.sector for p in side} <= OF_LAW
