"""The date that a document bears: in a line of its own, above or below its text, or a dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from dragoman.reading.times.find import new_scene, reduce
from dragoman.reading.times.lexicon import CATEGORY, words
from dragoman.reading.times.points import Date, Fixed, Numeric
from dragoman.reading.times.ranges import Double
from dragoman.reading.times.tokens import Token
from dragoman.records import dates

_POINT: Final = CATEGORY["point"]
_DAY: Final = "\0"  # stands for a date in a line
_HEAD_LINES: Final = 12  # titles, whose it is, who wrote it and where, and the first of the text
_LONG: Final = 160  # characters: a line of prose
_FOOT_LINES: Final = 3
_FOOT: Final = 70  # characters of a line that dates what stands above it
_FAR: Final = 140  # characters in which a line comes to its date
_MOST: Final = 7  # names of places, papers and people before or after a date
_FIRST: Final = 4  # and in the first line, which as often names what happened that day

_ISSUING: Final = words(
    "date dated posted published publication updated released release issued issue issuing "
    "submitted filed written modified edited reviewed revised last first press statement media "
    "communique communiqué briefing remarks printed transmitted sent created added uploaded done "
    "publish update changed"
)
_LATER: Final = words("updated update modified edited reviewed revised changed")
_PAPERS: Final = words(
    "statement remarks speech address letter message declaration communiqué note interview"
)
_PERIODICALS: Final = words(
    "brief briefs briefing bulletin digest edition gazette journal magazine monthly news "
    "newsletter note notes paper quarterly report review roundup series weekly"
)
_LINKS: Final = words(
    "of the and de da do del la le el al on at by in for a an to from this for immediate news "
    "min mins read minute minutes comments comment under local time page pages"
)
_DEEDS: Final = words(
    "accessed accident accord accords adopted agreement agreements anniversary archived "
    "armistice assassination attack attacks battle birth bombing born ceasefire constitution "
    "convention copyright coup covenant crash crisis deadline death died disaster earthquake "
    "effective election elections ended established exchange expires explosion fall figure fire "
    "flood force founded founding inaugurated incident independence invasion killed law map "
    "massacre meeting members memorandum memory mission murder mutiny next night opened "
    "operation pact photo protocol raid ratified rebellion recognition referendum registered "
    "resolution "
    "retrieved revolt revolution rights riots siege signature signed signing since strike "
    "strikes summit treaty truce until uprising visit war"
)
_PREPOSITIONS: Final = words("on in until since from by after before between during to at of")
_BOXED: Final = re.compile(
    r"^\W*(?:location|result|outcome|belligerents|casualties|capital|parties)\W*:",
    re.IGNORECASE | re.MULTILINE,
)
_CLOCK: Final = re.compile(
    r"(?ix) (?:(?<=\s)|(?<=[,;(|·/-])) (?:at\s)? \d{1,2} (?:[:.h]\d\d (?:[:.]\d\d)?)?"
    r" \s* (?:hrs?\b|hours\b|[ap]\.?m\b\.?|(?=[|·,;)\s]|$)) (?:\s+on\b)?"
)
_ZONE: Final = re.compile(
    r"\(?\b(?:GMT|UTC|BST|CET|CEST|MSK|IST|E[SD]T|C[SD]T|M[SD]T|P[SD]T|JST|KST|EAT|WAT|SAST)\b"
    r"(?:\s*[+-]\s*\d{1,2}(?::?\d\d)?)?\)?"
)
_WEEKDAY: Final = re.compile(
    r"(?i)\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
    r"(?:\s(?:morning|afternoon|evening|night))?"
)
_NUMBERED: Final = re.compile(r"(?i)\b(?:nos?|nr|vol|issue)\.?\s?\d[\w/-]*")
_LISTED: Final = re.compile(r"[\[(]?\d{1,3}[.)\]]\s")
_DOTTED: Final = re.compile(r"\b(\d{4})\.\s?(\d{1,2})\.\s?(\d{1,2})\b\.?")
_STAMPED: Final = re.compile(r"(\d{4}-\d\d-\d\d)T\d\d:\d\d\S*")
_ROMAN: Final = re.compile(r"\b(\d{1,2})\s?[./-]\s?([IVX]{1,4})\s?[./-]\s?(\d{4})\b")
_WIRE: Final = r"(?:\([^)\n]{1,40}\)|/[^/\n]{1,30}/|\[[^]\n]{1,40}\])"
_NAME: Final = r"[^\W\d_a-z][\w.'’-]*"
_PLACE: Final = rf"{_NAME}(?:(?:[ ]|,[ ]|/)(?:(?:of|the|de|da|del|al)[ ])*{_NAME}){{0,5}}"
_DATELINE: Final = re.compile(
    rf"\W{{0,3}}(?P<place>{_PLACE})[,.:]?\s*(?:{_WIRE},?)?\s*(?:[—–-]+\s*)?"
    rf"{_DAY}(?:[\s,/()]*{_DAY})*\)?"
    rf"(?P<end>\.(?=\s+[^\W\d_a-z])|\s*{_WIRE}\.(?=\s+[^\W\d_a-z])|[,.]?\s*(?:{_WIRE}|{_NAME}(?:\s{_NAME})?)?[,.]*\s*(?:[—–:]|-))"
)
_ASIDES: Final = "([©"
_ASIDE: Final = re.compile(r"\([^()\0]*\)|\[[^][\0]*\]|(?<=\s)/[^/\0]*/")  # "(agencies)", "/wire/"
_PARTED: Final = re.compile(r"\s+[–—›»-]\s+|(?<!\b[A-Z])[.;]\s+(?=\W?[^\W\d_a-z])|\s*[|·•]\s*")
_UNDER_TITLE: Final = 3  # lines, at most, between a title and its text
_WORDY: Final = 12  # words beside its date that such a line may have
_MONTHS: Final = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_TITLED: Final = re.compile(r"\s*(?:[:—–-]|\.\s)\s*[^\W\d_]")  # "3 May 1999: ...", of a chronology
_BY: Final = re.compile(r"(?i)\bby:?(?:\s+[\w.'’/-]+){1,4}")
_ASKEW: Final = re.compile(r"(?i)\b(?:on|in|since|from|to|of)[\s,]*$")  # "the attack of"
_ISSUED: Final = re.compile(  # among other things: "The Lakes. Last updated: 3 May 1999."
    r"(?i)(?:^|[.;|·(–—-]\s*)(?:last\s+|first\s+|originally\s+)?"
    r"(?:updated|modified|published|posted|revised|edited|released|printed"
    rf"|(?:revision|version)\s+of|as\s+of)(?:\s+on)?\s*:?\s*{_DAY}\s*(?:$|[.;,|·)]|(?:at|by)\s)"
)
_FREE: Final = re.compile(r"[|·•]")
_LABEL: Final = re.compile(rf"([^|·•:;,]*):\s*,?\s*(?={_DAY})")
_DONE: Final = re.compile(r"(?i)\b(?:published|posted|updated|released|issued)\s*$")
_BARE: Final = re.compile(rf"{_DAY}\s*(?:\([^\W\d_a-z][^()]{{1,40}}\)\s*)?[—–]\s*\W?[^\W\d_a-z]")
_WORD: Final = re.compile(r"@?[^\W\d_][\w.'’-]*")
_ROW: Final = re.compile(
    rf"^[^\w\n]{{0,8}}(?:{_PLACE}[,.]\s)?"
    r"((?:\d{1,2}(?:st|nd|rd|th)?\s[^\W\d_]{3,9}\.?,?\s\d{4}|[^\W\d_]{3,9}\.?\s\d{1,2},?\s\d{4}"
    r"|\d{4}-\d\d-\d\d(?![\w-])|\d\d?[./]\d\d?[./]\d{4}))"
    r"(?![,\s@|at-]{0,6}\d\d?:\d\d)",  # the hour of a post
    re.MULTILINE,
)


class Line(NamedTuple):
    """A line with its dates masked, and what they are."""

    masked: str
    edtfs: tuple[str, ...]


def stated_publication(text: str) -> str | None:
    """EDTF of the day that a text bears at its head or foot, or of the month of its revision."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    rows = len({row[1] for row in _ROW.finditer(text)}) > 1
    if _BOXED.search("\n".join(lines[:_HEAD_LINES])):
        return None
    stamps = list(_of_head(lines, rows=rows))
    if stamps:
        return next((edtf for edtf, later in stamps if not later), stamps[0][0])
    foot = (_bare(line) for line in lines[1:][-_FOOT_LINES:] if len(line) <= _FOOT)
    found = (_stamp(read, strict=True, rows=rows) for line in foot if (read := _read(line)))
    return next((edtf for edtf in found if edtf), None)


