"""What reading finds in a document: sentences with their syntax, mentions of actors, times."""

from __future__ import annotations

from typing import Literal

from dragoman.records.codec import Record
from dragoman.records.documents import PublishedBasis
from dragoman.records.provenance import Reason, Refusal, Stamp

DateBasis = Literal["stated", "calendar", "anniversary", "relative", "inherited", "published"]
MentionKind = Literal["name", "adjective", "office", "nominal", "pronoun"]


class Token(Record, frozen=True, kw_only=True):
    """A word: characters `start` to `end` of the document, and its place in the syntax."""

    start: int
    end: int
    text: str
    lemma: str
    pos: str  # universal part of speech
    tag: str  # Penn Treebank tag
    dep: str  # ClearNLP dependency label, as spaCy gives it
    head: int  # index of the head in the sentence; the root's is its own


class Sentence(Record, frozen=True, kw_only=True):
    """One sentence of one section, with its tokens."""

    start: int
    end: int
    section: int
    tokens: tuple[Token, ...]


class Referent(Record, frozen=True, kw_only=True):
    """Whom a mention means; `actor` is the id in the catalogue."""

    actor: str
    name: str
    kind: str
    country: str | None = None
    sector: str | None = None
    wikidata: str | None = None


class Mention(Record, frozen=True, kw_only=True):
    """Words that name one actor, or several ("the two countries"); no referent if unknown."""

    start: int
    end: int
    kind: MentionKind
    referents: tuple[Referent, ...] = ()
    reasons: tuple[Reason, ...] = ()


class TimeExpression(Record, frozen=True, kw_only=True):
    """Words that say when, as EDTF, with how that was found."""

    start: int
    end: int
    edtf: str
    basis: DateBasis


class Reading(Record, frozen=True, kw_only=True):
    """All that reading found in one document, each tuple in the order of the text."""

    document: str
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    times: tuple[TimeExpression, ...]
    stamp: Stamp
    language: str | None = None
    refusal: Refusal | None = None  # why nothing was read
    voice: Referent | None = None  # the state for which the document says "we", "our country"
    published: str | None = None  # EDTF: the document's date, where its text implies one
    published_basis: PublishedBasis | None = None
