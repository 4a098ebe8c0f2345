"""Whom the words mean that name nobody: pronouns, `our country`, `both sides`, `the army`."""

from __future__ import annotations

from dragoman.reading.resolve.agents import acting_for
from dragoman.reading.resolve.asof import Days
from dragoman.reading.resolve.catalogue import Agent, Catalogue
from dragoman.reading.resolve.discourse import Discourse
from dragoman.reading.resolve.words import Span, Words
from dragoman.records.readings import Referent

Referents = tuple[Referent, ...]
_HIM = frozenset({"he", "him", "his", "himself"})
_HER = frozenset({"she", "her", "hers", "herself"})


class Coreference:
    """Answers for one document, whose discourse fills as its sentences are read."""

    def __init__(
        self, catalogue: Catalogue, discourse: Discourse, voice: Referent | None
    ) -> None:
        self.catalogue = catalogue
        self.discourse = discourse
        self.voice = voice

    def referents(
        self, words: Words, span: Span, when: Days | None, speaker: Referent | None, *, quoted: bool
    ) -> Referents:
        """Whom a span means here; nobody rather than a guess."""
        if span.base in ("voice", "speaker"):
            return self._first_person(span, when, speaker, quoted=quoted)
        if span.base == "pair":
            pair = self.discourse.pair(words, self.state_of)
            return self._acting(pair, span, when)
        if span.base == "possessor":
            return self._possessed(words, span, when)
        if span.base in ("state", "definite"):
            return self._at_hand(words, span, when)
        return self._pronoun(words, span)

    def state_of(self, referent: Referent) -> Referent | None:
        """The state that someone belongs to; None for those of no one state."""
        if referent.kind in ("state", "government") and referent.actor in self.catalogue.actors:
            return self.catalogue.referent(referent.actor)
        if referent.country and referent.country in self.catalogue.actors:
            return self.catalogue.referent(referent.country)
        return None

    def _first_person(
        self, span: Span, when: Days | None, speaker: Referent | None, *, quoted: bool
    ) -> Referents:
        if span.base == "speaker":
            return (speaker,) if quoted and speaker else ()
        state = (self.state_of(speaker) if speaker else None) if quoted else self.voice
        return self._acting((state,), span, when) if state else ()

    def _possessed(self, words: Words, span: Span, when: Days | None) -> Referents:
        owners = self._by_pronoun(words, span.first, words.at(span.first))
        states = tuple(filter(None, (self.state_of(owner) for owner in owners)))
        return self._acting(states, span, when)

    def _at_hand(self, words: Words, span: Span, when: Days | None) -> Referents:
        agent = span.agent
        if agent and not agent.many:
            known = self._again(agent)
            if known:
                return (known,)
        state = self.discourse.state(words, span.first, self.state_of)
        return self._acting((state,), span, when) if state else ()

    def _again(self, agent: Agent) -> Referent | None:
        """The one whom this noun last meant: `the President` after `President Kim Il Sung`."""
        return self.discourse.called(agent.office or agent.phrase)

    def _acting(self, states: Referents, span: Span, when: Days | None) -> Referents:
        agent = span.agent
        if agent is None:
            return states
        found: dict[str, Referent] = {}
        for state in states:
            one = acting_for(self.catalogue, state, agent, when, past=span.past)
            found.setdefault(one.actor, one)
        return tuple(found.values())

    def _pronoun(self, words: Words, span: Span) -> Referents:
        if span.base in ("latter", "former"):
            two = self.discourse.last_two(words, span.first)
            if len(two) < 2:
                return ()
            return (two[1],) if span.base == "latter" else (two[0],)
        if span.base == "body":
            body = self.discourse.body(words.at(span.last))
            return (body,) if body else ()
        return self._by_pronoun(words, span.first, words.at(span.first))

    def _by_pronoun(self, words: Words, at: int, word: str) -> Referents:
        if word in _HIM or word in _HER:
            person = self.discourse.person(words, at, female=word in _HER)
            return (person,) if person else ()
        if word in ("it", "its", "itself"):
            one = self.discourse.one(words, at)
            return (one,) if one else ()
        return self.discourse.several(words, at)
