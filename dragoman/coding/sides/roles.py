"""Roles: who acts in an event, and on whom."""

from __future__ import annotations

from dragoman.coding.judge import Judge
from dragoman.coding.lexicon import Lexicon
from dragoman.coding.phrases import CLAUSAL
from dragoman.coding.sides.cast import Cast
from dragoman.coding.sides.nameless import SENDING, Nameless
from dragoman.coding.sides.side import (
    Side,
    Sides,
    abroad,
    countries_of,
    facing,
    is_pronoun,
    merged,
    without,
)
from dragoman.coding.sides.slots import Slots
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.modality import Telling
from dragoman.coding.triggers import Match

_WAYS = ("through", "into", "to", "over", "across")  # where one is not let
_MUTUALLY = {("each", "other"), ("one", "another")}
_MOVES = frozenset({"RETREAT", "MOBILIZE", "CONCEDE"})  # of one's own, as like as not
_SAID = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})
_BETWEEN_STATES = frozenset({"CONSULT", "SUPPORT", "AGREE", "COOPERATE", "AID"})
_GIVEN = frozenset({"SUPPORT", "AID"})
_RINGS = frozenset({"telephone", "phone", "ring"})  # one calls, and the other is called
_AT_TALKS = frozenset({"at", "after", "during", "following"})
_IN_TALKS = _AT_TALKS | {"in"}
_HELPERS = frozenset(
    {"adviser", "advisor", "diver", "doctor", "engineer", "expert", "firefighter", "instructor"}
    | {"medic", "nurse", "peacekeeper", "rescuer", "specialist", "surgeon", "teacher", "technician"}
)
_SCENES = frozenset({"at", "in", "on"})
_SENDERS = ("from", "by", "owner")


