"""Where work is done that no reader must wait for: one thing at a time, in a process of its own."""

from __future__ import annotations

import os
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context


def worker(*, apart: bool, nice: int = 0) -> Executor:
    """A process that works beside the server, yielding to it; a thread where it is not apart."""
    if not apart:
        return ThreadPoolExecutor(1)
    spawned = get_context("spawn")  # a fork would copy locks that threads hold
    return ProcessPoolExecutor(1, mp_context=spawned, initializer=os.nice, initargs=(nice,))
