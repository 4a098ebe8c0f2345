from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, inspect

from dragoman.errors import StoreError
from dragoman.ports import EventQuery
from dragoman.store import open_record
from dragoman.store.engine import address, connect, reading, writing
from dragoman.store.migrations import FIRST, MIGRATIONS, prepare
from tests.factories import make_claim
from tests.store.making import make_intake, noon, take_in

NEWEST = FIRST + len(MIGRATIONS)


def add_mood(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE claims ADD COLUMN mood TEXT")
    connection.exec_driver_sql("UPDATE claims SET mood = 'calm'")


def fail(connection: Connection) -> None:
    connection.exec_driver_sql("DROP TABLE claim_sides")
    raise StoreError("this migration cannot be done")


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    """The engine of a record with one claim, made by this version."""
    path = tmp_path / "record.db"
    store = open_record(str(path), clock=noon)
    take_in(store, make_intake(claims=[make_claim()]))
    store.close()
    return connect(address(str(path)), wait_s=1)


def test_an_older_record_is_brought_up_to_date_and_keeps_what_it_held(engine: Engine) -> None:
    prepare(engine, migrations=(*MIGRATIONS, add_mood))
    prepare(engine, migrations=(*MIGRATIONS, add_mood))
    with reading(engine) as connection:
        rows = connection.exec_driver_sql("SELECT mood, document IS NULL FROM claims").all()
        version = connection.exec_driver_sql(
            "SELECT value FROM meta WHERE key = 'schema_version'"
        ).scalar()
    assert rows == [("calm", 0)]
    assert version == str(NEWEST + 1)


def test_a_record_of_before_corrections_can_be_corrected_and_keeps_its_claims(
    engine: Engine,
) -> None:
    with writing(engine) as connection:
        for index in ("claims_by_confidence", "links_by_score"):
            connection.exec_driver_sql(f"DROP INDEX {index}")
        for column in ("section", "confidence", "rejected"):
            connection.exec_driver_sql(f"ALTER TABLE claims DROP COLUMN {column}")
        for table in ("corrected", "corrections"):
            connection.exec_driver_sql(f"DROP TABLE {table}")
        connection.exec_driver_sql("UPDATE meta SET value = '1' WHERE key = 'schema_version'")
    prepare(engine)
    columns = "section, confidence, rejected"
    with reading(engine) as connection:
        rows = connection.exec_driver_sql(f"SELECT {columns} FROM claims").all()  # noqa: S608
        assert inspect(connection).has_table("corrections")
    assert rows == [("body", 0.8, 0)]
    assert engine.url.database is not None
    view = open_record(engine.url.database, clock=noon).view()
    assert [claim.section for claim in view.claims(EventQuery(section="body"))] == ["body"]


def test_a_migration_that_fails_leaves_the_record_as_it_was(engine: Engine) -> None:
    with pytest.raises(StoreError):
        prepare(engine, migrations=(*MIGRATIONS, add_mood, fail))
    with reading(engine) as connection:
        assert inspect(connection).has_table("claim_sides")
        assert "mood" not in {c["name"] for c in inspect(connection).get_columns("claims")}
    prepare(engine)


def test_a_newer_record_asks_for_a_newer_dragoman(engine: Engine) -> None:
    prepare(engine, migrations=(*MIGRATIONS, add_mood))
    with pytest.raises(StoreError, match=f"has version {NEWEST + 1}.*upgrade Dragoman"):
        prepare(engine)
    assert engine.url.database is not None
    with pytest.raises(StoreError, match="upgrade Dragoman"):
        open_record(engine.url.database, clock=noon)
