"""`/relations/PRK-PSE`: all that is told of two sides."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import NamedTuple

from litestar import Request, Response, get
from litestar.exceptions import NotFoundException
from litestar.response import Redirect

from dragoman.errors import UsageError
from dragoman.ontology import plover
from dragoman.records.dossiers import Dossier, Entry
from dragoman.records.events import Event
from dragoman.web import charts
from dragoman.web.anniversaries import coming
from dragoman.web.answers import Pages, html
from dragoman.web.desk import Desk
from dragoman.web.filters import Filters, filters_of, meets
from dragoman.web.overview import RelationActivity

AT_A_TIME = 40  # entries of a timeline on one page
LISTED = 100  # relations on one page
TOLD = 3  # tellings shown of one event before the rest is folded away


class Matrix(NamedTuple):
    """Who says what: how many claims of each type each source makes."""

    types: tuple[str, ...]
    rows: tuple[tuple[str, tuple[int, ...]], ...]


@get("/relations", sync_to_thread=True)
def relations(desk: Desk, pages: Pages, page: int = 1, sort: str = "active") -> Response[bytes]:
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


ORDERS = {
    "active": lambda one: (-one.activity.events, one.sides),
    "disputed": lambda one: (-one.activity.disputed, one.sides),
    "conflict": lambda one: (one.activity.conflict, one.sides),
    "cooperation": lambda one: (-one.activity.cooperation, one.sides),
    "name": lambda one: one.names,
}


def _order(sort: str):  # type: ignore[no-untyped-def]
    return ORDERS.get(sort, ORDERS["active"])


@get("/relations/{sides:str}", sync_to_thread=True)
def relation(
    sides: str, request: Request[object, object, object], desk: Desk, pages: Pages, page: int = 1
) -> Response[bytes] | Redirect:
    """One relation, with its timeline filtered as the address says."""
    one, other = pair(desk, sides)
    if f"{one}-{other}" != sides:
        return Redirect(f"/relations/{one}-{other}")
    filters = filters_of(request.query_params)
    partly = request.headers.get("hx-request") == "true"
    key = ("relation", one, other, filters, page, partly, desk.clock().date())
    return html(desk.cache.get(key, lambda: _relation(desk, pages, filters, page, partly=partly, pair=(one, other))))


def _relation(
    desk: Desk, pages: Pages, filters: Filters, page: int, *, partly: bool, pair: tuple[str, str]
) -> bytes:
    dossier = desk.dossier(*pair)
    if not dossier.relation.events and not dossier.comments:
        a, b = dossier.sides
        raise NotFoundException(f"the record tells nothing of {a.name} and {b.name} together")
    entries = [entry for entry in _entries(dossier) if meets(entry, filters)]
    at = (max(1, page) - 1) * AT_A_TIME
    timeline = {
        "dossier": dossier,
        "filters": filters,
        "entries": entries[at : at + AT_A_TIME],
        "found": len(entries),
        "page": max(1, page),
        "more": at + AT_A_TIME < len(entries),
        "told": TOLD,
        "types": _types(dossier),
        "sources": sorted({tally.source for tally in dossier.tallies}),
    }
    if partly:
        return pages.render("relation_timeline.html", **timeline)
    by_id = {entry.event.id: entry for entry in _entries(dossier)}
    return pages.render(
        "relation.html",
        **timeline,
        by_id=by_id,
        now=dossier.status[-1] if dossier.status else None,
        matrix=_matrix(dossier),
        months=charts.months(dossier),
        anniversaries=coming((e.event for e in dossier.timeline if _memorable(e)), desk.clock().date(), ahead=366)[:8],
        located=charts.located(pair),
        disputed=[by_id[name] for name in dossier.disputes],
        questions=_questions(dossier, by_id),
    )


def pair(desk: Desk, sides: str) -> tuple[str, str]:
    """The codes that an address names, in the order of the alphabet."""
    one, dash, other = sides.partition("-")
    if not dash:
        raise NotFoundException(f"{sides!r} names no two sides: write /relations/PRK-PSE")
    try:
        a, b = sorted(desk.app.pair(one, other))
    except UsageError as error:
        raise NotFoundException(str(error)) from error
    return a, b


@get("/charts/relations/{sides:str}/{chart:str}", sync_to_thread=True)
def chart(sides: str, chart: str, desk: Desk) -> charts.Spec:
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


def _memorable(entry: Entry) -> bool:
    return entry.event.standing != "denied" and bool(entry.event.modes)


def _questions(dossier: Dossier, by_id: dict[str, Entry]) -> list[tuple[str, list[Event]]]:
    found: defaultdict[str, list[Event]] = defaultdict(list)
    for question in dossier.questions:
        found[question.kind].append(by_id[question.event].event)
    return sorted(found.items())


def names(relation: RelationActivity) -> str:
    """Both sides by name."""
    return " and ".join(relation.names)
