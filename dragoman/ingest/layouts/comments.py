"""Threads of readers' comments: who wrote each, and which one it answers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from dragoman.ingest.layouts import commenters, teasers
from dragoman.ingest.layouts.commenters import Header
from dragoman.ingest.page import Line
from dragoman.records.codec import Record
from dragoman.records.documents import Section

_COUNT = r"(?:\d+|no|one|two|three|four|five|six|seven|eight|nine|ten|all)"
_READERS = (
    r"(?:readers?(?:['’]s?)?|users?(?:['’]s?)?|your|online|top|recent|latest|selected|from|the)"
)
_THREAD = r"(?:comments?|comentarios?|comentários|commentaires?|commenti|kommentare?)"
_ANSWERS = r"(?:responses?|replies|reactions?|thoughts?|feedback)"  # of readers, or of states
_TITLE = re.compile(
    rf"""\W*(?:
      (?:(?:{_COUNT}|{_READERS})[\s,]+)*{_THREAD}\b(?:\s*[(:\[-]?\s*\d+\b\s*[)\]]?)?
      (?:\s+(?:on|to|from|so\ far|are\ open|most)\b.*|\s*[—–|:·+(\]-].*)?
    | (?:(?:{_COUNT}|{_READERS})[\s,]+)+{_ANSWERS}\b(?:\s+(?:on|to|so\ far)\b.*|\s*[—–|:·+(].*)?
    | {_ANSWERS}\s*[(:\[]?\s*\d+\s*[)\]]?
    | replies | responses | discussion | (?:have|had)\ your\ say | what\ (?:our\ )?readers\ say
    | readers\ (?:react|write)
    )\s*:?(?:\s*=+)?""",
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST_TITLE = 70  # characters
_END = re.compile(
    r"(?:leave|post|add|write) (?:a|your) (?:reply|comment|response)\b.*|your e-?mail address\b.*"
    r"|comments are (?:now )?closed.*|(?:log|sign) in to (?:leave a )?(?:comment|reply)\b.*"
    r"|join the (?:conversation|discussion).*|(?:load|show|view) (?:more|older|all) comments.*",
    re.IGNORECASE,
)
_FORUM = re.compile(
    r"(?:topic|thread|forum|re)\b[^.]{0,80}|r/\w.*|.*(?:[›»]|\s>\s).*"
    r"|.*\b(?:forums?|message\ ?board|(?:discussion|thread)\ in)\b[^.]*",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"@\s?(?P<number>\d{1,4})\b|@?(?P<name>[^\W\d_][\w.’'-]*)")
_STAMPED = re.compile(r"\s{2,}(?P<when>\S.{3,40})$")
_SIGNED = re.compile(r"(?:posted|written) by\b|posted:", re.IGNORECASE)
_TOP = 3  # lines in which a forum says to be one
_CALL = 3  # words in which a comment calls by name whom it answers
MOST_TRIES = 20  # lines that look like the head of a thread and are none


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
    is_forum = any(_FORUM.fullmatch(line.text) for line in lines[:_TOP])
    for at, line in enumerate(lines):
        if tries > MOST_TRIES:
            break
        if _is_title(line):
            thread = _titled(lines, at)
        elif _opens(lines, at):
            thread = _thread(lines, at, at, headed=False)
        elif _is_posted(lines, at, known=is_forum) or (is_forum and _is_talk(lines, at)):
            thread = _thread(lines, at, at, headed=True)
        else:
            continue
        tries += 1
        if thread.sections:
            return thread
    first = _TOP if is_forum else _text_end(lines)
    return _signed(lines, first, first, 2) or Thread(start=len(lines), end=len(lines))


def _titled(lines: Sequence[Line], at: int) -> Thread:
    """The thread under a heading: signed below by name, with heads, or but dated below."""
    if named := _signed(lines, at, at + 1, 1):
        return named
    headed = _thread(lines, at, at + 1, headed=True)
    dated = None if headed.sections else _signed(lines, at, at + 1, 1, named=False)
    return dated or headed


def attributed(sections: Sequence[Section], author: str | None) -> tuple[Section, ...]:
    """The comments, with those that the author of the document wrote under the same name."""
    same = author.casefold() if author else None
    return tuple(
        replace(part, by_author=True) if part.author and part.author.casefold() == same else part
        for part in sections
    )


def _is_title(line: Line) -> bool:
    known = line.kind in (None, "title") and len(line.text) <= _LONGEST_TITLE
    return known and _TITLE.fullmatch(line.text) is not None


def _opens(lines: Sequence[Line], at: int) -> bool:
    """Whether a thread without a heading begins: `1. Name` over text that is set in."""
    line = lines[at]
    found = commenters.numbered(line.text)
    if found is None or found.number != 1 or line.kind is not None or at + 1 >= len(lines):
        return False
    after = lines[at + 1]
    return after.indent > line.indent and after.kind is None


def _is_posted(lines: Sequence[Line], at: int, *, known: bool) -> bool:
    """Whether the first of several posts begins, by their heads: `[#1] Ama, 3 March 2021`.

    In what is known to be a forum they need to say no more than who wrote when.
    """
    text = lines[at].text
    if not (known or text[0] in "[#>(uRr" or "#" in text[-6:] or "»" in text):
        return False
    found = commenters.header(lines, at)
    if found is None or not _is_post(found, known=known):
        return False
    rest = (commenters.header(lines, later) for later in range(at + 1, len(lines)))
    return any(_is_post(other, known=known) for other in rest if other)


def _is_post(head: Header, *, known: bool) -> bool:
    return head.marked or (known and head.dated and head.skip is None)


def _is_talk(lines: Sequence[Line], at: int) -> bool:
    """Whether a talk in a forum begins, in which the same names come again."""
    heads = [commenters.header(lines, later) for later in range(at, len(lines))]
    names = [found.name.partition(" (")[0] for found in heads if found and found.skip is not None]
    return bool(heads and heads[0] and heads[0].skip) and 1 < len(set(names)) < len(names)


def _thread(lines: Sequence[Line], start: int, first: int, *, headed: bool) -> Thread:
    heads: list[tuple[int, Header]] = []
    end = first
    while end < len(lines) and not _over(lines, end, first, headed=headed):
        header = commenters.header(lines, end) if headed else _nested(lines, end)
        if header and (not heads or _is_alike(header, heads[0][1])):
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


def _is_alike(head: Header, first: Header) -> bool:
    """Whether a line may be a head as the first of the thread is one: on its own line, dated."""
    if first.skip is not None:
        return True
    return head.skip is None and (head.dated or head.answers is not None or not first.dated)


def _text_end(lines: Sequence[Line]) -> int:
    """Where comments may begin: behind the first line that says who wrote the text above it."""
    feet = (at for at, line in enumerate(lines) if at > 1 and _is_signature(line.text))
    return next(feet, len(lines) - 1) + 1


def _is_signature(text: str) -> bool:
    return _SIGNED.match(text) is not None and commenters.footer(text) is not None


def _signed(
    lines: Sequence[Line], start: int, first: int, least: int, *, named: bool = True
) -> Thread | None:
    """The thread whose comments are each signed below; None if the last line signs none."""
    heads: list[tuple[int, Header]] = []
    at = begun = first
    while at < len(lines) and not _over(lines, at, first, headed=True):
        foot = commenters.footer(lines[at].text)
        if foot is not None and bool(foot.name) == named and at > begun:
            heads.append((begun, commenters.signed(lines[begun].text, foot)))
            begun = at + 1
        elif at == begun and commenters.is_button(lines[at].text):
            begun = at + 1
        at += 1
    if len(heads) < least or begun < at:
        return None
    return Thread(start=start, end=at, sections=tuple(_comments(lines, heads, at)))


def _over(lines: Sequence[Line], at: int, first: int, *, headed: bool) -> bool:
    line = lines[at]
    if _END.fullmatch(line.text) or line.kind is not None or teasers.stretch(lines, at) > 1:
        return True
    outside = line.indent < lines[first].indent or (
        line.indent == lines[first].indent and commenters.numbered(line.text) is None
    )
    return not headed and outside


def _nested(lines: Sequence[Line], at: int) -> Header | None:
    """The head `1. Name` of a comment that is set in below it."""
    inner = at + 1 < len(lines) and lines[at + 1].indent > lines[at].indent
    return commenters.numbered(lines[at].text) if inner else None


def _comments(
    lines: Sequence[Line], heads: Sequence[tuple[int, Header]], end: int
) -> list[Section]:
    made: list[Section] = []
    numbers: dict[int, int] = {}
    open_above: list[tuple[int, int, int | None]] = []  # indent, arrows, index of the comment
    bounds = [at for at, _ in heads[1:]] + [end]
    for (at, header), until in zip(heads, bounds, strict=True):
        place = lines[at].indent, header.arrows
        while open_above and open_above[-1][:2] >= place:
            open_above.pop()
        parent = open_above[-1][2] if open_above else None
        if header.answers:
            parent = _last_by(made, header.answers, parent)
        elif parent is None:
            parent = _called(lines[at:until], header, made, numbers)
        part = _comment(lines[at:until], header, parent, made)
        open_above.append((*place, len(made) if part else parent))
        if part and header.number is not None:
            numbers[header.number] = len(made)
        made.extend([part] if part else [])
    return made


def _called(
    lines: Sequence[Line], header: Header, made: Sequence[Section], numbers: dict[int, int]
) -> int | None:
    """The comment whose number or author is called at the head of another: `@2`, `Ama, your …`."""
    inline = header.skip is not None
    said = lines[0].text[header.skip :] if inline else "".join(x.text for x in lines[1:2])
    names = [(part.author or "").casefold() for part in made]
    for found in _ADDRESSED.finditer(" ".join(said.split()[:_CALL])):
        if found["number"]:
            return numbers.get(int(found["number"]))
        call = found["name"].casefold().rstrip(".'’")
        for at in range(len(names) - 1, -1, -1):
            known = names[at] != header.name.casefold() and len(call) > 1
            if known and re.split(r"[\s_,]", names[at])[0] == call:
                return at
            if known and found[0][0] == "@" and names[at].startswith(call):
                return at
    return None


def _comment(
    lines: Sequence[Line], header: Header, parent: int | None, made: Sequence[Section]
) -> Section | None:
    """What stands under the header, without dates and buttons; None where that is nothing."""
    said = [x for x in lines[1:] if not _is_beside(x)]
    inline = header.skip is not None
    if not (said or inline):
        return None
    last = said[-1] if said else lines[0]
    stamp = _STAMPED.search(last.text)
    stamped = stamp is not None and commenters.is_when(stamp["when"])
    return Section(
        kind="comment",
        start=lines[0].start + (header.skip or 0) if inline else commenters.unquoted(said[0]),
        end=last.start + stamp.start() if stamp and stamped else last.end,
        author=header.name,
        parent=parent,
        level=0 if parent is None else made[parent].level + 1,
        by_author=header.by_author,
    )


def _is_beside(line: Line) -> bool:
    """Whether a line in a comment is none of its words: a time, a button, who wrote."""
    told = commenters.is_button(line.text) or commenters.is_stamp(line)
    return told or commenters.is_profile(line.text) or commenters.footer(line.text) is not None


def _last_by(made: Sequence[Section], name: str, otherwise: int | None) -> int | None:
    wanted = commenters.badge(name)[0].casefold()
    for at in range(len(made) - 1, -1, -1):
        if (made[at].author or "").casefold() == wanted:
            return at
    return otherwise
