"""Pages made of templates: everything from outside is escaped and made safe on its way out."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from litestar import Response

from dragoman.records import worded
from dragoman.web import text, words
from dragoman.web.words import Names

HTML = "text/html; charset=utf-8"


class Pages:
    """Renders templates."""

    def __init__(self, names: Names, *, corrects: bool = False) -> None:
        self._environment = Environment(
            loader=PackageLoader("dragoman.web"),
            autoescape=True,
            finalize=text.shown,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
        )
        self._environment.filters |= _filters(names)
        self._environment.globals |= {
            "corrects": corrects,
            "static": static,
            "name": names,
            "passed_on": words.passed_on,
            "sections": SECTIONS,
            "words": words,
            "worded": worded,
        }

    def render(self, template: str, **context: Any) -> bytes:
        """The page as bytes."""
        return self._environment.get_template(template).render(context).encode("utf-8", "replace")

    def page(self, template: str, *, status: int = 200, **context: Any) -> Response[bytes]:
        """The page as an answer."""
        return html(self.render(template, **context), status=status)


# What each way into the record is called, and where it is.
SECTIONS = (
    ("Ask", "/ask"),
    ("Relations", "/relations"),
    ("Network", "/network"),
    ("Events", "/events"),
    ("Sources", "/sources"),
    ("Documents", "/documents"),
    ("Review", "/review"),
)


def html(body: bytes, *, status: int = 200) -> Response[bytes]:
    """An answer that is a page; browsers ask again whether it still holds."""
    headers = {"cache-control": "private, no-cache", "vary": "HX-Request"}
    return Response(body, media_type=HTML, status_code=status, headers=headers)


@cache
def static(name: str) -> str:
    """The address of a file of our own, which changes when the file does."""
    content = files("dragoman.web").joinpath("static", name).read_bytes()
    return f"/static/{name}?{sha256(content).hexdigest()[:12]}"


def _filters(names: Names) -> dict[str, Callable[..., Any]]:
    return {
        "when": words.when,
        "slug": words.slug,
        "link": text.link,
        "found": text.found,
        "told": words.told,
        "said_by": words.said_by,
        "source_kind": words.source_kind,
        "who": lambda event: words.who(event, names),
        "sides": lambda parts: words.sides(parts, names),
        "kind": lambda event: words.kind(event.event_type, event.modes),
        "value": lambda told, dispute: words.value(dispute, told, names),
        "number": lambda count: f"{count:,}",
        "signed": words.signed,
    }
