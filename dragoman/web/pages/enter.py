"""`/enter`: where someone who knows the token of a record shows it."""

from __future__ import annotations

from hmac import compare_digest
from typing import Any

from litestar import Request, Response, get, post
from litestar.datastructures import Cookie
from litestar.params import URLEncodedBody
from litestar.response import Redirect
from litestar.utils.scope.state import ScopeState

from dragoman.records.codec import Record
from dragoman.web.given import TheConfig, ThePages
from dragoman.web.security import COOKIE, pass_of


class Entry(Record, frozen=True, kw_only=True):
    """What the form sends."""

    token: str = ""


@get("/enter", sync_to_thread=False)
def enter(request: Request[Any, Any, Any], pages: ThePages) -> Response[bytes]:
    """The form."""
    return pages.page("enter.html", csrf=csrf_of(request), wrong=False)


@post("/enter", sync_to_thread=False, status_code=303)
def entered(
    data: URLEncodedBody[Entry],
    request: Request[Any, Any, Any],
    pages: ThePages,
    config: TheConfig,
) -> Response[bytes] | Redirect:
    """Lets in whoever knows the token."""
    token = config.token or ""
    if not token or not compare_digest(data.token.encode(), token.encode()):
        return pages.page("enter.html", status=401, csrf=csrf_of(request), wrong=True)
    cookie = Cookie(key=COOKIE, value=pass_of(token), httponly=True, samesite="strict", path="/")
    return Redirect("/", status_code=303, cookies=[cookie])


def csrf_of(request: Request[Any, Any, Any]) -> str:
    """The word that a form must bring back."""
    return str(ScopeState.from_scope(request.scope).csrf_token)
