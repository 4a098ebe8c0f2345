"""The tables of a record: what is asked for in columns, the whole thing as JSON beside them."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    and_,
)

METADATA = MetaData()


def _row() -> Column[int]:
    """A number that no other row ever has: full text and the tables of sides point to it."""
    return Column("row", Integer, primary_key=True)


def _id() -> Column[str]:
    return Column("id", Text, nullable=False, unique=True)


def _payload() -> Column[str]:
    return Column("payload", Text, nullable=False)


def _recorded_at() -> Column[str]:
    return Column("recorded_at", Text, nullable=False)


META = Table(
    "meta",
    METADATA,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

CAPTURES = Table(
    "captures",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("url", Text, nullable=False, index=True),
    Column("payload_digest", Text, nullable=False, index=True),
    Column("captured_at", Text, nullable=False),
    _payload(),
    _recorded_at(),
)

SOURCES = Table(
    "sources",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("country", Text),
    _payload(),
    _recorded_at(),
)

DOCUMENTS = Table(
    "documents",
    METADATA,
    _row(),
    _id(),
    Column("url", Text, nullable=False, index=True),
    Column("capture", Text, ForeignKey("captures.id"), nullable=False),
    Column("source", Text, ForeignKey("sources.id"), nullable=False, index=True),
    Column("language", Text),
    Column("published", Text),
    Column("superseded", Boolean, nullable=False),
    Column("title", Text, nullable=False),
    Column("text", Text, nullable=False),
    _payload(),  # without the text, which stands beside it
    _recorded_at(),
)

INTAKE = Table(
    "intake",
    METADATA,
    Column("url", Text, primary_key=True),
    Column("payload_digest", Text, primary_key=True),
    Column("config", Text, primary_key=True),
    Column("path", Text, nullable=False),
    Column("document", Text, ForeignKey("documents.id"), index=True),
    Column("version", Integer),
    Column("latest", Boolean, nullable=False),  # what the address held when it was last seen
    Column("stands", Boolean, nullable=False),  # the newest version that could be read
    _recorded_at(),
)

CLAIMS = Table(
    "claims",
    METADATA,
    _row(),
    _id(),
    Column("document", Text, ForeignKey("documents.id"), nullable=False, index=True),
    Column("block", Text, nullable=False, index=True),
    Column("source", Text, nullable=False),
    Column("section", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("event_type", Text, nullable=False),  # this and what follows: as people corrected it
    Column("certainty", Text, nullable=False),
    Column("occurred", Text),
    Column("earliest", Integer),  # 19660413: days as numbers, which also order years BCE
    Column("latest", Integer),
    Column("superseded", Boolean, nullable=False),
    Column("rejected", Boolean, nullable=False),
    Column("text", Text, nullable=False),
    _payload(),  # as it was coded, without the text
    _recorded_at(),
    Index("claims_by_date", "earliest", "id"),
    Index("claims_by_end", "latest"),
    Index("claims_by_type", "event_type", "earliest"),
    Index("claims_by_confidence", "confidence", "id"),
)

CLAIM_SIDES = Table(
    "claim_sides",
    METADATA,
    Column("side", Text, primary_key=True),
    Column("claim", Integer, ForeignKey("claims.row"), primary_key=True),
    sqlite_with_rowid=False,
)

EVENTS = Table(
    "events",
    METADATA,
    _row(),
    _id(),
    Column("block", Text, nullable=False, index=True),
    Column("event_type", Text, nullable=False),
    Column("standing", Text, nullable=False),
    Column("occurred", Text),
    Column("earliest", Integer),  # 19660413: days as numbers, which also order years BCE
    Column("latest", Integer),
    Column("merged_into", Text),
    Column("withdrawn", Boolean, nullable=False),
    _payload(),
    _recorded_at(),
    Index("events_by_date", "earliest", "id"),
    Index("events_by_end", "latest"),
    Index("events_by_type", "event_type", "earliest"),
)

STANDS = and_(EVENTS.c.merged_into.is_(None), ~EVENTS.c.withdrawn)

EVENT_SIDES = Table(
    "event_sides",
    METADATA,
    Column("side", Text, primary_key=True),
    Column("event", Integer, ForeignKey("events.row"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

EVENT_CLAIMS = Table(
    "event_claims",
    METADATA,
    Column("event", Integer, ForeignKey("events.row"), primary_key=True),
    Column("claim", Integer, ForeignKey("claims.row"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)

LINKS = Table(
    "links",
    METADATA,
    _row(),
    Column("id", Text, nullable=False, index=True),  # once for each time that it was judged
    Column("kind", Text, nullable=False),
    Column("left", Text, nullable=False, index=True),
    Column("right", Text, nullable=False, index=True),
    Column("score", Float, nullable=False),
    Column("judged_by", Text, nullable=False),
    Column("judged_at", Text, nullable=False),
    Column("superseded_at", Text),
    Column("block", Text, index=True),  # none for links between documents
    _payload(),
    _recorded_at(),
    Index("links_by_score", "kind", "score"),
)

REFUSALS = Table(
    "refusals",
    METADATA,
    _row(),
    Column("url", Text, nullable=False, index=True),
    Column("item", Text, nullable=False),
    Column("stage", Text, nullable=False),
    Column("code", Text, nullable=False),
    _payload(),
    _recorded_at(),
)

STALE_BLOCKS = Table("stale_blocks", METADATA, Column("block", Text, primary_key=True))

CORRECTIONS = Table(
    "corrections",  # rows are added, and never changed
    METADATA,
    _row(),
    _id(),
    Column("kind", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("takes_back", Text, index=True),
    _payload(),
    _recorded_at(),
)

CORRECTED = Table(
    "corrected",
    METADATA,
    Column("claim", Text, primary_key=True),  # which the record may not hold, or no longer
    Column("correction", Integer, ForeignKey("corrections.row"), primary_key=True),
    sqlite_with_rowid=False,
)
