"""A page as one file of HTML that asks for nothing from outside."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from dragoman.dossier.render.chart import chart
from dragoman.dossier.render.dates import short
from dragoman.dossier.render.page import Block
from dragoman.dossier.render.sections import page
from dragoman.records.dossiers import Dossier
from dragoman.records.shown import safe

if TYPE_CHECKING:
    from jinja2 import Template

_QUOTES = 100  # quotations under one event


def html(dossier: Dossier) -> str:
    """The dossier as a whole page: inline style, light and dark, fit to print."""
    return _template().render(page=page(dossier, _QUOTES))


def _kind(block: Block) -> str:
    return type(block).__name__


def _is_text(part: Any) -> bool:
    return hasattr(part, "role")


@cache
def _template() -> Template:
    # a command that shows no page should not wait for the template engine
    from jinja2 import Environment, PackageLoader, StrictUndefined  # noqa: PLC0415

    environment = Environment(
        loader=PackageLoader("dragoman.dossier"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(safe_text=safe, short=short, kind=_kind, chart=chart)
    environment.tests.update(words=_is_text)
    return environment.get_template("dossier.html.jinja")