class Roles:
    """Fills the sides of the events of one sentence."""

    judge: Judge | None = None  # who is asked about them, in a learned coder

    def __init__(self, tree: Tree, cast: Cast, lexicon: Lexicon) -> None:
        self.tree, self.cast = tree, cast
        self.slots = Slots(tree, cast, lexicon)
        self.nameless = Nameless(tree, cast, self.slots, lexicon)
        self.strangers = self.nameless.strangers
        self._include = lexicon.list("include")

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
        if telling.event_type in _BETWEEN_STATES:
            others = abroad(others, actors) or others
            if len(countries_of(actors)) > 1 and countries_of(others) <= countries_of(actors):
                others = ()  # "Chad and Niger agreed to build a road to Niamey"
        if telling.event_type in _MOVES and countries_of(others) == countries_of(actors):
            others = ()  # "pulled its troops out"
        misheard = not others and any(is_pronoun(p) for p in recipients)
        if telling.event_type in _SAID and self._are_of_state(others, actors):
            others, misheard = (), True  # "the premier warned that Chad would not yield"
        return Sides(actors=actors, recipients=others, misheard=misheard)

    def _are_of_state(self, side: Side, actors: Side) -> bool:
        """Whether it is but the state for which those speak."""
        if countries_of(side) != countries_of(actors) or {p.sector for p in actors} != {"GOV"}:
            return False
        starts = {p.start for p in side}
        named = [m for m in self.cast.by_token.values() if m.start in starts]
        return all(r.kind == "state" for m in named for r in m.referents)

    def overheard(self, telling: Telling, told: Sides) -> Sides:  # noqa: ARG002 - of use to heirs
        """The sides with those whom the sentence names elsewhere; nobody is known to be one."""
        return told

    def weighed(self, telling: Telling, told: Sides, *, doubtful: bool) -> Sides:  # noqa: ARG002
        """The sides without those that are nothing of the kind; nobody is known to be one."""
        return told

    def side_of(self, nouns: list[int]) -> Side:
        """The side that these nouns stand for."""
        return self.cast.side(self.slots.mentions(nouns))

    def is_scene(self, side: Side) -> bool:
        """Whether they are but named as the place where it was done."""
        starts = {p.start for p in side}
        heads = (i for i, token in enumerate(self.tree.tokens) if token.start in starts)
        return bool(side) and all(self.cast.is_place(i) for i in heads)

    def is_against_something(self, match: Match) -> bool:
        """Whether an "it" that is nobody stands for the recipient: "protested against it"."""
        places = self.tree.arguments(match.anchor).obliques
        nouns = (noun for slot in match.frame.recipient for noun in places.get(slot, ()))
        return any(self.tree.words[n] == "it" and self.cast.at(n) is None for n in nouns)

    def is_each_other(self, match: Match) -> bool:
        """Whether those who act do it to one another: "met each other", "war between them"."""
        if match.verb is None and "between" in self.tree.shared_obliques(match.head):
            return True
        arguments = self.tree.arguments(match.anchor)
        if match.frame.event_type == "AGREE":  # what two accept, they accept together
            return len(countries_of(self.side_of(list(arguments.subjects)))) > 1
        nouns = [*arguments.objects, *(n for found in arguments.obliques.values() for n in found)]
        return any(tuple(self.tree.words[n - 1 : n + 1]) in _MUTUALLY for n in nouns if n)

    def inner_sides(self, telling: Telling) -> Side:
        """Everyone in the event that is asked for: they may be the askers themselves."""
        if telling.inner is None:
            return ()
        return merged(self._actors(telling.inner), self._named_recipients(telling.inner))

    def _actors(self, match: Match) -> Side:
        if match.frame.word_class != "nouns":
            found = self.slots.side(match, match.frame.actor)
            return found or self._sent(match) or self._keeper(match) or self._parties(match)
        subjects = self._subject_side(match.verb) if match.verb is not None else ()
        if subjects or (match.verb is not None and not self.tree.arguments(match.verb).passive):
            return subjects
        asked = ("of",) if self._is_asked(match) else ()
        found = self.slots.side(match, (*match.frame.actor, *asked))
        if holding := self._holding(match):
            return merged(holding, found)
        found = found or self._subject_of_whole(match.head) or self._those_at(match)
        return found or self._standing(match.head)

    def _holding(self, match: Match) -> Side:
        """Who held what is named beside what they did: "after talks with Mali, Chad left"."""
        tree, preposition = self.tree, self.tree.tokens[match.head].head
        meeting = match.frame.event_type == "CONSULT" and match.frame.reciprocal
        if not meeting or tree.words[preposition] not in _IN_TALKS:
            return ()
        verb = tree.tokens[preposition].head
        finite = tree.tokens[verb].pos in CLAUSAL and not tree.is_passive(verb)
        partners = self.side_of(list(tree.obliques(match.head).get("with", ())))
        return self._subject_side(verb) if finite and partners else ()

    def _standing(self, noun: int) -> Side:
        """Who does something "in solidarity with Chad"."""
        preposition = self.tree.tokens[noun].head
        stands = self.cast.is_help(noun) and self.tree.words[preposition] == "in"
        return self._subject_side(self.tree.tokens[preposition].head) if stands else ()

    def _those_at(self, match: Match) -> Side:
        """Who did something at, or after, what they held together: "at the talks, both signed"."""
        tree, preposition = self.tree, self.tree.tokens[match.head].head
        verb = tree.tokens[preposition].head
        at = match.frame.event_type == "CONSULT" and tree.words[preposition] in _AT_TALKS
        if not (at and match.frame.reciprocal and tree.tokens[verb].pos == "VERB"):
            return ()
        frames = tree.lexicon.frames("verbs", tree.keys[verb])
        held = any(f.event_type == "CONSULT" and not f.specificity for f in frames)  # "met"
        both = () if held or self._named_recipients(match) else self._subject_side(verb)
        return both if len(countries_of(both)) > 1 else ()

    @staticmethod
    def _is_asked(match: Match) -> bool:
        """Whether what follows "of" asks, as in "at the request of Chad"."""
        return match.frame.event_type == "REQUEST" and match.verb is None

    def _parties(self, match: Match) -> Side:
        """Between whom it was done, where no word says by whom: "was agreed between X and Y"."""
        arguments = self.tree.arguments(match.anchor)
        if not arguments.passive or arguments.subjects:
            return ()
        both = self.slots.side(match, ("between",))
        return both if len(countries_of(both)) > 1 else ()

    def _keeper(self, match: Match) -> Side:
        """Whose what is refused is: "it was denied passage through Chadian airspace"."""
        arguments = self.tree.arguments(match.anchor)
        if not arguments.passive or not arguments.datives:
            return ()
        if match.frame.event_type in _GIVEN:  # "was awarded Chad's highest order"
            owners = (w for n in arguments.objects for w in self.tree.owners(n))
            return self.side_of([w for w in owners if self.tree.tokens[w].pos == "PROPN"])
        if match.frame.event_type != "REJECT":
            return ()
        places = [arguments.obliques, *map(self.tree.obliques, arguments.objects)]
        return self.side_of([n for place in places for w in _WAYS for n in place.get(w, ())])

    def _sent(self, match: Match) -> Side:
        """Whose forces or helpers were sent out, where no word says by whom: their own state's."""
        arguments = self.tree.arguments(match.anchor)
        people = any(self.tree.keys[o] in _HELPERS for o in arguments.objects)
        helpers = match.frame.event_type == "AID" and match.frame.lemma in SENDING and people
        if not arguments.passive or not (match.frame.event_type == "MOBILIZE" or helpers):
            return ()
        return self.side_of(list(arguments.objects))

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
        if not found and telling.event_type == "REQUEST":  # "proposed that both withdraw"
            found = without(self.slots.side(telling.match, ("inner-actor",)), actors)
            found = abroad(found, actors)
        if found or telling.inner is None:
            return found
        wanted, doers = self._named_recipients(telling.inner), self._actors(telling.inner)
        if telling.event_type == "REQUEST":
            return without(doers, self._actors(telling.match)) or wanted
        return wanted or doers

    def _named_recipients(self, match: Match, actors: Side = ()) -> Side:
        asked = (word for word, nouns in match.frame.obliques if not nouns)  # "side with:"
        if match.frame.reciprocal:
            asked = (word for word in asked if word not in _SCENES)  # "embrace at:"
        slots = (*match.frame.recipient, *asked)
        if match.frame.event_type == "PROTEST" and match.key is not None:
            slots = ("owner", *slots)  # "burned the Chadian flag in Mali"
        preposition = self.tree.words[self.tree.tokens[match.head].head]
        if self._is_asked(match) and preposition == "at":
            slots = (*(slot for slot in slots if slot != "of"), "guest")
        return self.slots.side(match, slots, actors)


def is_mutual(telling: Telling) -> bool:
    """Whether all sides act alike, as in a meeting; to refuse one is done by one side alone."""
    frame = telling.match.frame
    return frame.reciprocal and telling.event_type != "REJECT" and frame.lemma not in _RINGS
