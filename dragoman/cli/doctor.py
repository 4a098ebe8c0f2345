"""`doctor`: whether everything is in place."""

from __future__ import annotations

import typer

from dragoman.cli.terminal import FAILURE, RecordOption, app_with
from dragoman.examination import examine


def doctor(record: RecordOption = None) -> None:
    """Check the installation, the settings, the record and its archive.

    Example: dragoman doctor --record mine.db
    """
    app = app_with(record=record)
    bad = 0
    for finding in examine(app):
        bad += not finding.good
        typer.echo(f"{'ok ' if finding.good else 'BAD'} {finding.subject:<16} {finding.detail}")
    if bad:
        raise typer.Exit(FAILURE)
