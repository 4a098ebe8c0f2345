"""Persons named in full before, and now by one word: `Kim`, `Khamenei`, `Mottaki`."""

from __future__ import annotations

from collections import Counter

from dragoman.reading.resolve.agents import Agents
from dragoman.reading.resolve.asof import Days
from dragoman.reading.resolve.catalogue import Catalogue, Office, surnames
from dragoman.reading.resolve.fold import fold
from dragoman.reading.resolve.lexicon import TITLES, phrase_set, word_set
from dragoman.reading.resolve.words import Span, Words
from dragoman.records.readings import Referent


class ShortNames:
    """The one-word names that a document has earned so far."""

    def __init__(self) -> None:
        self._known: dict[str, Referent] = {}

    def learn(self, spans: list[Span]) -> None:
        """Remembers the persons among these spans."""
        for span in spans:
            for referent in span.referents:
                if referent.kind == "person" and not span.agent:
                    for word in surnames(referent.name, referent.country):
                        self._known[word] = referent

    def find(self, words: Words) -> list[Span]:
        """Spans of words that stand for a person known by now; their words are taken."""
        spans: list[Span] = []
        for number, word in enumerate(words.folded):
            referent = self._known.get(word)
            first = _first_of(words, number, referent) if referent else number
            if referent and words.is_free(number) and _stands_alone(words, number, first):
                words.take(first, number)
                spans.append(Span(first=first, last=number, kind="name", referents=(referent,),
                                  reason="named in full before"))  # fmt: skip
        return spans


_LEADERS = phrase_set(
    "president|prime minister|leader|supreme leader|chancellor|foreign minister|pope|monarch"
)
# Surnames that are also words or many people's.
_COMMON = word_set(
    "may major baker long park key hill cook straw hunt brown rice young day hope ford carter li"
    " an he ho to wang chen kang son lee kim no nam il rusk lie haig fox taylor smith martin harris"
    " price clark williams granger barrow davis mitchell browne lobo mesa franco banda robinson"
    " george higgins connolly kenny cowen rowley chan"
)


class TitledNames:
    """Persons named by surname alone: `President Abbas`, `Mr. Zarif`, leaders of the day."""

    def __init__(self, catalogue: Catalogue, agents: Agents, countries: Counter[str]) -> None:
        self.catalogue, self.agents, self.countries = catalogue, agents, countries

    def find(self, words: Words, when: Days | None) -> list[Span]:
        """Spans of surnames that a title or the day makes plain; their words are taken."""
        spans: list[Span] = []
        for number, token in enumerate(words.tokens):
            is_name = words.is_free(number) and token.text[0].isupper()
            if not is_name or words.is_free_name(number + 1):
                continue
            titled = self._holder(words, number, when) if words.is_free(number - 1) else None
            holder = titled or self._leader(words, number, when)
            if holder:
                words.take(number, number)
                referent = self.catalogue.referent(holder, when)
                spans.append(Span(first=number, last=number, kind="name", referents=(referent,),
                                  reason="surname and office"))  # fmt: skip
        return spans

    def _holder(self, words: Words, number: int, when: Days | None) -> str | None:
        before = words.at(number - 1).rstrip(".")
        office: str | None = None
        if before not in ("mr", "mrs", "ms", "comrade"):
            office = self._office_before(words, number)
            if office is None:
                return None
        found = self.catalogue.surnamed(words.at(number), office)
        current = [one for one in found if when is None or one.held.shared(when)] or (
            list(found) if office is None else []
        )
        return self._only(current)

    def _leader(self, words: Words, number: int, when: Days | None) -> str | None:
        """Whoever of this surname then led a country that the document names."""
        word = words.at(number)
        if when is None or word in _COMMON or words.tokens[number].pos != "PROPN":
            return None
        if not _stands_alone(words, number) or words.is_headline:
            return None
        found = self.catalogue.surnamed(word, None)
        actors = {
            held.actor
            for held in found
            if held.office in _LEADERS
            and held.held.shared(when)
            and held.country
            and self.countries[held.country]
        }
        return actors.pop() if len(actors) == 1 else None

    def _office_before(self, words: Words, number: int) -> str | None:
        found = self.agents.ending_at(words, number - 1)
        return found[1].office if found else None

    def _only(self, offices: list[Office]) -> str | None:
        actors = {one.actor for one in offices}
        if len(actors) > 1:
            named = {one.actor for one in offices if one.country and self.countries[one.country]}
            actors = named
        return actors.pop() if len(actors) == 1 else None


def _first_of(words: Words, number: int, person: Referent) -> int:
    """Where a surname of two words begins: `Pérez` in `Pérez Roque`."""
    names = fold(person.name).split()[1:]
    first = number
    while words.is_free_name(first - 1) and words.at(first - 1) in names:
        first -= 1
    return first


def _stands_alone(words: Words, number: int, first: int | None = None) -> bool:
    if not words.tokens[number].text[0].isupper():
        return False
    before = (number if first is None else first) - 1
    beside = [n for n in (before, number + 1) if 0 <= n < len(words) and words.is_free(n)]
    if words.is_headline:
        return True
    names = [n for n in beside if words.is_name_word(n)]
    return not any(_is_given_name(words, n, number) for n in names)


def _is_given_name(words: Words, neighbour: int, number: int) -> bool:
    """Whether the neighbour belongs to the same name, which then is someone else's."""
    if neighbour > number:
        return words.tokens[number].dep == "compound"
    word = words.at(neighbour).rstrip(".")
    return words.tokens[neighbour].dep == "compound" and word not in TITLES
