"""Whom the words mean that name nobody: pronouns, `our country`, `both sides`, `the army`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dragoman.reading.resolve.agents import acting_for
from dragoman.reading.resolve.asof import Days
from dragoman.reading.resolve.catalogue import Agent, Catalogue
from dragoman.reading.resolve.discourse import Discourse
from dragoman.reading.resolve.pairs import Pairs
from dragoman.reading.resolve.words import Span, Words
from dragoman.records.readings import Referent

Referents = tuple[Referent, ...]
_TRIPS = frozenset({"visit", "trip", "tour", "journey", "arrival", "stay", "visits"})
_OF_ANOTHER = frozenset({"host", "hosts", "counterpart", "counterparts", "visitor", "visitors"})
_HIM = frozenset({"he", "him", "his", "himself"})
_HER = frozenset({"she", "her", "hers", "herself"})


class Setting(NamedTuple):
    """Where a span stands: in which sentence, when, and in whose mouth."""

    words: Words
    when: Days | None
    spans: Sequence[Span]  # of the sentence
    quoted: bool
    speaker: Referent | None  # of the quotation or of the reported clause


class Coreference:
    """Answers for one document, whose discourse fills as its sentences are read."""

    def __init__(
        self,
        catalogue: Catalogue,
        discourse: Discourse,
        pairs: Pairs,
        voice: Referent | None,
        home: Referent | None = None,
    ) -> None:
        self.catalogue, self.discourse, self.pairs = catalogue, discourse, pairs
        self.voice, self.home = voice, home

    def referents(self, span: Span, at: Setting) -> Referents:
        """Whom a span means here; nobody rather than a guess."""
        if span.base in ("voice", "speaker"):
            return self._first_person(span, at)
        if span.base == "pair":
            return self._acting(self._pair(span, at), span, at)
        if span.base == "possessor":
            return self._possessed(span, at)
        if span.base in ("state", "definite"):
            return self._at_hand(span, at)
        return self._pronoun(span, at.words)

    def _we(self, at: Setting) -> Referent | None:
        """The state that says `we` here: the speaker's in a quotation, else the document's."""
        speaker = self.catalogue.state_of(at.speaker) if at.speaker else None
        return speaker if at.quoted else self.voice or speaker

    def _first_person(self, span: Span, at: Setting) -> Referents:
        if span.base == "speaker":
            return (at.speaker,) if at.quoted and at.speaker else ()
        state = self._we(at)
        return self._acting((state,), span, at) if state else ()

    def _pair(self, span: Span, at: Setting) -> Referents:
        pair = self.pairs.two(at.words, at.spans, span)
        we = self._we(at)
        if at.words.at(span.first) != "our" or we in pair:
            return pair
        return (we,) if we else ()

    def _possessed(self, span: Span, at: Setting) -> Referents:
        if span.agent and span.agent.phrase in _OF_ANOTHER:
            return ()
        owners = self._by_pronoun(at.words, span.first, at.words.at(span.first))
        states = tuple(filter(None, (self.catalogue.state_of(owner) for owner in owners)))
        return self._acting(states, span, at)

    def _at_hand(self, span: Span, at: Setting) -> Referents:
        agent = span.agent
        if agent and agent.phrase in self.catalogue.chambers:
            return self._chamber(span, agent, at)
        if agent and not agent.many and agent.phrase != "government":
            known = self.discourse.called(agent.office or agent.phrase, _named(at.spans))
            if known:
                return (known,)
        near = self.discourse.state(at.words, span.first, self.catalogue.state_of)
        state = self._own(span, at) or near or self.voice
        return self._acting((state,), span, at) if state else ()

    def _own(self, span: Span, at: Setting) -> Referent | None:
        """The document's own state, of which `the Ministry` with a capital is."""
        capital = at.words.tokens[span.first].text[0].isupper() and span.first > 0
        if not capital or span.agent is None or at.words.is_headline:
            return None
        alone = not any(other.referents for other in at.spans if other.first < span.first)
        return self._we(at) or (self.home if alone else None)

    def _chamber(self, span: Span, agent: Agent, at: Setting) -> Referents:
        """`Congress` of the state, among those with a house of that name, that is named most."""
        houses = self.catalogue.chambers[agent.phrase]
        named = [code for code in houses if self.discourse.counts[code]]
        if not named and not at.words.tokens[span.first].text[0].isupper():
            return ()
        code = max(named or houses, key=lambda code: self.discourse.counts[code])
        if houses[code]:
            return (self.catalogue.referent(houses[code]),)
        return self._acting((self.catalogue.referent(code),), span, at)

    def _acting(self, states: Referents, span: Span, at: Setting) -> Referents:
        agent = span.agent
        if agent is None:
            return states
        found: dict[str, Referent] = {}
        for state in states:
            one = acting_for(self.catalogue, state, agent, at.when, past=span.past)
            found.setdefault(one.actor, one)
        return tuple(found.values())

    def _pronoun(self, span: Span, words: Words) -> Referents:
        if span.base in ("latter", "former"):
            two = self.pairs.last_two(words, span.first)
            if len(two) < 2:
                return ()
            return (two[1],) if span.base == "latter" else (two[0],)
        if span.base == "body":
            body = self.discourse.body(words.at(span.last))
            return (body,) if body else ()
        return self._by_pronoun(words, span.first, words.at(span.first))

    def _host(self, words: Words, at: int) -> str | None:
        """In `his visit to Iran`, Iran: whoever it is, he is no Iranian."""
        ahead = words.folded[at + 1 : at + 5]
        if not any(word in _TRIPS for word in ahead):
            return None
        for number in range(at + 2, min(at + 10, len(words))):
            if words.at(number) == "our" and self.voice:
                return self.voice.country
            code = self._code_at(words, number)
            if code:
                return code
        return None

    def _code_at(self, words: Words, number: int) -> str | None:
        for length in (4, 3, 2, 1):
            phrase = " ".join(words.folded[number : number + length])
            for sense in self.catalogue.senses.get(phrase, ()):
                if sense.use in ("name", "seat"):
                    return self.catalogue.actors[sense.actor].country
        return None

    def _by_pronoun(self, words: Words, at: int, word: str) -> Referents:
        if word in _HIM or word in _HER:
            host = self._host(words, at)
            person = self.discourse.person(words, at, female=word in _HER, host=host)
            return (person,) if person else ()
        if word in ("it", "its", "itself"):
            one = self.discourse.one(words, at)
            return (one,) if one else ()
        return self.discourse.several(words, at)


def _named(spans: Sequence[Span]) -> frozenset[str]:
    """The actors that a sentence calls by name."""
    return frozenset(
        referent.actor
        for span in spans
        if span.base == "named" and span.kind == "name"
        for referent in span.referents
    )
