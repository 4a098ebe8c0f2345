"""The heads of readers' comments: who wrote one, and whom it answers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from dragoman.ingest import dates
from dragoman.ingest.layouts.lines import is_sentence
from dragoman.ingest.page import Line
from dragoman.ingest.vocabulary import wordlist
from dragoman.records.codec import Record

_BUTTON = re.compile(
    r"(?:(?:reply|like|dislike|share|report(?: abuse)?|flag|quote|permalink|edit|upvote|downvote"
    r"|(?:direct )?link|\d+|likes?|show less|read more|log in to reply|(?:next|previous) page"
    r"|(?:in )?reply(?:ing)? to .{1,40})(?:[\s|·•,»«–—-]+|$))+",
    re.IGNORECASE,
)
_ENDS = re.compile(r"(?<![AaPp]\.[Mm])[.!?]$")  # as a sentence does, and no hour
_AT_END = re.compile(  # what stands behind a time: `| Permalink`, `(two years ago) link`, `| 3`
    r"(?:\s*\(\w+ \w+ ago\)|[\s|·•,–—-]+(?:reply|report(?: abuse)?|quote|permalink"
    r"|(?:direct )?link)|\s*\|\s*\d{1,4})+$",
    re.IGNORECASE,
)
_UNIT = r"(?:s|secs?|m|mins?|h|hrs?|d|w|seconds?|minutes?|hours?|days?|weeks?|months?|years?)"
_CLOCK = r"\d{1,2}[:.]\d{2}(?::\d{2})?(?:[ap]\.?m)?"
_SIGN = re.compile(  # what tells a time from a number: `Oct`, `15:20`, `04.10`, `3h`, `min`
    rf"(?:{'|'.join(dates.MONTHS)})|{_CLOCK}|\d{{1,2}}[ap]\.?m|\d{{0,3}}{_UNIT}"
    r"|\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4})?",
    re.IGNORECASE,
)
_PART = re.compile(  # what may stand beside it
    r"['’]?\d{1,4}(?:st|nd|rd|th)?|\#\d{1,4}|(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri"
    r"|sat(?:ur)?|sun)(?:day)?|[ap]\.?m|about|over|an?|ago|on|at|utc|gmt|[a-z]{0,2}[sd]t|hkt|sgt",
    re.IGNORECASE,
)
_DAYS = frozenset({"mon", "tue", "wed", "thu", "fri", "sat", "sun"})
_BETWEEN = re.compile(r"[\s,·|()@{}»]+")
_YESTERDAY = re.compile(r"yesterday|today|an? (?:hour|day|week|month|year) ago", re.IGNORECASE)
_PREFIX = re.compile(  # what stands before a name: `[#2]`, `3.`, `u/`, `Re: by`, `From:`
    r"(?P<number>(?P<mark>[\[(]?\#)?\d{1,4}[\])]?[.)]?\s+(?:[·|]\s+)?|\#\s+)?"
    r"(?P<by>(?:(?:re|from|comment|posted|reply|written)\b:?\s*)*\b(?:by|from)\b:?\s+|u/)?",
    re.IGNORECASE,
)
_POSTED = re.compile(r"[\[(]?\#|u/|re\b|(?:posted )?by\b.*»", re.IGNORECASE)
_NUMBERED = re.compile(r"\s\#\d{1,4}$")  # `Ama, May 2005 #3`
_VOTED = re.compile(  # `[–] kofi_t [S] 12 points`
    r"\[[–—+-]\]\s*(?P<name>\S{2,40})(?P<host>\s+\[S\])?\s+[\d.k-]+\s+points?\b.{0,40}"
)
_WHEN_BY = re.compile(  # `3 March 2005 9:15 am - Posted by Ama in Tema`
    r"(?P<when>.{6,50}?)[\s|,·–—-]+(?:posted|written)?\s*by:?\s+(?P<name>\S.{0,40})", re.IGNORECASE
)
_PROFILE = re.compile(  # what a forum tells of a member, between the name and the time
    r"(?:.*\b(?:join(?:ed|\ date)|registered|member\ since|messages|posts|reputation|location)\b.*"
    r"|(?:[\w-]+\s+){0,2}(?:member|moderator|administrator|recruit|veteran))",
    re.IGNORECASE,
)
_MAILED = re.compile(r"From:\s")  # a cutting `From The Times, 3 May 1950` is no post
_VERB = re.compile(
    r"\s+(?:says|said|writes|wrote|commented|replied|responded)(?:\s+to\b.{0,40})?$", re.IGNORECASE
)
_SAYS = re.compile(
    r"(?P<name>\S.{0,48}?)\s+(?:says|said|writes|wrote|commented|replied|responded)"
    r"(?:\s+(?:on|at|to)\b.{0,60}|\s*[,–—-].{0,60})?\s*[:….]*"
)
_AFTER_NAME = re.compile(r"\s*[,|·•({»–—:]\s*|\s+-\s+|\s+(?:on|at)\s+|\s+(?=\d)")
_COLON = re.compile(r":\s+(?:\(reply\)\s+)?(?=\S)|(?<=\w)(?:\.{3}|…)\s*(?=\S)")
_DASH = re.compile(r"\s+[–—]\s+(?=\S)")
_QUOTED = re.compile(r"[\"“«][^\"”»]{1,40}[\"”»]")
_BESIDE = re.compile(r"\s*\([^()]{0,30}\)")  # `Ama (Accra)`, `Jane Roe (Author)`
_WORD = re.compile(r"[^\W_][\w.’'&/-]*")
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
# Words that stand in no name, but in a sentence or a label that a colon follows.
_NO_NAME = frozenset(
    wordlist(
        "a an the this that these those and but or so if for in on at to as with is are was were"
        " it he she they we you i not no yes my your our their his her who what why how when where"
        " there here one two three more update updates edit ps note notes source sources quote"
        " quotes link links question answer fact facts correction summary photo caption background"
        " recap disclaimer via also see remember thing things point problem result tags filed topic"
        " thread subject forum"
    )
)
LONGEST_BUTTON = 80  # characters
LONGEST_HEAD = 90
LONGEST_STAMP = 80
MOST_PROFILE = 4  # lines between a name and the time
_LONGEST_NAME = 4  # words before a place


class Header(Record, frozen=True, kw_only=True):
    """The line over a comment; `skip` characters of it, and what follows is the comment itself."""

    name: str
    number: int | None = None
    by_author: bool = False
    answers: str | None = None  # the name of whom it answers, where that is said
    arrows: int = 0
    skip: int | None = None  # None where the comment begins on the next line
    dated: bool = False  # says when
    marked: bool = False  # shows by itself that it is one: `[#3] Ama, 3 March`


def badge(name: str) -> tuple[str, bool]:
    """A commenter's name without `Author` behind it, and whether that stood there."""
    stripped = _BADGE.sub("", name).strip(" :,")
    return (stripped, True) if stripped and stripped != name.strip(" :,") else (name, False)


