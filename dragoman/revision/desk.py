"""The desk at which a record is corrected: every word a row with who, when and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec

from dragoman.errors import OntologyError, UsageError
from dragoman.ports import Clock, Corroborator, Store
from dragoman.records.claims import Claim
from dragoman.records.codec import Record, decode
from dragoman.records.corrections import (
    Change,
    Correction,
    CorrectionKind,
    Standing,
    Subject,
    correction,
)
from dragoman.records.provenance import Refusal
from dragoman.revision.changes import Whom, changes

Heeding = Callable[[Standing], Corroborator]  # a corroborator that heeds these corrections


class Entry(Record, frozen=True, kw_only=True):
    """A row of the ledger, and what became of it."""

    correction: Correction
    taken_back: Correction | None = None
    gone: tuple[str, ...] = ()  # claims that the record holds no longer
    instead: tuple[str, ...] = ()  # claims that now stand in the sentences of those

    def as_refusal(self) -> Refusal:
        """What a build says of a correction that lost its claim."""
        row = self.correction
        said = f"{row.id} ({row.kind} by {row.by}) finds {', '.join(self.gone)} no longer"
        now = f"; in its sentence now: {', '.join(self.instead)}" if self.instead else ""
        detail = f"{said}{now}; it is kept: see `dragoman corrections --lost`"
        item = row.claims[0].path
        return Refusal(item=item, stage="revision", code="claim-gone", detail=detail, fatal=False)


class Desk:
    """Corrects one record; what follows from a correction is stale until it is gathered."""

    def __init__(self, store: Store, heeding: Heeding, whom: Whom, clock: Clock) -> None:
        self._view = store.view()
        self._writer = store.writer()
        self._heeding = heeding
        self._whom = whom
        self._clock = clock

    def correct(
        self,
        kind: CorrectionKind,
        named: Sequence[str],
        *,
        by: str,
        why: str,
        settings: Iterable[str] = (),
    ) -> Correction:
        """The correction of claims named by their ids; an event stands for its claims."""
        claims = self._claims(kind, named)
        changed = self.changes(claims[0].id, settings) if kind == "change" else ()
        return self._put(kind, claims, by=by, why=why, changes=changed)

    def changes(self, claim: str, settings: Iterable[str]) -> tuple[Change, ...]:
        """What `field=value` texts change in a claim; UsageError for one that cannot be."""
        coded = self._view.coded(claim)
        if coded is None:
            raise UsageError(f"no claim has the id {claim!r}; copy it from `search`")
        try:
            return changes(coded, settings, self._whom)
        except OntologyError as error:
            raise UsageError(str(error)) from error

    def take_back(self, name: str, *, by: str, why: str) -> Correction:
        """The row by which a correction holds no longer."""
        entry = self._entry(name)
        row = entry.correction
        if row.kind == "take-back":
            raise UsageError(f"{row.id} takes {row.takes_back} back: correct that anew instead")
        if entry.taken_back:
            raise UsageError(f"{row.id} was taken back already, by {entry.taken_back.by}")
        return self._put("take-back", row.claims, by=by, why=why, takes_back=row.id)

    def entries(self) -> Iterator[Entry]:
        """The ledger, oldest row first."""
        rows = self._view.corrections()
        taken = {row.takes_back: row for row in rows if row.takes_back}
        held = self._view.stand(subject.id for row in rows for subject in row.claims)
        for row in rows:
            gone = [subject for subject in row.claims if subject.id not in held]
            instead = {claim.id for one in gone for claim in self._view.at_place(one)}
            yield Entry(
                correction=row,
                taken_back=taken.get(row.id),
                gone=tuple(subject.id for subject in gone),
                instead=tuple(sorted(instead)),
            )

    def lost(self) -> tuple[Entry, ...]:
        """Corrections that hold, and a claim of which the record holds no longer."""
        return tuple(
            entry
            for entry in self.entries()
            if entry.gone and not entry.taken_back and entry.correction.kind != "take-back"
        )

    def load(self, lines: Iterable[bytes]) -> int:
        """How many rows of another ledger were new."""
        known = {row.id for row in self._view.corrections()}
        rows = [row for row in _decoded(lines) if row.id not in known]
        self._keep(*rows)
        return len(rows)

    def _put(  # noqa: PLR0913 every argument is a column of the ledger
        self,
        kind: CorrectionKind,
        claims: Iterable[Claim | Subject],
        *,
        by: str,
        why: str,
        changes: tuple[Change, ...] = (),
        takes_back: str | None = None,
    ) -> Correction:
        if not by.strip() or not why.strip():
            raise UsageError("a correction needs a name and a reason: give --by and --why")
        row = correction(
            kind,
            claims,
            by=by.strip(),
            at=self._clock().strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
            why=why.strip(),
            changes=changes,
            takes_back=takes_back,
        )
        self._keep(row)
        return row

    def _keep(self, *rows: Correction) -> None:
        """Writes rows; a claim whose sides or type they change moves to another block."""
        corroborator = self._heeding(Standing((*self._view.corrections(), *rows)))
        with self._writer.batch():
            for row in rows:
                coded = (self._view.coded(subject.id) for subject in row.claims)
                blocks = {claim.id: corroborator.block(claim) for claim in coded if claim}
                self._writer.put_correction(row, blocks)

    def _claims(self, kind: CorrectionKind, named: Sequence[str]) -> tuple[Claim, ...]:
        found = [claim for name in named for claim in self._named(kind, name)]
        claims = tuple({claim.id: claim for claim in found}.values())
        if kind in {"merge", "split"} and len(claims) < 2:
            raise UsageError(f"to {kind} takes two claims, and all of {named} are one")
        return claims

    def _named(self, kind: CorrectionKind, name: str) -> tuple[Claim, ...]:
        """The claim of this id, or of the one id that begins so; the claims of an event."""
        full = self._full(name)
        if full.startswith("clm_"):
            claim = self._view.claim(full)
            return (claim,) if claim else ()
        event = self._view.event(full) if kind in {"merge", "split"} else None
        if event is None:
            raise UsageError(f"{name!r} is no claim; `dragoman claims` and `search` show their ids")
        claims = tuple(filter(None, map(self._view.claim, event.claims)))
        return claims[:1] if kind == "merge" else claims  # one bond joins the whole happening

    def _full(self, name: str) -> str:
        found = self._view.complete(name)
        if len(found) > 1:
            raise UsageError(f"{name!r} begins more than one id: give more of it")
        if not found:
            raise UsageError(f"nothing in the record has the id {name!r}; copy it from `search`")
        return found[0]

    def _entry(self, name: str) -> Entry:
        entries = [entry for entry in self.entries() if entry.correction.id.startswith(name)]
        if len(entries) > 1:
            raise UsageError(f"{name!r} begins more than one id: give more of it")
        if not entries:
            raise UsageError(f"no correction has the id {name!r}; `dragoman corrections` lists all")
        return entries[0]


def _decoded(lines: Iterable[bytes]) -> Iterator[Correction]:
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield decode(line, Correction)
            except msgspec.DecodeError as error:
                raise UsageError(f"line {number} is no correction ({error}): mend it") from error
