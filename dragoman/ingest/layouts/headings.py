"""Headings of plain text: marked as wikis and Markdown do, or standing out by their form."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.ingest.layouts.lines import is_sentence
from dragoman.ingest.page import Line
from dragoman.records.documents import Section

_WIKI = re.compile(r"(={1,6})\s*(?P<words>[^=\s](?:.*[^=\s])?)\s*\1$")
_HASH = re.compile(r"(?P<marks>#{1,6})\s+(?P<words>.*?[^\s#])\s*#*$")
_RULE = re.compile(r"[-=_*~#•\s]{3,}$|[|:\s-]{5,}$")
_NUMBERED = re.compile(r"(?:\d{1,2}|[IVX]{1,5})[.)]\s+")
_OPENING = re.compile(r"[\"'“‘«(\[]*[A-Z0-9¿¡\u00c0-\U0010ffff]")
_LABEL = re.compile(r"(?:Q|A|Question|Answer|Infobox)\b\s?\d{0,2}\s?(?:[:.]|$)", re.IGNORECASE)
MAX_WORDS = 12
MAX_LENGTH = 100


def is_break(text: str) -> bool:
    """Whether the line is a rule drawn across the page."""
    return _RULE.match(text) is not None


def marked(line: Line) -> tuple[int, int, int] | None:
    """Level, start and end of the words of a heading that carries marks; None if it has none."""
    wiki = _WIKI.match(line.text)
    found = wiki or _HASH.match(line.text)
    if found is None:
        return None
    start, end = found.span("words")
    level = len(wiki.group(1) if wiki else found.group("marks"))
    return level, line.start + start, line.start + end


def heading(lines: Sequence[Line], at: int) -> Section | None:
    """The section of a heading, level 2 or more; None for what is none."""
    line = lines[at]
    if found := marked(line):
        level, start, end = found
        return Section(kind="title", level=max(level, 2), start=start, end=end)
    if not (_ends_in_colon(lines, at) or _stands_out(lines, at)):
        return None
    number = _NUMBERED.match(line.text)
    skip = number.end() if number else 0
    end = line.end - (1 if line.text.endswith(":") else 0)
    return Section(kind="title", level=2, start=line.start + skip, end=end)


def is_short(text: str) -> bool:
    """Whether a text is no longer than headings are."""
    return len(text) <= MAX_LENGTH and len(text.split()) <= MAX_WORDS


def could_be_title(text: str) -> bool:
    """Whether a text could be a title: no sentence, no item, no question's label."""
    if text[-1] in ".,;:…" or not any(letter.isalpha() for letter in text):
        return False
    return _OPENING.match(text) is not None and not _LABEL.match(text)


def _ends_in_colon(lines: Sequence[Line], at: int) -> bool:
    """`Material assistance:` over a paragraph; not a sentence that announces a list."""
    line = lines[at]
    if not (line.text.endswith(":") and is_short(line.text) and at + 1 < len(lines)):
        return False
    after = lines[at + 1]
    announced = len(after.text) < len(line.text) or after.text[:1] in '-*•–—>"“«'
    return not announced and _OPENING.match(line.text) is not None


def _stands_out(lines: Sequence[Line], at: int) -> bool:
    """A short line without an end mark between sentences, over a longer paragraph."""
    line = lines[at]
    if not (is_short(line.text) and _OPENING.match(line.text) and at + 1 < len(lines)):
        return False
    if line.text[-1] in '.,;:!…)"”»' and not line.text.endswith("?”"):
        return False
    before_ends = at == 0 or is_sentence(lines[at - 1].text) or line.gap > 0
    after = lines[at + 1]
    follows = len(after.text) > 1.5 * len(line.text) and is_sentence(after.text)
    return before_ends and follows and after.kind is None
