"""How much work a call does, counted and not timed: the lines that Python runs."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any


def lines_run(call: Callable[[], object]) -> int:
    """How many lines run in a call, loops and comprehensions included."""
    count = 0

    def trace(_frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        call()
    finally:
        sys.settrace(before)
    return count


def growth(call: Callable[[int], object], size: int) -> float:
    """How many times the work is done for four times the size; 4 where it is linear."""
    call(size)  # so that what is loaded and remembered once is not counted
    return lines_run(lambda: call(4 * size)) / lines_run(lambda: call(size))
