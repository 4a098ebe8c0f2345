"""Questions and answers: `Q:` and `A:`, and interviews with the names of those who speak."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from dragoman.ingest.page import Line, section
from dragoman.records.documents import Section

_QUESTION = re.compile(r"Q(?:uestion)?\s?\d{0,2}\s?[:.)]\s*(?=\S)")
_ANSWER = re.compile(r"A(?:nswer)?\s?\d{0,2}\s?:\s*(?=\S)")
_BARE_ANSWER = re.compile(r"A\s?\d{0,2}[.)]\s*(?=\S)")
_FAQ = re.compile(
    r"[=#\s]*(?:faqs?|frequently asked questions|questions (?:and|&) answers|q ?& ?a)\W*",
    re.IGNORECASE,
)
REACH = 100  # lines over which a heading of questions holds
_SPEAKER = re.compile(r"(?P<name>[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,4}):\s+(?=\S)")


def turn(lines: Sequence[Line], at: int) -> Section | None:
    """The question or answer that the line is, without its label; None if it is neither."""
    line = lines[at]
    if found := _QUESTION.match(line.text):
        return section(line, "question", found.end())
    if found := _ANSWER.match(line.text):
        return section(line, "answer", found.end())
    if at == 0 or not _QUESTION.match(lines[at - 1].text):
        return None
    if found := _BARE_ANSWER.match(line.text):
        return section(line, "answer", found.end())
    if found := _SPEAKER.match(line.text):
        return replace(section(line, "answer", found.end()), author=found["name"])
    return None


def asked(lines: Sequence[Line], at: int) -> bool:
    """Whether a heading is one of a list of frequent questions."""
    if not lines[at].text.rstrip("=# ").endswith("?"):
        return False
    return any(_FAQ.fullmatch(line.text) for line in lines[max(0, at - REACH) : at])


def answers(sections: tuple[Section, ...]) -> tuple[Section, ...]:
    """The sections, where paragraphs that go on with an answer are answers too.

    What follows the last answer is the author's own word again where answers are labelled `A:`.
    """
    last = max((i for i, part in enumerate(sections) if part.kind == "question"), default=-1)
    labelled = any(part.kind == "answer" for part in sections)
    made: list[Section] = []
    turn_of: Section | None = None
    for i, part in enumerate(sections):
        if part.kind in ("question", "answer"):
            turn_of = part
        elif part.kind in ("title", "teaser", "comment"):
            turn_of = None
        named = turn_of is not None and turn_of.author is not None
        open_ended = i < last or named or not labelled
        goes_on = turn_of is not None and part.kind == "body" and open_ended
        author = turn_of.author if turn_of and turn_of.kind == "answer" else None
        made.append(replace(part, kind="answer", author=author) if goes_on else part)
    return tuple(made)
