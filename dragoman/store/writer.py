"""Adds to a record: documents with their claims, and what corroboration makes of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, select

from dragoman.ports import Clock, Intake
from dragoman.records.claims import Claim
from dragoman.records.corrections import Correction
from dragoman.records.events import Event
from dragoman.records.links import Link
from dragoman.store import rows
from dragoman.store.engine import plainly, reading, writing
from dragoman.store.intake import mark_stale, take_in
from dragoman.store.ledger import put_correction, standing, tied
from dragoman.store.schema import CLAIMS, INTAKE, LINKS, STALE_BLOCKS
from dragoman.store.verdicts import chunks, claim_rows, put_events, put_links

COPY = "copy-of"


class SqlWriter:
    """The writing side of a record; it belongs to one thread."""

    def __init__(self, engine: Engine, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock
        self._batch: Connection | None = None

    @contextmanager
    def batch(self) -> Iterator[None]:
        """A transaction; one within another is part of it."""
        with self._writing():
            yield

    def known(self, url: str, payload_digest: str, config: str) -> bool:
        """Whether this is what was last taken in from this place, under these settings."""
        same = (INTAKE.c.payload_digest == payload_digest, INTAKE.c.config == config)
        with self._reading() as connection:
            readable = INTAKE.c.document.is_not(None)  # what was refused is tried, and told, anew
            asked = select(INTAKE.c.url).where(
                INTAKE.c.url == url, *same, INTAKE.c.latest, readable
            )
            return connection.scalar(asked) is not None

    def take_in(self, intake: Intake) -> None:
        """Keeps one document with its claims, and marks their blocks as stale."""
        with self._writing() as connection:
            take_in(connection, intake, self._now())

    def stale_blocks(self) -> tuple[str, ...]:
        """Blocks whose events no longer follow from their claims."""
        with self._reading() as connection:
            found = connection.scalars(select(STALE_BLOCKS.c.block).order_by(STALE_BLOCKS.c.block))
            return tuple(found)

    def claims_of(self, blocks: Iterable[str]) -> Iterator[Claim]:
        """All claims that count in these blocks and those tied to them, as people left them."""
        with self._reading() as connection:
            these, told = sorted(tied(connection, blocks)), standing(connection)
        for names in chunks(these):
            wanted = (
                select(CLAIMS.c.payload, CLAIMS.c.text)
                .where(CLAIMS.c.block.in_(names), ~CLAIMS.c.superseded, ~CLAIMS.c.rejected)
                .order_by(CLAIMS.c.block, CLAIMS.c.id)
            )
            with self._reading() as connection:
                found = connection.execute(wanted).all()
            yield from (told.amend(rows.claim_of(*row)) for row in found)

    def put_copies(self, links: Iterable[Link]) -> None:
        """Keeps all copy-of links that hold; one that is not among them is superseded."""
        with self._writing() as connection:
            moment = self._now()
            judged = [rows.link_row(link, None, moment) for link in links]
            changed = put_links(connection, LINKS.c.kind == COPY, judged, moment)
            documents = {name for row in changed for name in (row["left"], row["right"])}
            for names in chunks(sorted(documents)):
                of = (CLAIMS.c.document.in_(names), ~CLAIMS.c.superseded)
                mark_stale(connection, connection.scalars(select(CLAIMS.c.block).where(*of)))

    def put_events(
        self, blocks: Iterable[str], events: Iterable[Event], links: Iterable[Link]
    ) -> None:
        """Replaces what these blocks and those tied to them hold, and marks them as fresh."""
        with self._writing() as connection:
            moment, these, verdicts = self._now(), sorted(tied(connection, blocks)), list(links)
            put_events(connection, these, list(events), moment)
            found = claim_rows(connection, (link.left for link in verdicts))
            judged = [rows.link_row(link, found[link.left].block, moment) for link in verdicts]
            by_block = defaultdict(list)
            for row in judged:
                by_block[row["block"]].append(row)
            for names in chunks(these):
                here = [row for name in names for row in by_block[name]]
                put_links(connection, LINKS.c.block.in_(names), here, moment)

    def put_correction(self, correction: Correction, blocks: Mapping[str, str]) -> None:
        """Adds a row to the ledger, and marks as stale what follows from its claims no longer."""
        with self._writing() as connection:
            stale = put_correction(connection, correction, blocks, self._now())
            mark_stale(connection, tied(connection, stale))

    def _now(self) -> str:
        return self._clock().strftime("%Y-%m-%dT%H:%M:%SZ")

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        if self._batch is not None:
            with plainly(self._engine):
                yield self._batch
            return
        with writing(self._engine) as connection:
            self._batch = connection
            try:
                yield connection
            finally:
                self._batch = None

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        if self._batch is not None:
            with plainly(self._engine):
                yield self._batch
            return
        with reading(self._engine) as connection:
            yield connection
