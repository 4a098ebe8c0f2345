"""The claim, atom of the record: one speaker's report of one happening in one document."""

from __future__ import annotations

from typing import Literal

from dragoman.records.actors import Participant
from dragoman.records.codec import SCHEMA_VERSION, Record, content_id
from dragoman.records.documents import SectionKind
from dragoman.records.provenance import Reason, Stamp
from dragoman.records.readings import DateBasis

SpeakerRole = Literal["author", "quoted", "reported", "commenter"]
Certainty = Literal["CT+", "PR+", "PS+", "PS-", "PR-", "CT-", "Uu"]
Auxiliary = Literal["historical", "future", "hypothetical", "negation"]
FramingKind = Literal["epithet", "honorific", "distancing", "scare-quoted"]


class Trigger(Record, frozen=True, kw_only=True):
    """The word or words that an event hangs on."""

    text: str
    start: int
    end: int


class Coding(Record, frozen=True, kw_only=True):
    """An event as coded, before anyone asked whose word it is."""

    sentence: int  # index in the reading
    head: int  # index of the trigger's head token in that sentence
    trigger: Trigger
    event_type: str
    modes: tuple[str, ...] = ()
    contexts: tuple[str, ...] = ()
    actors: tuple[Participant, ...] = ()
    recipients: tuple[Participant, ...] = ()
    occurred: str | None = None
    occurred_text: str | None = None
    occurred_basis: DateBasis | None = None
    place: str | None = None
    confidence: float = 0.0
    reasons: tuple[Reason, ...] = ()


class Speaker(Record, frozen=True, kw_only=True):
    """Whose word a claim is; `text` is how the document names the speaker."""

    role: SpeakerRole
    name: str | None = None
    country: str | None = None
    text: str | None = None
    by_author: bool = False  # the document's author, where they answer as one commenter among many


class Framing(Record, frozen=True, kw_only=True):
    """Loaded words, whom they name, and whose words they are; offsets as in a claim."""

    text: str
    start: int
    end: int
    kind: FramingKind
    target: str  # the name of the actor meant, or else the words of the phrase that is loaded
    country: str | None = None
    speaker: Speaker


class Factuality(Record, frozen=True, kw_only=True):
    """How surely, on the FactBank scale, in the eyes of whoever asserts it."""

    certainty: Certainty = "CT+"
    auxiliary: tuple[Auxiliary, ...] = ()


class Claim(Record, frozen=True, kw_only=True):
    """One speaker's report of one happening; offsets count characters of the document's text."""

    schema_version: str = SCHEMA_VERSION
    id: str
    document: str
    path: str
    source: str
    section: SectionKind
    text: str
    start: int
    end: int
    event_type: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    quad_class: str
    score: float
    trigger: Trigger
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    occurred: str | None
    occurred_text: str | None
    occurred_basis: DateBasis | None
    published: str | None
    place: str | None
    asserted_by: Speaker
    via: tuple[Speaker, ...]
    certainty: Certainty
    auxiliary: tuple[Auxiliary, ...]
    quote: str | None
    framing: tuple[Framing, ...] = ()
    confidence: float
    stamp: Stamp


def claim_id(document: str, coding: Coding, speaker: Speaker, denied_at: int | None = None) -> str:
    """The id of a coded event told by one speaker in one document, or denied where it says."""
    sides = [[p.country, p.name, p.start] for p in (*coding.actors, *coding.recipients)]
    return content_id(
        "clm",
        document,
        coding.trigger.start,
        coding.trigger.end,
        coding.event_type,
        coding.modes,
        len(coding.actors),
        sides,
        speaker.role,
        speaker.name,
        *(() if denied_at is None else ("denied", denied_at)),
    )
