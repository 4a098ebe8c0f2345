"""Taking in a document: its version at its address, its claims, what they make stale."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from msgspec.structs import replace
from sqlalchemy import Connection, delete, exists, func, insert, select, update

from dragoman.ports import Intake
from dragoman.records.claims import Claim
from dragoman.records.documents import Document
from dragoman.store import rows
from dragoman.store.engine import insert_new, upsert
from dragoman.store.ledger import standing_of
from dragoman.store.schema import (
    CAPTURES,
    CLAIM_SIDES,
    CLAIMS,
    DOCUMENTS,
    INTAKE,
    REFUSALS,
    SOURCES,
    STALE_BLOCKS,
)


def take_in(connection: Connection, intake: Intake, moment: str) -> None:
    """Keeps one document with its claims, and marks their blocks as stale."""
    capture = rows.capture_row(intake.capture) | {"recorded_at": moment}
    upsert(connection, CAPTURES, [capture])
    if intake.document is not None:
        _put_document(connection, _captured(intake, intake.document), moment)
    before = _arrive(connection, intake, moment)
    _put_refusals(connection, intake, moment)
    if intake.document is not None:
        _put_claims(connection, intake, intake.document.id, moment)
    if before is not None:
        _retire(connection, before)


def mark_stale(connection: Connection, blocks: Iterable[str]) -> None:
    """Marks blocks whose events no longer follow from their claims."""
    insert_new(connection, STALE_BLOCKS, [{"block": block} for block in sorted(set(blocks))])


def _captured(intake: Intake, document: Document) -> Document:
    return document if document.capture else replace(document, capture=intake.capture.id)


def _put_document(connection: Connection, document: Document, moment: str) -> None:
    source = rows.source_row(document.source) | {"recorded_at": moment}
    upsert(connection, SOURCES, [source])
    upsert(connection, DOCUMENTS, [rows.document_row(document) | {"recorded_at": moment}])


def _arrive(connection: Connection, intake: Intake, moment: str) -> str | None:
    """Notes what the address holds now; the document that stood there till now, if any did.

    Where new bytes could not be read, the version before them goes on standing.
    """
    here = INTAKE.c.url == intake.url
    digest = intake.capture.payload_digest
    stood = connection.execute(
        select(INTAKE.c.document, INTAKE.c.payload_digest).where(here, INTAKE.c.stands)
    ).first()
    document = intake.document.id if intake.document else None
    version = _version(connection, intake.url, document)
    connection.execute(update(INTAKE).where(here).values(latest=False))
    if document is not None or (stood is not None and stood.payload_digest == digest):
        connection.execute(update(INTAKE).where(here).values(stands=False))
    row = {
        "url": intake.url,
        "payload_digest": digest,
        "config": intake.config,
        "path": intake.path,
        "document": document,
        "version": version,
        "latest": True,
        "stands": document is not None,
        "recorded_at": moment,
    }
    upsert(connection, INTAKE, [row], key=("url", "payload_digest", "config"))
    return None if stood is None else str(stood.document)


def _version(connection: Connection, url: str, document: str | None) -> int | None:
    """The number of this document among those of its address, from 1."""
    if document is None:
        return None
    versions = select(func.max(INTAKE.c.version)).where(INTAKE.c.url == url)
    known = connection.scalar(versions.where(INTAKE.c.document == document))
    return known or (connection.scalar(versions) or 0) + 1


def _put_refusals(connection: Connection, intake: Intake, moment: str) -> None:
    """What was refused when this address was last read; older refusals are answered by it."""
    connection.execute(delete(REFUSALS).where(REFUSALS.c.url == intake.url))
    refused = [rows.refusal_row(r, intake.url) | {"recorded_at": moment} for r in intake.refusals]
    if refused:
        connection.execute(insert(REFUSALS), refused)


def _put_claims(connection: Connection, intake: Intake, document: str, moment: str) -> None:
    """Puts the claims of a document in place of those that an earlier reading made."""
    before = {row.id: row for row in connection.execute(_claims_of(document)) if not row.superseded}
    standing = standing_of(connection, (claim.id for claim in intake.claims))
    told = [
        (claim, rows.claim_row(claim, block, standing))
        for claim, block in zip(intake.claims, intake.blocks, strict=True)
    ]
    changed = [(claim, row) for claim, row in told if _differs(row, before.get(claim.id))]
    gone = before.keys() - {claim.id for claim in intake.claims}
    upsert(connection, CLAIMS, [row | {"recorded_at": moment} for _, row in changed])
    _put_sides(connection, document, [standing.amend(claim) for claim, _ in changed])
    _supersede(connection, [before[claim].row for claim in gone])
    moved = [before[row["id"]].block for _, row in changed if row["id"] in before]
    stale = [row["block"] for _, row in changed] + [before[claim].block for claim in gone]
    mark_stale(connection, stale + moved)


def _claims_of(document: str) -> Any:
    columns = (CLAIMS.c.row, CLAIMS.c.id, CLAIMS.c.block, CLAIMS.c.payload, CLAIMS.c.superseded)
    return select(*columns).where(CLAIMS.c.document == document)


def _differs(row: rows.Row, before: Any) -> bool:
    return before is None or (row["payload"], row["block"]) != (before.payload, before.block)


def _put_sides(connection: Connection, document: str, claims: Iterable[Claim]) -> None:
    """The sides of new claims; those of a known claim are part of its id and stay."""
    numbers = {row.id: row.row for row in connection.execute(_claims_of(document))}
    found = [
        {"side": side, "claim": numbers[claim.id]}
        for claim in claims
        for side in sorted(rows.sides((*claim.actors, *claim.recipients)))
    ]
    insert_new(connection, CLAIM_SIDES, found)


def _supersede(connection: Connection, claims: Iterable[int]) -> None:
    for claim in sorted(claims):
        connection.execute(update(CLAIMS).where(CLAIMS.c.row == claim).values(superseded=True))


def _retire(connection: Connection, document: str) -> None:
    """Marks a document and its claims as superseded, unless it stands at some address."""
    if connection.scalar(select(exists().where(INTAKE.c.document == document, INTAKE.c.stands))):
        return
    of = CLAIMS.c.document == document
    standing = connection.execute(select(CLAIMS.c.block).where(of, ~CLAIMS.c.superseded))
    mark_stale(connection, standing.scalars())
    connection.execute(update(CLAIMS).where(of).values(superseded=True))
    connection.execute(update(DOCUMENTS).where(DOCUMENTS.c.id == document).values(superseded=True))
