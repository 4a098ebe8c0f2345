"""Versions of the tables: a record of an older version is brought up to date when opened."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, Engine, insert, inspect, select, update

from dragoman.errors import StoreError
from dragoman.store import search
from dragoman.store.engine import reading, writing
from dragoman.store.schema import CLAIMS, CORRECTED, CORRECTIONS, LINKS, META, METADATA

Migration = Callable[[Connection], None]


def add_corrections(connection: Connection) -> None:
    """Makes room for what people correct, and columns for what doubtful claims are found by."""
    METADATA.create_all(connection, tables=[CORRECTIONS, CORRECTED])
    for column in _NEW_COLUMNS:
        connection.exec_driver_sql(f"ALTER TABLE claims ADD COLUMN {column}")
    of = "json_extract(payload, '$.{}')" if _is_sqlite(connection) else "(payload::json ->> '{}')"
    section, confidence = of.format("section"), f"CAST({of.format('confidence')} AS FLOAT)"
    connection.exec_driver_sql(
        f"UPDATE claims SET section = {section}, confidence = {confidence}"  # noqa: S608 our words
    )
    for index in (*CLAIMS.indexes, *LINKS.indexes):
        index.create(connection, checkfirst=True)


_NEW_COLUMNS = (
    "section TEXT NOT NULL DEFAULT ''",
    "confidence FLOAT NOT NULL DEFAULT 0",
    "rejected BOOLEAN NOT NULL DEFAULT FALSE",
)


def _is_sqlite(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"


FIRST = 1  # the version of a record that no migration has touched
MIGRATIONS: tuple[Migration, ...] = (add_corrections,)  # from version 1 to 2, and so on


def prepare(
    engine: Engine, *, create: bool = True, migrations: tuple[Migration, ...] = MIGRATIONS
) -> None:
    """Makes the tables of a new record, or brings those of an older one up to date."""
    newest = FIRST + len(migrations)
    with reading(engine) as connection:
        if _version(connection, newest) == newest:
            return
    with writing(engine) as connection:
        version = _version(connection, newest)  # another run may have been quicker
        if version is not None:
            _migrate(connection, version, migrations)
        elif create:
            _create(connection, newest)
        else:
            raise StoreError(f"{engine.url.database} is empty: build a record first")


def _version(connection: Connection, newest: int) -> int | None:
    """The version of a record; None where there is nothing at all."""
    where = connection.engine.url.database
    if not inspect(connection).has_table(META.name):
        if inspect(connection).get_table_names():
            raise StoreError(f"{where} is a database but no record: name another file")
        return None
    found = connection.scalar(select(META.c.value).where(META.c.key == "schema_version"))
    if found is None or not str(found).isdigit():
        raise StoreError(f"{where} is a database but no record: name another file")
    if int(found) > newest:
        raise StoreError(
            f"{where} has version {found}, and this Dragoman knows {newest}: upgrade Dragoman"
        )
    return int(found)


def _create(connection: Connection, version: int) -> None:
    METADATA.create_all(connection)
    search.create(connection)
    rows = [
        {"key": "format", "value": "dragoman record"},
        {"key": "schema_version", "value": str(version)},
    ]
    connection.execute(insert(META), rows)


def _migrate(connection: Connection, version: int, migrations: tuple[Migration, ...]) -> None:
    for migration in migrations[version - FIRST :]:
        migration(connection)
    newest = str(FIRST + len(migrations))
    connection.execute(update(META).where(META.c.key == "schema_version").values(value=newest))
