"""`dossier`, `claims`, `events`, `anniversaries`, `export` and `doctor` over a small record."""

from __future__ import annotations

import csv
import json
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Command

TEXT = (
    "Cuba and Algeria established diplomatic relations on 17 October 1962. "
    "In May 1972 Fidel Castro visited Algeria. Algeria thanked Cuba."
)


@pytest.fixture
def record(dragoman: Command, tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT)
    dragoman("build", tmp_path / "a.txt", "--record", tmp_path / "r.db")
    return tmp_path / "r.db"


@pytest.mark.parametrize(
    ("form", "sign"),
    [("text", "Timeline"), ("md", "# "), ("html", "<!doctype html>"), ("json", '{"')],
)
def test_a_dossier_in_each_form(dragoman: Command, record: Path, form: str, sign: str) -> None:
    status, out, _ = dragoman("dossier", "CUB", "Algeria", "--record", record, "--format", form)
    assert status == 0
    assert sign in out
    assert "1962-10-17" in out


@pytest.mark.parametrize(("form", "sign"), [("bibtex", "@misc{"), ("csl", '"custom":{')])
def test_what_a_dossier_cites(dragoman: Command, record: Path, form: str, sign: str) -> None:
    status, out, _ = dragoman("dossier", "CUB", "DZA", "--record", record, "--format", form)
    assert status == 0
    assert sign in out
    assert "sha256:" in out


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("1950", "In 1950: none"),
        ("1980-05-01", "On 1 May 1980: relations since 17 October 1962."),
    ],
)
def test_the_state_on_a_date(dragoman: Command, record: Path, on: str, said: str) -> None:
    assert said in dragoman("dossier", "CUB", "DZA", "--on", on, "--record", record).out


def test_the_newest_first(dragoman: Command, record: Path) -> None:
    oldest = dragoman("dossier", "CUB", "DZA", "--record", record, "--format", "json").out
    newest = dragoman(
        "dossier", "CUB", "DZA", "--newest", "--record", record, "--format", "json"
    ).out
    assert json.loads(newest)["timeline"] == json.loads(oldest)["timeline"][::-1]


def test_anniversaries_fall_due_in_the_days_asked_for(dragoman: Command, record: Path) -> None:
    ask = ("anniversaries", "--from", "2022-10-10", "--record", record)
    assert "2022-10-17  60 ●" in dragoman(*ask).out
    assert dragoman(*ask, "--days", 7).out == ""
    [line] = dragoman(*ask, "CUB", "--format", "json").out.splitlines()
    found = json.loads(line)
    assert (found["on"], found["years"], found["round"]) == ("2022-10-17", 60, True)
    assert found["event"]["modes"] == ["establish-relations"]


def test_a_first_day_that_is_none_is_wrong_usage(dragoman: Command, record: Path) -> None:
    status, _, err = dragoman("anniversaries", "--from", "1988", "--record", record)
    assert status == 2
    assert "1988" in err


@pytest.mark.parametrize("thing", ["events", "claims"])
def test_what_is_exported_is_what_is_listed(dragoman: Command, record: Path, thing: str) -> None:
    ask = ("CUB", "DZA", "--until", "1965", "--record", record)
    listed = dragoman(thing, *ask, "--format", "json").out
    assert dragoman("export", thing, *ask).out == listed != ""
    rows = list(csv.DictReader(dragoman("export", thing, *ask, "--format", "csv").out.splitlines()))
    assert [row["id"] for row in rows] == [json.loads(line)["id"] for line in listed.splitlines()]


def test_an_export_that_nothing_makes_names_those_that_are(dragoman: Command, record: Path) -> None:
    status, out, err = dragoman("export", "events", "--format", "bibtex", "--record", record)
    assert (status, out) == (2, "")
    assert "citations.bibtex" in err


def test_sides_go_by_code_or_name(dragoman: Command, record: Path) -> None:
    by_code = dragoman("events", "CUB", "DZA", "--record", record).out
    assert dragoman("events", "cuba", "Algeria", "--record", record).out == by_code != ""


