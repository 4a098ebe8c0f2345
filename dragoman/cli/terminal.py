"""How commands talk: options shared, results to standard output, all else to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any

import typer

from dragoman import __version__, settings
from dragoman.app import App
from dragoman.errors import DragomanError, UsageError
from dragoman.records.provenance import Refusal

FAILURE, WRONG_USAGE, INTERRUPTED = 1, 2, 130

application = typer.Typer(
    name="dragoman",
    help="Reads documents about relations between states and keeps the record: "
    "who did what to whom, when, says who, how surely.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)

Paths = Annotated[
    list[str], typer.Argument(help="Files, folders or quoted globs; - reads JSON Lines from stdin.")
]
RecordOption = Annotated[
    str | None, typer.Option("--record", help="The record to use; dragoman.db if not told.")
]
ActorsOption = Annotated[
    str | None, typer.Option("--actors", help="Your own actors: a CSV file, see docs/resolve.md.")
]
TeasersOption = Annotated[
    bool | None, typer.Option("--teasers", help="Code links to other articles too.")
]
WorkersOption = Annotated[
    int | None, typer.Option("--workers", min=1, help="Processes that read side by side.")
]


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"dragoman {__version__}")
        raise typer.Exit


@application.callback()
def _common(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print it.")
    ] = False,
) -> None:
    """Keep the record of relations between states."""


def app_with(**overrides: Any) -> App:
    """The application, with these settings over those of the file and the environment."""
    return App(settings.load(overrides))


def main() -> None:
    """Runs the command line; exits 0, 1 on failure or 2 on wrong usage."""
    try:
        application()
    except UsageError as error:
        sys.exit(_said(error, WRONG_USAGE))
    except DragomanError as error:
        sys.exit(_said(error, FAILURE))
    except BrokenPipeError:  # the reader of our output has had enough, as in `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _said(error: DragomanError, status: int) -> int:
    say(f"error: {error}")
    return status


def say(line: str) -> None:
    """A line on standard error."""
    typer.echo(f"dragoman: {line}", err=True)


def warn_if_unfinished(app: App) -> None:
    """Says so where a build was stopped before it gathered the events."""
    if app.unfinished():
        say("a build of this record was stopped, events are missing: run it again")


def emit(data: bytes) -> None:
    """A line of JSON on standard output."""
    sys.stdout.buffer.write(data + b"\n")


class Reporter:
    """Names what is refused, and shows progress where a person watches."""

    def __init__(self, advance: Any = None) -> None:
        self.failed = 0
        self._advance = advance

    def refused(self, refusal: Refusal) -> None:
        """Says why something was not passed on."""
        self.failed += refusal.fatal
        say(refusal.detail)

    def passed(self, path: str) -> None:
        """Moves the progress on."""
        if self._advance:
            self._advance(path)


@contextmanager
def reporter() -> Iterator[Reporter]:
    """A reporter, with a progress display on a terminal and none in a pipe."""
    if not sys.stderr.isatty():
        yield Reporter()
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed} documents"),
        TimeElapsedColumn(),
        TextColumn("{task.description}"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("", total=None)
        yield Reporter(lambda path: progress.update(task, advance=1, description=path))
