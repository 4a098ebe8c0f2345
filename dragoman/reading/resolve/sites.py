"""Where a seat or town only says where something is: `a London-based NGO`, `Paris, Texas`."""

from __future__ import annotations

import re

from dragoman.reading.resolve.lexicon import PRIVATE, SITED
from dragoman.reading.resolve.words import Words

# After a town these tell it from its namesake abroad: `Paris, Texas`, `London, Ontario`.
_PROVINCES = re.compile(
    r", (?:Alabama|Alaska|Arizona|Arkansas|California|Calif\.|Colorado|Connecticut|Conn\.|Delaware"
    r"|Florida|Fla\.|Ga\.|Hawaii|Idaho|Illinois|Ill\.|Indiana|Iowa|Kansas|Kentucky|Ky\."
    r"|Louisiana|Maine|Maryland|Md\.|Massachusetts|Mass\.|Michigan|Mich\.|Minnesota|Mississippi"
    r"|Missouri|Mo\.|Montana|Nebraska|Nevada|New (?:Hampshire|Jersey|Mexico|York)|North Carolina"
    r"|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Pa\.|Rhode Island|South Carolina"
    r"|South Dakota|Tennessee|Tenn\.|Texas|Tex\.|Utah|Vermont|Virginia|Va\.|Wisconsin|Wis\."
    r"|Wyoming|Ontario|Alberta|British Columbia|Manitoba|Nova Scotia|Saskatchewan|New Brunswick"
    r"|New South Wales|Queensland|Tasmania)(?!\w)"
)
_NAMESAKES = frozenset({"USA", "CAN", "AUS"})


def is_site(words: Words, last: int) -> bool:
    """Whether only the seat of someone is told: `London-based`."""
    after = last + 2 if words.at(last + 1) == "-" else last + 1
    return words.at(after) in SITED and after < len(words) - 1


def is_of_private(words: Words, first: int, last: int) -> bool:
    """Whether a seat only modifies one who acts for no state: `a Washington think tank`."""
    token = words.tokens[words.head_of(first, last)]
    if token.dep not in ("compound", "nmod", "amod") or words.is_possessive(last + 1):
        return False
    head = words.tokens[token.head]
    tank = head.lemma == "tank" and words.at(token.head - 1) == "think"
    return token.head > last and head.text[:1].islower() and (tank or head.lemma in PRIVATE)


def is_namesake(text: str, end: int, country: str | None) -> bool:
    """Whether a province after the town tells it from the one abroad: `Paris, Texas`."""
    return country not in _NAMESAKES and _PROVINCES.match(text, end) is not None
