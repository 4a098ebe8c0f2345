"""Records as rows and back: the whole record in `payload`, beside it what is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace

from dragoman.records.claims import Claim
from dragoman.records.codec import Record, decode, encode
from dragoman.records.corrections import Correction, Standing
from dragoman.records.dates import sort_key
from dragoman.records.documents import Document
from dragoman.records.events import Event
from dragoman.records.links import Link
from dragoman.records.provenance import Capture, Refusal, Source

Row = dict[str, Any]


def _json(record: Record) -> str:
    return encode(record).decode()


def days(edtf: str | None) -> tuple[int | None, int | None]:
    """First and last day that a date covers, as 19660413; None for no date."""
    if edtf is None:
        return None, None
    first, last = sort_key(edtf)
    return (
        first.year * 10_000 + first.month * 100 + first.day,
        last.year * 10_000 + last.month * 100 + last.day,
    )


def _dated(occurred: str | None) -> Row:
    earliest, latest = days(occurred)
    return {"occurred": occurred, "earliest": earliest, "latest": latest}


def side_key(side: str) -> str:
    """A country code or a name as it is looked up."""
    return side.strip().casefold()


def sides(parts: Iterable[Any]) -> set[str]:
    """The keys under which an event with these participants is found."""
    names = (name for part in parts for name in (part.country, part.name) if name)
    return {side_key(name) for name in names}


def capture_row(capture: Capture) -> Row:
    """The row of a capture."""
    return {
        "id": capture.id,
        "url": capture.url,
        "payload_digest": capture.payload_digest,
        "captured_at": capture.captured_at,
        "payload": _json(capture),
    }


def source_row(source: Source) -> Row:
    """The row of an outlet."""
    return {
        "id": source.id,
        "name": source.name,
        "kind": source.kind,
        "country": source.country,
        "payload": _json(source),
    }


def document_row(document: Document) -> Row:
    """The row of a document that stands."""
    return {
        "id": document.id,
        "url": document.url,
        "capture": document.capture,
        "source": document.source.id,
        "language": document.language,
        "published": document.published,
        "superseded": False,
        "title": document.title or "",
        "text": document.text,
        "payload": _json(replace(document, text="")),
    }


def document_of(payload: str, text: str) -> Document:
    """The document of a row."""
    return replace(decode(payload, Document), text=text)


def claim_row(claim: Claim, block: str, standing: Standing) -> Row:
    """The row of a claim that stands: found by what people made of it, kept as it was coded."""
    return {
        "id": claim.id,
        "document": claim.document,
        "block": block,
        "source": claim.source,
        "section": claim.section,
        "confidence": claim.confidence,
        **corrected(claim, standing),
        "superseded": False,
        "text": claim.text,
        "payload": _json(replace(claim, text="")),
    }


def corrected(claim: Claim, standing: Standing) -> Row:
    """The columns of a claim that a correction may change."""
    amended = standing.amend(claim)
    return {
        "event_type": amended.event_type,
        "certainty": amended.certainty,
        **_dated(amended.occurred),
        "rejected": standing.rejected(claim.id),
    }


def claim_of(payload: str, text: str) -> Claim:
    """The claim of a row."""
    return replace(decode(payload, Claim), text=text)


def event_row(event: Event, block: str) -> Row:
    """The row of an event that stands."""
    return {
        "id": event.id,
        "block": block,
        "event_type": event.event_type,
        "standing": event.standing,
        **_dated(event.occurred),
        "merged_into": None,
        "withdrawn": False,
        "payload": _json(event),
    }


def link_row(link: Link, block: str | None, moment: str) -> Row:
    """The row of a verdict given at this moment."""
    judged = replace(link, judged_at=link.judged_at or moment, superseded_at=None)
    return {
        "id": link.id,
        "kind": link.kind,
        "left": link.left,
        "right": link.right,
        "score": link.score,
        "judged_by": link.judged_by,
        "judged_at": judged.judged_at,
        "superseded_at": None,
        "block": block,
        "payload": _json(judged),
    }


def correction_row(correction: Correction) -> Row:
    """The row of a correction."""
    return {
        "id": correction.id,
        "kind": correction.kind,
        "by": correction.by,
        "at": correction.at,
        "why": correction.why,
        "takes_back": correction.takes_back,
        "payload": _json(correction),
    }


def refusal_row(refusal: Refusal, url: str) -> Row:
    """The row of a refusal."""
    return {
        "url": url,
        "item": refusal.item,
        "stage": refusal.stage,
        "code": refusal.code,
        "payload": _json(refusal),
    }
