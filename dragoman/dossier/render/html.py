"""A dossier as one page of HTML that asks for nothing from outside."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from dragoman.dossier.render import wording
from dragoman.records.dossiers import Dossier

if TYPE_CHECKING:
    from jinja2 import Template

_QUOTES = 100  # quotations under one event


def html(dossier: Dossier) -> str:
    """The dossier as a whole page: inline style, light and dark, fit to print."""
    names = wording.Names(dossier)
    return _template().render(
        dossier=dossier,
        names=names,
        words=wording,
        by_id=wording.entries_by_id(dossier),
        disputes=list(wording.dispute_lines(dossier, names)),
        tally=wording.table(dossier.tallies) if dossier.tallies else None,
        most=_QUOTES,
    )


def web_address(url: str | None) -> str | None:
    """The address, if it is one that a browser may open."""
    return url if url and urlsplit(url).scheme in {"http", "https"} else None


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
    environment.filters.update(safe_text=wording.safe, web_address=web_address)
    return environment.get_template("dossier.html.jinja")
