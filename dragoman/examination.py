"""`dragoman doctor`: what of an installation is in place, and what is not."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman import __version__
from dragoman.app import App
from dragoman.errors import DragomanError, UsageError
from dragoman.records.codec import Record


class Finding(Record, frozen=True, kw_only=True):
    """One thing that was examined."""

    subject: str
    good: bool
    detail: str


def examine(app: App) -> Iterator[Finding]:
    """What is in place, and what is not."""
    yield Finding(subject="dragoman", good=True, detail=__version__)
    yield _examined("language model", lambda: _reads(app))
    yield _examined("actors", lambda: f"{len(app.catalogue.actors):,} known")
    yield _examined("full text", _searches)
    if "://" in app.settings.record or Path(app.settings.record).exists():
        yield _examined("record", lambda: _counted(app))
        yield _examined("archive", lambda: _verified(app))
    else:
        absent = f"none at {app.settings.record}: `dragoman build PATH` makes one"
        yield Finding(subject="record", good=True, detail=absent)


def _counted(app: App) -> str:
    if app.unfinished():
        raise UsageError("a build was stopped: run it again, or events are missing")
    with app.store() as store:
        return ", ".join(f"{n:,} {thing}" for thing, n in store.view().counts().items())


def _verified(app: App) -> str:
    """How many captures still have their digest; DragomanError for one that has not."""
    archive, verified = app.archive(), 0
    with app.store() as store:
        for capture in store.view().captures():
            if archive.verify(capture) is not True:
                raise UsageError(f"capture {capture.id} of {capture.url} is gone or damaged")
            verified += 1
    return f"{verified:,} captures have their digest"


def _examined(subject: str, look: Any) -> Finding:
    """What a look finds; bad if it fails."""
    try:
        return Finding(subject=subject, good=True, detail=look())
    except DragomanError as error:
        return Finding(subject=subject, good=False, detail=str(error))


def _reads(app: App) -> str:
    sentences = app.parsed("Cuba recognised Algeria in 1962.").sentences
    return f"{app.settings.language_model}, {len(sentences[0].tokens)} words parsed"


def _searches() -> str:
    """The version of SQLite, if it has full-text search."""
    with sqlite3.connect(":memory:") as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE t USING fts5(x)")
        except sqlite3.OperationalError as error:
            raise UsageError(f"SQLite {sqlite3.sqlite_version} lacks FTS5: {error}") from error
    return f"SQLite {sqlite3.sqlite_version} with FTS5"
