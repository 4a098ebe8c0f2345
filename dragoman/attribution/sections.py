"""Whose voice a section is, before anyone in it is heard."""

from __future__ import annotations

from dragoman.attribution.letterhead import letterhead
from dragoman.records.claims import Speaker
from dragoman.records.codec import Record
from dragoman.records.documents import Document, Section
from dragoman.records.readings import Reading


class Author(Record, frozen=True, kw_only=True):
    """A document's own voice, and whether it is that of an office of state."""

    name: str
    country: str | None
    is_office: bool


def author(document: Document, reading: Reading) -> Author:
    """Who signed a document, its letterhead or its source; and the state it speaks for."""
    head = letterhead(document, reading)
    voice = None if reading.voice is None else reading.voice.country
    named = document.source.name if head is None else head.name
    written = None if head is None else head.country
    return Author(
        name=document.author or named,
        country=document.source.country or written or voice,
        is_office=head is not None or document.source.kind == "ministry",
    )


def voice_of(own: Author, document: Document, section: Section) -> Speaker:
    """Who speaks in a section: a reader in a comment, the writer of a quoted block, the author."""
    if section.kind == "comment":
        name = section.author or (document.author if section.by_author else None)
        return Speaker(role="commenter", name=name, by_author=section.by_author)
    if section.kind == "quote_block":
        return Speaker(role="quoted", name=section.author)
    return Speaker(role="author", name=section.author or own.name, country=own.country)
