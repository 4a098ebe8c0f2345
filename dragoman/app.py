"""Builds the rooms from settings and joins them; the one file that knows every room.

Rooms are imported where they are first needed: `events` must not wait for a parser to load.
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache, cached_property, partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from dragoman import __version__, registry
from dragoman.errors import CatalogueError, DragomanError, UsageError
from dragoman.ports import Coder, EventQuery, Executor, Span, Store, View
from dragoman.records.claims import Claim
from dragoman.records.codec import Record, digest, encode
from dragoman.records.documents import Document, Section
from dragoman.records.dossiers import Dossier
from dragoman.records.events import Event
from dragoman.records.provenance import Payload, Refusal, Source, Stamp
from dragoman.records.readings import Reading
from dragoman.settings import Settings

if TYPE_CHECKING:
    from dragoman.archive import WarcArchive
    from dragoman.pipeline import Report, Stages, Tally, Worked
    from dragoman.reading.reader import DocumentReader
    from dragoman.reading.resolve import Catalogue


class Finding(Record, frozen=True, kw_only=True):
    """One thing that was examined."""

    subject: str
    good: bool
    detail: str


class App:
    """Dragoman as its doors see it."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def code(self, wanted: Iterable[str], stdin: BinaryIO | None = None) -> Iterator[Worked]:
        """What is found in each document, in order, without a record."""
        yield from self._executor().map(partial(work, self.settings), self._fetch(wanted, stdin))

    def build(self, wanted: Iterable[str], report: Report, stdin: BinaryIO | None = None) -> Tally:
        """What was done to take documents into the record."""
        from dragoman.corroboration import Corroborate
        from dragoman.pipeline import Build

        with self.store(create=True) as store:
            build = Build(
                store=store,
                archive=self.archive(),
                corroborator=Corroborate(self._state_name),
                executor=self._executor(),
                work=partial(work, self.settings),
                config=_config(self.settings),
                report=report,
            )
            return build.run(self._fetch(wanted, stdin))

    def claims(self, query: EventQuery) -> Iterator[Claim]:
        """Claims of the record."""
        with self.store() as store:
            yield from store.view().claims(query)

    def claims_table(self, query: EventQuery) -> str:
        """Claims of the record as a table of text."""
        from dragoman.dossier import render_claims

        return render_claims(self.claims(query))

    def events(self, query: EventQuery) -> Iterator[Event]:
        """Events of the record."""
        with self.store() as store:
            yield from store.view().events(query)

    def events_table(self, query: EventQuery) -> str:
        """Events of the record as a table of text."""
        from dragoman.dossier import render_events

        return render_events(self.events(query))

    def dossier(self, a: str, b: str, form: str) -> str:
        """The dossier of two sides, each a code or a name, in one of the forms of `dossier`."""
        from dragoman.dossier import FORMATS

        one, other = self.pair(a, b)
        with self.store() as store:
            return FORMATS[form](self.dossier_of(store.view(), one, other))

    def dossier_of(
        self, view: View, a: str, b: str, names: Callable[[str], str | None] | None = None
    ) -> Dossier:
        """The dossier of two sides, each a code, from this view, under these names."""
        from dragoman.corroboration.relation import relation
        from dragoman.dossier import build_dossier

        return build_dossier(view, a, b, names or self._state_name, relation)

    def pair(self, a: str, b: str) -> tuple[str, str]:
        """The codes of two sides, given by code or name; UsageError where they are one."""
        one, other = self.sides((a, b))
        if one == other:
            raise UsageError(f"a relation has two sides, and {a!r} and {b!r} are one: {one}")
        return one, other

    def sides(self, given: Sequence[str]) -> tuple[str, ...]:
        """The codes of sides given by code or name; UsageError for one that nothing has."""
        return tuple(self._side(text) for text in given)

    def when(self, text: str, date: str | None) -> list[dict[str, Any]]:
        """The time expressions of a text."""
        from dragoman.reading.times import find_times

        return [
            {"text": text[t.start : t.end], "start": t.start, "end": t.end}
            | {"edtf": t.edtf, "basis": t.basis}
            for t in find_times(text, date)
        ]

    def who(self, text: str, date: str | None, speaking: str | None) -> list[dict[str, Any]]:
        """The actors that a text names, one for each whom a mention means.

        `speaking` is the code of the state whose text it is, where it is one's.
        """
        return [
            {"text": text[m.start : m.end], "start": m.start, "end": m.end}
            | {"name": r.name, "country": r.country, "sector": r.sector, "wikidata": r.wikidata}
            | {"kind": r.kind}
            for m in self._read(text, date, speaking).mentions
            for r in m.referents
        ]

    def classify(self, text: str, actor: Span | None, recipient: Span | None) -> dict[str, Any]:
        """The type of what the actor does to the recipient, and how probable each type is."""
        coder = _coder(self.settings)
        scores = coder.classify(self._read(text), actor, recipient)
        return {"event_type": max(scores, key=lambda name: scores[name]), "scores": scores}

    def examine(self) -> Iterator[Finding]:
        """What is in place, and what is not."""
        yield Finding(subject="dragoman", good=True, detail=__version__)
        yield _examined("language model", lambda: _reads(self))
        yield _examined("actors", lambda: f"{len(self.catalogue.actors):,} known")
        yield _examined("full text", _searches)
        if "://" in self.settings.record or Path(self.settings.record).exists():
            yield _examined("record", self._counted)
            yield _examined("archive", self._verified)
        else:
            absent = f"none at {self.settings.record}: `dragoman build PATH` makes one"
            yield Finding(subject="record", good=True, detail=absent)

    @contextmanager
    def store(self, *, create: bool = False) -> Iterator[Store]:
        """The record; UsageError if there is none and none is to be made."""
        from dragoman.store import open_record

        record = self.settings.record
        if not create and "://" not in record and not Path(record).exists():
            raise UsageError(
                f"no record at {record}; make one: dragoman build PATH --record {record}"
            )
        store = open_record(record, clock=_now)
        try:
            yield store
        finally:
            store.close()

    def archive(self) -> WarcArchive:
        """Where the captures of the record lie: in a folder beside it."""
        from dragoman.archive import WarcArchive

        record = self.settings.record
        beside = Path("dragoman.db") if "://" in record else Path(record)
        return WarcArchive(beside.with_suffix(".archive"), clock=_now)

    @cached_property
    def catalogue(self) -> Catalogue:
        """The actors known, the user's own among them."""
        return _catalogue(self.settings.actors)

    def _fetch(self, wanted: Iterable[str], stdin: BinaryIO | None) -> Iterator[Payload | Refusal]:
        from dragoman.ingest import FetchConfig, FolderFetcher

        limits = FetchConfig(max_bytes=self.settings.max_bytes, max_line=self.settings.max_line)
        return FolderFetcher(limits, stdin=stdin or sys.stdin.buffer).fetch(wanted)

    def _executor(self) -> Executor:
        from dragoman.executors import Processes, Serial

        workers = self.settings.workers
        return Serial() if workers == 1 else Processes(workers)

    def unfinished(self) -> bool:
        """Whether a build was stopped, so that events do not yet follow from the claims."""
        with self.store() as store:
            return bool(store.writer().stale_blocks())

    def _state_name(self, code: str) -> str | None:
        return self.catalogue.state_name(code)

    def _side(self, text: str) -> str:
        codes = self.catalogue.codes_of(text)
        if not codes:
            raise UsageError(f"no state or organisation is called {text!r}; try a code such as PRK")
        if len(codes) > 1:
            raise UsageError(f"{text!r} may mean {' or '.join(codes)}; give the code")
        return codes[0]

    def _read(self, text: str, date: str | None = None, speaking: str | None = None) -> Reading:
        return _reader(self.settings).read(_loose(text, date, speaking))

    def _counted(self) -> str:
        if self.unfinished():
            raise UsageError("a build was stopped: run it again, or events are missing")
        with self.store() as store:
            return ", ".join(f"{n:,} {thing}" for thing, n in store.view().counts().items())

    def _verified(self) -> str:
        """How many captures still have their digest; DragomanError for one that has not."""
        archive, verified = self.archive(), 0
        with self.store() as store:
            for capture in store.view().captures():
                if archive.verify(capture) is not True:
                    raise UsageError(f"capture {capture.id} of {capture.url} is gone or damaged")
                verified += 1
        return f"{verified:,} captures have their digest"


