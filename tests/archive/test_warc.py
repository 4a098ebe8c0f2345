from __future__ import annotations

import multiprocessing
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from warcio.archiveiterator import ArchiveIterator

from dragoman.archive import WarcArchive
from dragoman.archive.index import INDEX
from dragoman.errors import ArchiveError
from dragoman.records.codec import digest
from dragoman.records.provenance import Capture, Payload

NOON = datetime(2026, 2, 1, 12, tzinfo=UTC)
SEGMENT = "0000001.warc.gz"


def noon() -> datetime:
    return NOON


def later() -> datetime:
    return NOON.replace(year=2027)


def make_payload(
    content: bytes = b"Some text.", url: str = "https://example.org/a", kind: str = "text/html"
) -> Payload:
    return Payload(path="a", url=url, content=content, media_type=kind)


def open_archive(folder: Path, clock: Callable[[], datetime] = noon) -> WarcArchive:
    return WarcArchive(folder, clock=clock)


def records_in(folder: Path) -> list[tuple[str, str, bytes]]:
    """Type, address and content of every record, read by a reader that is not ours."""
    found = []
    for path in sorted(folder.glob("*.warc.gz")):
        with path.open("rb") as file:
            for record in ArchiveIterator(file, check_digests="raise"):
                address = record.rec_headers.get_header("WARC-Target-URI") or ""
                found.append((record.rec_type, address, record.content_stream().read()))
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "record.archive"


class TestKeeping:
    @pytest.mark.parametrize(
        "content",
        [b"", b"Some text.", b"HTTP/1.1 404 No\r\n\r\n", b"\r\n\r\nWARC/1.1", bytes(9000)],
    )
    @pytest.mark.parametrize("url", ["https://example.org/a", "file:///home/a.txt"])
    def test_bytes_come_back_as_they_were(self, folder: Path, content: bytes, url: str) -> None:
        archive = open_archive(folder)
        capture = archive.keep(make_payload(content, url))
        assert archive.load(capture) == content
        assert archive.verify(capture) is True
        assert capture.payload_digest == digest(content)
        assert capture.captured_at == "2026-02-01T12:00:00Z"
        assert records_in(folder)[1] == ("resource", url, content)

    def test_bytes_and_place_known_already_add_nothing(self, folder: Path) -> None:
        first = open_archive(folder).keep(make_payload())
        before = (folder / SEGMENT).read_bytes()
        assert open_archive(folder, later).keep(make_payload()) == first
        assert (folder / SEGMENT).read_bytes() == before

    def test_the_same_bytes_elsewhere_are_a_revisit(self, folder: Path) -> None:
        archive = open_archive(folder)
        first = archive.keep(make_payload())
        again = archive.keep(make_payload(url="https://example.org/b"))
        third = archive.keep(make_payload(url="https://example.org/c"))
        assert again.revisit_of == third.revisit_of == first.id
        assert archive.load(again) == archive.load(third) == b"Some text."
        kinds = [kind for kind, _, _ in records_in(folder)]
        assert kinds == ["warcinfo", "resource", "revisit", "revisit"]

    def test_other_bytes_in_the_same_place_are_another_capture(self, folder: Path) -> None:
        archive = open_archive(folder)
        captures = [archive.keep(make_payload(content)) for content in (b"one", b"two", b"one")]
        assert captures[0] == captures[2] != captures[1]
        assert [archive.load(capture) for capture in captures] == [b"one", b"two", b"one"]

    def test_a_full_segment_is_followed_by_another(self, folder: Path) -> None:
        archive = WarcArchive(folder, clock=noon, segment_bytes=600)
        captures = [
            archive.keep(make_payload(bytes([n]) * 50, f"https://e.org/{n}")) for n in range(4)
        ]
        files = [capture.warc.file for capture in captures if capture.warc]
        assert files == [SEGMENT, SEGMENT, "0000002.warc.gz", "0000002.warc.gz"]
        assert all(archive.verify(capture) for capture in captures)
        assert len(records_in(folder)) == 2 + 4

    def test_one_input_makes_one_archive_byte_for_byte(self, tmp_path: Path) -> None:
        folders = [tmp_path / "a", tmp_path / "b"]
        for folder in folders:
            archive = open_archive(folder)
            archive.keep(make_payload())
            archive.keep(make_payload(url="https://example.org/b"))
        assert (folders[0] / SEGMENT).read_bytes() == (folders[1] / SEGMENT).read_bytes()

    @given(st.text(max_size=20), st.text(max_size=20))
    @settings(max_examples=50, deadline=None)
    def test_no_address_and_no_type_break_a_header(self, address: str, kind: str) -> None:
        with pytest.MonkeyPatch.context() as patch, TemporaryDirectory() as parent:
            folder = Path(parent)
            patch.setattr("os.fsync", lambda _: None)
            payload = make_payload(url=f"https://e.org/{address}", kind=kind)
            capture = open_archive(folder).keep(payload)
            (folder / INDEX).unlink()
            assert open_archive(folder, later).keep(payload) == capture
            assert len(records_in(folder)) == 2

    def test_a_folder_that_cannot_be_written_is_named(self, tmp_path: Path) -> None:
        (tmp_path / "file").touch()
        with pytest.raises(ArchiveError, match="needs a folder that can be written"):
            open_archive(tmp_path / "file").keep(make_payload())


