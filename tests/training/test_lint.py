import copy
from collections.abc import Callable

import pytest

from training.expand import expand
from training.lint import Row, faults, read, shortfalls
from training.wordings import CLAUSES, clauses, read_wordings


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    return read()


def test_the_sentences_kept_are_sound_and_enough(rows: list[Row]) -> None:
    assert [*faults(rows), *shortfalls(rows)] == []


def test_the_sentences_kept_are_those_that_the_wordings_give(rows: list[Row]) -> None:
    made = {s.id: s.text for s in expand(read_wordings(), clauses(CLAUSES))}
    assert {row["id"]: row["text"] for row in rows} == made


def spoil_span(row: Row) -> None:
    row["events"][0]["trigger"]["start"] += 1


def spoil_type(row: Row) -> None:
    row["events"][0]["type"] = "ATTACK"


def spoil_mode(row: Row) -> None:
    row["events"][0]["modes"] = ["nuclear-winter"]


def spoil_sides(row: Row) -> None:
    row["events"][0] |= {"actors": [], "recipients": []}


@pytest.mark.parametrize("spoil", [spoil_span, spoil_type, spoil_mode, spoil_sides])
def test_what_is_spoiled_is_found(rows: list[Row], spoil: Callable[[Row], None]) -> None:
    row = copy.deepcopy(next(r for r in rows if r["events"] and r["events"][0]["trigger"]))
    spoil(row)
    assert [fault for fault in faults([row]) if fault.startswith(row["id"])]
