"""Who takes part: the actor itself, its offices, and its part in one event."""

from __future__ import annotations

from typing import Literal

from dragoman.records.codec import Record

ActorKind = Literal[
    "state",
    "place",
    "people",
    "person",
    "government",
    "ministry",
    "parliament",
    "military",
    "party",
    "group",
    "media",
    "organisation",
]


class Actor(Record, frozen=True, kw_only=True):
    """A thing that can act: a state, person, ministry, party, group or organisation."""

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    sector: str | None = None
    wikidata: str | None = None
    part_of: str | None = None
    existed: str | None = None  # EDTF interval


class Affiliation(Record, frozen=True, kw_only=True):
    """An office that an actor held; `held` is EDTF, for an office is true for a time."""

    actor: str
    office: str
    country: str | None = None
    sector: str | None = None
    held: str | None = None


class Participant(Record, frozen=True, kw_only=True):
    """One filled role in an event: the words, and whom they mean."""

    text: str
    name: str | None
    country: str | None
    sector: str | None
    wikidata: str | None
    start: int
    end: int
