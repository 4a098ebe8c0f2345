"""What stands at the top of a text: letterheads, datelines, the line that says who writes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from dragoman.reading.resolve.lexicon import word_set
from dragoman.reading.resolve.words import Span, Words
from dragoman.records.documents import Document

_DASHES = re.compile(r"(?:.*[)\]])?[-–—|]{1,3}.*")  # also glued: `(AP)—Chad`
_LONGEST_DATE = 8  # words
_LONGEST_HEAD = 20  # words
_LONGEST_DATELINE = 14  # words up to the dash
_TOP = 600  # characters in which a text says who writes
_ORGANS = word_set(
    "ministry government presidency embassy parliament office chancellery department secretariat"
    " directorate cabinet consulate ministerio ministère ministério presidencia cancillería"
)
_PLACES = frozenset({"state", "place"})  # whom a dateline may begin with
_OF = frozenset({"of", "for", "de", "des"})
_WORD = r"[^\W\d_a-z][^\W\d]*[.]?"
_PLACE = rf"({_WORD}(?:[ -](?:(?:of|de|el|al|da|do)[ -])?{_WORD}){{0,3}})"
_HOUSE = re.compile(r"[^\W\d_][^,;:?!|]*")  # `PORT MUSEUM` before its town, `A note from the lake`
_WRITER = re.compile(rf"\b[Bb]y (?:{_WORD} ){{1,3}}(?:in|from) {_PLACE}")
_SIGNED = re.compile(rf"\b[Bb]y {_WORD}(?: {_WORD}){{0,2}}, {_PLACE}(?=,|\n|$)")
_NOTED = re.compile(r"\b(?:filed|tags?|tagged|topics?|categor(?:y|ies)|section)\b.*", re.IGNORECASE)
_LETTER = re.compile(r"\b(?:[Oo]pen letter|Letter to|Dear [A-Z])|^Sir\b", re.MULTILINE)
_NATIONAL = re.compile(r"\b[Ff]rom an? ([^\W\d_a-z]\w+)")  # `Letter from a Ghanaian`
_LONGEST_OUTLET = 18  # words of a line that names a newspaper, or a blog
_DATED = re.compile(rf"(?:^|[–—|] |\n)[ \t]*{_PLACE}(?:, {_WORD})?, [^\n,;|]{{0,20}}\d")


def agencies(words: Words, spans: Sequence[Span]) -> list[str]:
    """The states of agencies in brackets before the dash of a dateline."""
    return [
        span.referents[0].country
        for span in spans
        if span.referents
        and span.referents[0].kind == "media"
        and span.referents[0].country
        and words.at(span.first - 1) == "("
        and _DASHES.fullmatch(words.at(span.last + 2))
    ]


def dateline(words: Words, spans: Sequence[Span]) -> str | None:
    """The state from whose seat a sentence is datelined: of `BEIJING, June 12 -- …`."""
    first = spans[0] if spans else None
    if first is None or first.first or not first.referents:
        return None
    if first.referents[0].kind not in _PLACES:
        return None
    alone = _is_only_dated(words, first.last + 1)
    return first.referents[0].country if alone or _is_dashed(words, first.last + 1) else None


def _is_dashed(words: Words, number: int) -> bool:
    """Whether a dash follows a place in capitals, or a place with a date."""
    rest = words.tokens[number : number + _LONGEST_DATELINE]
    end = next((n for n, token in enumerate(rest) if _DASHES.fullmatch(token.text)), None)
    if end is None:
        return False
    shouted = words.tokens[0].text.isupper() and len(words.tokens[0].text) > 2
    dated = words.at(number) == "," and any(token.text.isdigit() for token in rest[:end])
    return shouted or dated


def _is_only_dated(words: Words, number: int) -> bool:
    """Whether a comma and a date, and no more, follow: of a line `Havana, March 23, 2023`."""
    rest = words.tokens[number:]
    dated = any(token.tag == "CD" for token in rest) and len(rest) <= _LONGEST_DATE
    return dated and words.at(number) == "," and all(t.pos not in ("VERB", "AUX") for t in rest)


def is_head(words: Words, document: Document) -> bool:
    """Whether a line at the top is no sentence but says who writes, or when and where."""
    is_title = document.sections[words.sentence.section].kind == "title"
    text = document.text[words.sentence.start : words.sentence.end]
    capital = [token.text for token in words.tokens if token.text.isalpha() and len(token.text) > 3]
    named = all(word[0].isupper() for word in capital) and len(words) < _LONGEST_HEAD
    finite = any(t.tag in ("VBZ", "VBP", "VBD", "MD") for t in words.tokens)
    return (is_title and text.isupper()) or (named and not finite)


def is_organ(words: Words) -> bool:
    """Whether a line at the top names an organ of state: `Ministry of Trade`."""
    if all(token.text.isupper() for token in words.tokens if token.text.isalpha()):
        return any(word in _ORGANS for word in words.folded)
    return any(
        word in _ORGANS and _OF.intersection(words.folded[number : number + 4])
        for number, word in enumerate(words.folded[:6])
    )


def bylines(document: Document) -> Iterator[str]:
    """The places that the title and the lines below it give as where it was written."""
    house, comma, town = (document.title or "").rpartition(", ")
    if comma and _HOUSE.fullmatch(house):
        yield town
    end = 0
    for section in sorted(document.sections, key=lambda section: section.start):
        if section.start > _TOP or section.kind == "comment":
            return
        line = document.text[end : section.start].strip()
        for pattern in (_WRITER, _SIGNED, _DATED):
            yield from (place.strip() for place in pattern.findall(line))
        end = max(end, section.end)


def outlets(document: Document) -> Iterator[str]:
    """The names in the lines below the title that say what paper or blog it is, and whose."""
    head = document.text[:_TOP].removeprefix(document.title or "")
    for line in filter(None, (line.strip() for line in head.split("\n"))):
        if len(line.split()) > _LONGEST_OUTLET or line.endswith((".", "!", "?", ":")):
            return
        words = [word.strip("“”\"'(),;:") for word in _NOTED.sub("", line).split()]
        yield from (word for word in words if word[:1].isupper())
        yield from (f"{one} {two}" for one, two in pairwise(words) if two[:1].isupper())


def is_letter(document: Document) -> bool:
    """Whether a text is addressed to somebody: `Dear Kofi`, `Open letter`."""
    return _LETTER.search(document.text[:_TOP]) is not None


def nationals(document: Document) -> list[str]:
    """What those who write at the top call themselves: `from a Ghanaian in Lagos`."""
    return _NATIONAL.findall(document.text[:_TOP])
