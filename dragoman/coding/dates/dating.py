"""Dates: when the events of a document happened, sentence by sentence."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding.dates.narrative import Narrative
from dragoman.coding.dates.onward import Onward
from dragoman.coding.dates.sentence_dates import Dated, SentenceDates
from dragoman.coding.lexicon import Lexicon
from dragoman.coding.syntax import Tree
from dragoman.coding.triggers import Match
from dragoman.records.documents import Document
from dragoman.records.readings import Reading

__all__ = ["Dated", "Dater", "SentenceDates"]


class Dater:
    """Dates the events of one document, sentence by sentence in the order of the text."""

    def __init__(self, document: Document, reading: Reading, lexicon: Lexicon) -> None:
        self._told = Narrative(document, reading, lexicon)

    def open(self, number: int, tree: Tree, matches: Sequence[Match]) -> SentenceDates:
        """The dates of one sentence; sentences must be opened in their order."""
        if self._is_new_unit(number):
            self._told.begin_unit()
        if self._is_new_section(number):
            self._told.begin_section(tree.sentence.section)
        dates = SentenceDates(self._told, tree, matches)
        self._told.row = dates.row_head or self._told.row
        return dates

    def close(self, dates: SentenceDates) -> None:
        """Keeps what a sentence says of the time in which the next one goes on."""
        left, told, before = Onward(dates), self._told, self._told.scene
        told.scene, told.terms, told.meeting = left.scene(), left.terms(), left.meeting()
        told.visit = told.meeting or told.visit
        told.remembered = left.remembered() or told.remembered
        if told.scene != before:
            told.told_now = left.is_present()
        told.near = left.last() or told.near
        told.past = told.near or told.past
        told.has_led = told.has_led or left.leads()
        if left.quotes():  # what is told in somebody's words leaves the day's story as it is
            return
        if told.setting.has_story:
            told.story.tell(dates.done or left.uncoded())
        if left.leaves():
            told.story.leave()
        elif left.looks_back():
            told.story.end()

    def _is_new_section(self, number: int) -> bool:
        sentences = self._told.reading.sentences
        return number > 0 and sentences[number - 1].section != sentences[number].section

    def _is_new_unit(self, number: int) -> bool:
        """Whether a paragraph, line or section begins here."""
        if number == 0 or self._is_new_section(number):
            return True
        before, here = self._told.reading.sentences[number - 1 : number + 1]
        return "\n" in self._told.document.text[before.end : here.start]
