from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast

import pytest

from dragoman.corroboration import Corroborate
from dragoman.corroboration.relation import relation
from dragoman.dossier.build import Wanted, build
from dragoman.ports import EventQuery, View
from dragoman.records.claims import Claim
from dragoman.records.documents import Document
from dragoman.records.dossiers import Dossier
from dragoman.records.events import Event
from dragoman.records.links import Link
from dragoman.records.provenance import Capture
from tests.factories import STATES, make_claim, make_document, make_witness


class Shelf:
    """A view of hand-made claims, with the documents that they name."""

    def __init__(
        self,
        claims: Iterable[Claim],
        documents: Iterable[Document] = (),
        copies: Iterable[Link] = (),
    ) -> None:
        self._copies = tuple(copies)
        self._claims = {claim.id: claim for claim in claims}
        given = {document.id: document for document in documents}
        named = {claim.document: claim for claim in self._claims.values()}
        made = {
            name: make_document(name, claim.text, source=claim.source, capture=f"cap_{name}")
            for name, claim in named.items()
        }
        self._documents = made | given
        witnesses = [make_witness(claim) for claim in named.values()]
        room = Corroborate(STATES.get)
        self._events, _ = room.corroborate(self._claims.values(), witnesses, self._copies)

    def document(self, document_id: str) -> Document | None:
        return self._documents.get(document_id)

    def documents(self, ids: Iterable[str] | None = None) -> Iterator[Document]:
        wanted = self._documents if ids is None else set(ids)
        return (self._documents[name] for name in sorted(wanted))

    def claim(self, claim_id: str) -> Claim | None:
        return self._claims.get(claim_id)

    def claims(self, query: EventQuery) -> Iterator[Claim]:
        return iter(()) if query.sides else iter(self._claims.values())

    def events(self, query: EventQuery) -> Iterator[Event]:
        for event in self._events:
            codes = {side.country for side in (*event.actors, *event.recipients)}
            if set(query.sides) <= codes:
                yield event

    def captures(self, ids: Iterable[str] | None = None) -> Iterator[Capture]:
        return (
            Capture(
                id=name,
                url="https://example.org",
                captured_at="2026-02-01T00:00:00Z",
                media_type="text/html",
                payload_digest="sha256:" + "ab" * 32,
            )
            for name in sorted(set(ids or ()))
        )

    def copies(self, documents: Iterable[str]) -> Iterator[Link]:
        return iter(self._copies)

    def counts(self) -> dict[str, int]:
        return {}


def dossier_of(
    *claims: Claim,
    documents: Iterable[Document] = (),
    copies: Iterable[Link] = (),
    wanted: Wanted | None = None,
) -> Dossier:
    view = cast(View, Shelf(claims, documents, copies))
    return build(view, "PRK", "PSE", STATES.get, relation, wanted)


def copy_of(later: str, earlier: str) -> Link:
    """The verdict that one document repeats another."""
    return Link(
        id=f"lnk_{later}_{earlier}",
        kind="copy-of",
        left=later,
        right=earlier,
        score=0.9,
        reasons=(),
        judged_by="by hand",
    )


@pytest.fixture
def claims() -> tuple[Claim, ...]:
    """Two states as five sources of different minds might tell of them."""
    opened = "The two governments opened embassies on 13 April 1966, and envoys soon followed."
    long = (
        "In the years that followed, with trade at a low ebb and the region at war again, "
        "the northern capital, which had trained pilots for several of its friends before, is "
        "known to have supplied rifles, mortars and radio sets to fighters in the camps, "
        "although how much was paid for and how much was given is a matter on which the "
        "archives that have been opened since say next to nothing."
    )
    at = long.index("supplied")
    return (
        make_claim(
            opened,
            modes=("establish-relations",),
            occurred="1966-04-13",
            source="Foreign Ministry",
            published="2021-04-13",
            actors=("PRK", "PSE"),
            recipients=(),
        ),
        make_claim(
            "Relations were taken up in 1966.",
            modes=("establish-relations",),
            occurred="1966",
            source="Encyclopedia",
        ),
        make_claim(
            "Embassies followed in 1967.",
            modes=("establish-relations",),
            occurred="1967",
            source="Harbour Blog",
        ),
        make_claim(
            "Arafat came to Pyongyang in October 1981 as a guest of state.",
            "CONSULT",
            ("visit",),
            actors=("PSE:Yasser Arafat",),
            recipients=("PRK",),
            occurred="1981-10",
            source="Encyclopedia",
            start=400,
        ),
        make_claim(
            long,
            "AID",
            occurred="198X",
            source="Encyclopedia",
            start=900,
            auxiliary=("historical",),
            trigger={"text": "supplied", "start": 900 + at, "end": 908 + at},
        ),
        make_claim(
            "Kim sent Abbas a letter of thanks on 22 September 2020.",
            "CONSULT",
            ("letter",),
            actors=("PRK:Kim Jong Un",),
            recipients=("PSE:Mahmoud Abbas",),
            occurred="2020-09-22",
            source="Harbour Blog",
            start=300,
        ),
        make_claim(
            "The state has sold rocket launchers to the armed wing.",
            "AID",
            occurred="2023-10",
            source="Evening Post",
            role="reported",
            speaker="a southern intelligence service",
        ),
        make_claim(
            "The state never sold rocket launchers to any armed wing.",
            "AID",
            source="Foreign Ministry",
            role="quoted",
            speaker="Foreign Ministry spokesman",
            certainty="CT-",
            start=500,
        ),
        make_claim(
            "It may have trained fighters too.", "AID", source="Evening Post", certainty="PS+",
            start=700,
        ),
        make_claim(
            "They only do it for the money, they armed everyone.",
            "AID",
            source="Harbour Blog",
            role="commenter",
            speaker="a_reader",
            start=1500,
        ),
    )  # fmt: skip


@pytest.fixture
def dossier(claims: tuple[Claim, ...]) -> Dossier:
    return dossier_of(*claims)
