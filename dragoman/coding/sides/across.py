"""The one across: on whom an event was done, where the words leave it unsaid."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding.lexicon import Lexicon
from dragoman.coding.sides.partners import BODIES, Partners
from dragoman.coding.sides.roles import Roles
from dragoman.coding.sides.side import Side, countries_of
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.modality import Telling
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
TIES = RELATIONS | {"recognize"}  # modes of how one state stands to another
# Done in words or for someone's good, so that "supports trade" has no recipient to look for.
_BENEVOLENT = frozenset({"SUPPORT", "AGREE", "REQUEST", "AID", "CONCEDE", "COOPERATE"})
_SAID_TO_BOTH = frozenset({"SUPPORT", "AGREE", "CONSULT", "CONCEDE"})  # by a third side
_UNDIRECTED = frozenset({"ASSAULT", "RETREAT", "CONSULT", "COERCE"})  # "it invaded"
_OPERATIONS = frozenset({"operation", "offensive", "aggression", "war"})
_ANSWERS = frozenset({"CONCEDE", "REJECT"})  # what one does when accused or asked
_UPON = frozenset({"after", "when", "because", "once"})  # before the deed that is blamed
_AT_HOME = frozenset({"curfew", "martial-law", "censor", "resign", "convict"})
FIRM = 0.75  # frames that weigh less need both their sides in words


class Across:
    """Guesses the other side of the events of one sentence from what was told before."""

    def __init__(self, tree: Tree, roles: Roles, partners: Partners, lexicon: Lexicon) -> None:
        self.tree, self.roles, self.partners = tree, roles, partners
        self._deeds = lexicon.list("deeds")
        self._harm = lexicon.list("harm") | _OPERATIONS

    def side(self, telling: Telling, actors: Side, number: int, told: Sequence[Coding]) -> Side:
        """The one across from those who act; empty where it is not clear who that is."""
        if "restrict" in telling.modes and self._is_of_contested(telling):
            return ()
        other = self.asker(telling, actors, number, told)
        other = other or self._across(telling, actors, number, told)
        return () if self.is_contradicted(telling, actors, other) else other

    def asker(self, telling: Telling, actors: Side, number: int, told: Sequence[Coding]) -> Side:
        """Who accused those, or asked something of them, just before they gave in or refused."""
        answers = telling.event_type in _ANSWERS and telling.match.verb is not None
        return self.partners.asker(actors, number, told) if answers else ()

    def _is_of_contested(self, telling: Telling) -> bool:
        """Whether it is done in a land that several claim, by the one that holds it."""
        tree, cast = self.tree, self.roles.cast
        inside = {tree.tokens[i].start for i in tree.subtree(telling.match.anchor)}
        return any(mention.start in inside for mention in cast.contested)

    def is_of_both(self, telling: Telling) -> bool:
        """Whether a third side speaks of what two did together: "welcomed the agreement"."""
        related = bool(set(telling.modes) & RELATIONS)
        return telling.event_type in _SAID_TO_BOTH and not related and self._is_of_a_deed(telling)

    def is_between_two(self, telling: Telling) -> bool:
        """Whether the words make an event between two sides, though they name but one."""
        match, frame = telling.match, telling.match.frame
        loose = frame.weight < FIRM and not telling.inner and not self._is_taken(telling)
        if set(telling.modes) & _AT_HOME or loose:
            return False
        bare = frame.specificity == 0
        if bare and telling.event_type not in _UNDIRECTED and not self._has_object(telling):
            return telling.event_type == "ACCUSE" and bool(self._whose_deed(telling, ()))
        lent = match.verb is not None and match.verb != match.head
        if telling.event_type == "REQUEST" and not telling.inner and not telling.modes:
            return False
        if self.roles.is_against_something(match):
            return False
        founded = "recognize" in telling.modes and bool(self.roles.nameless.recipients(telling))
        if telling.event_type not in _BENEVOLENT or not bare or telling.inner or lent or founded:
            return True
        return self._is_helped(telling) or self._is_of_a_deed(telling)

    def _across(self, telling: Telling, actors: Side, number: int, told: Sequence[Coding]) -> Side:
        if telling.event_type == "ACCUSE":
            doer = self._whose_deed(telling, actors) or self.partners.doer(actors, number, told)
            other = () if doer else self.partners.other(actors, number, told)
            return doer or self._not_the_victim(telling, other)
        if telling.event_type not in _SAID_TO_BOTH:
            return self.partners.other(actors, number, told, self._beside(telling))
        if set(telling.modes) & RELATIONS and not countries_of(actors) <= BODIES:
            return self._in_relation(telling, actors, number, told)
        if telling.event_type == "SUPPORT" and self._is_of_harm(telling):
            return self.partners.attacker(actors, number, told)
        both = self.partners.pair(number, told)
        apart = not countries_of(both) & countries_of(actors)
        if both and apart and not self.partners.home:
            return self._meant(telling, actors, both, [c for c in told if c.sentence == number])
        return self.partners.other(actors, number, told, self._beside(telling))

    def _meant(self, telling: Telling, actors: Side, both: Side, here: Sequence[Coding]) -> Side:
        """The one of both whom the sentence names beside the actors, or sets across from them."""
        verb, cast = telling.match.anchor, self.roles.cast
        named = cast.in_clause(verb) & cast.under(verb)
        one = tuple(p for p in both if p.country in named)
        for coding in reversed(here):
            same = countries_of(coding.actors) == countries_of(actors)
            if same and coding.recipients and len(one) != 1:
                return coding.recipients
        return one if len(one) == 1 else both

    def _is_of_harm(self, telling: Telling) -> bool:
        """Whether it is said of an attack: who stands behind that stands by those who made it."""
        arguments = self.tree.arguments(telling.match.anchor)
        nouns = (*arguments.objects, *(n for ns in arguments.obliques.values() for n in ns))
        return any(self.tree.keys[noun] in self._harm for noun in nouns)

    def _whose_deed(self, telling: Telling, actors: Side) -> Side:
        """Who did that at which one protests: "protested | after Chadian shells had fallen"."""
        tree = self.tree
        for clause in tree.kids(telling.match.anchor, "advcl"):
            marks = {tree.words[c] for c in tree.kids(clause, "mark", "advmod")}
            doers = self.roles.side_of(tree.surface_subjects(clause)) if marks & _UPON else ()
            if doers and not countries_of(doers) & {*countries_of(actors), None}:
                return doers
        return ()

    def is_contradicted(self, telling: Telling, actors: Side, guess: Side) -> bool:
        """Whether the guess is one who helps, or passes over someone whom the clause names."""
        cast, guessed = self.roles.cast, countries_of(guess)
        helpers = cast.helpers()
        if guessed & helpers or telling.event_type == "ACCUSE":  # whose clause names the victim
            return bool(guessed & helpers)
        named = cast.in_clause(telling.match.anchor) - BODIES - helpers
        return bool(named - guessed - countries_of(actors))

    def _is_taken(self, telling: Telling) -> bool:
        """Whether it is another's offer that is taken up: "accepted it"."""
        return telling.event_type == "AGREE" and self._is_of_a_deed(telling)

    def _not_the_victim(self, telling: Telling, side: Side) -> Side:
        """The side, unless what is complained of names it: "the killing of Chadian men"."""
        objects = self.tree.arguments(telling.match.anchor).objects
        named = self.roles.side_of([index for o in objects for index in self.tree.subtree(o)])
        return () if countries_of(side) & countries_of(named) else side

    def _is_helped(self, telling: Telling) -> bool:
        """Whether somebody of whom no more is said gets help: "armed the tribes"."""
        objects = self.tree.arguments(telling.match.anchor).objects
        return telling.event_type == "AID" and bool(objects)

    def _has_object(self, telling: Telling) -> bool:
        verb = telling.match.anchor
        return bool(self.tree.arguments(verb).objects or self.tree.kids(verb, "xcomp", "ccomp"))

    def _is_of_a_deed(self, telling: Telling) -> bool:
        """Whether it is about another's deed, or said to another: "welcomed the agreement"."""
        verb = telling.match.anchor
        objects = self.tree.arguments(verb).objects
        if any(self.tree.keys[o] in self._deeds or self._is_thing(o) for o in objects):
            return True
        return telling.event_type == "AGREE" and bool(self.tree.kids(verb, "xcomp", "ccomp"))

    def _is_thing(self, noun: int) -> bool:
        """Whether it is an "it" that is nobody: "Chad welcomed it"."""
        return self.tree.words[noun] == "it" and self.roles.cast.at(noun) is None

    def _in_relation(
        self, telling: Telling, actors: Side, number: int, told: Sequence[Coding]
    ) -> Side:
        """The one across, or whom another country turned to in the event told last."""
        other = self.partners.other(actors, number, told, self._beside(telling))
        before = told[-1] if told and not other else None
        if before is None or number - before.sentence > 1 or not set(before.modes) & TIES:
            return other
        return before.recipients if len(countries_of(before.recipients)) == 1 else ()

    def _beside(self, telling: Telling) -> list[frozenset[str]]:
        cast = self.roles.cast
        return [named - cast.helpers() for named in cast.countries(telling.match.anchor)]
