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
from dragoman.reading.resolve.surnames import COMMON, MANY
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
        return person if word not in COMMON and words.is_name_word(number) else None


_LEADERS = phrase_set(
    "president|prime minister|leader|supreme leader|chancellor|foreign minister|pope|monarch"
)
_RARE = 5  # letters from which a surname is likely one family's
_ADDRESS = frozenset({"mr", "mrs", "ms", "comrade"})
# Titles that are no offices: who bears them may be anyone whose state is spoken of.
_STYLES = word_set(
    "dr prof sir lord lady count baron general gen colonel col marshal admiral adm field captain"
    " lieutenant sheikh sheik prince sayyid ambassador envoy secretary senator minister chairman"
    " commander mr mrs ms comrade"
)
_TODAY = {"SUN": "RUS", "CSK": "CZE", "YUG": "SRB", "DDR": "DEU", "ROV": "VNM"}


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
        office = self._office_before(words, first)
        if office is None and before not in _STYLES:
            return None
        found = tuple(
            one
            for one in self.catalogue.surnamed(words.at(number), office)
            if {*words.folded[first:number]}
            <= {*fold(self.catalogue.actors[one.actor].name).split()}
        )
        current = [one for one in found if when is None or one.held.shared(when)]
        if office is None and before in _ADDRESS:
            return self._only(current or list(found))
        return self._only(current) if office and current else self._of_old(current or found, when)

    def _leader(self, words: Words, number: int, days: Sequence[Days | None]) -> str | None:
        """Whoever of this surname led a country on the first of the days when anyone did.

        A name that only those bear who led one state tells them at any time after.
        """
        word = words.at(number)
        found = self.catalogue.surnamed(word, None)
        if not found or word in COMMON or not _may_be_name(words, number):
            return None
        if not _stands_alone(words, number) or words.is_headline:
            return None
        surname = words.tokens[number].text
        leaders = (self._leading(found, surname, when) for when in days if when)
        leader = next(filter(None, leaders), None)
        if leader or word in MANY or self._is_in_text_with_others(surname):
            return leader
        return self._of_old(found, days[0])

    def _of_old(self, offices: Sequence[Office], when: Days | None) -> str | None:
        """The last who held office by then, if all of the name are of one state.

        Where others bear it, too, the one meant held office on the day itself.
        """
        past = [one for one in offices if when is None or one.held.first <= when.last]
        if not _are_of_one(offices):
            past = [one for one in past if when and one.held.shared(when)]
        return self._last_named(past)

    def _last_named(self, offices: Sequence[Office]) -> str | None:
        """The last holder of these offices that are of states named, if of one state or person."""
        named = [one for one in offices if self._is_spoken_of(one.country)]
        if not named or not _are_of_one(named):
            return None
        return max(named, key=lambda one: (one.held.first, one.actor)).actor

    def _is_spoken_of(self, place: str | None) -> bool:
        """Whether the text names the state of an office, or the one that stands there today."""
        country = self.catalogue.actors[place].country if place in self.catalogue.actors else None
        return bool(
            country and (self.countries[country] or self.countries[_TODAY.get(country, "")])
        )

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
        return self._is_in_text_with_others(surname)

    def _is_in_text_with_others(self, surname: str) -> bool:
        """Whether a first name stands before the surname somewhere: `Maria Suazo`."""
        before = re.findall(rf"\b([A-Z]\w+)[^\S\n]+{re.escape(surname)}\b", self.text)
        return any(not _is_no_name(word.lower()) for word in before)

    def _office_before(self, words: Words, number: int) -> str | None:
        found = self.agents.ending_at(words, number - 1)
        return found[1].office if found else None

    def _only(self, offices: Sequence[Office]) -> str | None:
        """The one meant; of several, the last of the one state that the text names."""
        actors = {one.actor for one in offices}
        return actors.pop() if len(actors) == 1 else self._last_named(offices)


def _are_of_one(offices: Sequence[Office]) -> bool:
    """Whether all are offices of one state, or of one person who served several."""
    return len({one.country for one in offices}) < 2 or len({one.actor for one in offices}) < 2


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
