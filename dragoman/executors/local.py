"""Work on this machine: one thing after another, or several side by side in processes."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import Any, TypeVar

from dragoman.errors import StageError, UsageError

A = TypeVar("A")
B = TypeVar("B")

AHEAD = 8  # items under way for each worker, so that none waits while results are kept


class Serial:
    """Runs in this process, one item at a time."""

    def map(self, function: Callable[[A], B], items: Iterable[A]) -> Iterator[B]:
        """Results in the order of the items."""
        for item in items:
            yield function(item)


class Processes:
    """Runs in fresh processes that live as long as one `map`.

    The function goes to each worker once, the items one by one; so it may be an object that
    loads its model when first called. All must be picklable.
    """

    def __init__(self, workers: int) -> None:
        if workers < 1:
            raise UsageError(f"{workers} workers cannot work: ask for 1 or more")
        self._workers = workers

    def map(self, function: Callable[[A], B], items: Iterable[A]) -> Iterator[B]:
        """Results in the order of the items, which are taken only a little ahead."""
        pool = ProcessPoolExecutor(
            self._workers, get_context("spawn"), initializer=_begin, initargs=(function,)
        )
        under_way: deque[Future[B]] = deque()
        try:
            for item in items:
                under_way.append(pool.submit(_do, item))
                if len(under_way) >= self._workers * AHEAD:
                    yield under_way.popleft().result()
            while under_way:
                yield under_way.popleft().result()
        except BrokenProcessPool as error:
            raise StageError(
                "a worker process ended by itself: "
                "use fewer workers, or give the machine more memory"
            ) from error
        finally:
            pool.shutdown(cancel_futures=True)


_function: Callable[[Any], Any]  # in a worker: what it was made to do


def _begin(function: Callable[[Any], Any]) -> None:
    """Makes a worker ready; it leaves Ctrl-C to its parent and does not outlive it."""
    global _function  # noqa: PLW0603 a pool hands its workers nothing else to keep it in
    _function = function
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _do(item: Any) -> Any:
    return _function(item)
