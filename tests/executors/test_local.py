from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from itertools import count
from pathlib import Path

import pytest

from dragoman.errors import StageError, UsageError
from dragoman.executors import Processes


def die(item: int) -> int:
    if item == 2:
        os._exit(7)
    return item


def where(_: int) -> int:
    return os.getpid()


class Learner:
    """Loads a model, that is its process id and a count, when first called."""

    def __init__(self) -> None:
        self.calls = 0

    def __call__(self, _: int) -> tuple[int, int]:
        self.calls += 1
        return os.getpid(), self.calls


def test_work_is_shared_among_as_many_processes_as_were_asked_for() -> None:
    workers = set(Processes(2).map(where, range(30)))
    assert 1 <= len(workers) <= 2
    assert os.getpid() not in workers


def test_a_function_lives_as_long_as_its_worker() -> None:
    calls = dict(Processes(2).map(Learner(), range(20)))
    assert sum(calls.values()) == 20


def test_a_worker_that_dies_is_an_error_and_not_a_wait() -> None:
    with pytest.raises(StageError, match="a worker process ended"):
        list(Processes(2).map(die, range(10)))


def test_results_that_are_dropped_end_the_workers() -> None:
    results = Processes(2).map(where, count())
    worker = next(results)
    results.close()  # type: ignore[attr-defined]
    assert not is_running(worker)


@pytest.mark.parametrize("workers", [0, -1])
def test_no_workers_cannot_work(workers: int) -> None:
    with pytest.raises(UsageError, match="ask for 1 or more"):
        Processes(workers)


PARENT = r"""
import os, time
from dragoman.executors import Processes
def work(item):
    os.write(1, f"{os.getpid()}\n".encode())
    time.sleep(0.05)
if __name__ == "__main__":
    import itertools
    for _ in Processes(2).map(work, itertools.count()):
        pass
"""


@pytest.mark.parametrize("blow", [signal.SIGINT, signal.SIGKILL])
def test_workers_do_not_outlive_their_parent(tmp_path: Path, blow: signal.Signals) -> None:
    script = tmp_path / "parent.py"
    script.write_text(PARENT)
    command = [sys.executable, str(script)]
    parent = subprocess.Popen(command, stdout=-1, stderr=subprocess.DEVNULL)  # noqa: S603
    assert parent.stdout is not None
    workers = {int(parent.stdout.readline()) for _ in range(8)}
    parent.send_signal(blow)
    parent.wait(10)
    deadline = time.monotonic() + 10
    while any(is_running(worker) for worker in workers) and time.monotonic() < deadline:
        time.sleep(0.02)
    parent.stdout.close()
    assert not any(is_running(worker) for worker in workers)


def is_running(process: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{process}/stat").read_text().rpartition(")")[2][:3]
    except FileNotFoundError:
        return False
