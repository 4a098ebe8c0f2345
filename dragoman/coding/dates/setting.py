"""Settings: what a document is told in - who speaks, how near its day, under which dates."""

from __future__ import annotations

import re
from collections import deque

from dragoman.coding.lexicon import Lexicon
from dragoman.coding.sides.datelines import dateline_end
from dragoman.records.dates import bounds, precision
from dragoman.records.documents import Document, Section
from dragoman.records.readings import Reading, TimeExpression

_DAYS_OF_A_STORY = 3
_DAYS_OF_LATE = 30
_ON_THE_WAY = 2  # days from a dateline to print
_HEAD = 5  # sentences, titles among them, in which a text says when it was written
_STAMPS = frozenset(
    {"statement", "press", "release", "communiqué", "of", "date:", "published", "on"}
)
_MOST = 5  # words of a place
_DATE = 30  # characters of a line that is nothing but a date
_DASH = re.compile(r",?\s*(?:\([^)]*\)\s*)?(?:—|–|--?)")
_CLOCK = " \n\t0123456789:.,|·"
_DAILY = frozenset({"news", "state_media"})  # a ministry's past tense is as often history
_NEWS = _DAILY | {"ministry"}
_OFFICIAL = frozenset({"ministry", "state_media"})
_PERSONAL = "blog"  # as threads of posts are, what has happened is what one has just heard of
_UNSORTED = "other"  # outlets that nobody has sorted may be of any kind
_OFFICES = ("ministry of", "embassy of", "government of", "spokesperson", "presidency of")
_JOINT = ("communiqu", "joint statement", "joint declaration", "joint press")
_READOUT = re.compile(r"\b(talks?|meeting|conversation|(tele)?phone call)\b", re.IGNORECASE)
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_ASKED = frozenset({"title", "question"})


class Setting:
    """What the whole of a document says of the time of its events."""

    def __init__(self, document: Document, reading: Reading, lexicon: Lexicon) -> None:
        self._document, self._reading = document, reading
        stated = document.published or reading.published
        self.published = _written_on(document, reading, stated) or stated
        self.voice = _voice(document, reading)
        kind = document.source.kind
        days = kind in {_UNSORTED, _PERSONAL} and self._speaks_of_days(lexicon)
        unsorted = days or (kind == _UNSORTED and self._has_dateline())
        self.is_daily = kind in _DAILY or unsorted
        self.has_story = kind in _NEWS or unsorted or self.voice is not None
        self.is_joint = _is_joint(document, reading)
        self._headings = _heading_dates(document, reading, self.published)
        self._posts = deque(t for t in reading.times if t.basis == "published")
        self.is_personal, self._unsorted = kind == _PERSONAL, kind == _UNSORTED

    def enter(self, section: int) -> bool:
        """Goes on to a section; whether a comment or post begins with it, that has its own day."""
        start, begins = self._document.sections[section].start, False
        while self._posts and self._posts[0].start <= start:
            self.published, begins = self._posts.popleft().edtf, True
        self.is_personal = self.is_personal or (begins and self._unsorted)
        return begins

    def heading(self, section: int) -> TimeExpression | None:
        """The date that the heading above a section consists of."""
        return self._headings.get(section)

    def asked(self, section: int) -> TimeExpression | None:
        """The date in the question above a section: "What happened on Sunday?"."""
        above = self._document.sections[section - 1] if section else None
        if above is None or above.kind not in _ASKED:
            return None
        question = self._document.text[above.start : above.end].rstrip()
        inside = [t for t in self._reading.times if above.start <= t.start < above.end]
        return inside[0] if len(inside) == 1 and question.endswith("?") else None

    def is_answer(self, section: int) -> bool:
        """Whether a section answers the question above it, as explainers do."""
        kinds = [part.kind for part in self._document.sections[max(section - 1, 0) : section + 1]]
        return "answer" in kinds[-1:] or "question" in kinds[:-1]

    def is_comment(self, section: int) -> bool:
        """Whether a section is what a reader wrote below the text."""
        return self._document.sections[section].kind == "comment"

    def is_current(self, time: TimeExpression) -> bool:
        """Whether a date lies in the days before publication, as those of the day's news do."""
        return self._is_near(time, _DAYS_OF_A_STORY)

    def is_recent(self, time: TimeExpression) -> bool:
        """Whether a date lies in the weeks before publication."""
        return self._is_near(time, _DAYS_OF_LATE)

    def is_late(self, edtf: str) -> bool:
        """Whether all of a time lies in the weeks before publication."""
        first, last = bounds(edtf)
        published = bounds(self.published)[1] if self.published else None
        if first is None or last is None or published is None:
            return False
        return last <= published and (published - first).days <= _DAYS_OF_LATE

    def _is_near(self, time: TimeExpression, most: int) -> bool:
        if self.published is None or precision(time.edtf) != "day":
            return False
        told, published = bounds(time.edtf)[1], bounds(self.published)[1]
        return bool(told and published and 0 <= (published - told).days <= most)

    def is_past(self, time: TimeExpression) -> bool:
        """Whether it ended before publication, so that it is not when the document speaks."""
        if self.published is None:
            return False
        told, published = bounds(time.edtf)[1], bounds(self.published)[0]
        return bool(told and published and told < published)

    def is_older(self, time: TimeExpression) -> bool:
        """Whether it ended before the days of which news tells."""
        return self.is_past(time) and not self.is_current(time)

    def is_misread(self, time: TimeExpression) -> bool:
        """Whether it was reckoned as ahead, which no past tense can mean."""
        return time.basis != "stated" and self.is_ahead(time)  # a text may bear an older date

    def is_ahead(self, time: TimeExpression) -> bool:
        """Whether it lies after publication."""
        if self.published is None:
            return False
        told, published = bounds(time.edtf)[0], bounds(self.published)[1]
        return bool(told and published and told > published)

    def _has_dateline(self) -> bool:
        """Whether one of the first sentences begins "BERN, 3 May (Wire) —"."""
        text, first = self._document.text, self._reading.sentences[:_HEAD]
        return self.published is not None and any(dateline_end(text, s) > s.start for s in first)

    def _speaks_of_days(self, lexicon: Lexicon) -> bool:
        """Whether it tells of the day of publication or those before by weekdays, as news does."""
        return any(
            self._document.text[time.start : time.end].lower() in lexicon.list("times")
            and self.is_current(time)
            for time in self._reading.times
        )


