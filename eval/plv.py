"""How often the lexicon agrees with the PLV benchmark's training half.

The shipped weights have seen that half: what the encoder is worth there, cross-validated, is in
`training/report.json`.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from dragoman import settings
from dragoman.app import App

YIELD = frozenset({"CONCEDE", "RETREAT"})  # one type in that benchmark


def figures(_: App, gold: Path, shared: Path) -> dict[str, float]:  # noqa: ARG001 all rooms' form
    """Accuracy and macro-F1 over 15 types; nothing where the benchmark is not there."""
    path = shared / "data" / "plv" / "PLV_train.tsv"
    if not path.exists():
        return {}
    app = App(settings.load({"coder": "lexicon"}))
    pairs = [_judged(app, row) for row in csv.DictReader(path.open("r"), delimiter="\t")]
    return {
        "plv train, lexicon: accuracy": sum(right == told for right, told in pairs) / len(pairs),
        "plv train, lexicon: macro-F1": macro_f1(pairs),
    }


def macro_f1(pairs: Iterable[tuple[str, str]]) -> float:
    """The mean over types of F1, from pairs of the right type and the one told."""
    pairs = list(pairs)
    hits = Counter(right for right, told in pairs if right == told)
    asked, told_of = Counter(right for right, _ in pairs), Counter(told for _, told in pairs)
    scores = [2 * hits[name] / (asked[name] + told_of[name]) for name in asked]
    return sum(scores) / len(scores)


def _judged(app: App, row: dict[str, str]) -> tuple[str, str]:
    text, actor, recipient = _unmarked(row["marked_sentence"])
    told = str(app.classify(text, actor, recipient)["event_type"])
    return row["gold_root"], "YIELD" if told in YIELD else told


def _unmarked(marked: str) -> tuple[str, tuple[int, int] | None, tuple[int, int] | None]:
    """The sentence without its marks, and the spans that they gave."""
    text, spans, opened = "", {}, {}
    for piece in re.split(r"(</?[st]>)", marked):
        if re.fullmatch(r"<[st]>", piece):
            opened[piece[1]] = len(text)
        elif re.fullmatch(r"</[st]>", piece):
            spans[piece[2]] = (opened[piece[2]], len(text))
        else:
            text += piece
    return text, spans.get("s"), spans.get("t")
