"""Which days govern a word: of the time named before it, of its paragraph's story, of issue."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from dragoman.reading.resolve.asof import Days, days
from dragoman.reading.resolve.words import Words
from dragoman.records.documents import Document
from dragoman.records.readings import TimeExpression

_STORY = 600  # characters that a time goes on to hold in its paragraph
_MANY = 8  # times of which the nearest is looked for


class Moments:
    """Answers for one document and its times, in the order of the text."""

    def __init__(self, document: Document, times: Sequence[TimeExpression]) -> None:
        self._text, self._times = document.text, times
        self._starts = [time.start for time in times]
        self._inherited: dict[int, Days | None] = {}  # by sentence without a time of its own
        self.published = days(document.published)

    def of(self, words: Words, before: int) -> Days | None:
        """The days of the last time named before a character of the sentence, or of issue."""
        first = bisect_left(self._starts, words.sentence.start)
        later = self._times[first : first + _MANY]
        inside = [time for time in later if time.start < words.sentence.end]
        earlier = [time for time in inside if time.start < before] or inside
        for time in reversed(earlier):
            found = days(time.edtf)
            if found:
                return found
        return self._going_on(words) or self.published

    def told(self, words: Words) -> Days | None:
        """The days of the last time of the paragraph, whatever the tense of the sentence."""
        return self._before(words, is_present=False)

    def _going_on(self, words: Words) -> Days | None:
        """The days of the last time of the paragraph, if they are past: a story goes on in them."""
        if words.index not in self._inherited:
            self._inherited[words.index] = self._before(words, is_present=_is_present(words))
        return self._inherited[words.index]

    def _before(self, words: Words, *, is_present: bool) -> Days | None:
        start = words.sentence.start
        paragraph = max(self._text.rfind("\n", 0, start), start - _STORY)
        last = bisect_left(self._starts, start)
        for time in reversed(self._times[max(0, last - _MANY) : last]):
            found = days(time.edtf) if time.start > paragraph else None
            if found:
                opens = not self._text[paragraph + 1 : time.start].strip(" -–—•*\t")
                return found if opens or not is_present else None
        return None


def _is_present(words: Words) -> bool:
    """Whether the sentence tells of the present: its main verb is neither past nor to come."""
    root = next((n for n, t in enumerate(words.tokens) if t.head == n and t.pos != "PUNCT"), 0)
    helpers = {t.tag for t in words.tokens if t.head == root and t.dep in ("aux", "auxpass")}
    return words.tokens[root].tag in ("VBZ", "VBP") or bool(helpers & {"VBZ", "VBP"})
