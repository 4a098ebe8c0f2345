"""Answers kept for as long as the record stands still, and a moment longer while it grows."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from time import monotonic
from typing import Any, NamedTuple, TypeVar

from litestar.concurrency import sync_to_thread

T = TypeVar("T")

FRESH_S = 5.0  # an answer this old need not be asked for again, whatever is written
STALE_S = 120.0  # one this old is still given, while a newer one is being made, or is to be


class _Kept(NamedTuple):
    value: Any
    stamp: Hashable
    made: float


class Cache:
    """Values by key. Each is made once at a time, however many ask for it."""

    def __init__(self, stamp: Callable[[], Hashable], *, room: int = 128) -> None:
        self._stamp = stamp
        self._room = room
        self._kept: OrderedDict[Hashable, _Kept] = OrderedDict()
        self._making: dict[Hashable, threading.Lock] = {}
        self._lock = threading.Lock()
        self._maker = ThreadPoolExecutor(1, thread_name_prefix="web-cache")

    def get(self, key: Hashable, make: Callable[[], T]) -> T:
        """The value; one that is not too old at once, while a newer one is made behind it."""
        kept, stamp = self._look(key), self._stamp()
        if kept is None or (kept.stamp != stamp and _age(kept) > STALE_S):
            return self._make(key, stamp, make)
        if kept.stamp != stamp and _age(kept) > FRESH_S and self._claim(key):
            self._maker.submit(self._remake, key, stamp, make)
        found: T = kept.value
        return found

    async def give(self, key: Hashable, make: Callable[[], T]) -> T:
        """The same for a handler that must not wait: only what is not at hand goes to a thread."""
        kept = self._look(key)
        stamp = self._stamp()
        if kept is not None and (kept.stamp == stamp or _age(kept) <= STALE_S):
            return self.get(key, make)
        return await sync_to_thread(self.get, key, make)

    def forget(self) -> None:
        """Lets go of everything: who has changed the record wants to see it changed."""
        with self._lock:
            self._kept.clear()

    def close(self) -> None:
        """Waits for what is being made."""
        self._maker.shutdown(cancel_futures=True)

    def _look(self, key: Hashable) -> _Kept | None:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def _make(self, key: Hashable, stamp: Hashable, make: Callable[[], T]) -> T:
        with self._lock:
            making = self._making.setdefault(key, threading.Lock())
        with making:
            kept = self._look(key)
            if kept is not None and (kept.stamp == stamp or _age(kept) <= FRESH_S):
                made: T = kept.value  # somebody else was quicker
            else:
                made = self._keep(key, stamp, make())
        with self._lock:
            self._making.pop(key, None)
        return made

    def _claim(self, key: Hashable) -> bool:
        """Whether nobody waits for a value, so that this one may be made behind all."""
        with self._lock:
            if self._making:
                return False
            self._making[key] = threading.Lock()
            return True

    def _remake(self, key: Hashable, stamp: Hashable, make: Callable[[], T]) -> None:
        try:
            self._keep(key, stamp, make())
        finally:
            with self._lock:
                self._making.pop(key, None)

    def _keep(self, key: Hashable, stamp: Hashable, value: T) -> T:
        with self._lock:
            self._kept[key] = _Kept(value, stamp, monotonic())
            self._kept.move_to_end(key)
            while len(self._kept) > self._room:
                self._kept.popitem(last=False)
        return value


def _age(kept: _Kept) -> float:
    return monotonic() - kept.made
