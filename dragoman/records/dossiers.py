"""The dossier of one relation: what is told of it, in the tellers' own words."""

from __future__ import annotations

from typing import Literal

from dragoman.records.claims import Auxiliary, Certainty, Speaker, Trigger
from dragoman.records.codec import SCHEMA_VERSION, Record
from dragoman.records.documents import SectionKind
from dragoman.records.events import Event, Relation, RelationStatus, Standing

QuestionKind = Literal["undated", "single-source", "uncertain"]


class Citation(Record, frozen=True, kw_only=True):
    """A sentence as it stands in a document, and where; offsets count characters of its text."""

    claim: str
    document: str
    source: str
    title: str | None
    url: str | None
    path: str
    published: str | None
    section: SectionKind
    start: int
    end: int
    sentence: str
    trigger: Trigger
    occurred: str | None  # when, by this telling
    asserted_by: Speaker
    certainty: Certainty
    auxiliary: tuple[Auxiliary, ...]
    capture: str | None = None
    digest: str | None = None  # of the archived bytes


class Side(Record, frozen=True, kw_only=True):
    """One of the two sides: its code, and the neutral name that it goes by here."""

    code: str
    name: str


class Entry(Record, frozen=True, kw_only=True):
    """One happening with every sentence that tells of it; the best witnesses come first."""

    event: Event
    citations: tuple[Citation, ...]


class StatusEntry(Record, frozen=True, kw_only=True):
    """A state of the relation, and the tellings that it is derived from."""

    status: RelationStatus
    since: str | None
    event: str
    citations: tuple[Citation, ...]


class Statement(Record, frozen=True, kw_only=True):
    """A sentence of the summary: one telling, and all sources that tell the same."""

    event: str
    occurred: str | None
    standing: Standing
    sources: tuple[str, ...]  # the first is the one cited
    citation: Citation


class Tally(Record, frozen=True, kw_only=True):
    """How often a source tells of a type of event."""

    source: str
    event_type: str
    claims: int
    events: int


class Question(Record, frozen=True, kw_only=True):
    """What the record leaves open about an event."""

    kind: QuestionKind
    event: str


class DocumentUsed(Record, frozen=True, kw_only=True):
    """A document that the dossier cites."""

    document: str
    source: str
    title: str | None
    url: str | None
    path: str
    published: str | None
    captured_at: str | None
    digest: str | None
    claims: int


class Dossier(Record, frozen=True, kw_only=True):
    """What the documents of a record tell of two sides; events are named by id."""

    schema_version: str = SCHEMA_VERSION
    sides: tuple[Side, Side]
    others: tuple[Side, ...]  # who else takes part in these events
    relation: Relation
    status: tuple[StatusEntry, ...]
    summary: tuple[Statement, ...]
    timeline: tuple[Entry, ...]  # dated, oldest first
    undated: tuple[Entry, ...]
    comments: tuple[Entry, ...]  # what only readers' comments tell
    disputes: tuple[str, ...]
    letters: tuple[str, ...]
    visits: tuple[str, ...]
    tallies: tuple[Tally, ...]
    questions: tuple[Question, ...]
    documents: tuple[DocumentUsed, ...]
