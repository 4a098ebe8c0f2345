"""Months that the parser took for the first part of a name: "On 3 May | Chad left Mali"."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.reading.calendar import names_time

Row = tuple[str, str, int]  # tag, label and head of a word

_JOINED = frozenset({"compound", "nmod"})  # the labels of a part of a name
_NAMES = frozenset({"NNP", "NNPS"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_BETWEEN = frozenset({"CD", "JJ", "DT", "VBG", "CC", "HYPH", ":"})  # "on | the 3rd of | May"
_HALVES = frozenset({"mid", "early", "late", "-"})
_LABELS = {"CD": "nummod", "DT": "det", "CC": "cc", "HYPH": "punct", ":": "punct"}


def parted(words: Sequence[str], rows: list[Row]) -> list[Row]:
    """The syntax with each month apart from the name that follows it."""
    found = list(rows)
    for month, (_, label, head) in enumerate(rows):
        joined = label in _JOINED and head > month and names_time(words[month])
        if not joined or not _acts(rows, head):
            continue
        first = _first(words, rows, month)
        if first and rows[first - 1][0] == "IN" and rows[month - 1][0] != "DT":
            above = rows[first - 1]
            found[first - 1] = ("IN", "prep", above[2])
            found[month] = ("NNP", "pobj", first - 1)
        elif rows[first][0] == "DT" and first < month - 1 and rows[head][1] in _SUBJECTS:
            found[month] = ("NNP", "npadvmod", rows[head][2])
        else:
            continue
        for index in range(first, month):
            found[index] = (rows[index][0], _LABELS.get(rows[index][0], "amod"), month)
    return found


def _acts(rows: list[Row], name: int) -> bool:
    """Whether it is a name that a verb follows, or that is its subject."""
    tag, label, _ = rows[name]
    follows = name + 1 < len(rows) and rows[name + 1][0] in _FINITE
    return tag in _NAMES and (label in _SUBJECTS or follows)


def _first(words: Sequence[str], rows: list[Row], month: int) -> int:
    """Where the phrase of the month begins."""
    first = month
    while first and (rows[first - 1][0] in _BETWEEN or _is_of_date(words[first - 1])):
        first -= 1
    return first


def _is_of_date(word: str) -> bool:
    return word.lower() in _HALVES or names_time(word)
