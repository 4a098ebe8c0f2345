"""Every mention of an actor in a document, with whom it means as of the date."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from dragoman.reading.resolve.agents import Agents
from dragoman.reading.resolve.anaphors import anaphors
from dragoman.reading.resolve.catalogue import Catalogue
from dragoman.reading.resolve.definite import definite
from dragoman.reading.resolve.match import Match, Matcher
from dragoman.reading.resolve.moments import Moments
from dragoman.reading.resolve.names import Names
from dragoman.reading.resolve.persons import appositions
from dragoman.reading.resolve.phrases import Phrases
from dragoman.reading.resolve.provenance import Provenance
from dragoman.reading.resolve.shortnames import ShortNames, TitledNames
from dragoman.reading.resolve.strangers import Strangers
from dragoman.reading.resolve.towns import is_placed
from dragoman.reading.resolve.turns import turns
from dragoman.reading.resolve.voice import quoted
from dragoman.reading.resolve.walk import Ground, Walk
from dragoman.reading.resolve.words import Span, Words
from dragoman.records.documents import Document
from dragoman.records.readings import Mention, Referent, Sentence, TimeExpression


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
        return reading.mentions(), reading.whose.we.voice

    def voice(
        self,
        document: Document,
        sentences: tuple[Sentence, ...],
        times: tuple[TimeExpression, ...] = (),
    ) -> Referent | None:
        """The state for which the document says `we`; None where it speaks for none."""
        return _Reading(self, document, sentences, times).whose.we.voice


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
        texts = [(words, spans, self._towns[words.index]) for words, spans in self.sentences]
        self.whose = Provenance(self._matcher, document, texts, self.quotes, self.names.countries)

    def mentions(self) -> tuple[Mention, ...]:
        """All mentions, each resolved in the light of those before it."""
        whose = self.whose
        ground = Ground(
            document=self.document,
            quotes=self.quotes,
            towns=self._towns,
            we=whose.we,
            home=whose.home(),
            title=whose.title_pair(),
            turns=turns(self.document, whose.state_named, whose.we),
            when=self._moments.of,
            styled=whose.styled(),
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
