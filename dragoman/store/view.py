"""Reads a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec.structs import replace
from sqlalchemy import ColumnElement, Select, Table, case, func, select, true

from dragoman.ports import ClaimHit, EventQuery, Hit, Version
from dragoman.records.claims import Claim
from dragoman.records.codec import decode
from dragoman.records.corrections import Correction, Subject
from dragoman.records.documents import Document
from dragoman.records.events import Event
from dragoman.records.links import Link
from dragoman.records.provenance import Capture, Refusal, Source
from dragoman.store import queries, rows
from dragoman.store.engine import reading
from dragoman.store.fingerprint import fingerprint
from dragoman.store.ledger import ledger, standing, standing_of
from dragoman.store.lookups import Lookups
from dragoman.store.schema import (
    CAPTURES,
    CLAIMS,
    DOCUMENTS,
    EVENT_CLAIMS,
    EVENTS,
    INTAKE,
    LINKS,
    REFUSALS,
    SOURCES,
    STANDS,
)
from dragoman.store.search import claims_with, passage_of
from dragoman.store.verdicts import chunks

AT_A_TIME = 1000  # rows fetched ahead
LAST_LETTER = "\U0010ffff"


class SqlView(Lookups):
    """The reading side of a record; it sees what is kept whole, and never waits for a writer."""

    def document(self, document_id: str) -> Document | None:
        """The document, or None; also one that is superseded."""
        return next(self.documents([document_id]), None)

    def documents(self, ids: Iterable[str] | None = None) -> Iterator[Document]:
        """These documents, or all that stand, in the order of their ids."""
        wanted = select(DOCUMENTS.c.payload, DOCUMENTS.c.text).order_by(DOCUMENTS.c.id)
        if ids is None:
            wanted = wanted.where(~DOCUMENTS.c.superseded)
        for part in _narrowed(wanted, DOCUMENTS.c.id, ids):
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

    def captures(self, ids: Iterable[str] | None = None) -> Iterator[Capture]:
        """These captures, or all, by id."""
        wanted = select(CAPTURES.c.payload).order_by(CAPTURES.c.id)
        for part in _narrowed(wanted, CAPTURES.c.id, ids):
            yield from (decode(row.payload, Capture) for row in self._rows(part))

    def sources(self) -> Iterator[Source]:
        """All outlets, by id."""
        wanted = select(SOURCES.c.payload).order_by(SOURCES.c.id)
        yield from (decode(row.payload, Source) for row in self._rows(wanted))

    def claim(self, claim_id: str) -> Claim | None:
        """The claim as people left it, or None; also one that is superseded or rejected."""
        claim = self.coded(claim_id)
        if claim is None:
            return None
        with reading(self._engine) as connection:
            return standing_of(connection, [claim_id]).amend(claim)

    def coded(self, claim_id: str) -> Claim | None:
        """The claim as it was coded, or None."""
        wanted = select(CLAIMS.c.payload, CLAIMS.c.text).where(CLAIMS.c.id == claim_id)
        return next((rows.claim_of(*row) for row in self._rows(wanted)), None)

    def claims(self, query: EventQuery) -> Iterator[Claim]:
        """Claims that stand, as people left them, by date (undated last), then id."""
        with reading(self._engine) as connection:
            told = standing(connection)
            wanted = queries.claims(connection, query).execution_options(yield_per=AT_A_TIME)
            for row in connection.execute(wanted):
                yield told.amend(rows.claim_of(*row))

    def find_claims(self, words: str, query: EventQuery) -> Iterator[ClaimHit]:
        """Claims whose sentence holds all the words, best first."""
        with reading(self._engine) as connection:
            told = standing(connection)
            wanted = queries.found_claims(connection, words, query)
            for payload, text, marked in connection.execute(wanted).all():
                claim = told.amend(rows.claim_of(payload, text))
                yield ClaimHit(
                    claim=claim,
                    passage=passage_of(marked, words),
                    corrections=told.about(claim.id),
                    rejected=told.rejected(claim.id),
                )

    def corrections(self) -> tuple[Correction, ...]:
        """The whole ledger, in the order in which it was written."""
        with reading(self._engine) as connection:
            return ledger(connection)

    def stand(self, claims: Iterable[str]) -> frozenset[str]:
        """Which of these claims the record still holds, rejected or not."""
        found: set[str] = set()
        for names in chunks(sorted(set(claims))):
            held = select(CLAIMS.c.id).where(CLAIMS.c.id.in_(names), ~CLAIMS.c.superseded)
            found.update(row.id for row in self._rows(held))
        return frozenset(found)

    def at_place(self, subject: Subject) -> tuple[Claim, ...]:
        """Claims that stand in the same sentence as a claim that was corrected."""
        with reading(self._engine) as connection:
            sentence = subject.text.replace('"', " ")
            same = (claims_with(connection, f'"{sentence}"'), CLAIMS.c.text == subject.text)
            wanted = select(CLAIMS.c.payload, CLAIMS.c.text).where(*same, ~CLAIMS.c.superseded)
            found = connection.execute(wanted.order_by(CLAIMS.c.id)).all()
        claims = (rows.claim_of(*row) for row in found)
        return tuple(claim for claim in claims if claim.source == subject.source)

    def event(self, event_id: str) -> Event | None:
        """The event, or None; `merged_into` leads on from one that was merged."""
        wanted = select(EVENTS.c.payload, EVENTS.c.merged_into).where(EVENTS.c.id == event_id)
        return next((_event(*row) for row in self._rows(wanted)), None)

    def events(self, query: EventQuery) -> Iterator[Event]:
        """Events that stand, by date (undated last), then id."""
        with reading(self._engine) as connection:
            wanted = queries.events(connection, query).execution_options(yield_per=AT_A_TIME)
            yield from (decode(payload, Event) for payload in connection.scalars(wanted))

    def events_of(self, claims: Iterable[str]) -> Iterator[Event]:
        """The events that hold these claims, each once, by id."""
        found: dict[str, str] = {}
        for names in chunks(sorted(set(claims))):
            held = (
                select(EVENTS.c.id, EVENTS.c.payload)
                .join(EVENT_CLAIMS, EVENT_CLAIMS.c.event == EVENTS.c.row)
                .join(CLAIMS, CLAIMS.c.row == EVENT_CLAIMS.c.claim)
                .where(CLAIMS.c.id.in_(names), STANDS)
            )
            found.update((row.id, row.payload) for row in self._rows(held))
        yield from (decode(found[name], Event) for name in sorted(found))

    def links(self, *, superseded: bool = False) -> Iterator[Link]:
        """Links that hold, by id; with the superseded ones if asked for."""
        which = true() if superseded else LINKS.c.superseded_at.is_(None)
        wanted = select(LINKS.c.payload, LINKS.c.superseded_at).where(which)
        for payload, until in self._rows(wanted.order_by(LINKS.c.id, LINKS.c.row)):
            yield replace(decode(payload, Link), superseded_at=until)

    def copies(self, documents: Iterable[str] | None = None) -> Iterator[Link]:
        """The copy-of links that hold and touch one of these documents, or all, by id."""
        wanted = select(LINKS.c.payload).where(LINKS.c.superseded_at.is_(None))
        names = None if documents is None else sorted(set(documents))
        if names is None:  # else the kind, of which there are thousands, would be looked up first
            wanted = wanted.where(LINKS.c.kind == "copy-of")
        found: dict[str, Link] = {}
        for end in (LINKS.c.left, LINKS.c.right):
            for part in _narrowed(wanted, end, names):
                found |= {link.id: link for link in self._links(part) if link.kind == "copy-of"}
        return (found[name] for name in sorted(found))

    def refusals(self) -> Iterator[Refusal]:
        """What was refused at the latest reading of each address, by item."""
        wanted = select(REFUSALS.c.payload).order_by(REFUSALS.c.item, REFUSALS.c.row)
        yield from (decode(row.payload, Refusal) for row in self._rows(wanted))

    def search(self, words: str, query: EventQuery) -> Iterator[Hit]:
        """Documents that hold all the words and claims as asked for, best first."""
        with reading(self._engine) as connection:
            found = connection.execute(queries.documents(connection, words, query)).all()
            for payload, marked in found:
                document = decode(payload, Document)
                asked = replace(query, document=document.id, words=words, limit=None)
                claims = connection.scalars(queries.claim_ids(connection, asked))
                passage = passage_of(marked, words)
                yield Hit(document=document, passage=passage, claims=tuple(claims))

    def doubtful_claims(self, query: EventQuery) -> Iterator[Claim]:
        """Claims that stand, as people left them, the least sure of their coding first."""
        with reading(self._engine) as connection:
            told = standing(connection)
            wanted = queries.doubtful_claims(connection, query)
            for row in connection.execute(wanted.execution_options(yield_per=AT_A_TIME)):
                yield told.amend(rows.claim_of(*row))

    def doubtful_links(self, query: EventQuery) -> Iterator[Link]:
        """Same-event links that hold, the least sure first."""
        with reading(self._engine) as connection:
            wanted = queries.doubtful_links(connection, query)
            for payload in connection.scalars(wanted.execution_options(yield_per=AT_A_TIME)):
                yield decode(payload, Link)

    def complete(self, beginning: str) -> tuple[str, ...]:
        """Ids of claims and events that begin so, two at the most; one alone if it is whole."""
        found: list[str] = []
        for things in (CLAIMS, EVENTS):
            alike = (things.c.id >= beginning, things.c.id < beginning + LAST_LETTER)
            wanted = select(things.c.id).where(*alike).order_by(things.c.id).limit(2)
            found += [row.id for row in self._rows(wanted)]
        return (beginning,) if beginning in found else tuple(found[:2])

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

    def _links(self, wanted: Select[Any]) -> Iterator[Link]:
        return (decode(row.payload, Link) for row in self._rows(wanted))

    def _rows(self, wanted: Select[Any]) -> Iterator[Any]:
        with reading(self._engine) as connection:
            yield from connection.execute(wanted.execution_options(yield_per=AT_A_TIME))


def _narrowed(
    wanted: Select[Any], column: ColumnElement[str], ids: Iterable[str] | None
) -> list[Select[Any]]:
    """The question narrowed to these ids, in parts small enough to be asked; as it is for None."""
    if ids is None:
        return [wanted]
    return [wanted.where(column.in_(names)) for names in chunks(sorted(set(ids)))]


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