def header(lines: Sequence[Line], at: int) -> Header | None:
    """The head of a comment that a line in a thread is, or begins with; None if it is none."""
    text = lines[at].text
    arrows = _ARROWS.match(text)
    words = text[arrows.end() :] if arrows else text
    found = _whole(lines, at, words) or _inline(words)
    if found is None or arrows is None:
        return found
    depth = sum(1 for mark in arrows.group() if mark in ">↳└-")
    skip = None if found.skip is None else found.skip + arrows.end()
    mailed = skip is None and _MAILED.match(words) is not None
    return replace(found, arrows=depth, skip=skip, marked=found.marked or mailed)


def numbered(text: str) -> Header | None:
    """The head that a line `3. Name` is."""
    prefix = _PREFIX.match(text)
    name = text[prefix.end() :] if prefix else ""
    if prefix is None or not prefix["number"] or not is_nick(name) or len(name) > LONGEST_HEAD:
        return None
    return _made(name, text, prefix)


def is_when(text: str) -> bool:
    """Whether a text is nothing but a date, or a time before now."""
    if len(text) > LONGEST_STAMP or not any(map(str.isdecimal, text)):
        return _YESTERDAY.fullmatch(text.strip()) is not None
    words = [word for part in _BETWEEN.split(text) if (word := part.strip(".-"))]
    signs = [word for word in words if _SIGN.fullmatch(word)]
    others = (word for word in words if not _SIGN.fullmatch(word))
    told = bool(signs) and all(_PART.fullmatch(word) for word in others)
    named = words and words[0][:3].casefold() in _DAYS and not _PART.fullmatch(words[0])
    return told or (not named and dates.whole(text) is not None)  # `Thulani 9 March 2005`


def is_button(text: str) -> bool:
    """Whether a line is what one may click on under a comment."""
    return len(text) <= LONGEST_BUTTON and _BUTTON.fullmatch(text) is not None


def is_profile(text: str) -> bool:
    """Whether a line tells of who wrote in a forum: `Senior Member | Joined May 2005`."""
    short = len(text) <= LONGEST_HEAD and not is_sentence(text)
    return short and _PROFILE.fullmatch(text) is not None


def footer(text: str) -> Header | None:
    """What a line under a comment says of who wrote it when; without a name, only when."""
    if len(text) > LONGEST_HEAD or not any(map(str.isdecimal, text)) or _ENDS.search(text):
        return None
    bare = _AT_END.sub("", text.strip("()"))
    if is_when(bare):
        return Header(name="", dated=True)
    prefix = _PREFIX.match(bare)
    name = _dated(bare[prefix.end() :] if prefix else bare)
    return _made(name, bare, None, dated=True) if name else None


def signed(text: str, foot: Header) -> Header:
    """The head of a comment that begins with this line and is signed below."""
    prefix = _PREFIX.match(text)
    number = prefix["number"] if prefix else None
    rest = text[prefix.end() :] if prefix else text
    if not foot.name and is_nick(rest):
        return _made(rest, text, prefix, dated=True)
    begun = len(number) if number else 0
    return replace(foot, number=int(re.sub(r"\D", "", number) or 0) if number else None, skip=begun)


