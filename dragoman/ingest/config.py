"""What the ingest room is told from outside: how much it takes, and what day it is."""

from __future__ import annotations

from dragoman.records.codec import Record


class FetchConfig(Record, frozen=True, kw_only=True):
    """Limits on what is read, in bytes."""

    max_bytes: int = 20_000_000  # of one document
    max_line: int = 5_000_000  # of one line of JSON Lines


class ExtractConfig(Record, frozen=True, kw_only=True):
    """Limits on what is parsed; `now` is the ISO date beyond which no date can be a past one."""

    now: str | None = None
    max_line: int = 5_000_000  # characters of a line of plain text
    max_depth: int = 200  # of nested elements; the parser drops what lies below 255
    max_tags: int = 100_000  # of one page; what finds the article in it slows down beyond
