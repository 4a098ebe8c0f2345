"""Questions as understood, and answers made of claims of the record."""

from __future__ import annotations

from typing import Literal

from dragoman.records.claims import Claim
from dragoman.records.codec import SCHEMA_VERSION, Record

QuestionKind = Literal["whether", "who", "when", "how-many", "said", "list", "state"]
Unknown = Literal["actor", "recipient", "speaker"]
Order = Literal["first", "last"]
Stance = Literal["affirmed", "denied", "uncertain", "planned"]
Verdict = Literal["so", "not so", "both", "uncertain", "planned", "silent"]


class Sought(Record, frozen=True, kw_only=True):
    """An actor that a question names: a whole side, or one named part of it."""

    name: str
    country: str | None
    whole: bool  # a state or a people, for which anyone of it may stand


class Question(Record, frozen=True, kw_only=True):
    """A question as it was understood: coded as what would answer it is coded."""

    text: str
    kind: QuestionKind
    statement: str  # the question turned into a sentence, as it was read
    event_types: tuple[str, ...] = ()  # none where any will do
    modes: tuple[str, ...] = ()
    actors: tuple[Sought, ...] = ()
    recipients: tuple[Sought, ...] = ()
    speakers: tuple[Sought, ...] = ()
    unknown: Unknown | None = None
    denied: bool = False  # whether it asks for a denial
    future: bool = False  # whether it asks what is to come
    when: str | None = None  # EDTF
    order: Order | None = None
    about: tuple[str, ...] = ()  # words that narrow it down
    trigger: str = ""  # the words that say what was done; none where no deed was found


class Testimony(Record, frozen=True, kw_only=True):
    """A claim of the record as it stands in an answer, and the document that it stands in."""

    claim: Claim
    title: str | None
    url: str | None
    event: str | None = None
    apart: tuple[str, ...] = ()  # in what it is not what was asked
    corrected: bool = False
    rejected: bool = False


class Group(Record, frozen=True, kw_only=True):
    """The testimonies that say one thing of what was asked."""

    stance: Stance
    testimonies: tuple[Testimony, ...]


class Value(Record, frozen=True, kw_only=True):
    """Who, when, how often: what the claims give, and which do."""

    value: str  # a country's code or a name, EDTF, a number, a status
    name: str
    claims: tuple[str, ...]


class Answer(Record, frozen=True, kw_only=True):
    """What the record says to a question, in the words of its claims."""

    schema_version: str = SCHEMA_VERSION
    question: Question
    verdict: Verdict
    values: tuple[Value, ...]
    groups: tuple[Group, ...]
    near: tuple[Testimony, ...]  # what it says besides, which answers something else
    rejected: tuple[Testimony, ...]  # what would answer, but was rejected by people
