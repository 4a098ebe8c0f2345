"""Dates: when an event happened by the words of its text, and where they do not say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.coding.cast import dateline_end
from dragoman.coding.hours import hours
from dragoman.coding.lexicon import Lexicon
from dragoman.coding.modality import Telling
from dragoman.coding.reckoning import Distance, distances
from dragoman.coding.syntax import Tree
from dragoman.coding.tense import (
    goes_on,
    is_first_person,
    is_habitual,
    is_present,
    points_back,
)
from dragoman.coding.ties import Ties
from dragoman.coding.triggers import Match
from dragoman.records.codec import Record
from dragoman.records.dates import bounds, precision
from dragoman.records.documents import Document
from dragoman.records.readings import DateBasis, Reading, TimeExpression, Token

_NEWS = frozenset({"news", "state_media", "ministry"})
_UNSORTED = "other"  # outlets that nobody has sorted may be of any kind
_DAILY = frozenset({"news", "state_media"})  # a ministry's past tense is as often history
_OFFICIAL = frozenset({"ministry", "state_media"})
_OFFICES = ("ministry of", "embassy of", "government of", "spokesperson", "presidency of")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_DAYS_OF_A_STORY = 3
_DONE_BY_SAYING = frozenset(
    {"SUPPORT", "ACCUSE", "REQUEST", "REJECT", "THREATEN", "AGREE", "CONCEDE"}
)
_HOURS = frozenset({"morning", "noon", "afternoon", "evening", "night"})
_SELF = frozenset({"it", "he", "she", "they", "we"})
_SAYS = frozenset({"say", "add", "announce", "declare", "state"})
_STANDING = frozenset({"recognize", "sign", "establish-relations"})  # in the present, a state
_LASTS_SINCE = frozenset({"recognize", "establish-relations"})  # "since 1988" says when it was done


class Dated(Record, frozen=True, kw_only=True):
    """When it happened, the words that say so, and how that follows from them."""

    edtf: str | None = None
    text: str | None = None
    basis: DateBasis | None = None


UNDATED = Dated()


class Dater:
    """Dates the events of one document, sentence by sentence in the order of the text."""

    def __init__(self, document: Document, reading: Reading, lexicon: Lexicon) -> None:
        self.document, self.reading, self.lexicon = document, reading, lexicon
        self.published = document.published or reading.published
        self.voice = _voice(document, reading)
        self.scene: TimeExpression | None = None  # what the sentence before set its events in
        self.past: TimeExpression | None = None  # the scene that "in that year" would mean
        self.deeds: dict[str, TimeExpression] = {}  # when what was done: "the opening"
        self.row: TimeExpression | None = None  # the date at the head of the present line
        self.story: TimeExpression | None = None  # the day that a piece of news tells of
        self.doers: frozenset[str] = frozenset()  # the countries that acted that day
        self.aside = False  # whether the paragraph has left the day's story for an older one
        kind = document.source.kind
        self.is_daily = kind in _DAILY or (kind == _UNSORTED and self._speaks_of_days())
        self._headings = _heading_dates(document, reading)

    def open(self, number: int, tree: Tree, matches: Sequence[Match]) -> SentenceDates:
        """The dates of one sentence; sentences must be opened in their order."""
        if self._is_new_unit(number):
            self.scene = self.row = None
            self.aside = False
        dates = SentenceDates(self, tree, matches)
        self.row = dates.row_head or self.row
        return dates

    def close(self, dates: SentenceDates) -> None:
        """Keeps what a sentence says of the time in which the next one goes on."""
        self.scene = dates.scene()
        self.past = self.scene or next(reversed(dates.used), self.past)
        current = [time for time in dates.used if self._is_current(time)]
        self.aside = self.aside or len(current) < len(dates.used)
        if current and (self.is_daily or self.document.source.kind in _NEWS):
            days = [*current, self.story] if self.story else current
            latest = max(days, key=lambda time: time.edtf)
            before = self.doers if self.story and self.story.edtf == latest.edtf else frozenset()
            self.story, self.doers = latest, before | dates.doers_on(latest.edtf)

    def countries_at(self, nouns: Iterable[Token]) -> frozenset[str]:
        """The countries that these words are mentions of."""
        return frozenset(
            referent.country
            for noun in nouns
            for mention in self.reading.mentions
            if mention.start <= noun.start < mention.end
            for referent in mention.referents
            if referent.country
        )

    def heading(self, section: int) -> TimeExpression | None:
        """The date that the heading above a section consists of."""
        return self._headings.get(section)

    def _speaks_of_days(self) -> bool:
        """Whether it tells of the day of publication or those before by weekdays, as news does."""
        return any(
            self.document.text[time.start : time.end].lower() in self.lexicon.list("times")
            and self._is_current(time)
            for time in self.reading.times
        )

    def _is_current(self, time: TimeExpression) -> bool:
        """Whether a date lies in the days before publication, as those of the day's news do."""
        if self.published is None or precision(time.edtf) != "day":
            return False
        told, published = bounds(time.edtf)[1], bounds(self.published)[1]
        return bool(told and published and 0 <= (published - told).days <= _DAYS_OF_A_STORY)

    def _is_new_unit(self, number: int) -> bool:
        """Whether a paragraph, line or section begins here."""
        if number == 0:
            return True
        before, here = self.reading.sentences[number - 1], self.reading.sentences[number]
        return before.section != here.section or "\n" in self.document.text[before.end : here.start]


