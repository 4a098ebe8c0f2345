"""One line of JSON Lines: a text with what is known of it."""

from __future__ import annotations

import json
from typing import Any

from msgspec.structs import replace

from dragoman.ingest import dates
from dragoman.ingest.decode import storable
from dragoman.ingest.layouts import plain
from dragoman.ingest.page import Facts, Page, Publication
from dragoman.records.codec import Record


class Entry(Record, frozen=True, kw_only=True):
    """The fields of a line; those that are absent or empty are None."""

    text: str
    id: str | None = None
    title: str | None = None
    date: str | None = None
    source: str | None = None
    url: str | None = None
    author: str | None = None


class NotAnEntry(ValueError):  # noqa: N818  # it says what the line is not
    """The line is no JSON object with a text; says why."""

    def __init__(self, code: str, why: str) -> None:
        super().__init__(why)
        self.code = code


def parse(line: bytes) -> Entry:
    """The entry that the line holds; NotAnEntry if it holds none."""
    try:
        fields = json.loads(line)
    except UnicodeDecodeError as error:
        raise NotAnEntry("encoding", f"is not UTF-8 at byte {error.start + 1}") from None
    except (ValueError, RecursionError) as error:
        raise NotAnEntry("bad-json", f"is not JSON ({_why(error)})") from None
    if not isinstance(fields, dict):
        raise NotAnEntry("bad-json", f"holds a JSON {type(fields).__name__}, not an object")
    text = fields.get("text")
    if not isinstance(text, str) or not text.strip():
        raise NotAnEntry("no-text", 'has no "text"')
    named = {name: _field(fields.get(name)) for name in Entry.__struct_fields__ if name != "text"}
    return Entry(text=storable(text), **named)


def read(entry: Entry) -> Page:
    """The page of an entry: its text as it is, what the fields say before what the text says."""
    published = dates.given(entry.date) if entry.date else None
    warnings: tuple[str, ...] = ()
    if entry.date and published is None:
        warnings = (f'date {entry.date[:40]!r} is not a date; give "YYYY-MM-DD"',)
    facts = Facts(
        title=entry.title,
        author=entry.author,
        source=entry.source,
        published=(Publication(date=published, basis="given"),) if published else (),
    )
    return replace(plain.read(entry.text, facts), warnings=warnings)


def _field(value: Any) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return storable(str(value)).strip() or None


def _why(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at character {error.pos + 1}"
    return "nested too deep" if isinstance(error, RecursionError) else str(error)[:80]
