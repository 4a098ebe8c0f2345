"""Events, which claims agree to have happened, and the relations that events make."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from msgspec.structs import replace

from dragoman.records.actors import Participant
from dragoman.records.codec import Record, content_id
from dragoman.records.dates import overlaps, sort_key
from dragoman.records.honours import Honour

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
    negated: bool = False  # told in the negative alone: nobody says it happened, nobody denies it
    place: str | None = None  # where most tellers have it
    honours: tuple[Honour, ...] = ()  # ranks that tellers give to it, or to who did it
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


def rivalry(rank: str, honours: Iterable[Honour], told: Iterable[Honour]) -> Dispute | None:
    """The dispute on the rank of an event, if of all that is told something excludes its honours.

    Its values are the holders, each with the claims that name it.
    """
    own, every = _by_kind(honours, rank), _by_kind(told, rank)
    rivals = [other for other in every if any(honour.excludes(other) for honour in own)]
    held = [honour for honour in own if any(honour.excludes(other) for other in rivals)]
    claims = own | every
    of: dict[str, set[str]] = {}
    for honour in (*held, *rivals):
        of.setdefault(honour.holder, set()).update(claims[honour])
    values = (DisputedValue(value=one, claims=tuple(sorted(of[one]))) for one in sorted(of))
    return Dispute(field=rank, values=tuple(values)) if of else None


def _by_kind(honours: Iterable[Honour], rank: str) -> dict[Honour, set[str]]:
    """The claims of honours that differ in nothing else, so that each is compared once."""
    found: dict[Honour, set[str]] = {}
    for honour in honours:
        if honour.rank == rank:
            found.setdefault(replace(honour, claim=""), set()).add(honour.claim)
    return found


def side_of(participant: Participant) -> EventSide:
    """The side that a participant stands for."""
    return EventSide(
        name=participant.name,
        country=participant.country,
        sector=participant.sector,
        wikidata=participant.wikidata,
    )


def event_id(oldest: str) -> str:
    """The id of the event whose oldest claim this is."""
    return content_id("evt", oldest)