class SentenceDates:
    """The dates that the events of one sentence can have."""

    def __init__(self, dater: Dater, tree: Tree, matches: Sequence[Match]) -> None:
        sentence = tree.sentence
        begin = dateline_end(dater.document.text, sentence)
        self.dater, self.tree = dater, tree
        here = (t for t in dater.reading.times if sentence.start <= t.start < sentence.end)
        self.times = [t for t in here if not self._is_beyond(t)]
        self.ties = Ties(tree, self.times, matches, dater.lexicon, begin)
        self.used: list[TimeExpression] = []  # those that dated an event
        self._done: list[tuple[str, frozenset[str]]] = []  # on which of these dates who acted
        self.row_head = self.ties.row_head()
        self._inherited = dater.scene or (dater.past if points_back(tree) else None)
        self._goes_on = goes_on(tree, dater.lexicon) and not self.ties.at_clause()

    def _is_beyond(self, time: TimeExpression) -> bool:
        """Whether it lies after publication, which no past tense can mean."""
        root = next((t for i, t in enumerate(self.tree.tokens) if t.head == i), None)
        if self.dater.published is None or root is None or root.tag != "VBD":
            return False
        told, published = bounds(time.edtf)[0], bounds(self.dater.published)[1]
        return bool(told and published and told > published)

    def scene(self) -> TimeExpression | None:
        """The time in which the next sentence goes on: one set first, or taken over."""
        return self.ties.fronted() or (self._inherited if self._goes_on else None)

    def doers_on(self, day: str) -> frozenset[str]:
        """The countries that the sentence says acted on this day."""
        return frozenset(country for edtf, doers in self._done if edtf == day for country in doers)

    def date(self, telling: Telling, countries: frozenset[str | None]) -> Dated:
        """When the event happened; UNDATED where the text does not say."""
        own = self.ties.own(telling)
        said = self._is_done_by_saying(telling, countries)
        if own and (self.row_head or not said or not self._is_past(own)):
            self.used.append(own)
            self._done.append((own.edtf, self._doers(telling)))
            self.dater.deeds[self.tree.keys[telling.match.head]] = own
            return self._stated(own, telling)
        reckoned = self._reckoned(telling) or self._by_hours(telling)
        if reckoned:
            return reckoned
        if self._is_older(telling):
            return UNDATED
        if self.row_head or (self.dater.row and not self.times):
            return self._of_row()
        if said:
            return Dated(edtf=self.dater.published, basis="published")
        return self._of_text(telling)

    def _reckoned(self, telling: Telling) -> Dated | None:
        """When it happened by its distance from another happening; None without one."""
        verb = self.tree.first(telling.match.anchor)
        for distance in distances(self.tree, self.dater.lexicon):
            day = self._day_at(distance, verb)
            if day:
                return Dated(
                    edtf=day, text=self._text_of(distance.first, distance.last), basis="relative"
                )
        return None

    def _day_at(self, distance: Distance, verb: int) -> str | None:
        """The day of the verb, if it is what lies so far from a happening with a date."""
        if distance.clause is not None and self.tree.first(distance.clause) == verb:
            base = self._time_of(distance.verb)
            return distance.reversed().from_day(base.edtf) if base else None
        if distance.clause is None and self.tree.first(distance.verb or 0) == verb:
            base = self.dater.deeds.get(distance.deed or "", self.dater.past)
            return distance.from_day(base.edtf) if base else None
        return None

    def _time_of(self, verb: int | None) -> TimeExpression | None:
        """The time of a verb, or of the one that it is coordinated with."""
        return self.ties.at(verb) or self.ties.at(self.tree.first(verb)) if verb else None

    def _by_hours(self, telling: Telling) -> Dated | None:
        """When it happened by a part of the day, "overnight", and the day on which that is told."""
        verb = self.tree.first(telling.match.anchor)
        for part in hours(self.tree):
            day = self._day_of_telling(verb) if self.tree.first(part.verb or 0) == verb else None
            when = part.told_on(day) if day else None
            if when:
                text = self._text_of(part.first, part.last)
                return Dated(edtf=when, text=text, basis="relative")
        return None

    def _day_of_telling(self, verb: int) -> str | None:
        """The day of the verb that tells of this one: of "said on Monday that it attacked"."""
        above = (a for a in self.tree.ancestors(verb) if a != verb)
        told = next((time for a in above if (time := self.ties.at(a))), None)
        return told.edtf if told else None

    def _text_of(self, first: int, last: int) -> str:
        tokens = self.tree.tokens
        return self.dater.document.text[tokens[first].start : tokens[last].end]

    def _of_text(self, telling: Telling) -> Dated:
        """When it happened by what stands around the sentence."""
        heading = self.dater.heading(self.tree.sentence.section)
        if heading is None and self._is_state(telling):
            return UNDATED
        carried = self._carried(telling) or heading
        if carried is None and self._is_of_the_day(telling):
            return Dated(edtf=self.dater.published, basis="published")
        return self._inherit(carried)

    def date_at(self, verb: int) -> Dated:
        """The date that the syntax ties to a verb without a frame of its own."""
        time = self.ties.at(verb)
        return self._kept(time) if time else self._of_row()

    def _carried(self, telling: Telling) -> TimeExpression | None:
        """The time that the text has set before this sentence."""
        if self._inherited and self._goes_on:
            return self._inherited
        if self.dater.story and not self.dater.aside and self._is_told_next(telling):
            return None if self._is_reaction(telling) else self.dater.story
        return None

    def _is_reaction(self, telling: Telling) -> bool:
        """Whether others speak than those who acted on the day of the story."""
        if self.dater.published is None or not self.dater.is_daily:
            return False
        doers = self._doers(telling)
        return bool(doers and self.dater.doers) and not doers & self.dater.doers

    def _doers(self, telling: Telling) -> frozenset[str]:
        subjects = self.tree.arguments(telling.match.anchor).subjects
        return self.dater.countries_at(self.tree.tokens[index] for index in subjects)

    def _stated(self, time: TimeExpression, telling: Telling) -> Dated:
        once = self.tree.tokens[telling.match.anchor].tag == "VBD"  # "since May, when it left"
        if time.edtf.endswith("/..") and (once or set(telling.modes) & _LASTS_SINCE):
            start = time.edtf.removesuffix("/..")
            return Dated(edtf=start, text=self._words(time), basis=time.basis)
        return self._kept(time)

    def _is_past(self, time: TimeExpression) -> bool:
        """Whether it ended before publication, so that it is not when the document speaks."""
        told, published = bounds(time.edtf)[1], bounds(self.dater.published or "..")[0]
        return bool(told and published and told < published)

    def _of_row(self) -> Dated:
        return self._kept(self.row_head) if self.row_head else self._inherit(self.dater.row)

    def _kept(self, time: TimeExpression) -> Dated:
        return Dated(edtf=time.edtf, text=self._words(time), basis=time.basis)

    def _inherit(self, time: TimeExpression | None) -> Dated:
        if time is None:
            return UNDATED
        return Dated(edtf=time.edtf, text=self._words(time), basis="inherited")

    def _words(self, time: TimeExpression) -> str:
        return self.dater.document.text[time.start : time.end]

    def _is_of_the_day(self, telling: Telling) -> bool:
        """Whether news tells, in the simple past, what somebody has said that very day."""
        if self.dater.published is None or not self.dater.is_daily:
            return False
        return not self.dater.aside and self._is_told_next(telling)

    def _is_told_next(self, telling: Telling) -> bool:
        """Whether the sentence goes on with the day's story, in the simple past."""
        if not self._goes_on:
            return False
        if telling.event_type not in _DONE_BY_SAYING and not _HOURS & set(self.tree.words):
            return False
        verb = self._said_by(telling)
        past = {i for i in (verb, *self.tree.kids(verb, "auxpass")) if self._is_past_tense(i)}
        return bool(past) and self.tree.tokens[verb].dep in {"ROOT", "conj"}

    def _said_by(self, telling: Telling) -> int:
        """The verb; of "it denounced it, Chad said" or "said it would help", the saying."""
        tree, verb = self.tree, telling.match.anchor
        token = tree.tokens[verb]
        if token.dep != "ccomp" or tree.keys[token.head] not in _SAYS:
            return verb
        if telling.changed_by == "future":
            return token.head
        own = verb < token.head or any(tree.words[s] in _SELF for s in tree.kids(verb, "nsubj"))
        return token.head if own and self._is_past_tense(verb) else verb

    def _is_past_tense(self, verb: int) -> bool:
        return self.tree.tokens[verb].tag == "VBD"

    def _is_older(self, telling: Telling) -> bool:
        """Whether it is past for one who speaks in the present: "admits that Mali attacked"."""
        token = self.tree.tokens[telling.match.anchor]
        head = self.tree.tokens[token.head]
        return token.dep == "ccomp" and token.tag == "VBD" and head.tag in {"VBZ", "VBP"}

    def _is_state(self, telling: Telling) -> bool:
        """Whether no one day is meant: "has always helped", "recognizes no border"."""
        if telling.changed_by == "future":
            return False
        if is_habitual(self.tree, list(self.ties.sites(telling)), self.dater.lexicon):
            return True
        tag = self.tree.tokens[telling.match.anchor].tag
        return tag in {"VBZ", "VBP"} and bool(set(telling.modes) & _STANDING)

    def _is_done_by_saying(self, telling: Telling, countries: frozenset[str | None]) -> bool:
        """Whether the document itself does this by saying it: "we strongly condemn"."""
        verb = telling.match.anchor
        if self.dater.published is None or telling.event_type not in _DONE_BY_SAYING:
            return False
        if set(telling.modes) & _STANDING or not is_present(self.tree, verb):
            return False
        if is_first_person(self.tree, verb):
            return True
        if self.dater.voice is None or self.dater.voice not in countries:
            return False
        promised = telling.changed_by == "future"
        return promised or not is_habitual(self.tree, [verb], self.dater.lexicon)


