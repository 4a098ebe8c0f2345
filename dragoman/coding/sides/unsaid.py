"""Sides that go without saying: "it severed relations", "a crowd stormed the embassy"."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dragoman.coding.lexicon import Lexicon
from dragoman.coding.sides.across import FIRM, RELATIONS, Across
from dragoman.coding.sides.answers import Answers
from dragoman.coding.sides.at_home import AtHome
from dragoman.coding.sides.both import Both
from dragoman.coding.sides.completeness import Completeness
from dragoman.coding.sides.doers import Doers
from dragoman.coding.sides.domestic import Domestic
from dragoman.coding.sides.inner import is_inner
from dragoman.coding.sides.nouns import Nouns
from dragoman.coding.sides.owed import Owed
from dragoman.coding.sides.partners import BODIES, Partners
from dragoman.coding.sides.peace import Peace
from dragoman.coding.sides.roles import Roles, is_mutual
from dragoman.coding.sides.side import Side, Sides, are_foes, countries_of
from dragoman.coding.sides.someone import HIDING, Someone
from dragoman.coding.sides.spoken import Spoken
from dragoman.coding.sides.whose import Whose
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.modality import Telling
from dragoman.records.claims import Coding

__all__ = ["FIRM", "RELATIONS", "Unsaid"]

_NOT_GUESSED = frozenset({"REQUEST", "AGREE", "ACCUSE"})  # a denied one of these may be of anyone
_BY_ARMS = frozenset({"ASSAULT", "COERCE"})
_OF_ONE = frozenset({"PROTEST"})  # as like as not at home


class Unsaid:
    """Completes the sides of the events of one sentence from what was told before."""

    def __init__(
        self, tree: Tree, roles: Roles, partners: Partners, lexicon: Lexicon, *, in_line: bool
    ) -> None:
        self.tree, self.roles, self.partners = tree, roles, partners
        self.across = Across(tree, roles, partners, lexicon)
        self.owed = Owed(tree, roles, partners, self.across)
        self.peace = Peace(tree, roles, partners)
        self.doers = Doers(tree, roles, partners, lexicon)
        self.spoken = Spoken(tree)
        self.both = Both(tree, roles, partners)
        self.answers = Answers(tree, roles, partners)
        self.nouns = Nouns(tree, roles, partners)
        self.home = AtHome(tree, roles, lexicon)
        self.someone = Someone(tree, roles, partners, self.home)
        self.domestic = Domestic(tree, roles, partners, lexicon)
        self.whose = Whose(tree, roles, partners, lexicon)
        self.whole = Completeness(tree, roles, lexicon)
        self._in_line = in_line  # "Last visit by the king: 1990" leaves the host unsaid

    def complete(self, telling: Telling, number: int, told: Sequence[Coding]) -> Sides:
        """The sides of an event, with the one that goes without saying, or whom nobody knows."""
        sides = self.someone.sides(telling, self._found(telling, number, told))
        if not self.home.is_rebellion(telling, sides.actors):
            sides = self.roles.weighed(telling, sides, doubtful=self._is_doubtful(sides))
        sides = self.domestic.sides(telling, sides)
        here = [coding for coding in told if coding.sentence == number]
        sides = self.whose.sides(telling, self.spoken.sides(telling, sides, here))
        return self._to_somebody(telling, sides)

    def _to_somebody(self, telling: Telling, sides: Sides) -> Sides:
        """The sides; of what is done to nobody, with the other of the two in the text.

        Nobody does it in a text about several where that is not clear: it is done to one of them.
        """
        own = countries_of(sides.actors)
        if sides.recipients or len(own) != 1 or telling.negated or is_mutual(telling):
            return sides
        at_home = telling.event_type in _OF_ONE and own != {None}
        at_home = at_home or self._is_among_themselves(telling, sides)
        if at_home or {*telling.modes} & RELATIONS or not self.whole.holds(telling, sides):
            return sides
        other = self.partners.facing_topic(sides.actors)
        if other and not countries_of(other) <= BODIES:
            return replace(sides, recipients=other, sureness=0.6, guessed=True)
        several = self.partners.names_others(sides.actors, self.tree.sentence)
        return Sides() if several and not self.partners.home else sides

    def _is_doubtful(self, sides: Sides) -> bool:
        """Whether those are guessed whom no other sentence names."""
        named = self.partners.is_named_outside
        guesses = [named(p.country, self.tree.sentence) for p in sides.recipients]
        return sides.guessed and bool(guesses) and not any(guesses)

    def _found(self, telling: Telling, number: int, told: Sequence[Coding]) -> Sides:
        """The sides in words; a missing one as the encoder hears it, or as goes without saying."""
        sides = self.roles.sides(telling)
        if self._is_whole(telling, sides):
            if accused := self.owed.accused(telling, sides):
                return replace(sides, recipients=(*sides.recipients, *accused), sureness=0.6)
            return self._with_foreigners(telling, sides)
        guess = self._in_reach(telling, self._guessed(telling, sides, number, told), sides)
        if self._needs_no_hearing(telling, guess):
            return guess
        heard = self.roles.overheard(telling, sides)
        return heard if self._is_whole(telling, heard) else guess

    def _with_foreigners(self, telling: Telling, sides: Sides) -> Sides:
        """The sides; for recipients at home, those abroad whom the encoder hears in their place."""
        if is_mutual(telling) or countries_of(sides.actors) != countries_of(sides.recipients):
            return sides
        heard = self.roles.overheard(telling, replace(sides, recipients=()))
        return heard if heard.recipients else self._of_a_town(telling, sides)

    def _of_a_town(self, telling: Telling, sides: Sides) -> Sides:
        """The sides; where troops take a town of their own, it was, or is, the other's."""
        armed = telling.event_type in _BY_ARMS and {p.sector for p in sides.actors} == {"MIL"}
        town = {p.sector for p in sides.recipients} == {None}
        other = self.partners.facing_topic(sides.actors) if armed and town else ()
        return replace(sides, recipients=other, sureness=0.6, guessed=True) if other else sides

    def _is_whole(self, telling: Telling, sides: Sides) -> bool:
        """Whether no side is missing."""
        if is_mutual(telling):
            return len(countries_of(sides.actors)) > 1 or are_foes(sides.actors)
        return bool(sides.actors and sides.recipients)

    def _needs_no_hearing(self, telling: Telling, guess: Sides) -> bool:
        """Whether nobody else is named, or the guess is as good as the encoder's ear."""
        if self.roles.cast.all_countries() <= countries_of((*guess.actors, *guess.recipients)):
            return True
        if self.someone.is_with_official(telling) or self.roles.nameless.any_state(telling):
            return True
        inner = is_inner(self.tree, self.roles.cast, telling)
        if inner and guess.actors and telling.event_type != "SUPPORT":
            return True
        trusted = telling.match.frame.specificity > 0 and not telling.match.proposed
        if trusted and telling.event_type != "SUPPORT" and self._is_whole(telling, guess):
            return True
        if is_mutual(telling):
            verb, related = telling.match.verb, bool(set(telling.modes) & RELATIONS)
            return verb is None or (not related and self.tree.arguments(verb).passive)
        # The victim is named sooner than the culprit, and one of two sooner than both.
        better = telling.event_type == "ACCUSE" or self.across.is_of_both(telling)
        return better and self._is_whole(telling, guess)

    def _in_reach(self, telling: Telling, guess: Sides, sides: Sides) -> Sides:
        """The guess without those of whom the text has yet to speak, in another clause."""
        own = (*sides.actors, *sides.recipients)
        verb = telling.match.anchor
        near, start = self.roles.cast.under(verb), self.tree.tokens[verb].start

        def known(side: Side) -> Side:
            return tuple(
                p
                for p in side
                if p in own or p.country in near or self.partners.is_known(p.country, start)
            )

        return replace(guess, actors=known(guess.actors), recipients=known(guess.recipients))

    def _guessed(
        self, telling: Telling, sides: Sides, number: int, told: Sequence[Coding]
    ) -> Sides:
        """The sides of an event, with the one that goes without saying."""
        if other := self.nouns.held_with(telling, sides):
            return replace(sides, actors=(*sides.actors, *other), sureness=0.6)
        if not sides.actors:
            return self._with_actors(telling, sides, number, told)
        if not self._may_lack_a_side(telling):
            return self.nouns.done_by(telling, sides)
        complete = not self._lacks_other(telling, sides)
        if complete or self._is_among_themselves(telling, sides):
            return sides
        if unknown := self.roles.nameless.partners(telling):
            both = replace(sides, actors=(*sides.actors, *unknown))
            return both if is_mutual(telling) else replace(sides, recipients=unknown)
        return self._with_other(telling, sides, number, told)

    def _with_actors(
        self, telling: Telling, sides: Sides, number: int, told: Sequence[Coding]
    ) -> Sides:
        """The sides with those who act: who answers, the two together, or who else may do it."""
        if answer := self.answers.sides(telling, sides, number, told):
            return answer
        if acting := self._going_on(telling, number, told):
            found = replace(sides, actors=acting)
            return found if found.recipients else self._guessed(telling, found, number, told)
        nobody = not sides.recipients
        if nobody and (both := self.both.acting(telling, number, told)):
            return Sides(actors=both, sureness=0.5)
        if {*telling.modes} & RELATIONS and len(countries_of(sides.recipients)) > 1:
            return Sides(actors=sides.recipients, sureness=0.8)
        if not self._may_lack_a_side(telling):
            return self.nouns.done_to(telling, sides)
        return self.doers.sides(telling, sides, number, told)

    def _going_on(self, telling: Telling, number: int, told: Sequence[Coding]) -> Side:
        """Who acts in the verb before, or whom the entry of a page is about."""
        entry = self.partners.taken_up() if self._lacks_subject(telling) else ()
        return entry or self._same_actors(telling, number, told)

    def _same_actors(self, telling: Telling, number: int, told: Sequence[Coding]) -> Side:
        """Who acts in the verb before, which lends its subject: "crowds stoned … and burned"."""
        tree, verb = self.tree, telling.match.verb
        if verb is None or tree.first(verb) == verb or tree.is_passive(verb):
            return ()
        first = tree.first(verb)
        if tree.is_passive(first) or tree.surface_subjects(verb) != tree.surface_subjects(first):
            return ()
        here = (c for c in told if c.sentence == number and c.head == first and c.recipients)
        return next((coding.actors for coding in here), ())

    def _lacks_subject(self, telling: Telling) -> bool:
        """Whether an entry goes on without its subject: "Chad – Built the parliament"."""
        verb, tree = telling.match.verb, self.tree
        if verb is None or tree.tokens[tree.first(verb)].dep not in {"ROOT", "conj", "dep"}:
            return False
        return tree.tokens[verb].tag == "VBD" and not tree.arguments(verb).subjects

    def _with_other(
        self, telling: Telling, sides: Sides, number: int, told: Sequence[Coding]
    ) -> Sides:
        """The sides with the one across: who had asked, whom it is done to, or who did wrong."""
        if answered := self.answers.asker(telling, sides.actors, number, told):
            return Sides(actors=sides.actors, recipients=answered, sureness=0.6)
        parties = self.peace.parties(telling, sides.actors, number, told)
        if parties or "third-party" in telling.modes:
            return Sides(actors=sides.actors, recipients=parties, sureness=0.6, guessed=True)
        guessed = sides.misheard or self.across.is_between_two(telling)
        across = self.across.side if guessed else self.owed.wrongdoer
        other = across(telling, sides.actors, number, told)
        if is_mutual(telling):
            if len(countries_of(other)) > 1:
                near = self.roles.cast.under(telling.match.anchor)
                other = tuple(p for p in other if p.country in near)
            return Sides(actors=(*sides.actors, *other), sureness=0.6)
        sureness = 0.6 if other else 1.0
        guess = bool(other) and other != self.across.asker(telling, sides.actors, number, told)
        return Sides(actors=sides.actors, recipients=other, sureness=sureness, guessed=guess)

    def _is_among_themselves(self, telling: Telling, sides: Sides) -> bool:
        """Whether the other is none abroad, or somebody of whom the words say who it is."""
        among = self.home.is_rebellion(telling, sides.actors) or self.home.is_riot(telling)
        at_home = self.home.is_by_law(telling) or is_inner(self.tree, self.roles.cast, telling)
        return among or at_home or self.someone.is_with_official(telling)

    def _may_lack_a_side(self, telling: Telling) -> bool:
        """Whether a side may be missing: a noun alone must name its own, but for mediation."""
        match = telling.match
        spoken = match.verb is not None or match.frame.word_class == "adjectives"
        return spoken or self._in_line or "third-party" in telling.modes

    def _lacks_other(self, telling: Telling, sides: Sides) -> bool:
        if sides.recipients or telling.match.frame.lemma in HIDING:
            return False
        if telling.negated and telling.event_type in _NOT_GUESSED:
            return False
        if self.roles.nameless.any_state(telling):
            return False
        if not telling.match.frame.reciprocal:
            return True
        passive = self.tree.arguments(telling.match.anchor).passive
        if passive and not set(telling.modes) & RELATIONS:
            return False
        return len(sides.actors) < 2 or len({p.name for p in sides.actors}) < 2
