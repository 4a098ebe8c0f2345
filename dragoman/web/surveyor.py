"""Keeps an overview of the record at hand, and renews it when the record has changed."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from time import monotonic

from dragoman.settings import Settings
from dragoman.web.apart import Worker
from dragoman.web.overview import Overview, read, survey

PAUSE_S = 30.0  # between two surveys of a record that is being written


class Surveyor:
    """Surveys in a process of its own; readers get the last overview and never wait but once."""

    def __init__(
        self, settings: Settings, stamp: Callable[[], Hashable], *, apart: bool = True
    ) -> None:
        self._settings = settings
        self._stamp = stamp
        self._worker = Worker(apart=apart, nice=5)  # a survey can wait
        self._lock = threading.Lock()
        self._running: Future[bytes] | None = None
        self._seen: Hashable = None
        self._begun = 0.0
        self._overview: Overview | None = None

    def overview(self) -> Overview:
        """The overview; one that is out of date while a newer one is made."""
        self.look()
        running = self._running
        if self._overview is None and running is not None:
            self._overview = read(running.result())
        if self._overview is None:
            self._overview = read(survey(self._settings))
        return self._overview

    def at_hand(self) -> Overview | None:
        """The last overview, or None; a newer one is begun if need be."""
        self.look()
        return self._overview

    def look(self) -> None:
        """Begins a survey if the record has changed since the last."""
        with self._lock:
            stamp = self._stamp()
            rested = self._overview is None or monotonic() - self._begun > PAUSE_S
            if self._running is not None or stamp == self._seen or not rested:
                return
            self._seen, self._begun = stamp, monotonic()
            self._running = self._worker.submit(survey, self._settings)
        self._running.add_done_callback(self._done)

    def close(self) -> None:
        """Stops surveying."""
        self._worker.close()

    def _done(self, future: Future[bytes]) -> None:
        if not future.cancelled() and future.exception() is None:
            self._overview = read(future.result())
        else:
            self._seen = None  # it is tried again
        self._running = None
