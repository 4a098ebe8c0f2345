"""Persons named in full before, and now by one word: `Kim`, `Khamenei`, `Mottaki`."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from dragoman.reading.resolve.agents import Agents
from dragoman.reading.resolve.asof import Days
from dragoman.reading.resolve.catalogue import Catalogue, Office, surnames
from dragoman.reading.resolve.fold import fold
from dragoman.reading.resolve.lexicon import TIMES, TITLES, phrase_set, word_set
from dragoman.reading.resolve.names import Names
from dragoman.reading.resolve.words import SUBJECT, Span, Words
from dragoman.records.readings import Referent


class ShortNames:
    """The one-word names that a document has earned so far."""

    def __init__(self, persons: Iterable[Referent] = ()) -> None:
        """Those named in full anywhere in the text are known before, too, where names differ."""
        self._known: dict[str, Referent] = {}
        called: dict[str, set[Referent]] = defaultdict(set)
        for person in persons:
            for word in surnames(person.name, person.country):
                called[word].add(person)
        self._later = {w: found.pop() for w, found in called.items() if len(found) == 1}

    def learn(self, words: Words, spans: list[Span]) -> None:
        """Remembers the persons among these spans, as they are spelled here, too."""
        for span in spans:
            for referent in span.referents:
                if referent.kind == "person" and not span.agent:
                    written = _without_titles(words, span)
                    for name in {referent.name, written}:
                        for word in surnames(name, referent.country):
                            self._known[word] = referent

    def find(self, words: Words) -> list[Span]:
        """Spans of words that stand for a person known by now; their words are taken."""
        spans: list[Span] = []
        for number, word in enumerate(words.folded):
            referent = self._known.get(word) or self._named_later(words, number)
            first = _first_of(words, number, referent) if referent else number
            if referent and words.is_free(number) and _stands_alone(words, number, first):
                words.take(first, number)
                spans.append(Span(first=first, last=number, kind="name", referents=(referent,),
                                  reason="named in full before"))  # fmt: skip
        return spans

    def _named_later(self, words: Words, number: int) -> Referent | None:
        """The person of this surname whom the text goes on to name in full."""
        word = words.folded[number]
        person = self._later.get(word)
        return person if word not in _COMMON and words.is_name_word(number) else None


_LEADERS = phrase_set(
    "president|prime minister|leader|supreme leader|chancellor|foreign minister|pope|monarch"
)
_RARE = 5  # letters from which a surname is likely one family's
# Surnames that are also words or many people's.
_COMMON = word_set(
    "may major baker long park key hill cook straw hunt brown rice young day hope ford carter li"
    " an he ho to wang chen kang son lee kim no nam il rusk lie haig fox taylor smith martin harris"
    " price clark williams granger barrow davis mitchell browne lobo mesa franco banda robinson"
    " george higgins connolly kenny cowen rowley chan adams bird bishop chambers arthur anthony"
    " pierre field holland spencer skate price golding flores garcia perez bosch guzman barrow"
    " saca michel faure barre veiga pires chen huang musa costello lynch noon"
    " holt evans hayden klaus dini berger paul reina pacheco monge"
)


class TitledNames:
    """Persons named by surname alone: `President Abbas`, `Mr. Zarif`, leaders of the day."""

    def __init__(self, catalogue: Catalogue, agents: Agents, names: Names) -> None:
        self.catalogue, self.agents, self.text = catalogue, agents, names.text
        self.countries = names.countries + Counter({names.home: 1} if names.home else {})

    def find(self, words: Words, when: Days | None, told: Days | None) -> list[Span]:
        """Spans of surnames that a title or the day makes plain; their words are taken.

        The day is that of the sentence, or else the last one told of in its paragraph.
        """
        spans: list[Span] = []
        for number, token in enumerate(words.tokens):
            is_name = words.is_free(number) and token.text[0].isupper()
            if not is_name or words.is_free_name(number + 1):
                continue
            first = _start_of_name(words, number)
            titled = self._holder(words, first, number, when) if words.is_free(first - 1) else None
            holder = titled or self._leader(words, number, (when, told))
            if holder:
                first = first if titled else number
                words.take(first, number)
                referent = self.catalogue.referent(holder, when)
                spans.append(Span(first=first, last=number, kind="name", referents=(referent,),
                                  reason="surname and office"))  # fmt: skip
        return spans

    def _holder(self, words: Words, first: int, number: int, when: Days | None) -> str | None:
        """Whoever held the office before a name, and bears all of it: `President Pérez Roque`."""
        before = words.at(first - 1).rstrip(".")
        office: str | None = None
        if before not in ("mr", "mrs", "ms", "comrade"):
            office = self._office_before(words, first)
            if office is None:
                return None
        found = tuple(
            one
            for one in self.catalogue.surnamed(words.at(number), office)
            if {*words.folded[first:number]}
            <= {*fold(self.catalogue.actors[one.actor].name).split()}
        )
        current = [one for one in found if when is None or one.held.shared(when)] or (
            list(found) if office is None else []
        )
        return self._only(current)

    def _leader(self, words: Words, number: int, days: Sequence[Days | None]) -> str | None:
        """Whoever of this surname led a country on the first of the days when anyone did."""
        word = words.at(number)
        found = self.catalogue.surnamed(word, None)
        if not found or word in _COMMON or not _may_be_name(words, number):
            return None
        if not _stands_alone(words, number) or words.is_headline:
            return None
        leaders = (self._leading(found, words.tokens[number].text, when) for when in days if when)
        return next(filter(None, leaders), None)

    def _leading(self, offices: Sequence[Office], surname: str, when: Days) -> str | None:
        """The one of these who then led a country that the document names, or of a rare name."""
        leading = [h for h in offices if h.office in _LEADERS and h.held.shared(when) and h.country]
        named = [held for held in leading if held.country and self.countries[held.country]]
        of_states = leading and not named and any(self.countries)
        if of_states and not self._is_borne_by_others(offices, surname):
            named = leading
        if len({held.country for held in named}) != 1:
            return None
        return min(named, key=lambda held: (held.office == "foreign minister", held.actor)).actor

    def _is_borne_by_others(self, offices: Sequence[Office], surname: str) -> bool:
        """Whether others bear the name, in the catalogue or in the text: `Maria Suazo`."""
        if len({held.country for held in offices}) > 1 or len(surname) < _RARE:
            return True
        before = re.findall(rf"\b([A-Z]\w+)[^\S\n]+{re.escape(surname)}\b", self.text)
        return any(word.lower() not in TITLES | TIMES for word in before)

    def _office_before(self, words: Words, number: int) -> str | None:
        found = self.agents.ending_at(words, number - 1)
        return found[1].office if found else None

    def _only(self, offices: list[Office]) -> str | None:
        actors = {one.actor for one in offices}
        if len(actors) > 1:
            named = {one.actor for one in offices if one.country and self.countries[one.country]}
            actors = named
        return actors.pop() if len(actors) == 1 else None


def _without_titles(words: Words, span: Span) -> str:
    """The name as it is written: `Chou En-lai` of `Premier Chou En-lai`."""
    first = span.first
    while first < span.last and words.at(first).rstrip(".") in TITLES:
        first += 1
    return words.text_of(first, span.last).replace(" - ", "-")


def _may_be_name(words: Words, number: int) -> bool:
    """Whether a word is tagged as a name, or as a noun that acts without an article."""
    token = words.tokens[number]
    acts = token.pos == "NOUN" and token.dep in SUBJECT and words.tokens[token.head].pos == "VERB"
    if token.pos == "PROPN" or not acts:
        return token.pos == "PROPN"
    return not any(other.head == number and other.dep == "det" for other in words.tokens)


def _start_of_name(words: Words, number: int) -> int:
    """Where the names begin that end in a word, after any title."""
    first = number
    while words.is_free_name(first - 1) and not _is_no_name(words.at(first - 1).rstrip(".")):
        first -= 1
    return first


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
    known = word in TITLES or word in TIMES
    return words.tokens[neighbour].dep == "compound" and not known


def _is_no_name(word: str) -> bool:
    """Whether it is a title, of one or of several ("Ministers Ito and Pop"), or a time."""
    return word in TITLES | TIMES or word.removesuffix("s") in TITLES
