"""An `EventQuery` as SQL: which claims, which events."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace
from sqlalchemy import ColumnElement, Connection, Select, Table, and_, exists, func, or_, select

from dragoman.ports import EventQuery
from dragoman.store import search
from dragoman.store.rows import days, side_key
from dragoman.store.schema import (
    CLAIM_SIDES,
    CLAIMS,
    DOCUMENTS,
    EVENT_CLAIMS,
    EVENT_SIDES,
    EVENTS,
    LINKS,
    SOURCES,
    STANDS,
)

COMMON = 2000  # things of a side; which of two such is looked up makes little difference

Condition = ColumnElement[bool]


def claims(connection: Connection, query: EventQuery) -> Select[Any]:
    """Payload and text of the claims asked for, by date (undated last), then id."""
    wanted = select(CLAIMS.c.payload, CLAIMS.c.text).where(*_claim_conditions(connection, query))
    wanted = _between(connection, wanted, query, CLAIMS, CLAIM_SIDES, "claim")
    return _in_order(wanted, CLAIMS, query)


def events(connection: Connection, query: EventQuery) -> Select[Any]:
    """Payload of the events asked for, by date (undated last), then id."""
    wanted = select(EVENTS.c.payload).where(*_event_conditions(connection, query))
    wanted = _between(connection, wanted, query, EVENTS, EVENT_SIDES, "event")
    return _in_order(wanted, EVENTS, query)


def claim_ids(connection: Connection, query: EventQuery) -> Select[Any]:
    """Ids of the claims asked for, in the order of the text."""
    wanted = select(CLAIMS.c.id).where(*_claim_conditions(connection, query))
    wanted = _between(connection, wanted, query, CLAIMS, CLAIM_SIDES, "claim")
    return wanted.order_by(CLAIMS.c.row)


def documents(connection: Connection, words: str, query: EventQuery) -> Select[Any]:
    """Payload and passage of the documents that hold the words and tell of what is asked."""
    found = search.documents_found(connection, words)
    wanted = (
        select(DOCUMENTS.c.payload, found.passage)
        .where(found.condition, ~DOCUMENTS.c.superseded)
        .order_by(*found.order, DOCUMENTS.c.id)
    )
    if found.table is not None:
        wanted = wanted.join(found.table, found.table.c.rowid == DOCUMENTS.c.row)
    asked = replace(query, words=None, after=None, limit=None)
    if asked != EventQuery():
        told = select(CLAIMS.c.document).where(*_claim_conditions(connection, asked))
        told = _between(connection, told, asked, CLAIMS, CLAIM_SIDES, "claim")
        wanted = wanted.where(DOCUMENTS.c.id.in_(told))
    return wanted.limit(query.limit)


def found_claims(connection: Connection, words: str, query: EventQuery) -> Select[Any]:
    """Payload, text and passage of the claims asked for whose sentence holds the words."""
    found = search.claims_found(connection, words)
    wanted = (
        select(CLAIMS.c.payload, CLAIMS.c.text, found.passage)
        .where(found.condition, *_claim_conditions(connection, replace(query, words=None)))
        .order_by(*found.order, CLAIMS.c.id)
    )
    if found.table is not None:
        wanted = wanted.join(found.table, found.table.c.rowid == CLAIMS.c.row)
    narrowed = _between(connection, wanted, query, CLAIMS, CLAIM_SIDES, "claim")
    return narrowed.limit(query.limit)


def doubtful_claims(connection: Connection, query: EventQuery) -> Select[Any]:
    """Payload and text of the claims asked for, the least sure of their coding first."""
    wanted = select(CLAIMS.c.payload, CLAIMS.c.text).where(*_claim_conditions(connection, query))
    narrowed = _between(connection, wanted, query, CLAIMS, CLAIM_SIDES, "claim")
    return narrowed.order_by(CLAIMS.c.confidence, CLAIMS.c.id)


def doubtful_links(connection: Connection, query: EventQuery) -> Select[Any]:
    """Payload of the same-event links between claims as asked for, the least sure first."""
    holds = (LINKS.c.kind == "same-event", LINKS.c.superseded_at.is_(None))
    wanted = select(LINKS.c.payload).where(*holds).order_by(LINKS.c.score, LINKS.c.id)
    asked = replace(query, limit=None)
    if asked == EventQuery():
        return wanted
    told = select(CLAIMS.c.id).where(*_claim_conditions(connection, asked))
    narrowed = _between(connection, told, asked, CLAIMS, CLAIM_SIDES, "claim")
    return wanted.where(LINKS.c.left.in_(narrowed))


def _claim_conditions(connection: Connection, query: EventQuery) -> list[Condition]:
    """What a claim must fulfil, its sides apart."""
    found = [~CLAIMS.c.superseded, *_what_and_when(CLAIMS, query)]
    found += _told(connection, query)
    if not query.rejected:
        found.append(~CLAIMS.c.rejected)
    if query.standing is not None:
        of = (EVENT_CLAIMS.c.claim == CLAIMS.c.row, EVENT_CLAIMS.c.event == EVENTS.c.row)
        found.append(exists().where(*of, STANDS, EVENTS.c.standing == query.standing))
    return found


def _event_conditions(connection: Connection, query: EventQuery) -> list[Condition]:
    """What an event must fulfil, its sides apart; one of its claims must be told as asked."""
    found = [STANDS, *_what_and_when(EVENTS, query)]
    if query.standing is not None:
        found.append(EVENTS.c.standing == query.standing)
    told = _told(connection, query)
    if query.words is not None and told:  # full text is looked up once, not for each event
        holding = select(EVENT_CLAIMS.c.event).join(CLAIMS).where(*told)
        found.append(EVENTS.c.row.in_(holding))
    elif told:
        joined = (EVENT_CLAIMS.c.event == EVENTS.c.row, EVENT_CLAIMS.c.claim == CLAIMS.c.row)
        found.append(exists().where(*joined, *told))
    return found


def _what_and_when(things: Table, query: EventQuery) -> list[Condition]:
    found: list[Condition] = []
    if query.event_types:
        found.append(things.c.event_type.in_(query.event_types))
    if query.since is not None:
        found.append(_not_over_before(things, query))
    if query.until is not None:
        found.append(things.c.earliest <= days(query.until)[1])
    return found


def _not_over_before(things: Table, query: EventQuery) -> Condition:
    """The condition that a thing's last day is not before the first one asked for."""
    first_day = days(query.since)[0]
    if query.sides:
        return things.c.latest >= first_day
    # by first day, as results are ordered, all older ones would be read before the recent
    recent = things.alias()
    return things.c.row.in_(select(recent.c.row).where(recent.c.latest >= first_day))


