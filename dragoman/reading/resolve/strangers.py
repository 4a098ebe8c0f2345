"""Persons of whom the text gives office and name, but no state: `Minister Joseph Banda`."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.reading.resolve.agents import Agents
from dragoman.reading.resolve.catalogue import Agent
from dragoman.reading.resolve.definite import noun_at
from dragoman.reading.resolve.fold import fold
from dragoman.reading.resolve.lexicon import word_set
from dragoman.reading.resolve.words import Span, Words

_RANKS = word_set(
    "gen general col colonel maj capt captain lt lieutenant brig brigadier adm admiral marshal sgt"
    " sergeant cmdr commodore"
)
_OFFICER = Agent("officer", "person", "MIL", None, many=False)
_PUBLIC = frozenset({"GOV", "MIL", "LEG", "COP", "JUD", "PAR", "OPP"})
_LONGEST = 4  # words of a name


class Strangers:
    """The surnames that the text has given to persons of no known state so far."""

    def __init__(self, agents: Agents) -> None:
        self._agents = agents
        self._surnames: set[str] = set()

    def find(self, words: Words) -> list[Span]:
        """Spans of persons with office and name, and of those so named before; words taken."""
        spans: list[Span] = []
        if words.is_headline and words.at(len(words) - 1) != ".":
            return spans
        number = 0
        while number < len(words):
            span = self._titled(words, number) or self._surnamed(words, number)
            if span:
                spans.append(span)
                words.take(span.first, span.last)
            number = span.last + 1 if span else number + 1
        return spans

    def learn(self, spans: Sequence[Span]) -> None:
        """Remembers the first names of persons named in full, by which some are called."""
        for span in spans:
            for referent in span.referents:
                first, _, rest = referent.name.partition(" ")
                if referent.kind == "person" and span.kind == "name" and rest and len(first) > 2:
                    self._surnames.add(fold(first))

    def _titled(self, words: Words, first: int) -> Span | None:
        word = words.folded[first]
        if not words.free[first] or not (self._agents.may_begin(word) or _is_rank(word)):
            return None
        found = self._office(words, first)
        if found is None or not words.is_free_name(found[0] + 1):
            return None
        while words.is_free_name(first - 1) and words.tokens[first - 1].dep == "compound":
            first -= 1  # `Health Minister`
        if words.is_free_name(first - 1):
            return None
        last = _end_of_name(words, found[0] + 1)
        called = words.text_of(found[0] + 1, last)
        self._surnames |= {words.at(found[0] + 1), words.at(last)}
        return Span(
            first=first, last=last, kind="name", base="definite", agent=found[1],
            article="the", called=called, reason="a person of the state at hand",
        )  # fmt: skip

    def _office(self, words: Words, first: int) -> tuple[int, Agent] | None:
        """The office that begins here, with its last word."""
        if _is_rank(words.at(first)) and words.tokens[first].text[0].isupper():
            last = first
            while _is_rank(words.at(last + 1)) or words.at(last + 1) == ".":
                last += 1
            return last, _OFFICER
        found = noun_at(words, self._agents, first)
        is_office = found and found[1].kind == "person" and not found[1].many
        return found if found and is_office and found[1].sector in _PUBLIC else None

    def _surnamed(self, words: Words, number: int) -> Span | None:
        if words.folded[number] not in self._surnames or not words.is_free_name(number):
            return None
        if words.is_free_name(number + 1):
            return None
        first = number
        while words.is_free_name(first - 1):
            first -= 1
        return Span(first=first, last=number, kind="name", base="surname",
                    called=words.text_of(first, number), reason="named before")  # fmt: skip

    def beside(self, words: Words, spans: Sequence[Span]) -> list[Span]:
        """Names between commas after an office: `the ambassador, Kofi Amoah, left`."""
        found: list[Span] = []
        for span in spans:
            first = span.last + 2
            named = span.base == "definite" and span.called is None and span.agent
            if not named or not _is_one_person(span) or words.at(span.last + 1) != ",":
                continue
            if not (words.is_free_name(first) and words.is_free_name(first + 1)):
                continue
            last = _end_of_name(words, first)
            if words.at(last + 1) not in (",", ".", ";"):
                continue
            self._surnames.add(words.at(last))
            words.take(first, last)
            found.append(
                Span(first=first, last=last, kind="name", base="definite", agent=span.agent,
                     article="the", called=words.text_of(first, last), reason="apposition")
            )  # fmt: skip
        return found


def _is_rank(word: str) -> bool:
    return word.rstrip(".") in _RANKS


def _end_of_name(words: Words, first: int) -> int:
    last = first
    while last - first < _LONGEST and words.is_free_name(last + 1):
        last += 1
    return last


def _is_one_person(span: Span) -> bool:
    return span.agent is not None and span.agent.kind == "person" and not span.agent.many
