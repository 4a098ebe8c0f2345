"""What a line leads with: a date, "3 May 1999 - Border closed", or the dateline of a report.

It is kept from the parser, which takes "Border" for a part of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dragoman.reading.calendar import MONTH, WEEKDAY, names_time

_YEAR = r"\d{4}s?"
_DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)?|{WEEKDAY})\b"
_PART = r"(?:early|mid|late|spring|summer|autumn|winter|circa|c\.)"
_LEAD = re.compile(
    rf"[-*•–]?\s*(?:(?:{_YEAR}|{_DAY}|{MONTH}|{_PART})[\s,./–-]*)+(?:[:–—-]\s+|\s{{2,}}|[\t\n])",
    re.IGNORECASE,
)
_PLACE = r"[A-Z][\w.'’]*(?: [A-Z][\w.'’]*){0,3}"
_DATELINE = re.compile(  # "BERN, May 3, 1999 (Wire) - "
    rf"{_PLACE},[^—–()]{{1,12}}(?i:{MONTH})[^—–()]{{0,16}}(?:\([^)]{{2,40}}\))?\s*(?:—|–|--?)\s+"
)
_DATED = re.compile(rf"{_YEAR}|{MONTH}", re.IGNORECASE)


def length(text: str) -> int:
    """How many characters the date or dateline of a line takes, with what parts it off."""
    found = _LEAD.match(text) or _DATELINE.match(text)
    dated = found and _DATED.search(found.group()) and text[found.end() :][:1].isupper()
    return found.end() if found and dated else 0


def syntax(words: Sequence[str], root: int) -> list[tuple[str, str, int]]:
    """Tag, label and head of each word of the date: a time of the clause that has this root."""
    said = [i for i, word in enumerate(words) if word[0].isalpha()]
    named = [i for i in said if names_time(words[i])]
    numbers = [i for i, word in enumerate(words) if word[0].isdigit()]
    main = (named or said or numbers or [0])[0]
    found = []
    for index, word in enumerate(words):
        if not word[0].isalnum():
            found.append(("_SP" if word.isspace() else ":", "punct", root))
        elif index == main:
            found.append(("NNP" if said else "CD", "npadvmod", root))
        else:
            found.append(("NNP", "nmod", main) if word[0].isalpha() else ("CD", "nummod", main))
    return found
