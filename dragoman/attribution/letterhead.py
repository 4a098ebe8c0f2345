"""Whose paper a document is written on: the office named at its head, where no source is known."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.records.codec import Record
from dragoman.records.documents import Document, Section
from dragoman.records.readings import Reading, Referent

_LINES = 4  # at the head of a document, in which a letterhead stands
_LONGEST = 90  # characters of such a line
_OFFICE = re.compile(
    r"\b(?:ministry|embassy|permanent mission|presidency|office of the (?:president|prime minister)"
    r"|foreign office|department of state|cabinet|government|consulate)\b",
    re.IGNORECASE,
)
_SMALL = frozenset({"of", "the", "and", "for", "to", "in"})


class Letterhead(Record, frozen=True, kw_only=True):
    """An office that writes in its own name, and its state."""

    name: str
    country: str | None = None


def letterhead(document: Document, reading: Reading) -> Letterhead | None:
    """The office at the head of a document; None where its source is known, or none is named."""
    if document.source.kind != "other" or document.author is not None:
        return None
    for section in _head(document):
        line = document.text[section.start : section.end].strip()
        if _OFFICE.search(line) is not None and not line.endswith((".", "?", "!")):
            state = next(_states(document, reading), None)
            return Letterhead(
                name=_name(line, state), country=None if state is None else state.country
            )
    return None


def _head(document: Document) -> Iterator[Section]:
    """The short lines with which a document begins."""
    for section in document.sections[:_LINES]:
        if section.end - section.start > _LONGEST:
            return
        yield section


def _states(document: Document, reading: Reading) -> Iterator[Referent]:
    """The states that the head names."""
    end = max((section.end for section in _head(document)), default=0)
    for mention in reading.mentions:
        if mention.start < end:
            yield from (named for named in mention.referents if named.kind == "state")


def _name(line: str, state: Referent | None) -> str:
    """The line as a name, with the state if it is not in it."""
    words = line.split()
    if line.isupper():
        words = [word.lower() if word.lower() in _SMALL else word.capitalize() for word in words]
    name = " ".join(words)
    known = state is None or state.name.lower() in name.lower()
    return name if known or state is None else f"{name} of {state.name}"
