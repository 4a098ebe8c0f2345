"""The options that narrow what is asked of a record, declared once for all commands that ask."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from inspect import Signature, signature
from typing import Annotated, Any, Literal

import typer

from dragoman.app import App
from dragoman.cli.terminal import RecordOption, app_with
from dragoman.errors import UsageError
from dragoman.ontology import plover
from dragoman.ports import EventQuery
from dragoman.records.dates import is_edtf

Sides = Annotated[list[str] | None, typer.Argument(help="One or two sides, by code (PRK) or name.")]
Types = Annotated[
    list[str] | None, typer.Option("--type", help="An event type; may be given again.")
]
Since = Annotated[str | None, typer.Option(help="From this date on, as EDTF: 1988, 1988-11.")]
Until = Annotated[str | None, typer.Option(help="Up to this date, as EDTF.")]
FromSource = Annotated[str | None, typer.Option(help="Only what this source tells.")]
Certainties = Annotated[
    Literal["CT+", "PR+", "PS+", "PS-", "PR-", "CT-", "Uu"] | None,
    typer.Option(help="Only what is told so surely."),
]
Standings = Annotated[
    Literal["single", "agreed", "disputed", "denied"] | None,
    typer.Option(help="Only events that stand so, and their claims."),
]
Limit = Annotated[int | None, typer.Option(min=1, help="At most so many.")]


def asking(command: Callable[..., None]) -> Callable[..., None]:
    """The command, which takes an application and a query, as one that takes these options."""
    own = signature(command, eval_str=True).parameters.values()
    shared = signature(_asked, eval_str=True).parameters.values()
    parameters = [p for p in (*own, *shared) if p.name not in {"app", "query"}]

    @wraps(command)
    def asked(**given: Any) -> None:
        app, query = _asked(**{option.name: given.pop(option.name) for option in shared})
        command(app=app, query=query, **given)

    keywords = [p.replace(kind=p.KEYWORD_ONLY) for p in parameters]
    asked.__signature__ = Signature(keywords)  # type: ignore[attr-defined]
    return asked


def _asked(  # noqa: PLR0913 every option is a way to ask
    *,
    sides: Sides = None,
    types: Types = None,
    since: Since = None,
    until: Until = None,
    source: FromSource = None,
    certainty: Certainties = None,
    standing: Standings = None,
    limit: Limit = None,
    record: RecordOption = None,
) -> tuple[App, EventQuery]:
    app = app_with(record=record)
    query = EventQuery(
        sides=app.sides(sides or ()),
        event_types=event_types(types),
        since=edtf(since),
        until=edtf(until),
        source=source,
        certainty=certainty,
        standing=standing,
        limit=limit,
    )
    return app, query


def event_types(given: list[str] | None) -> tuple[str, ...]:
    """The types as the codebook spells them; UsageError for one that it lacks."""
    types = tuple(name.upper() for name in given or ())
    for name in types:
        if name not in plover().types:
            raise UsageError(f"no event type {name!r}; there are {', '.join(plover().types)}")
    return types


def edtf(text: str | None) -> str | None:
    """The date as it was given; UsageError for one that is no EDTF."""
    if text is not None and not is_edtf(text):
        raise UsageError(f"{text!r} is no EDTF date; write 1988, 1988-11 or 1988-11-15")
    return text
