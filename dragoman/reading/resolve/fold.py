"""Text made comparable, character for character, so that offsets stay true."""

from __future__ import annotations

import unicodedata

_APOSTROPHES = "’‘ʼ`´′ʻ"
_DASHES = "-‐‑‒–—−"


class _Table(dict[int, str]):
    """One character for each character: lower case, no accents, plain quotes, no dashes."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold(chr(code))
        return folded


def _fold(char: str) -> str:
    if char in _APOSTROPHES:
        return "'"
    if char in _DASHES or char.isspace():
        return " "
    base = unicodedata.normalize("NFKD", char)[0]
    lower = base.lower()
    return lower if len(lower) == 1 else char


_TABLE = _Table()


def fold(text: str) -> str:
    """The text in lower case without accents or dashes, of the same length."""
    return text.translate(_TABLE)
