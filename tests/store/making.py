"""Hand-made intakes: a document with its claims, as the stages would hand it over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from dragoman.ports import Intake, Store
from dragoman.records.claims import Claim
from dragoman.records.codec import content_id, digest
from dragoman.records.documents import Document, document_id
from dragoman.records.events import Event, Standing, side_of
from dragoman.records.links import Link, LinkKind
from dragoman.records.provenance import Capture, Reason, Refusal, Source
from tests.factories import make_claim, make_document

NOON = datetime(2026, 2, 1, 12, tzinfo=UTC)


def noon() -> datetime:
    """A clock that stands still."""
    return NOON


def make_capture(url: str, content: bytes) -> Capture:
    return Capture(
        id=content_id("cap", url, digest(content)),
        url=url,
        captured_at="2026-02-01T12:00:00Z",
        media_type="text/plain",
        payload_digest=digest(content),
    )


def make_page(url: str, text: str, source: str = "Encyclopedia") -> Document:
    """A document with the id that its text gives it."""
    outlet = Source(id=f"src_{source}", name=source)
    return make_document(document_id(url, outlet, text), text, url=url, source=source)


def make_intake(
    url: str = "https://example.org/a",
    text: str = "The two sides opened embassies.",
    claims: Sequence[Claim] | None = None,
    *,
    source: str = "Encyclopedia",
    blocks: Sequence[str] | None = None,
    readable: bool = True,
    content: bytes | None = None,
    config: str = "one",
    refusals: Sequence[Refusal] = (),
) -> Intake:
    """An intake of one document; its claims are moved into it."""
    document = make_page(url, text, source) if readable else None
    told = [tell(document, claim) for claim in claims or ()] if document else []
    return Intake(
        path=f"{url}.txt",
        url=url,
        capture=make_capture(url, text.encode() if content is None else content),
        document=document,
        claims=tuple(told),
        blocks=tuple(blocks or [f"block {claim.event_type}" for claim in told]),
        refusals=tuple(refusals),
        config=config,
    )


def tell(document: Document, claim: Claim) -> Claim:
    """The claim as told in this document, with the id that this gives it."""
    fields = {name: getattr(claim, name) for name in ("text", "event_type", "modes", "occurred")}
    return make_claim(
        **fields,
        document=document.id,
        source=document.source.name,
        certainty=claim.certainty,
        auxiliary=claim.auxiliary,
        confidence=claim.confidence,
        actors=[f"{p.country or ''}:{p.name}" for p in claim.actors],
        recipients=[f"{p.country or ''}:{p.name}" for p in claim.recipients],
    )


def make_event(*claims: Claim, name: str = "", standing: Standing = "single") -> Event:
    """An event of these claims, in the terms of the first."""
    first = claims[0]
    return Event(
        id=f"evt_{name}" if name else content_id("evt", first.id),
        event_type=first.event_type,
        modes=first.modes,
        contexts=first.contexts,
        quad_class=first.quad_class,
        score=first.score,
        actors=tuple(side_of(part) for part in first.actors),
        recipients=tuple(side_of(part) for part in first.recipients),
        occurred=first.occurred,
        claims=tuple(claim.id for claim in claims),
        documents=len({claim.document for claim in claims}),
        sources=len({claim.source for claim in claims}),
        standing=standing,
        disputes=(),
        confidence=first.confidence,
    )


def make_link(left: str, right: str, kind: LinkKind = "same-event", score: float = 0.9) -> Link:
    return Link(
        id=content_id("lnk", kind, left, right),
        kind=kind,
        left=left,
        right=right,
        score=score,
        reasons=(Reason(feature="type", score=score),),
        judged_by="by hand",
    )


def take_in(store: Store, *intakes: Intake) -> None:
    """Takes in these, each in a transaction of its own."""
    writer = store.writer()
    for intake in intakes:
        with writer.batch():
            writer.take_in(intake)
