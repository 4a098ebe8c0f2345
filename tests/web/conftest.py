from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from dragoman.web.config import WebConfig
from dragoman.web.server import create
from tests.web.making import app_over, noon, ordinary

Browser = TestClient[Any]


class Site:
    """A record that is served, and the ids of what is in it."""

    def __init__(self, client: Browser, ids: dict[str, str]) -> None:
        self.client = client
        self.ids = ids

    def page(self, address: str, status: int = 200, headers: dict[str, str] | None = None) -> str:
        """The text of an answer, which must have this status."""
        answer = self.client.get(address.format(**self.ids), headers=headers)
        assert answer.status_code == status, answer.text
        return answer.text

    def json(self, address: str, status: int = 200) -> Any:
        """The JSON of an answer, which must have this status."""
        answer = self.client.get(address.format(**self.ids))
        assert answer.status_code == status, answer.text
        return answer.json()


def opened(record: Path, **config: Any) -> Browser:
    """A client of a server over the record."""
    given = WebConfig(**{"requests_per_minute": 0, "hosts": ("testserver.local",), **config})
    doorkeeper = create(app_over(record), given, clock=noon, apart=False)
    return TestClient(app=doorkeeper)


def at_home(record: Path, **config: Any) -> Browser:
    """A client on the machine of the record, who may correct it."""
    given = WebConfig(**{"requests_per_minute": 0, **config})
    doorkeeper = create(app_over(record), given, clock=noon, apart=False)
    return TestClient(app=doorkeeper, base_url="http://127.0.0.1:8765")


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    path = tmp_path_factory.mktemp("web") / "record.db"
    return path, ordinary(path)


@pytest.fixture(scope="session")
def site(record: tuple[Path, dict[str, str]]) -> Iterator[Site]:
    path, ids = record
    with opened(path) as client:
        yield Site(client, ids)
