"""`/sources`: who tells. `/sources/ID`: what one source covers, and how."""

from __future__ import annotations

from litestar import Response, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath

from dragoman.web.given import TheDesk, ThePages

LISTED = 20  # documents shown of a source


@get("/sources", sync_to_thread=True)
def sources(desk: TheDesk, pages: ThePages) -> Response[bytes]:
    """All sources of the record."""
    return pages.page("sources.html", sources=desk.overview().sources)


@get("/sources/{source_id:str}", sync_to_thread=True)
def source(source_id: FromPath[str], desk: TheDesk, pages: ThePages) -> Response[bytes]:
    """One source."""
    known = {one.id: one for one in desk.overview().sources}
    if source_id not in known:
        raise NotFoundException(f"no source {source_id!r} in this record: see /sources for all")
    documents = tuple(desk.view.titles(source=source_id, limit=LISTED))
    return pages.page("source.html", source=known[source_id], documents=documents)
