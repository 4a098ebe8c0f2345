"""For whom a document says `we` and `our country`, and who speaks inside its quotations."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

from dragoman.reading.resolve.discourse import Discourse
from dragoman.reading.resolve.lexicon import OWN
from dragoman.reading.resolve.words import Span, Words
from dragoman.records.documents import Document
from dragoman.records.readings import Referent

_OUR = frozenset({"our", "ours"})
_OPEN, _CLOSE = "“„«", "”»"


def quoted(text: str) -> list[tuple[int, int]]:
    """The stretches of a text inside double quotation marks, paragraph by paragraph."""
    spans: list[tuple[int, int]] = []
    start: int | None = None
    for offset, char in enumerate(text):
        if char == "\n" and start is not None and text[offset + 1 : offset + 2] == "\n":
            spans.append((start, offset))
            start = None
        elif char in _OPEN or (char == '"' and start is None):
            start = offset if start is None else start
        elif (char in _CLOSE or char == '"') and start is not None:
            spans.append((start, offset + 1))
            start = None
    if start is not None:
        spans.append((start, len(text)))
    return spans


def spoken_for(
    document: Document,
    sentences: Sequence[tuple[Words, list[Span]]],
    quotes: Iterable[tuple[int, int]],
) -> Referent | None:
    """The state most spoken of that never stands opposite `our country`; None if unclear."""
    inside = list(quotes)
    named: Counter[str] = Counter()
    opposite: set[str] = set()
    states: dict[str, Referent] = {}
    speaks = 0
    for words, spans in sentences:
        if document.sections[words.sentence.section].kind in ("comment", "teaser"):
            continue
        ours = _says_our(words, inside)
        speaks += ours
        for span in spans:
            for referent in span.referents:
                if referent.country and span.base == "named":
                    named[referent.country] += 1
                    if referent.kind in ("state", "people"):
                        states.setdefault(referent.country, referent)
                    if ours and span.kind != "adjective":
                        opposite.add(referent.country)
    if not speaks:
        return None
    return _most_named(named, opposite, states)


def _says_our(words: Words, quotes: list[tuple[int, int]]) -> bool:
    for number, word in enumerate(words.folded):
        if word in _OUR and any(next_ in OWN for next_ in words.folded[number + 1 : number + 3]):
            start = words.tokens[number].start
            if not any(first <= start < last for first, last in quotes):
                return True
    return False


def _most_named(
    named: Counter[str], opposite: set[str], states: dict[str, Referent]
) -> Referent | None:
    left = [(count, country) for country, count in named.items() if country not in opposite]
    left = sorted((pair for pair in left if pair[1] in states), reverse=True)
    if not left or (len(left) > 1 and left[0][0] == left[1][0]):
        return None
    return states[left[0][1]]


class Speakers:
    """Who speaks in each quotation."""

    def __init__(self, quotes: Sequence[tuple[int, int]]) -> None:
        self._quotes = quotes
        self._starts = [start for start, _ in quotes]
        self._known: dict[int, Referent | None] = {}

    def inside(self, offset: int) -> bool:
        """Whether this character stands inside quotation marks."""
        return self._index(offset) is not None

    def of(
        self, words: Words, spans: Sequence[Span], offset: int, discourse: Discourse
    ) -> Referent | None:
        """The speaker of the quotation at this character: the subject of the words around it."""
        index = self._index(offset)
        if index is None:
            return None
        if index not in self._known:
            self._known[index] = self._around(words, spans, discourse)
        return self._known[index]

    def _around(self, words: Words, spans: Sequence[Span], discourse: Discourse) -> Referent | None:
        outside = [s for s in spans if not self.inside(words.tokens[s.first].start)]
        here = [s for s in outside if words.is_subject(s.first, s.last) and s.kind != "adjective"]
        for span in here:
            if len(span.referents) == 1 and span.referents[0].kind not in ("place", "people"):
                return span.referents[0]
        return discourse.speaker(words)

    def _index(self, offset: int) -> int | None:
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and self._quotes[index][0] <= offset < self._quotes[index][1]:
            return index
        return None