def _told(connection: Connection, query: EventQuery) -> list[Condition]:
    """By whom, where, how surely and in which words a claim is to be told."""
    found: list[Condition] = []
    if query.source is not None:
        of = or_(SOURCES.c.id == query.source, SOURCES.c.name == query.source)
        documents = select(DOCUMENTS.c.id).join(SOURCES).where(of)
        found.append(CLAIMS.c.document.in_(documents))
    if query.document is not None:
        found.append(CLAIMS.c.document == query.document)
    if query.certainty is not None:
        found.append(CLAIMS.c.certainty == query.certainty)
    if query.section is not None:
        found.append(CLAIMS.c.section == query.section)
    if query.words is not None and query.words.strip():
        found.append(search.claims_with(connection, query.words))
    return found


def _between(  # noqa: PLR0913, PLR0917 - two tables and how they join
    connection: Connection,
    wanted: Select[Any],
    query: EventQuery,
    things: Table,
    sides: Table,
    thing: str,
) -> Select[Any]:
    """Narrowed to what has all the sides: the rarest is looked up, the others are checked."""
    keys = list(dict.fromkeys(side_key(side) for side in query.sides))
    if not keys:
        return wanted
    if len(keys) > 1:
        keys.sort(key=lambda key: _frequency(connection, sides, key))
    rows = select(sides.c[thing]).where(sides.c.side == keys[0])
    for key in keys[1:]:  # side to side, so that no thing is read that lacks one of them
        other = sides.alias()
        rows = rows.join(other, other.c[thing] == sides.c[thing]).where(other.c.side == key)
    return wanted.where(things.c.row.in_(rows))


def _frequency(connection: Connection, sides: Table, key: str) -> int:
    """How many things have a side, as far as it is worth counting."""
    some = select(sides.c.side).where(sides.c.side == key).limit(COMMON).subquery()
    return connection.scalar(select(func.count()).select_from(some)) or 0


def _in_order(wanted: Any, things: Table, query: EventQuery) -> Select[Any]:
    ordered: Select[Any] = wanted.order_by(things.c.earliest.nulls_last(), things.c.id)
    if query.after is not None:
        ordered = ordered.where(_behind(things, query.after))
    return ordered.limit(query.limit)


def _behind(things: Table, last: str) -> Condition:
    """The condition that a thing comes behind this one, in order of date (undated last) and id."""
    day = select(things.c.earliest).where(things.c.id == last).scalar_subquery()
    later = and_(things.c.id > last, things.c.earliest.is_not_distinct_from(day))
    undated = and_(things.c.earliest.is_(None), day.is_not(None))
    return or_(things.c.earliest > day, undated, later)
