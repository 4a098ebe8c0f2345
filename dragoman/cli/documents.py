"""`code` and `build`: documents in."""

from __future__ import annotations

import typer

from dragoman.cli.terminal import (
    FAILURE,
    INTERRUPTED,
    ActorsOption,
    Paths,
    RecordOption,
    TeasersOption,
    WorkersOption,
    app_with,
    emit,
    reporter,
    say,
)
from dragoman.records.codec import encode


def code(
    paths: Paths,
    teasers: TeasersOption = None,
    actors: ActorsOption = None,
    workers: WorkersOption = None,
) -> None:
    """Print the claims of documents as JSON Lines, without a record.

    Example: dragoman code statement.txt articles/ > claims.jsonl
    """
    app = app_with(teasers=teasers, actors=actors, workers=workers)
    with reporter() as report:
        for worked in app.code(paths):
            for refusal in worked.refusals:
                report.refused(refusal)
            for claim in worked.claims:
                emit(encode(claim))
            report.passed(worked.path)
    if report.failed:
        raise typer.Exit(FAILURE)


def build(
    paths: Paths,
    record: RecordOption = None,
    teasers: TeasersOption = None,
    actors: ActorsOption = None,
    workers: WorkersOption = None,
) -> None:
    """Take documents into a record: archive, code, corroborate; only what is new is read.

    Example: dragoman build articles/ --record mine.db
    """
    app = app_with(record=record, teasers=teasers, actors=actors, workers=workers)
    try:
        with reporter() as report:
            tally = app.build(paths, report)
    except KeyboardInterrupt:
        say("stopped; what is done is kept, run the same command to go on")
        raise typer.Exit(INTERRUPTED) from None
    say(
        f"{app.settings.record}: {tally.read} documents read, {tally.unchanged} unchanged, "
        f"{tally.failed} failed, {tally.claims} claims found"
    )
    if tally.failed:
        raise typer.Exit(FAILURE)
