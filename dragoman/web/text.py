"""Text from documents made fit to be shown: visible, in order, and never more than text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from markupsafe import Markup

from dragoman.ports import Passage
from dragoman.records.shown import visible

_MARKUP = re.compile(r"(?<!\S)[=|{}\[\]*#]+(?!\S)")  # by itself, as around a heading


class Span(NamedTuple):
    """A stretch of a text with a label, such as the id of a claim."""

    start: int
    end: int
    label: str


class Piece(NamedTuple):
    """A stretch of text under the labels of all spans that cover it."""

    text: str
    labels: tuple[str, ...]
    start: int


def shown(value: Any) -> Any:
    """What a template prints: text made safe, nothing for None, markup of our own as it is."""
    if value is None:
        return ""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def link(address: str | None) -> str | None:
    """The address if a reader may follow it: a page on the web, and nothing that runs."""
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return None
    plain = parts.scheme in {"http", "https"} and parts.hostname
    return address if plain and visible(address or "") == address else None


def found(passage: Passage) -> tuple[Piece, ...]:
    """The passage cut where the words stand that were looked for, without signs of markup."""
    signs = [Span(*match.span(), "markup") for match in _MARKUP.finditer(passage.text)]
    cut = pieces(passage.text, [*signs, *(Span(*mark, "found") for mark in passage.marks)])
    return tuple(piece for piece in cut if "markup" not in piece.labels)


def pieces(text: str, spans: Iterable[Span], offset: int = 0) -> Iterator[Piece]:
    """The text cut wherever a span begins or ends; spans count from `offset`, and may overlap."""
    inside = [
        Span(max(0, s.start - offset), min(len(text), s.end - offset), s.label) for s in spans
    ]
    inside = [span for span in inside if span.start < span.end]
    cuts = sorted({0, len(text), *(at for span in inside for at in (span.start, span.end))})
    opening: dict[int, list[Span]] = {}
    for span in inside:
        opening.setdefault(span.start, []).append(span)
    over: list[Span] = []
    for start, end in pairwise(cuts):
        over = [span for span in over if span.end > start] + opening.get(start, [])
        yield Piece(text[start:end], tuple(span.label for span in over), start + offset)
