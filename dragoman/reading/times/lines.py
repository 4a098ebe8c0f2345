"""Joins lines that were broken for their length, so that a date may run over the break."""

from __future__ import annotations

import re
from typing import Final

from dragoman.reading.calendar import MONTHS
from dragoman.reading.times.lexicon import in_order

_OPEN_ENDS: Final = in_order(
    "in on of by the since until from to between and last next early mid late"
)


def _after(endings: tuple[str, ...]) -> str:
    return "|".join(rf"(?<=\s{ending}\n)" for ending in endings)


# A small letter follows, or the line ends in what ends no sentence; headings are shorter.
_BREAK: Final = re.compile(
    r"\n(?<=[^\n]{20}\n)(?:"
    r"(?<![.!?:;|]\n)(?=[ \t]*[a-z])"
    rf"|(?:{_after(_OPEN_ENDS)})"
    rf"|(?:{_after((*MONTHS, '[0-9]', '[0-9][0-9]'))})(?=[ \t]*(?:[0-9]|{'|'.join(MONTHS)}))"
    r")"
)


def unbroken(text: str) -> str:
    """The text with a blank for each such break: every other character stays in its place."""
    return _BREAK.sub(" ", text)
