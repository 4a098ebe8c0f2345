"""Whether a text is an author's own, whose `we` are people and not a state."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dragoman.reading.resolve.lexicon import word_set
from dragoman.reading.resolve.words import Span, Words
from dragoman.records.documents import Document

_ORGANS = frozenset({"ministry", "state_media"})
_PRIVATE = frozenset({"blog", "ngo"})
_ADDRESS = re.compile(
    r"\b(?:Mr\.? (?:President|Chairman|Speaker)|Madam|Excellenc(?:y|ies)|Ladies and gentlemen"
    r"|Comrades|[Dd]ear (?:friends|colleagues|compatriots|guests)|[Ff]ellow citizens|compatriots)\b"
)
_OUR = frozenset({"our", "ours"})
_AUTHORS = frozenset({"i", "me", "my", "myself"})
_OF_AUTHORS = word_set(
    "reader readers correspondent correspondents reporter reporters blog newspaper paper site"
    " website editor editors post page podcast column columnist newsletter subscribers"
)


def is_personal(
    document: Document,
    sentences: Iterable[tuple[Words, list[Span]]],
    quotes: Iterable[tuple[int, int]],
) -> bool:
    """Whether `we` are an author and readers: the text says `I`, or `our readers`.

    A speech that addresses those present says `I` for a state, and so does an organ of one.
    """
    if document.source.kind in _ORGANS or _ADDRESS.search(document.text):
        return False
    inside = list(quotes)
    return document.source.kind in _PRIVATE or any(
        _is_authors(words, number)
        and not any(first <= words.tokens[number].start < last for first, last in inside)
        for words, _ in sentences
        if document.sections[words.sentence.section].kind not in ("comment", "teaser")
        for number in range(len(words))
    )


def _is_authors(words: Words, number: int) -> bool:
    """Whether the word is an author's `I`, or the `our` of `our readers`."""
    if words.at(number) in _OUR:
        return words.at(number + 1) in _OF_AUTHORS
    return words.at(number) in _AUTHORS and words.tokens[number].tag in ("PRP", "PRP$")
