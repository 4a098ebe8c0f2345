"""Payloads and documents for tests, and a short way to write down what sections should be."""

from __future__ import annotations

from dragoman.ingest import DocumentExtractor, ExtractConfig, media
from dragoman.records.documents import Document
from dragoman.records.provenance import Payload, Refusal

NOW = "2026-01-15"


def payload(
    content: str | bytes, media_type: str = media.PLAIN, *, path: str = "a.txt", url: str = ""
) -> Payload:
    raw = content.encode() if isinstance(content, str) else content
    return Payload(path=path, url=url or f"file:///x/{path}", content=raw, media_type=media_type)


def extract(
    content: str | bytes, media_type: str = media.PLAIN, *, url: str = "", now: str | None = NOW
) -> Document | Refusal:
    return DocumentExtractor(ExtractConfig(now=now)).extract(payload(content, media_type, url=url))


def read(
    content: str | bytes, media_type: str = media.PLAIN, *, url: str = "", now: str | None = NOW
) -> Document:
    document = extract(content, media_type, url=url, now=now)
    assert isinstance(document, Document), document
    return document


def refused(content: str | bytes, media_type: str = media.PLAIN) -> Refusal:
    refusal = extract(content, media_type)
    assert isinstance(refusal, Refusal)
    assert "\n" not in refusal.detail
    assert refusal.stage == "ingest"
    return refusal


def kinds(document: Document) -> list[tuple[str, str]]:
    """The kind and the words of each section."""
    return [(part.kind, document.text[part.start : part.end]) for part in document.sections]


def of_kind(document: Document, kind: str) -> list[str]:
    return [words for named, words in kinds(document) if named == kind]


def covered(document: Document) -> str:
    """The words of all sections, one a line."""
    return "\n".join(words for _, words in kinds(document))