def work(settings: Settings, payload: Payload | Refusal) -> Worked:
    """What the stages make of a payload; builds the stages once in each process."""
    from dragoman.pipeline import Worked

    if isinstance(payload, Refusal):
        return Worked(path=payload.item, refusals=(payload,))
    return _stages(settings)(payload)


@cache
def _stages(settings: Settings) -> Stages:
    from dragoman.attribution import RuleAttributor
    from dragoman.ingest import DocumentExtractor, ExtractConfig
    from dragoman.pipeline import Stages

    return Stages(
        extractor=DocumentExtractor(ExtractConfig(now=_now().date().isoformat())),
        reader=_reader(settings),
        coder=_coder(settings),
        attributor=RuleAttributor(_stamp(settings)),
    )


@cache
def _reader(settings: Settings) -> DocumentReader:
    from dragoman.reading.parse import Parser
    from dragoman.reading.reader import DocumentReader
    from dragoman.reading.resolve import Resolver

    resolver = Resolver(_catalogue(settings.actors))
    return DocumentReader(Parser(settings.language_model), resolver, _stamp(settings))


@cache
def _coder(settings: Settings) -> Coder:
    coder: Coder = registry.load(registry.CODERS, settings.coder)(teasers=settings.teasers)
    return coder


@cache
def _catalogue(actors: str | None) -> Catalogue:
    from dragoman.reading.resolve import Catalogue

    return Catalogue.load(_lines(actors))


