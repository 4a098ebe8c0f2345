"""Names of people as bylines and signatures print them."""

from __future__ import annotations

import re

_WORD = r"(?:[^\W\d_a-z][\w’'.-]*|al-\w+|bin|ibn|de|la|van|von|der|dos|da|el)"
_PERSON = re.compile(rf"(?:(?:Dr|Prof|Mr|Ms|Mrs|Amb|H\.E|Sir)\.?\s+)?{_WORD}(?:\s+{_WORD}){{1,4}}")
_PEOPLE = re.compile(rf"{_PERSON.pattern}(?:(?:,| and| &)\s+{_PERSON.pattern})*")
_STAFF = re.compile(
    r"\b(?:staff|correspondents?|reporters?|newsroom|editors?|editorial|agenc(?:y|ies)|desk|team"
    r"|admin)\b",
    re.IGNORECASE,
)
_INSTITUTION = re.compile(
    r"\b(?:the|for|from|with|signed|done|of|ministry|government|republic|council|committee|union|nations|association"
    r"|office|department|embassy|agency|news|press|party|affairs|foundation|institute|service"
    r"|relations|articles?|comments?|university|centre|center|group|organi[sz]ation"
    r"|states?)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(rf",[^,]*{_STAFF.pattern}.*$", re.IGNORECASE)
_CLAUSE = re.compile(r"\s+(?:in|for|at|with|from)\s+|\s*[|(/]\s*|,\s+(?=[a-z])|\s+[–—-]\s+")


def is_person(text: str) -> bool:
    """Whether the text is two to five words that could name a person."""
    return _PERSON.fullmatch(text) is not None and not _INSTITUTION.search(text)


def is_staff(text: str) -> bool:
    """Whether the text stands for writers without naming them."""
    return len(text.split()) <= 6 and _STAFF.search(text) is not None


def author(text: str) -> str | None:
    """Who wrote, of the words of a byline; None where no one is named."""
    text = _ROLE.sub("", text)
    if is_staff(text):
        return None
    name = _CLAUSE.split(text.strip(), maxsplit=1)[0].strip(" ,.")
    named = _PEOPLE.fullmatch(name) or (name[:1].isupper() and len(name.split()) <= 3)
    return name if named and len(name) > 1 else None
