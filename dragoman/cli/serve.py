"""`serve`: the record in a browser."""

from __future__ import annotations

from typing import Annotated

import typer

from dragoman.cli.terminal import ActorsOption, RecordOption, app_with, say, warn_if_unfinished
from dragoman.errors import UsageError


def serve(  # noqa: PLR0913, PLR0917 - every option is about who may come in
    record: RecordOption = None,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="The port.")] = 8765,
    token: Annotated[
        str | None, typer.Option(help="Who may come in: a word of 16 letters, or @FILE of one.")
    ] = None,
    read_only: Annotated[bool, typer.Option("--read-only", help="Nobody may change it.")] = False,
    corrections: Annotated[
        bool, typer.Option("--corrections", help="Other machines may correct it, with the token.")
    ] = False,
    allow_host: Annotated[
        list[str] | None, typer.Option(help="A name that the server goes by; may be given again.")
    ] = None,
    rate: Annotated[
        int, typer.Option(min=0, help="Requests a minute of one client; 0 for no limit.")
    ] = 1200,
    actors: ActorsOption = None,
) -> None:
    """Open the record in a browser, for one reader or many.

    Example: dragoman serve --record mine.db
    """
    try:
        from dragoman.web.config import WebConfig, token_of
        from dragoman.web.server import serve as serve_record
    except ModuleNotFoundError as error:
        raise UsageError(f"{error.name} is missing: pip install 'dragoman[web]'") from error

    app = app_with(record=record, actors=actors)
    warn_if_unfinished(app)
    config = WebConfig(
        host=host,
        port=port,
        token=token_of(token),
        read_only=read_only,
        corrections=corrections,
        hosts=tuple(allow_host or ()),
        requests_per_minute=rate,
    )
    serve_record(app, config, say)
