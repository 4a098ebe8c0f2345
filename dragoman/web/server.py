"""Joins the pages, the API and the doorkeeper to one application, and serves it."""

from __future__ import annotations

import logging
import secrets
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from importlib.resources import files
from typing import Any

from litestar import Litestar, Request, Response, Router
from litestar.concurrency import set_asyncio_executor
from litestar.config.csrf import CSRFConfig
from litestar.di import Provide
from litestar.exceptions import (
    HTTPException,
    PermissionDeniedException,
    ValidationException,
)
from litestar.openapi.config import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.static_files import create_static_files_router

from dragoman import __version__
from dragoman.app import App
from dragoman.errors import DataError, DragomanError, UsageError
from dragoman.ports import Clock
from dragoman.records.codec import encode
from dragoman.web import api, downloads
from dragoman.web.answers import HTML, Pages
from dragoman.web.config import WebConfig, checked
from dragoman.web.desk import Desk
from dragoman.web.pages import (
    ask,
    corrections,
    documents,
    enter,
    events,
    home,
    network,
    relations,
    review,
    search,
    sources,
)
from dragoman.web.security import Doorkeeper

HANDLERS = [
    home.home, home.world, home.state,
    relations.relations, relations.relation, relations.chart,
    events.events, events.event, events.claim,
    documents.documents, documents.document,
    sources.sources, sources.source,
    network.network, network.chart,
    search.search, search.complete,
    ask.ask,
    review.review, review.judged,
    corrections.corrections, corrections.correct, corrections.take_back,
    enter.enter, enter.entered,
    downloads.download,
]  # fmt: skip

_LOG = logging.getLogger("dragoman")

THREADS = 4  # more of them only wait for each other

ADVICE = {
    400: "Go back, or begin at the start page.",
    401: "Whoever runs this record can give you its token.",
    403: "Nothing was changed.",
    404: "It may be under another name: search for it.",
    413: "Ask for less at once.",
    422: "Go back, and change what is asked for.",
    429: "Wait a minute.",
    500: "Whoever runs this record finds it told where the server was started.",
    503: "Try again in a moment; `dragoman doctor` tells more.",
}


def now() -> datetime:
    """This moment."""
    return datetime.now(UTC)


def create(app: App, config: WebConfig, *, clock: Clock = now, apart: bool = True) -> Doorkeeper:
    """The web application over the record that the settings of `app` name."""
    checked(config)
    desk = Desk(app, clock, apart=apart)
    pages = Pages(desk.name, corrects=config.corrects)
    given = {"desk": _given(desk), "pages": _given(pages), "config": _given(config)}
    inner = Litestar(
        route_handlers=[*HANDLERS, api.router(), _static()],
        dependencies=given,
        exception_handlers={
            HTTPException: lambda request, error: _failed(pages, request, error),
            DragomanError: lambda request, error: _failed(pages, request, error),
            500: lambda request, error: _broken(pages, request, error),
        },
        csrf_config=_csrf(),
        openapi_config=_openapi(),
        request_max_body_size=config.max_body,
        on_startup=[desk.begin],
        on_shutdown=[desk.close],
    )
    return Doorkeeper(inner, config, lambda path, status, why: _refusal(pages, path, status, why))


def serve(app: App, config: WebConfig, say: Callable[[str], None]) -> None:
    """Serves until it is stopped."""
    import uvicorn  # noqa: PLC0415 - needed by nobody who only makes the application

    set_asyncio_executor(ThreadPoolExecutor(THREADS, thread_name_prefix="web"))
    sys.setswitchinterval(0.001)  # an answer at hand does not wait for one that is being made
    application = create(app, config)
    say(f"{app.settings.record} is open at {config.address}  (Ctrl+C closes it)")
    uvicorn.run(
        application,
        host=config.host,
        port=config.port,
        log_level="warning",
        server_header=False,
        date_header=False,
        limit_concurrency=256,
        proxy_headers=False,
    )


def _given(thing: object) -> Provide:
    def give() -> Any:
        return thing

    return Provide(give, sync_to_thread=False)


def _static() -> Router:
    folder = str(files("dragoman.web").joinpath("static"))
    forever = {"cache-control": "public, max-age=31536000, immutable"}

    def kept(response: Response[Any]) -> Response[Any]:
        response.headers.update(forever)
        return response

    return create_static_files_router(
        "/static", [folder], after_request=kept, include_in_schema=False
    )


def _csrf() -> CSRFConfig:
    """A cookie of each start's own: one of an earlier start would never be taken, nor renewed."""
    return CSRFConfig(
        secret=secrets.token_hex(32),
        cookie_name=f"dragoman-{secrets.token_hex(4)}",
        cookie_samesite="strict",
        cookie_httponly=True,
    )


def _openapi() -> OpenAPIConfig:
    return OpenAPIConfig(
        title="Dragoman",
        version=__version__,
        description="Who did what to whom, when, says who, how surely.",
        path="/schema",
        render_plugins=[JsonRenderPlugin(path="/openapi.json")],
    )


def _failed(
    pages: Pages, request: Request[Any, Any, Any], error: HTTPException | DragomanError
) -> Response[bytes]:
    status, reason = _told(error)
    body, media_type = _refusal(pages, request.url.path, status, reason)
    headers = {"retry-after": "5"} if status == 503 else {}
    return Response(body, status_code=status, media_type=media_type.decode(), headers=headers)


def _broken(pages: Pages, request: Request[Any, Any, Any], error: Exception) -> Response[bytes]:
    """The answer where a mistake of our own came to light; whoever runs the server is told it."""
    _LOG.error("%s %s", request.method, request.url, exc_info=error)
    body, media_type = _refusal(pages, request.url.path, 500, "the server made a mistake")
    return Response(body, status_code=500, media_type=media_type.decode())


def _told(error: HTTPException | DragomanError) -> tuple[int, str]:
    """The status and the reason that an error is answered with."""
    if isinstance(error, ValidationException):
        wrong = [one for one in error.extra or () if isinstance(one, dict)]
        told = "; ".join(f"{one.get('key', 'it')}: {one.get('message', 'wrong')}" for one in wrong)
        return 422, told or error.detail
    if isinstance(error, PermissionDeniedException):  # by the check of forms, and by nothing else
        return 403, "the page is older than the server, or is not its own: load it anew"
    if isinstance(error, HTTPException):
        return error.status_code, error.detail
    if isinstance(error, UsageError | DataError):
        return 422, str(error)
    return 503, str(error)


def _refusal(pages: Pages, path: str, status: int, reason: str) -> tuple[bytes, bytes]:
    """The answer to what cannot be answered: JSON for programs, a page for people."""
    if path.startswith(("/api", "/schema", "/charts")):
        return encode(api.Problem(status_code=status, detail=reason)), b"application/json"
    body = pages.render("error.html", status=status, reason=reason, advice=ADVICE.get(status, ""))
    return body, HTML.encode()