def _written_on(document: Document, reading: Reading, published: str | None) -> str | None:
    """The day of a dateline or of a line above the text, if print followed soon."""
    last = bounds(published)[1] if published else None
    for sentence in reading.sentences[:_HEAD]:
        line = document.text[sentence.start : sentence.end]
        for time in reading.times:
            if not sentence.start <= time.start < sentence.end or precision(time.edtf) != "day":
                continue
            before, after = line[: time.start - sentence.start], line[time.end - sentence.start :]
            day = bounds(time.edtf)[0]
            if day and _is_head(before, after):
                near = last is None or 0 <= (last - day).days <= _ON_THE_WAY
                return time.edtf if near else None
    return None


def _is_head(before: str, after: str) -> bool:
    """Whether it is "Statement of 3 May", "3 May, 14:20", or a dateline: "BERN, 3 May (Wire) —"."""
    titled = all(word in _STAMPS for word in before.lower().split())
    if titled and not after.strip(_CLOCK):
        return True
    place = before.replace(",", " ").split()
    named = 0 < len(place) <= _MOST and all(word[0].isupper() for word in place)
    return named and _DASH.match(after) is not None


def _voice(document: Document, reading: Reading) -> str | None:
    """The country for which a document speaks."""
    if reading.voice:
        return reading.voice.country
    if document.source.country and document.source.kind in _OFFICIAL:
        return document.source.country
    return _letterhead(document, reading)


def _is_joint(document: Document, reading: Reading) -> bool:
    """Whether the lines above the first sentence call it a communiqué, or notes of one meeting."""
    above = _above(document, reading)
    return any(name in above.lower() for name in _JOINT) or _READOUT.search(above) is not None


def _above(document: Document, reading: Reading) -> str:
    """The lines above the first sentence."""
    verbs = (s.start for s in reading.sentences if any(t.tag in FINITE for t in s.tokens))
    return document.text[: next(verbs, 0)]


def _letterhead(document: Document, reading: Reading) -> str | None:
    """The country that the lines above the first sentence name, if an office writes there."""
    lines = _above(document, reading)
    if not any(office in lines.lower() for office in _OFFICES):
        return None
    above = (m for m in reading.mentions if m.start < len(lines) and len(m.referents) == 1)
    return next((m.referents[0].country for m in above), None)


def _heading_dates(
    document: Document, reading: Reading, published: str | None
) -> dict[int, TimeExpression]:
    """For each section under a heading that is nothing but a date, and not its own, that date."""
    found: dict[int, TimeExpression] = {}
    current: TimeExpression | None = None
    for index, section in enumerate(document.sections):
        alone = _date_alone(document, section, reading)
        if section.kind == "title" or alone:
            own = alone is not None and alone.edtf == published and not found
            current = None if own else alone
        elif current:
            found[index] = current
    return found


def _date_alone(document: Document, section: Section, reading: Reading) -> TimeExpression | None:
    """The date that a section is and nothing more; None if it says more."""
    line = document.text[section.start : section.end].strip("# =*\n\t:–—-")
    if len(line) > _DATE:
        return None
    inside = (t for t in reading.times if section.start <= t.start < section.end)
    return next((t for t in inside if document.text[t.start : t.end] == line), None)
