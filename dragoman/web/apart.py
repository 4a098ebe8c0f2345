"""Where work is done that no reader must wait for: one thing at a time, in a process of its own."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

T = TypeVar("T")


class Worker:
    """A process beside the server, yielding to it; a thread where it is not apart."""

    def __init__(self, *, apart: bool, nice: int = 0) -> None:
        self._apart, self._nice = apart, nice
        self._executor: Executor | None = None  # until there is something to do

    def submit(self, work: Callable[..., T], *given: object) -> Future[T]:
        """What will come of the work."""
        self._executor = self._executor or self._begun()
        return self._executor.submit(work, *given)

    def forget(self) -> None:
        """Gives up a process that broke; the next one to come has a new one."""
        self._executor = None

    def close(self) -> None:
        """Stops working."""
        if self._executor is not None:
            self._executor.shutdown(cancel_futures=True)

    def _begun(self) -> Executor:
        if not self._apart:
            return ThreadPoolExecutor(1)
        spawned = get_context("spawn")  # a fork would copy locks that threads hold
        return ProcessPoolExecutor(
            1, mp_context=spawned, initializer=os.nice, initargs=(self._nice,)
        )
