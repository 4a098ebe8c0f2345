"""What stands over an article: title, date, byline, source."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.ingest import dates, sources
from dragoman.ingest.layouts import furniture, headings, names
from dragoman.ingest.page import Facts, Line, Publication
from dragoman.records.codec import Record
from dragoman.records.documents import Section

_SEPARATOR = re.compile(r"\s+[|•·]+\s*|[|•·]+\s+")
_FIELD = re.compile(
    r"""(?:
      (?P<date>(?:date|published|publication\ date|posted|released|release\ date|issued
        |date\ of\ (?:publication|issue)|originally\ published)(?:\ (?:on|at))?)
    | (?P<late>(?:last\ )?(?:updated|modified|update)(?:\ (?:on|at))?)
    | (?P<source>source|publisher|agency|news\ agency|outlet|via)
    | (?P<author>authors?|by|written\ by|reporter|byline)
    | (?P<other>language|format|tags?|topics?|url|link|categor(?:y|ies)|section|countr(?:y|ies)
        |place|location|ref(?:erence)?(?:\ number)?|document\ (?:no|number)|accessed|editor
        |edited\ by|retrieved)
    )\s*:\s*(?P<value>\S.*)""",
    re.IGNORECASE | re.VERBOSE,
)
_ON = re.compile(
    r"(?:published|posted|released|issued|written|(?P<late>(?:last )?(?:updated|modified)))"
    r"(?:\s+(?:on|at))?\s+(?P<value>\S.*)",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:(?:story|text|words|written|reported|posted|published)\s+)?by\s+(?=\S)", re.IGNORECASE
)
_AND_BYLINE = re.compile(r"[\s,]+by\s+", re.IGNORECASE)
_PROSE = re.compile(r"(?:\b[a-z]{2,}\s+){3}")
_NUMBER = re.compile(
    r"(?:press release|statement|communiqu[eé])?\s*(?:(?:no|nr|number|doc|ref)\s*[.:]*|n\s?[°º])?"
    r"\s*[A-Z]{0,5}[\s-]?\d[\w/.–-]{0,15}",
    re.IGNORECASE,
)
_DATELINE = re.compile(r"(?P<head>.{2,90}?)(?:\s*(?:--|[–—])\s*|\s+-\s+)(?=\S)")
_AGENCY = re.compile(r"[(/]\s*(?P<name>[^\W\d_][^()/]{1,40}?)\s*[)/]")
_MONTH_DAY = re.compile(
    rf"\b(?:\d{{1,2}}\s+)?(?:{'|'.join(dates.MONTHS)})\b\.?(?:\s+\d{{1,2}})?", re.IGNORECASE
)
_PLACE = re.compile(r"[\s,.()/]*(?:(?:[^\W\d_a-z][\w.'’-]*|of|de|and|the)(?:[\s,.()/]+|$)){0,7}")
DECK = 2  # lines between a title and what is said of the article
DEEPEST = 10  # lines below which nothing of a page's head is looked for
LONGEST_TITLE = 220  # characters
LONGEST_LINE = 200


class Masthead(Record, frozen=True, kw_only=True):
    """The head of a page: what it says, the title's section, and the lines left to the article."""

    facts: Facts
    sections: tuple[Section, ...]
    rest: tuple[Line, ...]


def read(lines: Sequence[Line]) -> Masthead:
    """The head of the page, told apart from the article below it."""
    facts, taken, title, free = Facts(), set[int](), None, 0
    chronicle = sum(1 for line in lines if dates.whole(line.text)) > 2
    for at, line in enumerate(lines[:DEEPEST]):
        began = free > 0
        said = None if chronicle and dates.whole(line.text) else _says(lines, at)
        closes = began and at >= len(lines) - 2
        if said is not None and not closes and (not began or said != Facts()):
            facts = facts.over(said)
            taken.add(at)
        elif title is None and not began and (title := _title(lines, at)):
            taken.add(at)
        elif len(line.text) > LONGEST_TITLE or headings.marked(line) or line.kind:
            break
        else:
            free += 1
            if free > DECK:
                break
    rest = tuple(line for at, line in enumerate(lines) if at not in taken)
    words = None if title is None else _words(lines, title)
    return Masthead(
        facts=Facts(title=words).over(facts), sections=(title,) if title else (), rest=rest
    )


