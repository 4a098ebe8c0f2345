"""`/api`: the record for programs, in its own shapes; lists are paged by cursor."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Literal, TypeVar

from litestar import Router, get
from litestar.di import NamedDependency, Provide
from litestar.exceptions import NotFoundException
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import FromQuery, PathParameter, QueryParameter
from msgspec.structs import replace

from dragoman.errors import UsageError
from dragoman.ports import ClaimHit, EventQuery, Hit, Version
from dragoman.records.answers import Answer
from dragoman.records.claims import Certainty, Claim
from dragoman.records.codec import Record
from dragoman.records.corrections import Correction
from dragoman.records.documents import Document, SectionKind
from dragoman.records.dossiers import Dossier
from dragoman.records.events import Event, Relation, Standing
from dragoman.records.links import Link
from dragoman.records.provenance import Capture
from dragoman.web.filters import Direction, Filters, checked, query
from dragoman.web.given import TheDesk
from dragoman.web.network import Edge, between, span
from dragoman.web.overview import Overview, RelationActivity, SourceActivity, StateActivity
from dragoman.web.pages.ask import LENGTH
from dragoman.web.pages.ask import asked as asked_for
from dragoman.web.pages.relations import pair
from dragoman.web.pages.search import FOUND, FURTHEST, find

T = TypeVar("T")


class Problem(Record, frozen=True, kw_only=True):
    """Why a request was not answered as asked."""

    status_code: int
    detail: str


class Events(Record, frozen=True, kw_only=True):
    """Some events; `next` is the cursor that leads on, null at the end."""

    items: tuple[Event, ...]
    next: str | None


class Claims(Record, frozen=True, kw_only=True):
    """Some claims; `next` is the cursor that leads on, null at the end."""

    items: tuple[Claim, ...]
    next: str | None


class Documents(Record, frozen=True, kw_only=True):
    """Some documents without their texts; `next` leads on, null at the end."""

    items: tuple[Document, ...]
    next: str | None


class Relations(Record, frozen=True, kw_only=True):
    """Some relations, the most active first; `next` leads on, null at the end."""

    items: tuple[RelationActivity, ...]
    next: str | None


class EventWithClaims(Record, frozen=True, kw_only=True):
    """An event, all that is told of it, and why the tellings were joined."""

    event: Event
    claims: tuple[Claim, ...]
    links: tuple[Link, ...]


class DocumentWithClaims(Record, frozen=True, kw_only=True):
    """A document with its text, capture and versions, and what is claimed in it."""

    document: Document
    capture: Capture | None
    versions: tuple[Version, ...]
    claims: tuple[Claim, ...]


class Suggestion(Record, frozen=True, kw_only=True):
    """A name that begins as typed."""

    text: str
    kind: Literal["state", "relation", "source"]
    address: str


class Found(Record, frozen=True, kw_only=True):
    """What a search found: claims as people left them, rejected ones too, and documents."""

    relations: tuple[RelationActivity, ...]
    claims: tuple[ClaimHit, ...]
    hits: tuple[Hit, ...]
    next: int | None


class Corrections(Record, frozen=True, kw_only=True):
    """Some rows of the ledger; `next` is the cursor that leads on, null at the end."""

    items: tuple[Correction, ...]
    next: str | None


class Doubtful(Record, frozen=True, kw_only=True):
    """A link between two claims, or a claim, that nobody has looked over; `sure` is from 0 to 1."""

    kind: Literal["link", "claim"]
    sure: float
    why: tuple[str, ...]
    claims: tuple[Claim, ...]


class EdgeOfNetwork(Record, frozen=True, kw_only=True):
    """What went on between two states; `net` is -1 for conflict only, 1 for cooperation only."""

    sides: tuple[str, str]
    names: tuple[str, str]
    events: int
    cooperation: float
    conflict: float
    net: float


class Network(Record, frozen=True, kw_only=True):
    """Who had to do with whom in a span of years, both counted."""

    first: int
    last: int
    edges: tuple[EdgeOfNetwork, ...]


PROBLEMS = {
    status: ResponseSpec(data_container=Problem, description=why, generate_examples=False)
    for status, why in {
        400: "The request is not well formed, or names a host that is not this one.",
        401: "The record is not open to all.",
        404: "There is no such thing.",
        422: "A value that cannot be, or too much at once.",
        429: "Too many requests.",
        503: "The record cannot be read at the moment.",
    }.items()
}
answers = partial(get, sync_to_thread=True, responses=PROBLEMS)

TheFilters = NamedDependency[Filters]
Limit = Annotated[int, QueryParameter(ge=1, le=200, description="At most so many.")]
Cursor = Annotated[
    str | None,
    QueryParameter(max_length=64, description="`next` of the page before.", name="cursor"),
]
Id = Annotated[str, PathParameter(max_length=64)]
Text = Annotated[str | None, QueryParameter(max_length=200)]
Sides = Annotated[
    list[str] | None,
    QueryParameter(
        name="side", max_items=2, description="A code (PRK) or name; may be given twice."
    ),
]
Types = Annotated[
    list[str] | None, QueryParameter(name="type", max_items=16, description="An event type.")
]
Date = Annotated[str | None, QueryParameter(max_length=40, description="EDTF: 1988, 1988-11.")]


def asked(  # noqa: PLR0913, PLR0917 - every parameter is a way to ask
    side: Sides = None,
    type_: Types = None,
    since: Date = None,
    until: Date = None,
    source: Text = None,
    standing: FromQuery[Standing | None] = None,
    certainty: FromQuery[Certainty | None] = None,
    direction: FromQuery[Direction | None] = None,
    section: FromQuery[SectionKind | None] = None,
    q: Text = None,
) -> Filters:
    """The filters that a request names; UsageError for a value that cannot be."""
    return checked(
        Filters(
            side=tuple(side or ()),
            type=tuple(type_ or ()),
            since=since or None,
            until=until or None,
            source=source or None,
            standing=standing,
            certainty=certainty,
            direction=direction,
            section=section,
            q=q or None,
        )
    )


@answers("/overview")
def overview(desk: TheDesk) -> Overview:
    """The whole record from above."""
    return desk.overview()


@answers("/states")
def states(desk: TheDesk) -> tuple[StateActivity, ...]:
    """What each state takes part in, the most active first."""
    return desk.overview().states


@answers("/sources")
def sources(desk: TheDesk) -> tuple[SourceActivity, ...]:
    """What each source tells."""
    return desk.overview().sources


@answers("/sources/{source_id:str}")
def source(source_id: Id, desk: TheDesk) -> SourceActivity:
    """What one source tells."""
    found = next((one for one in desk.overview().sources if one.id == source_id), None)
    return _there(found, "source", source_id)


@answers("/relations")
def relations(desk: TheDesk, cursor: Cursor = None, limit: Limit = 50) -> Relations:
    """Relations, the most active first."""
    found = desk.overview().relations
    start = _place(cursor)
    shown = found[start : start + limit]
    more = start + limit < len(found)
    return Relations(items=shown, next=str(start + limit) if more else None)


@answers("/relations/{sides:str}")
def relation(sides: Id, desk: TheDesk) -> Relation:
    """Status, span and months of two sides, as in `PRK-PSE`."""
    return desk.dossier(*pair(desk, sides)).relation


@answers("/relations/{sides:str}/dossier")
def dossier(sides: Id, desk: TheDesk) -> Dossier:
    """All that is told of two sides, with every sentence."""
    return desk.dossier(*pair(desk, sides))


@answers("/events")
def events(desk: TheDesk, filters: TheFilters, cursor: Cursor = None, limit: Limit = 50) -> Events:
    """Events by date, undated last."""
    if cursor is not None and desk.view.event(cursor) is None:
        raise UsageError(f"{cursor!r} is no cursor of this record: begin without one")
    wanted = query(_behind(filters, cursor), desk.app, limit=limit + 1)
    found = tuple(desk.view.events(wanted))
    return Events(items=found[:limit], next=found[limit - 1].id if len(found) > limit else None)


@answers("/events/{event_id:str}")
def event(event_id: Id, desk: TheDesk) -> EventWithClaims:
    """One event; one that was merged leads to what it was merged into."""
    found = _there(desk.event(event_id), "event", event_id)
    claims = desk.claims_of([found])
    return EventWithClaims(
        event=found,
        claims=tuple(claims[name] for name in found.claims if name in claims),
        links=tuple(desk.view.links_of(found.claims)),
    )


@answers("/claims")
def claims(desk: TheDesk, filters: TheFilters, cursor: Cursor = None, limit: Limit = 50) -> Claims:
    """Claims by date, undated last."""
    if cursor is not None and desk.view.claim(cursor) is None:
        raise UsageError(f"{cursor!r} is no cursor of this record: begin without one")
    wanted = query(_behind(filters, cursor), desk.app, limit=limit + 1)
    found = tuple(desk.view.claims(wanted))
    return Claims(items=found[:limit], next=found[limit - 1].id if len(found) > limit else None)


@answers("/claims/{claim_id:str}")
def claim(claim_id: Id, desk: TheDesk) -> Claim:
    """One claim."""
    return _there(desk.view.claim(claim_id), "claim", claim_id)


@answers("/documents")
def documents(
    desk: TheDesk, source: Text = None, cursor: Cursor = None, limit: Limit = 50
) -> Documents:
    """Documents by id, without their texts; `source` is the id of one."""
    found = tuple(desk.view.titles(source=source or None, after=cursor, limit=limit + 1))
    return Documents(items=found[:limit], next=found[limit - 1].id if len(found) > limit else None)


@answers("/documents/{document_id:str}")
def document(document_id: Id, desk: TheDesk) -> DocumentWithClaims:
    """One document with all that is claimed in it."""
    found = _there(desk.view.document(document_id), "document", document_id)
    told = desk.view.claims(query(Filters(), desk.app, limit=None, document=document_id))
    return DocumentWithClaims(
        document=found,
        capture=desk.view.capture(found.capture) if found.capture else None,
        versions=desk.view.versions(found.url),
        claims=tuple(told),
    )


@answers("/search")
def search(desk: TheDesk, filters: TheFilters, cursor: FromQuery[int] = 0) -> Found:
    """Claims and documents that hold the words `q`, best first, and relations of a state."""
    if not 0 <= cursor <= FURTHEST:
        raise UsageError(f"cursor {cursor} is not within 0 to {FURTHEST}: ask for rarer words")
    found = find(desk, filters, cursor, FOUND)
    more = cursor + FOUND if found.more_claims or found.more_hits else None
    return Found(relations=found.relations, claims=found.claims, hits=found.hits, next=more)


@get("/ask", responses=PROBLEMS)
async def ask(desk: TheDesk, q: Annotated[str, QueryParameter(max_length=LENGTH)]) -> Answer:
    """What the record says to a question in English, in the words of its claims."""
    return await desk.ask(asked_for(q))


@answers("/corrections")
def corrections(desk: TheDesk, cursor: Cursor = None, limit: Limit = 50) -> Corrections:
    """The ledger of what people corrected, oldest row first."""
    rows, start = desk.view.corrections(), _place(cursor)
    more = start + limit < len(rows)
    return Corrections(items=rows[start : start + limit], next=str(start + limit) if more else None)


@answers("/doubts")
def doubts(
    desk: TheDesk, *, side: Sides = None, every: FromQuery[bool] = False, limit: Limit = 50
) -> tuple[Doubtful, ...]:
    """Links and claims that nobody has looked over, the least sure first; `every` one, if asked."""
    wanted = EventQuery(sides=desk.app.sides(side or ()), limit=limit)
    return tuple(
        Doubtful(kind=one.kind, sure=one.sure, why=one.why, claims=one.claims)
        for one in desk.app.doubts(wanted, every=every)
    )


@answers("/complete")
def complete(desk: TheDesk, q: Text = None) -> tuple[Suggestion, ...]:
    """Names of states, relations and sources that begin as typed."""
    return tuple(
        Suggestion(text=one.text, kind=one.kind, address=one.address)
        for one in desk.suggest((q or "")[:100])
    )


@answers("/network")
def network(desk: TheDesk, since: Text = None, until: Text = None) -> Network:
    """Who had to do with whom from one year up to another, the most active first."""
    years = span(desk.overview(), since, until)
    edges = tuple(map(_edge, between(desk.overview(), years)))
    return Network(first=years.first, last=years.last, edges=edges)


def _edge(edge: Edge) -> EdgeOfNetwork:
    return EdgeOfNetwork(**edge._asdict(), net=edge.net)


def _behind(filters: Filters, cursor: str | None) -> Filters:
    return replace(filters, after=cursor)


def _place(cursor: str | None) -> int:
    if cursor is None:
        return 0
    if not (cursor.isascii() and cursor.isdigit() and len(cursor) < 9):
        raise UsageError(f"{cursor!r} is no cursor of this list: begin without one")
    return int(cursor)


def _there(found: T | None, kind: str, name: str) -> T:
    if found is None:
        raise NotFoundException(f"no {kind} {name!r} in this record")
    return found


HANDLERS = [
    overview, states, sources, source, relations, relation, dossier, events, event, claims, claim,
    documents, document, search, ask, complete, network, corrections, doubts,
]  # fmt: skip


def router() -> Router:
    """All of the API."""
    return Router(
        "/api",
        route_handlers=HANDLERS,
        dependencies={"filters": Provide(asked, sync_to_thread=False)},
        tags=["record"],
    )
