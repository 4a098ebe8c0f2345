"""The clerk: answers questions and writes corrections, one after another, apart from readers.

Both need the parser and the coder, which take seconds to load; a record has one writer at a time.
"""

from __future__ import annotations

from asyncio import wrap_future
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import BrokenExecutor
from typing import Any

from litestar.exceptions import ServiceUnavailableException

from dragoman.app import App
from dragoman.errors import StoreError
from dragoman.records.answers import Answer
from dragoman.records.codec import Record, decode, encode
from dragoman.records.corrections import CorrectionKind
from dragoman.settings import Settings
from dragoman.web.apart import Worker

WAITING = 12  # at a time; whoever comes then is asked to come back
KEPT = 64  # answers


class Wanted(Record, frozen=True, kw_only=True):
    """A correction as it is asked for: of claims and events by id, with who and why."""

    kind: CorrectionKind
    named: tuple[str, ...]  # of a correction, where it is to be taken back
    by: str
    why: str
    settings: tuple[str, ...] = ()  # FIELD=VALUE


class Clerk:
    """Takes in what is asked and wanted; whoever waits for it holds up nobody else."""

    def __init__(
        self, settings: Settings, stamp: Callable[[], Hashable], *, apart: bool = True
    ) -> None:
        self._settings = settings
        self._stamp = stamp
        self._worker = Worker(apart=apart)
        self._waiting = 0
        self._told: OrderedDict[Hashable, bytes] = OrderedDict()

    async def answer(self, question: str) -> Answer:
        """What the record says to a question."""
        key = (self._stamp(), question)
        if key not in self._told:
            self._told[key] = await self._done(answer, question)
        self._told.move_to_end(key)
        while len(self._told) > KEPT:
            self._told.popitem(last=False)
        return decode(self._told[key], Answer)

    async def correct(self, wanted: Wanted) -> str:
        """The id of the row that was added to the ledger."""
        return str(await self._done(correct, wanted))

    def close(self) -> None:
        """Stops working."""
        self._worker.close()

    async def _done(self, work: Callable[..., Any], given: object) -> Any:
        if self._waiting >= WAITING:
            raise ServiceUnavailableException("too many wait already: come back in a moment")
        self._waiting += 1
        try:
            return await wrap_future(self._worker.submit(work, self._settings, given))
        except BrokenExecutor as error:
            self._worker.forget()
            raise ServiceUnavailableException("what was being done has been stopped") from error
        finally:
            self._waiting -= 1


def answer(settings: Settings, question: str) -> bytes:
    """The answer to a question, as JSON: to be run in any process."""
    return encode(App(settings).ask(question))


def correct(settings: Settings, wanted: Wanted) -> str:
    """The id of a correction that was written, with all that follows from it."""
    app = App(settings)
    if app.unfinished():
        raise StoreError(
            f"a build is writing {settings.record}, or was stopped: wait until it has ended, "
            "or run it again, and then correct"
        )
    with app.desk() as desk:
        if wanted.kind == "take-back":
            return desk.take_back(wanted.named[0], by=wanted.by, why=wanted.why).id
        told = {"by": wanted.by, "why": wanted.why}
        return desk.correct(wanted.kind, wanted.named, settings=wanted.settings, **told).id
