"""What the application can do, for whatever door it is asked through.

Rooms are imported where they are first needed: `events` must not wait for a parser to load.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from msgspec.structs import replace

from dragoman import registry, rooms
from dragoman.errors import UsageError
from dragoman.ports import (
    ClaimHit,
    Corroborator,
    EventQuery,
    Executor,
    Exporter,
    Hit,
    Span,
    Store,
    Understanding,
    Vector,
    View,
)
from dragoman.records.actors import Participant
from dragoman.records.answers import Answer, Question
from dragoman.records.claims import Claim
from dragoman.records.corrections import Standing
from dragoman.records.dossiers import Anniversary, DocumentUsed, Dossier
from dragoman.records.events import Event
from dragoman.records.links import Link
from dragoman.records.provenance import Payload, Refusal
from dragoman.records.readings import Reading
from dragoman.settings import Settings

if TYPE_CHECKING:
    from dragoman.archive import WarcArchive
    from dragoman.asking import Study
    from dragoman.dossier import Wanted
    from dragoman.pipeline import Report, Tally, Worked
    from dragoman.reading.resolve import Catalogue
    from dragoman.revision import Desk, Doubt, Entry


_ENGLISH = "This is what was asked of the record, and it is for those who have read in it to say."


class Unheard:
    """A report that nobody listens to: where events are made anew, no document is read."""

    def refused(self, refusal: Refusal) -> None:
        """Nothing is refused."""

    def passed(self, path: str) -> None:
        """Nothing is passed on."""


class App:
    """Dragoman as its doors see it."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def code(self, wanted: Iterable[str], stdin: BinaryIO | None = None) -> Iterator[Worked]:
        """What is found in each document, in order, without a record."""
        yield from self._executor().map(
            partial(rooms.work, self.settings), self._fetch(wanted, stdin)
        )

    def build(self, wanted: Iterable[str], report: Report, stdin: BinaryIO | None = None) -> Tally:
        """What was done to take documents into the record."""
        with self.store(create=True) as store:
            tally = self._run(store, self._fetch(wanted, stdin), report)
            for entry in self._desk(store).lost():
                report.refused(entry.as_refusal())
            return tally

    @contextmanager
    def desk(self) -> Iterator[Desk]:
        """Where the record is corrected; afterwards its events follow from what was corrected."""
        with self.store() as store:
            stopped = bool(store.writer().stale_blocks())  # in a build, with documents not compared
            try:
                yield self._desk(store)
            finally:
                if store.writer().stale_blocks():
                    known = None if stopped else tuple(store.view().copies())
                    self._run(store, (), Unheard(), known)

    def doubts(self, query: EventQuery, *, every: bool = False) -> tuple[Doubt, ...]:
        """What nobody has looked over yet, the most doubtful first."""
        from dragoman.revision import doubts

        with self.store() as store:
            return tuple(doubts(store.view(), query, every=every))

    def doubt_text(self, doubt: Doubt) -> str:
        """What is doubted, as a person reads it."""
        from dragoman.revision import render_doubt

        return render_doubt(doubt)

    def ledger_text(self, entries: Iterable[Entry]) -> str:
        """Rows of the ledger, as a person reads them."""
        from dragoman.revision import render_ledger

        return render_ledger(entries)

    def understood(self, question: str) -> Question:
        """The question as the record is asked."""
        from dragoman.asking import understand

        return understand(question, self._study, self._state_name)

    def ask(self, question: str) -> Answer:
        """What the record says to a question, in the words of its claims."""
        from dragoman.asking import Answering
        from dragoman.corroboration.relation import relation

        with self.store() as store:
            answering = Answering(store.view(), relation, self._state_name)
            return answering.answer(self.understood(question))

    def answer_text(self, answer: Answer, *, every: bool = False) -> str:
        """The answer, as a person reads it."""
        from dragoman.asking import render_answer

        return render_answer(answer, every=every)

    def search(self, words: str, query: EventQuery) -> Iterator[ClaimHit]:
        """Claims whose sentence holds the words, best first."""
        with self.store() as store:
            yield from store.view().find_claims(words, query)

    def search_documents(self, words: str, query: EventQuery) -> Iterator[Hit]:
        """Documents that hold the words, best first."""
        with self.store() as store:
            yield from store.view().search(words, query)

    def claims(self, query: EventQuery) -> Iterator[Claim]:
        """Claims of the record."""
        with self.store() as store:
            yield from store.view().claims(query)

    def claims_table(self, query: EventQuery, width: int | None = None) -> str:
        """Claims of the record as a table of text, cut to the width if there is one."""
        from dragoman.dossier import render_claims

        return render_claims(self.claims(query), width)

    def events(self, query: EventQuery) -> Iterator[Event]:
        """Events of the record."""
        with self.store() as store:
            yield from store.view().events(query)

    def events_table(self, query: EventQuery, width: int | None = None) -> str:
        """Events of the record as a table of text, cut to the width if there is one."""
        from dragoman.dossier import render_events

        return render_events(self.events(query), width)

    def anniversaries(
        self, query: EventQuery, days: int, first: date | None = None
    ) -> tuple[Anniversary, ...]:
        """What falls due from the first day on, or from today, round numbers first.

        Of deeds alone, where no type is asked for.
        """
        from dragoman.dossier import is_deed

        events = self.events(replace(query, limit=None))
        wanted = events if query.event_types else filter(is_deed, events)
        return self.falling_due(wanted, days, first)[: query.limit]

    def falling_due(
        self, events: Iterable[Event], days: int, first: date | None = None
    ) -> tuple[Anniversary, ...]:
        """Which of these events have their day come round within so many days."""
        from dragoman.dossier import anniversaries

        return anniversaries(events, first or rooms.now().date(), days)

    def anniversaries_table(self, found: Iterable[Anniversary], width: int | None = None) -> str:
        """Anniversaries as a table of text, cut to the width if there is one."""
        from dragoman.dossier import render_anniversaries

        return render_anniversaries(found, width)

    def export(self, name: str, query: EventQuery) -> Iterator[bytes]:
        """What is asked for, by the exporter registered under this name, as `events.csv`."""
        with self.store() as store:
            yield from self.export_of(store.view(), name, query)

    def export_of(self, view: View, name: str, query: EventQuery) -> Iterator[bytes]:
        """The same from this view."""
        exporter: Exporter = registry.load(registry.EXPORTERS, name)
        return exporter.export(view, query)

    def references(self, form: str, documents: Iterable[DocumentUsed]) -> str:
        """Documents as a reference manager reads them: `bibtex` or `csl`."""
        from dragoman.export import bibtex, csl

        return "".join({"bibtex": bibtex, "csl": csl}[form](documents))

    def dossier(
        self, a: str, b: str, form: str, *, on: str | None = None, newest_first: bool = False
    ) -> str:
        """The dossier of two sides, each a code or a name, in one of the forms of `dossier`.

        `on` is the EDTF date on which the state of their relation is asked.
        """
        from dragoman.dossier import FORMATS, Wanted

        one, other = self.pair(a, b)
        wanted = Wanted(on=on, newest_first=newest_first)
        with self.store() as store:
            dossier = self.dossier_of(store.view(), one, other, wanted=wanted)
        if form in {"bibtex", "csl"}:
            return self.references(form, dossier.documents)
        return FORMATS[form](dossier)

    def dossier_of(
        self,
        view: View,
        a: str,
        b: str,
        names: Callable[[str], str | None] | None = None,
        *,
        wanted: Wanted | None = None,
    ) -> Dossier:
        """The dossier of two sides, each a code, from this view, under these names."""
        from dragoman.corroboration.relation import relation
        from dragoman.dossier import build_dossier

        return build_dossier(view, a, b, names or self._state_name, relation, wanted)

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
            for m in self.parsed(text, date, speaking).mentions
            for r in m.referents
        ]

    def classify(self, text: str, actor: Span | None, recipient: Span | None) -> dict[str, Any]:
        """The type of what the actor does to the recipient, and how probable each type is."""
        coder = rooms.coder(self.settings)
        scores = coder.classify(text, self.parsed(text), actor, recipient)
        return {"event_type": max(scores, key=lambda name: scores[name]), "scores": scores}

    def meaning(self, text: str, trigger: Span) -> Vector:
        """What a text says of the event on a trigger; () from a coder that knows no meanings."""
        coder = rooms.coder(self.settings)
        return coder.meaning(text, trigger) if isinstance(coder, Understanding) else ()

    @contextmanager
    def store(self, *, create: bool = False) -> Iterator[Store]:
        """The record; UsageError if there is none and none is to be made."""
        from dragoman.store import open_record

        record = self.settings.record
        if not create and "://" not in record and not Path(record).exists():
            raise UsageError(
                f"no record at {record}; make one: dragoman build PATH --record {record}"
            )
        store = open_record(record, clock=rooms.now)
        try:
            yield store
        finally:
            store.close()

    def archive(self) -> WarcArchive:
        """Where the captures of the record lie: in a folder beside it."""
        from dragoman.archive import WarcArchive

        record = self.settings.record
        beside = Path("dragoman.db") if "://" in record else Path(record)
        return WarcArchive(beside.with_suffix(".archive"), clock=rooms.now)

    @cached_property
    def catalogue(self) -> Catalogue:
        """The actors known, the user's own among them."""
        return rooms.catalogue(self.settings.actors)

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

    def _run(
        self,
        store: Store,
        payloads: Iterable[Payload | Refusal],
        report: Report,
        copies: tuple[Link, ...] | None = None,
    ) -> Tally:
        """A build of these; `copies` are those known, where no document is new."""
        from dragoman.pipeline import Build

        build = Build(
            store=store,
            archive=self.archive(),
            corroborator=self._corroborator(Standing(store.view().corrections()), copies),
            executor=self._executor(),
            work=partial(rooms.work, self.settings),
            config=rooms.config(self.settings),
            report=report,
        )
        return build.run(payloads)

    def _corroborator(
        self, standing: Standing, copies: tuple[Link, ...] | None = None
    ) -> Corroborator:
        """What finds happenings, and heeds what people corrected."""
        from dragoman.corroboration.corrections import Corrected

        return Corrected(standing, self._state_name, self._is_town, copies, self.meaning)

    def _desk(self, store: Store) -> Desk:
        from dragoman.revision import Desk

        return Desk(store, self._corroborator, self._whom, rooms.now)

    def _whom(self, text: str) -> Participant:
        """The actor that a code or a name means; UsageError for none."""
        if name := self._state_name(text.upper()):
            return _participant(text, name, text.upper())
        found = self.who(text, None, None)
        if not found:
            raise UsageError(f"no actor is called {text!r}; give a code such as PRK, or a name")
        known = {field: found[0][field] for field in ("sector", "wikidata")}
        return _participant(text, found[0]["name"], found[0]["country"], **known)

    def _state_name(self, code: str) -> str | None:
        return self.catalogue.state_name(code)

    def _is_town(self, name: str) -> bool:
        return self.catalogue.is_town(name)

    def _side(self, text: str) -> str:
        codes = self.catalogue.codes_of(text)
        if not codes:
            raise UsageError(f"no state or organisation is called {text!r}; try a code such as PRK")
        if len(codes) > 1:
            raise UsageError(f"{text!r} may mean {' or '.join(codes)}; give the code")
        return codes[0]

    def _study(self, text: str) -> Study:
        """What reader, coder and attributor find in one English sentence."""
        from dragoman.asking import Study
        from dragoman.attribution import RuleAttributor

        # a few words are too few to tell their language by, so some of English stand beside them
        alone = rooms.loose(text, rooms.now().date().isoformat(), None)
        document = replace(alone, text=f"{text}\n{_ENGLISH}")
        reading, coder = rooms.reader(self.settings).read(document), rooms.coder(self.settings)
        attributor = RuleAttributor(rooms.stamp(self.settings))
        return Study(
            reading=reading,
            claims=attributor.attribute(document, reading, coder.code(document, reading)),
            scores=coder.classify(text, reading, None, None),
        )

    def parsed(self, text: str, date: str | None = None, speaking: str | None = None) -> Reading:
        """What reading finds in a text without a place."""
        return rooms.reader(self.settings).read(rooms.loose(text, date, speaking))


def _participant(text: str, name: str, country: str | None, **known: str | None) -> Participant:
    fields = {"sector": None, "wikidata": None} | known
    return Participant(text=text, name=name, country=country, start=0, end=0, **fields)
