"""`/relations/PRK-PSE`: all that is told of two sides."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from datetime import date
from typing import Any, NamedTuple

from litestar import Request, Response, get
from litestar.concurrency import sync_to_thread
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from dragoman.errors import UsageError
from dragoman.ontology import plover
from dragoman.records.dossiers import Dossier, Entry
from dragoman.records.events import Event, Recognition
from dragoman.web import charts
from dragoman.web.answers import html
from dragoman.web.desk import Desk
from dragoman.web.filters import Filters, filters_of, meets
from dragoman.web.given import TheDesk, ThePages
from dragoman.web.overview import RelationActivity

AT_A_TIME = 40  # entries of a timeline on one page
LISTED = 100  # relations on one page
TOLD = 3  # tellings shown of one event before the rest is folded away


ORDERS: dict[str, Callable[[RelationActivity], Any]] = {
    "active": lambda one: (-one.activity.events, one.sides),
    "disputed": lambda one: (-one.activity.disputed, one.sides),
    "conflict": lambda one: (one.activity.conflict, one.sides),
    "cooperation": lambda one: (-one.activity.cooperation, one.sides),
    "name": lambda one: one.names,
}


class Matrix(NamedTuple):
    """Who says what: how many claims of each type each source makes."""

    types: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]


@get("/relations", sync_to_thread=True)
def relations(
    desk: TheDesk, pages: ThePages, page: FromQuery[int] = 1, sort: FromQuery[str] = "active"
) -> Response[bytes]:
    """All relations of the record."""
    found = sorted(desk.overview().relations, key=_order(sort))
    at = (max(1, page) - 1) * LISTED
    return pages.page(
        "relations.html",
        relations=found[at : at + LISTED],
        total=len(found),
        page=max(1, page),
        more=at + LISTED < len(found),
        sort=sort if sort in ORDERS else "active",
    )


def _order(sort: str) -> Callable[[RelationActivity], Any]:
    return ORDERS.get(sort, ORDERS["active"])


@get("/relations/{sides:str}")
async def relation(
    sides: FromPath[str],
    request: Request[Any, Any, Any],
    desk: TheDesk,
    pages: ThePages,
    page: FromQuery[int] = 1,
) -> Response[bytes] | Redirect:
    """One relation, with its timeline filtered as the address says."""
    if desk.at_hand() is None:
        await sync_to_thread(desk.overview)
    one, other = pair(desk, sides)
    if f"{one}-{other}" != sides:
        return Redirect(f"/relations/{one}-{other}")
    filters = filters_of(request.query_params)
    partly = request.headers.get("hx-request") == "true"
    today = desk.clock().date()

    def make() -> bytes:
        dossier = _dossier(desk, one, other)
        shown = _timeline(dossier, filters, max(1, page))
        if partly:
            return pages.render("relation_timeline.html", **shown)
        return pages.render("relation.html", **shown, **_around(desk, dossier, today))

    key = ("relation", one, other, filters, page, partly, today)
    return html(await desk.made.give(key, make))


def _dossier(desk: Desk, one: str, other: str) -> Dossier:
    dossier = desk.dossier(one, other)
    if not dossier.relation.events and not dossier.comments:
        a, b = dossier.sides
        raise NotFoundException(f"the record tells nothing of {a.name} and {b.name} together")
    return dossier


def _timeline(dossier: Dossier, filters: Filters, page: int) -> dict[str, Any]:
    """What the timeline shows, and its filters offer."""
    entries = [entry for entry in _entries(dossier) if meets(entry, filters)]
    at = (page - 1) * AT_A_TIME
    return {
        "dossier": dossier,
        "filters": filters,
        "entries": entries[at : at + AT_A_TIME],
        "found": len(entries),
        "page": page,
        "more": at + AT_A_TIME < len(entries),
        "told": TOLD,
        "types": _types(dossier),
        "sources": sorted({tally.source for tally in dossier.tallies}),
    }


def _around(desk: Desk, dossier: Dossier, today: date) -> dict[str, Any]:
    """What the page shows beside the timeline."""
    by_id = {entry.event.id: entry for entry in _entries(dossier)}
    memorable = (entry.event for entry in dossier.timeline if entry.event.modes)
    return {
        "by_id": by_id,
        "matrix": _matrix(dossier),
        "months": dossier.relation.series,
        "loaded": sorted(dossier.namings, key=lambda one: -one.times),
        "recognitions": _recognitions(dossier),
        "anniversaries": desk.app.falling_due(memorable, 366, today)[:8],
        "located": charts.located(side.code for side in dossier.sides),
        "disputed": [by_id[name] for name in dossier.disputes],
        "questions": _questions(dossier, by_id),
    }


def pair(desk: Desk, sides: str) -> tuple[str, str]:
    """The codes that an address names, in the order of the alphabet."""
    one, dash, other = sides.partition("-")
    if not dash:
        raise NotFoundException(f"{sides!r} names no two sides: write /relations/PRK-PSE")
    try:
        a, b = sorted((desk.code(one), desk.code(other)))
    except UsageError as error:
        raise NotFoundException(str(error)) from error
    if a == b:
        raise NotFoundException(f"a relation has two sides, and {sides!r} names {a} twice")
    return a, b


@get("/charts/relations/{sides:str}/{chart:str}", sync_to_thread=True)
def chart(sides: FromPath[str], chart: FromPath[str], desk: TheDesk) -> charts.Spec:
    """A chart of a relation: `intensity.json`, `timeline.json` or `locator.json`."""
    made = {
        "intensity.json": charts.intensity,
        "timeline.json": charts.timeline,
        "locator.json": charts.locator,
    }.get(chart)
    if made is None:
        raise NotFoundException(f"no chart {chart!r}: there are intensity, timeline and locator")
    return made(desk.dossier(*pair(desk, sides)))


def _entries(dossier: Dossier) -> tuple[Entry, ...]:
    """All that sources tell, the dated first."""
    return (*dossier.timeline, *dossier.undated)


def _types(dossier: Dossier) -> list[str]:
    told = {tally.event_type for tally in dossier.tallies}
    return [name for name in plover().types if name in told]


def _matrix(dossier: Dossier) -> Matrix:
    types = tuple(_types(dossier))
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for tally in dossier.tallies:
        counts[tally.source][tally.event_type] += tally.claims
    ranked = sorted(counts, key=lambda source: (-counts[source].total(), source))
    return Matrix(types, tuple((s, tuple(counts[s][t] for t in types)) for s in ranked))


def _recognitions(dossier: Dossier) -> list[Recognition]:
    """Those that do not stand among the states of the relation already."""
    shown = {entry.event for entry in dossier.status}
    return [given for given in dossier.relation.recognitions if given.event not in shown]


def _questions(dossier: Dossier, by_id: dict[str, Entry]) -> list[tuple[str, list[Event]]]:
    found: defaultdict[str, list[Event]] = defaultdict(list)
    for question in dossier.questions:
        found[question.kind].append(by_id[question.event].event)
    return sorted(found.items())
