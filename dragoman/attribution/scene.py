"""One document laid out for attribution: sentences as trees, quotations, who is named where."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from dragoman.attribution.quotes import Passages, quotations
from dragoman.attribution.syntax import Tree
from dragoman.records.codec import Record
from dragoman.records.documents import Document, Section
from dragoman.records.readings import Mention, Reading

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
LONGEST_FRAGMENT = 12  # words; what is longer than this is a sentence of its own


class Place(Record, frozen=True, kw_only=True):
    """A token: its sentence in the reading, and its index there."""

    sentence: int
    token: int


class Scene:
    """What the finders of speakers ask of a document; trees are grown when first asked for."""

    def __init__(self, document: Document, reading: Reading) -> None:
        self.document = document
        self.reading = reading
        self.passages = Passages(quotations(document.text, document.sections))
        self._trees: dict[int, Tree] = {}
        self._sentence_starts = [sentence.start for sentence in reading.sentences]
        self._mentions = sorted(reading.mentions, key=lambda mention: mention.start)
        self._mention_starts = [mention.start for mention in self._mentions]
        self._longest = max((mention.end - mention.start for mention in self._mentions), default=0)

    def tree(self, sentence: int) -> Tree:
        """The tree of a sentence."""
        if sentence not in self._trees:
            self._trees[sentence] = Tree(self.reading.sentences[sentence], sentence)
        return self._trees[sentence]

    def section(self, sentence: int) -> Section:
        """The section that a sentence stands in."""
        return self.document.sections[self.reading.sentences[sentence].section]

    def sentence_at(self, offset: int) -> int | None:
        """Index of the last sentence that begins at or before this character."""
        index = bisect_right(self._sentence_starts, offset) - 1
        return index if index >= 0 else None

    def neighbour(self, sentence: int, step: int) -> int | None:
        """The sentence before (-1) or after (1) in the same section."""
        other = sentence + step
        if not 0 <= other < len(self.reading.sentences):
            return None
        same = self.reading.sentences[other].section == self.reading.sentences[sentence].section
        return other if same else None

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
        return [
            Place(sentence=sentence, token=index)
            for index, token in enumerate(tokens)
            if inner[0] <= token.start and token.end <= inner[1]
        ]

    def beginning_in(self, sentence: int) -> list[int]:
        """The quotations that begin in a sentence."""
        span = self.reading.sentences[sentence]
        return list(self.passages.beginning(span.start, span.end))

    def is_fragment(self, passage: int) -> bool:
        """Whether a quotation is a few words of a larger sentence and no sentence itself."""
        places = self.within(passage)
        inner = self.passages.all[passage].inner
        if not places or len(places) > LONGEST_FRAGMENT:
            return False
        sentence = places[0].sentence
        if self.sentence_at(inner[1] - 1) != sentence:
            return False
        tags = [self.tree(sentence)[place.token].tag for place in places]
        commands = tags[0] == "VB" or self.document.text[inner[1] - 1] in "!?"
        return not commands and not FINITE & set(tags)
