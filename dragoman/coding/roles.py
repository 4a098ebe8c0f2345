"""Roles: who acts in an event, and on whom."""

from __future__ import annotations

from dragoman.coding.cast import Cast
from dragoman.coding.judge import Judge
from dragoman.coding.lexicon import Lexicon
from dragoman.coding.modality import Telling
from dragoman.coding.sides import Side, Sides, countries_of, facing, is_pronoun, merged, without
from dragoman.coding.slots import Slots
from dragoman.coding.strangers import Strangers
from dragoman.coding.syntax import Tree
from dragoman.coding.triggers import Match

_RULED_OUT = 0.05  # probability below which the encoder rules a participant out
_MUTUALLY = {("each", "other"), ("one", "another")}
_AMONG_KNOWN = frozenset({"CONSULT", "AGREE", "COOPERATE"})  # not with somebody or other
_NOT_TO_STRANGERS = frozenset({"CONSULT", "COOPERATE", "REJECT"})
_DONE_TO_THINGS = frozenset({"ASSAULT", "COERCE"})
_SENDERS = ("from", "by", "owner")


class Roles:
    """Fills the sides of the events of one sentence."""

    judge: Judge | None = None  # who is asked about them, in a learned coder

    def __init__(self, tree: Tree, cast: Cast, lexicon: Lexicon) -> None:
        self.tree, self.cast = tree, cast
        self.slots = Slots(tree, cast, lexicon)
        self.strangers = Strangers(tree, cast, lexicon)
        self._gunmen = lexicon.list("gunmen")
        self._include = lexicon.list("include")
        self._crowd = lexicon.list("crowd") | lexicon.list("fighters")

    def sides(self, telling: Telling) -> Sides:
        """Actors and recipients of an event; empty sides where the words name none."""
        match = telling.match
        actors = self._actors(match)
        recipients = self._recipients(telling, actors)
        if match.reverse:
            actors = self.slots.side(match, _SENDERS)
            recipients = self.slots.side(match, ("subject",))
        if is_mutual(telling):
            both = merged(actors, recipients)
            return Sides(actors=both, sureness=1.0 if len(both) > 1 else 0.5)
        others = facing(recipients, actors)
        misheard = not others and any(is_pronoun(p) for p in recipients)
        return Sides(actors=actors, recipients=others, misheard=misheard)

    def side_of(self, nouns: list[int]) -> Side:
        """The side that these nouns stand for."""
        return self.cast.side(self.slots.mentions(nouns))

    def unnamed(self, telling: Telling) -> Side:
        """A crowd or gunmen without a name, of the country where they are said to be."""
        for noun in self.tree.arguments(telling.match.anchor).subjects:
            if self.tree.keys[noun] in self._crowd and self.cast.at(noun) is None:
                return (self.strangers.nameless(noun, self._country_of_crowd(telling.match, noun)),)
        return ()

    def strange_actors(self, telling: Telling) -> Side:
        """Those who act, where nobody says more of them than what they are."""
        if telling.event_type in _AMONG_KNOWN or "recognize" in telling.modes:
            return ()
        return self._strange(telling.match, telling.match.frame.actor, "strangers")

    def strange_recipients(self, telling: Telling) -> Side:
        """Those to whom it is done, where nobody says more of them than what they are."""
        if telling.event_type in _NOT_TO_STRANGERS:
            return ()
        kind = "victims" if telling.event_type in _DONE_TO_THINGS else "people"
        return self._strange(telling.match, telling.match.frame.recipient, kind)

    def is_scene(self, side: Side) -> bool:
        """Whether they are but named as the place where it was done."""
        starts = {p.start for p in side}
        heads = (i for i, token in enumerate(self.tree.tokens) if token.start in starts)
        return bool(side) and all(self.cast.is_place(i) for i in heads)

    def _strange(self, match: Match, slots: tuple[str, ...], kind: str) -> Side:
        found = (self.strangers.side(self.slots.nouns(match, slot), kind) for slot in slots)
        return next((side for side in found if side), ())

    def is_against_something(self, match: Match) -> bool:
        """Whether an "it" that is nobody stands for the recipient: "protested against it"."""
        places = self.tree.arguments(match.anchor).obliques
        nouns = (noun for slot in match.frame.recipient for noun in places.get(slot, ()))
        return any(self.tree.words[n] == "it" and self.cast.at(n) is None for n in nouns)

    def is_each_other(self, match: Match) -> bool:
        """Whether those who act do it to one another: "did not recognize each other"."""
        arguments = self.tree.arguments(match.anchor)
        nouns = [*arguments.objects, *(n for found in arguments.obliques.values() for n in found)]
        return any(tuple(self.tree.words[n - 1 : n + 1]) in _MUTUALLY for n in nouns if n)

    def inner_sides(self, telling: Telling) -> Side:
        """Everyone in the event that is asked for: they may be the askers themselves."""
        if telling.inner is None:
            return ()
        return merged(self._actors(telling.inner), self._named_recipients(telling.inner))

    def _actors(self, match: Match) -> Side:
        if match.frame.word_class != "nouns":
            return self.slots.side(match, match.frame.actor)
        subjects = self._subject_side(match.verb) if match.verb is not None else ()
        if subjects or (match.verb is not None and not self.tree.arguments(match.verb).passive):
            return subjects
        return self.slots.side(match, match.frame.actor) or self._subject_of_whole(match.head)

    def _subject_of_whole(self, noun: int) -> Side:
        """In "its arms deliveries included aid to Chad", whose deliveries they were."""
        for above in self.tree.ancestors(noun):
            if self.tree.keys[above] in self._include:
                return self._subject_side(above)
        return ()

    def _subject_side(self, verb: int) -> Side:
        return self.side_of(list(self.tree.arguments(verb).subjects))

    def _recipients(self, telling: Telling, actors: Side) -> Side:
        """The recipients; of a demand or refusal, also those of what is demanded or refused."""
        found = self._named_recipients(telling.match, actors)
        if found or telling.inner is None:
            return found
        wanted, doers = self._named_recipients(telling.inner), self._actors(telling.inner)
        if telling.event_type == "REQUEST":
            return without(doers, self._actors(telling.match)) or wanted
        return wanted or doers

    def _named_recipients(self, match: Match, actors: Side = ()) -> Side:
        asked = (word for word, nouns in match.frame.obliques if not nouns)  # "side with:"
        return self.slots.side(match, (*match.frame.recipient, *asked), actors)

    def is_of_gunmen(self, noun: int) -> bool:
        """Whether they may be of any country, and bear no name either."""
        bearing = any(self.tree.tokens[c].pos == "PROPN" for c in self.tree.kids(noun, "compound"))
        return self.tree.keys[noun] in self._gunmen and not bearing

    def _country_of_crowd(self, match: Match, noun: int) -> str | None:
        """Of which country it is by the scene; of gunmen, nobody knows."""
        tree = self.tree
        if self.is_of_gunmen(noun):
            return None
        places = [tree.obliques(index) for index in tree.subtree(match.anchor)]
        nouns = [n for place in places for word in ("in", "at") for n in place.get(word, ())]
        return next((p.country for p in self.side_of(nouns)), None)


