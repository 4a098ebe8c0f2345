"""Pages made of sections, to read times in."""

from __future__ import annotations

from dragoman.records.documents import Document, Section, SectionKind
from dragoman.records.provenance import Source


def page(*parts: tuple[SectionKind | None, int, str], published: str | None) -> Document:
    """A document of sections (kind, level, words), and of furniture, which no section covers."""
    text, sections = "", []
    for kind, level, words in parts:
        if kind is not None:
            end = len(text) + len(words)
            sections.append(Section(kind=kind, start=len(text), end=end, level=level))
        text += words + "\n"
    return Document(
        id="doc_1",
        path="a.txt",
        url="file:a.txt",
        source=Source(id="a", name="A"),
        text=text,
        sections=tuple(sections),
        published=published,
    )
