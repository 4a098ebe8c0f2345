"""Which sentence tells who is quoted: the one in which the quotation ends."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from msgspec.structs import replace

from dragoman.reading.resolve.words import NOUNS, SUBJECT, Span, Words
from dragoman.records.readings import Referent

Sentence = tuple[Words, list[Span]]
Resolve = Callable[[Words, list[Span], Span], tuple[Referent, ...]]
_AHEAD = 6  # sentences that a quotation may run on


class Quotations:
    """The quotations of one document, asked as it is read."""

    def __init__(self, sentences: Sequence[Sentence], quotes: Sequence[tuple[int, int]]) -> None:
        self._sentences, self._quotes = sentences, quotes
        self._starts = [start for start, _ in quotes]
        self._told: dict[int, Sentence] = {}

    def told_in(
        self, words: Words, spans: list[Span], offset: int, resolve: Resolve
    ) -> tuple[Words, list[Span], int]:
        """The sentence that tells whose words these are, and the first word of them in it.

        `spans` are those of this sentence, as far as they are resolved; of the one that tells,
        the bodies outside quotations are resolved.
        """
        quote = self._at(offset)
        if quote is None:
            return words, spans, 0
        if quote not in self._told:
            self._told[quote] = self._ahead(words, spans, quote, resolve)
        telling, others = self._told[quote]
        inside = (n for n, t in enumerate(telling.tokens) if self._at(t.start) == quote)
        return telling, others, next(inside, 0)

    def _at(self, offset: int) -> int | None:
        index = bisect_right(self._starts, offset) - 1
        return index if index >= 0 and offset < self._quotes[index][1] else None

    def _ahead(self, words: Words, spans: list[Span], quote: int, resolve: Resolve) -> Sentence:
        end = self._quotes[quote][1]
        for number in range(words.index, min(words.index + _AHEAD, len(self._sentences))):
            telling, others = self._sentences[number]
            if telling.sentence.end >= end:
                if telling is not words and (self._tells(words) or not self._tells(telling)):
                    break
                known = spans if telling is words else others
                return telling, [self._resolved(telling, known, span, resolve) for span in known]
        return words, spans

    def _tells(self, words: Words) -> bool:
        """Whether a noun outside quotations is the subject of a verb here."""
        return any(
            token.dep in SUBJECT and token.pos in NOUNS and self._at(token.start) is None
            for token in words.tokens
        )

    def _resolved(self, words: Words, spans: list[Span], span: Span, resolve: Resolve) -> Span:
        """The span, its referents told if it is a body outside quotations."""
        unsaid = span.base in ("definite", "surname") and not span.referents
        if not unsaid or self._at(words.tokens[span.first].start) is not None:
            return span
        return replace(span, referents=resolve(words, spans, span))
