"""Every mention of an actor in a document, with whom it means as of the date."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from dragoman.reading.resolve.agents import Agents
from dragoman.reading.resolve.anaphors import anaphors
from dragoman.reading.resolve.asof import Days, days
from dragoman.reading.resolve.catalogue import Catalogue
from dragoman.reading.resolve.coreference import Coreference, Setting
from dragoman.reading.resolve.definite import definite
from dragoman.reading.resolve.discourse import Discourse
from dragoman.reading.resolve.lexicon import COUNTRY
from dragoman.reading.resolve.match import Match, Matcher
from dragoman.reading.resolve.names import Names
from dragoman.reading.resolve.pairs import Pairs
from dragoman.reading.resolve.persons import appositions
from dragoman.reading.resolve.phrases import Phrases
from dragoman.reading.resolve.shortnames import ShortNames, TitledNames
from dragoman.reading.resolve.towns import is_placed
from dragoman.reading.resolve.voice import Speakers, dateline, most_named, quoted, spoken_for
from dragoman.reading.resolve.words import NOUNS, Span, Words
from dragoman.records.documents import Document
from dragoman.records.provenance import Reason
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
        self._towns: dict[int, list[Span]] = {}  # by sentence: places, which no pronoun takes up
        self._titled = TitledNames(self.catalogue, self._agents, self.names.countries)
        self.sentences = [
            (words, self._spans(words, matches))
            for words in (Words(sentence, index) for index, sentence in enumerate(sentences))
        ]
        self.voice = self._voice()

    def mentions(self) -> tuple[Mention, ...]:
        """All mentions, each resolved in the light of those before it."""
        discourse = Discourse(self.catalogue.women)
        pairs = Pairs(self.catalogue, discourse, self._title_pair(), self.voice)
        coreference = Coreference(self.catalogue, discourse, pairs, self.voice, self._home())
        speakers = Speakers(self.quotes)
        mentions: list[Mention] = []
        section = -1
        for words, spans in self.sentences:
            if self._speaks_another(section, words.sentence.section):
                discourse.wall_off(words.index)
            section = words.sentence.section
            things = _things(words, spans)
            for span in spans:
                while things and things[0] < span.first:
                    discourse.add_thing(words, things.pop(0))
                referents = span.referents
                if span.base != "named":
                    setting = self._setting(words, spans, span, speakers, discourse)
                    referents = coreference.referents(span, setting)
                discourse.add(words, span, referents)
                discourse.join(words, span)
                mentions.append(_mention(words, span, referents))
            for number in things:
                discourse.add_thing(words, number)
            mentions += [_mention(words, span, span.referents) for span in self._towns[words.index]]
        return tuple(sorted(mentions, key=lambda mention: mention.start))

    def _setting(
        self,
        words: Words,
        spans: list[Span],
        span: Span,
        speakers: Speakers,
        discourse: Discourse,
    ) -> Setting:
        start = words.tokens[span.first].start
        quoted = speakers.inside(start)
        return Setting(
            words=words,
            when=self._when(words, start),
            spans=spans,
            quoted=quoted,
            speaker=speakers.of(words, spans, span.first, discourse),
        )

    def _speaks_another(self, before: int, now: int) -> bool:
        """Whether a reader's comment, or another page's teaser, begins or ends here."""
        if before in (-1, now):
            return False
        kinds = {self.document.sections[before].kind, self.document.sections[now].kind}
        return bool(kinds & {"comment", "teaser"})

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
        spans = sorted([*spans, *definite(words, self._agents)], key=lambda span: span.first)
        spans = appositions(words, spans)
        self._short_names.learn(spans)
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

    def _voice(self) -> Referent | None:
        country = self.document.source.country
        if country in self.catalogue.actors:
            return self.catalogue.referent(country)
        found = spoken_for(self.document, self.sentences, self.quotes)
        return self.catalogue.referent(found) if found in self.catalogue.actors else None

    def _home(self) -> Referent | None:
        """The state from whose seat the document is datelined, if it names that one most."""
        datelines = (dateline(words, spans) for words, spans in self.sentences)
        home = next(filter(None, datelines), None)
        is_home = home in self.catalogue.actors and home == most_named(self.names.countries)
        return self.catalogue.referent(home) if home and is_home else None

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


def _things(words: Words, spans: Sequence[Span]) -> list[int]:
    """Subjects, and states without a name, that no span covers."""
    covered = {number for span in spans for number in range(span.first, span.last + 1)}
    return [
        number
        for number in range(len(words))
        if number not in covered and (_is_state(words, number) or _is_subject(words, number))
    ]


def _is_state(words: Words, number: int) -> bool:
    return words.at(number) in COUNTRY | {"state"} and words.tokens[number].pos in NOUNS


def _is_subject(words: Words, number: int) -> bool:
    """Whether a noun, or `this`, is the subject of a verb."""
    token = words.tokens[number]
    return token.dep in ("nsubj", "nsubjpass") and (token.pos in NOUNS or token.tag == "DT")


def _mention(words: Words, span: Span, referents: tuple[Referent, ...]) -> Mention:
    start, end = words.characters(span)
    return Mention(
        start=start,
        end=end,
        kind=span.kind,
        referents=referents,
        reasons=(Reason(feature=span.base, score=1.0 if referents else 0.0, detail=span.reason),),
    )