def _bare(line: str) -> str:
    """The line without brackets around all of it."""
    return line[1:-1] if line[:1] == "(" and line[-1:] == ")" else line


def _of_head(lines: list[str], *, rows: bool) -> Iterator[tuple[str, bool]]:
    """The dates of the lines at the head, and whether they are those of a later revision."""
    prose = 0
    for number, line in enumerate(islice(lines, _HEAD_LINES)):
        read = _read(line[:_FAR])
        edtf = _of_dateline(read, rows=rows) if read else None
        if edtf is None and read and len(line) <= _FAR:
            edtf = _stamp(read, strict=number == 0, rows=rows) or _of_issue(read)
            if edtf is None and not rows and not prose and number <= _UNDER_TITLE:
                edtf = _of_part(read, strict=number == 0)
        elif edtf is None and read and not rows and not prose and 0 < number <= _UNDER_TITLE:
            edtf = read.edtfs[0] if _BARE.match(read.masked) else None
        if edtf and read:
            before = read.masked.partition(_DAY)[0].lower()
            yield edtf, not _LATER.isdisjoint(_WORD.findall(before))
        prose += len(line) > _LONG
        if prose > 1:
            return


def _read(line: str) -> Line | None:
    """The line with its dates masked; None if it has none."""
    if not any(map(str.isdigit, line)):
        return None
    line = _NUMBERED.sub("", _DOTTED.sub(r"\1-\2-\3", _STAMPED.sub(r"\1", line)))
    line = _ROMAN.sub(_arabic, line)
    tokens = reduce(line)
    masked, edtfs, at = "", [], 0
    for token in tokens:
        if edtf := _date_of(token, tokens):
            masked += line[at : token.start] + _DAY
            at = token.end
            edtfs.append(edtf)
    return Line(masked + line[at:], tuple(edtfs)) if edtfs else None


