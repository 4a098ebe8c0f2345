"""The encoder: how probable it is that one marked span does a thing of each type to another.

The weights are made by `training/` and are part of the package. One text is read at a time and
never padded, so that a result depends on nothing else that is read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING, Any, Final

import msgspec

from dragoman.errors import StageError
from dragoman.ports import Span
from dragoman.records.codec import Record

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

NONE: Final = "NONE"  # the type of a pair between which nothing happens
LONGEST: Final = 160  # tokens read; of a longer text, those around the marked spans
DIGITS: Final = 4  # of a probability; what lies beyond differs between processors

# Two tokens for each part, which the vocabulary keeps free, stand around its span.
MARKERS: Final = ((5, 6), (7, 8), (9, 10))
_START, _END = 101, 102
_MODEL: Final = ("dragoman.data", "models", "encoder.onnx")


class Scores(Record, frozen=True, kw_only=True):
    """Probabilities: `types` sum to 1 with NONE; `modes` go by type, given that type."""

    types: dict[str, float]
    modes: dict[str, dict[str, float]]
    contexts: dict[str, float]


class Facts(Record, frozen=True, kw_only=True):
    """What `encoder.json` says of the weights beside it."""

    name: str
    types: tuple[str, ...]
    modes: tuple[tuple[str, str], ...]  # type and mode
    contexts: tuple[str, ...]
    temperature: float
    made_from: tuple[str, ...]
    licence: str
    scores: dict[str, float]


@dataclass(frozen=True)
class Marked:
    """A text as the network reads it: its tokens, the part each plays, where the markers are."""

    ids: list[int]
    parts: list[int]
    places: list[int]


def mark(
    ids: Sequence[int], offsets: Sequence[tuple[int, int]], spans: Sequence[Span | None]
) -> Marked:
    """The tokens of a text with markers around the spans of actor, recipient and trigger."""
    ids, offsets = _window(ids, offsets, spans)
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    part_of = [0] * len(ids)
    for part, span in enumerate(spans):
        held = [i for i, (start, end) in enumerate(offsets) if span and _within(start, end, span)]
        if held:
            opening.setdefault(held[0], []).append(part)
            closing.setdefault(held[-1], []).insert(0, part)
            part_of[held[0] : held[-1] + 1] = [part + 1] * (held[-1] + 1 - held[0])
    marked = Marked(ids=[_START], parts=[0], places=[0] * len(spans))
    for i, token in enumerate(ids):
        for part in opening.get(i, ()):
            marked.places[part] = len(marked.ids)
            _add(marked, MARKERS[part][0], part + 1)
        _add(marked, token, part_of[i])
        for part in closing.get(i, ()):
            _add(marked, MARKERS[part][1], part + 1)
    _add(marked, _END, 0)
    return marked


def _add(marked: Marked, token: int, part: int) -> None:
    marked.ids.append(token)
    marked.parts.append(part)


def _within(start: int, end: int, span: Span) -> bool:
    return start < span[1] and end > span[0]


def _window(
    ids: Sequence[int], offsets: Sequence[tuple[int, int]], spans: Sequence[Span | None]
) -> tuple[Sequence[int], Sequence[tuple[int, int]]]:
    """The tokens of a text that is too long, cut to those around the middle of the spans."""
    if len(ids) <= LONGEST:
        return ids, offsets
    marked = [i for i, o in enumerate(offsets) if any(s and _within(*o, s) for s in spans)] or [0]
    first = max(0, min((marked[0] + marked[-1] - LONGEST) // 2, len(ids) - LONGEST))
    return ids[first : first + LONGEST], offsets[first : first + LONGEST]
