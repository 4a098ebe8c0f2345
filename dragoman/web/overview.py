"""The record seen from above: how much there is of what, between whom, and by whom told.

It is made by reading every event and claim once, in a process of its own (see `survey`), so that
no reader of pages waits for it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations

from msgspec.structs import replace

from dragoman.app import App
from dragoman.ports import EventQuery, View
from dragoman.records.claims import Claim, Framing, FramingKind, Speaker
from dragoman.records.codec import Record, decode, encode
from dragoman.records.dates import bounds, precision, sort_key
from dragoman.records.documents import Document
from dragoman.records.events import Event
from dragoman.settings import Settings

Names = Callable[[str], str]
_Place = tuple[str, int]  # a document, and where in it

NEW = 8  # documents told of as new
NETWORK = 300  # relations whose years are kept
REMEMBERED = 3000  # days that may have an anniversary
MILESTONES = frozenset(
    {"recognize", "establish-relations", "restore-relations", "upgrade-relations", "sign"}
    | {"sever-relations", "suspend-relations", "downgrade-relations"}
)


class Activity(Record, frozen=True, kw_only=True):
    """How much is told; `cooperation` and `conflict` are sums of scores, above and below zero."""

    events: int = 0
    disputed: int = 0  # disputed or denied
    cooperation: float = 0.0
    conflict: float = 0.0


class StateActivity(Record, frozen=True, kw_only=True):
    """What a state takes part in."""

    code: str
    name: str
    activity: Activity


class RelationActivity(Record, frozen=True, kw_only=True):
    """What happens between two sides."""

    sides: tuple[str, str]
    names: tuple[str, str]
    activity: Activity
    first: str | None
    last: str | None


class YearOfRelation(Record, frozen=True, kw_only=True):
    """What happens between two sides in one year."""

    sides: tuple[str, str]
    year: int
    activity: Activity


class Portrayal(Record, frozen=True, kw_only=True):
    """How often a source lets a state act, and how it scores what it lets it do, on average."""

    code: str
    name: str
    claims: int
    score: float


class Loaded(Record, frozen=True, kw_only=True):
    """Loaded words that a source passes on: whose they are, of whom, how often, where first."""

    speaker: Speaker
    target: str
    kind: FramingKind
    text: str
    times: int
    document: str


class SourceActivity(Record, frozen=True, kw_only=True):
    """What a source tells, how often it stands alone, and how often others differ."""

    id: str
    name: str
    kind: str
    country: str | None
    documents: int
    claims: int
    events: int
    alone: int
    disputed: int
    types: dict[str, int]
    portrayals: tuple[Portrayal, ...]
    loaded: tuple[Loaded, ...]


class NewDocument(Record, frozen=True, kw_only=True):
    """A document captured lately."""

    id: str
    title: str | None
    source: str
    published: str | None
    captured_at: str


class Overview(Record, frozen=True, kw_only=True):
    """The whole record on one page."""

    counts: dict[str, int]
    first: str | None
    last: str | None
    states: tuple[StateActivity, ...]  # the most active first
    relations: tuple[RelationActivity, ...]  # the most active first
    years: tuple[YearOfRelation, ...]
    sources: tuple[SourceActivity, ...]
    remembered: tuple[Event, ...]  # whose days may come round
    new: tuple[NewDocument, ...]


def survey(settings: Settings) -> bytes:
    """The overview of the record that the settings name, as JSON: to be run in any process."""
    app = App(settings)
    with app.store() as store:
        return encode(Survey(app, store.view()).overview())


def read(data: bytes) -> Overview:
    """The overview that a survey made."""
    return decode(data, Overview)


class _Sum:
    """An activity while it is counted."""

    __slots__ = ("conflict", "cooperation", "disputed", "events")

    def __init__(self) -> None:
        self.events = self.disputed = 0
        self.cooperation = self.conflict = 0.0

    def add(self, event: Event) -> None:
        self.events += 1
        self.disputed += event.standing in {"disputed", "denied"}
        if event.standing != "denied":
            self.cooperation += max(0.0, event.score)
            self.conflict += min(0.0, event.score)

    def done(self) -> Activity:
        return Activity(
            events=self.events,
            disputed=self.disputed,
            cooperation=round(self.cooperation, 1),
            conflict=round(self.conflict, 1),
        )


class Survey:
    """Counts everything once."""

    def __init__(self, app: App, view: View) -> None:
        self._app = app
        self._view = view
        self._names: dict[str, str] = {}
        self._states: defaultdict[str, _Sum] = defaultdict(_Sum)
        self._pairs: defaultdict[tuple[str, str], _Sum] = defaultdict(_Sum)
        self._dates: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        self._years: defaultdict[tuple[tuple[str, str], int], _Sum] = defaultdict(_Sum)
        self._remembered: list[Event] = []

    def overview(self) -> Overview:
        """The overview of all that stands."""
        sources = _Sources(self._view)
        first = last = None
        for event in self._view.events(EventQuery()):
            if not sources.add(event):
                continue  # only readers' comments tell of it
            self._add(event)
            if event.occurred:
                first = min(first or event.occurred, event.occurred, key=sort_key)
                last = max(last or event.occurred, event.occurred, key=sort_key)
        return Overview(
            counts=self._view.counts() | {"sources": len(sources.known)},
            first=first,
            last=last,
            states=tuple(self._ranked_states()),
            relations=(relations := tuple(self._ranked_relations())),
            years=tuple(self._years_of({one.sides for one in relations[:NETWORK]})),
            sources=tuple(sources.done(self._name)),
            remembered=tuple(self._remembered),
            new=tuple(self._new()),
        )

    def _add(self, event: Event) -> None:
        codes = sorted({s.country for s in (*event.actors, *event.recipients) if s.country})
        year = _year(event.occurred)
        for code in codes:
            self._states[code].add(event)
        for pair in combinations(codes, 2):
            self._pairs[pair].add(event)
            if event.occurred:
                self._dates[pair].append(event.occurred)
            if year is not None:
                self._years[pair, year].add(event)
        if len(codes) > 1 and len(self._remembered) < REMEMBERED and _memorable(event):
            self._remembered.append(event)

    def _ranked_states(self) -> Iterator[StateActivity]:
        for code, found in sorted(self._states.items(), key=lambda one: (-one[1].events, one[0])):
            yield StateActivity(code=code, name=self._name(code), activity=found.done())

    def _ranked_relations(self) -> Iterator[RelationActivity]:
        for pair, found in sorted(self._pairs.items(), key=lambda one: (-one[1].events, one[0])):
            dates = self._dates.get(pair)
            yield RelationActivity(
                sides=pair,
                names=(self._name(pair[0]), self._name(pair[1])),
                activity=found.done(),
                first=min(dates, key=sort_key) if dates else None,
                last=max(dates, key=sort_key) if dates else None,
            )

    def _years_of(self, pairs: set[tuple[str, str]]) -> Iterator[YearOfRelation]:
        for (pair, year), found in sorted(self._years.items()):
            if pair in pairs:
                yield YearOfRelation(sides=pair, year=year, activity=found.done())

    def _new(self) -> Iterator[NewDocument]:
        captured = {capture.id: capture.captured_at for capture in self._view.captures()}
        when = {one.id: captured.get(one.capture or "", "") for one in self._view.titles()}
        latest = sorted(when, key=lambda name: (when[name], name), reverse=True)[:NEW]
        for document in sorted(self._view.titles(latest), key=lambda one: latest.index(one.id)):
            yield _new_document(document, when[document.id])

    def _name(self, code: str) -> str:
        if code not in self._names:
            self._names[code] = self._app.catalogue.state_name(code) or code
        return self._names[code]


class _Sources:
    """What each source tells; knows which events are told by more than readers' comments."""

    def __init__(self, view: View) -> None:
        self.known = {source.id: source for source in view.sources()}
        self._by_document = {document.id: document.source.id for document in view.titles()}
        self._documents = Counter(self._by_document.values())
        self._types: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._acting: defaultdict[str, defaultdict[str, list[float]]] = defaultdict(
            lambda: defaultdict(list)
        )
        self._loaded: defaultdict[str, defaultdict[Framing, set[_Place]]] = defaultdict(
            lambda: defaultdict(set)
        )
        self._teller: dict[str, str] = {}  # claim to source
        self._events: Counter[str] = Counter()
        self._alone: Counter[str] = Counter()
        self._disputed: Counter[str] = Counter()
        for claim in view.claims(EventQuery()):
            self._hear(claim)

    def _hear(self, claim: Claim) -> None:
        source = self._by_document.get(claim.document)
        if source is None or claim.asserted_by.role == "commenter" or claim.section == "comment":
            return
        self._teller[claim.id] = source
        self._types[source][claim.event_type] += 1
        for words in claim.framing:  # several claims may stand in the sentence that holds them
            said = replace(words, start=0, end=0)
            self._loaded[source][said].add((claim.document, words.start))
        for code in {actor.country for actor in claim.actors if actor.country}:
            self._acting[source][code].append(claim.score)

    def add(self, event: Event) -> bool:
        """Whether a source tells of the event in its own text."""
        tellers = {self._teller[claim] for claim in event.claims if claim in self._teller}
        for source in tellers:
            self._events[source] += 1
            self._alone[source] += event.standing == "single"
            self._disputed[source] += event.standing in {"disputed", "denied"}
        return bool(tellers)

    def done(self, name: Names) -> Iterator[SourceActivity]:
        for id_, source in sorted(self.known.items(), key=lambda one: one[1].name.casefold()):
            yield SourceActivity(
                id=id_,
                name=source.name,
                kind=source.kind,
                country=source.country,
                documents=self._documents[id_],
                claims=self._types[id_].total(),
                events=self._events[id_],
                alone=self._alone[id_],
                disputed=self._disputed[id_],
                types=dict(self._types[id_].most_common()),
                portrayals=tuple(_portrayals(self._acting[id_], name)),
                loaded=tuple(_loaded(self._loaded[id_])),
            )


