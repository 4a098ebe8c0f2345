"""Events, which claims agree to have happened, and the relations that events make."""

from __future__ import annotations

from typing import Literal

from dragoman.records.actors import Participant
from dragoman.records.codec import Record
from dragoman.records.dates import overlaps, sort_key

Standing = Literal["single", "agreed", "disputed", "denied"]
RelationStatus = Literal["none", "recognized", "relations", "suspended", "severed"]
Doubt = Literal["denied", "doubtful", "undated", "repeated"]

BELIEVED = 0.25  # confidence below which nothing is concluded from an event


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

    @property
    def believed(self) -> bool:
        """Whether something may be concluded from it: told with some confidence, not denied."""
        return self.standing != "denied" and self.confidence >= BELIEVED


class StatusSpan(Record, frozen=True, kw_only=True, rename={"since": "from"}):
    """The state of a relation from one day on, and the event that made it so."""

    status: RelationStatus
    since: str | None
    event: str
    until: str | None = None  # when the next state began; None where none is told
    mode: str | None = None  # what made it so: `restore-relations`
    claims: tuple[str, ...] = ()  # that it rests on
    against: tuple[str, ...] = ()  # that contradict it


class Recognition(Record, frozen=True, kw_only=True, rename={"since": "from"}):
    """One side's recognition of the other, which does not yet make relations."""

    by: EventSide
    of: EventSide
    since: str | None
    event: str


class Unsettled(Record, frozen=True, kw_only=True):
    """An event that would change the state, and why nothing is concluded from it."""

    event: str
    status: RelationStatus
    doubt: Doubt


class MonthOfRelation(Record, frozen=True, kw_only=True):
    """How many events a month saw, and the sums of their scores."""

    month: str
    events: int
    score: float
    cooperation: float = 0.0  # of the scores above 0
    conflict: float = 0.0  # of those below


class Relation(Record, frozen=True, kw_only=True):
    """Two sides over time; every value is derived from events."""

    sides: tuple[str, str]
    status: tuple[StatusSpan, ...]
    events: int
    first: str | None
    last: str | None
    series: tuple[MonthOfRelation, ...]
    recognitions: tuple[Recognition, ...] = ()
    unsettled: tuple[Unsettled, ...] = ()
    outside_series: int = 0  # dealings that no date places within one month

    def on(self, date: str) -> tuple[StatusSpan, ...]:
        """The states it was in on a date: several where it changed then, none if none is told."""
        before = [n for n, span in enumerate(self.status) if _is_over(span.since, date)]
        latest = before[-1] if before else -1
        changing = (s for s in self.status[latest + 1 :] if s.since and overlaps(s.since, date))
        return (*self.status[max(latest, 0) : latest + 1], *changing)


def _is_over(since: str | None, date: str) -> bool:
    """Whether a change dated so was over when a date begins; one without a date always was."""
    return since is None or sort_key(since)[1] < sort_key(date)[0]


def side_of(participant: Participant) -> EventSide:
    """The side that a participant stands for."""
    return EventSide(
        name=participant.name,
        country=participant.country,
        sector=participant.sector,
        wikidata=participant.wikidata,
    )
