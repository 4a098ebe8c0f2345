"""Threads of readers' comments: who wrote each, and which one it answers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from dragoman.ingest import dates
from dragoman.ingest.layouts import teasers
from dragoman.ingest.layouts.lines import is_sentence
from dragoman.ingest.page import Line
from dragoman.records.codec import Record
from dragoman.records.documents import Section

_TITLE = re.compile(
    r"""(?:\#+\s*|=+\s*)?(?:
      (?:(?:\d+|no|one|two|three|four|five|six|seven|eight|nine|ten|all|readers?['’]?|user|top)
        [\s,]+(?:readers?[\s,]+)?)*
      (?:comments?|responses?|replies|reactions|thoughts?)(?:\s*\(\d+\)|\s*[:-]?\s*\d+)?
      (?:\s+(?:on|to|so\ far)\b.*)?
    | discussion | what\ readers\ say
    )\s*:?(?:\s*=+)?""",
    re.IGNORECASE | re.VERBOSE,
)
_END = re.compile(
    r"(?:leave|post|add|write) (?:a|your) (?:reply|comment|response)\b.*|your e-?mail address\b.*"
    r"|comments are (?:now )?closed.*|(?:log|sign) in to (?:leave a )?(?:comment|reply)\b.*"
    r"|join the (?:conversation|discussion).*|(?:load|show|view) (?:more|older|all) comments.*",
    re.IGNORECASE,
)
_BUTTON = re.compile(
    r"(?:(?:reply|like|dislike|share|report|flag|quote|permalink|edit|upvote|downvote|link|\d+"
    r"|likes?|show less|read more|log in to reply|(?:in )?reply(?:ing)? to .{1,40})"
    r"(?:[\s|·•,]+|$))+",
    re.IGNORECASE,
)
_AGO = re.compile(
    r"(?:about |over )?(?:an?|\d+) ?(?:min\w*|hours?|h|days?|weeks?|months?|years?) ago"
)
_NUMBERED = re.compile(r"(?P<number>\d{1,4})[.)]\s+(?P<name>\S.{0,58})")
_SAYS = re.compile(
    r"(?P<name>\S.{0,48}?)\s+(?:says|said|writes|wrote|commented|replied|responded)"
    r"(?:\s+(?:on|at|to)\b.{0,60}|\s*[,–—-].{0,60})?\s*[:….]*"
)
_BY = re.compile(
    r"(?:comment|posted|reply|written)\s+(?:by|from)\s+(?P<name>.{1,48}?)", re.IGNORECASE
)
_SPLIT = re.compile(r"\s*[,|·•(–—]\s*|\s+-\s+|\s+(?:on|at)\s+")
_INLINE = re.compile(  # `Ama:`, `Ama (Accra), 3 March 2021:`, `Ama says (3 March 2021):`
    r"(?P<name>[^\W\d_a-z@][\w.’'-]*(?:\s+[^\W_][\w.’'-]*){0,3}?(?:\s*\([^\W\d_][^():]{1,30}\))?)"
    r"(?:\s+(?:says|said|writes|wrote))?(?:\s*[,(]\s*(?P<when>[^()]{3,40}?)\)?)?\s*:\s+(?=\S)"
)
_BADGE = re.compile(
    r"\s*(?:[(\[]\s*(?:post\s+)?(?:author|op|admin)\s*[)\]]|\s(?:post\s+)?author)$", re.IGNORECASE
)
_REPLY_TO = re.compile(
    r"(?:in reply to|replying to|replied to|responded to|reply to|>|→|@)\s*"
    r"(?P<name>[^\d:,(]{2,40})",
    re.IGNORECASE,
)
_IN_REPLY = re.compile(r"(?:in reply|replying|replied|responded|reply) to\b", re.IGNORECASE)
_ARROWS = re.compile(r"(?:(?:[>↳└]|--)\s*)+")
LONGEST_BUTTON = 80  # characters
MOST_TRIES = 20  # lines that look like the head of a thread and are none


class Header(Record, frozen=True, kw_only=True):
    """The line over a comment; `skip` characters of it, and what follows is the comment itself."""

    name: str
    by_author: bool = False
    answers: str | None = None  # the name of whom it answers, where that is said
    arrows: int = 0
    skip: int | None = None  # None where the comment begins on the next line


class Thread(Record, frozen=True, kw_only=True):
    """The comments from one line to another; parents count from the thread's first comment."""

    start: int
    end: int
    sections: tuple[Section, ...] = ()

    @property
    def host(self) -> str | None:
        """The name under which the author of the document answers; None if there is none."""
        return next((part.author for part in self.sections if part.by_author), None)


def find(lines: Sequence[Line]) -> Thread:
    """The thread under an article; an empty one behind the last line if there is none."""
    tries = 0
    for at, line in enumerate(lines):
        if tries > MOST_TRIES:
            break
        if line.kind in (None, "title") and _TITLE.fullmatch(line.text):
            thread = _thread(lines, at, at + 1, headed=True)
        elif _opens(lines, at):
            thread = _thread(lines, at, at, headed=False)
        else:
            continue
        tries += 1
        if thread.sections:
            return thread
    return Thread(start=len(lines), end=len(lines))


def attributed(sections: Sequence[Section], author: str | None) -> tuple[Section, ...]:
    """The comments, with those that the author of the document wrote under the same name."""
    same = author.casefold() if author else None
    return tuple(
        replace(part, by_author=True) if part.author and part.author.casefold() == same else part
        for part in sections
    )


def badge(name: str) -> tuple[str, bool]:
    """A commenter's name without `Author` behind it, and whether that stood there."""
    stripped = _BADGE.sub("", name).strip(" :,")
    return (stripped, True) if stripped and stripped != name.strip(" :,") else (name, False)


def _opens(lines: Sequence[Line], at: int) -> bool:
    """Whether a thread without a heading begins: `1. Name` over text that is set in."""
    line = lines[at]
    found = _NUMBERED.fullmatch(line.text)
    if not found or found["number"] != "1" or line.kind is not None or at + 1 >= len(lines):
        return False
    after = lines[at + 1]
    return _is_nick(found["name"]) and after.indent > line.indent and after.kind is None


def _thread(lines: Sequence[Line], start: int, first: int, *, headed: bool) -> Thread:
    heads: list[tuple[int, Header]] = []
    end = first
    while end < len(lines) and not _over(lines, end, first, headed=headed):
        if header := _header(lines, end, headed=headed):
            heads.append((end, header))
        elif not heads and end > first + 1:
            break  # a comment has its head at the top
        end += 1
    if not heads:
        return Thread(start=start, end=start)
    sections = tuple(_comments(lines, heads, end))
    while end < len(lines) and _END.fullmatch(lines[end].text):
        end += 1
    return Thread(start=start, end=end, sections=sections)


def _over(lines: Sequence[Line], at: int, first: int, *, headed: bool) -> bool:
    line = lines[at]
    if _END.fullmatch(line.text) or line.kind is not None or teasers.stretch(lines, at) > 1:
        return True
    outside = line.indent < lines[first].indent or (
        line.indent == lines[first].indent and not _NUMBERED.fullmatch(line.text)
    )
    return not headed and outside


def _header(lines: Sequence[Line], at: int, *, headed: bool) -> Header | None:
    line = lines[at]
    arrows = _ARROWS.match(line.text)
    text = line.text[arrows.end() :] if arrows else line.text
    depth = sum(1 for mark in arrows.group() if mark in ">↳└-") if arrows else 0
    if found := _NUMBERED.fullmatch(text):
        inner = at + 1 < len(lines) and lines[at + 1].indent > line.indent
        if _is_nick(found["name"]) and (inner or headed):
            return _made(found["name"], text, depth)
    if not headed:
        return None
    name = _says(text) or _dated_name(lines, at, text)
    if name:
        return _made(name, text, depth)
    found = _INLINE.match(text)
    if found and (found["when"] is None or _is_when(found["when"])):
        skip = len(line.text) - len(text) + found.end()
        return replace(_made(found["name"], text[: found.end()], depth), skip=skip)
    return None


def _made(name: str, text: str, arrows: int) -> Header:
    answered = _REPLY_TO.search(text)
    who = answered["name"].strip() if answered else None
    bare, by_author = badge(_REPLY_TO.split(name)[0].strip() or name)
    return Header(name=bare, by_author=by_author, answers=who, arrows=arrows)


def _says(text: str) -> str | None:
    found = _SAYS.fullmatch(text) or _BY.fullmatch(text)
    return found["name"] if found and _is_nick(found["name"]) else None


def _dated_name(lines: Sequence[Line], at: int, text: str) -> str | None:
    """The name of `Name, 3 March 2021 at 4:15 pm`, or of a name over such a date."""
    for split in _SPLIT.finditer(text[:100]):
        name, when = text[: split.start()], text[split.end() :].rstrip(":) ")
        if name and _is_nick(name) and _is_when(when):
            return name
    below = lines[at + 1].text if at + 1 < len(lines) else ""
    over = _is_nick(text) and not is_sentence(text) and not _is_when(text)
    return text if over and _is_when(below) and not _is_button(text) else None


def _is_when(text: str) -> bool:
    return dates.whole(text) is not None or _AGO.fullmatch(text.strip()) is not None


def _is_button(text: str) -> bool:
    return len(text) <= LONGEST_BUTTON and _BUTTON.fullmatch(text) is not None


def _is_nick(text: str) -> bool:
    return len(text.split()) <= 5 and (not is_sentence(text) or _initial(text))


def _initial(text: str) -> bool:
    """Whether a name ends in an initial, as `Melek A.` does."""
    return re.search(r"\b[^\W\d_]\.$", text) is not None


def _comments(
    lines: Sequence[Line], heads: Sequence[tuple[int, Header]], end: int
) -> list[Section]:
    made: list[Section] = []
    open_above: list[tuple[int, int, int | None]] = []  # indent, arrows, index of the comment
    bounds = [at for at, _ in heads[1:]] + [end]
    for (at, header), until in zip(heads, bounds, strict=True):
        place = lines[at].indent, header.arrows
        while open_above and open_above[-1][:2] >= place:
            open_above.pop()
        parent = open_above[-1][2] if open_above else None
        if header.answers:
            parent = _last_by(made, header.answers, parent)
        part = _comment(lines[at:until], header, parent, made)
        open_above.append((*place, len(made) if part else parent))
        made.extend([part] if part else [])
    return made


def _comment(
    lines: Sequence[Line], header: Header, parent: int | None, made: Sequence[Section]
) -> Section | None:
    """What stands under the header, without dates and buttons; None where that is nothing."""
    said = [line for line in lines[1:] if not _is_button(line.text) and not _stamp(line)]
    inline = header.skip is not None
    if not (said or inline):
        return None
    return Section(
        kind="comment",
        start=lines[0].start + (header.skip or 0) if inline else _unquoted(said[0]),
        end=said[-1].end if said else lines[0].end,
        author=header.name,
        parent=parent,
        level=0 if parent is None else made[parent].level + 1,
        by_author=header.by_author,
    )


def _unquoted(line: Line) -> int:
    """Where the words of a line begin, behind arrows that show its depth."""
    arrows = _ARROWS.match(line.text)
    return line.start + (arrows.end() if arrows else 0)


def _stamp(line: Line) -> bool:
    return _is_when(line.text) or (_IN_REPLY.match(line.text) is not None and line.words <= 5)


def _last_by(made: Sequence[Section], name: str, otherwise: int | None) -> int | None:
    wanted = badge(name)[0].casefold()
    for at in range(len(made) - 1, -1, -1):
        if (made[at].author or "").casefold() == wanted:
            return at
    return otherwise
