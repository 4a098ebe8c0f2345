"""What changed between two versions of a text, line by line."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

AROUND = 2  # unchanged lines shown around a change
MOST = 4000  # lines compared of each text


class Change(NamedTuple):
    """A line that stayed, came or went; `gap` stands for unchanged lines left out."""

    kind: Literal["same", "came", "went", "gap"]
    text: str


def difference(old: str, new: str) -> tuple[Change, ...]:
    """The lines around every change, in order; nothing where the texts are the same."""
    before, after = _lines(old), _lines(new)
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    changes: list[Change] = []
    for group in matcher.get_grouped_opcodes(AROUND):
        if changes:
            changes.append(Change("gap", ""))
        for tag, a, b, c, d in group:
            if tag == "equal":
                changes += (Change("same", line) for line in after[c:d])
            else:
                changes += _exchanged(before[a:b], after[c:d])
    return tuple(changes)


def _exchanged(went: list[str], came: list[str]) -> Iterator[Change]:
    yield from (Change("went", line) for line in went)
    yield from (Change("came", line) for line in came)


def _lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()][:MOST]
