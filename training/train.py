"""Makes the shipped weights, and measures them.

    python -m training.train --plv PLV_train.tsv       with the benchmark's training half
    python -m training.train                           from our own sentences alone

Our own sentences are those of `training/sentences` and those made of the lexicon's frames. A tenth
of the families is held out: the network never sees it, and on it the probabilities are calibrated
and most figures measured. With the benchmark comes a second stage, run twice, the weights averaged;
five further runs of it measure it by cross-validation. Last, the network learns to spot triggers,
its layers as they are.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import torch

from dragoman.coding.encoder import Facts
from training.calibrate import temperatures
from training.examples import Annotated, Asker, Example, read_benchmark, read_sentences, turned
from training.export import MODELS, export
from training.frames import Framer
from training.learn import CONTEXTS, MODES, TYPES, Plan, averaged, fresh, logits_of, teach
from training.measure import benchmark_answers, benchmark_gold, on_benchmark, on_sentences
from training.model import Network
from training.splits import family_groups, folds, groups
from training.spot import spotted, teach_spotting

THREADS: Final = 2
RUNS: Final = (1, 2)  # seeds of the runs of the second stage, whose weights are averaged
FOLDS: Final = 5
FIRST: Final = (
    Plan(epochs=7, rate=1.5e-4, hidden=0.12),
    Plan(epochs=2, rate=1e-4, hidden=0.03),
)
SECOND: Final = Plan(epochs=5, rate=9e-5, hidden=0.03)
FRAMED: Final = 1700  # sentences made of frames in a round of the first
REPLAYED, TURNED = 1400, 250  # of our own questions, of exchanged sides, in a round of the second
_UNFITTED: Final = (0.0, 1.0, 0.0, 0.0, 0.0, 0.0)  # `training/confidence.py` fits them
REPORT: Final = Path(__file__).parent / "report.json"

Figures = dict[str, float]


@dataclass(frozen=True, kw_only=True)
class Data:
    """Sentences to learn from, sentences held out, and the benchmark's training half."""

    taught: list[Annotated]
    held: list[Annotated]
    benchmark: list[Example]

    @classmethod
    def read(cls, plv: Path | None) -> Data:
        """All data, divided."""
        sentences = read_sentences()
        families = [s.family for s in sentences]
        fold = folds(family_groups([s.text for s in sentences], families), families, 10)
        return cls(
            taught=[s for s, f in zip(sentences, fold, strict=True) if f],
            held=[s for s, f in zip(sentences, fold, strict=True) if not f],
            benchmark=read_benchmark(plv) if plv else [],
        )


def first_stage(data: Data, seed: int = 1) -> Network:
    """A network that has learned from our own sentences and the lexicon's frames."""
    network = fresh()
    for number, plan in enumerate(FIRST):
        asker, framer = Asker(data.taught, seed + number), Framer(seed + number)

        def round_of(_: int, asker: Asker = asker, framer: Framer = framer) -> list[Example]:
            framed = framer.sentences(FRAMED)
            return [*asker.round(0.5), *(e for s in framed for e in asker.about(s, 0.5))]

        network = teach(network, round_of, plan, seed)
    return network


def second_stage(start: Network, data: Data, benchmark: Sequence[Example], seed: int) -> Network:
    """The network after the benchmark's sentences too, our own replayed among them.

    What is replayed has its trigger marked; the benchmark marks none. So where the two label alike
    things differently, the network can follow the one with triggers and the other without.
    """
    asker = Asker(data.taught, seed)
    draw = random.Random(seed)  # noqa: S311 - which to replay
    exchanged = [e for e in map(turned, benchmark) if e]

    def round_of(_: int) -> list[Example]:
        own = [e for e in asker.round(0.5) if e.trigger]
        others = draw.sample(exchanged, min(TURNED, len(exchanged)))
        return [*benchmark, *others, *draw.sample(own, min(REPLAYED, len(own)))]

    network = fresh()
    network.load_state_dict(start.state_dict())
    return teach(network, round_of, SECOND, seed)


def cross_validated(start: Network, data: Data) -> Figures:
    """Figures on the benchmark, each fifth answered by a network that has not seen it."""
    texts = [e.text for e in data.benchmark]
    fold = folds(groups(texts), texts, FOLDS)
    found = [""] * len(texts)
    for k in range(FOLDS):
        seen = [e for e, f in zip(data.benchmark, fold, strict=True) if f != k]
        unseen = [i for i, f in enumerate(fold) if f == k]
        network = second_stage(start, data, seen, seed=k)
        types, _, _ = logits_of(network, [data.benchmark[i] for i in unseen])
        for i, answer in zip(unseen, benchmark_answers(types), strict=True):
            found[i] = answer
    return on_benchmark(benchmark_gold(data.benchmark), found)


def on_unseen_benchmark(network: Network, data: Data) -> Figures:
    """Figures on the whole of it, of a network that has learned from our own sentences alone."""
    types, _, _ = logits_of(network, data.benchmark)
    return on_benchmark(benchmark_gold(data.benchmark), benchmark_answers(types))


def run(plv: Path | None, folder: Path) -> dict[str, Figures]:
    """All figures; the weights are written to the folder."""
    began = time.monotonic()
    data = Data.read(plv)
    known = Asker(data.taught, seed=0)
    network = first_stage(data)
    report = {"own sentences held out, own alone": on_sentences(network, data.held, known)}
    made_from = ["training/sentences"]
    if plv:
        report["benchmark, own alone"] = on_unseen_benchmark(network, data)
        report["benchmark, cross-validated"] = cross_validated(network, data)
        stages = [second_stage(network, data, data.benchmark, seed) for seed in RUNS]
        network = averaged(stages)
        report["own sentences held out, shipped"] = on_sentences(network, data.held, known)
        made_from.append(plv.name)
    teach_spotting(network, data.taught)
    report["triggers spotted"] = spotted(network, data.held)
    facts = _facts(network, data, made_from, report)
    report["run"] = {
        "bytes": export(network, facts, data.held, folder),
        "minutes": round((time.monotonic() - began) / 60, 1),
    }
    return report


def _facts(
    network: Network, data: Data, made_from: Sequence[str], report: dict[str, Figures]
) -> Facts:
    heat, mode_heat = temperatures(network, data.held)
    main = ("macro_f1", "accuracy", "type macro-F1", "mode micro-F1", "false alarms bare")
    measured = {
        f"{where}: {name}": round(figures[name], 3)
        for where, figures in report.items()
        for name in main
        if name in figures
    }
    return Facts(
        name="minilm-l6-plover-4",
        licence="CC BY 4.0",
        made_from=tuple(made_from),
        types=TYPES,
        modes=MODES,
        contexts=CONTEXTS,
        temperature=heat,
        mode_temperature=mode_heat,
        confidence=_UNFITTED,
        measured=measured,
    )


def main() -> None:
    """Trains, exports and writes `report.json`."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--plv", type=Path, help="the benchmark's training half, a TSV file")
    parser.add_argument("--out", type=Path, default=MODELS, help="where the weights go")
    options = parser.parse_args()
    torch.set_num_threads(THREADS)
    report = run(options.plv, options.out)
    rounded = {w: {n: round(x, 4) for n, x in figures.items()} for w, figures in report.items()}
    REPORT.write_text(json.dumps(rounded, indent=1) + "\n", "utf-8")
    print(json.dumps(rounded, indent=1))


if __name__ == "__main__":
    main()
