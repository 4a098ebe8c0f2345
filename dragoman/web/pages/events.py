"""`/events`: a list. `/events/ID`: one event, its claims side by side. `/claims/ID`: one claim."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from litestar import Request, Response, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from dragoman.ontology import plover
from dragoman.records.claims import Claim
from dragoman.records.corrections import Correction
from dragoman.records.documents import Document
from dragoman.records.links import Link
from dragoman.web.desk import Desk
from dragoman.web.filters import filters_of, query
from dragoman.web.given import TheDesk, ThePages
from dragoman.web.pages.corrections import kept, typed
from dragoman.web.pages.enter import csrf_of
from dragoman.web.text import Piece, Span, pieces

LISTED = 50  # events on one page
MOST = 200  # claims of one event on its page


class Telling(NamedTuple):
    """A claim with its document, its sentence cut for marking, and what people said of it."""

    claim: Claim
    document: Document | None
    sentence: tuple[Piece, ...]
    corrections: tuple[Correction, ...]
    rejected: bool


class Join(NamedTuple):
    """Why two claims are taken to tell of one happening."""

    link: Link
    left: Claim
    right: Claim


@get("/events", sync_to_thread=True)
def events(request: Request[Any, Any, Any], desk: TheDesk, pages: ThePages) -> Response[bytes]:
    """Events as the address filters them."""
    filters = filters_of(request.query_params)
    found = tuple(desk.view.events(query(filters, desk.app, limit=LISTED + 1)))
    return pages.page(
        "events.html",
        filters=filters,
        events=found[:LISTED],
        more=found[LISTED - 1].id if len(found) > LISTED else None,
        types=list(plover().types),
        sources=[source.name for source in desk.overview().sources],
    )


@get("/events/{event_id:str}", sync_to_thread=True)
def event(
    event_id: FromPath[str], request: Request[Any, Any, Any], desk: TheDesk, pages: ThePages
) -> Response[bytes] | Redirect:
    """One event: who tells of it, how, and why the tellings were joined."""
    found = desk.event(event_id)
    if found is None:
        raise NotFoundException(f"no event {event_id!r} in this record: look for it by its words")
    if found.id != event_id:
        return Redirect(f"/events/{found.id}")
    claims = desk.claims_of([found])
    told = tuple(claims[name] for name in found.claims[:MOST] if name in claims)
    codes = sorted({s.country for s in (*found.actors, *found.recipients) if s.country})
    return pages.page(
        "event.html",
        event=found,
        tellings=tellings(desk, told),
        left_out=len(found.claims) - len(told),
        claims=claims,
        joins=tuple(_joins(desk, told)),
        relations=[(a, b) for i, a in enumerate(codes) for b in codes[i + 1 :]][:10],
        csrf=csrf_of(request),
    )


@get("/claims/{claim_id:str}", sync_to_thread=True)
def claim(
    claim_id: FromPath[str],
    request: Request[Any, Any, Any],
    desk: TheDesk,
    pages: ThePages,
    done: FromQuery[str | None] = None,
) -> Response[bytes]:
    """One claim with everything that is known of it."""
    found = desk.view.claim(claim_id)
    if found is None:
        raise NotFoundException(f"no claim {claim_id!r} in this record: look for it by its words")
    partly = request.headers.get("hx-request") == "true"
    return pages.page(
        "claim_card.html" if partly else "claim.html",
        telling=tellings(desk, [found])[0],
        events=tuple(desk.view.events_of([claim_id])),
        typed=typed(found, desk.name),
        types=list(plover().types),
        done=kept(desk, done),
        csrf=csrf_of(request),
    )


def tellings(desk: Desk, claims: Iterable[Claim]) -> list[Telling]:
    """The claims with their documents, those of one source together."""
    told = sorted(claims, key=lambda one: (one.source, one.document, one.start))
    documents, ledger = desk.titles({one.document for one in told}), desk.ledger()
    return [
        Telling(
            one,
            documents.get(one.document),
            marked(one),
            ledger.about(one.id),
            ledger.rejected(one.id),
        )
        for one in told
    ]


def marked(claim: Claim) -> tuple[Piece, ...]:
    """The sentence of a claim with actor, trigger and recipient marked."""
    spans = [Span(part.start, part.end, "actor") for part in claim.actors]
    spans += [Span(part.start, part.end, "recipient") for part in claim.recipients]
    spans.append(Span(claim.trigger.start, claim.trigger.end, "trigger"))
    return tuple(pieces(claim.text, spans, claim.start))


def _joins(desk: Desk, claims: Iterable[Claim]) -> Iterable[Join]:
    by_id = {claim.id: claim for claim in claims}
    for link in desk.view.links_of(by_id):
        if link.kind == "same-event" and link.left in by_id and link.right in by_id:
            yield Join(link, by_id[link.left], by_id[link.right])
