"""Events, which claims agree to have happened, and the relations that events make."""

from __future__ import annotations

from typing import Literal

from dragoman.records.actors import Participant
from dragoman.records.codec import Record

Standing = Literal["single", "agreed", "disputed", "denied"]
RelationStatus = Literal["none", "recognized", "relations", "suspended", "severed"]


class DisputedValue(Record, frozen=True, kw_only=True):
    """One of the values that tellers give, and the claims that give it."""

    value: str
    claims: tuple[str, ...]


class Dispute(Record, frozen=True, kw_only=True):
    """A field of an event on which its tellers differ."""

    field: str
    values: tuple[DisputedValue, ...]


class EventSide(Record, frozen=True, kw_only=True):
    """Who stands on one side of an event, apart from any one document's words for it."""

    name: str | None
    country: str | None
    sector: str | None
    wikidata: str | None


class Event(Record, frozen=True, kw_only=True):
    """One happening, with all the claims about it; `id` is minted from its oldest claim."""

    id: str
    event_type: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    quad_class: str
    score: float
    actors: tuple[EventSide, ...]
    recipients: tuple[EventSide, ...]
    occurred: str | None
    claims: tuple[str, ...]
    documents: int
    sources: int
    standing: Standing
    disputes: tuple[Dispute, ...]
    confidence: float
    merged_into: str | None = None


class StatusSpan(Record, frozen=True, kw_only=True, rename={"since": "from"}):
    """The state of a relation from one day on, and the event that made it so."""

    status: RelationStatus
    since: str | None
    event: str


class MonthOfRelation(Record, frozen=True, kw_only=True):
    """How many events a month saw, and the sum of their scores."""

    month: str
    events: int
    score: float


class Relation(Record, frozen=True, kw_only=True):
    """Two sides over time; every value is derived from events."""

    sides: tuple[str, str]
    status: tuple[StatusSpan, ...]
    events: int
    first: str | None
    last: str | None
    series: tuple[MonthOfRelation, ...]


def side_of(participant: Participant) -> EventSide:
    """The side that a participant stands for."""
    return EventSide(
        name=participant.name,
        country=participant.country,
        sector=participant.sector,
        wikidata=participant.wikidata,
    )
