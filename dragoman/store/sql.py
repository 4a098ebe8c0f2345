"""A record in an SQL database: SQLite by default, PostgreSQL by URL."""

from __future__ import annotations

from sqlalchemy import URL

from dragoman.errors import StoreError
from dragoman.ports import Clock
from dragoman.store.engine import address, connect, file_of
from dragoman.store.migrations import prepare
from dragoman.store.view import SqlView
from dragoman.store.writer import SqlWriter

PATIENCE_S = 30.0  # longer than any batch of another run should take


def open_record(url: str, *, clock: Clock, create: bool = True) -> SqlStore:
    """The record at a database URL or the path of an SQLite file, brought up to date."""
    return SqlStore(url, clock=clock, create=create)


class SqlStore:
    """A record in a database."""

    def __init__(
        self, url: str, *, clock: Clock, create: bool = True, wait_s: float = PATIENCE_S
    ) -> None:
        place = address(url)
        _check(place, create)
        self._clock = clock
        self._engine = connect(place, wait_s)
        try:
            prepare(self._engine, create=create)
        except StoreError:
            self.close()
            raise

    def view(self) -> SqlView:
        """For reading."""
        return SqlView(self._engine)

    def writer(self) -> SqlWriter:
        """For adding."""
        return SqlWriter(self._engine, self._clock)

    def close(self) -> None:
        """Lets go of the record."""
        self._engine.dispose()


def _check(place: URL, create: bool) -> None:
    """StoreError where no file is, or none can be."""
    file = file_of(place)
    if file is None:
        return
    if not create and not file.is_file():
        raise StoreError(f"{file} is not there: build it first, or name another record")
    if not file.parent.is_dir():
        raise StoreError(f"{file.parent} is no folder: make it, or name another record")
