"""Cuts plain text into lines, joining those that were wrapped at a margin."""

from __future__ import annotations

import re
from itertools import pairwise

from dragoman.ingest import dates
from dragoman.ingest.page import Line

_LINE = re.compile(r"[^\r\n]+")
_BREAK = re.compile(r"\r\n|\r|\n")
# what begins a line of its own: a bullet, number, heading, question, or header of a page
_MARK = re.compile(
    r"[-*•–‣◦▪>=#|+~]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]+)[.)]\s|(?:Q|A|Question|Answer)\s?\d*:"
    r"|(?:Date|Source|Published|Posted|Updated|Author)\b[: ]|By [A-Z]|More [Ff]rom\b"
)
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
MARGIN = 110  # no longer line was wrapped by hand or by a mail program
TOO_WIDE = 20  # one longer line in so many, and none of the text was wrapped
NARROW = 45  # and no shorter one broke off at a margin


def split(text: str, start: int = 0, end: int | None = None) -> tuple[Line, ...]:
    """The lines of the text between two offsets, wrapped ones joined, blank ones left out."""
    raw = _raw(text, start, len(text) if end is None else end)
    wide = sum(1 for line in raw if line.end - line.start > MARGIN)
    if wide * TOO_WIDE > len(raw):
        return tuple(raw)
    lines: list[Line] = []
    for paragraph in _paragraphs(raw):
        lines.extend((_join(text, paragraph),) if _wrapped(paragraph) else paragraph)
    return tuple(lines)


def is_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does."""
    return _SENTENCE_END.search(text[-8:]) is not None


def _raw(text: str, start: int, end: int) -> list[Line]:
    lines: list[Line] = []
    last = start
    for match in _LINE.finditer(text, start, end):
        words = match.group().strip()
        if not words:
            continue
        lead = len(match.group()) - len(match.group().lstrip())
        begin = match.start() + lead
        gap = sum(1 for _ in _BREAK.finditer(text, last, begin)) - (1 if lines else 0)
        indent = len(match.group()[:lead].expandtabs(4))
        last = begin + len(words)
        lines.append(Line(text=words, start=begin, end=last, indent=indent, gap=max(gap, 0)))
    return lines


def _paragraphs(lines: list[Line]) -> list[list[Line]]:
    """Lines by paragraph: a blank line, another indent or a mark at its head begins one."""
    paragraphs: list[list[Line]] = []
    for previous, line in pairwise([None, *lines]):
        if line is None:
            continue
        if previous is None or line.gap or not _continues(paragraphs[-1], line):
            paragraphs.append([line])
        else:
            paragraphs[-1].append(line)
    return paragraphs


def _continues(paragraph: list[Line], line: Line) -> bool:
    if _MARK.match(line.text) or "|" in line.text or dates.whole(line.text):
        return False
    hangs = _MARK.match(paragraph[0].text) is not None and line.indent > paragraph[0].indent
    return hangs or line.indent <= paragraph[-1].indent


def _wrapped(paragraph: list[Line]) -> bool:
    """Whether the lines break off at a margin rather than where a thought ends."""
    if len(paragraph) < 2:
        return False
    full = paragraph[:-1]
    lengths = [line.end - line.start for line in full]
    if max(*lengths, paragraph[-1].end - paragraph[-1].start) > MARGIN:
        return False
    broken = sum(1 for line in full if not is_sentence(line.text))
    return min(lengths) >= NARROW and broken * 2 > len(full)


def _join(text: str, paragraph: list[Line]) -> Line:
    first, last = paragraph[0], paragraph[-1]
    return Line(
        text=text[first.start : last.end],
        start=first.start,
        end=last.end,
        indent=first.indent,
        gap=first.gap,
    )
