from __future__ import annotations

import csv
import io
import json

import pytest

from dragoman import registry
from dragoman.export.tables import CLAIM, DOCUMENT, EVENT
from dragoman.ports import EventQuery, Exporter, View
from tests.export.conftest import NASTY

EVERYTHING = EventQuery()


def exported(name: str, view: View) -> str:
    exporter: Exporter = registry.load(registry.EXPORTERS, name)
    return b"".join(exporter.export(view, EVERYTHING)).decode()


def rows(name: str, view: View) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(exported(name, view))))


@pytest.mark.parametrize(
    ("thing", "columns"), [("events", EVENT), ("claims", CLAIM), ("citations", DOCUMENT)]
)
def test_a_row_for_each_under_its_columns(thing: str, columns: object, view: View) -> None:
    table, lines = rows(f"{thing}.csv", view), exported(f"{thing}.jsonl", view).splitlines()
    assert len(table) == len(lines) == 2
    assert list(table[0]) == list(columns)  # type: ignore[call-overload]
    name = "document" if thing == "citations" else "id"
    assert [row[name] for row in table] == [json.loads(line)[name] for line in lines]


def test_no_cell_is_a_formula(view: View) -> None:
    table = rows("claims.csv", view)
    assert [row["text"] for row in table] == ["They met.", f"'{NASTY}"]
    assert all(not cell.startswith(("=", "+", "@")) for row in table for cell in row.values())


def test_figures_stay_figures(view: View) -> None:
    [first, _] = rows("events.csv", view)
    assert float(first["score"]) == 5.0
    assert first["actor_countries"] == "PRK"
