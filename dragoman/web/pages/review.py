"""`/review`: links and claims that nobody has looked over, the most doubtful first."""

from __future__ import annotations

from typing import Annotated, Any, NamedTuple
from urllib.parse import urlencode

import msgspec
from litestar import Request, Response, get, post
from litestar.params import FromQuery, URLEncodedBody
from litestar.response import Redirect

from dragoman.errors import UsageError
from dragoman.ports import EventQuery
from dragoman.records.codec import Record
from dragoman.records.corrections import CorrectionKind
from dragoman.web.clerk import Wanted
from dragoman.web.given import TheDesk, ThePages
from dragoman.web.pages.corrections import kept, written
from dragoman.web.pages.enter import csrf_of
from dragoman.web.pages.events import Telling, tellings

LISTED = 10  # doubts on one page
FURTHEST = 1000  # doubts that may be passed over
LOOKED = "looked over in review"
JUDGED: dict[str, CorrectionKind] = {
    "confirm": "confirm",
    "reject": "reject",
    "merge": "merge",
    "split": "split",
}


class Judgement(Record, frozen=True, kw_only=True):
    """What the form sends: a kind of correction and the ids of what it is about."""

    judged: Annotated[str, msgspec.Meta(max_length=300)]
    by: Annotated[str, msgspec.Meta(max_length=200)] = ""
    why: Annotated[str, msgspec.Meta(max_length=2000)] = ""
    back: Annotated[str, msgspec.Meta(max_length=500)] = ""


class Shown(NamedTuple):
    """A doubt as a page shows it: a link between two claims, or one claim."""

    kind: str
    why: tuple[str, ...]
    claims: tuple[str, ...]
    tellings: list[Telling]


@get("/review", sync_to_thread=True)
def review(  # noqa: PLR0913, PLR0917 - all that stands in the address
    request: Request[Any, Any, Any],
    desk: TheDesk,
    pages: ThePages,
    skip: FromQuery[int] = 0,
    every: FromQuery[str] = "",
    done: FromQuery[str | None] = None,
) -> Response[bytes]:
    """What is doubtful, or has only not been looked over."""
    sides = [side for side in request.query_params.getall("side", []) if side.strip()][:2]
    skip = min(max(0, skip), FURTHEST)
    wanted = EventQuery(sides=desk.app.sides(sides), limit=skip + LISTED + 1)
    found = desk.app.doubts(wanted, every=bool(every))[skip:]
    asked = [("side", side) for side in sides] + ([("every", "1")] if every else [])
    return pages.page(
        "review.html",
        doubts=[
            Shown(one.kind, one.why, tuple(c.id for c in one.claims), tellings(desk, one.claims))
            for one in found[:LISTED]
        ],
        sides=sides,
        every=bool(every),
        skip=skip,
        more=skip + LISTED if len(found) > LISTED else None,
        address=f"/review?{urlencode(asked)}",
        done=kept(desk, done),
        csrf=csrf_of(request),
    )


@post("/review/judged", status_code=303)
async def judged(data: URLEncodedBody[Judgement], desk: TheDesk) -> Redirect:
    """Writes what was judged, and leads on to what is left."""
    kind, *named = data.judged.split()
    if kind not in JUDGED or not named:
        raise UsageError(f"{data.judged!r} judges nothing: use the buttons of the page")
    back = data.back if data.back.startswith("/review?") else "/review?"
    wanted = Wanted(
        kind=JUDGED[kind], named=tuple(named), by=data.by, why=data.why.strip() or LOOKED
    )
    return await written(desk, wanted, back)
