"""Entries: pages on one state that take up others one by one: "Chad – …", then "Mali – …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from dragoman.records.documents import Document, Section
from dragoman.records.readings import Mention, Reading

_LABEL: Final = re.compile(r"\s*[–—:-]\s")
_SEVERAL: Final = 2  # states that are taken up so, where it is the way of the page


class Entry(NamedTuple):
    """A stretch of a text, and the state of which it tells."""

    start: int
    end: int
    country: str


def entries(document: Document, reading: Reading, home: str | None) -> tuple[Entry, ...]:
    """The entries of a page on this state; empty if it is laid out in another way."""
    found = [entry for entry in _entries(document, reading) if entry.country != home]
    return tuple(found) if len({entry.country for entry in found}) >= _SEVERAL else ()


def _entries(document: Document, reading: Reading) -> Iterator[Entry]:
    heading: str | None = None
    for section in document.sections:
        named = [m for m in reading.mentions if section.start <= m.start < section.end]
        if section.kind == "title":
            states = {country for mention in named if (country := _state(mention))}
            heading = states.pop() if len(states) == 1 and section.level > 1 else None
        elif country := _labelled(document, section, named) or heading:
            yield Entry(section.start, section.end, country)


def _labelled(document: Document, section: Section, named: Sequence[Mention]) -> str | None:
    """The state that a section begins with, before a dash or colon."""
    first = named[0] if named and named[0].start == section.start else None
    parted = first and _LABEL.match(document.text, first.end, section.end)
    return _state(first) if first and parted else None


def _state(mention: Mention) -> str | None:
    """The state that a mention names, and nobody else."""
    one = mention.kind == "name" and len(mention.referents) == 1
    return mention.referents[0].country if one and mention.referents[0].kind == "state" else None
