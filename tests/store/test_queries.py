from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, Select
from sqlalchemy.dialects import postgresql, sqlite

from dragoman.ports import EventQuery
from dragoman.store import queries
from dragoman.store.engine import address, connect, reading
from dragoman.store.migrations import prepare

POSTGRESQL = postgresql.dialect()  # type: ignore[no-untyped-call]
TWO_SIDES = EventQuery(sides=("PRK", "PSE"))
ALL_AT_ONCE = EventQuery(
    sides=("PRK", "PSE"),
    event_types=("AID", "SUPPORT"),
    since="1966",
    until="197X",
    source="Encyclopedia",
    document="doc_a",
    standing="single",
    certainty="CT+",
    words="embassies",
    limit=10,
)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    made = connect(address(str(tmp_path / "record.db")), wait_s=1)
    prepare(made)
    yield made
    made.dispose()


def plan(connection: Connection, wanted: Select[tuple[str, ...]]) -> str:
    sql = wanted.compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True})
    rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}").all()
    return "\n".join(row[-1] for row in rows)


@pytest.mark.parametrize("asked", [queries.claims, queries.events])
def test_two_sides_are_looked_up_in_an_index(engine: Engine, asked: object) -> None:
    with reading(engine) as connection:
        steps = plan(connection, asked(connection, TWO_SIDES))  # type: ignore[operator]
    assert steps.count("side=?") == 2
    assert "SCAN" not in steps


@pytest.mark.parametrize("asked", [queries.claims, queries.events])
def test_the_first_by_date_are_read_without_sorting(engine: Engine, asked: object) -> None:
    with reading(engine) as connection:
        steps = plan(connection, asked(connection, EventQuery(limit=10)))  # type: ignore[operator]
    assert "_by_date" in steps


@pytest.mark.parametrize("asked", [queries.claims, queries.events])
def test_what_is_recent_is_looked_up_by_its_last_day(engine: Engine, asked: object) -> None:
    with reading(engine) as connection:
        steps = plan(connection, asked(connection, EventQuery(since="2024")))  # type: ignore[operator]
    assert "_by_end (latest>?)" in steps


@pytest.mark.parametrize("asked", [queries.claims, queries.events])
def test_a_query_can_be_said_to_postgresql(engine: Engine, asked: object) -> None:
    with reading(engine) as connection:
        wanted = asked(connection, ALL_AT_ONCE)  # type: ignore[operator]
    assert "NULLS LAST" in str(wanted.compile(dialect=POSTGRESQL))