@cache
def _lines(actors: str | None) -> tuple[str, ...]:
    """The lines of the user's own list of actors."""
    if actors is None:
        return ()
    try:
        return tuple(Path(actors).read_text("utf-8-sig").splitlines())
    except (OSError, UnicodeDecodeError) as error:
        raise CatalogueError(f"no actors from {actors}: {error}; name a CSV file") from error


@cache
def _stamp(settings: Settings) -> Stamp:
    try:
        model = f"{settings.language_model} {version(settings.language_model)}"
    except PackageNotFoundError:
        model = settings.language_model
    return Stamp(dragoman=__version__, model=f"{model}, {settings.coder}", config=_config(settings))


def _config(settings: Settings) -> str:
    """The digest of all that what is found depends on."""
    return digest(encode([__version__, settings.output_digest(), _lines(settings.actors)]))


def _loose(text: str, date: str | None, speaking: str | None) -> Document:
    """A text without a place, as a document."""
    return Document(
        id="doc_",
        path="",
        url="",
        source=Source(id="src_", name="", country=speaking),
        text=text,
        sections=(Section(kind="body", start=0, end=len(text)),),
        published=date,
    )


def _examined(subject: str, look: Any) -> Finding:
    """What a look finds; bad if it fails."""
    try:
        return Finding(subject=subject, good=True, detail=look())
    except DragomanError as error:
        return Finding(subject=subject, good=False, detail=str(error))


def _reads(app: App) -> str:
    sentences = app._read("Cuba recognised Algeria in 1962.").sentences  # noqa: SLF001
    return f"{app.settings.language_model}, {len(sentences[0].tokens)} words parsed"


def _searches() -> str:
    """The version of SQLite, if it has full-text search."""
    with sqlite3.connect(":memory:") as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE t USING fts5(x)")
        except sqlite3.OperationalError as error:
            raise UsageError(f"SQLite {sqlite3.sqlite_version} lacks FTS5: {error}") from error
    return f"SQLite {sqlite3.sqlite_version} with FTS5"


def _now() -> datetime:
    """The one clock of the application."""
    return datetime.now(UTC)
