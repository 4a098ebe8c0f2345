"""`/search`: states by name, documents by their words. `/complete`: names as they are typed."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from litestar import Request, Response, get
from litestar.params import FromQuery
from litestar.response import Redirect
from msgspec.structs import replace

from dragoman.errors import UsageError
from dragoman.ontology import plover
from dragoman.ports import Hit
from dragoman.web.desk import Desk
from dragoman.web.filters import Filters, filters_of, query
from dragoman.web.given import TheDesk, ThePages
from dragoman.web.overview import RelationActivity

FOUND = 25  # documents on one page
_PAIR = re.compile(
    r"\s+(?:and|–|—|-|/|vs\.?)\s+|\s*(?:–|—|↔)\s*|(?<=[A-Z]{3})-(?=[A-Z]{3})", re.IGNORECASE
)


class Search(NamedTuple):
    """What was found."""

    relations: tuple[RelationActivity, ...]
    hits: tuple[Hit, ...]
    more: int | None


@get("/search", sync_to_thread=True)
def search(
    request: Request[Any, Any, Any],
    desk: TheDesk,
    pages: ThePages,
    start: FromQuery[int] = 0,
) -> Response[bytes] | Redirect:
    """What the record holds of the words; two sides typed lead to their relation."""
    filters = filters_of(request.query_params)
    sides = _two_sides(desk, filters.q or "") if not replace(filters, q=None).any else None
    if sides:
        return Redirect(f"/relations/{sides[0]}-{sides[1]}")
    found = find(desk, filters, start)
    return pages.page(
        "search.html",
        filters=filters,
        found=found,
        start=start,
        types=list(plover().types),
        sources=[source.name for source in desk.overview().sources],
    )


@get("/complete", sync_to_thread=True)
def complete(desk: TheDesk, pages: ThePages, q: FromQuery[str] = "") -> Response[bytes]:
    """Names of states and sources that begin as typed, as options of a list."""
    return pages.page("complete.html", suggestions=desk.suggest(q[:100]))


def find(desk: Desk, filters: Filters, start: int) -> Search:
    """Relations of the states that are named, and documents that hold the words."""
    words = (filters.q or "").strip()
    if not words:
        return Search((), (), None)
    codes = _codes(desk, words)
    relations = [one for one in desk.overview().relations if codes & set(one.sides)][:12]
    start = min(max(0, start), 1000)
    asked = query(replace(filters, q=None, after=None), desk.app, limit=start + FOUND + 1)
    hits = tuple(desk.view.search(words, asked))[start:]
    more = start + FOUND if len(hits) > FOUND else None
    return Search(tuple(relations), hits[:FOUND], more)


def _codes(desk: Desk, words: str) -> set[str]:
    try:
        return set(desk.app.sides([words]))
    except UsageError:
        return set()


def _two_sides(desk: Desk, words: str) -> tuple[str, str] | None:
    parts = [part.strip() for part in _PAIR.split(words) if part.strip()]
    if len(parts) != 2:
        return None
    try:
        a, b = sorted(desk.app.pair(*parts))
    except UsageError:
        return None
    return (a, b) if (a, b) in desk.relation_activity() else None