def says(text: str) -> Facts | None:
    """What a line over an article says of it; None if the line belongs to the article."""
    if len(text) > LONGEST_LINE:
        return None
    parts = [part for part in _SEPARATOR.split(text) if part]
    told = [(part, _part(part)) for part in parts]
    known = [facts for _, facts in told if facts is not None]
    unknown = [part for part, facts in told if facts is None]
    if not known or len(unknown) > 1:
        return None
    facts = Facts()
    for fact in known:
        facts = facts.over(fact)
    if not unknown:
        return facts
    name = unknown[0]
    if facts == Facts() or len(name.split()) > 6 or not name[0].isupper():
        return None
    return facts.over(Facts(source=name) if not facts.source else Facts(author=name))


def dateline(text: str) -> Facts:
    """What the head of a wire's first sentence says: `GENEVA, March 10, 2023 (AFP) —`."""
    found = _DATELINE.match(text)
    if found is None:
        return Facts()
    head = found["head"]
    agency = _AGENCY.search(head)
    dated = dates.find(head)
    place = _AGENCY.sub(" ", head[: dated[1]] + head[dated[2] :] if dated else head)
    place = _MONTH_DAY.sub(" ", place)
    if not (_PLACE.fullmatch(place) and (dated or agency or place.strip(" ,").isupper())):
        return Facts()
    name = agency["name"] if agency else ""
    known = sources.lookup(name) is not None or sources.guess_kind(name) == "news"
    return Facts(
        published=(Publication(date=dated[0]),) if dated else (),
        source=name if known else None,
        kind="news",
    )


def _says(lines: Sequence[Line], at: int) -> Facts | None:
    line = lines[at]
    if line.kind is not None or headings.marked(line):
        return None
    row = "|" in line.text and any("|" in other.text for other in lines[at + 1 : at + 2])
    return None if row and not _FIELD.match(line.text) else says(line.text)


def _part(text: str) -> Facts | None:
    """What one part of such a line says; None if it says nothing known."""
    if found := _FIELD.fullmatch(text):
        return _field(found)
    on = _ON.fullmatch(text)
    if on and (facts := _dated(on["value"], late=on["late"] is not None)):
        return facts
    if found := _BYLINE.match(text):
        return _by(text[found.end() :])
    if dated := dates.whole(text) or dates.placed(text):
        return Facts(published=(Publication(date=dated),))
    if outlet := sources.lookup(text):
        return Facts(source=outlet.name)
    return Facts() if furniture.matches(text) or _NUMBER.fullmatch(text) else None


def _field(found: re.Match[str]) -> Facts | None:
    value = found["value"]
    if found["source"]:
        return Facts(source=value)
    if found["author"]:
        return _by(value)
    if found["other"]:
        return Facts()
    return _dated(value, late=found["late"] is not None)


def _dated(value: str, *, late: bool) -> Facts | None:
    """A date, perhaps with who wrote: `February 19, 2023 by Jane Roe`."""
    parts = _AND_BYLINE.split(value, maxsplit=1)
    found = dates.whole(parts[0])
    if found is None:
        return None
    facts = Facts(published=(Publication(date=found, late=late),))
    return facts.over(_by(parts[1]) or Facts()) if len(parts) > 1 else facts


def _by(value: str) -> Facts | None:
    """Who wrote, perhaps with a date behind: `Jane Roe in Geneva, 3 March 2023`."""
    found = dates.find(value)
    if found and _PROSE.search(value, found[2]):
        return None  # "By the accord of 26 July 1965 Britain gave up the base"
    published = (Publication(date=found[0]),) if found else ()
    name = (value[: found[1]] if found else value).strip(" ,|-–—")
    if outlet := sources.lookup(name):
        return Facts(source=outlet.name, published=published)
    author = names.author(name)
    known = author or published or names.is_staff(name)
    return Facts(author=author, published=published) if known else None


def _title(lines: Sequence[Line], at: int) -> Section | None:
    line = lines[at]
    if mark := headings.marked(line):
        level, start, end = mark
        return Section(kind="title", start=start, end=end) if level == 1 else None
    if line.kind is not None:
        given = line.kind == "title" and line.level <= 1
        return Section(kind="title", start=line.start, end=line.end) if given else None
    after = [other for other in lines[at + 1 : at + 8] if other.kind in (None, "body", "list")]
    size = len(line.text)
    longer = any(len(other.text) > size for other in after)
    longer = longer or (any(other.gap for other in after[:1]) and _size(after) > 2 * size)
    if longer and len(line.text) <= LONGEST_TITLE and headings.could_be_title(line.text):
        return Section(kind="title", start=line.start, end=line.end)
    return None


def _size(lines: Sequence[Line]) -> int:
    return sum(len(line.text) for line in lines)


def _words(lines: Sequence[Line], title: Section) -> str:
    line = next(line for line in lines if line.start <= title.start < line.end)
    return " ".join(line.text[title.start - line.start : title.end - line.start].split())
