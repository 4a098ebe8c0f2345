"""Codes, dates and kinds in words for people to read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from dragoman.records.claims import Claim, Speaker
from dragoman.records.dossiers import Citation
from dragoman.records.events import Dispute, Event, EventSide
from dragoman.records.worded import HAPPENED, is_of_deeds

Names = Callable[[str], str]

MONTHS = (
    *("", "January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
PARTS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"} | {
    33: "first quarter of",
    34: "second quarter of",
    35: "third quarter of",
    36: "fourth quarter of",
    40: "first half of",
    41: "second half of",
}
QUALIFIERS = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}
CERTAINTIES = {
    "CT+": "sure that it happened",
    "PR+": "thinks it probable",
    "PS+": "thinks it possible",
    "PS-": "thinks it possible that it did not happen",
    "PR-": "thinks it probable that it did not happen",
    "CT-": "says that it did not happen",
    "Uu": "does not commit to it",
}
STATUSES = {
    "none": "no relations",
    "recognized": "recognised",
    "relations": "diplomatic relations",
    "suspended": "relations suspended",
    "severed": "relations broken off",
}
LOADED = {
    "epithet": "loaded",
    "honorific": "an honorific",
    "distancing": "keeps at a distance",
    "scare-quoted": "between quotation marks",
}
DEEDS = {
    "confirm": "confirmed",
    "reject": "rejected",
    "change": "changed",
    "merge": "joined",
    "split": "parted",
    "take-back": "took back",
}
QUESTIONS = {
    "undated": "no telling gives a date",
    "single-source": "only one source tells of it",
    "uncertain": "no telling is sure of it",
}
KINDS = {"state_media": "state media", "ngo": "non-governmental organisation"}
_DAY = len("1966-04-13")
_POINT = re.compile(r"(-?)(\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d))?(?:-(\d\d))?([~?%]?)")


@lru_cache(maxsize=65536)
def when(edtf: str | None) -> str:
    """A date in words, as `13 April 1966`, `the 1970s`, `about 1920`; a dash where none is told."""
    if not edtf:
        return "undated"
    first, slash, last = edtf.partition("/")
    if not slash:
        return _point(first)
    if last in {"", ".."}:
        return f"since {_point(first)}"
    if first in {"", ".."}:
        return f"until {_point(last)}"
    if first[:7] == last[:7] and len(first) == len(last) == _DAY:  # 20–22 March 2016
        return f"{int(first[8:])}–{_point(last)}"
    return f"{_point(first)} – {_point(last)}"


def _point(text: str) -> str:
    match = _POINT.fullmatch(text)
    if match is None:
        return text
    sign, year, month, day, qualifier = match.groups()
    about = QUALIFIERS.get(qualifier, "")
    return about + _dated(_year(year, bool(sign)), month, day)


def _year(year: str, before: bool) -> str:
    if year.endswith("XX"):
        return f"the years {year[:2]}00 to {year[:2]}99"
    if year.endswith("X"):
        return f"the {year[:3]}0s"
    return f"{int(year) + 1} BCE" if before else year.lstrip("0") or "1 BCE"


def _dated(year: str, month: str | None, day: str | None) -> str:
    if month is None:
        return year
    if int(month) in PARTS:
        return f"{PARTS[int(month)]} {year}"
    return f"{int(day)} {MONTHS[int(month)]} {year}" if day else f"{MONTHS[int(month)]} {year}"


def kind(event_type: str, modes: Iterable[str] = ()) -> str:
    """A type and its modes, as `support: establish relations`."""
    named = ", ".join(mode.replace("-", " ") for mode in modes)
    return f"{event_type.lower()}: {named}" if named else event_type.lower()


def source_kind(kind: str) -> str:
    """A kind of source, as `state media`."""
    return KINDS.get(kind, kind.replace("_", " "))


def years(first: str | None, last: str | None) -> str:
    """From which year to which, as `1959–2021`; of a wider date, as the record has it."""
    if not first:
        return "undated"
    begin, end = _first_year(first), _first_year(last or first)
    return begin if begin == end else f"{begin}–{end}"


def _first_year(edtf: str) -> str:
    match = _POINT.match(edtf.removeprefix("../"))
    return _year(match[2], bool(match[1])) if match else edtf


def signed(score: float) -> str:
    """A score with its sign, as `−3.5`."""
    return f"{score:+.1f}".replace("-", "−") if score else "0"


def slug(text: str) -> str:
    """The text as part of a class name, as `material-conflict`."""
    return re.sub(r"[^a-z]+", "-", text.casefold()).strip("-")


def sides(parts: Iterable[EventSide], names: Names) -> str:
    """Everyone on one side, persons with whom they stand for."""
    return listed([side(part, names) for part in parts])


def side(part: EventSide, names: Names) -> str:
    """`Iran`, or `Ali Khamenei (Iran)`."""
    country = names(part.country) if part.country else None
    if part.name and country and part.name != country:
        return f"{part.name} ({country})"
    return part.name or country or "someone not named"


def listed(parts: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    *most, last = list(dict.fromkeys(parts)) or [""]
    return f"{', '.join(most)} and {last}" if most else last


def who(event: Event, names: Names) -> str:
    """`A → B`, or `A ↔ B` where the sides are equal."""
    actors = [side(part, names) for part in event.actors]
    if event.recipients:
        return f"{listed(actors) or 'someone not named'} → {sides(event.recipients, names)}"
    return " ↔ ".join(dict.fromkeys(actors)) or "nobody named"


def value(dispute: Dispute, told: str, names: Names) -> str:
    """A disputed value: sides by name, dates in words."""
    if dispute.field == "occurred" or is_of_deeds(dispute):
        return when(told)
    if dispute.field in {"actors", "first", "only", "last"}:
        return listed(names(code) for code in told.split("+"))
    return HAPPENED.get(told, told) if dispute.field == "happened" else told


def said_by(told: Claim | Citation) -> str:
    """Whose word it is, and who passes it on."""
    return spoken_by(told.asserted_by, told.source)


def spoken_by(speaker: Speaker, source: str) -> str:
    """Whose word it is, and by which source it is passed on."""
    name = speaker.name or speaker.text
    if speaker.role == "author" or name == source:
        return source
    if speaker.role == "commenter":
        return f"{name or 'a reader'}, reader of {source}"
    return f"{name or 'someone not named'}, {speaker.role} by {source}"


def told(value: object) -> str:
    """A value of a field that was changed: of a side or a speaker the name, of none a dash."""
    if isinstance(value, dict):
        return str(value.get("name") or value.get("country") or value.get("role") or "—")
    if isinstance(value, list | tuple):
        return ", ".join(map(told, value)) or "—"
    return str(value or "—")


def passed_on(via: Iterable[Speaker]) -> str:
    """Through whom the word came."""
    return listed(one.name or one.text or "someone not named" for one in via)
