"""Whose a document is, where a span stands in it, and the answer to whom it means."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from dragoman.reading.resolve.asof import Days
from dragoman.reading.resolve.words import Span, Words
from dragoman.records.readings import Referent

Referents = tuple[Referent, ...]


class FirstPerson(NamedTuple):
    """The states of `we` and of `our country`: one where an author writes, who is no state."""

    voice: Referent | None
    own: Referent | None
    readers: Mapping[int, Referent] = {}  # by section: the homes of those who comment
    addressed: Mapping[int, Referent] = {}  # and those whom these call `you`
    across: Referent | None = None  # the other of the two that an author writes about
    topic: Referent | None = None  # the one state that a text is about, which says nothing of `we`


class Setting(NamedTuple):
    """Where a span stands: in which sentence, when, and in whose mouth."""

    words: Words
    when: Days | None
    spans: Sequence[Span]  # of the sentence
    quoted: bool
    speaker: Referent | None  # of the quotation or of the reported clause
    reader: int | None = None  # the section of a comment, which does not speak for the document
    addressed: Referent | None = None  # the state that is `you`


class Answer(NamedTuple):
    """Whom a span means, how sure that is from 0 to 1, and by which rule."""

    referents: Referents
    score: float = 1.0
    rule: str = ""
