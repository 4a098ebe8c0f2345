"""`python -m bench [DOCUMENTS]`: what builds and reading cost, and how that grows with documents.

The cost of builds is told for 1,000 documents, 10,000 and so on up to so many, or to 10,000.
"""

from __future__ import annotations

import importlib
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

from bench.attribution import attribution_costs
from bench.growth import growth_costs
from dragoman import settings
from dragoman.app import App
from dragoman.reading.parse import DEFAULT_MODEL
from dragoman.records.documents import Document
from eval.__main__ import ROOT, SHARED, environment

FOLDERS = [folder for folder in (ROOT / "samples", SHARED / "corpus" / "seeds") if folder.exists()]
DOCUMENTS = 10_000  # of the largest corpus that is made
REPEATS = 12  # times the corpus is read over, so that loading weighs little
MB = 1_000_000


def main(documents: int = DOCUMENTS) -> int:
    """Prints every figure; 0."""
    print(environment())
    attributing = attribution_costs(App(settings.load({})), FOLDERS, REPEATS)
    for name, figure in {**build_costs(), **reading_costs(), **attributing, **sizes()}.items():
        print(f"{name:<58} {figure}")
    for name, figure in growth_costs(documents):
        print(f"{name:<58} {figure}", flush=True)
    return 0


def build_costs() -> dict[str, str]:
    """Seconds and memory of a first build from a cold start, and the share of a second one."""
    with tempfile.TemporaryDirectory() as folder:
        record = str(Path(folder) / "bench.db")
        command = [
            sys.executable,
            "-m",
            "dragoman",
            "build",
            *map(str, FOLDERS),
            "--record",
            record,
        ]
        first = _seconds(lambda: subprocess.run(command, check=True, capture_output=True))  # noqa: S603
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
        second = _seconds(lambda: subprocess.run(command, check=True, capture_output=True))  # noqa: S603
        bare = _seconds(lambda: subprocess.run([sys.executable, "-c", "pass"], check=True))
    return {
        "build of samples and seeds, cold": f"{first:.1f} s",
        "  peak memory": f"{peak / MB:.0f} MB",
        "  second build": f"{second:.2f} s, {second / first:.2f} of the first",
        "  of which starting Python": f"{bare:.2f} s",
    }


def reading_costs() -> dict[str, str]:
    """Coding end to end, and its parts, beside a bare full spaCy pipeline over the same text."""
    from dragoman.reading.resolve import Catalogue  # noqa: PLC0415 loaded inside what is measured
    from dragoman.reading.resolve.match import Matcher  # noqa: PLC0415
    from dragoman.reading.times import find_times  # noqa: PLC0415

    app = App(settings.load({}))
    list(app.code(map(str, FOLDERS)))  # loads every model
    documents = _documents(app)
    texts = [document.text for document in documents] * REPEATS
    words = sum(len(text.split()) for text in texts)
    sentences = [line for text in texts for line in text.split(". ")]
    end_to_end = _seconds(lambda: [list(app.code(map(str, FOLDERS))) for _ in range(REPEATS)])
    pipeline: Any = importlib.import_module(DEFAULT_MODEL).load()
    bare = _seconds(lambda: list(pipeline.pipe(texts)))
    times = _seconds(lambda: [find_times(sentence) for sentence in sentences])
    matcher = Matcher(Catalogue.load())
    everything = "\n".join(texts)
    matched = _seconds(lambda: [matcher.find(everything)])
    return {
        "code, end to end": f"{words / end_to_end:,.0f} words/s",
        "bare en_core_web_sm, all its pipes": f"{words / bare:,.0f} words/s",
        "  end to end / bare": f"{end_to_end / bare:.2f}",
        "times": f"{len(sentences) / times:,.0f} sentences/s",
        "catalogue matched": f"{len(everything.encode()) / MB / matched:.1f} MB/s",
    }


def sizes() -> dict[str, str]:
    """What the environment takes on disk."""
    venv = ROOT / ".venv"
    files = (path for path in venv.rglob("*") if path.is_file() and not path.is_symlink())
    return {"environment": f"{sum(path.stat().st_size for path in files) / MB:.0f} MB"}


def _documents(app: App) -> list[Document]:
    return [worked.document for worked in app.code(map(str, FOLDERS)) if worked.document]


def _seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


if __name__ == "__main__":
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    sys.exit(main(*map(int, sys.argv[1:])))
