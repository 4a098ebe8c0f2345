"""Whether confidence means what it says: of claims with 0.8, four in five should be right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from dragoman.app import App
from eval import claims, sentences

BINS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)

Judged = tuple[float, bool]  # a claim's confidence, and whether it has the right type and sides


def judged_sentences(app: App) -> Iterator[Judged]:
    """The claims of those held-out sentences on which confidence was not fitted."""
    held, found = sentences.held_and_coded(app)
    for sentence in held[1::2]:
        for claim in found[sentence.id]:
            right = any(sentences.rightly_coded(event, claim) for event in sentence.events)
            yield claim.confidence, right


def judged_documents(
    app: App, gold_file: Path, folder: Path, *, first: int = 0, every: int = 1
) -> Iterator[Judged]:
    """The claims of documents that are annotated without gaps: of all, or every second from one."""
    gold = claims.exhaustive(claims.load(gold_file))
    judged = {document: gold[document] for document in sorted(gold)[first::every]}
    for claim in claims.coded(app, folder, judged):
        there = judged.get(claims.name_of(claim.path))  # a file may hold several documents
        if there:
            yield claim.confidence, any(claims.same(g, claim) for g in there)


def table(judged: Iterable[Judged]) -> list[tuple[float, float, int]]:
    """For each bin: mean confidence, share that is right, number of claims."""
    pairs = list(judged)
    rows = []
    for low, high in pairwise(BINS):
        inside = [p for p in pairs if low <= p[0] < high or (p[0] == high == BINS[-1])]
        if inside:
            count = len(inside)
            rows.append(
                (sum(c for c, _ in inside) / count, sum(r for _, r in inside) / count, count)
            )
    return rows


def calibrated(rows: Sequence[tuple[float, float, int]]) -> float:
    """One less the expected calibration error: how far confidence is from what is right."""
    total = sum(count for _, _, count in rows)
    return 1 - sum(count * abs(said - right) for said, right, count in rows) / max(1, total)


def printed(name: str, rows: Sequence[tuple[float, float, int]]) -> str:
    """The table as lines of text."""
    lines = [f"reliability, {name}:  said  right  claims"]
    lines += [f"{said:26.2f} {right:6.2f} {count:7d}" for said, right, count in rows]
    return "\n".join(lines)
