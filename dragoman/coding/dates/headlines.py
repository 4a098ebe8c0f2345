"""Headlines: what stands over a piece of news happened on the day with which it begins."""

from __future__ import annotations

from dragoman.coding.dates.setting import FINITE, Setting
from dragoman.coding.sides.datelines import dateline_end
from dragoman.coding.syntax import Tree
from dragoman.coding.tense import PRESENT, root_of
from dragoman.records.documents import Document
from dragoman.records.readings import Reading, TimeExpression

_ENDS = (".", "!", "?", ":", "…")
_HEAD = 10  # sentences, titles and bylines among them, in which news comes to its day


class Headlines:
    """The headlines of one document, and the day of its first sentence."""

    def __init__(self, document: Document, reading: Reading, setting: Setting) -> None:
        self._document, self._reading, self._setting = document, reading, setting
        self._lead = self._find_lead() if setting.is_daily else None
        self._day = self._find_day()

    def day(self, tree: Tree) -> TimeExpression | None:
        """The day of the story, if the sentence is a headline in the present tense above it."""
        sentence = tree.sentence
        if self._day is None or self._lead is None:
            return None
        above = sentence.start < self._reading.sentences[self._lead].start
        line = self._document.text[sentence.start : sentence.end].rstrip()
        present = tree.tokens[root_of(tree)].tag in PRESENT
        return self._day if above and present and not line.endswith(_ENDS) else None

    def _find_lead(self) -> int | None:
        """The first full sentence of the body that has one of the last days in it."""
        for number, sentence in enumerate(self._reading.sentences[:_HEAD]):
            kind = self._document.sections[sentence.section].kind
            told = any(token.tag in FINITE for token in sentence.tokens)
            if kind != "title" and told and self._days(number):
                return number
        return None

    def _find_day(self) -> TimeExpression | None:
        """The first day that the lead tells; that of its dateline if it tells no other."""
        if self._lead is None:
            return None
        days, sentence = self._days(self._lead), self._reading.sentences[self._lead]
        begin = dateline_end(self._document.text, sentence)
        return next((day for day in days if day.start >= begin), days[0])

    def _days(self, number: int) -> list[TimeExpression]:
        sentence = self._reading.sentences[number]
        inside = (t for t in self._reading.times if sentence.start <= t.start < sentence.end)
        return [
            time for time in inside if time.basis != "published" and self._setting.is_current(time)
        ]
