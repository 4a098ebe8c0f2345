"""Sides that go without saying: "it severed relations", "a crowd stormed the embassy"."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dragoman.coding.lexicon import Lexicon
from dragoman.coding.modality import Telling
from dragoman.coding.partners import BODIES, Partners
from dragoman.coding.roles import Roles, is_mutual
from dragoman.coding.sides import Side, Sides, countries_of
from dragoman.coding.syntax import Tree
from dragoman.records.claims import Coding

RELATIONS = frozenset(
    (
        "establish-relations",
        "restore-relations",
        "upgrade-relations",
        "sever-relations",
        "suspend-relations",
        "downgrade-relations",
        "sign",
    )
)
_TURNED_TO = RELATIONS | {"recognize"}
_BY_CROWDS = frozenset({"PROTEST", "ASSAULT"})
# Done in words or for someone's good, so that "supports trade" has no recipient to look for.
_BENEVOLENT = frozenset({"SUPPORT", "AGREE", "REQUEST", "AID", "CONCEDE", "COOPERATE"})
_SAID_TO_BOTH = frozenset({"SUPPORT", "AGREE", "CONSULT", "CONCEDE"})  # by a third side
_NOT_GUESSED = frozenset({"REQUEST", "AGREE", "ACCUSE"})  # a denied one of these may be of anyone
_UNDIRECTED = frozenset({"ASSAULT", "RETREAT", "CONSULT", "COERCE"})  # "it invaded"
_BY_LAW = frozenset({"COERCE", "SANCTION", "ACCUSE"})
# Of two that a text is about, one suffers these at the hands of the other as a rule.
_SUFFERED = frozenset({"ACCUSE", "AID", "ASSAULT", "COERCE", "SANCTION", "SUPPORT", "THREATEN"})
_BOTH = frozenset({"parties", "sides"})
_OF_SENDERS = frozenset({"from", "by", "anonymous", "sent"})
_AT_HOME = frozenset({"curfew", "martial-law", "censor", "resign", "convict"})
FIRM = 0.75  # frames that weigh less need both their sides in words


class Unsaid:
    """Completes the sides of the events of one sentence from what was told before."""

    def __init__(
        self, tree: Tree, roles: Roles, partners: Partners, lexicon: Lexicon, *, in_line: bool
    ) -> None:
        self.tree, self.roles, self.partners = tree, roles, partners
        self._deeds = lexicon.list("deeds")
        self._officials = lexicon.list("officials")
        self._fighters = lexicon.list("fighters")
        self._disasters = lexicon.list("disasters")
        self._arms = lexicon.list("arms") | lexicon.list("crafts")
        self._law = lexicon.list("police") | lexicon.list("judges")
        self._in_line = in_line  # "Last visit by the king: 1990" leaves the host unsaid

    def complete(self, telling: Telling, number: int, told: Sequence[Coding]) -> Sides:
        """The sides of an event, with the one that goes without saying, or whom nobody knows."""
        return self._with_strangers(telling, self._guessed(telling, number, told))

    def _with_strangers(self, telling: Telling, sides: Sides) -> Sides:
        """The sides with people of whom no state is known in the place of nobody."""
        if is_mutual(telling):
            return sides
        if sides.actors and self._may_be_strangers(sides):
            return self._to_strangers(telling, sides)
        if sides.recipients and not sides.actors:
            return replace(sides, actors=self.roles.strange_actors(telling))
        return sides

    def _may_be_strangers(self, sides: Sides) -> bool:
        return not sides.recipients or sides.guessed or self.roles.is_scene(sides.recipients)

    def _to_strangers(self, telling: Telling, sides: Sides) -> Sides:
        """The sides with strangers as recipients, of the state that was guessed or is the scene."""
        strangers = self.roles.strange_recipients(telling)
        countries = countries_of(sides.recipients)
        if not strangers or len(countries) > 1:
            return sides
        country = next(iter(countries), None)
        return replace(sides, recipients=tuple(replace(p, country=country) for p in strangers))

    def _is_at_home(self, telling: Telling) -> bool:
        """Whether police or a court does it to people of whom no state is known."""
        if telling.event_type not in _BY_LAW or not self.roles.strange_recipients(telling):
            return False
        nouns = self.tree.arguments(telling.match.anchor).subjects
        return any(self.tree.keys[noun] in self._law for noun in nouns)

    def _guessed(self, telling: Telling, number: int, told: Sequence[Coding]) -> Sides:
        """The sides of an event, with the one that goes without saying."""
        sides = self.roles.sides(telling)
        if not self._may_lack_a_side(telling):
            return sides
        if not sides.actors:
            return self._without_actor(telling, sides, number, told)
        if not self._lacks_other(telling, sides):
            return sides
        if self._is_rebellion(telling, sides.actors) or self._is_at_home(telling):
            return sides
        guessed = sides.misheard or self._is_between_two(telling)
        other = self._across(telling, sides.actors, number, told) if guessed else ()
        other = () if self._is_contradicted(telling, sides.actors, other) else other
        if is_mutual(telling):
            return Sides(actors=(*sides.actors, *other), sureness=0.6)
        sureness = 0.6 if other else 1.0
        return Sides(actors=sides.actors, recipients=other, sureness=sureness, guessed=bool(other))

    def _is_rebellion(self, telling: Telling, actors: Side) -> bool:
        """Whether rebels attack what no state is named for: as like as not their own."""
        if telling.event_type != "ASSAULT":
            return False
        nouns = self.tree.arguments(telling.match.anchor).subjects
        fighting = any(self.tree.keys[noun] in self._fighters for noun in nouns)
        return fighting and len(countries_of(actors)) == 1

    def _is_contradicted(self, telling: Telling, actors: Side, guess: Side) -> bool:
        """Whether the guess is one who helps, or passes over someone whom the clause names."""
        cast, guessed = self.roles.cast, countries_of(guess)
        helpers = cast.helpers()
        if guessed & helpers or telling.event_type == "ACCUSE":  # whose clause names the victim
            return bool(guessed & helpers)
        named = cast.in_clause(telling.match.anchor) - BODIES - helpers
        return bool(named - guessed - countries_of(actors))

    def _may_lack_a_side(self, telling: Telling) -> bool:
        """Whether a side may be missing: a noun alone must name its own."""
        match = telling.match
        return match.verb is not None or match.frame.word_class == "adjectives" or self._in_line

    def _lacks_other(self, telling: Telling, sides: Sides) -> bool:
        if sides.recipients or (telling.negated and telling.event_type in _NOT_GUESSED):
            return False
        if not telling.match.frame.reciprocal:
            return True
        passive = self.tree.arguments(telling.match.anchor).passive
        if passive and not set(telling.modes) & RELATIONS:
            return False
        return len(sides.actors) < 2 or len({p.name for p in sides.actors}) < 2

    def _without_actor(
        self, telling: Telling, sides: Sides, number: int, told: Sequence[Coding]
    ) -> Sides:
        crowd = self.roles.unnamed(telling)
        if crowd and telling.event_type in _BY_CROWDS:
            nouns = self.tree.arguments(telling.match.anchor).subjects
            if any(map(self.roles.is_of_gunmen, nouns)):
                return replace(sides, actors=crowd if sides.recipients else ())
            return self._by_crowd(crowd, sides, number, told)
        if set(telling.modes) & RELATIONS:
            return self._by_nobody(sides, number, told)
        if "sender" in telling.match.frame.actor and self._is_from_nobody(telling.match.anchor):
            other = self.partners.facing_topic(sides.recipients)
            return Sides(actors=other, recipients=sides.recipients, sureness=0.5)
        if self._lacks_doer(telling):
            other = self.partners.facing_topic(sides.recipients)
            return Sides(actors=other, recipients=sides.recipients, sureness=0.5)
        return self._by_official(telling, sides)

    def _lacks_doer(self, telling: Telling) -> bool:
        """Whether it is done to somebody, and no word says by whom: "a drone hit them"."""
        match = telling.match
        doers = self.tree.arguments(match.anchor).subjects
        if match.verb is None or any(self.tree.keys[doer] not in self._arms for doer in doers):
            return False
        natural = not doers and self.tree.keys[match.verb] in self._disasters
        return telling.event_type in _SUFFERED and not natural

    def _is_from_nobody(self, verb: int) -> bool:
        """Whether one letter came, and not a word is said of who sent it."""
        tree, letters = self.tree, self.tree.arguments(verb).objects
        if [tree.tokens[letter].tag for letter in letters] != ["NN"]:
            return False
        said = _OF_SENDERS.intersection(tree.words[i] for i in tree.subtree(verb))
        return not said and not any(tree.kids(letter, "poss") for letter in letters)

    def _by_official(self, telling: Telling, sides: Sides) -> Sides:
        """An official of no named state, or "the parties", acts for a state of the topic."""
        nouns = self.tree.arguments(telling.match.anchor).subjects
        if any(self._is_party(noun) for noun in nouns):
            return Sides(actors=self.partners.both(), recipients=sides.recipients, sureness=0.6)
        if not sides.recipients or not any(self._is_official(noun) for noun in nouns):
            return sides
        other = self.partners.facing_topic(sides.recipients)
        return Sides(actors=other, recipients=sides.recipients, sureness=0.5)

    def _is_party(self, noun: int) -> bool:
        """Whether it is "the parties" or "both sides"."""
        return self.tree.words[noun] in _BOTH and self.roles.cast.at(noun) is None

    def _is_official(self, noun: int) -> bool:
        """Whether it is "the minister" or "President Moussa", of whom no state is known."""
        tree = self.tree
        titles = (noun, *tree.kids(noun, "compound", "nmod"))
        named = any(self.roles.cast.at(index) for index in titles)
        return not named and any(tree.keys[index] in self._officials for index in titles)

    def _by_nobody(self, sides: Sides, number: int, told: Sequence[Coding]) -> Sides:
        """Both sides as actors, where nobody says who "severed relations" was."""
        if not sides.recipients:
            return Sides(actors=self.partners.pair(number, told), sureness=0.5)
        if len(countries_of(sides.recipients)) > 1:
            return Sides(actors=sides.recipients, sureness=0.8)
        other = self.partners.other(sides.recipients, number, told)
        return Sides(actors=(*sides.recipients, *other), sureness=0.5)

    def _by_crowd(self, crowd: Side, sides: Sides, number: int, told: Sequence[Coding]) -> Sides:
        """A crowd acts in the country where it is, or in the one that was told of."""
        if not sides.recipients:
            other = self.partners.other(crowd, number, told)
            return Sides(actors=crowd if other else (), recipients=other, sureness=0.5)
        if crowd[0].country is None and crowd[0].sector == "UAF" and self._is_place(sides):
            scene = sides.recipients[0].country  # "rebels attacked Bern" are of its country
            crowd = (replace(crowd[0], country=scene),)
        elif crowd[0].country is None:
            home = self.partners.other(sides.recipients, number, told)
            crowd = (replace(crowd[0], country=home[0].country),) if len(home) == 1 else crowd
        return Sides(actors=crowd, recipients=sides.recipients, sureness=0.6)

    @staticmethod
    def _is_place(sides: Sides) -> bool:
        """Whether what is attacked is a place, and neither office nor people."""
        return {p.sector for p in sides.recipients} == {None}

    def _is_between_two(self, telling: Telling) -> bool:
        """Whether the words make an event between two sides, though they name but one."""
        match, frame = telling.match, telling.match.frame
        if set(telling.modes) & _AT_HOME or (frame.weight < FIRM and not telling.inner):
            return False
        bare = frame.specificity == 0
        if bare and telling.event_type not in _UNDIRECTED and not self._has_object(telling):
            return False
        lent = match.verb is not None and match.verb != match.head
        if telling.event_type == "REQUEST" and not telling.inner and not telling.modes:
            return False
        if self.roles.is_against_something(match):
            return False
        if telling.event_type not in _BENEVOLENT or not bare or telling.inner or lent:
            return True
        return self._is_of_a_deed(telling)

    def _not_the_victim(self, telling: Telling, side: Side) -> Side:
        """The side, unless what is complained of names it: "the killing of Chadian men"."""
        objects = self.tree.arguments(telling.match.anchor).objects
        named = self.roles.side_of([index for o in objects for index in self.tree.subtree(o)])
        return () if countries_of(side) & countries_of(named) else side

    def _has_object(self, telling: Telling) -> bool:
        verb = telling.match.anchor
        return bool(self.tree.arguments(verb).objects or self.tree.kids(verb, "xcomp", "ccomp"))

    def _is_of_a_deed(self, telling: Telling) -> bool:
        """Whether it is about another's deed, or said to another: "welcomed the agreement"."""
        verb = telling.match.anchor
        if any(self.tree.keys[o] in self._deeds for o in self.tree.arguments(verb).objects):
            return True
        return telling.event_type == "AGREE" and bool(self.tree.kids(verb, "xcomp", "ccomp"))

    def _in_relation(
        self, telling: Telling, actors: Side, number: int, told: Sequence[Coding]
    ) -> Side:
        """The one across, or whom another country turned to in the event told last."""
        other = self.partners.other(actors, number, told, self._beside(telling))
        before = told[-1] if told and not other else None
        if before is None or number - before.sentence > 1 or not set(before.modes) & _TURNED_TO:
            return other
        return before.recipients if len(countries_of(before.recipients)) == 1 else ()

    def _beside(self, telling: Telling) -> list[frozenset[str]]:
        return self.roles.cast.countries(telling.match.anchor)

    def _across(self, telling: Telling, actors: Side, number: int, told: Sequence[Coding]) -> Side:
        doer = self.partners.doer(actors, number, told) if telling.event_type == "ACCUSE" else ()
        if doer:
            return doer
        if telling.event_type == "ACCUSE":
            return self._not_the_victim(telling, self.partners.other(actors, number, told))
        if telling.event_type not in _SAID_TO_BOTH:
            return self.partners.other(actors, number, told, self._beside(telling))
        if set(telling.modes) & RELATIONS and not countries_of(actors) <= BODIES:
            return self._in_relation(telling, actors, number, told)
        both = self.partners.pair(number, told)
        if both and not countries_of(both) & countries_of(actors):
            return both
        return self.partners.other(actors, number, told, self._beside(telling))
