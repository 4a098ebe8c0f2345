"""What pages hang on below an article: links to other articles, references, categories."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.ingest import dates
from dragoman.ingest.layouts import furniture
from dragoman.ingest.layouts.headings import is_break, marked
from dragoman.ingest.layouts.lines import is_sentence
from dragoman.ingest.page import Line, section
from dragoman.records.documents import Section

_MORE = re.compile(r"more (?:from|by|on)\s+(?P<source>\S.*)", re.IGNORECASE)
_LINKS = re.compile(
    r"""(?:
      more\ (?:from|by|on|in|about)\ .*
    | more\ (?:articles|stories|news|posts|reading)(?:\ .*)?
    | (?:related|recommended|suggested|similar|other|recent|latest|popular|trending|top|featured)
        \ (?:articles?|stor(?:y|ies)|news|posts?|content|topics?|links?|reading|coverage
        |headlines|items|publications|materials|releases|press\ releases)(?:\ .{0,40})?
    | related | recommended(?:\ for\ you)? | trending(?:\ now)?
    | most\ (?:read|popular|viewed|shared|commented)(?:\ .{0,40})?
    | (?:you\ (?:may|might)\ (?:also\ )?(?:like|be\ interested\ in)|you\ may\ also\ like)
    | (?:read|see|find\ out|learn)\ (?:more|next|also)(?:\ .{0,30})?
    | also\ (?:read|on|in)(?:\ .{0,40})?
    | (?:don['’]t\ miss|in\ other\ news|what\ to\ read\ next|up\ next|elsewhere(?:\ .{0,40})?)
    | external\ links? | further\ reading
    )\s*:?""",
    re.IGNORECASE | re.VERBOSE,
)
_INLINE = re.compile(
    r"(?:read (?:more|also|next)|see also|also read|related(?: (?:article|story|news))?|watch)"
    r"\s*[:|–—]\s*\S.*",
    re.IGNORECASE,
)
_REFERENCES = re.compile(
    r"(?:references?|notes|footnotes|citations|sources|bibliography|notes and references"
    r"|works cited|navigation menu|categories|gallery)",
    re.IGNORECASE,
)
LONGEST_HEADING = 80
RESUMES = 160  # characters of a full sentence after which a text goes on


def is_title(text: str) -> bool:
    """Whether the text is a heading over links to other articles."""
    return len(text) <= LONGEST_HEADING and (
        _LINKS.fullmatch(text) is not None or text.rstrip(":").lower() == "see also"
    )


def stretch(lines: Sequence[Line], at: int) -> int:
    """How many lines from here on are links, references and their heading; 0 for none."""
    if lines[at].kind == "teaser":
        return 0
    if _INLINE.fullmatch(lines[at].text) and lines[at].kind is None:
        return 1
    name = _name(lines[at])
    if name is None:
        return 0
    end = at + 1
    while end < len(lines) and not _resumes(lines, end, name):
        end += 1
    return end - at


def sections(lines: Sequence[Line]) -> tuple[Section, ...]:
    """One teaser for each article linked to, with its date and its repetition."""
    if _INLINE.fullmatch(lines[0].text):
        return (section(lines[0], "teaser"),)
    if _REFERENCES.fullmatch(_name(lines[0]) or ""):
        return ()
    items: list[list[Line]] = []
    for line in lines[1:]:
        if _name(line) or furniture.matches(line.text) or is_break(line.text):
            continue
        if items and (dates.whole(line.text) or line.text == items[-1][0].text):
            items[-1].append(line)
        else:
            items.append([line])
    return tuple(Section(kind="teaser", start=item[0].start, end=item[-1].end) for item in items)


def closing(lines: Sequence[Line]) -> int:
    """The index from which on there are only links and references; all lines if there are none."""
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and (count := stretch(lines, end)):
            end += count
        if end == len(lines) and end > at:
            return at
        at = max(end, at + 1)
    return len(lines)


def outlet(lines: Sequence[Line]) -> str | None:
    """The source that `More From …` names; None where nothing does."""
    names = filter(None, (_name(line) for line in lines))
    return next((source for name in names if (source := named(name))), None)


def named(title: str) -> str | None:
    """The source in the words `More From …`; None in any others."""
    found = _MORE.fullmatch(title)
    if found is None or not found["source"][0].isupper():
        return None
    return found["source"].rstrip(":").strip()


def repeats(lines: Sequence[Line]) -> int:
    """How many teasers are printed twice with a date between, as one aggregator does."""
    triples = zip(lines, lines[1:], lines[2:], strict=False)
    return sum(1 for a, b, c in triples if a.text == c.text and dates.whole(b.text))


def _name(line: Line) -> str | None:
    """The words of the heading of a list of links or references; None for any other line."""
    if line.kind not in (None, "title") or len(line.text) > LONGEST_HEADING:
        return None
    mark = marked(line)
    words = line.text[mark[1] - line.start : mark[2] - line.start] if mark else line.text
    if is_title(words) and not is_sentence(words.rstrip(":")):
        return words
    headed = mark is not None or line.kind == "title"
    return words if headed and _REFERENCES.fullmatch(words) else None


def _resumes(lines: Sequence[Line], at: int, name: str) -> bool:
    """Whether the article, or another part of it, goes on here."""
    line = lines[at]
    if line.kind in ("title", "comment", "infobox") or marked(line):
        return True
    if _MORE.fullmatch(name) or _REFERENCES.fullmatch(name):
        return False
    return len(line.text) > RESUMES and is_sentence(line.text) and line.kind in (None, "body")
