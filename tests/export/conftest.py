from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

import pytest

from dragoman.ports import EventQuery, View
from dragoman.records.claims import Claim
from dragoman.records.documents import Document
from dragoman.records.events import Event
from dragoman.records.provenance import Capture
from tests.factories import make_claim, make_document
from tests.store.making import make_event

NASTY = '=HYPERLINK("x") {a} 50% & \\b_c #1 ~ ^'


class Shelf:
    """A view of a few documents that tell one claim each."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._documents = {document.id: document for document in documents}
        self._claims = [
            make_claim(document.text, document=document.id, source=document.source.name)
            for document in self._documents.values()
        ]

    def claims(self, _: EventQuery) -> Iterator[Claim]:
        return iter(self._claims)

    def events(self, _: EventQuery) -> Iterator[Event]:
        return (make_event(claim) for claim in self._claims)

    def documents(self, ids: Iterable[str]) -> Iterator[Document]:
        return (self._documents[name] for name in sorted(set(ids)))

    def captures(self, ids: Iterable[str]) -> Iterator[Capture]:
        return (
            Capture(
                id=name,
                url="https://example.org",
                captured_at="2026-02-01T10:00:00Z",
                media_type="text/html",
                payload_digest="sha256:" + "ab" * 32,
            )
            for name in sorted(set(ids))
        )


@pytest.fixture
def view() -> View:
    plain = make_document(
        "doc_a1b2c3d4",
        "They met.",
        source="The Harbour Courier",
        title="Two states meet",
        author="A. Writer",
        published="2020-09-23",
        language="en",
        capture="cap_1",
    )
    nasty = make_document(
        "doc_ffff0000", NASTY, source=NASTY, title=NASTY, url="file:///home/me/x.txt"
    )
    return cast(View, Shelf([plain, nasty]))
