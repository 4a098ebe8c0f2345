"""Segments: WARC files, each record a gzip member of its own, so that each can be cut out."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from dragoman.errors import ArchiveError

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

SUFFIX = ".warc.gz"
GZIP = zlib.MAX_WBITS + 16
CHUNK = 1 << 16


def segment_name(number: int) -> str:
    """The file name of a segment: `0000001.warc.gz`."""
    return f"{number:07d}{SUFFIX}"


def segments(folder: Path) -> list[Path]:
    """The segments in a folder, oldest first."""
    return sorted(path for path in folder.glob(f"*{SUFFIX}") if path.name[:7].isdigit())


def members(file: BinaryIO, start: int) -> Iterator[tuple[int, int]]:
    """Offset and length of each whole gzip member from `start` on, up to the end or a torn one."""
    offset = start
    while (length := _member_length(file, offset)) is not None:
        yield offset, length
        offset += length


def parse(member: bytes) -> ArcWarcRecord:
    """The WARC record in a gzip member, its content ready to be read."""
    from warcio.archiveiterator import WARCIterator  # noqa: PLC0415 - readers of text need no WARC

    return next(WARCIterator(BytesIO(zlib.decompress(member, GZIP))))


def _member_length(file: BinaryIO, offset: int) -> int | None:
    """Bytes of the member at this offset; None at the end of the file or where it is torn."""
    file.seek(offset)
    member, read = zlib.decompressobj(GZIP), 0
    while chunk := file.read(CHUNK):
        read += len(chunk)
        try:
            member.decompress(chunk)
        except zlib.error as error:
            if _is_blank(file, offset):
                return None
            raise ArchiveError(
                f"{file.name} is damaged at byte {offset}: put back a copy, or move it away"
            ) from error
        if member.eof:
            return read - len(member.unused_data)
    return None


def _is_blank(file: BinaryIO, offset: int) -> bool:
    """Whether only zeros follow: room that a machine gave to a file before its power went."""
    file.seek(offset)
    return all(not chunk.strip(b"\0") for chunk in iter(lambda: file.read(CHUNK), b""))
