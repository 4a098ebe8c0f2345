"""Whose a noun is by what is done: to one side of two, by the other, or within its own state."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from dragoman.reading.resolve.catalogue import Agent
from dragoman.reading.resolve.nouns import (
    BILATERAL,
    HAND,
    HOSTILE,
    RECALL,
    SEND,
    SUMMON,
    TELL,
    has_crew,
    is_craft,
    is_sent,
)
from dragoman.reading.resolve.pairs import Pairs
from dragoman.reading.resolve.recall import Recall
from dragoman.reading.resolve.words import SUBJECT, Span, Words
from dragoman.records.readings import Referent

_BY_EITHER = frozenset({"close", "shut", "order", "tell", "accuse"})  # or by those who sent them


class Owner(NamedTuple):
    """The state of a body, how sure that is from 0 to 1, and by which rule."""

    state: Referent
    score: float
    rule: str


class Place(NamedTuple):
    """Where a noun stands."""

    words: Words
    spans: Sequence[Span]
    quoted: bool
    speaker: Referent | None  # the state that speaks, where it stands in anyone's words
    voice: Referent | None  # the state of the document
    home: Referent | None  # from whose seat it is sent


def owned(state: Referent | None, score: float, rule: str) -> Owner | None:
    """The owner, if the state is known."""
    return Owner(state, score, rule) if state else None


class Dealings:
    """Answers for one document, whose discourse fills as it is read."""

    def __init__(
        self, recall: Recall, pairs: Pairs, state_of: Callable[[Referent], Referent | None]
    ) -> None:
        self._recall, self._pairs, self._state_of = recall, pairs, state_of

    def opponent(self, at: Place) -> Owner | None:
        """The other of the two, of whom one speaks of `the enemy`."""
        we = at.speaker if at.quoted else at.voice or at.speaker
        other = self._pairs.other_than(we) if we else None
        return owned(other, 0.8, "the one opposite the speaker")

    def summons(self, span: Span, at: Place) -> Owner | None:
        """The other of the two, where an envoy of the one was `summoned to the ministry`."""
        words = at.words
        verb = words.verb_of(words.head_of(span.first, span.last))
        lemma = words.tokens[verb].lemma
        if lemma not in SUMMON | {"call"} or words.is_subject(span.first, span.last):
            return None
        for guest in at.spans:
            envoy = guest.last < span.first and guest.agent and is_sent(guest.agent)
            if envoy and len(guest.referents) == 1:
                state = self._state_of(guest.referents[0])
                host = self._pairs.opposite(words.index, state) if state else None
                return owned(host, 0.75, "not the state of the one who is summoned")
        return None

    def opposed(self, span: Span, at: Place) -> Owner | None:
        """The other of the two, of whom one condemns `the regime`."""
        seen = self._recall.subject_over(at.words, span.first, deep=False)
        speaks = seen is not None and seen.verb == at.words.verb_of(span.first)
        state = self._state_of(seen.referents[0]) if seen and speaks else None
        other = self._pairs.other_than(state) if state else None
        return owned(other, 0.7, "not the state of those who speak of it")

    def related(self, span: Span, at: Place) -> Owner | None:
        """The state of the one before `whose`."""
        before = [s for s in at.spans if s.last < span.first and s.referents and s.base == "named"]
        last = before[-1] if before else None
        touches = last is not None and span.first - last.last <= 3 and len(last.referents) == 1
        state = self._state_of(last.referents[0]) if last and touches else None
        return owned(state, 0.9, "the one before `whose`")

    def spoken_for(self, span: Span, at: Place) -> Owner | None:
        """The state of the body for which one speaks: `a spokesman for the Malian ministry`."""
        for other in at.spans:
            between = at.words.folded[span.last + 1 : other.first]
            if between in (["for"], ["for", "the"]) and len(other.referents) == 1:
                return owned(self._state_of(other.referents[0]), 0.95, "the body spoken for")
        return None

    def told(self, span: Span, at: Place) -> Owner | None:
        """The state of whoever `told parliament` something: they tell their own."""
        words = at.words
        verb = words.verb_of(span.first)
        if words.tokens[verb].lemma not in TELL or words.is_subject(span.first, span.last):
            return None
        seen = self._recall.subject_over(words, span.first, deep=False)
        state = self._state_of(seen.referents[0]) if seen else None
        return owned(state, 0.85, "whoever tells them")

    def across(self, span: Span, at: Place) -> Owner | None:
        """The other of the two, where `Minister Phiri received the Zambian president`."""
        words = at.words
        head = words.head_of(span.first, span.last)
        verb = words.verb_of(head)
        if words.tokens[verb].lemma not in BILATERAL:
            return None
        for partner in at.spans:
            other = words.head_of(partner.first, partner.last)
            faces = partner.base == "named" and partner.kind in ("name", "office")
            whole = faces and len(partner.referents) == 1 and not partner.called
            if whole and words.verb_of(other) == verb and _face(words, head, other):
                state = self._state_of(partner.referents[0])
                facing = self._pairs.other_than(state) if state else None
                return owned(facing, 0.75, "not the state of the one they deal with")
        return None

    def dealt_with(self, span: Span, at: Place) -> Owner | None:
        """Whose envoy is summoned or expelled, or recalled, by the state that does it."""
        words = at.words
        head = words.head_of(span.first, span.last)
        verb = words.verb_of(head)
        lemma = words.tokens[verb].lemma
        if self._is_handed(words, head, verb):
            return self._facing(head, at)
        called_in = lemma == "call" and words.at(verb + 1) == "in"
        summoned = lemma in SUMMON or called_in
        passive = words.tokens[head].dep == "nsubjpass"
        known = summoned or (lemma in RECALL and not passive)
        torn = called_in and words.tokens[head].head == verb + 1  # `in` for a preposition
        if not known or not (torn or words.tokens[head].head == verb):
            return None
        if passive:
            state = at.voice or at.home
            if state is None and lemma not in _BY_EITHER:
                state = self._before(words.index)
        else:
            seen = self._recall.subject_over(words, span.first, deep=False)
            state = self._state_of(seen.referents[0]) if seen else None
        suffers = passive or words.tokens[head].dep == ("pobj" if torn else "dobj")
        if not suffers or state is None:
            return None
        dealt = self._pairs.opposite(words.index, state) if summoned else state
        return owned(dealt, 0.75, "the one who is dealt with")

    def _is_handed(self, words: Words, head: int, verb: int) -> bool:
        """Whether it is told or given something: `handed a note to the envoy`."""
        token = words.tokens[head]
        to = words.tokens[token.head]
        given = token.dep == "dative" or (
            token.dep == "pobj" and words.at(token.head) == "to" and to.head == verb
        )
        return given and words.tokens[verb].lemma in HAND

    def _facing(self, head: int, at: Place) -> Owner | None:
        """The other of the two, of whom the one is the subject of the clause."""
        seen = self._recall.subject_over(at.words, head, deep=False)
        state = self._state_of(seen.referents[0]) if seen else None
        other = self._pairs.opposite(at.words.index, state) if state else None
        return owned(other, 0.75, "the one who is dealt with")

    def seated(self, at: Place, place: Referent | None) -> Owner | None:
        """The other of the two, where `the embassy in Lusaka` is told of."""
        other = self._pairs.opposite(at.words.index, place) if place else None
        return owned(other, 0.75, "not the state of the place")

    def sent(self, span: Span, agent: Agent, at: Place) -> Owner | None:
        """The state that sends them: `Zambia sent soldiers`, `moved thousands of troops`."""
        words = at.words
        head = words.head_of(span.first, span.last)
        if words.tokens[head].dep == "pobj" and words.at(words.tokens[head].head) == "of":
            head = words.tokens[words.tokens[head].head].head
        verb = words.verb_of(head)
        done = words.tokens[head].dep == "dobj" and words.tokens[head].head == verb
        forces = agent.kind == "military" or agent.sector in ("MIL", "COP")
        if not (done and forces and agent.many) or words.tokens[verb].lemma not in SEND:
            return None
        seen = self._recall.subject_over(words, span.first, deep=False)
        return owned(self._state_of(seen.referents[0]) if seen else None, 0.85, "who sends them")

    def not_the_doers(self, span: Span, agent: Agent, at: Place) -> Owner | None:
        """The other of the two, where `a Zambian gunboat sank the ferry`."""
        words = at.words
        head = words.head_of(span.first, span.last)
        verb = words.verb_of(head)
        fights = agent.kind == "military" or is_craft(agent.phrase) or has_crew(agent)
        done = words.tokens[verb].lemma in HOSTILE and words.tokens[head].dep == "dobj"
        if not (fights and done) or words.tokens[head].head != verb:
            return None
        seen = self._recall.subject_over(words, span.first, deep=False)
        state = self._state_of(seen.referents[0]) if seen else None
        other = self._pairs.other_than(state) if state else None
        return owned(other, 0.75, "not the state of those who did it")

    def not_the_victims(self, span: Span, at: Place) -> Owner | None:
        """The other of the two at hand, where `soldiers shot at a Zambian boat`."""
        words = at.words
        verb = words.verb_of(words.head_of(span.first, span.last))
        if words.tokens[verb].lemma not in HOSTILE or not words.is_subject(span.first, span.last):
            return None
        for victim in at.spans:
            named = victim.base == "named" and len(victim.referents) == 1 and not victim.called
            head = words.head_of(victim.first, victim.last)
            if named and victim.first > span.last and words.verb_of(head) == verb:
                return self._other(victim)
        return None

    def _before(self, sentence: int) -> Referent | None:
        """The state of whoever acts in the sentence before."""
        return self._recall.main_state(sentence - 1, self._state_of)

    def _other(self, victim: Span) -> Owner | None:
        state = self._state_of(victim.referents[0])
        is_person = victim.kind in ("adjective", "nominal", "office")
        other = self._pairs.other_than(state) if state and is_person else None
        return owned(other, 0.75, "not the state of those to whom it was done")


def _face(words: Words, one: int, other: int) -> bool:
    """Whether of two words one is the subject of a verb and the other its object."""
    deps = {words.tokens[number].dep for number in (one, other)}
    return bool(deps & SUBJECT) and bool(deps & {"dobj", "dative", "pobj"})
