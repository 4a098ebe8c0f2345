"""The way through a document: each mention resolved in the light of those before it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from dragoman.reading.resolve.asof import Days
from dragoman.reading.resolve.bodies import Bodies
from dragoman.reading.resolve.catalogue import Catalogue
from dragoman.reading.resolve.coreference import Coreference
from dragoman.reading.resolve.discourse import Discourse
from dragoman.reading.resolve.lexicon import COUNTRY
from dragoman.reading.resolve.nouns import is_sure
from dragoman.reading.resolve.pairs import Pairs
from dragoman.reading.resolve.quotations import Quotations
from dragoman.reading.resolve.scene import Scene
from dragoman.reading.resolve.setting import Answer, FirstPerson, Setting
from dragoman.reading.resolve.turns import Turns
from dragoman.reading.resolve.voice import Speakers
from dragoman.reading.resolve.words import NOUNS, Span, Words
from dragoman.records.documents import Document
from dragoman.records.provenance import Reason
from dragoman.records.readings import Mention, Referent

_STATES = COUNTRY | {"state", "federation", "colony", "states", "countries", "nations"}


class Ground(NamedTuple):
    """What is known of a document before its first sentence is walked through."""

    document: Document
    quotes: Sequence[tuple[int, int]]
    towns: Mapping[int, Sequence[Span]]  # by sentence: places, which no pronoun takes up
    we: FirstPerson
    home: Referent | None
    title: tuple[Referent, ...]  # the two states of the title
    turns: Turns  # who answers in an interview, and who is asked
    when: Callable[[Words, int], Days | None]
    styled: dict[str, list[tuple[int, Referent]]]  # bodies that the source is, by their noun
    named: Mapping[str, int]  # how often each state is named in all of the text


class Walk:
    """One document on its way to mentions."""

    def __init__(
        self, catalogue: Catalogue, sentences: Sequence[tuple[Words, list[Span]]], ground: Ground
    ) -> None:
        self._sentences, self._ground = sentences, ground
        self._state_of = catalogue.state_of
        self._discourse = Discourse(catalogue.women, catalogue.referent("eu"))
        self._discourse.styled.update(ground.styled)
        self._discourse.issuer = next((body for _, body in ground.styled.get("", ())), None)
        self._scene = Scene(ground.document.text, catalogue.state_of, ground.named)
        told = ground.title, ground.we, ground.named
        pairs = Pairs(catalogue, self._discourse, *told)
        bodies = Bodies(self._discourse, self._scene, pairs, catalogue.state_of)
        self._recall = bodies.recall
        self._coreference = Coreference(catalogue, bodies, ground.we, ground.home)
        self._speakers = Speakers(ground.quotes)
        self._quotations = Quotations(sentences, ground.quotes)

    def mentions(self) -> tuple[Mention, ...]:
        """All mentions in the order of the text."""
        mentions: list[Mention] = []
        section = -1
        for words, spans in self._sentences:
            if self._speaks_another(section, words.sentence.section):
                self._discourse.wall_off(words.index)
            section = words.sentence.section
            towns = self._ground.towns[words.index]
            kind = self._ground.document.sections[section].kind
            self._scene.enter(words, [*spans, *towns], kind)
            mentions += self._through(words, spans)
            self._scene.leave(words, self._recall.main_state(words.index, self._state_of))
            mentions += [_mention(words, span, Answer(span.referents)) for span in towns]
        return tuple(sorted(mentions, key=lambda mention: mention.start))

    def _through(self, words: Words, spans: Sequence[Span]) -> list[Mention]:
        """The mentions of one sentence."""
        mentions: list[Mention] = []
        if "hague" in words.folded and "NLD" not in self._discourse.counts:
            self._discourse.hague = words.index
        things = _things(words, spans)
        known = list(spans)  # as far as resolved
        for number, span in enumerate(spans):
            while things and things[0] < span.first:
                self._discourse.add_thing(words, things.pop(0))
            answer = Answer(span.referents)
            if span.base != "named":
                answer = self._coreference.answer(span, self._setting(words, known, span))
                known[number] = replace(span, referents=answer.referents)
            quoted = self._speakers.inside(words.tokens[span.first].start)
            self._discourse.add(words, span, answer.referents, quoted=quoted)
            self._discourse.join(words, span)
            if answer.referents or not _is_faint(span):
                mentions.append(_mention(words, span, answer))
        for thing in things:
            self._discourse.add_thing(words, thing)
        return mentions

    def _setting(self, words: Words, spans: list[Span], span: Span) -> Setting:
        start = words.tokens[span.first].start
        quoted = self._speakers.inside(start)
        told = words, spans, span.first
        if quoted:
            told = self._quotations.told_in(words, spans, start, self._outside)
        section = words.sentence.section
        speaker = self._speakers.of(*told, self._discourse)
        return Setting(
            words=words,
            when=self._ground.when(words, start),
            spans=spans,
            quoted=quoted,
            speaker=speaker if quoted else speaker or self._ground.turns.answers.get(section),
            reader=self._reader(section),
            addressed=None if quoted else self._ground.turns.addresses.get(section),
        )

    def _reader(self, section: int) -> int | None:
        """The section, if a reader's comment stands there."""
        return section if self._ground.document.sections[section].kind == "comment" else None

    def _outside(self, words: Words, spans: list[Span], span: Span) -> tuple[Referent, ...]:
        """Whom a body outside a quotation means, before the walk has come there."""
        return self._coreference.answer(span, self._setting(words, spans, span)).referents

    def _speaks_another(self, before: int, now: int) -> bool:
        """Whether a reader's comment, or another page's teaser, begins or ends here."""
        if before in (-1, now):
            return False
        sections = self._ground.document.sections
        return bool({sections[before].kind, sections[now].kind} & {"comment", "teaser"})


def _is_faint(span: Span) -> bool:
    """Whether a noun that turns out to mean nobody at hand is no mention: `envoys met`."""
    is_land = span.base == "state" and span.article == "the"
    if span.base in ("other", "addressed", "role") or is_land:
        return True
    return span.base in ("definite", "surname") and not (span.agent and is_sure(span.agent))


def _things(words: Words, spans: Sequence[Span]) -> list[int]:
    """Subjects, and states without a name, that no span covers."""
    covered = {number for span in spans for number in range(span.first, span.last + 1)}
    return [
        number
        for number in range(len(words))
        if number not in covered and (_is_state(words, number) or _is_subject(words, number))
    ]


def _is_state(words: Words, number: int) -> bool:
    return words.at(number) in _STATES and words.tokens[number].pos in NOUNS


def _is_subject(words: Words, number: int) -> bool:
    """Whether a noun, or `this`, is the subject of a verb."""
    token = words.tokens[number]
    return token.dep in ("nsubj", "nsubjpass") and (token.pos in NOUNS or token.tag == "DT")


def _mention(words: Words, span: Span, answer: Answer) -> Mention:
    start, end = words.characters(span)
    score = answer.score if answer.referents else 0.0
    reason = Reason(feature=span.base, score=score, detail=answer.rule or span.reason)
    return Mention(
        start=start, end=end, kind=span.kind, referents=answer.referents, reasons=(reason,)
    )
