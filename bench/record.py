"""A record made larger without reading: everything in it once more, under other ids."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from dragoman.store.schema import METADATA

_IDS = ("cap", "doc", "clm", "evt", "lnk")
_WITH_IDS = frozenset({"id", "document", "capture", "left", "right", "payload", "merged_into"})
_COPIED = (
    *("captures", "documents", "claims", "events", "links"),
    *("claim_sides", "event_sides", "event_claims"),
)


def claims_in(record: Path) -> int:
    """How many claims a record holds."""
    with closing(sqlite3.connect(record)) as connection:
        return int(connection.execute("SELECT count(*) FROM claims").fetchone()[0])


def multiply(record: Path, times: int) -> None:
    """Puts so many of what the record holds into it: each pair has so many times the claims."""
    with closing(sqlite3.connect(record)) as connection:
        held = _rows_held(connection)
        for copy in range(1, times):
            with connection:
                for table in _COPIED:
                    connection.execute(_copying(table, held), {"copy": copy, "mark": f"x{copy:02}"})


def _rows_held(connection: sqlite3.Connection) -> dict[str, int]:
    counted = ("claims", "documents", "events", "links")
    return {
        table: connection.execute(f"SELECT coalesce(max(row), 0) FROM {table}").fetchone()[0]  # noqa: S608
        for table in counted
    }


def _copying(table: str, held: dict[str, int]) -> str:
    """The statement that adds one copy of what a table held at first."""
    columns = [column.name for column in METADATA.tables[table].columns]
    values = (_value(table, column, held) for column in columns)
    quoted = ", ".join(f'"{column}"' for column in columns)
    return (
        f"INSERT INTO {table} ({quoted}) SELECT {', '.join(values)} FROM {table}"  # noqa: S608
        f" WHERE {_original(table, held)}"
    )


def _value(table: str, column: str, held: dict[str, int]) -> str:
    """A column of a copy: rows are counted on, ids bear a mark, all else stays."""
    numbered = {"row": table, "claim": "claims", "event": "events"}.get(column)
    if numbered in held:
        return f'"{column}" + :copy * {held[numbered]}'
    value = f'"{column}"'
    if column in _WITH_IDS:
        for kind in _IDS:
            value = f"replace({value}, '{kind}_', '{kind}_' || :mark)"
    return value


def _original(table: str, held: dict[str, int]) -> str:
    """The condition that a row is none that was added here."""
    numbers = {"row": held.get(table), "claim": held["claims"], "event": held["events"]}
    for column, last in numbers.items():
        if last is not None and column in METADATA.tables[table].columns:
            return f'"{column}" <= {last}'
    return "id NOT GLOB 'cap_x*'"
