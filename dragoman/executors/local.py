"""Work on this machine: one thing after another, or several side by side in processes."""

from __future__ import annotations

import pickle
import signal
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from queue import Empty, SimpleQueue
from threading import Lock
from typing import Any, NamedTuple, Self, TypeVar

from dragoman.errors import StageError, UsageError

A = TypeVar("A")
B = TypeVar("B")
Initialiser = Callable[[], None]

AHEAD = 4  # items under way for each worker, so that none waits for the reader of the results


class Serial:
    """Runs in this process, one item at a time."""

    def __init__(self, initialiser: Initialiser | None = None) -> None:
        self._initialiser = initialiser

    def map(self, function: Callable[[A], B], items: Iterable[A]) -> Iterator[B]:
        """Results in the order of the items."""
        if self._initialiser is not None:
            self._initialiser()
        for item in items:
            yield function(item)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        pass


class Processes:
    """Runs in fresh processes that live as long as one `map`.

    The function and the initialiser go to each worker once, the items one by one; so a function
    may be an object that loads its model when first called. All must be picklable.
    """

    def __init__(self, workers: int, initialiser: Initialiser | None = None) -> None:
        if workers < 1:
            raise UsageError(f"{workers} workers cannot work: ask for 1 or more")
        self._workers = workers
        self._initialiser = initialiser
        self._crews: set[_Crew] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Ends every `map` that is still under way, and its processes."""
        while self._crews:
            self._crews.pop().dismiss()

    def map(self, function: Callable[[A], B], items: Iterable[A]) -> Iterator[B]:
        """Results in the order of the items, which are taken only a little ahead."""
        crew = _Crew(function, self._initialiser)
        self._crews.add(crew)
        threads = ThreadPoolExecutor(self._workers)
        under_way: deque[Future[B]] = deque()
        try:
            for item in items:
                under_way.append(threads.submit(crew.do, item))
                if len(under_way) >= self._workers * AHEAD:
                    yield under_way.popleft().result()
            while under_way:
                yield under_way.popleft().result()
        finally:
            threads.shutdown(wait=False, cancel_futures=True)
            crew.dismiss()
            self._crews.discard(crew)
            threads.shutdown()


class _Worker(NamedTuple):
    """A process and the pipe to it."""

    process: BaseProcess
    pipe: Connection[Any, Any]


class _Crew:
    """The processes of one `map`: each thread that asks gets an idle one, or a new one."""

    def __init__(self, function: Callable[[Any], Any], initialiser: Initialiser | None) -> None:
        self._task = (function, initialiser)
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        self._all: list[_Worker] = []
        self._hiring = Lock()
        self._dismissed = False

    def do(self, item: Any) -> Any:
        """What the function makes of the item in some worker; what it raises is raised here."""
        worker = self._idle_worker() or self._hire()
        try:
            worker.pipe.send(item)
            done, result = pickle.loads(worker.pipe.recv_bytes())  # noqa: S301 - our own process sent it
        except (EOFError, OSError) as error:
            worker.process.join()
            raise StageError(
                f"a worker process ended with code {worker.process.exitcode}: "
                "use fewer workers, or give the machine more memory"
            ) from error
        self._idle.put(worker)
        if not done:
            raise result
        return result

    def dismiss(self) -> None:
        """Ends all workers, whatever they are doing."""
        with self._hiring:
            self._dismissed = True
            for worker in self._all:
                worker.process.terminate()
            for worker in self._all:
                worker.process.join()
                worker.pipe.close()

    def _idle_worker(self) -> _Worker | None:
        try:
            return self._idle.get_nowait()
        except Empty:
            return None

    def _hire(self) -> _Worker:
        spawn = get_context("spawn")  # a fork would copy locks that other threads hold
        with self._hiring:
            if self._dismissed:
                raise StageError("the work was stopped")
            ours, theirs = spawn.Pipe()
            process = spawn.Process(target=_work, args=(theirs, *self._task), daemon=True)
            process.start()
            theirs.close()
            worker = _Worker(process, ours)
            self._all.append(worker)
            return worker


def _work(
    pipe: Connection[Any, Any], function: Callable[[Any], Any], initialiser: Initialiser | None
) -> None:
    """What a worker process does until the pipe is closed, be it because its parent was killed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears it too, and ends its workers
    try:
        first = pipe.recv()
        pipe.send_bytes(_outcome(partial(_begin, function, initialiser), first))
        while True:
            pipe.send_bytes(_outcome(function, pipe.recv()))
    except (EOFError, OSError):
        return


def _begin(function: Callable[[Any], Any], initialiser: Initialiser | None, item: Any) -> Any:
    if initialiser is not None:
        initialiser()
    return function(item)


def _outcome(function: Callable[[Any], Any], item: Any) -> bytes:
    """Whether it went well and what came of it, be that an error of any kind."""
    try:
        return pickle.dumps((True, function(item)))
    except Exception as error:
        error.add_note(traceback.format_exc())
        return pickle.dumps((False, _portable(error)))


def _portable(error: Exception) -> Exception:
    """The error, or its words where it cannot be sent from one process to another."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - made on this very line
    except Exception:  # what a class does when pickled is its own affair
        return StageError(f"{type(error).__name__}: {error}")
    return error
