"""`correct`, `corrections` and `review`, as people use them and as scripts do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command

TEXT = (
    "Cuba and Algeria established diplomatic relations on 17 October 1962. "
    "In May 1972 Fidel Castro visited Algeria. Algeria thanked Cuba."
)
BY = ("--by", "R. Hale", "--why", "read it")


@pytest.fixture
def record(dragoman: Command, tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT)
    dragoman("build", tmp_path / "a.txt", "--record", tmp_path / "r.db")
    return tmp_path / "r.db"


def listed(dragoman: Command, record: Path, what: str = "claims") -> list[dict[str, object]]:
    out = dragoman(what, "--record", record, "--format", "json").out
    return [json.loads(line) for line in out.splitlines()]


def visit(dragoman: Command, record: Path) -> str:
    """The id of the claim of the visit."""
    [claim] = [claim for claim in listed(dragoman, record) if claim["event_type"] == "CONSULT"]
    return str(claim["id"])


def test_a_rejected_claim_leaves_claims_and_events_and_comes_back(
    dragoman: Command, record: Path
) -> None:
    claims, events = listed(dragoman, record), listed(dragoman, record, "events")
    claim = visit(dragoman, record)
    status, out, err = dragoman("correct", claim[:12], "--reject", *BY, "--record", record)
    assert (status, err) == (0, "")
    assert len(listed(dragoman, record)) == len(claims) - 1
    assert len(listed(dragoman, record, "events")) == len(events) - 1
    assert "REJECTED by R. Hale" in dragoman("search", "visited", "--record", record).out
    back = dragoman("corrections", "--take-back", out.strip(), *BY, "--record", record)
    assert back.status == 0
    assert listed(dragoman, record) == claims
    assert listed(dragoman, record, "events") == events


def test_a_change_shows_in_claims_events_and_the_ledger(dragoman: Command, record: Path) -> None:
    claim = visit(dragoman, record)
    changes = ("--set", "date=1972-05-08", "--set", "certainty=PR+")
    assert dragoman("correct", claim, *changes, *BY, "--record", record).status == 0
    [event] = [e for e in listed(dragoman, record, "events") if e["event_type"] == "CONSULT"]
    assert event["occurred"] == "1972-05-08"
    ledger = dragoman("corrections", "--record", record).out
    assert "occurred: 1972-05 → 1972-05-08" in ledger
    assert "R. Hale changes: read it" in ledger


def test_corrections_survive_a_build_and_lost_ones_are_told(
    dragoman: Command, record: Path, tmp_path: Path
) -> None:
    claim = visit(dragoman, record)
    dragoman("correct", claim, "--confirm", *BY, "--record", record)
    (tmp_path / "a.txt").write_text(TEXT.replace("visited", "avoided"))
    err = dragoman("build", tmp_path / "a.txt", "--record", record).err
    assert "dragoman corrections --lost" in err
    assert claim in dragoman("corrections", "--lost", "--record", record).out


def test_a_ledger_is_carried_to_another_record(
    dragoman: Command, record: Path, tmp_path: Path
) -> None:
    dragoman("correct", visit(dragoman, record), "--reject", *BY, "--record", record)
    ledger = tmp_path / "ledger.jsonl"
    ledger.write_text(dragoman("corrections", "--format", "jsonl", "--record", record).out)
    dragoman("build", tmp_path / "a.txt", "--record", tmp_path / "other.db")
    dragoman("corrections", "--import", ledger, "--record", tmp_path / "other.db")
    assert listed(dragoman, tmp_path / "other.db") == listed(dragoman, record)


@pytest.mark.parametrize(
    "wrong",
    [
        ("clm_zz", "--reject"),
        ("VISIT",),
        ("VISIT", "--reject", "--confirm"),
        ("VISIT", "--set", "date=soon"),
        ("VISIT", "--set", "type=WAR"),
        ("VISIT", "--set", "actors=Ruritania"),
        ("VISIT", "--merge", "VISIT"),
    ],
)
def test_what_cannot_be_corrected_is_wrong_usage(
    dragoman: Command, record: Path, wrong: tuple[str, ...]
) -> None:
    claim = visit(dragoman, record)
    given = [claim if word == "VISIT" else word for word in wrong]
    status, out, err = dragoman("correct", *given, *BY, "--record", record)
    assert (status, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert dragoman("corrections", "--record", record).out == ""


def test_who_and_why_are_asked_for(dragoman: Command, record: Path) -> None:
    claim = visit(dragoman, record)
    assert dragoman("correct", claim, "--reject", "--why", "so", "--record", record).status == 2
    blank = ("--by", " ", "--why", "so")
    assert dragoman("correct", claim, "--reject", *blank, "--record", record).status == 2


def test_an_import_that_is_none_is_wrong_usage(
    dragoman: Command, record: Path, tmp_path: Path
) -> None:
    (tmp_path / "bad.jsonl").write_text("{}\n")
    for path in (tmp_path / "none.jsonl", tmp_path / "bad.jsonl"):
        assert dragoman("corrections", "--import", path, "--record", record).status == 2


def test_review_steps_through_and_stops_where_it_is_told(dragoman: Command, record: Path) -> None:
    number = len(listed(dragoman, record))
    keys = b"x\ns\nr\nnot so\ne\ndate=never\n\ne\ndate=1999\n\nseen\nq\n"
    status, out, err = dragoman("review", "--by", "R. Hale", "--record", record, stdin=keys)
    assert status == 0
    assert f"1 of {number}" in out
    assert "2 corrected" in err
    assert "'never' is no EDTF date" in err
    ledger = dragoman("corrections", "--record", record).out
    assert "R. Hale rejects: not so" in ledger
    assert "R. Hale changes: seen" in ledger
    assert len(listed(dragoman, record)) == number - 1


def test_review_ends_with_its_input_and_leaves_what_was_looked_over(
    dragoman: Command, record: Path
) -> None:
    number = len(listed(dragoman, record))
    dragoman("review", "--by", "R. Hale", "--record", record, stdin=b"c\n\n" * number)
    assert "nothing is left" in dragoman("review", "--by", "R. Hale", "--record", record).err


def test_review_of_a_pair(dragoman: Command, record: Path) -> None:
    out = dragoman("review", "--pair", "CUB", "Peru", "--by", "R. Hale", "--record", record)
    assert (out.status, out.out) == (0, "")
    assert "nothing is left" in out.err
