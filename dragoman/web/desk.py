"""The record as pages and programs ask for it: opened once, and read by many at a time."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from contextlib import ExitStack
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

import msgspec

from dragoman.app import App
from dragoman.ports import Clock, EventQuery, View
from dragoman.records.answers import Answer
from dragoman.records.claims import Claim
from dragoman.records.corrections import Correction, Standing
from dragoman.records.documents import Document
from dragoman.records.dossiers import Dossier
from dragoman.records.events import Event
from dragoman.records.links import Link
from dragoman.records.provenance import Capture, Refusal, Source
from dragoman.web.cache import Cache
from dragoman.web.clerk import Clerk, Wanted
from dragoman.web.filters import Filters
from dragoman.web.names import Names, Suggestion
from dragoman.web.overview import Overview, RelationActivity
from dragoman.web.surveyor import Surveyor

# All that is read in threads. What a type is made of, msgspec learns when it first reads one, and
# two threads that make it learn the same at the same time bring down the process.
READ = (
    *(Answer, Capture, Claim, Correction, Document, Dossier, Event, Filters, Link, Overview),
    *(Refusal, Source),
)
PAGES = 1000  # kept, of some 40 kB each


class Desk:
    """Where a record lies open for reading."""

    def __init__(self, app: App, clock: Clock, *, apart: bool = True) -> None:
        self.app = app
        self.clock = clock
        self.cache = Cache(self.stamp)
        self.made = Cache(self.stamp, room=PAGES)
        self._open = ExitStack()
        self._store = self._open.enter_context(app.store())
        self._surveyor = Surveyor(app.settings, self.stamp, apart=apart)
        self._clerk = Clerk(app.settings, self.stamp, apart=apart)
        self.name = lru_cache(4096)(self._name)

    @property
    def view(self) -> View:
        """For reading."""
        return self._store.view()

    def begin(self) -> None:
        """Surveys the record before anyone asks, and loads the names."""
        for kind in READ:
            msgspec.json.Decoder(kind)
        self._surveyor.look()
        self.name("USA")

    def close(self) -> None:
        """Lets go of the record."""
        self._surveyor.close()
        self._clerk.close()
        self.cache.close()
        self.made.close()
        self._open.close()

    def stamp(self) -> Hashable:
        """What changes when the record does; the time, where that cannot be told."""
        record = self.app.settings.record
        if "://" in record:
            return self.clock().replace(second=0, microsecond=0)
        return tuple(map(_state, (Path(record), Path(record + "-wal"))))

    def overview(self) -> Overview:
        """The record from above."""
        return self._surveyor.overview()

    def at_hand(self) -> Overview | None:
        """The overview if there is one already."""
        return self._surveyor.at_hand()

    def relation_activity(self) -> dict[tuple[str, str], RelationActivity]:
        """What happens between whom, by sides."""
        overview = self.overview()
        return {one.sides: one for one in overview.relations}

    def code(self, typed: str) -> str:
        """The code of a side, given by code or name; UsageError for one that nothing has."""
        overview = self.overview()
        known = self.cache.get(
            ("codes", id(overview)), lambda: {one.code for one in overview.states}
        )
        return typed if typed in known else self.app.sides([typed])[0]

    def dossier(self, a: str, b: str) -> Dossier:
        """The dossier of two sides."""
        return self.cache.get(("dossier", a, b), lambda: self._dossier(a, b))

    def event(self, event_id: str) -> Event | None:
        """The event, or the one that it was merged into."""
        event, seen = self.view.event(event_id), {event_id}
        while event is not None and event.merged_into and event.merged_into not in seen:
            seen.add(event.merged_into)
            event = self.view.event(event.merged_into)
        return event

    def claims_of(self, events: Iterable[Event]) -> dict[str, Claim]:
        """The claims of these events and those that contradict them, by id."""
        ids = [claim for event in events for claim in _named(event)]
        return {claim.id: claim for claim in self.view.claims_named(ids)}

    def ledger(self) -> Standing:
        """What holds of what people corrected."""
        return self.cache.get("ledger", lambda: Standing(self.view.corrections()))

    async def ask(self, question: str) -> Answer:
        """What the record says to a question."""
        return await self._clerk.answer(question)

    async def correct(self, wanted: Wanted) -> str:
        """The id of a correction that was written; whoever asks now is told what follows."""
        row = await self._clerk.correct(wanted)
        self.cache.forget()
        self.made.forget()
        return row

    def titles(self, ids: Iterable[str]) -> dict[str, Document]:
        """These documents without their text, by id."""
        return {document.id: document for document in self.view.titles(ids)}

    def suggest(self, typed: str) -> list[Suggestion]:
        """States, relations and sources whose names begin as typed, the most active first."""
        overview = self.overview()
        return self.cache.get(("names", id(overview)), lambda: self._names(overview)).like(typed)

    def _names(self, overview: Overview) -> Names:
        spoken = ("name", "adjective", "people")
        senses = (s for found in self.app.catalogue.senses.values() for s in found)
        also = [(sense.alias, sense.actor) for sense in senses if sense.use in spoken]
        return Names(overview, also)

    def _dossier(self, a: str, b: str) -> Dossier:
        return self.app.dossier_of(cast(View, _WithoutTexts(self.view)), a, b, self.name)

    def _name(self, code: str) -> str:
        return self.app.catalogue.state_name(code) or code


class _WithoutTexts:
    """A view for a dossier: asks once for all claims of its events, and leaves out the texts."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._told: set[str] = set()

    def events(self, query: EventQuery) -> Iterator[Event]:
        found = tuple(self._view.events(query))
        self._told.update(claim for event in found for claim in _named(event))
        return iter(found)

    def claims(self, query: EventQuery) -> Iterator[Claim]:  # noqa: ARG002 - those of the events
        return self._view.claims_named(self._told)

    def documents(self, ids: Iterable[str] | None = None) -> Iterator[Document]:
        return self._view.titles(ids)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._view, name)


def _named(event: Event) -> Iterator[str]:
    """Its claims, and those of other events that contradict it."""
    yield from event.claims
    for dispute in event.disputes:
        for value in dispute.values:
            yield from value.claims


def _state(path: Path) -> tuple[int, int]:
    """When a file was written last, and how long it is; zeros where there is none."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size
