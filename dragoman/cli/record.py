"""`dossier`, `claims` and `events`: what a record holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Annotated, Literal

import typer

from dragoman.cli.terminal import RecordOption, app_with, emit, warn_if_unfinished
from dragoman.errors import UsageError
from dragoman.ontology import plover
from dragoman.ports import EventQuery
from dragoman.records.codec import Record, encode
from dragoman.records.dates import is_edtf

DossierFormat = Annotated[
    Literal["text", "md", "html", "json"], typer.Option("--format", help="How to show it.")
]
ListFormat = Annotated[
    Literal["text", "json"], typer.Option("--format", help="A table, or JSON Lines.")
]
Sides = Annotated[list[str] | None, typer.Argument(help="One or two sides, by code (PRK) or name.")]
Types = Annotated[
    list[str] | None, typer.Option("--type", help="An event type; may be given again.")
]
Certainties = Literal["CT+", "PR+", "PS+", "PS-", "PR-", "CT-", "Uu"]
Standings = Literal["single", "agreed", "disputed", "denied"]
Since = Annotated[str | None, typer.Option(help="From this date on, as EDTF: 1988, 1988-11.")]
Until = Annotated[str | None, typer.Option(help="Up to this date, as EDTF.")]
Limit = Annotated[int | None, typer.Option(min=1, help="At most so many.")]


def dossier(
    a: Annotated[str, typer.Argument(help="One side, by code (PRK) or name.")],
    b: Annotated[str, typer.Argument(help="The other side.")],
    record: RecordOption = None,
    form: DossierFormat = "text",
) -> None:
    """Print the dossier of a relation: status, timeline, who says what, open questions.

    Example: dragoman dossier PRK Palestine --format html > dossier.html
    """
    app = app_with(record=record)
    warn_if_unfinished(app)
    typer.echo(app.dossier(a, b, form), nl=False)


def claims(  # noqa: PLR0913 every option is a way to ask
    sides: Sides = None,
    *,
    record: RecordOption = None,
    types: Types = None,
    since: Since = None,
    until: Until = None,
    source: Annotated[str | None, typer.Option(help="Only from this source.")] = None,
    certainty: Annotated[Certainties | None, typer.Option(help="Only so surely told.")] = None,
    limit: Limit = None,
    form: ListFormat = "text",
) -> None:
    """List claims.

    Example: dragoman claims PRK PSE --type SUPPORT --since 1988
    """
    app = app_with(record=record)
    query = EventQuery(
        sides=app.sides(sides or ()),
        event_types=_types(types),
        since=_date(since),
        until=_date(until),
        source=source,
        certainty=certainty,
        limit=limit,
    )
    _list(form, app.claims(query), partial(app.claims_table, query))


def events(  # noqa: PLR0913 every option is a way to ask
    sides: Sides = None,
    *,
    record: RecordOption = None,
    types: Types = None,
    since: Since = None,
    until: Until = None,
    standing: Annotated[Standings | None, typer.Option(help="Only those that stand so.")] = None,
    limit: Limit = None,
    form: ListFormat = "text",
) -> None:
    """List events.

    Example: dragoman events PRK IRN --standing disputed
    """
    app = app_with(record=record)
    warn_if_unfinished(app)
    query = EventQuery(
        sides=app.sides(sides or ()),
        event_types=_types(types),
        since=_date(since),
        until=_date(until),
        standing=standing,
        limit=limit,
    )
    _list(form, app.events(query), partial(app.events_table, query))


def _types(given: list[str] | None) -> tuple[str, ...]:
    types = tuple(name.upper() for name in given or ())
    for name in types:
        if name not in plover().types:
            raise UsageError(f"no event type {name!r}; there are {', '.join(plover().types)}")
    return types


def _date(text: str | None) -> str | None:
    if text is not None and not is_edtf(text):
        raise UsageError(f"{text!r} is no EDTF date; write 1988, 1988-11 or 1988-11-15")
    return text


def _list(form: str, records: Iterable[Record], table: Callable[[], str]) -> None:
    if form == "text":
        typer.echo(table(), nl=False)
        return
    for record in records:
        emit(encode(record))
