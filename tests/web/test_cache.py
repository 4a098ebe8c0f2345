from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from dragoman.web import cache
from dragoman.web.cache import Cache


class Clockwork:
    """A record that changes, and a time that passes, when told to."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.time, self.stamp, self.made = 0.0, 0, 0
        monkeypatch.setattr(cache, "monotonic", lambda: self.time)

    def make(self) -> int:
        self.made += 1
        return self.made


@pytest.fixture
def clockwork(monkeypatch: pytest.MonkeyPatch) -> Clockwork:
    return Clockwork(monkeypatch)


def _asked(clockwork: Clockwork) -> tuple[Cache, Callable[[], Any]]:
    kept = Cache(lambda: clockwork.stamp)
    return kept, lambda: kept.get("key", clockwork.make)


def test_while_the_record_stands_still_an_answer_holds(clockwork: Clockwork) -> None:
    _, ask = _asked(clockwork)
    assert ask() == 1
    clockwork.time = 10_000
    assert ask() == 1


def test_while_the_record_grows_an_answer_is_renewed_behind_the_reader(
    clockwork: Clockwork,
) -> None:
    kept, ask = _asked(clockwork)
    ask()
    clockwork.stamp, clockwork.time = 1, 1
    assert ask() == 1  # fresh enough
    clockwork.time = 10
    assert ask() == 1  # given at once, and made anew meanwhile
    kept.close()
    assert clockwork.made == 2


def test_an_answer_too_old_is_waited_for(clockwork: Clockwork) -> None:
    _, ask = _asked(clockwork)
    ask()
    clockwork.stamp, clockwork.time = 1, 1000
    assert ask() == 2


def test_however_many_ask_it_is_made_once() -> None:
    kept, made, go = Cache(lambda: 0), [], threading.Event()

    def make() -> str:
        go.wait(5)
        made.append(1)
        return "value"

    with ThreadPoolExecutor(8) as readers:
        answers = [readers.submit(kept.get, "key", make) for _ in range(8)]
        go.set()
        assert {answer.result() for answer in answers} == {"value"}
    assert len(made) == 1


def test_what_was_asked_for_longest_ago_makes_room() -> None:
    kept, made = Cache(lambda: 0, room=2), []
    for key in ("a", "b", "a", "c", "a", "b"):
        kept.get(key, lambda key=key: made.append(key))  # type: ignore[misc]
    assert made == ["a", "b", "c", "b"]


def test_while_somebody_waits_nothing_is_renewed_behind_others(clockwork: Clockwork) -> None:
    kept, ask = _asked(clockwork)
    ask()
    clockwork.stamp, clockwork.time = 1, 10
    begun, go = threading.Event(), threading.Event()

    def make() -> None:
        begun.set()
        go.wait(5)

    with ThreadPoolExecutor(1) as readers:
        waiting = readers.submit(kept.get, "other", make)
        begun.wait(5)
        assert ask() == 1
        go.set()
        waiting.result()
    kept.close()
    assert clockwork.made == 1


def test_what_is_let_go_of_is_made_anew(clockwork: Clockwork) -> None:
    kept, ask = _asked(clockwork)
    ask()
    kept.forget()
    assert ask() == 2
