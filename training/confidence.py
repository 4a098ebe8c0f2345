"""Fits the confidence of codings on documents annotated without gaps, and on sentences.

    python -m training.confidence        rewrites `encoder.json` beside the shipped weights

It runs in the base environment, for what it fits is the whole coder: lexicon, syntax and encoder.
The samples were read while it was built, so they flatter it; the sentences, every second of those
that the network never saw, were written to be hard. Between the two lie the handbook and the pages
of all kinds, of each every second.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Final

import msgspec
import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from dragoman import settings
from dragoman.app import App
from dragoman.coding import LearnedCoder
from dragoman.coding.confidence import FEATURES
from dragoman.coding.encoder import FILES, Facts
from dragoman.reading.parse import Parser
from dragoman.reading.reader import DocumentReader
from dragoman.reading.resolve import Catalogue, Resolver
from dragoman.records.claims import Coding
from dragoman.records.documents import Document, Section
from dragoman.records.provenance import Source, Stamp
from eval import claims, sentences
from eval.__main__ import GOLD, HANDBOOK, PAGES, ROOT

_SHRINK: Final = 1.0  # so strongly are the weights drawn to nothing
_STEPS: Final = 50  # of Newton's method, which needs a handful


def fitted(rows: NDArray[np.float64], right: NDArray[np.float64]) -> list[float]:
    """The weights of a logistic regression, by Newton's method, shrunk a little."""
    weights = np.zeros(rows.shape[1])
    keep = _SHRINK * np.eye(rows.shape[1])
    for _ in range(_STEPS):
        share = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - share) - keep @ weights
        bend = (rows * (share * (1 - share))[:, None]).T @ rows + keep
        weights = weights + np.linalg.solve(bend, slope)
    return [round(float(w), 3) for w in weights]


def judged() -> Iterator[tuple[Coding, bool]]:
    """Each coding, and whether it is right."""
    reader = DocumentReader(Parser(), Resolver(Catalogue.load()), Stamp(dragoman="", model=""))
    coder = LearnedCoder()

    def codings(document: Document) -> Sequence[Coding]:
        return coder.code(document, reader.read(document))

    yield from _of_documents(codings, GOLD / "samples.jsonl", ROOT / "samples")
    yield from _of_documents(codings, GOLD / "handbook.jsonl", HANDBOOK, every=2)
    yield from _of_documents(codings, GOLD / "pages.jsonl", PAGES, every=2)
    for sentence in sentences.held_out()[::2]:
        for coding in codings(document_of(sentence.text)):
            yield coding, any(sentences.rightly_coded(e, coding) for e in sentence.events)


def _of_documents(
    codings: Callable[[Document], Sequence[Coding]], gold_file: Path, folder: Path, every: int = 1
) -> Iterator[tuple[Coding, bool]]:
    """Those of the documents: right is what has the type and sides of some gold claim."""
    gold = claims.exhaustive(claims.load(gold_file))
    wanted = {document: gold[document] for document in sorted(gold)[::every]}
    for worked in App(settings.load({})).code([str(folder)]):
        there = wanted.get(claims.name_of(worked.path))
        if there and worked.document:
            made = {(c.trigger, c.event_type): c for c in worked.claims}
            for coding in codings(worked.document):
                claim = made.get((coding.trigger, coding.event_type))
                if claim:
                    yield coding, any(claims.same(item, claim) for item in there)


def document_of(text: str) -> Document:
    """A sentence as a document of its own."""
    return Document(
        id="doc_",
        path="",
        url="",
        source=Source(id="src_", name=""),
        text=text,
        sections=(Section(kind="body", start=0, end=len(text)),),
    )


def main() -> None:
    """Fits, writes and prints the weights."""
    rows, right = [], []
    for coding, good in judged():
        by_name = {reason.feature: reason.score for reason in coding.reasons}
        if not by_name.keys() >= set(FEATURES):
            continue  # "so did Chad": what it rests on is the event before
        rows.append([by_name[name] for name in FEATURES])
        right.append(float(good))
    weights = fitted(np.array(rows), np.array(right))
    path = Path(str(files("dragoman"))) / "data" / "models" / FILES[2]
    facts = replace(msgspec.json.decode(path.read_bytes(), type=Facts), confidence=tuple(weights))
    path.write_bytes(msgspec.json.format(msgspec.json.encode(facts), indent=1) + b"\n")
    print(f"{len(rows)} codings, {sum(right) / len(right):.2f} of them right")
    for name, weight in zip(FEATURES, weights, strict=True):
        print(f"{name:<10} {weight:7.3f}")


if __name__ == "__main__":
    main()
