from __future__ import annotations

import io
import os
import socket
from pathlib import Path

import pytest

from dragoman.ingest import FetchConfig, FolderFetcher, media
from dragoman.records.provenance import Payload, Refusal

LINES = b'{"id": "a", "text": "They met."}\n{"id": "b", "text": "They parted."}\n'


def fetch(
    *wanted: str | Path, stdin: bytes | None = None, limits: FetchConfig | None = None
) -> list[Payload | Refusal]:
    stream = None if stdin is None else io.BytesIO(stdin)
    fetcher = FolderFetcher(limits, stdin=stream)
    return list(fetcher.fetch(str(name) for name in wanted))


def refusal(*wanted: str | Path, limits: FetchConfig | None = None) -> Refusal:
    (only,) = fetch(*wanted, limits=limits)
    assert isinstance(only, Refusal)
    assert only.stage == "ingest"
    assert only.item in only.detail
    return only


def names(found: list[Payload | Refusal], below: Path) -> list[str]:
    paths = (thing.path if isinstance(thing, Payload) else f"!{thing.code}" for thing in found)
    return [path.removeprefix(f"{below}/") for path in paths]


def write(folder: Path, *paths: str, content: bytes = b"They met.") -> None:
    for path in paths:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def test_a_file_is_brought_as_it_is(tmp_path: Path) -> None:
    write(tmp_path, "a.html", content=b"<p>\r\nx")
    (found,) = fetch(tmp_path / "a.html")
    assert isinstance(found, Payload)
    assert found.content == b"<p>\r\nx"
    assert found.media_type == media.HTML
    assert found.url == (tmp_path / "a.html").as_uri()


def test_folders_are_read_by_path_without_what_is_not_for_reading(tmp_path: Path) -> None:
    write(tmp_path, "b/2.txt", "b/1.txt", "a.txt", "c.md", ".hidden", ".git/x.txt")
    write(tmp_path, "dragoman.db", "dragoman.db-wal", "dragoman.archive/x.txt", ".archive/y.txt")
    assert names(fetch(tmp_path), tmp_path) == ["a.txt", "b/1.txt", "b/2.txt", "c.md"]


def test_a_file_named_twice_is_brought_once(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "b.txt")
    found = fetch(tmp_path / "b.txt", tmp_path, f"{tmp_path}/./a.txt")
    assert names(found, tmp_path) == ["b.txt", "a.txt"]


def test_quoted_globs_are_expanded(tmp_path: Path) -> None:
    write(tmp_path, "a.txt", "b.md", "sub/c.txt", ".d.txt")
    assert names(fetch(f"{tmp_path}/*.txt"), tmp_path) == ["a.txt"]
    assert names(fetch(f"{tmp_path}/**/*.txt"), tmp_path) == ["a.txt", "sub/c.txt"]
    assert refusal(f"{tmp_path}/*.html").code == "missing"


def test_a_name_with_a_star_in_it_is_a_name(tmp_path: Path) -> None:
    write(tmp_path, "a*.txt", "ab.txt")
    assert names(fetch(f"{tmp_path}/a*.txt"), tmp_path) == ["a*.txt"]


def test_each_line_is_a_payload_of_its_own(tmp_path: Path) -> None:
    write(tmp_path, "a.jsonl", content=LINES)
    first, second = fetch(tmp_path / "a.jsonl")
    assert isinstance(first, Payload)
    assert isinstance(second, Payload)
    assert first.path == f"{tmp_path}/a.jsonl#a"
    assert first.media_type == media.LINE
    assert first.content == LINES.splitlines()[0]
    assert second.url == (tmp_path / "a.jsonl").as_uri() + "#b"


@pytest.mark.parametrize(
    ("content", "paths"),
    [
        (b'{\n "id": "a",\n "text": "They met."\n}', ["a.json#a"]),
        (b'[{"text": "They met."}, {"text": 5}]', ["a.json#1", "!no-text"]),
        (b"[" * 100_000, ["!bad-json"]),
        (b"null", ["!bad-json"]),
        (b"[]", []),
    ],
)
def test_a_json_document_is_a_payload_for_each_object(
    tmp_path: Path, content: bytes, paths: list[str]
) -> None:
    write(tmp_path, "a.json", content=content)
    assert names(fetch(tmp_path / "a.json"), tmp_path) == paths


def test_standard_input_is_named_by_its_ids() -> None:
    found = fetch("-", stdin=LINES + b'{"text": "No id.", "url": "https://a.example/x"}')
    assert [thing.path for thing in found if isinstance(thing, Payload)] == ["a", "b", "-#3"]
    assert [thing.url for thing in found if isinstance(thing, Payload)] == [
        "stdin:a",
        "stdin:b",
        "https://a.example/x",
    ]


def test_no_standard_input_is_told() -> None:
    assert refusal("-").code == "missing"