class TestReading:
    def test_a_capture_that_was_never_archived_cannot_be_loaded(self, folder: Path) -> None:
        archive = open_archive(folder)
        capture = replace(archive.keep(make_payload()), warc=None)
        assert archive.verify(capture) is None
        with pytest.raises(ArchiveError, match="was not archived"):
            archive.load(capture)

    def test_a_segment_that_is_missing_is_not_checked(self, folder: Path) -> None:
        archive = open_archive(folder)
        capture = archive.keep(make_payload())
        (folder / SEGMENT).unlink()
        assert archive.verify(capture) is None
        with pytest.raises(ArchiveError, match="cannot be read"):
            archive.load(capture)

    def test_any_damaged_byte_of_a_record_is_noticed(self, folder: Path) -> None:
        archive = open_archive(folder)
        capture = archive.keep(make_payload())
        path, sound = folder / SEGMENT, (folder / SEGMENT).read_bytes()
        assert capture.warc is not None
        for at in range(capture.warc.offset + 10, len(sound)):  # a gzip header may differ
            path.write_bytes(sound[:at] + bytes([sound[at] ^ 0xFF]) + sound[at + 1 :])
            assert archive.verify(capture) is False

    def test_a_locator_does_not_lead_out_of_the_folder(self, folder: Path, tmp_path: Path) -> None:
        archive = open_archive(folder)
        capture = archive.keep(make_payload())
        shutil.move(folder / SEGMENT, tmp_path / "other.warc.gz")
        assert capture.warc is not None
        astray = replace(capture, warc=replace(capture.warc, file="../other.warc.gz"))
        assert archive.verify(astray) is None


class TestAfterAKill:
    """A run that is killed leaves a prefix of what it was writing."""

    @pytest.fixture
    def kept(self, folder: Path) -> list[Capture]:
        archive = open_archive(folder)
        return [
            archive.keep(make_payload(text, f"https://e.org/{text!r}")) for text in (b"1", b"2")
        ]

    @pytest.mark.parametrize("index_is_behind", [False, True])
    def test_a_record_cut_off_anywhere_is_written_anew(
        self,
        folder: Path,
        kept: list[Capture],
        index_is_behind: bool,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr("os.fsync", lambda _: None)
        path, index = folder / SEGMENT, folder / INDEX
        whole, lines = path.read_bytes(), index.read_bytes().splitlines(keepends=True)
        assert kept[1].warc is not None
        for length in range(kept[1].warc.offset, len(whole)):
            path.write_bytes(whole[:length])
            index.write_bytes(lines[0] if index_is_behind else b"".join(lines))
            archive = open_archive(folder)
            assert archive.keep(make_payload(b"1", kept[0].url)) == kept[0]
            assert path.read_bytes() == whole[: kept[1].warc.offset]
            assert archive.keep(make_payload(b"2", kept[1].url)) == kept[1]
            assert path.read_bytes() == whole
            assert index.read_bytes() == b"".join(lines)

    @pytest.mark.parametrize("cut", range(0, 400, 13))
    def test_records_that_the_index_lacks_are_found_again(
        self, folder: Path, kept: list[Capture], cut: int
    ) -> None:
        whole = (folder / INDEX).read_bytes()
        (folder / INDEX).write_bytes(whole[:-cut] if cut else b"")
        archive = open_archive(folder, later)
        assert [
            archive.keep(make_payload(text, c.url))
            for text, c in zip((b"1", b"2"), kept, strict=True)
        ] == kept
        assert (folder / INDEX).read_bytes() == whole

    def test_an_index_that_makes_no_sense_is_made_anew(
        self, folder: Path, kept: list[Capture]
    ) -> None:
        whole = (folder / INDEX).read_bytes()
        (folder / INDEX).write_bytes(b"\x00\n" + whole)
        assert open_archive(folder, later).keep(make_payload(b"2", kept[1].url)) == kept[1]
        assert (folder / INDEX).read_bytes() == whole

    def test_room_that_was_given_but_not_filled_is_taken_back(
        self, folder: Path, kept: list[Capture]
    ) -> None:
        path = folder / SEGMENT
        whole = path.read_bytes()
        path.write_bytes(whole + bytes(5000))
        open_archive(folder).keep(make_payload(b"2", kept[1].url))
        assert path.read_bytes() == whole

    def test_damage_is_not_taken_for_a_torn_end(self, folder: Path, kept: list[Capture]) -> None:
        path = folder / SEGMENT
        broken = bytearray(path.read_bytes())
        broken[40] ^= 0xFF
        path.write_bytes(broken)
        (folder / INDEX).unlink()
        with pytest.raises(ArchiveError, match="is damaged at byte 0"):
            open_archive(folder).keep(make_payload(b"3"))
        assert path.read_bytes() == bytes(broken)
        assert kept


def keep_many(folder: Path, first: int) -> None:
    archive = open_archive(folder)
    for number in range(first, first + 20):
        archive.keep(make_payload(f"{number}".encode(), f"https://e.org/{number}"))


def test_two_runs_may_add_in_turn(folder: Path) -> None:
    spawn = multiprocessing.get_context("spawn")
    runs = [spawn.Process(target=keep_many, args=(folder, first)) for first in (0, 10)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    addresses = [address for kind, address, _ in records_in(folder) if kind == "resource"]
    assert sorted(addresses) == sorted(f"https://e.org/{number}" for number in range(30))
