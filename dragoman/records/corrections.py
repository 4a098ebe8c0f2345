"""What people corrected: rows of a ledger that is only added to, and what follows from them.

A correction names claims by their ids, which are the same on every machine, so a ledger outlives
the record in which it was written. It keeps the sentence of each claim: one that a later reading
no longer finds is still known by its words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Literal

import msgspec
from msgspec.structs import replace

from dragoman.records.claims import Claim
from dragoman.records.codec import SCHEMA_VERSION, Record, content_id

CorrectionKind = Literal["confirm", "reject", "change", "merge", "split", "take-back"]
ChangedField = Literal[
    "event_type",
    "modes",
    "quad_class",
    "score",
    "occurred",
    "occurred_basis",
    "actors",
    "recipients",
    "asserted_by",
    "certainty",
    "auxiliary",
]
Pair = frozenset[str]

VOUCHED_FOR = 1.0  # confidence in the coding of a claim that a person has read and confirmed


class Subject(Record, frozen=True, kw_only=True):
    """A claim that is corrected, and the sentence that it was found in."""

    id: str
    document: str
    path: str
    source: str
    start: int
    end: int
    text: str


class Change(Record, frozen=True, kw_only=True):
    """A field of a claim as it was coded and as it should be, each as JSON has it."""

    field: ChangedField
    coded: Any
    value: Any


class Correction(Record, frozen=True, kw_only=True):
    """One row of the ledger: who corrected what, when and why.

    `merge` says that all its claims tell of one happening, `split` that the first tells of
    another than each of the rest.
    """

    schema_version: str = SCHEMA_VERSION
    id: str
    kind: CorrectionKind
    claims: tuple[Subject, ...]
    changes: tuple[Change, ...] = ()
    takes_back: str | None = None  # the id of a correction that holds no longer
    by: str
    at: str
    why: str


def correction(  # noqa: PLR0913 every argument is a column of the ledger
    kind: CorrectionKind,
    claims: Iterable[Claim | Subject],
    *,
    by: str,
    at: str,
    why: str,
    changes: Iterable[Change] = (),
    takes_back: str | None = None,
) -> Correction:
    """A correction with the id that follows from what it says."""
    subjects, changed = tuple(map(subject, claims)), tuple(changes)
    named = [one.id for one in subjects]
    identity = (kind, named, changed, takes_back, by, at, why)
    return Correction(
        id=content_id("cor", *identity),
        kind=kind,
        claims=subjects,
        changes=changed,
        takes_back=takes_back,
        by=by,
        at=at,
        why=why,
    )


def subject(claim: Claim | Subject) -> Subject:
    """The claim as a correction remembers it."""
    if isinstance(claim, Subject):
        return claim
    return Subject(**{name: getattr(claim, name) for name in Subject.__struct_fields__})


class Standing:
    """What holds of a ledger: all but what was taken back, the later word before the earlier."""

    def __init__(self, ledger: Iterable[Correction]) -> None:
        rows = sorted(ledger, key=lambda row: (row.at, row.id))  # the same in every record
        gone = {row.takes_back for row in rows}
        self.corrections = tuple(
            row for row in rows if row.kind != "take-back" and row.id not in gone
        )
        self._about: dict[str, list[Correction]] = defaultdict(list)
        for row in self.corrections:
            for one in row.claims:
                self._about[one.id].append(row)

    def about(self, claim: str) -> tuple[Correction, ...]:
        """What people said of a claim, oldest first."""
        return tuple(self._about.get(claim, ()))

    def rejected(self, claim: str) -> bool:
        """Whether a claim counts no longer."""
        said = [row.kind for row in self._about.get(claim, ()) if row.kind in _JUDGED]
        return said[-1:] == ["reject"]

    def changes(self, claim: str) -> tuple[Change, ...]:
        """What is other than it was coded, one change a field."""
        latest = {
            change.field: change
            for row in self._about.get(claim, ())
            if row.kind == "change"
            for change in row.changes
        }
        return tuple(latest.values())

    def amend(self, claim: Claim) -> Claim:
        """The claim as people left it."""
        if claim.id not in self._about:
            return claim
        if self._confirmed(claim.id):
            claim = replace(claim, confidence=VOUCHED_FOR)
        return changed(claim, self.changes(claim.id))

    def examined(self, claim: str) -> bool:
        """Whether a person has confirmed, rejected or changed a claim."""
        return any(row.kind in {"change", *_JUDGED} for row in self._about.get(claim, ()))

    def pairs(self) -> dict[Pair, Correction]:
        """Pairs of claims that a person merged or split, oldest word first."""
        said: dict[Pair, Correction] = {}
        for row in self.corrections:
            if row.kind in {"merge", "split"}:
                first, *others = row.claims
                for other in others:
                    pair = frozenset({first.id, other.id})
                    said.pop(pair, None)
                    said[pair] = row
        return said

    def _confirmed(self, claim: str) -> bool:
        said = [row.kind for row in self._about[claim] if row.kind in _JUDGED]
        return said[-1:] == ["confirm"]


_JUDGED = ("confirm", "reject")


def changed(claim: Claim, changes: Iterable[Change]) -> Claim:
    """The claim with these values; msgspec.ValidationError for one that its field cannot have."""
    values = {change.field: change.value for change in changes}
    return msgspec.convert(msgspec.to_builtins(claim) | values, Claim) if values else claim
