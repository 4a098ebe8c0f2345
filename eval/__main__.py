"""`python -m eval`: every figure, with what it was measured on; `--gate` holds the floors."""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

from dragoman import __version__, settings
from dragoman.app import App
from eval import (
    actors,
    attribution,
    claims,
    dates,
    floors,
    plv,
    questions,
    reference,
    reliability,
    sentences,
    stories,
)

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "eval" / "gold"
DOCUMENTS = ROOT / "eval" / "documents"
HANDBOOK = ROOT / "eval" / "handbook"
PAGES = ROOT / "eval" / "pages"
SHARED = Path(os.environ.get("DRAGOMAN_SHARED", ROOT.parent / "shared"))


def claim_figures(app: App, name: str, gold_file: Path, folder: Path) -> dict[str, float]:
    """Figures of one gold file over the documents in a folder."""
    gold = claims.load(gold_file)
    found = claims.coded(app, folder, (item.doc for item in gold))
    asked = [item for item in gold if not item.optional]
    measured = claims.figures(claims.match(asked, found))
    if any(item.exhaustive for item in gold):
        measured["precision"] = claims.precision(gold, found)
    return {f"{name}: {figure}": value for figure, value in measured.items()}


def measure(app: App) -> dict[str, float]:
    """All figures; those of shared gold only where it is there."""
    figures = claim_figures(app, "samples", GOLD / "samples.jsonl", ROOT / "samples")
    figures |= claim_figures(app, "documents", GOLD / "documents.jsonl", DOCUMENTS)
    figures |= claim_figures(app, "handbook", GOLD / "handbook.jsonl", HANDBOOK)
    figures |= claim_figures(app, "pages", GOLD / "pages.jsonl", PAGES)
    shared_gold = SHARED / "gold" / "seeds_000_001.jsonl"
    if shared_gold.exists():
        figures |= claim_figures(app, "seeds", shared_gold, SHARED / "corpus" / "seeds")
    for room in (dates, actors, reference, attribution, sentences, stories, questions, plv):
        figures |= room.figures(app, GOLD, SHARED)
    return figures


def reliability_tables(app: App) -> dict[str, list[tuple[float, float, int]]]:
    """How often claims of each confidence are right, on each set that is annotated without gaps."""
    judged = {
        "samples": reliability.judged_documents(app, GOLD / "samples.jsonl", ROOT / "samples"),
        "handbook": reliability.judged_documents(
            app, GOLD / "handbook.jsonl", HANDBOOK, first=1, every=2
        ),
        "pages": reliability.judged_documents(app, GOLD / "pages.jsonl", PAGES, first=1, every=2),
        "sentences": reliability.judged_sentences(app),
    }
    return {name: reliability.table(pairs) for name, pairs in judged.items()}


def environment() -> str:
    """Commit, versions and machine: what a figure is worth nothing without."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],  # noqa: S607 git is wherever the user has it
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    ).stdout.strip()
    return (
        f"commit {commit or 'unknown'}, dragoman {__version__}, spacy {version('spacy')}, "
        f"python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores"
    )


def main() -> int:
    """Prints the figures; the exit status says whether the floors hold."""
    parser = argparse.ArgumentParser(prog="python -m eval", description=__doc__)
    parser.add_argument("--gate", action="store_true", help="fail if a figure is below its floor")
    parser.add_argument("--raise-floors", action="store_true", help="lift floors to the figures")
    parser.add_argument("--lower-floors", action="store_true", help="let floors sink, too")
    wanted = parser.parse_args()
    print(environment())
    app = App(settings.load({}))
    figures = measure(app)
    held = floors.load()
    for name, rows in reliability_tables(app).items():
        print(reliability.printed(name, rows))
        figures[f"reliability, {name}"] = reliability.calibrated(rows)
    for name, figure in figures.items():
        print(f"{name:<44} {figure:6.3f}   floor {held.get(name, 0.0):.3f}")
    if wanted.raise_floors:
        floors.save(floors.raised(figures, held, lower=wanted.lower_floors))
    measured_here = {name: floor for name, floor in held.items() if _measurable(name, figures)}
    wrong = floors.failures(figures, measured_here) if wanted.gate else []
    for line in wrong:
        print(f"gate: {line}", file=sys.stderr)
    return 1 if wrong else 0


def _measurable(name: str, figures: dict[str, float]) -> bool:
    """Whether a floor applies here: those of shared gold do only where that is."""
    return name in figures or not name.startswith(("seeds", "plv"))


if __name__ == "__main__":
    sys.exit(main())