def _portrayals(acting: dict[str, list[float]], name: Names) -> Iterator[Portrayal]:
    often = sorted(acting.items(), key=lambda one: (-len(one[1]), one[0]))
    for code, scores in often[:20]:
        mean = round(sum(scores) / len(scores), 1)
        yield Portrayal(code=code, name=name(code), claims=len(scores), score=mean)


def _loaded(said: dict[Framing, set[_Place]]) -> Iterator[Loaded]:
    """The words said most often, each by whom and of whom."""
    often = sorted(said.items(), key=lambda one: (-len(one[1]), one[0].text, one[0].target))
    for words, places in often[:20]:
        yield Loaded(
            speaker=words.speaker,
            target=words.target,
            kind=words.kind,
            text=words.text,
            times=len(places),
            document=min(places)[0],
        )


def _new_document(document: Document, captured_at: str) -> NewDocument:
    return NewDocument(
        id=document.id,
        title=document.title,
        source=document.source.name,
        published=document.published,
        captured_at=captured_at,
    )


def _memorable(event: Event) -> bool:
    if event.occurred is None or MILESTONES.isdisjoint(event.modes):
        return False
    return precision(event.occurred) == "day"


def _year(occurred: str | None) -> int | None:
    """The year that a date lies in, if it lies in one."""
    first, last = bounds(occurred) if occurred else (None, None)
    return first.year if first and last and first.year == last.year else None
