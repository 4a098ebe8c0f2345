"""`/search`: states by name, claims and documents by words. `/complete`: names as typed."""

from __future__ import annotations

import re
from typing import Any, Literal, NamedTuple, get_args
from urllib.parse import urlencode

from litestar import Request, Response, get
from litestar.params import FromQuery
from litestar.response import Redirect
from msgspec.structs import replace

from dragoman.errors import UsageError
from dragoman.ontology import plover
from dragoman.ports import ClaimHit, Hit
from dragoman.records.documents import SectionKind
from dragoman.web.desk import Desk
from dragoman.web.filters import Filters, filters_of, query
from dragoman.web.given import TheDesk, ThePages
from dragoman.web.overview import RelationActivity
from dragoman.web.pages.ask import is_question

FOUND = 25  # on one page, where only claims or only documents are asked for
FIRST = 8  # of each, where both are
FURTHEST = 1000
Kind = Literal["claims", "documents"]
_PAIR = re.compile(
    r"\s+(?:and|–|—|-|/|vs\.?)\s+|\s*(?:–|—|↔)\s*|(?<=[A-Z]{3})-(?=[A-Z]{3})", re.IGNORECASE
)


class Search(NamedTuple):
    """What was found; `more` says whether there is more of either."""

    relations: tuple[RelationActivity, ...]
    claims: tuple[ClaimHit, ...]
    hits: tuple[Hit, ...]
    more_claims: bool
    more_hits: bool


@get("/search", sync_to_thread=True)
def search(
    request: Request[Any, Any, Any],
    desk: TheDesk,
    pages: ThePages,
    start: FromQuery[int] = 0,
    of: FromQuery[Kind | None] = None,
) -> Response[bytes] | Redirect:
    """What the record holds of the words; two sides typed lead to their relation."""
    filters = filters_of(request.query_params)
    narrowed = replace(filters, q=None).any
    if filters.q and not narrowed:
        if is_question(filters.q):
            return Redirect(f"/ask?{urlencode({'q': filters.q})}")
        if sides := _two_sides(desk, filters.q):
            return Redirect(f"/relations/{sides[0]}-{sides[1]}")
    start = min(max(0, start), FURTHEST) if of else 0
    found = find(desk, filters, start, FOUND if of else FIRST, of)
    return pages.page(
        "search.html",
        filters=filters,
        narrowed=narrowed,
        found=found,
        start=start,
        next=start + FOUND,
        of=of,
        types=list(plover().types),
        sources=[source.name for source in desk.overview().sources],
        places=get_args(SectionKind),
    )


@get("/complete", sync_to_thread=True)
def complete(desk: TheDesk, pages: ThePages, q: FromQuery[str] = "") -> Response[bytes]:
    """Names of states and sources that begin as typed, as options of a list."""
    return pages.page("complete.html", suggestions=desk.suggest(q[:100]))


def find(desk: Desk, filters: Filters, start: int, most: int, of: Kind | None = None) -> Search:
    """Relations of a state so called, and claims and documents that hold the words."""
    words = (filters.q or "").strip()
    if not words:
        return Search((), (), (), more_claims=False, more_hits=False)
    asked = query(replace(filters, q=None, after=None), desk.app, limit=start + most + 1)
    claims: tuple[ClaimHit, ...] = ()
    hits: tuple[Hit, ...] = ()
    if of != "documents":  # rejected ones too, and said to be so, as on the command line
        claims = tuple(desk.view.find_claims(words, replace(asked, rejected=True)))[start:]
    if of != "claims":
        hits = tuple(desk.view.search(words, asked))[start:]
    return Search(
        _relations(desk, words),
        claims[:most],
        hits[:most],
        more_claims=len(claims) > most,
        more_hits=len(hits) > most,
    )


def _relations(desk: Desk, words: str) -> tuple[RelationActivity, ...]:
    codes = _codes(desk, words)
    return tuple(one for one in desk.overview().relations if codes & set(one.sides))[:12]


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
