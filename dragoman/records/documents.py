"""Documents and their sections: what was read, and which part of it is whose."""

from __future__ import annotations

from typing import Literal

from dragoman.records.codec import Record, content_id, digest
from dragoman.records.provenance import Source

SectionKind = Literal[
    "title",
    "body",
    "quote_block",
    "question",
    "answer",
    "comment",
    "infobox",
    "table",
    "list",
    "teaser",
]
PublishedBasis = Literal["stated", "metadata", "anniversary", "given", "address"]


class Section(Record, frozen=True, kw_only=True):
    """A stretch of a document's text; what no section covers is furniture of the page."""

    kind: SectionKind
    start: int
    end: int
    author: str | None = None
    level: int = 0  # 0 for the document's own title, 2 and more for headings, depth of a comment
    parent: int | None = None  # index of the section that this one replies to
    by_author: bool = False  # a comment written by the author of the document


class Document(Record, frozen=True, kw_only=True):
    """The text of one capture, cut into sections; offsets count characters of `text`."""

    id: str
    path: str
    url: str
    source: Source
    text: str
    sections: tuple[Section, ...]
    title: str | None = None
    author: str | None = None
    language: str | None = None
    published: str | None = None  # EDTF
    published_basis: PublishedBasis | None = None
    capture: str | None = None
    warnings: tuple[str, ...] = ()  # what was put aside, such as a date that cannot be


def document_id(url: str, source: Source, text: str) -> str:
    """The id of a text from a source: a better extractor makes a new document.

    Where a file lies on one machine is no part of it, so the same text has one id on all.
    """
    address = "" if url.startswith("file:") else url
    return content_id("doc", address, source.name, digest(text.encode("utf-8", "surrogatepass")))
