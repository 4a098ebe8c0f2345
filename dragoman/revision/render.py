"""Doubts and the ledger as plain text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

from dragoman.records.claims import Claim
from dragoman.records.corrections import Change
from dragoman.records.shown import piece, safe, sides, who
from dragoman.revision.desk import Entry
from dragoman.revision.doubts import Doubt

_WIDTH = 96
_DEEDS = {
    "confirm": "confirms",
    "reject": "rejects",
    "change": "changes",
    "merge": "merges",
    "split": "splits",
    "take-back": "takes back",
}


def render_doubt(doubt: Doubt) -> str:
    """What is doubted, why, and the sentences that it rests on, with their trigger in brackets."""
    head = "one happening?" if doubt.kind == "link" else "coded right?"
    lines = [f"{head}  ({'; '.join(map(safe, doubt.why))})"]
    for number, claim in enumerate(doubt.claims, start=1):
        lines += [
            f"{number}  {_coding(claim)}",
            *_indented(_sentence(claim)),
            f"   {_place(claim)}",
        ]
    return "\n".join(lines) + "\n"


def render_ledger(entries: Iterable[Entry]) -> str:
    """The ledger, oldest row first: what, who, when, why, and what became of it."""
    return "\n".join("\n".join(_entry(entry)) + "\n" for entry in entries)


def _coding(claim: Claim) -> str:
    kind = " ".join((claim.event_type, *claim.modes))
    parts = (claim.occurred or "undated", kind, sides(claim.actors, claim.recipients))
    return "  ".join((*parts, " ".join((claim.certainty, *claim.auxiliary))))


def _sentence(claim: Claim) -> str:
    start, end = claim.trigger.start - claim.start, claim.trigger.end - claim.start
    if not 0 <= start < end <= len(claim.text):
        return safe(claim.text)
    before, trigger, after = claim.text[:start], claim.text[start:end], claim.text[end:]
    return f"{piece(before)}[{piece(trigger)}]{piece(after)}".strip()


def _place(claim: Claim) -> str:
    told = who(claim.asserted_by, claim.source)
    where = f"{safe(claim.path)}, characters {claim.start}–{claim.end}"
    return f"{told} · {claim.section} · {where} · {claim.id}"


def _indented(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent="   ", subsequent_indent="   ")


def _entry(entry: Entry) -> Iterator[str]:
    row = entry.correction
    who_did = f"{row.at[:10]}  {safe(row.by)} {_DEEDS[row.kind]}{_what(entry)}"
    yield f"{row.id}  {who_did}: {safe(row.why)}"
    for change in row.changes:
        yield f"  {_change(change)}"
    for subject in () if row.takes_back else row.claims:
        gone = "  (no longer in the record)" if subject.id in entry.gone else ""
        yield f"  {subject.id}{gone}"
        yield from textwrap.wrap(
            f"“{safe(subject.text)}” {safe(subject.source)}",
            _WIDTH,
            initial_indent="    ",
            subsequent_indent="    ",
        )
    if entry.instead:
        yield f"  in the same sentences now: {', '.join(entry.instead)}"
    if back := entry.taken_back:
        yield f"  taken back {back.at[:10]} by {safe(back.by)}: {safe(back.why)}"


def _what(entry: Entry) -> str:
    row = entry.correction
    if row.takes_back:
        return f" {row.takes_back}"
    return "" if len(row.claims) == 1 else f" {len(row.claims)} claims"


def _change(change: Change) -> str:
    return f"{change.field}: {_value(change.coded)} → {_value(change.value)}"


def _value(value: Any) -> str:
    """A value as a person reads it: of a side or a speaker the name, of none a dash."""
    if value in (None, [], ""):
        return "—"
    if isinstance(value, dict):
        return safe(str(value.get("name") or value.get("country") or value.get("role") or "—"))
    if isinstance(value, list):
        return ", ".join(_value(one) for one in value)
    return safe(str(value))