def test_events_as_json_have_the_public_shape(dragoman: Command, record: Path) -> None:
    out = dragoman("events", "CUB", "DZA", "--record", record, "--format", "json").out
    events = [json.loads(line) for line in out.splitlines()]
    relations = next(event for event in events if "establish-relations" in event["modes"])
    assert relations["occurred"] == "1962-10-17"
    assert relations["standing"] == "single"
    assert {side["country"] for side in relations["actors"]} == {"CUB", "DZA"}


def test_claims_are_filtered(dragoman: Command, record: Path) -> None:
    everything = dragoman("claims", "--record", record, "--format", "json").out.splitlines()
    early = dragoman(
        "claims", "--until", "1965", "--record", record, "--format", "json"
    ).out.splitlines()
    assert 0 < len(early) < len(everything)


def test_claims_and_events_are_asked_in_the_same_words(dragoman: Command, record: Path) -> None:
    for thing in ("claims", "events"):
        ask = (thing, "--certainty", "CT+", "--standing", "single", "--limit", 1)
        assert len(dragoman(*ask, "--record", record).out.splitlines()) == 2
        assert dragoman(thing, "--source", "Nobody", "--record", record).out == ""


def test_an_unknown_side_is_wrong_usage(dragoman: Command, record: Path) -> None:
    status, _, err = dragoman("dossier", "CUB", "Ruritania", "--record", record)
    assert status == 2
    assert "Ruritania" in err


def test_a_name_of_two_states_asks_which(dragoman: Command, record: Path) -> None:
    status, _, err = dragoman("dossier", "CUB", "Korea", "--record", record)
    assert status == 2
    assert "PRK" in err
    assert "KOR" in err


@pytest.mark.parametrize(
    "wrong",
    [("--type", "WAR"), ("--since", "soon"), ("--until", "2023-02-31"), ("--standing", "maybe")],
)
def test_a_filter_that_can_match_nothing_is_wrong_usage(
    dragoman: Command, record: Path, wrong: tuple[str, str]
) -> None:
    status, out, err = dragoman("events", *wrong, "--record", record)
    assert (status, out) == (2, "")
    assert wrong[1] in err


def test_an_unfinished_build_is_told_of(dragoman: Command, record: Path) -> None:
    with sqlite3.connect(record) as connection:
        connection.execute("INSERT INTO stale_blocks (block) VALUES ('CUB+DZA/relate')")
    connection.close()
    assert "run it again" in dragoman("dossier", "CUB", "DZA", "--record", record).err
    assert "BAD record" in dragoman("doctor", "--record", record).out


def test_a_relation_has_two_sides(dragoman: Command, record: Path) -> None:
    status, _, err = dragoman("dossier", "CUB", "Cuba", "--record", record)
    assert status == 2
    assert "two sides" in err


def test_a_missing_record_says_how_to_make_one(dragoman: Command, tmp_path: Path) -> None:
    status, _, err = dragoman("events", "--record", tmp_path / "none.db")
    assert status == 2
    assert "dragoman build" in err
    assert not (tmp_path / "none.db").exists()


def test_a_file_that_is_no_record_is_left_alone(dragoman: Command, tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("my notes")
    status, _, err = dragoman("events", "--record", tmp_path / "notes.db")
    assert status == 1
    assert "notes.db" in err
    assert (tmp_path / "notes.db").read_text() == "my notes"


def test_doctor_finds_a_damaged_archive(dragoman: Command, record: Path) -> None:
    assert dragoman("doctor", "--record", record).status == 0
    segment = next(record.with_suffix(".archive").glob("*.warc.gz"))
    segment.write_bytes(segment.read_bytes()[:-20] + b"0" * 20)
    status, out, _ = dragoman("doctor", "--record", record)
    assert status == 1
    assert "BAD archive" in out
