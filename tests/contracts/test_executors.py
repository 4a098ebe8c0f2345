"""What every executor promises, wherever it runs things."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import count, islice

import pytest

from dragoman.errors import DragomanError
from dragoman.ports import Executor


def double(item: int) -> int:
    return 2 * item


def slowest_first(item: int) -> int:
    time.sleep(0.02 if item % 4 == 0 else 0)
    return item


def fail_at_three(item: int) -> int:
    if item == 3:
        raise DragomanError("3 is too many")
    return item


def large(item: bytes) -> bytes:
    return item * 2


def test_results_have_the_order_of_the_items(executor: Executor) -> None:
    assert list(executor.map(slowest_first, range(20))) == list(range(20))


def test_no_items_give_no_results(executor: Executor) -> None:
    assert list(executor.map(double, [])) == []


def test_items_may_have_no_end_and_are_taken_a_little_ahead(executor: Executor) -> None:
    taken = 0

    def items() -> Iterator[int]:
        nonlocal taken
        for number in count(1):
            taken = number
            yield number

    assert list(islice(executor.map(double, items()), 5)) == [2, 4, 6, 8, 10]
    assert taken <= 20


def test_what_fails_says_so_where_results_are_read(executor: Executor) -> None:
    results = executor.map(fail_at_three, range(10))
    assert list(islice(results, 3)) == [0, 1, 2]
    with pytest.raises(DragomanError, match="3 is too many"):
        next(results)


def test_large_things_pass_both_ways(executor: Executor) -> None:
    items = [bytes([n]) * 2_000_000 for n in range(6)]
    assert list(executor.map(large, items)) == [item * 2 for item in items]


def test_an_executor_can_be_used_again(executor: Executor) -> None:
    assert [list(executor.map(double, [n])) for n in (1, 2)] == [[2], [4]]
