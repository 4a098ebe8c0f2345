from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.reading.parse import Parser
from dragoman.reading.resolve import Catalogue, Resolver
from dragoman.records.documents import Document, Section, SectionKind
from dragoman.records.provenance import Source
from dragoman.records.readings import Mention, TimeExpression

Said = list[tuple[str, tuple[str | None, ...]]]


def document(
    text: str,
    date: str | None = "2015-06-01",
    country: str | None = None,
    title: str | None = None,
    kinds: tuple[SectionKind, ...] = (),
) -> Document:
    """A document with a section for each line; `kinds` names the kinds of the first ones."""
    sections: list[Section] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            kind: SectionKind = kinds[len(sections)] if len(sections) < len(kinds) else "body"
            sections.append(Section(kind=kind, start=start, end=start + len(line)))
        start += len(line) + 1
    return Document(
        id="doc_test",
        path="test.txt",
        url="file:test.txt",
        source=Source(id="src_test", name="Test", country=country),
        text=text,
        sections=tuple(sections),
        title=title,
        published=date,
    )


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return Catalogue.load()


@pytest.fixture(scope="session")
def resolver(catalogue: Catalogue) -> Resolver:
    return Resolver(catalogue)


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser()


@pytest.fixture(scope="session")
def mentions(resolver: Resolver, parser: Parser) -> Callable[..., tuple[Mention, ...]]:
    def read(
        read_document: Document, times: tuple[TimeExpression, ...] = ()
    ) -> tuple[Mention, ...]:
        return resolver.resolve(read_document, parser.parse(read_document), times)

    return read


@pytest.fixture(scope="session")
def said(mentions: Callable[..., tuple[Mention, ...]]) -> Callable[..., Said]:
    """Words of each mention with the countries that they mean."""

    def read(text: str, **options: object) -> Said:
        found = mentions(document(text, **options))  # type: ignore[arg-type]
        return [(text[m.start : m.end], tuple(r.country for r in m.referents)) for m in found]

    return read


@pytest.fixture(scope="session")
def names(mentions: Callable[..., tuple[Mention, ...]]) -> Callable[..., dict[str, str]]:
    """Words of each mention that means one actor, with that actor's name."""

    def read(text: str, **options: object) -> dict[str, str]:
        found = mentions(document(text, **options))  # type: ignore[arg-type]
        return {text[m.start : m.end]: m.referents[0].name for m in found if len(m.referents) == 1}

    return read
