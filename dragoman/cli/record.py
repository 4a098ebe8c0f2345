"""`dossier`, `claims`, `events`, `anniversaries` and `export`: what a record holds."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import Annotated, Literal

import typer

from dragoman.app import App
from dragoman.cli.asking import asking, edtf
from dragoman.cli.terminal import RecordOption, app_with, emit, warn_if_unfinished
from dragoman.errors import UsageError
from dragoman.ports import EventQuery
from dragoman.records.codec import Record, encode

DossierFormat = Annotated[
    Literal["text", "md", "html", "json", "bibtex", "csl"],
    typer.Option("--format", help="How to show it; bibtex and csl: the documents it cites."),
]
ListFormat = Annotated[
    Literal["text", "json"], typer.Option("--format", help="A table, or JSON Lines.")
]


def dossier(  # noqa: PLR0913 every option is a way to ask
    a: Annotated[str, typer.Argument(help="One side, by code (PRK) or name.")],
    b: Annotated[str, typer.Argument(help="The other side.")],
    *,
    record: RecordOption = None,
    on: Annotated[
        str | None, typer.Option(help="Tell the state of the relation on this date, as EDTF.")
    ] = None,
    newest: Annotated[bool, typer.Option("--newest", help="The newest events first.")] = False,
    form: DossierFormat = "text",
) -> None:
    """Print the dossier of a relation: status, timeline, who says what, open questions.

    Example: dragoman dossier PRK Palestine --format html > dossier.html
    """
    app = app_with(record=record)
    warn_if_unfinished(app)
    typer.echo(app.dossier(a, b, form, on=edtf(on), newest_first=newest), nl=False)


@asking
def claims(app: App, query: EventQuery, form: ListFormat = "text") -> None:
    """List claims.

    Example: dragoman claims PRK PSE --type SUPPORT --since 1988
    """
    _list(form, app.claims(query), partial(app.claims_table, query, _width()))


@asking
def events(app: App, query: EventQuery, form: ListFormat = "text") -> None:
    """List events.

    Example: dragoman events PRK IRN --standing disputed
    """
    warn_if_unfinished(app)
    _list(form, app.events(query), partial(app.events_table, query, _width()))


@asking
def anniversaries(
    app: App,
    query: EventQuery,
    *,
    days: Annotated[int, typer.Option(min=1, help="How many days to look ahead.")] = 30,
    first: Annotated[
        str | None, typer.Option("--from", help="The first day, if not today: 2026-04-01.")
    ] = None,
    form: ListFormat = "text",
) -> None:
    """List what falls due in the next days, for a pair or for all, round numbers first.

    Example: dragoman anniversaries PRK PSE --days 60
    """
    warn_if_unfinished(app)
    found = app.anniversaries(query, days, _day(first))
    _list(form, found, lambda: app.anniversaries_table(found, _width()))


@asking
def export(
    app: App,
    query: EventQuery,
    *,
    thing: Annotated[str, typer.Argument(help="events, claims or citations.")],
    form: Annotated[
        str, typer.Option("--format", help="jsonl, csv; for citations bibtex, csl too.")
    ] = "jsonl",
) -> None:
    """Print events, claims or citations in the formats of other programs.

    Example: dragoman export citations PRK PSE --format bibtex > sources.bib
    """
    warn_if_unfinished(app)
    for chunk in app.export(f"{thing}.{form}", query):
        sys.stdout.buffer.write(chunk)


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise UsageError(f"{text!r} is no day; write 2026-04-01") from None


def _width() -> int | None:
    """The columns of the terminal; None where nobody looks, so that nothing is cut."""
    return os.get_terminal_size().columns if sys.stdout.isatty() else None


def _list(form: str, records: Iterable[Record], table: Callable[[], str]) -> None:
    if form == "text":
        typer.echo(table(), nl=False)
        return
    for record in records:
        emit(encode(record))
