"""Looks up what a reader of pages names: things by their ids, and lists without their texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Engine, Select, or_, select

from dragoman.records.claims import Claim
from dragoman.records.codec import decode
from dragoman.records.documents import Document
from dragoman.records.links import Link
from dragoman.store import rows
from dragoman.store.engine import reading
from dragoman.store.ledger import standing_of
from dragoman.store.schema import CLAIMS, DOCUMENTS, LINKS
from dragoman.store.verdicts import chunks


class Lookups:
    """The part of a view that answers by id."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def titles(
        self,
        ids: Iterable[str] | None = None,
        *,
        source: str | None = None,
        after: str | None = None,
        limit: int | None = None,
    ) -> Iterator[Document]:
        """These documents, or those that stand (behind one, of one source), without text, by id."""
        wanted = select(DOCUMENTS.c.payload).order_by(DOCUMENTS.c.id)
        if source is not None:
            wanted = wanted.where(DOCUMENTS.c.source == source)
        if after is not None:
            wanted = wanted.where(DOCUMENTS.c.id > after)
        some = [wanted.where(~DOCUMENTS.c.superseded).limit(limit)]
        if ids is not None:
            some = [wanted.where(DOCUMENTS.c.id.in_(names)) for names in chunks(sorted(set(ids)))]
        yield from (decode(row.payload, Document) for part in some for row in self._found(part))

    def claims_named(self, ids: Iterable[str]) -> Iterator[Claim]:
        """These claims as people left them, superseded or not, in no particular order."""
        wanted = select(CLAIMS.c.payload, CLAIMS.c.text)
        for names in chunks(sorted(set(ids))):
            with reading(self._engine) as connection:
                told = standing_of(connection, names)
                found = connection.execute(wanted.where(CLAIMS.c.id.in_(names))).all()
            yield from (told.amend(rows.claim_of(*row)) for row in found)

    def links_of(self, ids: Iterable[str]) -> Iterator[Link]:
        """Links that hold among or to these things, by id."""
        found: dict[str, Link] = {}
        for names in chunks(sorted(set(ids))):
            either = or_(LINKS.c.left.in_(names), LINKS.c.right.in_(names))
            wanted = select(LINKS.c.payload).where(either, LINKS.c.superseded_at.is_(None))
            links = (decode(row.payload, Link) for row in self._found(wanted))
            found |= {link.id: link for link in links}
        yield from (found[name] for name in sorted(found))

    def _found(self, wanted: Select[Any]) -> list[Any]:
        with reading(self._engine) as connection:
            return list(connection.execute(wanted))
