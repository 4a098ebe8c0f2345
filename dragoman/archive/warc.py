"""Payloads kept as they were, in WARC 1.1: once for all addresses that hold the same bytes."""

from __future__ import annotations

import os
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from dragoman import __version__
from dragoman.archive.index import Entry, Index, capture_id, placed
from dragoman.archive.segments import parse, segment_name, segments
from dragoman.errors import ArchiveError
from dragoman.ports import Clock
from dragoman.records.codec import digest
from dragoman.records.provenance import Capture, Payload, WarcLocator

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord
    from warcio.warcwriter import WARCWriter

LOCK = "lock"
SEGMENT = {"software": f"dragoman {__version__}", "format": "WARC File Format 1.1"}
ADDRESS = "".join(map(chr, range(0x21, 0x7F)))  # what may stand in a header as it is
WHEN_NONE = "application/octet-stream"


class WarcArchive:
    """An archive in a folder of WARC segments, to which several runs may add in turn."""

    def __init__(self, folder: Path, *, clock: Clock, segment_bytes: int = 1 << 30) -> None:
        self._folder = folder
        self._clock = clock
        self._segment_bytes = segment_bytes
        self._index = Index(self._folder)

    def keep(self, payload: Payload) -> Capture:
        """The capture under which the bytes are kept; bytes known already are not kept twice."""
        url = quote(payload.url.strip(), safe=ADDRESS, errors="replace")
        payload_digest = digest(payload.content)
        try:
            with _held(self._folder):
                self._index.refresh()
                known = self._index.find(url, payload_digest)
                return known or self._append(payload, url, payload_digest)
        except OSError as error:
            raise ArchiveError(
                f"{error.filename or self._folder}: {error.strerror}; "
                "the archive needs a folder that can be written and room on the disk"
            ) from error

    def load(self, capture: Capture) -> bytes:
        """The bytes as they were fetched."""
        where = capture.warc
        if where is None:
            raise ArchiveError(f"{capture.id} was not archived: build the record anew to keep it")
        path = self._folder / Path(where.file).name
        try:
            with path.open("rb") as file:
                file.seek(where.offset)
                content: bytes = parse(file.read(where.length)).raw_stream.read()
        except OSError as error:
            raise ArchiveError(f"{path} cannot be read: {error.strerror}; put it back") from error
        except (zlib.error, EOFError) as error:
            raise ArchiveError(
                f"{path} is damaged at byte {where.offset}: put back a copy of it"
            ) from error
        return content

    def verify(self, capture: Capture) -> bool | None:
        """Whether the bytes still have their digest; None if they are not in this archive."""
        where = capture.warc
        if where is None or not (self._folder / Path(where.file).name).exists():
            return None
        try:
            return digest(self.load(capture)) == capture.payload_digest
        except ArchiveError:
            return False

    def _append(self, payload: Payload, url: str, payload_digest: str) -> Capture:
        """Writes a record to the newest segment, and only then tells the index."""
        capture = Capture(
            id=capture_id(url, payload_digest),
            url=url,
            captured_at=self._clock().strftime("%Y-%m-%dT%H:%M:%SZ"),
            media_type=_on_one_line(payload.media_type),
            payload_digest=payload_digest,
        )
        first = self._index.first(payload_digest)
        path = self._segment()
        with path.open("ab") as file:
            if file.tell() == 0:
                _open_segment(file, path.name, capture.captured_at)
            offset = file.tell()
            _writer(file).write_record(_record(capture, payload.content, first))
            end = file.tell()
            os.fsync(file.fileno())
        locator = WarcLocator(file=path.name, offset=offset, length=end - offset)
        capture = placed(capture, locator, first)
        self._index.add(Entry(capture=capture, segment=path.name, end=end))
        return capture

    def _segment(self) -> Path:
        """The segment to add to: the newest, or a new one where that is full."""
        present = segments(self._folder)
        if present and present[-1].stat().st_size < self._segment_bytes:
            return present[-1]
        number = int(present[-1].name.partition(".")[0]) + 1 if present else 1
        return self._folder / segment_name(number)


def _open_segment(file: BinaryIO, name: str, moment: str) -> None:
    """Writes the record that says what wrote the segment."""
    writer = _writer(file)
    info = writer.create_warcinfo_record(name, SEGMENT)
    info.rec_headers.replace_header("WARC-Date", moment)
    info.rec_headers.replace_header("WARC-Record-ID", _record_id(f"{name} {moment}"))
    writer.write_record(info)


def _record(capture: Capture, content: bytes, first: Capture | None) -> ArcWarcRecord:
    """A resource record with the bytes, or a revisit record that names the first with them."""
    writer, whole = _writer(BytesIO()), capture.payload_digest
    headers = {
        "WARC-Record-ID": _record_id(capture.id),
        "WARC-Date": capture.captured_at,
        "Content-Type": capture.media_type,
    }
    if first is not None:
        headers["WARC-Refers-To"] = _record_id(first.id)
        return writer.create_revisit_record(
            capture.url, whole, first.url, first.captured_at, warc_headers_dict=headers
        )
    headers |= {"WARC-Payload-Digest": whole, "WARC-Block-Digest": whole}
    return writer.create_warc_record(
        capture.url, "resource", BytesIO(content), len(content), warc_headers_dict=headers
    )


def _writer(file: BinaryIO) -> WARCWriter:
    from warcio.warcwriter import WARCWriter  # noqa: PLC0415 - readers of text need no WARC

    return WARCWriter(file, gzip=True, warc_version="1.1")


def _record_id(name: str) -> str:
    """The same id for the same name, so that one input makes one archive, byte for byte."""
    return f"<urn:uuid:{uuid5(NAMESPACE_URL, name)}>"


def _on_one_line(media_type: str) -> str:
    plain = media_type.encode("ascii", "replace").decode()
    return " ".join(plain.split()) or WHEN_NONE


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Holds the folder against other runs; a run that is killed lets go of it."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / LOCK).open("ab") as lock:
        if sys.platform != "win32":
            import fcntl  # noqa: PLC0415 - not on every machine

            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
