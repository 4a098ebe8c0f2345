"""One document laid out for attribution: sentences as trees, quotations, who is named where."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from dragoman.attribution.lexicon import Lexicon
from dragoman.attribution.mending import mended
from dragoman.attribution.quotes import Passages, joined, quotations
from dragoman.attribution.sections import author
from dragoman.attribution.syntax import SUBJECTS, Tree
from dragoman.records.codec import Record
from dragoman.records.documents import Document, Section
from dragoman.records.readings import Mention, Reading, Token

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_DATELINE = re.compile(
    r"[^\W\d_][\w.'’/ -]{1,40}(?:,[^—–\n,.]{1,30}){0,2}(?:\s*\([^)\n]{1,40}\))?\s*(?:—|–|--|-|:)\s"
)
LONGEST_FRAGMENT = 12  # words; what is longer than this is a sentence of its own


class Place(Record, frozen=True, kw_only=True):
    """A token: its sentence in the reading, and its index there."""

    sentence: int
    token: int


class Scene:
    """What the finders of speakers ask of a document; trees are grown when first asked for."""

    def __init__(self, document: Document, reading: Reading, words: Lexicon) -> None:
        self.words = words
        self.document = document
        self.reading = reading
        self.author = author(document, reading)
        stretches = joined(document.text, document.sections)
        self._stretches = [number for number, run in enumerate(stretches) for _ in run]
        self.passages = Passages(quotations(document.text, stretches))
        self.dateline = self._dateline_end()
        self._fragments: dict[int, bool] = {}
        self._trees: dict[int, Tree] = {}
        self._sentence_starts = [sentence.start for sentence in reading.sentences]
        self._mentions = sorted(reading.mentions, key=lambda mention: mention.start)
        self._mention_starts = [mention.start for mention in self._mentions]
        self._longest = max((mention.end - mention.start for mention in self._mentions), default=0)

    def tree(self, sentence: int) -> Tree:
        """The tree of a sentence."""
        if sentence not in self._trees:
            span = self.reading.sentences[sentence]
            hidden = sum(token.start < self.dateline for token in span.tokens)
            tokens = mended(span.tokens, self.words)
            self._trees[sentence] = Tree(tokens, sentence, hidden=hidden)
        return self._trees[sentence]

    def _dateline_end(self) -> int:
        """Where the dateline ends: "OSLO, May 4 (Wire) —" at the head of the body; 0 for none."""
        for sentence in self.reading.sentences:
            if self.document.sections[sentence.section].kind == "body":
                found = _DATELINE.match(self.document.text, sentence.start, sentence.end)
                return found.end() if found and _is_dateline(found.group()) else 0
        return 0

    def section(self, sentence: int) -> Section:
        """The section that a sentence stands in."""
        return self.document.sections[self.reading.sentences[sentence].section]

    def sentence_at(self, offset: int) -> int | None:
        """Index of the last sentence that begins at or before this character."""
        index = bisect_right(self._sentence_starts, offset) - 1
        return index if index >= 0 else None

    def neighbour(self, sentence: int, step: int) -> int | None:
        """The sentence before (-1) or after (1) in the same voice, over paragraphs, too."""
        other = sentence + step
        if not 0 <= other < len(self.reading.sentences):
            return None
        return other if self.in_one_voice(sentence, other) else None

    def in_one_voice(self, one: int, other: int) -> bool:
        """Whether two sentences stand in one run of sections."""
        here, there = (self.reading.sentences[sentence].section for sentence in (one, other))
        return self._stretches[here] == self._stretches[there]

    def passage_of(self, place: Place) -> int | None:
        """Index of the innermost quotation around a token."""
        token = self.tree(place.sentence)[place.token]
        return self.passages.innermost(token.start, token.end)

    def text(self, sentence: int, first: int, last: int) -> str:
        """The words from one token to another, verbatim."""
        tokens = self.tree(sentence).tokens
        return self.document.text[tokens[first].start : tokens[last].end]

    def mentions(self, start: int, end: int) -> list[Mention]:
        """The mentions that overlap these characters and mean someone."""
        first = bisect_left(self._mention_starts, start - self._longest)
        last = bisect_left(self._mention_starts, end)
        found = self._mentions[first:last]
        return [mention for mention in found if mention.end > start and mention.referents]

    def within(self, passage: int) -> list[Place]:
        """The tokens of a quotation in the sentence where it begins."""
        inner = self.passages.all[passage].inner
        sentence = self.sentence_at(inner[0])
        if sentence is None:
            return []
        tokens = self.tree(sentence).tokens
        first = bisect_left(tokens, inner[0], key=_start)
        last = bisect_left(tokens, inner[1], key=_start)
        if last > first and tokens[last - 1].end > inner[1]:
            last -= 1
        return [Place(sentence=sentence, token=index) for index in range(first, last)]

    def token_at(self, sentence: int, offset: int) -> int:
        """Index of the first token of a sentence that begins at this character, or after it."""
        return bisect_left(self.tree(sentence).tokens, offset, key=_start)

    def beginning_in(self, sentence: int) -> list[int]:
        """The quotations that begin in a sentence."""
        span = self.reading.sentences[sentence]
        return list(self.passages.beginning(span.start, span.end))

    def is_fragment(self, passage: int) -> bool:
        """Whether a quotation is a few words of a larger sentence and no sentence itself."""
        if passage not in self._fragments:
            self._fragments[passage] = self._is_fragment(passage)
        return self._fragments[passage]

    def _is_fragment(self, passage: int) -> bool:
        places = self.within(passage)
        inner = self.passages.all[passage].inner
        if not places or len(places) > LONGEST_FRAGMENT:
            return False
        sentence = places[0].sentence
        if self.sentence_at(inner[1] - 1) != sentence:
            return False
        words = [self.tree(sentence)[place.token] for place in places]
        tags, deps = {word.tag for word in words}, {word.dep for word in words}
        text, start = self.document.text, self.passages.all[passage].start
        commands = words[0].tag == "VB" or text[inner[1] - 1] in "!?"
        goes_on = text[max(0, start - 2) : start].rstrip().endswith(",")  # “X,” he said, “did it”
        return not commands and not (FINITE & tags and (goes_on or deps & SUBJECTS))


def _start(token: Token) -> int:
    return token.start


def _is_dateline(head: str) -> bool:
    """Whether words before a dash say where and when, and begin no sentence: "OSLO —"."""
    town = head.split(",", maxsplit=1)[0].split("(", maxsplit=1)[0].rstrip(" —–-:")
    dashed = not head.rstrip().endswith(":")
    return town.rstrip(":").isupper() or (
        dashed and any(sign.isdigit() or sign == "(" for sign in head)
    )
