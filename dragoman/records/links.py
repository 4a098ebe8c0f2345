"""Verdicts that two things are the same, kept for ever: a newer one supersedes an older."""

from __future__ import annotations

from typing import Literal

from dragoman.records.codec import Record
from dragoman.records.provenance import Reason

LinkKind = Literal["same-event", "same-actor", "copy-of"]


class Link(Record, frozen=True, kw_only=True):
    """Left and right are the same, to this score, for these reasons; never deleted."""

    id: str
    kind: LinkKind
    left: str
    right: str
    score: float
    reasons: tuple[Reason, ...]
    judged_by: str
    judged_at: str | None = None
    superseded_at: str | None = None
