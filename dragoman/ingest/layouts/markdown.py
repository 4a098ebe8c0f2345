"""Markdown: front matter, and a text that is read as the page it would make."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from dragoman.ingest import dates
from dragoman.ingest.layouts import html, tree
from dragoman.ingest.layouts.blocks import walk
from dragoman.ingest.page import Facts, Page, Publication

_FENCED = re.compile(
    r"\s*(?P<fence>---|\+\+\+)[ \t]*\n(?P<fields>.*?)\n(?P=fence)[ \t]*(?:\n|$)", re.DOTALL
)
_FIELD = re.compile(r"(?P<name>[A-Za-z_-]+)\s*:\s*(?P<value>\S.*)")
_DAYS = ("date", "published", "pubdate", "publish_date", "date_published")


def read(text: str) -> Page:
    """The page of a Markdown document."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - slow, and seldom needed

    front = _FENCED.match(text)
    facts = _facts(_fields(front["fence"], front["fields"])) if front else Facts()
    made = MarkdownIt("commonmark").enable("table").render(text[front.end() :] if front else text)
    root = tree.parse(made)
    if root is None:
        return html.compose([], facts)
    tree.clear(root)  # Markdown may hold HTML
    return html.compose(list(walk(root)), facts)


def _fields(fence: str, text: str) -> dict[str, str]:
    """The fields of the front matter, single values only."""
    if fence == "+++":
        try:
            return {name.lower(): str(value) for name, value in tomllib.loads(text).items()}
        except tomllib.TOMLDecodeError:  # no front matter, then, and no title or date from it
            return {}
    matches = filter(None, (_FIELD.fullmatch(line.strip()) for line in text.split("\n")))
    return {found["name"].lower(): _unquoted(found["value"]) for found in matches}


def _unquoted(value: str) -> str:
    stripped = value.strip()
    quoted = len(stripped) > 1 and stripped[0] == stripped[-1] and stripped[0] in "\"'"
    return stripped[1:-1] if quoted else stripped


def _facts(fields: dict[str, Any]) -> Facts:
    day = next((fields[name] for name in _DAYS if name in fields), None)
    published = dates.given(day) if day else None
    return Facts(
        title=fields.get("title"),
        author=fields.get("author"),
        source=fields.get("source") or fields.get("publisher"),
        published=(Publication(date=published, basis="given"),) if published else (),
        address=fields.get("url") or fields.get("link"),
    )
