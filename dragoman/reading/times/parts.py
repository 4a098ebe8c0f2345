"""Seasons, quarters, decades and centuries as they are written: "the 70s", "Q3 2015"."""

from __future__ import annotations

from typing import Final

from dragoman.reading.times import guards
from dragoman.reading.times.grammar import Match
from dragoman.reading.times.lexicon import CATEGORY
from dragoman.reading.times.numerals import as_year
from dragoman.reading.times.points import Fixed, Part
from dragoman.records import dates

_YEAR: Final = "year|shortyear"
_PARTS: Final = frozenset(CATEGORY[n] for n in ("early", "mid", "late"))


def decade(match: Match) -> Fixed | None:
    """As in "the 1970s", "the '70s"; "the 1800s" are a century."""
    number = match.get("decade")
    if number < 100:
        if not _is_short_decade(match):
            return None
        number += 1900 if number >= 30 else 2000
    if number % 100 == 0 and number < 2000:
        return Fixed(dates.century(number))
    return Fixed(dates.decade(number))


def _is_short_decade(match: Match) -> bool:
    """As in "the 70s", "mid-70s", "'70s"; not "under-60s", "in her 40s"."""
    text = match.all("decade")[0].text
    back = match.before(2 if guards.word(match.before()) == "-" else 1)
    parted = back is not None and back.category in _PARTS
    return match.has("the") or parted or not text[0].isdigit()


def decade_in_words(match: Match) -> Fixed | None:
    """As in "the nineteen-seventies", "the twenties"."""
    number: int = match.get("decade_word")
    hundreds: int | None = match.get("count")
    if match.has("thousand"):
        return Fixed(dates.decade(2000 + number))
    if hundreds is not None:
        return Fixed(dates.decade(hundreds * 100 + number)) if hundreds in {18, 19, 20} else None
    if number == 10:
        return None
    return Fixed(dates.decade(number + (1900 if number >= 20 else 2000)))


def century(match: Match) -> Fixed | None:
    """As in "the 19th century"."""
    number = match.get("ordinal")
    if number == 0 or number > 30:
        return None
    if match.get("era_after") == "bce":
        return Fixed(f"-{number - 1:02d}XX")
    return Fixed(f"{number - 1:02d}XX")


def centuries(match: Match) -> Fixed | None:
    """As in "the 18th-19th centuries"."""
    first, last = match.get("ordinal", 0), match.get("ordinal", 1)
    if not 0 < first < last <= 30:
        return None
    return Fixed(f"{first - 1:02d}XX/{last - 1:02d}XX")


def elliptic_century(match: Match) -> Fixed | None:
    """The "18th" of "the 18th and 19th centuries"."""
    later = [match.after(on) for on in (1, 2, 3)]
    wanted = [{"and", "or"}, {"ordinal"}, {"century"}]
    kinds = [{CATEGORY[n] for n in names} for names in wanted]
    if all(t is not None and t.category in k for t, k in zip(later, kinds, strict=True)):
        return century(match)
    return None


def season(match: Match) -> Part | None:
    """As in "the spring of 1976"."""
    before = match.before()
    named = before is not None and before.category == CATEGORY["name"]
    if named and not match.has("the"):
        return None
    return Part("season", match.get("season"), as_year(match.get(_YEAR)))


def bare_season(match: Match) -> Part | None:
    """As in "in the summer", where nothing else follows that it could belong to."""
    season = match.all("season")[0]
    if season.text.lower() in {"fall", "spring"} or guards.word(match.after()) in {"of", "-"}:
        return None
    before = match.before()
    if before is None or before.category not in {CATEGORY[n] for n in ("in", "since", "during")}:
        return None
    return Part("season", season.value, None)


def quarter(match: Match) -> Part | None:
    """As in "the third quarter of 1976", "the first half of the year"."""
    number = match.get("ordinal")
    kind, most = ("quarter", 4) if match.has("quarter") else ("half", 2)
    if not 1 <= number <= most:
        return None
    return Part(kind, number, as_year(match.get("year")))


def quarter_code(match: Match) -> Part | None:
    """As in "Q3 2015", "H1 2016"."""
    letter, number = match.all("name")[0], match.get("day")
    if letter.end != match.all("day")[0].start:
        return None
    kind, most = {"Q": ("quarter", 4), "H": ("half", 2)}.get(letter.text, ("", 0))
    if kind == "half" and not match.has("year"):
        return None
    return Part(kind, number, as_year(match.get("year"))) if number <= most else None
