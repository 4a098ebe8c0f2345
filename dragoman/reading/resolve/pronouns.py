"""Whom `he`, `it`, `they`, `the latter` and `the body` mean."""

from __future__ import annotations

from dragoman.reading.resolve.at_hand import AtHand
from dragoman.reading.resolve.bodies import Bodies
from dragoman.reading.resolve.catalogue import Catalogue
from dragoman.reading.resolve.lexicon import word_set
from dragoman.reading.resolve.setting import Referents
from dragoman.reading.resolve.words import SUBJECT, Span, Words
from dragoman.records.readings import Referent

_TRIPS = frozenset({"visit", "trip", "tour", "journey", "arrival", "stay", "visits"})
_ENTER = word_set("enter violate penetrate cross stray intrude invade leave")
_GROUND = frozenset({"airspace", "waters", "territory", "soil", "border"})
_HIM = frozenset({"he", "him", "his", "himself"})
_HER = frozenset({"she", "her", "hers", "herself"})


class Pronouns:
    """Answers for one document."""

    def __init__(
        self, catalogue: Catalogue, bodies: Bodies, lands: AtHand, voice: Referent | None
    ) -> None:
        self._catalogue, self._lands, self._voice = catalogue, lands, voice
        self._discourse, self._pairs, self._recall = bodies.discourse, bodies.pairs, bodies.recall

    def answer(self, span: Span, words: Words) -> Referents:
        """Whom a pronoun means; nobody where that is not plain."""
        if span.base in ("latter", "former"):
            two = self._pairs.former_and_latter(words, span.first)
            if len(two) < 2:
                return ()
            return (two[1],) if span.base == "latter" else (two[0],)
        if span.base == "body":
            return self._body(span, words)
        return self.meant(words, span.first)

    def meant(self, words: Words, at: int) -> Referents:
        """Whom `he`, `its` or `they` means at this word."""
        word = words.at(at)
        if word in _HIM or word in _HER:
            host = self._host(words, at)
            person = self._discourse.person(words, at, female=word in _HER, host=host)
            return (person,) if person else ()
        land = self._lands.land(words, at) if word in ("it", "they") else None
        if land:
            return (land,)
        if word in ("it", "its", "itself"):
            one = self._discourse.one(words, at, host=self._entered(words, at))
            return (one,) if one else ()
        return self._discourse.several(words, at)

    def _body(self, span: Span, words: Words) -> Referents:
        """The body at hand; with a capital the one whose name has the noun."""
        noun = words.at(span.last)
        capital = words.tokens[span.last].text[0].isupper() and not words.is_headline
        found = self._recall.styled(noun) if capital else None
        found = found or self._recall.body(noun)
        return (found,) if found else ()

    def _host(self, words: Words, at: int) -> str | None:
        """In `his visit to Iran`, Iran: whoever it is, he is no Iranian."""
        ahead = words.folded[at + 1 : at + 5]
        if not any(word in _TRIPS for word in ahead):
            return None
        for number in range(at + 2, min(at + 10, len(words))):
            if words.at(number) == "our" and self._voice:
                return self._voice.country
            code = self._code_at(words, number)
            if code:
                return code
        return None

    def _entered(self, words: Words, at: int) -> str | None:
        """In `it entered Iranian airspace`, Iran: whatever it is, it is not Iran's own."""
        verb = words.verb_of(at)
        if words.tokens[at].dep not in SUBJECT or words.tokens[verb].lemma not in _ENTER:
            return None
        ahead = range(verb + 1, min(verb + 5, len(words)))
        grounds = (n for n in ahead if words.at(n) in _GROUND)
        return next((self._code_at(words, n - 1) for n in grounds), None)

    def _code_at(self, words: Words, number: int) -> str | None:
        """The country that the words from this one on name."""
        for length in (4, 3, 2, 1):
            phrase = " ".join(words.folded[number : number + length])
            for sense in self._catalogue.senses.get(phrase, ()):
                if sense.use in ("name", "seat", "adjective"):
                    return self._catalogue.actors[sense.actor].country
        return None
