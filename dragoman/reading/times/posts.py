"""Posts: the day that each comment or post of a thread bears in the line over or under it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from dragoman.reading.times.find import new_scene, reduce, resolve
from dragoman.records import dates
from dragoman.records.documents import Document, Section
from dragoman.records.readings import TimeExpression

_LONGEST: Final = 110  # characters of a line that says who posted when
_FULL: Final = re.compile(  # a day with its year, as such lines write it
    r"\b(?:\d{4}[-./]\d\d?[-./]\d\d?|\d\d?[-./]\d\d?[-./](?:\d{4}|\d\d)"
    r"|(?:\d\d?(?:st|nd|rd|th)?\s[^\W\d_]{3,9}|[^\W\d_]{3,9}\.?\s\d\d?(?:st|nd|rd|th)?),?\s'?\d{2,4}"
    r"|\d\d?\s[^\W\d_]{3,9}\s'\d\d)\b"
)
_MARK: Final = re.compile(r"(?i)\d:\d\d\b|\d\s?[ap]\.?m\b|#\d|\bposted\b|\bpermalink\b|»")
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_BEFORE: Final = 7  # words of a name and of what goes with it
_AFTER: Final = 6  # "pm GMT - Reply - Report abuse"
_JOINED: Final = re.compile(r"(?i)\b(?:join(?:ed)?|registered|member since|edited|updated)\b")
_PROSE: Final = (".", "!", "?", ";", ",")
_ON_THE_WAY: Final = 2  # days from a dateline to print
_HEAD: Final = 5  # lines, in which a text bears its own date
_SOON: Final = 400  # days after the text in which people write under it


class Post(NamedTuple):
    """The line that dates a post: its characters, its day, and whether it bears more than that."""

    start: int
    end: int
    edtf: str
    marked: bool


class Posts:
    """The posts of one document."""

    def __init__(self, document: Document, published: str | None) -> None:
        found = list(_posts(document.text))
        if published is None and not sum(post.marked for post in found) > 1:
            found = []
        self.first = next((post.edtf for post in found if post.marked), None)
        known = published or self.first
        begin = dates.bounds(known)[0] if known else None
        days = ((post, dates.bounds(post.edtf)[0]) for post in found)
        posts = [p for p, day in days if day and begin and 0 <= (day - begin).days <= _SOON]
        own = posts and _is_at_head(document, posts[0]) and _is_near(begin, posts[0].edtf)
        self._posts = posts[1:] if own else posts  # the first bears the day of the text
        rest = document.text[self._posts[-1].end :] if self._posts else ""
        self._closing = not _WORD.search(rest)  # the line stands under what it dates

    def of(self, section: Section) -> int | None:
        """The number of the post that a section belongs to; None of the text itself."""
        if self._closing:
            number = bisect_left(self._posts, section.end, key=lambda post: post.end)
            own = section.kind == "comment" or number > 0
            return number if own and number < len(self._posts) else None
        number = bisect_right(self._posts, section.start, key=lambda post: post.start)
        return number - 1 if number else None

    def day(self, number: int) -> str:
        """EDTF of the day of a post."""
        return self._posts[number].edtf

    def begun(self, sections: Sequence[Section]) -> Iterator[TimeExpression]:
        """For each post that begins with a section, its day: no words, but where it begins."""
        last: int | None = None
        for section in sections:
            number = self.of(section)
            if number is not None and number != last:
                start, last = section.start, number
                edtf = self.day(number)
                yield TimeExpression(start=start, end=start, edtf=edtf, basis="published")


def _posts(text: str) -> Iterator[Post]:
    """The lines that bear a day and hardly anything else, in order."""
    lines = list(_candidates(text))
    heads = "\n".join(text[start:end] for start, end in lines)
    tokens = reduce(heads) if heads else []
    times = list(resolve(tokens, new_scene(tokens, None))) if tokens else []
    at = 0
    for start, end in lines:
        time = next((t for t in times if at <= t.start < at + end - start and _is_day(t)), None)
        line, shift = text[start:end], at
        at += end - start + 1
        if time and _is_alone(line[: time.start - shift], line[time.end - shift :]):
            yield Post(start, end, time.edtf, _MARK.search(line) is not None)


def _candidates(text: str) -> Iterator[tuple[int, int]]:
    """Where the short lines with a full date stand."""
    for match in _FULL.finditer(text):
        start = text.rfind("\n", 0, match.start()) + 1
        end = text.find("\n", match.end())
        end = len(text) if end < 0 else end
        if end - start <= _LONGEST and not _JOINED.search(text, start, end):
            yield start, end


def _is_at_head(document: Document, post: Post) -> bool:
    """Whether hardly anything but titles stands before it, and no comment follows it."""
    lines = sum(map(bool, document.text[: post.start].split("\n")))
    after = next((s.kind for s in document.sections if s.start >= post.end), "body")
    return lines < _HEAD and after != "comment"


def _is_near(begin: date | None, edtf: str) -> bool:
    """Whether it is the day of the text, or one of print soon after."""
    day = dates.bounds(edtf)[0]
    return begin is not None and day is not None and (day - begin).days <= _ON_THE_WAY


def _is_day(time: TimeExpression) -> bool:
    return dates.precision(time.edtf) == "day" and time.basis == "stated"


def _is_alone(before: str, after: str) -> bool:
    """Whether but a name stands before the date, and an hour and a link or two after."""
    told = len(_WORD.findall(before)) <= _BEFORE and len(_WORD.findall(after)) <= _AFTER
    return told and not after.rstrip().endswith(_PROSE) and not before.rstrip().endswith(_PROSE[:4])
