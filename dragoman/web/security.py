"""The doorkeeper: who may come in, under which name, how often, and what a browser may do."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from hashlib import sha256
from hmac import compare_digest
from http.cookies import CookieError, SimpleCookie
from time import monotonic
from typing import TYPE_CHECKING, cast

from dragoman.web.config import WebConfig

if TYPE_CHECKING:
    from litestar.types import ASGIApp, HTTPScope, Message, Receive, Scope, Send

COOKIE = "dragoman"
HARMLESS = ("GET", "HEAD", "OPTIONS")
OPEN_TO_ALL = ("/static/", "/enter")
MAX_ADDRESS = 4000  # bytes of path and query
CLIENTS = 4096  # remembered at a time

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)

# Makes the answer to a request that is turned away: of this path, with this status and reason.
Refusing = Callable[[str, int, str], tuple[bytes, bytes]]


class Doorkeeper:
    """Stands before the application; every answer, also a refusal, leaves with its headers."""

    def __init__(self, app: ASGIApp, config: WebConfig, refusing: Refusing) -> None:
        self._app = app
        self._config = config
        self._refusing = refusing
        self._rate = Rate(config.requests_per_minute)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Lets a request in, or says why not."""
        kind = str(scope["type"])
        if kind == "lifespan":
            await self._app(scope, receive, send)
        elif kind == "http":  # nothing here speaks WebSocket
            await self._admit(cast("HTTPScope", scope), receive, send)

    async def _admit(self, scope: HTTPScope, receive: Receive, send: Send) -> None:

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *HEADERS]
            await send(message)

        refused = self._refused(scope)
        if refused is None:
            await self._app(scope, receive, sealed)
        else:
            await self._refuse(scope, sealed, *refused)

    def _refused(self, scope: HTTPScope) -> tuple[int, str] | None:
        """Status and reason, if a request may not come in."""
        headers = {name: told.decode("latin-1") for name, told in scope["headers"]}
        if _host(headers.get(b"host", "")) not in self._config.allowed_hosts:
            return 400, "this server does not go by that name: start it with --allow-host NAME"
        if len(scope["raw_path"]) + len(scope.get("query_string", b"")) > MAX_ADDRESS:
            return 422, f"an address of more than {MAX_ADDRESS} characters: ask for less at once"
        path = scope["path"]
        if not path.startswith("/static/") and not self._rate.allows(_client(scope)):
            return 429, "too many requests: wait a minute, or ask for more at a time"
        if not path.startswith(OPEN_TO_ALL) and not self._known(headers):
            return 401, "this record is not open to all: enter its token, or send it as a bearer"
        return None if scope["method"] in HARMLESS else self._unchangeable(path, headers)

    def _unchangeable(self, path: str, headers: dict[bytes, str]) -> tuple[int, str] | None:
        """Status and reason, if a request that changes something may not."""
        if not _is_from_here(headers):
            return 403, "a change comes from a page of this record, and of no other place"
        if path == "/enter" or self._config.corrects:
            return None
        if self._config.read_only:
            return 403, "this record is open for reading only"
        return 403, "this record is corrected on its own machine: start it with --corrections"

    def _known(self, headers: dict[bytes, str]) -> bool:
        token = self._config.token
        if token is None:
            return True
        bearer = headers.get(b"authorization", "").removeprefix("Bearer ").encode()
        cookie = _cookie(headers.get(b"cookie", "")).encode()
        return compare_digest(bearer, token.encode()) or compare_digest(
            cookie, pass_of(token).encode()
        )

    async def _refuse(self, scope: Scope, send: Send, status: int, reason: str) -> None:
        body, media_type = self._refusing(scope["path"], status, reason)
        headers = [(b"content-type", media_type), (b"content-length", str(len(body)).encode())]
        if status == 429:
            headers.append((b"retry-after", b"60"))
        if status == 401:
            headers.append((b"www-authenticate", b"Bearer"))
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": body, "more_body": False})


class Rate:
    """How often each client may ask: so many a minute, which fill up again as time goes by."""

    def __init__(self, per_minute: int, clock: Callable[[], float] = monotonic) -> None:
        self._room = float(per_minute)
        self._clock = clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def allows(self, client: str) -> bool:
        """Whether one more is allowed; it is counted."""
        if not self._room:
            return True
        now = self._clock()
        left, at = self._left.get(client, (self._room, now))
        left = min(self._room, left + (now - at) * self._room / 60)
        self._left[client] = (max(0.0, left - 1), now)
        self._left.move_to_end(client)
        while len(self._left) > CLIENTS:
            self._left.popitem(last=False)
        return left >= 1


def pass_of(token: str) -> str:
    """What the cookie of someone who knows the token says."""
    return sha256(b"dragoman pass " + token.encode()).hexdigest()


def _is_from_here(headers: dict[bytes, str]) -> bool:
    """Whether a request comes from a page of ours, as far as the browser says where from."""
    origin, host = headers.get(b"origin"), headers.get(b"host", "")
    if headers.get(b"sec-fetch-site", "same-origin") not in {"same-origin", "none"}:
        return False
    return origin is None or origin.casefold().partition("://")[2] == host.casefold()


def _host(header: str) -> str:
    """The name in a Host header, without its port."""
    name = header.casefold()
    return name[: name.find("]") + 1] if name.startswith("[") else name.partition(":")[0]


def _client(scope: Scope) -> str:
    client = scope.get("client")
    return client[0] if client else ""


def _cookie(header: str) -> str:
    try:
        found = SimpleCookie(header).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""
