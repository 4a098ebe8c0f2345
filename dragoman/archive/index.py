"""What an archive holds: one line a capture, made anew from the segments where it is behind."""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec.structs import replace

from dragoman.archive.segments import members, parse, segments
from dragoman.records.codec import Record, content_id, decode, encode
from dragoman.records.provenance import Capture, WarcLocator

INDEX = "index.jsonl"


class Entry(Record, frozen=True, kw_only=True):
    """A capture, and the end of its record in the segment that holds it."""

    capture: Capture
    segment: str
    end: int


def capture_id(url: str, payload_digest: str) -> str:
    """The id of these bytes at this address, whenever they were fetched."""
    return content_id("cap", url, payload_digest)


class Index:
    """The captures of an archive by id, and the first capture of each content."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._captures: dict[str, Capture] = {}
        self._first: dict[str, Capture] = {}
        self._ends: dict[str, int] = {}
        self._seen: tuple[int, int] | None = None

    def find(self, url: str, payload_digest: str) -> Capture | None:
        """The capture of these bytes at this address."""
        return self._captures.get(capture_id(url, payload_digest))

    def first(self, payload_digest: str) -> Capture | None:
        """The oldest capture of these bytes, at whatever address."""
        return self._first.get(payload_digest)

    def refresh(self) -> None:
        """Takes up what others added, and mends what a killed run left."""
        if self._seen == self._sizes():
            return
        entries = self._read()
        kept = [entry for entry in entries if entry.end <= self._size(entry.segment)]
        self._captures, self._first, self._ends = {}, {}, {}
        for entry in kept:
            self._learn(entry)
        found = [entry for path in segments(self._folder) for entry in self._scan(path)]
        if found or len(kept) < len(entries) or self._is_ragged():
            self._rewrite([*kept, *found])
        self._seen = self._sizes()

    def add(self, entry: Entry) -> None:
        """Writes down a capture whose record is safe on disk."""
        with (self._folder / INDEX).open("ab") as file:
            file.write(encode(entry) + b"\n")
        self._learn(entry)
        self._seen = self._sizes()

    def _learn(self, entry: Entry) -> None:
        capture = entry.capture
        self._captures[capture.id] = capture
        self._first.setdefault(capture.payload_digest, capture)
        self._ends[entry.segment] = max(entry.end, self._ends.get(entry.segment, 0))

    def _read(self) -> list[Entry]:
        """The lines of the index that are whole."""
        path = self._folder / INDEX
        lines = path.read_bytes().split(b"\n")[:-1] if path.exists() else []
        try:
            return [decode(line, Entry) for line in lines]
        except msgspec.MsgspecError:
            return []  # the segments hold all that it told

    def _scan(self, path: Path) -> list[Entry]:
        """What a segment holds beyond the index; cuts off a record that was never finished."""
        start = end = self._ends.get(path.name, 0)
        if path.stat().st_size == start:
            return []
        found = []
        with path.open("r+b") as file:
            for offset, length in members(file, start):
                end = offset + length
                file.seek(offset)
                entry = self._entry(file.read(length), path.name, offset)
                if entry is not None and entry.capture.id not in self._captures:
                    self._learn(entry)
                    found.append(entry)
            file.truncate(end)
        return found

    def _entry(self, member: bytes, segment: str, offset: int) -> Entry | None:
        """The capture that a record keeps; None for a record about the segment itself."""
        record = parse(member)
        if record.rec_type not in ("resource", "revisit"):
            return None
        header = record.rec_headers.get_header
        url, payload_digest = header("WARC-Target-URI"), header("WARC-Payload-Digest")
        capture = Capture(
            id=capture_id(url, payload_digest),
            url=url,
            captured_at=header("WARC-Date"),
            media_type=header("Content-Type"),
            payload_digest=payload_digest,
        )
        locator = WarcLocator(file=segment, offset=offset, length=len(member))
        capture = placed(capture, locator, self.first(payload_digest))
        return Entry(capture=capture, segment=segment, end=offset + len(member))

    def _rewrite(self, entries: list[Entry]) -> None:
        fresh = self._folder / f"{INDEX}.new"
        fresh.write_bytes(b"".join(encode(entry) + b"\n" for entry in entries))
        fresh.replace(self._folder / INDEX)

    def _is_ragged(self) -> bool:
        path = self._folder / INDEX
        return path.exists() and not path.read_bytes().endswith(b"\n")

    def _size(self, segment: str) -> int:
        path = self._folder / segment
        return path.stat().st_size if path.exists() else 0

    def _sizes(self) -> tuple[int, int]:
        """Sizes of the index and the newest segment: they change with every capture."""
        newest = segments(self._folder)[-1:]
        return self._size(INDEX), sum(path.stat().st_size for path in newest)


def placed(capture: Capture, locator: WarcLocator, first: Capture | None) -> Capture:
    """The capture, leading to its own record or to the first record of the same bytes."""
    if first is None:
        return replace(capture, warc=locator)
    return replace(capture, warc=first.warc, revisit_of=first.id)
