"""Runs the stages: one payload through all of them, and many payloads into a record."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Protocol, TypeVar

import msgspec

from dragoman.errors import DragomanError
from dragoman.ports import (
    Archive,
    Attributor,
    Coder,
    Corroborator,
    Executor,
    Extractor,
    Intake,
    Reader,
    Store,
    View,
    Witness,
)
from dragoman.records.claims import Claim
from dragoman.records.codec import Record
from dragoman.records.documents import Document
from dragoman.records.provenance import Payload, Refusal
from dragoman.records.readings import Reading

T = TypeVar("T")

# Documents kept in one transaction: what a killed run has to read again, at the most.
DOCUMENTS_A_BATCH = 16
BLOCKS_A_BATCH = 500


class Worked(Record, frozen=True, kw_only=True):
    """What the stages made of one payload."""

    path: str
    document: Document | None = None
    claims: tuple[Claim, ...] = ()
    refusals: tuple[Refusal, ...] = ()


class Tally(Record, frozen=True, kw_only=True):
    """What one build did; `failed` counts what could not be taken in."""

    read: int = 0
    unchanged: int = 0
    failed: int = 0
    claims: int = 0
    blocks: int = 0


class Report(Protocol):
    """Hears how a run goes on."""

    def refused(self, refusal: Refusal) -> None:
        """Something was not passed on."""
        ...

    def passed(self, path: str) -> None:
        """A document is done."""
        ...


class Stages:
    """The pure stages in a row; called with a payload, returns what they made of it."""

    def __init__(
        self, extractor: Extractor, reader: Reader, coder: Coder, attributor: Attributor
    ) -> None:
        self.extractor = extractor
        self.reader = reader
        self.coder = coder
        self.attributor = attributor

    def __call__(self, payload: Payload) -> Worked:
        """The document, its claims and what was refused; one bad payload never stops a run."""
        try:
            return self._work(payload)
        except DragomanError:
            raise
        except Exception as error:  # a fault of ours in one document: named, and the rest goes on
            detail = f"{payload.path}: cannot be read, a fault of Dragoman's: {error!r}; report it"
            refusal = Refusal(item=payload.path, stage="pipeline", code="fault", detail=detail)
            return Worked(path=payload.path, refusals=(refusal,))

    def _work(self, payload: Payload) -> Worked:
        document = self.extractor.extract(payload)
        if isinstance(document, Refusal):
            return Worked(path=payload.path, refusals=(document,))
        reading = self.reader.read(document)
        document = _as_read(document, reading)
        codings = self.coder.code(document, reading)
        return Worked(
            path=payload.path,
            document=document,
            claims=self.attributor.attribute(document, reading, codings),
            refusals=(*_notices(document), *((reading.refusal,) if reading.refusal else ())),
        )


def _notices(document: Document) -> Iterator[Refusal]:
    for warning in document.warnings:
        yield Refusal(
            item=document.path, stage="ingest", code="warning", detail=warning, fatal=False
        )


def _as_read(document: Document, reading: Reading) -> Document:
    """The document with the language and the date that only reading could find."""
    return msgspec.structs.replace(
        document,
        language=reading.language,
        published=document.published or reading.published,
        published_basis=document.published_basis or reading.published_basis,
    )


class Build:
    """One run that takes payloads into a record and gathers their claims into events."""

    def __init__(  # noqa: PLR0913 these are the rooms that a build joins
        self,
        *,
        store: Store,
        archive: Archive,
        corroborator: Corroborator,
        executor: Executor,
        work: Callable[[Payload], Worked],
        config: str,
        report: Report,
    ) -> None:
        self.view = store.view()
        self.writer = store.writer()
        self.archive = archive
        self.corroborator = corroborator
        self.executor = executor
        self.work = work
        self.config = config
        self.report = report
        self._counts = {"read": 0, "unchanged": 0, "failed": 0, "claims": 0}

    def run(self, payloads: Iterable[Payload | Refusal]) -> Tally:
        """What was done; a killed run is completed by the next one."""
        waiting: deque[Payload] = deque()
        worked = self.executor.map(self.work, self._fresh(payloads, waiting))
        for batch in _batches(worked, DOCUMENTS_A_BATCH):
            self._keep([(waiting.popleft(), result) for result in batch])
        return Tally(**self._counts, blocks=self._corroborate())

    def _fresh(
        self, payloads: Iterable[Payload | Refusal], waiting: deque[Payload]
    ) -> Iterator[Payload]:
        """The payloads not yet in the record, each remembered until its result comes."""
        for payload in payloads:
            if isinstance(payload, Refusal):
                self._refuse(payload)
            elif self.writer.known(payload.url, payload.digest, self.config):
                self._counts["unchanged"] += 1
                self.report.passed(payload.path)
            else:
                waiting.append(payload)
                yield payload

    def _keep(self, results: list[tuple[Payload, Worked]]) -> None:
        with self.writer.batch():
            for payload, worked in results:
                self.writer.take_in(self._intake(payload, worked))
        for _, worked in results:
            for refusal in worked.refusals:
                self._refuse(refusal)
            self._counts["read"] += worked.document is not None
            self._counts["claims"] += len(worked.claims)
            self.report.passed(worked.path)

    def _intake(self, payload: Payload, worked: Worked) -> Intake:
        capture = self.archive.keep(payload)
        document = worked.document
        return Intake(
            path=payload.path,
            url=payload.url,
            capture=capture,
            document=document and msgspec.structs.replace(document, capture=capture.id),
            claims=worked.claims,
            blocks=tuple(self.corroborator.block(claim) for claim in worked.claims),
            refusals=worked.refusals,
            config=self.config,
        )

    def _refuse(self, refusal: Refusal) -> None:
        self._counts["failed"] += refusal.fatal
        self.report.refused(refusal)

    def _corroborate(self) -> int:
        """How many blocks were gathered anew."""
        if not self.writer.stale_blocks():
            return 0
        copies = self.corroborator.copies(_witness(d) for d in self.view.documents())
        with self.writer.batch():
            self.writer.put_copies(copies)
        stale = self.writer.stale_blocks()  # new copies have made more blocks stale
        for blocks in _batches(stale, BLOCKS_A_BATCH):
            claims = tuple(self.writer.claims_of(blocks))
            witnesses = _witnesses(self.view, claims)
            events, links = self.corroborator.corroborate(claims, witnesses, copies)
            with self.writer.batch():
                self.writer.put_events(blocks, events, links)
        return len(stale)


def _witnesses(view: View, claims: tuple[Claim, ...]) -> tuple[Witness, ...]:
    ids = sorted({claim.document for claim in claims})
    return tuple(_witness(document) for document in view.documents(ids))


def _witness(document: Document) -> Witness:
    return Witness(
        document=document.id,
        source=document.source.id,
        published=document.published,
        text=document.text,
    )


def _batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """Lists of up to `size` items, in order."""
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch
