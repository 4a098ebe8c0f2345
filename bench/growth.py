"""How cost grows: builds of ever larger corpora, and dossiers out of the largest record.

Costs are processor time, of all processes of a build together: a busy machine changes it little.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from math import log
from pathlib import Path
from threading import Event, Thread
from typing import NamedTuple

from bench.corpus import lines
from bench.dossiers import dossier_costs
from bench.record import claims_in, multiply

SIZES = (1_000, 10_000, 100_000, 1_000_000)
WORKERS = 2
LOOKS = 1.0  # seconds between two looks at the memory
CLAIMS = 1_000_000  # which the last record is filled up to, where it holds a tenth of them
MB = 1_000_000


class Built(NamedTuple):
    """What a build cost."""

    documents: int
    seconds: float  # of processors
    memory: int  # the most bytes that all its processes held at one time


def growth_costs(largest: int) -> Iterator[tuple[str, str]]:
    """The cost of builds of 1,000 documents and, by tens, more; then that of dossiers."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        start = build(1, folder).seconds
        yield f"build of 1 document, {WORKERS} workers", f"{start:.1f} s of processor"
        smaller: Built | None = None
        for size in (size for size in SIZES if size <= largest):
            built = build(size, folder)
            yield from _told(built, smaller, start)
            smaller = built
        if smaller:
            record = _record(folder, smaller.documents)
            _fill(record)
            yield from dossier_costs(record).items()


def _fill(record: Path) -> None:
    claims = claims_in(record)
    if claims * 10 >= CLAIMS:
        multiply(record, round(CLAIMS / claims))


def build(documents: int, folder: Path) -> Built:
    """The cost of building a record of so many documents, in a process of its own."""
    source, record = folder / f"{documents}.jsonl", _record(folder, documents)
    with source.open("w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in lines(documents))
    command = [sys.executable, "-m", "dragoman", "build", str(source), "--record", str(record)]
    environment = os.environ | {"DRAGOMAN_WORKERS": str(WORKERS), "OMP_NUM_THREADS": "1"}
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as process:  # noqa: S603
        watched = _Watched(process.pid)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    watched.end()
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}: run it by hand")
    return Built(documents, used.ru_utime + used.ru_stime, watched.most)


def _record(folder: Path, documents: int) -> Path:
    return folder / f"{documents}.db"


def _told(built: Built, smaller: Built | None, start: float) -> Iterator[tuple[str, str]]:
    """What a build cost beside the start, and how that has grown from a smaller one."""
    cost = built.seconds - start
    each = f"{1000 * cost / built.documents:.1f} ms a document beside the start"
    yield f"build of {built.documents:,} documents", f"{built.seconds:,.0f} s of processor, {each}"
    yield "  peak memory", f"{built.memory / MB:,.0f} MB in all"
    if smaller:
        times = log(built.documents / smaller.documents)
        exponent = log(cost / (smaller.seconds - start)) / times
        yield f"  cost from {smaller.documents:,} documents on grows as", f"n^{exponent:.2f}"


class _Watched:
    """The memory of a process and those it starts, looked at until the end."""

    def __init__(self, process: int) -> None:
        self.most = 0
        self._process = process
        self._ended = Event()
        self._looking = Thread(target=self._look, daemon=True)
        self._looking.start()

    def end(self) -> None:
        """Stops looking."""
        self._ended.set()
        self._looking.join()

    def _look(self) -> None:
        while not self._ended.wait(LOOKS):
            self.most = max(self.most, sum(map(_memory, _family(self._process))))


def _family(process: int) -> Iterator[int]:
    """A process with all those below it; none once it has ended, or where there is no /proc."""
    yield process
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            below = children.read_text().split()
        except OSError:  # it has just ended
            continue
        for child in below:
            yield from _family(int(child))


def _memory(process: int) -> int:
    """The bytes that a process holds, its part of what it shares with others."""
    try:
        told = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0
    kilobytes = (line.split()[1] for line in told.splitlines() if line.startswith("Pss:"))
    return sum(map(int, kilobytes)) * 1024
