"""Whose voice a section is, before anyone in it is heard."""

from __future__ import annotations

from dragoman.records.claims import Speaker
from dragoman.records.documents import Document, Section
from dragoman.records.readings import Reading


def author(document: Document, reading: Reading) -> Speaker:
    """The document's own voice: who signed it, or its source; and the state it speaks for."""
    voice = None if reading.voice is None else reading.voice.country
    return Speaker(
        role="author",
        name=document.author or document.source.name,
        country=document.source.country or voice,
    )


def voice_of(document: Document, reading: Reading, section: Section) -> Speaker:
    """Who speaks in a section: a reader in a comment, the writer of a quoted block, the author."""
    if section.kind == "comment":
        name = section.author or (document.author if section.by_author else None)
        return Speaker(role="commenter", name=name)
    if section.kind == "quote_block":
        return Speaker(role="quoted", name=section.author)
    own = author(document, reading)
    if section.author is None:
        return own
    return Speaker(role="author", name=section.author, country=own.country)
