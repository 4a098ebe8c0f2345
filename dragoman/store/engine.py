"""The database under a record: the one place that knows SQLite from another."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event, exc, make_url
from sqlalchemy.dialects import sqlite

from dragoman.errors import StoreError

WRITES = "dragoman_writes"
Rows = Iterable[Mapping[str, Any]]


def address(url: str) -> URL:
    """The URL of a database; what is no URL is the path of an SQLite file."""
    if "://" not in url:
        return URL.create("sqlite", database=url)
    try:
        found = make_url(url)
    except exc.ArgumentError as error:
        raise StoreError(f"{url!r} is not a database URL: write sqlite:///FILE") from error
    if found.get_backend_name() == "sqlite" and found.database in (None, "", ":memory:"):
        raise StoreError(f"{url!r} names no file: write sqlite:///FILE")
    return found


def file_of(url: URL) -> Path | None:
    """The file of an SQLite database; None for one on a server."""
    if url.get_backend_name() != "sqlite" or url.database is None:
        return None
    return Path(url.database)


def connect(url: URL, wait_s: float) -> Engine:
    """An engine whose readers see one moment, and whose writers come one after another."""
    if url.get_backend_name() != "sqlite":
        return create_engine(url)
    engine = create_engine(url, connect_args={"isolation_level": None, "timeout": wait_s})
    file = file_of(url)

    def tune(connection: sqlite3.Connection, _: object) -> None:
        if file is not None and (not file.exists() or file.stat().st_size == 0):
            connection.execute("PRAGMA journal_mode = WAL")  # written into the file, for good
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA temp_store = MEMORY")

    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(WRITES)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    event.listen(engine, "connect", tune)
    event.listen(engine, "begin", begin)
    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees the record as it is at this moment, whoever writes meanwhile."""
    with plainly(engine), engine.connect() as connection:
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A connection in a transaction of its own: kept if all goes well, else as if never made."""
    with plainly(engine), engine.connect() as bare:
        connection = bare.execution_options(**{WRITES: True})
        with connection.begin():
            yield connection


@contextmanager
def plainly(engine: Engine) -> Iterator[None]:
    """Says in one line what a database says in many."""
    where = engine.url.database
    try:
        yield
    except (exc.DBAPIError, sqlite3.Error) as error:
        said = str(error.orig if isinstance(error, exc.DBAPIError) else error)
        if "locked" in said:
            message = f"{where} is being written by another run: wait until that has ended"
        elif "not a database" in said:
            message = f"{where} is not a record: name another file"
        else:
            message = f"{where} cannot be used ({said}): put back a copy, or name another file"
        raise StoreError(message) from error


def upsert(
    connection: Connection, table: Table, rows: Rows, *, key: tuple[str, ...] = ("id",)
) -> None:
    """Puts rows in place of those with the same key."""
    values = list(rows)
    if values:
        connection.execute(_upsert(connection.dialect.name, table, tuple(values[0]), key), values)


def insert_new(connection: Connection, table: Table, rows: Rows) -> None:
    """Adds rows, but for those that are there."""
    values = list(rows)
    if values:
        connection.execute(_insert_new(connection.dialect.name, table), values)


# To build such a statement takes longer than to run it, and there are several to each document.
@cache
def _upsert(dialect: str, table: Table, columns: tuple[str, ...], key: tuple[str, ...]) -> Any:
    statement = _insert(dialect)(table)
    changed = {name: statement.excluded[name] for name in columns if name not in key}
    return statement.on_conflict_do_update(index_elements=key, set_=changed)


@cache
def _insert_new(dialect: str, table: Table) -> Any:
    return _insert(dialect)(table).on_conflict_do_nothing()


def _insert(dialect: str) -> Any:
    """The dialect's own INSERT: what to do on conflict is in no standard."""
    if dialect == "postgresql":
        from sqlalchemy.dialects import postgresql  # noqa: PLC0415 - slow, and seldom wanted

        return postgresql.insert
    return sqlite.insert