def _arabic(match: re.Match[str]) -> str:
    """The date with its month in figures: "3.V.1961"; unchanged if there is no such month."""
    day, month, year = match.groups()
    number = _MONTHS.index(month) + 1 if month in _MONTHS else 0
    return f"{year}-{number:02d}-{int(day):02d}" if number else match[0]


def _date_of(token: Token, tokens: list[Token]) -> str | None:
    """The day or month that a token is, if it has its year with it."""
    if token.category != _POINT or not isinstance(token.value, (Date, Fixed, Numeric, Double)):
        return None
    found = token.value.resolve(new_scene(tokens, None))
    fine = found is not None and dates.precision(found.edtf) in {"day", "month"}
    return found.edtf if found is not None and fine else None


def _of_dateline(line: Line, *, rows: bool) -> str | None:
    """The day after a place and before the text: "BERN, 3 May 1999 (Wire) - "."""
    match = _DATELINE.match(line.masked)
    if match is None or not _is_day(line.edtfs[0]) or (rows and match["end"] == "."):
        return None
    if match["end"].endswith(":") and line.masked[match.end() :].lstrip()[:1].islower():
        return None  # a title: "Bern, 3 May 1999: how a war began"
    place = _WORD.findall(match["place"].lower())
    return None if _DEEDS.intersection(place) or place[0] in _PREPOSITIONS else line.edtfs[0]


def _of_issue(line: Line) -> str | None:
    """The date after a word of issue, whatever else the line tells of the text."""
    match = _ISSUED.search(line.masked)
    return line.edtfs[line.masked.count(_DAY, 0, match.start())] if match else None


