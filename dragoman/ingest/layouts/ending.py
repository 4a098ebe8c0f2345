"""What stands under an article: signature, place and day, a word about the writer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.ingest import dates, sources
from dragoman.ingest.layouts import furniture, headings, names
from dragoman.ingest.layouts.lines import is_sentence
from dragoman.ingest.page import Facts, Line, Publication
from dragoman.records.codec import Record

_OFFICE = re.compile(
    r"(?:the |an? |senior |deputy |vice[- ]|former |acting |first |special |political |foreign )*"
    r"(?:member|minister|ambassador|chair|president|director|professor|researcher|spokes|editor"
    r"|head|secretary|fellow|analyst|correspondent|journalist|writer|author|adviser|advisor"
    r"|representative|envoy|lecturer|scholar|columnist|official|officer|expert|commentator"
    r"|consul|general|chief|section|department|institute|ministry|association|society)\w*\b",
    re.IGNORECASE,
)
_WITH_OFFICE = re.compile(r"(?P<name>[^,(/]{3,60}?)\s*[,(/]\s*(?P<office>\S.*)")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+\s*\(.{0,40}\)\W*$")
_DASHED = re.compile(r"[–—-]{1,2}\s*")
_ABOUT = re.compile(r"about the (?:author|writer)s?\s*:?", re.IGNORECASE)
_BIO = re.compile(
    r"(?P<name>(?:(?:Dr|Prof|Mr|Ms|Mrs)\.?\s+)?[^\W\d_a-z][\w’'.-]*(?:\s+[^\W\d_a-z][\w’'.-]*){1,3})"
    r"\s+(?:is|was|has|writes|works|teaches|lives|serves|covers|reports|holds|blogs)\b"
)
_TITLE = re.compile(r"^(?:Dr|Prof|Mr|Ms|Mrs)\.?\s+")
_LIFE = re.compile(
    r"\b(?:writer|author of|journalist|blog\w*|ph\.?d|professor|fellow|editor|contributor"
    r"|columnist|correspondent|freelance|researcher|graduate|degree|lecturer|analyst|teaches"
    r"|(?:started|began) working|lives in|spends (?:most|his|her|their)|books?|follow (?:him|her)"
    r"|on twitter|twitter|the views expressed|can be reached|his work|her work|newsletter"
    r"|missionary|podcast|has written|previously)\b|@\w+",
    re.IGNORECASE,
)
MOST_LINES = 6  # at the end of an article that are looked at
LONGEST_SIGNATURE = 30  # words


class Ending(Record, frozen=True, kw_only=True):
    """What the end of an article says, and how many of its lines that takes."""

    facts: Facts = Facts()
    lines: int = 0


def read(lines: Sequence[Line], author: str | None = None, host: str | None = None) -> Ending:
    """The end of an article by this author, who may answer comments under another name."""
    facts, taken = Facts(), 0
    while taken < min(MOST_LINES, len(lines) - 1):
        count, said = _last(lines[: len(lines) - taken], facts.author or author, host)
        if count == 0:
            break
        facts, taken = facts.over(said), taken + count
    return Ending(facts=facts, lines=taken)


def _last(lines: Sequence[Line], author: str | None, host: str | None) -> tuple[int, Facts]:
    """How many lines the last thing under the article takes, and what it says; 0 if none."""
    line = lines[-1]
    if line.kind not in (None, "body"):
        return 0, Facts()
    if dated := _day(line.text):
        return 1, Facts(published=(Publication(date=dated),))
    if furniture.matches(line.text) or headings.is_break(line.text) or _ABOUT.fullmatch(line.text):
        return 1, Facts()
    if len(lines) > 1 and line.words <= 3 and dates.whole(lines[-2].text):
        return (0 if is_sentence(line.text) else 1), Facts()  # the place under a day
    if name := _bio(lines, author, host):
        return 1, Facts(author=name, fallback="Blog" if host else None)
    return _signature(lines)


def _day(text: str) -> dates.Dated | None:
    """The day that a line under an article gives, alone, with a place or behind an address."""
    stamp = dates.find(text) if _ADDRESS.match(text) else None
    return stamp[0] if stamp else dates.whole(text) or dates.placed(text)


def _signature(lines: Sequence[Line]) -> tuple[int, Facts]:
    text = _DASHED.sub("", lines[-1].text, count=1).strip("()[] ")
    before = lines[-2] if len(lines) > 1 else None
    if not text or before is None or is_sentence(text) or len(text.split()) > LONGEST_SIGNATURE:
        return 0, Facts()
    if outlet := sources.lookup(text):
        return 1, Facts(source=outlet.name)
    closes = is_sentence(before.text)
    if names.is_person(text) and closes and headings.is_short(text):
        return 1, Facts(author=text)
    found = _WITH_OFFICE.fullmatch(text)
    if found and closes and names.is_person(found["name"]) and _short_or_office(found["office"]):
        return 1, Facts(author=found["name"])
    signed = len(lines) > 2 and is_sentence(lines[-3].text) and names.is_person(before.text)
    return (2, Facts(author=before.text)) if signed else (0, Facts())


def _short_or_office(text: str) -> bool:
    return _OFFICE.match(text) is not None or len(text.split()) <= 6


def _bio(lines: Sequence[Line], author: str | None, host: str | None) -> str | None:
    """The name of the writer whom the last paragraph describes; None if it describes none."""
    text = lines[-1].text
    found = _BIO.match(text)
    if found is None or len(lines) < 3:
        return None
    name = _TITLE.sub("", found["name"])
    if author and name.casefold() in author.casefold():
        return author
    hosted = host is not None and host.casefold() in name.casefold()
    headed = _ABOUT.fullmatch(lines[-2].text) is not None
    surname = name.split()[-1]
    told_of = any(surname in line.text for line in lines[:-1])
    life = len({cue.casefold() for cue in _LIFE.findall(text)})
    return name if hosted or headed or (life > 1 and not told_of) else None
