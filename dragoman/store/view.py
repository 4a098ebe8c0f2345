"""Reads a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec.structs import replace
from sqlalchemy import ColumnElement, Select, Table, case, func, select, true

from dragoman.ports import EventQuery, Hit, Version
from dragoman.records.claims import Claim
from dragoman.records.codec import decode
from dragoman.records.documents import Document
from dragoman.records.events import Event
from dragoman.records.links import Link
from dragoman.records.provenance import Capture, Refusal, Source
from dragoman.store import queries, rows
from dragoman.store.engine import reading
from dragoman.store.fingerprint import fingerprint
from dragoman.store.lookups import Lookups
from dragoman.store.schema import (
    CAPTURES,
    CLAIMS,
    DOCUMENTS,
    EVENTS,
    INTAKE,
    LINKS,
    REFUSALS,
    SOURCES,
    STANDS,
)
from dragoman.store.verdicts import chunks

AT_A_TIME = 1000  # rows fetched ahead


class SqlView(Lookups):
    """The reading side of a record; it sees what is kept whole, and never waits for a writer."""

    def document(self, document_id: str) -> Document | None:
        """The document, or None; also one that is superseded."""
        return next(self.documents([document_id]), None)

    def documents(self, ids: Iterable[str] | None = None) -> Iterator[Document]:
        """These documents, or all that stand, in the order of their ids."""
        wanted = select(DOCUMENTS.c.payload, DOCUMENTS.c.text).order_by(DOCUMENTS.c.id)
        if ids is None:
            some = [wanted.where(~DOCUMENTS.c.superseded)]
        else:
            some = [wanted.where(DOCUMENTS.c.id.in_(names)) for names in chunks(sorted(set(ids)))]
        for part in some:
            yield from (rows.document_of(*row) for row in self._rows(part))

    def versions(self, url: str) -> tuple[Version, ...]:
        """What stood at an address, oldest first."""
        columns = (INTAKE.c.version, INTAKE.c.document, INTAKE.c.payload_digest)
        stands = case((INTAKE.c.stands, 1), else_=0)
        wanted = (
            select(*columns, func.max(stands), func.min(INTAKE.c.recorded_at))
            .where(INTAKE.c.url == url, INTAKE.c.document.is_not(None))
            .group_by(*columns)
            .order_by(INTAKE.c.version, func.min(INTAKE.c.recorded_at))
        )
        return tuple(_version(*row) for row in self._rows(wanted))

    def capture(self, capture_id: str) -> Capture | None:
        """The capture, or None."""
        wanted = select(CAPTURES.c.payload).where(CAPTURES.c.id == capture_id)
        return next((decode(row.payload, Capture) for row in self._rows(wanted)), None)

    def captures(self) -> Iterator[Capture]:
        """All captures, by id."""
        wanted = select(CAPTURES.c.payload).order_by(CAPTURES.c.id)
        yield from (decode(row.payload, Capture) for row in self._rows(wanted))

    def sources(self) -> Iterator[Source]:
        """All outlets, by id."""
        wanted = select(SOURCES.c.payload).order_by(SOURCES.c.id)
        yield from (decode(row.payload, Source) for row in self._rows(wanted))

    def claim(self, claim_id: str) -> Claim | None:
        """The claim, or None; also one that is superseded."""
        wanted = select(CLAIMS.c.payload, CLAIMS.c.text).where(CLAIMS.c.id == claim_id)
        return next((rows.claim_of(*row) for row in self._rows(wanted)), None)

    def claims(self, query: EventQuery) -> Iterator[Claim]:
        """Claims that stand, by date (undated last), then id."""
        with reading(self._engine) as connection:
            wanted = queries.claims(connection, query).execution_options(yield_per=AT_A_TIME)
            yield from (rows.claim_of(*row) for row in connection.execute(wanted))

    def event(self, event_id: str) -> Event | None:
        """The event, or None; `merged_into` leads on from one that was merged."""
        wanted = select(EVENTS.c.payload, EVENTS.c.merged_into).where(EVENTS.c.id == event_id)
        return next((_event(*row) for row in self._rows(wanted)), None)

    def events(self, query: EventQuery) -> Iterator[Event]:
        """Events that stand, by date (undated last), then id."""
        with reading(self._engine) as connection:
            wanted = queries.events(connection, query).execution_options(yield_per=AT_A_TIME)
            yield from (decode(payload, Event) for payload in connection.scalars(wanted))

    def links(self, *, superseded: bool = False) -> Iterator[Link]:
        """Links that hold, by id; with the superseded ones if asked for."""
        which = true() if superseded else LINKS.c.superseded_at.is_(None)
        wanted = select(LINKS.c.payload, LINKS.c.superseded_at).where(which)
        for payload, until in self._rows(wanted.order_by(LINKS.c.id, LINKS.c.row)):
            yield replace(decode(payload, Link), superseded_at=until)

    def refusals(self) -> Iterator[Refusal]:
        """What was refused at the latest reading of each address, by item."""
        wanted = select(REFUSALS.c.payload).order_by(REFUSALS.c.item, REFUSALS.c.row)
        yield from (decode(row.payload, Refusal) for row in self._rows(wanted))

    def search(self, words: str, query: EventQuery) -> Iterator[Hit]:
        """Documents that hold all the words and claims as asked for, best first."""
        with reading(self._engine) as connection:
            found = connection.execute(queries.documents(connection, words, query)).all()
            for payload, passage in found:
                document = decode(payload, Document)
                asked = replace(query, document=document.id, words=words, limit=None)
                claims = connection.scalars(queries.claim_ids(connection, asked))
                yield Hit(document=document, passage=passage, claims=tuple(claims))

    def counts(self) -> dict[str, int]:
        """How many captures, documents, claims, events, links and refusals there are."""
        with reading(self._engine) as connection:
            return {
                table.name: connection.scalar(_count(table, *standing)) or 0
                for table, *standing in (
                    (CAPTURES,),
                    (DOCUMENTS, ~DOCUMENTS.c.superseded),
                    (CLAIMS, ~CLAIMS.c.superseded),
                    (EVENTS, STANDS),
                    (LINKS, LINKS.c.superseded_at.is_(None)),
                    (REFUSALS,),
                )
            }

    def fingerprint(self) -> str:
        """A digest that two records share if they say the same."""
        with reading(self._engine) as connection:
            return fingerprint(connection)

    def _rows(self, wanted: Select[Any]) -> Iterator[Any]:
        with reading(self._engine) as connection:
            yield from connection.execute(wanted.execution_options(yield_per=AT_A_TIME))


def _version(
    number: int, document: str, payload_digest: str, stands: int, recorded_at: str
) -> Version:
    return Version(
        number=number,
        document=document,
        payload_digest=payload_digest,
        recorded_at=recorded_at,
        stands=bool(stands),
    )


def _event(payload: str, merged_into: str | None) -> Event:
    return replace(decode(payload, Event), merged_into=merged_into)


def _count(table: Table, *standing: ColumnElement[bool]) -> Select[Any]:
    return select(func.count()).select_from(table).where(*standing)
