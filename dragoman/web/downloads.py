"""`/download/…`: what a page shows, as a file: CSV, JSON, BibTeX or CSL-JSON."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from litestar import Request, Response, get
from litestar.exceptions import HTTPException, NotFoundException
from litestar.params import FromPath

from dragoman.records.codec import encode
from dragoman.records.documents import Document
from dragoman.records.dossiers import document_used
from dragoman.records.events import Event
from dragoman.web.desk import Desk
from dragoman.web.filters import filters_of, query
from dragoman.web.given import TheConfig, TheDesk
from dragoman.web.network import between, span
from dragoman.web.pages.relations import pair

MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "json": "application/json",
    "jsonl": "application/jsonl",
    "bib": "application/x-bibtex; charset=utf-8",
}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@get("/download/{name:str}", sync_to_thread=True)
def download(
    name: FromPath[str], request: Request[Any, Any, Any], desk: TheDesk, config: TheConfig
) -> Response[bytes]:
    """A list of the record as a file, filtered as asked."""
    thing, _, form = name.rpartition(".")
    make = MAKERS.get((thing, form))
    if make is None:
        known = ", ".join(sorted(f"{thing}.{form}" for thing, form in MAKERS))
        raise NotFoundException(f"nothing to download as {name!r}: there are {known}")
    content = make(desk, request, config.max_rows)
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(content, media_type=MEDIA[form], headers=headers)


def _few(things: Iterable[Any], most: int) -> list[Any]:
    """The things; 413 where they are too many for one file."""
    found = [thing for thing, _ in zip(things, range(most + 1), strict=False)]
    if len(found) > most:
        raise HTTPException(
            status_code=413,
            detail=f"more than {most:,} rows: narrow the filters, or page through /api",
        )
    return found


def _events(desk: Desk, request: Any, most: int) -> list[Event]:
    filters = filters_of(request.query_params)
    return _few(desk.view.events(query(filters, desk.app, limit=most + 1)), most)


def _claims(desk: Desk, request: Any, most: int) -> list[Any]:
    filters = filters_of(request.query_params)
    document = request.query_params.get("document") or None
    wanted = query(filters, desk.app, limit=most + 1, document=document)
    return _few(desk.view.claims(wanted), most)


def _documents(desk: Desk, request: Any, most: int) -> list[Document]:
    given = request.query_params
    if given.get("relation"):
        used = desk.dossier(*pair(desk, given["relation"])).documents
        return list(desk.view.titles(one.document for one in used))
    if given.get("document"):
        return list(desk.view.titles([given["document"]]))
    return _few(desk.view.titles(source=given.get("source") or None, limit=most + 1), most)


def _network(desk: Desk, request: Any, most: int) -> list[Any]:  # noqa: ARG001 - as all makers
    given = request.query_params
    years = span(desk.overview(), given.get("since"), given.get("until"))
    return between(desk.overview(), years)


def _table(name: str, desk: Desk, request: Any, most: int) -> bytes:
    """Claims or events as the exporter of this name writes them, a head and a row for each."""
    document = request.query_params.get("document") or None
    filters = filters_of(request.query_params)
    wanted = query(filters, desk.app, limit=most + 1, document=document)
    return b"".join(_few(desk.app.export_of(desk.view, name, wanted), most + 1))


def _relations_csv(desk: Desk, request: Any, most: int) -> bytes:  # noqa: ARG001 - as all makers
    columns = ("a", "b", "a_name", "b_name", "events", "disputed", "cooperation", "conflict")
    rows = (
        (
            *(*r.sides, *r.names, r.activity.events, r.activity.disputed),
            *(r.activity.cooperation, r.activity.conflict, r.first, r.last),
        )
        for r in _few(desk.overview().relations, most)
    )
    return table((*columns, "first", "last"), rows)


def _sources_csv(desk: Desk, request: Any, most: int) -> bytes:  # noqa: ARG001 - as all makers
    columns = ("id", "name", "kind", "country", "documents", "claims", "events", "alone")
    rows = (
        (s.id, s.name, s.kind, s.country, s.documents, s.claims, s.events, s.alone, s.disputed)
        for s in desk.overview().sources
    )
    return table((*columns, "disputed"), rows)


def _documents_csv(desk: Desk, request: Any, most: int) -> bytes:
    columns = ("id", "title", "author", "source", "published", "language", "url")
    rows = (
        (d.id, d.title, d.author, d.source.name, d.published, d.language, d.url)
        for d in _documents(desk, request, most)
    )
    return table(columns, rows)


def _network_csv(desk: Desk, request: Any, most: int) -> bytes:
    columns = ("a", "b", "a_name", "b_name", "events", "cooperation", "conflict", "net")
    rows = (
        (*e.sides, *e.names, e.events, e.cooperation, e.conflict, e.net)
        for e in _network(desk, request, most)
    )
    return table(columns, rows)


def _references(form: str, desk: Desk, request: Any, most: int) -> bytes:
    documents = _documents(desk, request, most)
    held = {document.capture for document in documents if document.capture}
    captures = {capture.id: capture for capture in desk.view.captures(held)}
    used = (document_used(one, captures.get(one.capture or ""), claims=0) for one in documents)
    return desk.app.references(form, used).encode("utf-8", "replace")


def _ledger(desk: Desk, request: Any, most: int) -> bytes:  # noqa: ARG001 - as all makers
    """The whole ledger, which is never cut short: another record may take it in."""
    return b"".join(encode(row) + b"\n" for row in desk.view.corrections())


MAKERS: dict[tuple[str, str], Callable[[Desk, Any, int], bytes]] = {
    ("events", "csv"): partial(_table, "events.csv"),
    ("events", "json"): lambda *asked: encode(_events(*asked)),
    ("claims", "csv"): partial(_table, "claims.csv"),
    ("claims", "json"): lambda *asked: encode(_claims(*asked)),
    ("relations", "csv"): _relations_csv,
    ("relations", "json"): lambda desk, _, most: encode(_few(desk.overview().relations, most)),
    ("sources", "csv"): _sources_csv,
    ("sources", "json"): lambda desk, *_: encode(desk.overview().sources),
    ("documents", "csv"): _documents_csv,
    ("documents", "json"): lambda *asked: encode(_documents(*asked)),
    ("documents", "bib"): partial(_references, "bibtex"),
    ("documents.csl", "json"): partial(_references, "csl"),
    ("corrections", "jsonl"): _ledger,
    ("network", "csv"): _network_csv,
    ("network", "json"): lambda *asked: encode([e._asdict() for e in _network(*asked)]),
}


def table(columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """The rows as CSV, in which no text can be taken for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_plain(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8", "replace")


def _plain(value: Any) -> Any:
    """The value; a text that a spreadsheet would run gets an apostrophe before it."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
