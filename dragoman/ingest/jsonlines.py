"""Payloads from JSON Lines, one a line, without holding more than a line in memory."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import Any, BinaryIO
from urllib.parse import quote

from dragoman.ingest import media
from dragoman.ingest.config import FetchConfig
from dragoman.ingest.layouts import jsonl
from dragoman.records.provenance import Payload, Refusal

CHUNK = 1 << 20
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def payloads(
    stream: BinaryIO, name: str, address: str, config: FetchConfig
) -> Iterator[Payload | Refusal]:
    """One payload or refusal for each line that is not blank; `name` is the file's, or `-`."""
    number = 0
    while line := stream.readline(config.max_line + 1):
        number += 1
        if number == 1 and line.startswith(_UTF16):
            why = "is in UTF-16; save it as UTF-8"
            yield _refusal(name, "encoding", f"{name} {why}")
            return
        if len(line) > config.max_line and not line.endswith(b"\n"):
            _skip(stream)
            why = f"is longer than {config.max_line:,} bytes; split the text"
            yield _refused_line(name, number, "long-line", why)
        elif line.strip():
            yield _payload(line.strip(), number, name, address)
    if number == 0:
        yield _refusal(name, "empty", f"{name} is empty; nothing to read")


def elements(whole: Payload) -> Iterator[Payload | Refusal]:
    """One payload for each object of a JSON document: of its list, or the one that it is."""
    try:
        read = json.loads(whole.content)
    except (ValueError, RecursionError):  # to be told of as a line that is none
        read = None
    entries = read if isinstance(read, list) else [read]
    lines = [whole.content] if read is None else map(_as_line, entries)
    for number, line in enumerate(lines, start=1):
        yield _payload(line, number, whole.path, whole.url)


def _as_line(entry: Any) -> bytes:
    return json.dumps(entry, ensure_ascii=True).encode()


def _payload(line: bytes, number: int, name: str, address: str) -> Payload | Refusal:
    try:
        entry = jsonl.parse(line)
    except jsonl.NotAnEntry as error:
        return _refused_line(name, number, error.code, f"{error}; mend it")
    key = entry.id or str(number)
    given = name == "-" and entry.id
    separator = "" if name == "-" else "#"
    return Payload(
        path=key if given else f"{name}#{key}",
        url=entry.url or f"{address}{separator}{quote(key)}",
        content=line,
        media_type=media.LINE,
    )


def _skip(stream: BinaryIO) -> None:
    """Moves past the rest of a line."""
    while (chunk := stream.readline(CHUNK)) and not chunk.endswith(b"\n"):
        pass


def _refused_line(name: str, number: int, code: str, why: str) -> Refusal:
    place = "standard input" if name == "-" else name
    return _refusal(f"{name}#{number}", code, f"{place}, line {number}, {why}")


def _refusal(item: str, code: str, detail: str) -> Refusal:
    return Refusal(item=item, stage="ingest", code=code, detail=detail)
