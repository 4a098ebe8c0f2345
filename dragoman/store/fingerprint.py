"""One digest of what a record says, whenever, wherever and in whatever order it was made."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace
from sqlalchemy import Connection, select

from dragoman.records.codec import decode, encode
from dragoman.records.documents import Document
from dragoman.records.links import Link
from dragoman.store import rows
from dragoman.store.schema import (
    CAPTURES,
    CLAIMS,
    CORRECTIONS,
    DOCUMENTS,
    EVENTS,
    LINKS,
    REFUSALS,
    STANDS,
)


def fingerprint(connection: Connection) -> str:
    """The digest; clocks, places on a disk and what events were called before are no part of it."""
    whole = hashlib.sha256()
    for part in (_captures, _documents, _claims, _events, _links, _refusals, _corrections):
        for thing in part(connection):
            whole.update(encode(thing) + b"\n")
    return "sha256:" + whole.hexdigest()


def _captures(connection: Connection) -> Iterator[Any]:
    digest = CAPTURES.c.payload_digest
    yield from connection.scalars(select(digest).distinct().order_by(digest))


def _documents(connection: Connection) -> Iterator[Any]:
    columns = (DOCUMENTS.c.payload, DOCUMENTS.c.superseded)
    for payload, superseded in connection.execute(select(*columns).order_by(DOCUMENTS.c.id)):
        document = decode(payload, Document)
        yield replace(document, path="", url="", capture=None), superseded


def _claims(connection: Connection) -> Iterator[Any]:
    columns = (CLAIMS.c.payload, CLAIMS.c.text, CLAIMS.c.block, CLAIMS.c.superseded)
    for payload, text, *rest in connection.execute(
        select(*columns, CLAIMS.c.rejected).order_by(CLAIMS.c.id)
    ):
        yield replace(rows.claim_of(payload, text), path=""), rest


def _events(connection: Connection) -> Iterator[Any]:
    yield from connection.scalars(select(EVENTS.c.payload).where(STANDS).order_by(EVENTS.c.id))


def _links(connection: Connection) -> Iterator[Any]:
    standing = select(LINKS.c.payload).where(LINKS.c.superseded_at.is_(None))
    for payload in connection.scalars(standing.order_by(LINKS.c.id)):
        yield replace(decode(payload, Link), judged_at=None)


def _refusals(connection: Connection) -> Iterator[Any]:
    columns = (REFUSALS.c.stage, REFUSALS.c.code)
    yield from (tuple(row) for row in connection.execute(select(*columns).order_by(*columns)))


def _corrections(connection: Connection) -> Iterator[Any]:
    yield from connection.scalars(select(CORRECTIONS.c.id).order_by(CORRECTIONS.c.id))