def _of_part(line: Line, *, strict: bool) -> str | None:
    """The date of one part of a line between title and text: "Lake Post (blog) - 3 May 1999"."""
    masked, at = _ASIDE.sub(" ", line.masked), 0
    if _LISTED.match(masked) or masked.lstrip()[:1] in _ASIDES:
        return None
    if len(_WORD.findall(masked)) > _WORDY:
        return None
    before = _WORD.findall(_WEEKDAY.sub(" ", masked.partition(_DAY)[0]).lower())
    if not _DEEDS.isdisjoint(before):
        return None
    named = not _PERIODICALS.isdisjoint(_WORD.findall(masked.lower()))
    for part in _PARTED.split(masked):
        count = part.count(_DAY)
        own, at = line.edtfs[at : at + count], at + count
        if own and named and part.strip(" ,.").endswith(_DAY) and _is_named(part):
            return own[0]
        if (
            own
            and not strict
            and (edtf := _stamp(Line(part.strip(), own), strict=False, rows=False))
        ):
            return edtf
    return None


def _is_named(part: str) -> bool:
    """Whether the part is a date alone, or one after a comma."""
    before = _WEEKDAY.sub(" ", part.partition(_DAY)[0]).rstrip()
    return not before or before.endswith(",")


def _stamp(line: Line, *, strict: bool, rows: bool) -> str | None:
    """The date of a line that holds nothing else but who wrote or issued it, where and when."""
    masked, edtf = _WEEKDAY.sub(" ", _ZONE.sub(" ", _CLOCK.sub(" ", line.masked))), line.edtfs[0]
    before, _, after = masked.partition(_DAY)
    if _LISTED.match(masked):
        return None
    if _is_paper(before) and not after.strip(" .)"):
        return edtf if _is_day(edtf) else None
    part = f"{_FREE.split(before)[-1]} {_FREE.split(after)[0]}"  # what no bar parts from it
    said = frozenset(_WORD.findall(before.lower()))
    issued = not said.isdisjoint(_ISSUING)
    bare = not before.strip(" \t|·•,;#*_=-")
    label = _LABEL.search(masked)
    barred = (
        masked[:1] in _ASIDES
        or not _DEEDS.isdisjoint(_WORD.findall(part.lower()))
        or not (_is_day(edtf) or (issued and said <= _ISSUING | _LINKS))
        or (len(set(line.edtfs)) > 1 and not issued)
        or (bare and (rows or _TITLED.match(after)))
        or (label is not None and not (_is_issue(label[1]) or _DONE.search(label[1])))
    )
    return edtf if not barred and _is_alone(before, after, strict=strict) else None


def _is_alone(before: str, after: str, *, strict: bool) -> bool:
    """Whether nothing is told beside the date; what a bar parts from it does not count."""
    if not _FREE.match(after.lstrip()) and _is_talk(after, _MOST):
        return False
    beside = _FREE.split(before)[-1]
    return not _is_talk(beside, _FIRST if strict else _MOST)


def _is_talk(part: str, most: int) -> bool:
    """Whether words of a line are more than names, and what goes with a date of issue."""
    part = _BY.sub(" ", part)
    if _ASKEW.search(part) and not _is_issue(part):
        return True
    spoken = _WORD.findall(part)
    known = _ISSUING | _LINKS
    if any(word[0].islower() and word.lower() not in known for word in spoken):
        return True
    return sum(word.lower() not in known for word in spoken) > most


def _is_paper(before: str) -> bool:
    """Whether it names what was said or written, and who said it: "Statement by the Minister, "."""
    spoken = _WORD.findall(before.lower())
    said = not _PAPERS.isdisjoint(spoken[:2])
    deed = "of" in spoken[1:2] and not _DEEDS.isdisjoint(spoken[2:4])
    return said and not deed and before.rstrip()[-1:] in ",("


def _is_issue(part: str) -> bool:
    """Whether all words are of those that go with a date of issue: "Last updated on"."""
    return all(word in _ISSUING | _LINKS for word in _WORD.findall(part.lower()))


def _is_day(edtf: str) -> bool:
    return dates.precision(edtf) == "day"
