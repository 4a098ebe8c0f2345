from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Event, Thread

import pytest

from dragoman.errors import StoreError
from dragoman.ports import EventQuery, Store
from dragoman.store import SqlStore, open_record
from tests.factories import make_claim
from tests.store.making import make_intake, noon, take_in


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "record.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    record = open_record(str(path), clock=noon)
    yield record
    record.close()


def pages(count: int) -> list[str]:
    return [f"https://example.org/{number}" for number in range(count)]


def run_python(code: str, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", code, *arguments]
    return subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - our own code


class TestOpening:
    def test_what_was_kept_is_there_when_opened_again(self, store: Store, path: Path) -> None:
        take_in(store, make_intake(claims=[make_claim()]))
        store.close()
        again = open_record(f"sqlite:///{path}", clock=noon, create=False)
        assert again.view().counts()["claims"] == 1
        again.close()

    def test_a_path_may_hold_any_character(self, tmp_path: Path) -> None:
        odd = tmp_path / "a?b #%20.db"
        open_record(str(odd), clock=noon).close()
        assert odd.exists()

    def test_a_record_that_is_not_there_is_not_made_by_reading(self, path: Path) -> None:
        with pytest.raises(StoreError, match="is not there: build it first"):
            open_record(str(path), clock=noon, create=False)
        assert not path.exists()

    def test_an_empty_file_is_no_record_until_one_is_built(self, path: Path) -> None:
        path.touch()
        with pytest.raises(StoreError, match="is empty: build a record first"):
            open_record(str(path), clock=noon, create=False)
        open_record(str(path), clock=noon).close()
        open_record(str(path), clock=noon, create=False).close()

    def test_a_text_is_no_record(self, path: Path) -> None:
        path.write_text("Not a database, but long enough to be taken for one. " * 100)
        with pytest.raises(StoreError, match=r"record\.db is not a record: name another file"):
            open_record(str(path), clock=noon)

    @pytest.mark.parametrize("table", ["guests (name TEXT)", "meta (key TEXT, value TEXT)"])
    def test_another_database_is_no_record_and_stays_as_it_was(
        self, path: Path, table: str
    ) -> None:
        with sqlite3.connect(path) as other:
            other.execute(f"CREATE TABLE {table}")
        before = path.read_bytes()
        with pytest.raises(StoreError, match="is a database but no record"):
            open_record(str(path), clock=noon)
        assert path.read_bytes() == before

    def test_a_folder_that_is_not_there_is_named(self, tmp_path: Path) -> None:
        with pytest.raises(StoreError, match="nowhere is no folder: make it"):
            open_record(str(tmp_path / "nowhere" / "record.db"), clock=noon)

    @pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "://"])
    def test_a_url_that_names_no_database_is_refused(self, url: str) -> None:
        with pytest.raises(StoreError, match="write sqlite:///FILE"):
            open_record(url, clock=noon)

    def test_opening_loads_no_language_model_and_no_archive(self) -> None:
        code = "import sys, dragoman.store; print({'spacy', 'warcio', 'numpy'} & set(sys.modules))"
        assert run_python(code).stdout.strip() == b"set()"


class TestSideBySide:
    def test_a_reader_never_waits_and_sees_whole_batches(self, store: Store) -> None:
        urls, stop, seen = pages(40), Event(), []

        def read() -> None:
            while not stop.is_set():
                counts = store.view().counts()
                seen.append((counts["documents"], counts["claims"]))

        reader = Thread(target=read)
        reader.start()
        writer = store.writer()
        for first, second in zip(urls[::2], urls[1::2], strict=True):
            with writer.batch():
                writer.take_in(make_intake(first, claims=[make_claim()]))
                writer.take_in(make_intake(second, claims=[make_claim()]))
        stop.set()
        reader.join()
        assert seen
        assert all(documents == claims and claims % 2 == 0 for documents, claims in seen)

    def test_a_reader_keeps_what_it_began_with(self, store: Store) -> None:
        take_in(store, *(make_intake(url, claims=[make_claim()]) for url in pages(3)))
        claims = store.view().claims(EventQuery())
        first = next(claims)
        take_in(store, *(make_intake(url, "Changed.") for url in pages(3)))
        assert len([first, *claims]) == 3
        assert list(store.view().claims(EventQuery())) == []

    def test_a_second_writer_waits_and_then_says_so(self, store: Store, path: Path) -> None:
        impatient = SqlStore(str(path), clock=noon, wait_s=0.05)
        with store.writer().batch():
            assert impatient.view().counts()["documents"] == 0
            with pytest.raises(StoreError, match="is being written by another run"):
                take_in(impatient, make_intake())
        take_in(impatient, make_intake())
        impatient.close()


KILLED = """
import os, sys
from dragoman.store import open_record
from tests.factories import make_claim
from tests.store.making import make_intake, noon
writer = open_record(sys.argv[1], clock=noon).writer()
for number in range(6):
    with writer.batch():
        writer.take_in(make_intake(f"https://example.org/{number}", claims=[make_claim()]))
        if number == 3:
            os._exit(9)
"""


def test_killed_and_resumed_equals_uninterrupted(tmp_path: Path) -> None:
    cut, whole = tmp_path / "cut.db", tmp_path / "whole.db"
    assert run_python(KILLED, str(cut)).returncode == 9
    fingerprints, taken = set(), []
    for path in (cut, whole):
        store = open_record(str(path), clock=noon)
        writer, count = store.writer(), 0
        for url in pages(6):
            intake = make_intake(url, claims=[make_claim()])
            if not writer.known(url, intake.capture.payload_digest, intake.config):
                take_in(store, intake)
                count += 1
        fingerprints.add(store.view().fingerprint())
        taken.append(count)
        store.close()
    assert taken == [3, 6]
    assert len(fingerprints) == 1