class JudgedRoles(Roles):
    """The same, with the encoder's view of who takes part."""

    def __init__(self, tree: Tree, cast: Cast, lexicon: Lexicon, judge: Judge) -> None:
        super().__init__(tree, cast, lexicon)
        self.judge: Judge = judge

    def sides(self, telling: Telling) -> Sides:
        """The sides that syntax gives, without those that the encoder rules out.

        Where that leaves a side empty, those to whom the encoder gives the part.
        """
        told = super().sides(telling)
        if not self._may_be_seated(telling.match, told):
            return told
        heard = self.judge.sides(telling.match)
        if is_mutual(telling):
            both = told.actors if len(told.actors) > 1 else merged(told.actors, heard.actors)
            return Sides(actors=both, sureness=1.0 if len(both) > 1 else 0.5)
        actors = self._seated(telling.match, told.actors, heard.actors, 0)
        recipients = self._seated(telling.match, told.recipients, heard.recipients, 1)
        others = facing(recipients, actors)
        return Sides(actors=actors, recipients=others, misheard=told.misheard and not others)

    def _may_be_seated(self, match: Match, told: Sides) -> bool:
        """Whether the clause names two sides, and the encoder is worth asking."""
        if self.judge.trusts(match):
            return False
        if told.actors and told.recipients:
            return True
        either = countries_of((*told.actors, *told.recipients))
        return bool(either) and bool(self.cast.in_clause(match.anchor) - either)

    def _seated(self, match: Match, told: Side, heard: Side, part: int) -> Side:
        """The participants of a part: 0 acts, 1 suffers."""
        shares = [(p, self.judge.part(match, p)) for p in told]
        kept = tuple(p for p, share in shares if share is None or share[part] >= _RULED_OUT)
        return kept or heard or told


def is_mutual(telling: Telling) -> bool:
    """Whether all sides act alike, as in a meeting; to refuse one is done by one side alone."""
    return telling.match.frame.reciprocal and telling.event_type != "REJECT"
