"""Every mention of an actor in a document, with whom it means as of the date."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from dragoman.reading.resolve.agents import Agents
from dragoman.reading.resolve.anaphors import anaphors
from dragoman.reading.resolve.authors import is_personal
from dragoman.reading.resolve.catalogue import Catalogue, Sense
from dragoman.reading.resolve.definite import definite
from dragoman.reading.resolve.facing import SURE, Facing
from dragoman.reading.resolve.heads import agencies, bylines, dateline, is_head, is_organ
from dragoman.reading.resolve.match import Match, Matcher
from dragoman.reading.resolve.moments import Moments
from dragoman.reading.resolve.names import Names
from dragoman.reading.resolve.persons import appositions
from dragoman.reading.resolve.phrases import Phrases
from dragoman.reading.resolve.setting import FirstPerson
from dragoman.reading.resolve.shortnames import ShortNames, TitledNames
from dragoman.reading.resolve.strangers import Strangers
from dragoman.reading.resolve.told import told_home
from dragoman.reading.resolve.topic import topic
from dragoman.reading.resolve.towns import is_placed
from dragoman.reading.resolve.turns import turns
from dragoman.reading.resolve.voice import quoted
from dragoman.reading.resolve.walk import Ground, Walk
from dragoman.reading.resolve.words import Span, Words
from dragoman.records.documents import Document
from dragoman.records.readings import Mention, Referent, Sentence, TimeExpression

_OTHERS = frozenset({"comment", "teaser"})
_TOWNS = frozenset({"seat", "town", "guarded", "name"})
_HEAD = 4  # sentences among which a letterhead is looked for
_BESIDE = re.compile(r" *\([^)]*\)$")  # "Samoa (Western Samoa)"
_PLACE_OF_READER = re.compile(r"(?:\(|\b(?:in|from) )([A-Z][^)]+)")


class Resolver:
    """Resolves documents against one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.matcher = Matcher(catalogue)
        self.agents = Agents(catalogue.agents.values())

    def resolve(
        self,
        document: Document,
        sentences: tuple[Sentence, ...],
        times: tuple[TimeExpression, ...] = (),
    ) -> tuple[Mention, ...]:
        """The mentions of a document in the order of its text; none overlap."""
        return _Reading(self, document, sentences, times).mentions()

    def read(
        self,
        document: Document,
        sentences: tuple[Sentence, ...],
        times: tuple[TimeExpression, ...] = (),
    ) -> tuple[tuple[Mention, ...], Referent | None]:
        """Mentions and voice of a document, for the price of one."""
        reading = _Reading(self, document, sentences, times)
        return reading.mentions(), reading.voice

    def voice(
        self,
        document: Document,
        sentences: tuple[Sentence, ...],
        times: tuple[TimeExpression, ...] = (),
    ) -> Referent | None:
        """The state for which the document says `we`; None where it speaks for none."""
        return _Reading(self, document, sentences, times).voice


