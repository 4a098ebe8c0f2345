"""Numbers in words, and the years of eras: "nineteen eighty-nine", "Juche 78 (1989)"."""

from __future__ import annotations

from typing import Final

import msgspec

from dragoman.reading.times.calendars import era_year
from dragoman.reading.times.grammar import Match, Rule
from dragoman.reading.times.guards import word
from dragoman.records.readings import DateBasis


class Year(msgspec.Struct, frozen=True):
    """A Gregorian year; uncertain where two calendars name different ones."""

    number: int
    basis: DateBasis = "stated"
    uncertain: bool = False


def as_year(value: object) -> Year | None:
    """The year that a token of category `year` or `shortyear` is worth."""
    if isinstance(value, Year):
        return value
    if not isinstance(value, int):
        return None
    return Year(value if value > 99 else (2000 if value < 30 else 1900) + value)


def _values(match: Match) -> list[int]:
    return [token.value for token in match.all("small|teen|tens|ordinal|tensth")]


def _ordinal(match: Match) -> int | None:
    number = sum(_values(match))
    return number if number <= 31 else None


def _nth(match: Match) -> int:
    return sum(_values(match))


def _hyphened(match: Match) -> int | None:
    """Tens and a unit below ten: "twenty-one"."""
    values = _values(match)
    return sum(values) if values[-1] < 10 else None


def _count(match: Match) -> int:
    return sum(_values(match))


def _year_by_pairs(match: Match) -> int | None:
    """As in "nineteen eighty-nine", "twenty ten"."""
    values = _values(match)
    rest = sum(values[1:])
    return values[0] * 100 + rest if values[0] in range(10, 21) and 10 <= rest < 100 else None


def _year_by_thousands(match: Match) -> int | None:
    """As in "two thousand and eighteen", "one thousand seven hundred and eighty-nine"."""
    values = _values(match)
    hundreds = values[1] * 100 if match.has("hundred") else 0
    rest = sum(values[2 if hundreds else 1 :])
    return values[0] * 1000 + hundreds + rest if values[0] in {1, 2} and rest < 100 else None


def _of_era(match: Match) -> Year | None:
    number = era_year(match.get("era_before"), match.get("day|number"))
    told = match.get("year")
    if number is None:
        return None
    # where the two differ, the Gregorian year is the one that a reader would check
    return Year(number if told is None else told, "calendar", told not in {None, number})


def _regnal(match: Match) -> Year | None:
    """As in "the 20th year of Showa"."""
    if match.get("unit") != "year":
        return None
    number = era_year(match.get("era_before"), match.get("ordinal|nth"))
    return None if number is None else Year(number, "calendar")


def _of_republic(match: Match) -> Year | None:
    """As in "the 38th year of the Republic": the Chinese reckoning, unless another is named."""
    names = [word(token) for token in match.all("name")]
    if match.get("unit") != "year" or names[0] != "republic" or names[1:] not in ([], ["china"]):
        return None
    if not names[1:] and word(match.after()) == "of":
        return None
    number = era_year("minguo", match.get("ordinal|nth"))
    return None if number is None else Year(number, "calendar")


def _roc_year(match: Match) -> Year | None:
    if word(match.all("name")[0]) != "roc" or match.get("unit") != "year":
        return None
    number = era_year("minguo", match.get("day|number"))
    return None if number is None else Year(number, "calendar")


def _christian(match: Match) -> Year | None:
    era, number = match.get("era_after"), match.get("year|number|day")
    if not 0 < number < 3000 or era not in {"ce", "bce"}:
        return None
    return Year(number if era == "ce" else 1 - number)


def _buddhist(match: Match) -> Year | None:
    number = match.get("year")
    if match.get("era_after") != "buddhist" or not 2000 <= number <= 2700:
        return None
    return Year(number - 543, "calendar")


_BUDDHIST_ERA: Final = "year era_after"

RULES: Final = (
    Rule("small thousand and? small hundred and? tens dash? small?", _year_by_thousands, "year"),
    Rule("small thousand and? small hundred and? teen|small", _year_by_thousands, "year"),
    Rule("small thousand and? tens dash? small?", _year_by_thousands, "year"),
    Rule("small thousand and? teen|small?", _year_by_thousands, "year"),
    Rule("teen|tens tens dash? small", _year_by_pairs, "year"),
    Rule("teen|tens teen|tens", _year_by_pairs, "year"),
    Rule("tens dash? ordinal|small hundred", lambda _: None, "count"),
    Rule("tens dash? ordinal", _ordinal, "ordinal"),
    Rule("tens dash? ordinal", _nth, "nth"),
    Rule("tensth", _ordinal, "ordinal"),
    Rule("tensth", _nth, "nth"),
    Rule("tens dash small", _hyphened, "count"),
    Rule("tens small", _hyphened, "count"),
    Rule("small|teen|tens", _count, "count"),
)
ERA_RULES: Final = (
    Rule("era_before day|number open year close", _of_era, "year"),
    Rule("year open|comma era_before day|number close?", _of_era, "year"),
    Rule("era_before day|number", _of_era, "year"),
    Rule("the? ordinal|nth unit of the? era_before", _regnal, "year"),
    Rule("the? ordinal|nth unit of the name of name", _of_republic, "year"),
    Rule("the? ordinal|nth unit of the name", _of_republic, "year"),
    Rule("name unit day|number", _roc_year, "year"),
    Rule(_BUDDHIST_ERA, _buddhist, "year"),
    Rule("era_after dot|stop? year", _buddhist, "year"),
    Rule("year|number|day era_after", _christian, "year"),
    Rule("era_after dot|stop? year|number|day", _christian, "year"),
)
