"""What corroboration makes of claims: events and links, replaced but never lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update

from dragoman.errors import StoreError
from dragoman.records.codec import decode
from dragoman.records.events import Event, event_id
from dragoman.records.links import Link
from dragoman.store import rows
from dragoman.store.engine import insert_new, upsert
from dragoman.store.schema import (
    CLAIMS,
    EVENT_CLAIMS,
    EVENT_SIDES,
    EVENTS,
    LINKS,
    STALE_BLOCKS,
    STANDS,
)

T = TypeVar("T")

MANY = 500  # values in one question: fewer than any database takes


def chunks(things: Iterable[T]) -> Iterator[list[T]]:
    """The things, as many at a time as one question may name."""
    rest = list(things)
    return (rest[at : at + MANY] for at in range(0, len(rest), MANY))


def put_events(
    connection: Connection, blocks: Sequence[str], events: Sequence[Event], moment: str
) -> None:
    """Replaces the events of these blocks; one that vanishes leads to its heir."""
    before = _standing(connection, blocks)
    claims = claim_rows(connection, (claim for event in events for claim in event.claims))
    _keep(connection, events, claims, moment)
    vanished = before.keys() - {event.id for event in events}
    for names in chunks(sorted(vanished)):
        connection.execute(update(EVENTS).where(EVENTS.c.id.in_(names)).values(withdrawn=True))
    placed = [claims[claim].row for event in events for claim in event.claims]
    for event in sorted({before[name] for name in vanished} | _orphans(connection, placed)):
        _lead_to_heir(connection, event)
    for names in chunks(blocks):
        connection.execute(delete(STALE_BLOCKS).where(STALE_BLOCKS.c.block.in_(names)))


def put_links(
    connection: Connection, within: ColumnElement[bool], judged: Iterable[rows.Row], moment: str
) -> list[rows.Row]:
    """Keeps these verdicts and supersedes the others within a range; those that changed."""
    standing = {
        row["id"]: dict(row)
        for row in connection.execute(
            select(LINKS).where(within, LINKS.c.superseded_at.is_(None))
        ).mappings()
    }
    verdicts = {row["id"]: row for row in judged}
    new = [row for name, row in verdicts.items() if not _same(row, standing.get(name))]
    old = [row for name, row in standing.items() if not _same(row, verdicts.get(name))]
    for row in old:
        connection.execute(
            update(LINKS).where(LINKS.c.row == row["row"]).values(superseded_at=moment)
        )
    if new:
        connection.execute(insert(LINKS), [row | {"recorded_at": moment} for row in new])
    return new + old


def claim_rows(connection: Connection, ids: Iterable[str]) -> dict[str, Any]:
    """Row and block of each of these claims; StoreError if one is not in the record."""
    wanted = dict.fromkeys(ids)
    columns = (CLAIMS.c.id, CLAIMS.c.row, CLAIMS.c.block)
    found = {
        row.id: row
        for names in chunks(wanted)
        for row in connection.execute(select(*columns).where(CLAIMS.c.id.in_(names)))
    }
    for claim in wanted.keys() - found.keys():
        raise StoreError(f"{claim} is not in the record: take in its document first")
    return found


def _same(row: rows.Row, other: rows.Row | None) -> bool:
    """Whether two rows give one verdict, whenever they gave it."""
    return other is not None and _verdict(row) == _verdict(other)


def _verdict(row: rows.Row) -> tuple[Any, ...]:
    link = decode(row["payload"], Link)
    return link.kind, link.left, link.right, link.score, link.reasons, link.judged_by, row["block"]


def _standing(connection: Connection, blocks: Iterable[str]) -> dict[str, int]:
    """Id and row of the events that stand in these blocks."""
    return {
        row.id: row.row
        for names in chunks(blocks)
        for row in connection.execute(
            select(EVENTS.c.id, EVENTS.c.row).where(EVENTS.c.block.in_(names), STANDS)
        )
    }


def _keep(
    connection: Connection, events: Sequence[Event], claims: dict[str, Any], moment: str
) -> None:
    """Writes events with their sides and claims, in place of what they had before."""
    made = [rows.event_row(event, claims[event.claims[0]].block) for event in events]
    upsert(connection, EVENTS, [row | {"recorded_at": moment} for row in made])
    numbers: dict[str, int] = {}
    for names in chunks(event.id for event in events):
        found = connection.execute(
            select(EVENTS.c.id, EVENTS.c.row).where(EVENTS.c.id.in_(names))
        ).all()
        numbers |= {row.id: row.row for row in found}
        for table in (EVENT_SIDES, EVENT_CLAIMS):
            connection.execute(delete(table).where(table.c.event.in_([row.row for row in found])))
    insert_new(
        connection,
        EVENT_SIDES,
        [
            {"side": side, "event": numbers[event.id]}
            for event in events
            for side in sorted(rows.sides((*event.actors, *event.recipients)))
        ],
    )
    insert_new(
        connection,
        EVENT_CLAIMS,
        [
            {"event": numbers[event.id], "claim": claims[claim].row}
            for event in events
            for claim in event.claims
        ],
    )


def _orphans(connection: Connection, claims: Iterable[int]) -> set[int]:
    """Events that stand no more, and one of whose claims has found a new event."""
    return {
        event
        for numbers in chunks(claims)
        for event in connection.scalars(
            select(EVENT_CLAIMS.c.event)
            .join(EVENTS, EVENTS.c.row == EVENT_CLAIMS.c.event)
            .where(EVENT_CLAIMS.c.claim.in_(numbers), ~STANDS)
        )
    }


def _lead_to_heir(connection: Connection, event: int) -> None:
    """Points a vanished event to the one that holds the claim it is named after, or most others."""
    held = EVENT_CLAIMS.alias()
    named = connection.scalar(select(EVENTS.c.id).where(EVENTS.c.row == event))
    holding: dict[str, list[str]] = {}
    for heir, claim in connection.execute(
        select(EVENTS.c.id, CLAIMS.c.id)
        .join(held, held.c.event == EVENTS.c.row)
        .join(EVENT_CLAIMS, EVENT_CLAIMS.c.claim == held.c.claim)
        .join(CLAIMS, CLAIMS.c.row == held.c.claim)
        .where(EVENT_CLAIMS.c.event == event, STANDS)
    ):
        holding.setdefault(heir, []).append(claim)
    if holding:
        heir = min(holding, key=lambda name: (*_nearness(named, holding[name]), name))
        led = {"merged_into": heir, "withdrawn": False}
        connection.execute(update(EVENTS).where(EVENTS.c.row == event).values(led))


def _nearness(event: str | None, claims: Sequence[str]) -> tuple[bool, int]:
    """The smaller, the rather who holds these claims is the heir of an event."""
    return all(event_id(claim) != event for claim in claims), -len(claims)