def is_stamp(line: Line) -> bool:
    """Whether a line only says when a comment was written, or that it is a reply."""
    return is_when(_AT_END.sub("", line.text)) or (
        _IN_REPLY.match(line.text) is not None and line.words <= 5
    )


def is_nick(text: str) -> bool:
    """Whether a line may be a name and no more."""
    return len(text.split()) <= 5 and (not is_sentence(text) or _has_initial(text))


def unquoted(line: Line) -> int:
    """Where the words of a line begin, behind arrows that show its depth."""
    arrows = _ARROWS.match(line.text)
    return line.start + (arrows.end() if arrows else 0)


def _whole(lines: Sequence[Line], at: int, text: str) -> Header | None:
    """A head that is all of its line: `Name says:`, `[#2] Name, 3 March 2021`."""
    if len(text) <= LONGEST_HEAD and (stamped := _stamped(text)):
        return stamped
    prefix = _PREFIX.match(text)
    rest = text[prefix.end() :] if prefix else text
    said = _SAYS.fullmatch(rest)
    if said and is_nick(said["name"]):
        return _made(said["name"], text, prefix)
    dotted = prefix is not None and prefix["number"] and is_nick(rest)
    if dotted and prefix and prefix["number"].rstrip()[-1] in ".)]":
        return _made(rest, text, prefix)
    if prefix and prefix["by"] and is_nick(rest) and not rest.endswith(("?", ":")):
        return _made(rest, text, prefix)
    over = is_nick(text) and not is_when(text) and not is_button(text) and not is_profile(text)
    return _made(text, text, None, dated=True) if over and _is_dated_below(lines, at) else None


def _stamped(text: str) -> Header | None:
    """A head that says when, or how many liked it: `Name, 3 March 2021`, `[–] name 3 points`."""
    if voted := _VOTED.fullmatch(text):
        by_author = voted["host"] is not None
        return Header(name=voted["name"], by_author=by_author, dated=True, marked=True)
    prefix = _PREFIX.match(text)
    rest = text[prefix.end() :] if prefix else text
    if name := _dated(_AT_END.sub("", rest.rstrip(":) "))):
        return _made(name, text, prefix, dated=True)
    after = _WHEN_BY.fullmatch(text)
    known = after and is_when(after["when"]) and is_nick(after["name"])
    return _made(after["name"], text, None, dated=True) if after and known else None


def _is_dated_below(lines: Sequence[Line], at: int) -> bool:
    """Whether the time stands under a line, perhaps below what a forum tells of the member."""
    for line in lines[at + 1 : at + 1 + MOST_PROFILE]:
        if is_when(line.text):
            return True
        if not is_profile(line.text):
            break
    return False


def _inline(text: str) -> Header | None:
    """A head before what is said: `Ama (Accra), 3 March: …`, `"Ama": …`, `Ama – …`."""
    prefix = _PREFIX.match(text)
    first = prefix.end() if prefix else 0
    for ends in (_COLON, _DASH):
        for end in ends.finditer(text, first, LONGEST_HEAD):
            words = text[first : end.start()].strip()
            bare = _VERB.sub("", words)
            if end.group()[0] in ".…" and bare == words:
                continue  # three dots end a head only behind `said`
            name = _dated(bare) or bare
            if _is_name(name) and not is_when(name):
                return replace(_made(name, text[: end.end()], prefix), skip=end.end())
    return None


def _dated(text: str) -> str | None:
    """The name of `Name, 3 March 2021 at 4:15 pm`."""
    for split in () if is_when(text) else _AFTER_NAME.finditer(text):
        name, when = text[: split.start()], text[split.end() :].rstrip(")} ")
        if name and ": " not in name and is_nick(_BESIDE.sub("", name)) and is_when(when):
            return _VERB.sub("", name)
    return None


def _made(name: str, text: str, prefix: re.Match[str] | None, *, dated: bool = False) -> Header:
    answered = _REPLY_TO.search(text.lstrip("@"))
    who = answered["name"].strip() if answered else None
    bare, by_author = badge(_REPLY_TO.split(name)[0].strip() or name)
    number = prefix["number"] if prefix else None
    return Header(
        name=bare.strip('"“”«» '),
        number=int(re.sub(r"\D", "", number) or 0) if number else None,
        by_author=by_author,
        answers=who,
        dated=dated,
        marked=dated and (_POSTED.match(text) or _NUMBERED.search(text)) is not None,
    )


def _is_name(text: str) -> bool:
    """Whether the words before a colon are a name, perhaps with a place: `Ama T., Accra`."""
    if _QUOTED.fullmatch(text):
        return True
    name, _, place = _BESIDE.sub("", text).partition(", ")
    words = name.split()
    known = bool(words) and len(words) <= _LONGEST_NAME and all(map(_WORD.fullmatch, words))
    if not known or any(word.casefold() in _NO_NAME for word in words):
        return False
    somewhere = not place or (place[0].isupper() and len(place.split()) <= 3)
    return somewhere and (len(words) == 1 or words[0][0].isupper())


def _has_initial(text: str) -> bool:
    """Whether a name ends in an initial, as `Melek A.` does."""
    return re.search(r"\b[^\W\d_]\.$", text) is not None
