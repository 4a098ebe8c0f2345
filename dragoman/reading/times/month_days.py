"""Days told without their month: "on the 22nd", "Thursday the 5th", "the 11th inst."."""

from __future__ import annotations

from typing import Final

from dragoman.reading.times import counted, guards
from dragoman.reading.times.grammar import Match
from dragoman.reading.times.lexicon import CATEGORY, kinds, words
from dragoman.reading.times.relative import DayOfMonth, Whole


def weekday_the(match: Match) -> DayOfMonth | None:
    """As in "Thursday the 5th", but not in "on Thursday, the third day of the visit"."""
    digits = match.all("ordinal")[0].text[0].isdigit()
    return DayOfMonth(match.get("ordinal")) if digits or counted.closes(match) else None


def day_of_month(match: Match) -> DayOfMonth | None:
    """As in "on the 22nd", where no noun follows that it could count."""
    before = match.before()
    licensed = before is not None and before.category in _DAY_LICENCES
    digits = match.all("ordinal")[0].text[0].isdigit()
    licensed = licensed or _is_daypart_of(match)
    alone = counted.closes(match) or begins_clause(match)
    return DayOfMonth(match.get("ordinal")) if licensed and digits and alone else None


def _is_daypart_of(match: Match) -> bool:
    """As in "on the morning of the 8th"."""
    of, part = match.before(), match.before(2)
    of_part = part is not None and part.category == CATEGORY["daypart"]
    return of_part and of is not None and of.category == CATEGORY["of"]


_DAY_LICENCES: Final = kinds("on since until by before after")


def _opens(match: Match) -> bool:
    """Whether the sentence, or a clause after "and" or a comma, begins here or just before."""
    return any(t is None or t.category in _OPENERS for t in (match.before(), match.before(2)))


def begins_clause(match: Match) -> bool:
    """Whether a clause begins after "on the 22nd": with a determiner or pronoun, or a name."""
    after, further = match.after(), match.after(2)
    if after is None or further is None:
        return False
    if after.category == CATEGORY["name"]:
        verb = further.text.endswith("ed") or guards.word(further) in _DONE
        begun = verb and after.text not in _NUMBERED
        return _opens(match) and (begun or after.text in _TITLES)
    return after.category in _DETERMINERS or after.text in _CLAUSE_HEADS


_OPENERS: Final = kinds("stop newline comma and colon")
_DETERMINERS: Final = kinds("the a")
_CLAUSE_HEADS: Final = words(
    "he she it they we his her its their our both all two three four several some most no more "
    "troops forces talks there another each"
)
_DONE: Final = words("was were had took made gave went came left met held fell broke said began")
_TITLES: Final = words(
    "President Prime Premier Chancellor Minister Foreign Defence Defense King Queen Crown Emir "
    "Sultan Shah General Colonel Marshal Secretary Ambassador Chairman Vice Pope Mr Mrs Ms Dr"
)
_NUMBERED: Final = words(
    "Congress Party Army Division Brigade Regiment Corps Session Plenum Assembly Summit Conference "
    "Meeting Parallel Amendment Battalion Fleet Dynasty Squadron Infantry"
)


def instant(match: Match) -> DayOfMonth:
    """As in "the 11th inst.", "28 ult.", of formal letters."""
    return DayOfMonth(match.get("day|ordinal"), Whole("month", match.get("instant")))
