"""Narrative time: what a text has told so far of when things happened."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.coding.dates.again import Memory
from dragoman.coding.dates.headlines import Headlines
from dragoman.coding.dates.late import Late
from dragoman.coding.dates.setting import Setting
from dragoman.coding.dates.story import Countries, Deed, Story
from dragoman.coding.lexicon import Lexicon
from dragoman.records.documents import Document
from dragoman.records.readings import Reading, TimeExpression, Token


class Narrative:
    """The time of one document, from sentence to sentence."""

    def __init__(self, document: Document, reading: Reading, lexicon: Lexicon) -> None:
        self.document, self.reading, self.lexicon = document, reading, lexicon
        self.times = tuple(t for t in reading.times if t.end > t.start)
        self.setting = Setting(document, reading, lexicon)
        self.headlines = Headlines(document, reading, self.setting)
        self.scene: TimeExpression | None = None  # what the sentence before set its events in
        self.told_now = False  # whether it did so in the present tense
        self.terms: Deed | None = None  # the treaty that the sentence before told of
        self.meeting: Deed | None = None  # what the sentence before told of talks or a visit
        self.visit: Deed | None = None  # the last talks or visit told of, however far back
        self.remembered: TimeExpression | None = None  # the day whose anniversary is kept
        self.past: TimeExpression | None = None  # the scene that "in that year" would mean
        self.near: TimeExpression | None = None  # what was dated last in the paragraph
        self.named: dict[str, TimeExpression] = {}  # when what was done: "the opening"
        self.row: TimeExpression | None = None  # the date at the head of the present line
        self.story = Story(self.setting.is_current)
        self.memory, self.late = Memory(), Late(self.setting)
        self.has_led = False  # whether the first sentence of the body is past

    def begin_unit(self) -> None:
        """A paragraph or line begins: what the one before was set in is over."""
        self.scene = self.row = self.terms = self.near = None
        if not self.setting.is_joint:  # a communiqué is all of one meeting
            self.meeting = None
        self.story.begin_paragraph()

    def begin_section(self, section: int) -> None:
        """A section begins, maybe under a question: "What happened on Sunday?"."""
        if self.setting.enter(section):  # another writes, and has told nothing yet
            self.visit = self.remembered = self.past = None
            self.story = Story(self.setting.is_current)
        self.scene, self.told_now = self.setting.asked(section), False

    def keep(self, deed: Deed) -> None:
        """Takes note of what has a date, and of what it was called."""
        self.memory.keep(deed)
        self.named[deed.name] = deed.time

    def words(self, time: TimeExpression) -> str:
        """The words that tell a time."""
        return self.document.text[time.start : time.end]

    def countries_at(self, nouns: Iterable[Token]) -> Countries:
        """The countries that these words are mentions of."""
        return frozenset(
            referent.country
            for noun in nouns
            for mention in self.reading.mentions
            if mention.start <= noun.start < mention.end
            for referent in mention.referents
            if referent.country
        )
