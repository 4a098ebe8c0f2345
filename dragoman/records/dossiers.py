"""The dossier of one relation: what is told of it, in the tellers' own words."""

from __future__ import annotations

from typing import Literal

from dragoman.records.claims import Auxiliary, Certainty, FramingKind, Speaker, Trigger
from dragoman.records.codec import SCHEMA_VERSION, Record
from dragoman.records.documents import Document, SectionKind
from dragoman.records.events import Event, Relation, RelationStatus, Standing, StatusSpan
from dragoman.records.provenance import Capture, SourceKind

QuestionKind = Literal["undated", "single-source", "uncertain"]


class Citation(Record, frozen=True, kw_only=True, gc=False):  # by the thousand, and no cycles
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


class Entry(Record, frozen=True, kw_only=True, gc=False):
    """One happening with every sentence that tells of it; the best witnesses come first."""

    event: Event
    citations: tuple[Citation, ...]
    elsewhere: tuple[Citation, ...] = ()  # what is told of others and contradicts it


class StatusEntry(Record, frozen=True, kw_only=True):
    """A state of the relation, the tellings that it is derived from, and those against it."""

    status: RelationStatus
    since: str | None
    until: str | None = None
    mode: str | None = None
    event: str
    citations: tuple[Citation, ...]
    against: tuple[Citation, ...] = ()


class StateOn(Record, frozen=True, kw_only=True):
    """The state of the relation on a date; several where it changed then, none if none is told."""

    date: str | None  # None for what is told last
    status: tuple[StatusSpan, ...]


class Statement(Record, frozen=True, kw_only=True):
    """A sentence of the summary: one telling, and who else tells the same, or otherwise."""

    event: str
    occurred: str | None
    standing: Standing
    sources: tuple[str, ...]  # independent of each other; the first is the one cited
    citation: Citation
    others: tuple[Citation, ...] = ()  # one of each of the other sources
    copies: tuple[Citation, ...] = ()  # sources that only repeat another's text
    against: tuple[Citation, ...] = ()


class Exchange(Record, frozen=True, kw_only=True):
    """A letter and its answer, or a letter that has no other half in the record."""

    events: tuple[str, ...]
    answers: bool = False  # the last of them calls itself an answer


class Tally(Record, frozen=True, kw_only=True):
    """How often a source tells of a type of event."""

    source: str
    event_type: str
    claims: int
    events: int


class Naming(Record, frozen=True, kw_only=True):
    """Loaded words that somebody uses of somebody, where first, and how often."""

    source: str
    speaker: Speaker
    target: str
    country: str | None
    kind: FramingKind
    text: str
    times: int
    document: str
    start: int
    end: int


class Question(Record, frozen=True, kw_only=True):
    """What the record leaves open about an event."""

    kind: QuestionKind
    event: str


class DocumentUsed(Record, frozen=True, kw_only=True):
    """A document that is cited, with what it takes to find and verify it."""

    document: str
    source: str
    kind: SourceKind = "other"
    author: str | None = None
    title: str | None
    url: str | None
    path: str
    language: str | None = None
    published: str | None
    captured_at: str | None
    digest: str | None
    claims: int
    copy_of: str | None = None  # the oldest of the cited documents that have this text


class Anniversary(Record, frozen=True, kw_only=True):
    """An event whose day comes round."""

    on: str
    years: int
    round: bool
    event: Event


class Dossier(Record, frozen=True, kw_only=True):
    """What the documents of a record tell of two sides; events are named by id."""

    schema_version: str = SCHEMA_VERSION
    sides: tuple[Side, Side]
    others: tuple[Side, ...]  # who else takes part in these events
    relation: Relation
    state: StateOn
    status: tuple[StatusEntry, ...]
    summary: tuple[Statement, ...]
    timeline: tuple[Entry, ...]  # dated, oldest first unless asked otherwise
    undated: tuple[Entry, ...]
    comments: tuple[Entry, ...]  # what only readers' comments tell
    disputes: tuple[str, ...]
    letters: tuple[str, ...]
    exchanges: tuple[Exchange, ...]  # the same letters, in pairs
    visits: tuple[str, ...]
    tallies: tuple[Tally, ...]
    namings: tuple[Naming, ...]
    questions: tuple[Question, ...]
    documents: tuple[DocumentUsed, ...]


def document_used(
    document: Document, capture: Capture | None, claims: int, copy_of: str | None = None
) -> DocumentUsed:
    """The document as it is cited."""
    return DocumentUsed(
        document=document.id,
        source=document.source.name,
        kind=document.source.kind,
        author=document.author,
        title=document.title,
        url=document.url,
        path=document.path,
        language=document.language,
        published=document.published,
        captured_at=capture.captured_at if capture else None,
        digest=capture.payload_digest if capture else None,
        claims=claims,
        copy_of=copy_of,
    )
