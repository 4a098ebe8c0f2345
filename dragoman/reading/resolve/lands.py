"""What states are as lands: how large, next to whom, and which of them have, or had, a crown."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from dragoman.reading.resolve.asof import Days
from dragoman.reading.resolve.lexicon import SHAPES, word_set

_LARGER = word_set("larger bigger greater mightier stronger giant huge vast")
_SMALLER = word_set("smaller tinier weaker lesser tiny small little")
# States that are landed so that an adjective is enough to tell them: `the landlocked state`.
_LANDS = {
    "landlocked": word_set(
        "AFG AND ARM AUT AZE BDI BFA BLR BOL BTN BWA CAF CHE CSK CZE ETH HUN KAZ KGZ LAO LIE LSO"
        " LUX MDA MKD MLI MNG MWI NER NPL PRY RWA SMR SRB SSD SVK SWZ TCD TJK TKM UGA UZB VAT XKX"
        " ZMB ZWE"
    ),
    "baltic": word_set("EST LVA LTU"),
    "gulf": word_set("SAU KWT QAT BHR ARE OMN"),
    "alpine": word_set("AUT CHE LIE"),
    "himalayan": word_set("NPL BTN"),
    "andean": word_set("BOL PER ECU COL"),
    "francophone": word_set("SEN MLI CIV TCD CAF COG COD GAB CMR BEN TGO NER BFA GIN DJI"),
}
# The years in which states lost their crowns: of what was told of before, they were kingdoms.
_CROWNED_UNTIL = {
    "kingdom": {
        "AFG": 1973, "ALB": 1939, "BDI": 1966, "BGR": 1946, "EGY": 1953, "GRC": 1973, "IRQ": 1958,
        "ITA": 1946, "LAO": 1975, "LBY": 1969, "NPL": 2008, "ROU": 1947, "TUN": 1957, "YEM": 1962,
        "YUG": 1945,
    },
    "emirate": {"BHR": 2002, "JOR": 1946},
    "sultanate": {"MAR": 1957, "ZNZ": 1964},
}  # fmt: skip
_CROWNS = {
    "king": "kingdom", "queen": "kingdom", "monarch": "kingdom", "emir": "emirate",
    "sultan": "sultanate",
}  # fmt: skip
_OTHER_CROWNS = {"shah": word_set("IRN"), "emperor": word_set("JPN ETH")}
_CROWNED = SHAPES["kingdom"] | SHAPES["sultanate"] | SHAPES["emirate"] | SHAPES["principality"]


class Land(NamedTuple):
    """A state on the map."""

    area: int  # square kilometres
    neighbours: frozenset[str]


def shaped(noun: str, when: Days | None) -> frozenset[str] | None:
    """The states that a noun or adjective of lands meant then; None if it tells of no land."""
    if noun not in SHAPES:
        return _LANDS.get(noun)
    crowned = _CROWNED_UNTIL.get(noun, {}).items()
    past = {state for state, year in crowned if when and date.fromordinal(when.first).year < year}
    return SHAPES[noun] | past


def own_shaped(words: Iterable[str], shape: frozenset[str]) -> frozenset[str]:
    """The states of a shape, with those that only their own texts call so: `the islands`."""
    return shape | SHAPES["archipelago"] if "islands" in words else shape


def are_islands(state: str | None) -> bool:
    """Whether a state is called `they`, for its islands."""
    return state in SHAPES["islands"] | SHAPES["archipelago"]


def crowned(noun: str, when: Days | None) -> frozenset[str] | None:
    """The states that had a crown of this title then; None if the noun is no such title."""
    if noun in _OTHER_CROWNS:
        return _OTHER_CROWNS[noun]
    return shaped(_CROWNS[noun], when) if noun in _CROWNS else None


def is_crowned(state: str, when: Days | None) -> bool:
    """Whether a state was no republic then."""
    had = any(state in (shaped(noun, when) or ()) for noun in _CROWNED_UNTIL)
    return state in _CROWNED or had


def is_land(word: str) -> bool:
    """Whether an adjective tells which land a state is: `landlocked`."""
    return word in _LANDS


def is_compared(word: str) -> bool:
    """Whether a word tells one of two states by its size."""
    return word in _LARGER | _SMALLER and word.endswith("er")


def by_size(lands: dict[str, Land], states: Iterable[str], words: Iterable[str]) -> str | None:
    """The larger or the smaller of two states, as the words have it; None if they tell not."""
    known = sorted((lands[state].area, state) for state in states if state in lands)
    told = set(words)
    if len(known) != 2 or not told & (_LARGER | _SMALLER):
        return None
    return known[1][1] if told & _LARGER else known[0][1]
