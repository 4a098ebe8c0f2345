"""`search` and `ask` over a small record."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command

TEXT = (
    "Cuba and Algeria established diplomatic relations on 17 October 1962. "
    "In May 1972 Fidel Castro visited Algeria. Algeria recognized nobody else. "
    "Cuba sent Algeria two hundred doctors in 1963."
)


@pytest.fixture
def record(dragoman: Command, tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT)
    dragoman("build", tmp_path / "a.txt", "--record", tmp_path / "r.db")
    return tmp_path / "r.db"


def lines(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


def test_search_shows_claims_and_documents_with_the_words_marked(
    dragoman: Command, record: Path
) -> None:
    status, out, err = dragoman("search", "visited", "castro", "--record", record)
    assert (status, err) == (0, "")
    assert "Claims (1)" in out
    assert "*Castro* *visited*" in out
    assert "Documents (1)" in out


def test_search_as_json_lines(dragoman: Command, record: Path) -> None:
    out = dragoman("search", "relations", "--record", record, "--format", "jsonl").out
    claim, document = lines(out)
    assert (claim["kind"], claim["event_type"], claim["rejected"]) == ("claim", "SUPPORT", False)
    assert (document["kind"], document["claims"]) == ("document", [claim["id"]])
    [(start, end)] = claim["marks"]  # type: ignore[misc]
    assert str(claim["snippet"])[start:end] == "relations"  # type: ignore[has-type]


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (("--sides", "CUB", "DZA"), 1),
        (("--sides", "CUB", "Peru"), 0),
        (("--side", "Algeria"), 1),
        (("--type", "consult"), 1),
        (("--type", "AID"), 0),
        (("--from", "1970", "--until", "1975"), 1),
        (("--since", "1973"), 0),
        (("--certainty", "CT+"), 1),
        (("--certainty", "CT-"), 0),
        (("--section", "body"), 1),
        (("--section", "comment"), 0),
        (("--source", "Nobody"), 0),
    ],
)
def test_search_is_narrowed(
    dragoman: Command, record: Path, given: tuple[str, ...], found: int
) -> None:
    status, out, err = dragoman(
        "search", "visited", *given, "--record", record, "--format", "jsonl"
    )
    assert status == 0
    assert sum(line["kind"] == "claim" for line in lines(out)) == found
    assert ("nothing in" in err) is (not out)


def test_documents_alone(dragoman: Command, record: Path) -> None:
    out = dragoman("search", "visited", "--documents", "--record", record, "--format", "jsonl").out
    assert [line["kind"] for line in lines(out)] == ["document"]


def test_words_in_quotation_marks_stand_together(dragoman: Command, record: Path) -> None:
    assert dragoman("search", "diplomatic relations", "--record", record).out
    assert not dragoman("search", "relations diplomatic", "--record", record).out
    assert dragoman("search", "relations", "diplomatic", "--record", record).out


@pytest.mark.parametrize(
    "wrong", [("--type", "WAR"), ("--from", "soon"), ("--side", "Ruritania"), ("--section", "x")]
)
def test_a_filter_that_can_match_nothing_is_wrong_usage(
    dragoman: Command, record: Path, wrong: tuple[str, str]
) -> None:
    status, out, err = dragoman("search", "visited", *wrong, "--record", record)
    assert (status, out) == (2, "")
    assert wrong[1] in err


def test_ask_answers_in_the_words_of_the_record(dragoman: Command, record: Path) -> None:
    status, out, err = dragoman("ask", "Did Castro visit Algeria?", "--record", record)
    assert (status, err) == (0, "")
    assert "The record says so (affirmed: 1 claim of 1 source)." in out
    assert "“In May 1972 Fidel Castro visited Algeria.”" in out


def test_ask_says_where_the_record_does_not(dragoman: Command, record: Path) -> None:
    out = dragoman("ask", "Did Castro visit Peru?", "--record", record).out
    assert "The record does not say." in out


def test_an_answer_as_json_has_its_claims(dragoman: Command, record: Path) -> None:
    out = dragoman(
        "ask", "When", "did", "Castro", "visit", "Algeria?", "--record", record, "--format", "json"
    ).out
    answer = json.loads(out)
    assert (answer["verdict"], answer["values"][0]["value"]) == ("so", "1972-05")
    claim = answer["groups"][0]["testimonies"][0]["claim"]
    assert TEXT[claim["start"] : claim["end"]] == claim["text"]


def test_a_question_about_nothing_is_wrong_usage(dragoman: Command, record: Path) -> None:
    status, out, err = dragoman("ask", "How are you?", "--record", record)
    assert (status, out) == (2, "")
    assert len(err.splitlines()) == 1