def test_a_broken_line_is_named_by_its_number_and_the_rest_goes_on() -> None:
    found = fetch("-", stdin=b'{"text": "One."}\n\n{"text": \n{"id": 4}\n{"text": "Five."}\n')
    assert [thing.code for thing in found if isinstance(thing, Refusal)] == ["bad-json", "no-text"]
    assert [thing.path for thing in found if isinstance(thing, Payload)] == ["-#1", "-#5"]
    broken = next(thing for thing in found if isinstance(thing, Refusal))
    assert "line 3" in broken.detail


class Counting(io.BytesIO):
    """A stream that knows the most that was asked of it at once."""

    most = 0

    def readline(self, size: int | None = -1) -> bytes:
        assert size is not None
        assert size > 0
        self.most = max(self.most, size)
        return super().readline(size)


def test_a_long_line_is_skipped_without_holding_it() -> None:
    stream = Counting(b'{"text": "' + b"x" * 3_000_000 + b'"}\n{"text": "Next."}\n')
    fetcher = FolderFetcher(FetchConfig(max_line=1000), stdin=stream)
    long, rest = fetcher.fetch(["-"])
    assert isinstance(long, Refusal)
    assert (long.code, long.item) == ("long-line", "-#1")
    assert isinstance(rest, Payload)
    assert stream.most <= 1 << 20


def test_a_line_of_just_the_limit_is_taken() -> None:
    line = b'{"text": "x"}'
    limits = FetchConfig(max_line=len(line))
    assert isinstance(fetch("-", stdin=line + b"\n", limits=limits)[0], Payload)
    assert isinstance(fetch("-", stdin=line, limits=limits)[0], Payload)


def test_lines_in_utf_16_are_told_apart_from_broken_ones() -> None:
    (only,) = fetch("-", stdin='{"text": "x"}'.encode("utf-16"))
    assert isinstance(only, Refusal)
    assert only.code == "encoding"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.txt", b"", "empty"),
        ("a.jsonl", b"", "empty"),
        ("a.pdf", b"%PDF", "binary"),
        ("a.PNG", b"x", "binary"),
        ("a.txt", b"x" * 101, "too-large"),
    ],
)
def test_files_that_cannot_be_read_are_refused(
    tmp_path: Path, name: str, content: bytes, code: str
) -> None:
    write(tmp_path, name, content=content)
    assert refusal(tmp_path / name, limits=FetchConfig(max_bytes=100)).code == code


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    assert refusal(tmp_path / "b.txt").code == "missing"
    assert refusal(tmp_path / "a.txt" / "b").code == "missing"
    assert refusal("").code == "missing"
    assert refusal("a\0b").code == "missing"


def test_an_empty_folder_is_told_but_not_one_within(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    assert refusal(tmp_path / "sub").code == "empty"
    write(tmp_path, "a.txt")
    assert names(fetch(tmp_path), tmp_path) == ["a.txt"]


def test_pipes_sockets_and_devices_do_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "sock"))
    write(tmp_path, "a.txt")
    found = fetch(tmp_path, "/dev/zero")
    assert names(found, tmp_path) == ["a.txt", "!special-file", "!special-file", "!special-file"]


def test_links_may_go_in_circles(tmp_path: Path) -> None:
    write(tmp_path, "a/1.txt", "b/2.txt")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "a" / "over").symlink_to(tmp_path / "b")
    (tmp_path / "b" / "back").symlink_to(tmp_path / "a")
    (tmp_path / "self").symlink_to("self")
    (tmp_path / "gone").symlink_to("nowhere")
    found = names(fetch(tmp_path), tmp_path)
    read = [name for name in found if not name.startswith("!")]
    assert read == ["a/1.txt", "a/over/2.txt"]
    assert "!loop" in found
    assert "!missing" in found


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_told_and_the_rest_goes_on(tmp_path: Path) -> None:
    write(tmp_path, "a/1.txt", "b/2.txt", "c.txt")
    (tmp_path / "a").chmod(0)
    (tmp_path / "c.txt").chmod(0)
    try:
        assert names(fetch(tmp_path), tmp_path) == ["!unreadable", "b/2.txt", "!unreadable"]
    finally:
        (tmp_path / "a").chmod(0o700)


def test_an_error_while_reading_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    write(tmp_path, "a.txt")
    monkeypatch.setattr(Path, "open", fail)
    assert refusal(tmp_path / "a.txt").code == "unreadable"


def test_a_name_that_is_no_utf_8_still_has_a_name(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_bytes(b"They met.")
    (found,) = fetch(tmp_path)
    assert isinstance(found, Payload)
    found.path.encode()
    found.url.encode()
    assert found.url.endswith("caf%E9.txt")


def test_folders_may_nest_deeper_than_anyone_reads(tmp_path: Path) -> None:
    deep = tmp_path
    for _ in range(150):
        deep = deep / "d"
    write(deep, "a.txt")
    assert refusal(tmp_path).code == "too-deep"
