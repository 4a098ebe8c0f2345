from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine

from dragoman.executors import Processes, Serial
from dragoman.ports import Executor, Store
from dragoman.store import open_record
from dragoman.store.schema import METADATA
from tests.store.making import noon

SERVER = "DRAGOMAN_TEST_DATABASE"  # the URL of an empty PostgreSQL database, if there is one


STORES = ["sqlite", "server"] if SERVER in os.environ else ["sqlite"]


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    url = os.environ[SERVER] if request.param == "server" else str(tmp_path / "record.db")
    record = open_record(url, clock=noon)
    yield record
    record.close()
    if request.param == "server":
        METADATA.drop_all(create_engine(url))


@pytest.fixture(params=["serial", "processes"])
def executor(request: pytest.FixtureRequest) -> Executor:
    return Serial() if request.param == "serial" else Processes(2)
