"""`/documents`: a list. `/documents/ID`: the archived text with every claim marked in place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from litestar import Request, Response, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath, FromQuery

from dragoman.ports import EventQuery
from dragoman.records.claims import Claim
from dragoman.records.documents import Document, Section
from dragoman.web.desk import Desk
from dragoman.web.difference import Change, difference
from dragoman.web.given import TheDesk, ThePages
from dragoman.web.text import Piece, Span, pieces

_SET_OUT = re.compile(r"^[\s=*#|{}\[\]_~-]+|[\s=*#|{}\[\]_~-]+$")  # signs at the ends of a line
LISTED = 50  # documents on one page
LENGTH = 60_000  # characters of a text on one page


class Part(NamedTuple):
    """A section, or what stands between two; `section` is None for furniture of the page."""

    section: Section | None
    pieces: tuple[Piece, ...]


@get("/documents", sync_to_thread=True)
def documents(
    desk: TheDesk,
    pages: ThePages,
    source: FromQuery[str | None] = None,
    after: FromQuery[str | None] = None,
) -> Response[bytes]:
    """Documents of the record, or of one source."""
    found = tuple(desk.view.titles(source=source or None, after=after or None, limit=LISTED + 1))
    return pages.page(
        "documents.html",
        documents=found[:LISTED],
        more=found[LISTED - 1].id if len(found) > LISTED else None,
        source=source,
        outlets=desk.overview().sources,
    )


@get("/documents/{document_id:str}", sync_to_thread=True)
def document(  # noqa: PLR0913, PLR0917 - all that stands in the address
    document_id: FromPath[str],
    request: Request[Any, Any, Any],
    desk: TheDesk,
    pages: ThePages,
    page: FromQuery[int] = 1,
    against: FromQuery[str | None] = None,
) -> Response[bytes]:
    """The text of one document, and what is claimed where."""
    found = _document(desk, document_id)
    claims = tuple(desk.view.claims(EventQuery(document=document_id, rejected=True)))
    claims = tuple(sorted(claims, key=lambda one: (one.start, one.end, one.id)))
    ledger = desk.ledger()
    last = max(1, -(-len(found.text) // LENGTH))
    page = min(max(1, page), last)
    light = request.query_params.get("light")
    return pages.page(
        "document.html",
        document=found,
        capture=desk.view.capture(found.capture) if found.capture else None,
        versions=desk.view.versions(found.url),
        against=against,
        changes=_changes(desk, found, against),
        claims={claim.id: claim for claim in claims},
        rejected={claim.id for claim in claims if ledger.rejected(claim.id)},
        numbers={claim.id: number for number, claim in enumerate(claims, 1)},
        parts=tuple(parts(found, claims, (page - 1) * LENGTH, page * LENGTH)),
        page=page,
        last=last,
        light=light if light in {"quad", "sides", "none"} else "quad",
        hues=_hues(claims),
    )


def parts(document: Document, claims: tuple[Claim, ...], start: int, end: int) -> Iterator[Part]:
    """The text between two offsets, cut into sections with the sentences of claims marked."""
    end = min(end, len(document.text))
    spans = [Span(claim.start, claim.end, claim.id) for claim in claims]
    spans += [Span(claim.trigger.start, claim.trigger.end, "trigger") for claim in claims]
    at = start
    for section in sorted(document.sections, key=lambda one: (one.start, one.end)):
        first, last = max(at, section.start), min(end, section.end)
        if first >= last:
            continue
        if _says_something(document.text[at:first]):
            yield _furniture(document.text, at, first, spans)
        yield Part(section, tuple(pieces(document.text[first:last], spans, first)))
        at = last
    if _says_something(document.text[at:end]):
        yield _furniture(document.text, at, end, spans)


def _furniture(text: str, start: int, end: int, spans: list[Span]) -> Part:
    """What stands between sections, line by line, without the signs that only set it out."""
    if any(span.start < end and start < span.end for span in spans):
        return Part(None, tuple(pieces(text[start:end], spans, start)))
    lines = (_SET_OUT.sub("", line) for line in text[start:end].splitlines())
    said = "\n".join(filter(_says_something, lines))
    return Part(None, (Piece(said, (), start),))


def _says_something(text: str) -> bool:
    """Whether there is a word in it: rules and signs of markup between sections are left out."""
    return any(letter.isalnum() for letter in text)


def _document(desk: Desk, document_id: str) -> Document:
    found = desk.view.document(document_id)
    if found is None:
        raise NotFoundException(f"no document {document_id!r} in this record: look for its words")
    return found


def _changes(desk: Desk, document: Document, against: str | None) -> tuple[Change, ...] | None:
    return difference(_document(desk, against).text, document.text) if against else None


def _hues(claims: tuple[Claim, ...]) -> dict[str, int]:
    """A colour for each state that acts, of six, the most active first."""
    acting = [actor.country for claim in claims for actor in claim.actors[:1] if actor.country]
    ranked = sorted(set(acting), key=lambda code: (-acting.count(code), code))
    return {code: min(number, 6) for number, code in enumerate(ranked, 1)}
