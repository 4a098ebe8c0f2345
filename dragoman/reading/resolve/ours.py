"""Who `we` are, and whose `our country` is: of a state, of an author, of a reader, of a speaker."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.reading.resolve.catalogue import Catalogue
from dragoman.reading.resolve.lexicon import word_set
from dragoman.reading.resolve.pairs import Pairs
from dragoman.reading.resolve.setting import FirstPerson
from dragoman.reading.resolve.words import SUBJECT, Span, Words
from dragoman.records.readings import Referent

_STATELY = frozenset({"state", "government", "ministry", "parliament", "military", "organisation"})
_OBJECTS = frozenset({"dobj", "dative", "pobj", "poss"})
_OF_STATES = word_set(
    "sign ratify complain sue recognise recognize annex invade occupy bomb shell sanction veto"
    " extradite expel deport evacuate promise pledge protest demand accuse"
)
_TOWARDS = frozenset({"to", "on", "at", "against", "for", "with", "from", "by"})


class Ours:
    """Answers for one document."""

    def __init__(self, catalogue: Catalogue, pairs: Pairs, first: FirstPerson) -> None:
        self._state_of, self._pairs, self._first = catalogue.state_of, pairs, first

    def we(
        self, speaker: Referent | None, *, quoted: bool, reader: int | None, named: bool
    ) -> Referent | None:
        """The state that says `we`: a speaker's in a quotation, a reader's in a comment.

        An author's is meant only by `our country` and the like, of which a noun is named.
        """
        said = self._state_of(speaker) if speaker else None
        if quoted:
            return said
        if reader is not None:
            return self._first.readers.get(reader) if named else None
        if self._first.own and self._first.voice is None:  # of "Mali says that we lied", the author
            return self._first.own if named else None
        return self._first.voice or said

    def acting(
        self, words: Words, spans: Sequence[Span], span: Span, reader: int | None
    ) -> Referent | None:
        """The state of an author whose `we` do to others what states do: `we sued Mali`."""
        verb = words.verb_of(span.first)
        acts = words.tokens[span.first].dep in SUBJECT and words.tokens[verb].lemma in _OF_STATES
        to_others = any(s.first > verb and s.base == "named" and s.referents for s in spans)
        if not acts or not to_others:
            return None
        return self._first.own if reader is None else self._first.readers.get(reader)

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