def _voice(document: Document, reading: Reading) -> str | None:
    """The country for which a document speaks."""
    if reading.voice:
        return reading.voice.country
    if document.source.country and document.source.kind in _OFFICIAL:
        return document.source.country
    return _letterhead(document, reading)


def _letterhead(document: Document, reading: Reading) -> str | None:
    """The country that the lines above the first sentence name, if an office writes there."""
    verbs = (s.start for s in reading.sentences if any(t.tag in _FINITE for t in s.tokens))
    body = next(verbs, 0)
    lines = document.text[:body].lower()
    if not any(office in lines for office in _OFFICES):
        return None
    above = (m for m in reading.mentions if m.start < body and len(m.referents) == 1)
    return next((m.referents[0].country for m in above), None)


def _heading_dates(document: Document, reading: Reading) -> dict[int, TimeExpression]:
    """For each section under a heading that is nothing but a date, that date."""
    found: dict[int, TimeExpression] = {}
    current: TimeExpression | None = None
    for index, section in enumerate(document.sections):
        if section.kind == "title":
            title = document.text[section.start : section.end].strip("# =*\n\t:")
            inside = (t for t in reading.times if section.start <= t.start < section.end)
            current = next((t for t in inside if document.text[t.start : t.end] == title), None)
        elif current:
            found[index] = current
    return found
