"""Who `we` are, and whose `our country` is: of a state, of an author, of a reader, of a speaker."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.reading.resolve.catalogue import Catalogue
from dragoman.reading.resolve.lexicon import word_set
from dragoman.reading.resolve.pairs import Pairs
from dragoman.reading.resolve.setting import FirstPerson, Referents
from dragoman.reading.resolve.words import SUBJECT, Span, Words
from dragoman.records.readings import Referent

_STATELY = frozenset({"state", "government", "ministry", "parliament", "military", "organisation"})
_OBJECTS = frozenset({"dobj", "dative", "pobj", "poss"})
_PRIVATE = word_set(
    "ask speak talk meet visit interview come go travel arrive sit stand walk drive read write see"
    " hear think know sing"
)
_US = frozenset({"us", "our", "ours"})
_SAY = frozenset({"say", "tell", "claim"})
_TOWARDS = frozenset({"to", "on", "at", "against", "for", "with", "from", "by"})


class Ours:
    """Answers for one document."""

    def __init__(self, catalogue: Catalogue, pairs: Pairs, first: FirstPerson) -> None:
        self._state_of, self._pairs, self._first = catalogue.state_of, pairs, first
        self._group: Referents = ()  # those who say `we` together

    def we(self, speaker: Referent | None, *, quoted: bool, reader: int | None) -> Referent | None:
        """The state of those who say `we`: a speaker's in a quotation, a reader's in a comment."""
        said = self._state_of(speaker) if speaker else None
        if quoted:
            return said
        if reader is not None:
            return self._first.readers.get(reader)
        return self._first.voice or self._first.own or said

    def group(self, words: Words, spans: Sequence[Span], span: Span) -> Referents:
        """All who say `we` together, since the words `We, the presidents of Mali and Niger,`."""
        if words.at(span.first) == "we" and words.at(span.first + 1) == ",":
            verb = words.verb_of(span.first)
            told = (s for s in spans if span.last < s.first < verb and s.base == "named")
            whole = [one for other in told for one in other.referents]
            parties = dict.fromkeys(self._pairs.party_of(one) for one in whole)
            self._group = tuple(party for party in parties if party)
        return self._group if len(self._group) > 1 else ()

    def they(self, words: Words, number: int, reader: int | None, found: Referents) -> Referents:
        """Whom `they` mean: the other of two, where they do something to `us`.

        So in a comment, of which nothing above tells who they are.
        """
        said = self._first
        other = said.across if reader is None else said.addressed.get(reader)
        home = said.own if reader is None else said.readers.get(reader)
        if other is None or home is None or any(one.country != home.country for one in found):
            return found
        verb = words.verb_of(number)
        acts = words.tokens[number].dep in SUBJECT
        to_us = acts and any(
            word in _US and words.verb_of(n) == verb for n, word in enumerate(words.folded)
        )
        set_against = words.at(number) == "theirs" and "ours" in words.folded
        plain = reader is not None and not found and words.tokens[verb].lemma not in _SAY
        plain = plain and (acts or words.at(number) in ("their", "theirs"))
        return (other,) if to_us or set_against or plain else found

    def is_private(self, words: Words, number: int) -> bool:
        """Whether `we` are an author and friends: of `we met`, but not of `we shelled`."""
        verb = words.tokens[words.verb_of(number)].lemma
        acts = words.at(number) == "we" and words.tokens[number].dep in SUBJECT
        return self._first.voice is None and acts and verb in _PRIVATE

    def against(
        self, words: Words, spans: Sequence[Span], span: Span, reader: int | None
    ) -> Referent | None:
        """The state of people to whom another does something: of `Mali starved us`."""
        other = _doer(words, spans, span.first)
        if other is None:
            return None
        home = self._first.own if reader is None else self._first.readers.get(reader)
        state = self._state_of(other.referents[0])
        if state is None:
            return home  # of `the League expelled us`
        home = home or self._first.own or self._pairs.other_than(state)
        return home if home and home.actor != state.actor else None


def _doer(words: Words, spans: Sequence[Span], number: int) -> Span | None:
    """The state that is the subject of the verb whose object a pronoun is."""
    token = words.tokens[number]
    of = token.dep == "pobj" and words.at(token.head) not in _TOWARDS
    if token.dep not in _OBJECTS or of or words.tokens[token.head].dep == "agent":
        return None
    verbs, related = words.joined_verbs(words.verb_of(number)), words.relative_head(number)
    for span in spans:
        head = words.head_of(span.first, span.last)
        token = words.tokens[head]
        acts = head == related or (token.dep in SUBJECT and token.head in verbs)
        acts = acts and span.last < number
        if acts and len(span.referents) == 1 and _is_official(span.referents[0]):
            return span
    return None


def _is_official(referent: Referent) -> bool:
    """Whether someone acts for a state: a body of it, or whoever holds an office."""
    if referent.kind == "people":
        return referent.sector is None  # `the Malians starved us`
    return referent.kind in _STATELY or (referent.kind == "person" and referent.sector == "GOV")
