"""Every mention of an actor in a document, with whom it means as of the date."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from dragoman.reading.resolve.agents import Agents
from dragoman.reading.resolve.anaphors import anaphors
from dragoman.reading.resolve.asof import Days, days
from dragoman.reading.resolve.authors import is_personal
from dragoman.reading.resolve.catalogue import Catalogue
from dragoman.reading.resolve.coreference import FirstPerson
from dragoman.reading.resolve.definite import definite
from dragoman.reading.resolve.match import Match, Matcher
from dragoman.reading.resolve.names import Names
from dragoman.reading.resolve.persons import appositions
from dragoman.reading.resolve.phrases import Phrases
from dragoman.reading.resolve.shortnames import ShortNames, TitledNames
from dragoman.reading.resolve.strangers import Strangers
from dragoman.reading.resolve.towns import is_placed
from dragoman.reading.resolve.voice import (
    dateline,
    quoted,
    spoken_for,
)
from dragoman.reading.resolve.walk import Ground, Walk
from dragoman.reading.resolve.words import Span, Words
from dragoman.records.documents import Document
from dragoman.records.readings import Mention, Referent, Sentence, TimeExpression

_HEAD = 4  # sentences among which a letterhead is looked for
_ORGANS = frozenset({"ministry", "government", "presidency", "embassy", "parliament", "office"})


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
        self.catalogue, self.document, self.times = resolver.catalogue, document, times
        self._agents = resolver.agents
        self._matcher = resolver.matcher
        self.published = days(document.published)
        matches = self._matcher.find(document.text)
        self.names = Names(self.catalogue, document.text, matches, document.source.country)
        self.quotes = quoted(document.text)
        self._starts = [match.start for match in matches]
        self._time_starts = [time.start for time in times]
        self._short_names = ShortNames()
        self._strangers = Strangers(self._agents)
        self._towns: dict[int, list[Span]] = {}  # by sentence: places, which no pronoun takes up
        self._titled = TitledNames(self.catalogue, self._agents, self.names.countries)
        self.sentences = [
            (words, self._spans(words, matches))
            for words in (Words(sentence, index) for index, sentence in enumerate(sentences))
        ]
        self.personal = is_personal(document, self.sentences, self.quotes)
        self.own = self._own()
        self.voice = None if self.personal else self.own

    def mentions(self) -> tuple[Mention, ...]:
        """All mentions, each resolved in the light of those before it."""
        ground = Ground(
            document=self.document,
            quotes=self.quotes,
            towns=self._towns,
            we=FirstPerson(self.voice, self.own),
            home=self._home(),
            title=self._title_pair(),
            when=self._when,
        )
        return Walk(self.catalogue, self.sentences, ground).mentions()

    def _spans(self, words: Words, matches: Sequence[Match]) -> list[Span]:
        self._towns[words.index] = []
        if not len(words):
            return []
        first = bisect_left(self._starts, words.sentence.start)
        last = bisect_left(self._starts, words.sentence.end)
        when = self._when(words, words.sentence.end)
        spans, taken = self.names.spans(words, matches[first:last], when)
        for start, end in [*taken, *((span.first, span.last) for span in spans)]:
            words.take(start, end)
        self._short_names.learn(spans)
        spans += self._short_names.find(words)
        spans += self._titled.find(words, when)
        spans += anaphors(words, self._agents)
        spans = Phrases(self.catalogue, self._agents, words, when).compose(spans)
        strangers = self._strangers.find(words)
        bodies = definite(words, self._agents)
        spans = [*spans, *strangers, *bodies, *self._strangers.beside(words, bodies)]
        spans = sorted(spans, key=lambda span: span.first)
        spans = appositions(words, spans)
        self._short_names.learn(spans)
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

    def _when(self, words: Words, before: int) -> Days | None:
        """The days that govern a word: of the last time named before it, or of publication."""
        first = bisect_left(self._time_starts, words.sentence.start)
        inside = [time for time in self.times[first:] if time.start < words.sentence.end][:8]
        earlier = [time for time in inside if time.start < before] or inside
        for time in reversed(earlier):
            found = days(time.edtf)
            if found:
                return found
        return self.published

    def _own(self) -> Referent | None:
        """The state that is `our country` to those who write; a person's only if it is told."""
        country = self.document.source.country
        if country in self.catalogue.actors:
            return self.catalogue.referent(country)
        if self.personal:
            return None
        heads = (self._letterhead(words, spans) for words, spans in self.sentences[:_HEAD])
        found = next(filter(None, heads), None) or spoken_for(
            self.document, self.sentences, self.quotes
        )
        return self.catalogue.referent(found) if found in self.catalogue.actors else None

    def _home(self) -> Referent | None:
        """The state of the seat in the dateline, if it is among the two that are named most."""
        datelines = (dateline(words, spans) for words, spans in self.sentences)
        home = next(filter(None, datelines), None)
        among = {code for code, _ in self.names.countries.most_common(2)}
        if home is None or home not in among or home not in self.catalogue.actors:
            return None
        return self.catalogue.referent(home)

    def _letterhead(self, words: Words, spans: Sequence[Span]) -> str | None:
        """The state in a title such as `REPUBLIC OF MALI - MINISTRY OF DEFENCE`."""
        start, end = words.sentence.start, words.sentence.end
        in_title = self.document.sections[words.sentence.section].kind == "title"
        if not in_title or not self.document.text[start:end].isupper():
            return None
        codes = {r.country for span in spans for r in span.referents if r.country}
        is_organ = any(word in _ORGANS for word in words.folded)
        return codes.pop() if is_organ and len(codes) == 1 else None

    def _title_pair(self) -> tuple[Referent, ...]:
        states: dict[str, Referent] = {}
        for match in self._matcher.find(self.document.title or ""):
            actors = {sense.actor for sense in match.senses if sense.use != "blocked"}
            actors -= self.catalogue.towns
            if len(actors) == 1:
                referent = self.catalogue.referent(actors.pop())
                if referent.country in self.catalogue.actors:
                    states.setdefault(referent.country, self.catalogue.referent(referent.country))
        return tuple(states.values()) if len(states) == 2 else ()
