"""Claims against gold: detected, dated, attributed, and how many are right."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from dragoman.app import App
from dragoman.records.claims import Claim
from dragoman.records.codec import Record
from dragoman.records.dates import contains


class Gold(Record, frozen=True, kw_only=True):
    """A claim that an expert would record; `cue` is any of some words of its sentence."""

    doc: str
    id: str
    types: tuple[str, ...]
    cue: tuple[str, ...]
    asserted_by: str
    certainty: str
    modes: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    symmetric: bool = False
    occurred: str | None = None
    speaker: str | None = None
    auxiliary: tuple[str, ...] = ()
    section: str = "body"
    exhaustive: bool = False
    optional: bool = False  # coders could disagree whether it is an event: not asked for


class Match(Record, frozen=True, kw_only=True):
    """A gold claim, and the coded claim that comes nearest; None if it was not detected."""

    gold: Gold
    claim: Claim | None


def load(path: Path) -> tuple[Gold, ...]:
    """The gold of a file of JSON Lines."""
    return tuple(msgspec.json.decode(line, type=Gold) for line in path.read_bytes().splitlines())


def exhaustive(gold: Iterable[Gold]) -> dict[str, list[Gold]]:
    """The gold of documents that are annotated without gaps, by document."""
    found: dict[str, list[Gold]] = {}
    for item in gold:
        if item.exhaustive:
            found.setdefault(item.doc, []).append(item)
    return found


def coded(app: App, folder: Path, documents: Iterable[str]) -> tuple[Claim, ...]:
    """The claims of these documents, read from a folder."""
    wanted = sorted({str(_file(folder, document)) for document in documents})
    return tuple(claim for path in wanted for claim in _claims_of(app, path))


@cache  # several figures rest on the same documents
def _claims_of(app: App, path: str) -> tuple[Claim, ...]:
    return tuple(claim for worked in app.code([path]) for claim in worked.claims)


def _file(folder: Path, document: str) -> Path:
    """The file of a document; the JSON Lines that holds it if it has none of its own."""
    if (folder / document).exists():
        return folder / document
    holding = (path for path in folder.glob("*.jsonl") if f'"{document}"' in path.read_text())
    return next(holding)


def match(gold: Iterable[Gold], claims: Iterable[Claim]) -> tuple[Match, ...]:
    """Each gold claim with the best of the claims that say the same."""
    by_document: dict[str, list[Claim]] = {}
    for claim in claims:
        by_document.setdefault(name_of(claim.path), []).append(claim)
    return tuple(
        Match(gold=item, claim=_best(item, by_document.get(item.doc, []))) for item in gold
    )


def figures(matches: Iterable[Match]) -> dict[str, float]:
    """Shares of what was asked: detected of all, the others of what was detected."""
    found = [(m.gold, m.claim) for m in matches if m.claim]
    everything = list(matches)
    dated = [(gold, claim) for gold, claim in found if gold.occurred]
    undated = [(gold, claim) for gold, claim in found if not gold.occurred]
    return {
        "detected": _share(m.claim is not None for m in everything),
        "dated": _share(right_date(gold, claim) for gold, claim in dated),
        "left undated": _share(right_date(gold, claim) for gold, claim in undated),
        "speaker": _share(right_speaker(gold, claim) for gold, claim in found),
        "certainty": _share(gold.certainty == claim.certainty for gold, claim in found),
        "modes": _share(set(g.modes) <= set(c.modes) for g, c in found if g.modes),
    }


def precision(gold: Iterable[Gold], claims: Iterable[Claim]) -> float:
    """The share of claims in exhaustively annotated documents that some gold claim warrants."""
    by_document = exhaustive(gold)
    judged = [claim for claim in claims if name_of(claim.path) in by_document]
    return _share(any(same(g, c) for g in by_document[name_of(c.path)]) for c in judged)


def same(gold: Gold, claim: Claim) -> bool:
    """Whether a claim tells what the gold claim tells: sentence, type and sides."""
    return (
        claim.event_type in gold.types
        and any(_squeezed(cue) in _squeezed(claim.text) for cue in gold.cue)
        and right_sides(gold, claim)
    )


def right_sides(gold: Gold, claim: Claim) -> bool:
    """Whether who acts and on whom are right; for a symmetric event, who takes part."""
    actors = {p.country for p in claim.actors}
    recipients = {p.country for p in claim.recipients}
    if gold.symmetric:
        return {*gold.actors, *gold.recipients} <= actors | recipients
    return set(gold.actors) <= actors and set(gold.recipients) <= recipients


def right_date(gold: Gold, claim: Claim) -> bool:
    """Whether the date is the gold one, or lies within it; an undated claim must stay so."""
    if gold.occurred is None or claim.occurred is None:
        return gold.occurred == claim.occurred
    return contains(gold.occurred, claim.occurred)


def right_speaker(gold: Gold, claim: Claim) -> bool:
    """Whether the claim is laid to the right mouth: by role, or by the state that speaks."""
    said_by = claim.asserted_by
    if gold.asserted_by in {"author", "commenter"}:
        return said_by.role == gold.asserted_by
    if gold.asserted_by in {"quoted", "reported"}:
        right_state = gold.speaker is None or gold.speaker == said_by.country
        return said_by.role in {"quoted", "reported"} and right_state
    return said_by.role in {"quoted", "reported"} and said_by.country == gold.asserted_by


def _best(gold: Gold, claims: list[Claim]) -> Claim | None:
    candidates = [claim for claim in claims if same(gold, claim)]
    return max(candidates, key=lambda c: _rightness(gold, c), default=None)


def _rightness(gold: Gold, claim: Claim) -> tuple[Any, ...]:
    return (
        set(gold.modes) <= set(claim.modes),
        right_date(gold, claim),
        right_speaker(gold, claim),
        gold.certainty == claim.certainty,
    )


def name_of(path: str) -> str:
    """The name of a file, or the id of a line in one."""
    file, _, line = path.partition("#")
    return line or Path(file).name


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def _share(answers: Iterable[bool]) -> float:
    """The share of true answers; 1.0 where nothing was asked."""
    told = list(answers)
    return sum(told) / len(told) if told else 1.0
