"""`/`: the record from above. `/states/PRK`: one state among the others."""

from __future__ import annotations

from datetime import date
from functools import partial

from litestar import Response, get
from litestar.concurrency import sync_to_thread
from litestar.exceptions import NotFoundException
from litestar.params import FromPath

from dragoman.web import charts
from dragoman.web.answers import Pages, html
from dragoman.web.desk import Desk
from dragoman.web.given import TheDesk, ThePages
from dragoman.web.overview import Overview, RelationActivity

SHOWN = 10
AHEAD = 60  # days


@get("/")
async def home(desk: TheDesk, pages: ThePages) -> Response[bytes]:
    """What the record holds."""
    at_hand = desk.at_hand()
    overview = at_hand if at_hand is not None else await sync_to_thread(desk.overview)
    today = desk.clock().date()
    make = partial(_home, desk, pages, overview, today)
    return html(await desk.made.give(("home", id(overview), today), make))


def _home(desk: Desk, pages: Pages, overview: Overview, today: date) -> bytes:
    round_ones = desk.app.falling_due(overview.remembered, AHEAD, today)[:SHOWN]
    disputed = [one for one in overview.relations if one.activity.disputed]
    disputed.sort(key=lambda one: (-one.activity.disputed, one.sides))
    return pages.render(
        "home.html",
        overview=overview,
        active=overview.relations[:SHOWN],
        disputed=disputed[:SHOWN],
        anniversaries=sorted(round_ones, key=lambda one: (one.on, one.event.id)),
    )


@get("/charts/world.json", sync_to_thread=True)
def world(desk: TheDesk) -> charts.Spec:
    """The map of the world, shaded by activity."""
    return charts.world(desk.overview())


@get("/states/{code:str}", sync_to_thread=True)
def state(code: FromPath[str], desk: TheDesk, pages: ThePages) -> Response[bytes]:
    """One state, and with whom it has to do."""
    overview = desk.overview()
    known = {one.code: one for one in overview.states}
    if code not in known:
        raise NotFoundException(f"the record tells nothing of {code}: look for it by name")
    relations = [one for one in overview.relations if code in one.sides]
    partners = [(_other(one, code), one) for one in relations]
    return pages.page("state.html", state=known[code], partners=partners)


def _other(relation: RelationActivity, code: str) -> tuple[str, str]:
    """Code and name of whom the relation is with."""
    at = 1 - relation.sides.index(code)
    return relation.sides[at], relation.names[at]
