"""Lists of words, written as words."""

from __future__ import annotations


def wordlist(text: str) -> tuple[str, ...]:
    """The words of the text, in order."""
    return tuple(text.split())