class _Reading:
    """One document on its way to mentions."""

    def __init__(
        self,
        resolver: Resolver,
        document: Document,
        sentences: Sequence[Sentence],
        times: Sequence[TimeExpression],
    ) -> None:
        self.catalogue, self.document = resolver.catalogue, document
        self._agents = resolver.agents
        self._matcher = resolver.matcher
        self._moments = Moments(document, times)
        matches = self._matcher.find(document.text)
        self.names = Names(self.catalogue, document.text, matches, document.source.country)
        self.quotes = quoted(document.text)
        self._starts = [match.start for match in matches]
        self._short_names = ShortNames(self._persons(matches))
        self._strangers = Strangers(self._agents)
        self._towns: dict[int, list[Span]] = {}  # by sentence: places, which no pronoun takes up
        self._titled = TitledNames(self.catalogue, self._agents, self.names)
        self.sentences = [
            (words, self._spans(words, matches))
            for words in (Words(sentence, index) for index, sentence in enumerate(sentences))
        ]
        head = self._letterhead()
        self.personal = head is None and is_personal(document, self.sentences, self.quotes)
        self.own = self._own(head)
        self.voice = None if self.personal else self.own
        self.topic = None if self.personal or self.own else self._topic()

    def mentions(self) -> tuple[Mention, ...]:
        """All mentions, each resolved in the light of those before it."""
        readers = self._commenters()
        ground = Ground(
            document=self.document,
            quotes=self.quotes,
            towns=self._towns,
            we=FirstPerson(self.voice, self.own, readers, self.topic),
            home=self._home(),
            title=self._title_pair(),
            turns=turns(self.document.sections, self._state_named, self.own, readers),
            when=self._moments.of,
            named=self.names.countries,
        )
        return Walk(self.catalogue, self.sentences, ground).mentions()

    def _persons(self, matches: Iterable[Match]) -> list[Referent]:
        """The persons of whom names in the text are the full ones."""
        senses = [match.senses[0] for match in matches if len(match.senses) == 1]
        full = {s.actor for s in senses if s.use in ("name", "guarded") and " " in s.alias}
        persons = (one for one in full if self.catalogue.actors[one].kind == "person")
        return [self.catalogue.referent(one, self._moments.published) for one in sorted(persons)]

    def _spans(self, words: Words, matches: Sequence[Match]) -> list[Span]:
        self._towns[words.index] = []
        if not len(words):
            return []
        first = bisect_left(self._starts, words.sentence.start)
        last = bisect_left(self._starts, words.sentence.end)
        when = self._moments.of(words, words.sentence.end)
        spans, taken = self.names.spans(words, matches[first:last], when)
        for start, end in [*taken, *((span.first, span.last) for span in spans)]:
            words.take(start, end)
        self._short_names.learn(words, spans)
        spans += self._short_names.find(words)
        spans += self._titled.find(words, when, self._moments.told(words))
        spans += anaphors(words, self._agents)
        spans = Phrases(self.catalogue, self._agents, words, when).compose(spans)
        strangers = self._strangers.find(words)
        bodies = definite(words, self._agents)
        spans = [*spans, *strangers, *bodies]
        spans += self._strangers.beside(words, spans)
        spans = sorted(spans, key=lambda span: span.first)
        spans = appositions(words, spans)
        self._short_names.learn(words, spans)
        self._strangers.learn(spans)
        return self._without_towns(words, spans)

    def _without_towns(self, words: Words, spans: list[Span]) -> list[Span]:
        """The spans but for bare towns, which are kept apart where they are places."""
        towns = [span for span in spans if self._is_town(span)]
        self._towns[words.index] = [
            span for span in towns if is_placed(words, span.first, span.last)
        ]
        return [span for span in spans if span not in towns]

    def _is_town(self, span: Span) -> bool:
        return any(referent.actor in self.catalogue.towns for referent in span.referents)

    def _own(self, head: str | None) -> Referent | None:
        """The state that is `our country` to those who write; a person's only if it is told."""
        country = self.document.source.country or head
        if country not in self.catalogue.actors:
            country = self._interviewed() or self._told("comment", invert=True) or self._faced()
        return self.catalogue.referent(country) if country in self.catalogue.actors else None

    def _faced(self) -> str | None:
        """The state of `we`: where the text was written, else the one that `we` never face."""
        kinds = self.document.sections
        own = [w for w in self.sentences if kinds[w[0].sentence.section].kind not in _OTHERS]
        known = ((words, spans, self._towns[words.index]) for words, spans in own)
        facing = Facing(known, self._is_quoted, self._is_state)
        if not (facing.is_sure if self.document.source.kind == "news" else facing.since >= 0):
            return None
        written = (code for code in self._written_in(facing) if facing.opposed[code] < SURE)
        return next(written, None) or facing.home(official=not self.personal)

    def _written_in(self, facing: Facing) -> Iterator[str]:
        """The states where the text says at its top to be written, the surest first."""
        for words, spans in self.sentences:
            yield from agencies(words, spans)
        yield from self._above()
        first = (w for w in self.sentences if w[0].index <= facing.since)
        yield from filter(None, (dateline(words, spans) for words, spans in first))

    def _interviewed(self) -> str | None:
        """The state of all who answer in an interview."""
        names = {s.author for s in self.document.sections if s.kind == "answer" and s.author}
        states = {self._country_of(name) for name in names}
        return states.pop() if len(states) == 1 else None

    def _told(self, wanted: str | int, *, invert: bool = False) -> str | None:
        """The home that is told in sections of a kind or in all others, or in the one section."""
        sections = self.document.sections
        sentences = (
            (words, spans, self._towns[words.index])
            for words, spans in self.sentences
            if (wanted in (words.sentence.section, sections[words.sentence.section].kind)) != invert
        )
        known = [(words, spans, towns) for words, spans, towns in sentences]
        return told_home(known, self._is_quoted)

    def _is_quoted(self, offset: int) -> bool:
        return any(first <= offset < last for first, last in self.quotes)

    def _commenters(self) -> dict[int, Referent]:
        """The homes of readers who comment, by section: of `Tom (Dublin)`, or as they tell."""
        homes: dict[int, Referent] = {}
        for number, section in enumerate(self.document.sections):
            if section.kind != "comment":
                continue
            named = _PLACE_OF_READER.search(section.author or "")
            code = self._country_of(named[1]) if named else self._told(number)
            if code in self.catalogue.actors:
                homes[number] = self.catalogue.referent(code)
        return homes

    def _state_named(self, name: str) -> Referent | None:
        """The state of the one person, state or body that a name means."""
        code = self._country_of(name)
        return self.catalogue.referent(code) if code in self.catalogue.actors else None

    def _country_of(self, place: str) -> str | None:
        return self._only({s for m in self._matcher.find(place) for s in m.senses})

    def _is_state(self, code: str) -> bool:
        return code in self.catalogue.actors and self.catalogue.actors[code].kind == "state"

    def _seated(self, place: str) -> str | None:
        """The state of a town, if the words name it alone."""
        matches = self._matcher.find(place)
        whole = len(matches) == 1 and matches[0].end - matches[0].start == len(place)
        senses = set(matches[0].senses) if whole else set()
        return self._only({sense for sense in senses if sense.use in _TOWNS})

    def _only(self, senses: set[Sense]) -> str | None:
        """The one state of what a name may mean."""
        known = (sense.actor for sense in senses if sense.use != "blocked")
        codes = {self.catalogue.actors[actor].country for actor in known}
        return codes.pop() if len(codes) == 1 else None

    def _home(self) -> Referent | None:
        """The state of the seat in the dateline, if it is among the two that are named most."""
        datelines = (dateline(words, spans) for words, spans in self.sentences)
        home = next(iter([*self._above(), *filter(None, datelines)]), None)
        among = {code for code, _ in self.names.countries.most_common(2)}
        if home is None or home not in among or home not in self.catalogue.actors:
            return None
        return self.catalogue.referent(home)

    def _above(self) -> list[str]:
        """The states of the towns from which the lines at the top say that it is written."""
        return [code for place in bylines(self.document) if (code := self._seated(place))]

    def _letterhead(self) -> str | None:
        """The state of the organ that heads the text: `REPUBLIC OF MALI - MINISTRY OF DEFENCE`."""
        heads = [words for words, _ in self.sentences[:_HEAD] if is_head(words, self.document)]
        organs = [words for words in heads if is_organ(words)]
        for lines in (organs, heads if organs else []):
            codes = {code for words in lines for code in self._named_in(words.index)}
            if codes:
                return codes.pop() if len(codes) == 1 else None
        return next(iter(self._above()), None) if organs else None

    def _named_in(self, index: int) -> set[str]:
        """The countries of the actors and towns that a sentence names."""
        words, spans = self.sentences[index]
        spans = [span for span in [*spans, *self._towns[index]] if not _is_venue(words, span)]
        return {one.country for span in spans for one in span.referents if one.country}

    def _topic(self) -> Referent | None:
        """The one state that the text is about, where no dateline says from where it is sent."""
        titled, title = self._states_in_title(), _BESIDE.sub("", self.document.title or "")
        names = self._matcher.find(title)
        is_entry = len(titled) == 1 and bool(names) and names[0].end == len(title)
        is_entry = is_entry and names[0].start == 0
        country = topic(self.names.countries, titled, is_entry=is_entry)
        known = country in self.catalogue.actors
        return self.catalogue.referent(country) if country and known and not self._home() else None

    def _title_pair(self) -> tuple[Referent, ...]:
        titled = self._states_in_title()
        return tuple(titled.values()) if len(titled) == 2 else ()

    def _states_in_title(self) -> dict[str, Referent]:
        """The states that the title names, by country."""
        states: dict[str, Referent] = {}
        for match in self._matcher.find(self.document.title or ""):
            actors = {sense.actor for sense in match.senses if sense.use != "blocked"}
            actors -= self.catalogue.towns
            if len(actors) == 1:
                referent = self.catalogue.referent(actors.pop())
                if referent.country in self.catalogue.actors:
                    states.setdefault(referent.country, self.catalogue.referent(referent.country))
        return states


def _is_venue(words: Words, span: Span) -> bool:
    """Whether it is where an organ sits: `Embassy of Mali in Rome`."""
    return words.at(span.first - 1) in ("in", "at", "to")
