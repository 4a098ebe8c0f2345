"""`code` and `build` as a user runs them, bad input included."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.cli.conftest import Command

STATEMENT = "Cuba recognised Algeria on 3 July 1962. Iran condemned Israel on 5 May 2010."
LINES = [
    {"id": "one", "text": STATEMENT, "date": "2020-01-01", "source": "A Wire", "title": "T"},
    {"id": "two", "text": "Japan thanked Peru in June 1990.", "date": "2020-01-02"},
]


def as_lines(*lines: object) -> bytes:
    return b"".join(json.dumps(line).encode() + b"\n" for line in lines)


def test_code_prints_a_claim_a_line(dragoman: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STATEMENT)
    status, out, err = dragoman("code", tmp_path / "a.txt")
    claims = [json.loads(line) for line in out.splitlines()]
    assert (status, err) == (0, "")
    recognition = next(c for c in claims if "recognize" in c["modes"])
    assert recognition["actors"][0]["country"] == "CUB"
    assert recognition["recipients"][0]["country"] == "DZA"
    assert recognition["occurred"] == "1962-07-03"
    assert STATEMENT[recognition["start"] : recognition["end"]] == recognition["text"]


def test_code_reads_json_lines_from_standard_input(dragoman: Command) -> None:
    status, out, _ = dragoman("code", "-", stdin=as_lines(*LINES))
    claims = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert {claim["path"] for claim in claims} == {"one", "two"}
    assert {c["source"] for c in claims if c["path"] == "one"} == {"A Wire"}
    assert {c["published"] for c in claims if c["path"] == "two"} == {"2020-01-02"}


def test_code_twice_prints_the_same_bytes_wherever_the_file_lies(
    dragoman: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed = []
    for name in ("here", "there"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(STATEMENT)
        monkeypatch.chdir(tmp_path / name)
        printed.append(dragoman("code", "a.txt").out)
    assert printed[0] == printed[1] != ""


def bad_files(folder: Path) -> dict[str, str]:
    """Files that cannot be read, each with a word of the line that must name it."""
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "invalid.txt").write_bytes(b"The minister \xff\xfe\xfa said \x81\x8d no." * 9)
    (folder / "long.jsonl").write_bytes(b'{"text": "' + b"a" * 50_000_000 + b'"}\n')
    (folder / "deep.html").write_text("<div>" * 100_000 + "text" + "</div>" * 100_000)
    (folder / "broken.jsonl").write_text('{"text": \n')
    return {
        "empty.txt": "empty",
        "binary.txt": "binary",
        "invalid.txt": "",
        "long.jsonl": "",
        "deep.html": "",
        "broken.jsonl": "",
    }


def test_bad_input_is_named_on_one_line_each_and_the_rest_goes_on(
    dragoman: Command, tmp_path: Path
) -> None:
    bad = bad_files(tmp_path)
    (tmp_path / "good.txt").write_text(STATEMENT)
    status, out, err = dragoman("code", tmp_path)
    assert status == 1
    assert {Path(json.loads(line)["path"]).name for line in out.splitlines()} == {"good.txt"}
    for name, word in bad.items():
        (line,) = [line for line in err.splitlines() if name in line]
        assert word in line


def test_utf_16_is_read(dragoman: Command, tmp_path: Path) -> None:
    (tmp_path / "wide.txt").write_bytes(STATEMENT.encode("utf-16"))
    status, out, _ = dragoman("code", tmp_path)
    assert status == 0
    assert "CUB" in out


def test_another_language_is_archived_and_marked_but_not_coded(
    dragoman: Command, tmp_path: Path
) -> None:
    german = "Die Bundesregierung hat den Botschafter des Landes einbestellt und protestiert. " * 3
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "de.txt").write_text(german)
    record = tmp_path / "r.db"
    status, _, err = dragoman("build", tmp_path / "in", "--record", record)
    assert status == 0
    assert "de.txt" in err
    assert "'de'" in err
    assert "1 captures, 1 documents, 0 claims" in dragoman("doctor", "--record", record).out


def test_an_impossible_date_is_told_and_the_document_is_kept(dragoman: Command) -> None:
    line = {"id": "x", "text": STATEMENT, "date": "2023-02-31"}
    status, out, err = dragoman("code", "-", stdin=as_lines(line))
    assert status == 0
    assert "2023-02-31" in err
    assert all(json.loads(claim)["published"] is None for claim in out.splitlines())


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_folder_is_named(dragoman: Command, tmp_path: Path) -> None:
    (tmp_path / "locked").mkdir(mode=0)
    status, _, err = dragoman("code", tmp_path / "locked")
    assert status == 1
    assert "locked" in err


def test_a_missing_path_is_named(dragoman: Command) -> None:
    status, _, err = dragoman("code", "no-such-file.txt")
    assert status == 1
    assert "no-such-file.txt" in err


def test_no_path_is_wrong_usage(dragoman: Command) -> None:
    assert dragoman("code").status == 2


def test_build_reads_only_what_is_new(dragoman: Command, tmp_path: Path) -> None:
    folder, record = tmp_path / "in", tmp_path / "r.db"
    folder.mkdir()
    (folder / "a.txt").write_text(STATEMENT)
    assert "1 documents read" in dragoman("build", folder, "--record", record).err
    (folder / "b.txt").write_text("Peru expelled the ambassador of Chile on 2 May 1990.")
    assert "1 documents read, 1 unchanged" in dragoman("build", folder, "--record", record).err


def test_a_build_from_standard_input_is_incremental_too(dragoman: Command, tmp_path: Path) -> None:
    record = tmp_path / "r.db"
    dragoman("build", "-", "--record", record, stdin=as_lines(*LINES))
    again = dragoman("build", "-", "--record", record, stdin=as_lines(*LINES))
    assert "0 documents read, 2 unchanged" in again.err


def test_two_processes_find_what_one_does(dragoman: Command, tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text(f"{STATEMENT} It was text {number}.")
    alone = dragoman("code", tmp_path)
    together = dragoman("code", tmp_path, "--workers", 2)
    assert alone.out == together.out != ""


def test_a_wrong_line_of_the_users_actors_is_named(dragoman: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STATEMENT)
    (tmp_path / "mine.csv").write_text("name,alias,country,sector,from,to\nX,Y,NOWHERE,GOV,,\n")
    status, _, err = dragoman("code", tmp_path / "a.txt", "--actors", tmp_path / "mine.csv")
    assert status == 1
    assert "2" in err
    assert "NOWHERE" in err
