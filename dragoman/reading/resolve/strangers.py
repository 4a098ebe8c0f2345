"""Persons of whom the text gives office and name, but no state: `Minister Joseph Banda`."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.reading.resolve.agents import Agents
from dragoman.reading.resolve.catalogue import Agent
from dragoman.reading.resolve.definite import noun_at
from dragoman.reading.resolve.fold import fold
from dragoman.reading.resolve.lexicon import word_set
from dragoman.reading.resolve.nouns import is_craft
from dragoman.reading.resolve.words import Span, Words

_RANKS = word_set(
    "gen general col colonel maj capt captain lt lieutenant brig brigadier adm admiral marshal sgt"
    " sergeant cmdr commodore"
)
_HONOURS = word_set(
    "hon dr mr mrs ms sir lord dame shri smt prof sheikh sheikha sayyid comrade u daw"
)
_OFFICER = Agent("officer", "person", "MIL", None, many=False)
_ENVOY = Agent("envoy", "person", "GOV", None, many=False)
_SENDING = frozenset({"send", "dispatch", "appoint", "recall"})
_PUBLIC = frozenset({"GOV", "MIL", "LEG", "COP", "JUD", "PAR", "OPP"})
_UNNAMED = frozenset({"definite", "possessor", "voice"})
# Inside a name: `Turki al-Malki`, `Ahmed ould Sidi`.
_PARTICLES = word_set("al el bin ibn abu ould ag van von der den de da dos du della di le la")
_GOES_ON = frozenset({",", "for", "of", "at", "in"})
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
            span = (
                self._titled_two(words, number)
                or self._titled(words, number)
                or self._dispatched(words, number)
                or self._surnamed(words, number)
            )
            if span:
                spans.append(span)
                words.take(span.first, span.last)
            number = span.last + 1 if span else number + 1
        return spans

    def learn(self, spans: Sequence[Span]) -> None:
        """Remembers the first names of persons named in full, by which some are called."""
        for span in spans:
            for referent in span.referents:
                first = referent.name.partition(" ")[0]
                if referent.kind == "person" and span.kind == "name" and len(first) > 2:
                    self._surnames.add(fold(first))

    def _titled(self, words: Words, first: int) -> Span | None:
        word = words.folded[first]
        if not words.free[first] or not (self._agents.may_begin(word) or _is_rank(word)):
            return None
        found = self._office(words, first)
        start = _start_of_name(words, found[0] + 1) if found else 0
        if found is None or not words.is_free_name(start) or _is_of_ship(words, first):
            return None
        while words.is_free_name(first - 1) and words.tokens[first - 1].dep == "compound":
            first -= 1  # `Health Minister`
        if words.is_free_name(first - 1):
            return None
        last = _end_of_name(words, start)
        called = words.text_of(start, last)
        self._surnames |= {words.at(start), words.at(last)}
        return Span(
            first=first, last=last, kind="name", base="definite", agent=found[1],
            article="the", called=called, title=_title(words, first, found),
            reason="a person of the state at hand",
        )  # fmt: skip

    def _titled_two(self, words: Words, first: int) -> Span | None:
        """`Premiers Ivan Petrov and Jan Novak`: both of a pair, or one beside a known other."""
        found = noun_at(words, self._agents, first) if words.free[first] else None
        is_office = found and found[1].kind == "person" and found[1].many
        if not found or not is_office or not words.is_free_name(found[0] + 1):
            return None
        last = _end_of_name(words, found[0] + 1)
        if words.at(last + 1) != "and":
            return None
        second, agent = last + 2, found[1]._replace(many=False)
        self._surnames.add(words.at(last))
        if not words.is_free_name(second):
            called = words.text_of(found[0] + 1, last)
            return Span(first=first, last=last, kind="name", base="definite", agent=agent,
                        article="the", called=called, reason="joined to another")  # fmt: skip
        self._surnames.add(words.at(_end_of_name(words, second)))
        return Span(first=first, last=_end_of_name(words, second), kind="nominal", base="pair",
                    agent=found[1], many=True, reason="both of a pair")  # fmt: skip

    def _dispatched(self, words: Words, first: int) -> Span | None:
        """`Mali sent Ali Diarra`: one of whom no more is said than who sends them."""
        last = _end_of_name(words, first) if words.is_free_name(first) else first
        token = words.tokens[last]
        verb = words.tokens[token.head]
        if last == first or token.dep != "dobj" or verb.lemma not in _SENDING:
            return None
        if words.is_free_name(first - 1):
            return None
        self._surnames.add(words.at(last))
        return Span(first=first, last=last, kind="name", base="definite", agent=_ENVOY,
                    article="the", called=words.text_of(first, last), title="envoy",
                    reason="sent by a state")  # fmt: skip

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
        if words.at(first - 1) == "-" and words.at(first - 2) in _PARTICLES:
            first -= 2
        return Span(first=first, last=number, kind="name", base="surname",
                    called=words.text_of(first, number), reason="named before")  # fmt: skip

    def _ahead(self, words: Words, span: Span) -> list[Span]:
        """The name before a comma and an office: `Kofi Amoah, a spokesman for the ministry`."""
        comma = span.first - (1 if words.at(span.first - 1) == "," else 2)
        if span.base != "definite" or not _is_one_person(span) or span.called is not None:
            return []
        if words.at(comma) != "," or words.at(span.last + 1) not in _GOES_ON:
            return []
        first = comma
        while words.is_free_name(first - 1):
            first -= 1
        if comma - first < 2:
            return []
        self._surnames |= {words.at(first), words.at(comma - 1)}
        words.take(first, comma - 1)
        return [Span(first=first, last=comma - 1, kind="name", base="definite", agent=span.agent,
                     article="the", called=words.text_of(first, comma - 1),
                     reason="apposition")]  # fmt: skip

    def beside(self, words: Words, spans: Sequence[Span]) -> list[Span]:
        """Names between commas after an office: `the ambassador, Kofi Amoah, left`."""
        found: list[Span] = []
        for span in spans:
            found += self._ahead(words, span)
            first = span.last + 2
            named = span.base in _UNNAMED and span.called is None and span.agent
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


def _title(words: Words, first: int, found: tuple[int, Agent]) -> str | None:
    """The rank before a name, by which alone its bearer may be called later."""
    last, agent = found
    return words.text_of(first, last).lower() if agent is _OFFICER else None


def _is_of_ship(words: Words, first: int) -> bool:
    """Whether a ship bears the name: `the frigate General Soto`."""
    return is_craft(words.at(first - 1))


def _is_rank(word: str) -> bool:
    return word.rstrip(".") in _RANKS


def _start_of_name(words: Words, number: int) -> int:
    """Where a name begins after honours: `Hon. Peter Phiri`, `Dr Phiri`."""
    while words.at(number).rstrip(".") in _HONOURS and words.is_free(number + 1):
        number += 2 if words.at(number + 1) == "." else 1
    return number


def _end_of_name(words: Words, first: int) -> int:
    last = first
    while last - first < _LONGEST:
        further = _next_of_name(words, last + 1)
        if further is None:
            break
        last = further
    return last


def _next_of_name(words: Words, number: int) -> int | None:
    """The name word that goes on a name here, particles and hyphens passed over."""
    start = number
    while number < start + 3 and (words.at(number) in _PARTICLES or words.at(number) == "-"):
        number += 1
    return number if words.is_free_name(number) and words.is_free(start) else None


def _is_one_person(span: Span) -> bool:
    return span.agent is not None and span.agent.kind == "person" and not span.agent.many
