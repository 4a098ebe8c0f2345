"""Relative expressions as they are written: the rules that find them."""

from __future__ import annotations

from typing import Final

from dragoman.reading.times import counted, guards, month_days
from dragoman.reading.times.grammar import Match, Rule
from dragoman.reading.times.lexicon import CATEGORY, kinds, words
from dragoman.reading.times.placed import MonthBeside, SeasonBeside
from dragoman.reading.times.points import Date, Holiday, Part
from dragoman.reading.times.relative import (
    Base,
    DayOfMonth,
    InYear,
    Lately,
    Shifted,
    Weekday,
    Whole,
)
from dragoman.reading.times.units import Unit

_OFFSETS: Final[dict[str, tuple[Base, int]]] = {
    "last": ("anchor", -1),
    "this": ("anchor", 0),
    "next": ("anchor", 1),
    "coming": ("anchor", 1),
    "previous": ("reference", -1),
    "following": ("reference", 1),
    "same": ("either", 0),
    "that": ("reference", 0),
}


def _whole(match: Match) -> Whole | None:
    """As in "last week", "the following year", "that same day"."""
    unit = match.all("unit|century")[0]
    if unit.text.lower().endswith("s") and unit.text[-2:] not in {"'s", "’s"}:
        return None
    return _whole_of(match, counted.unit(match))


def _whole_of(match: Match, unit: Unit) -> Whole | None:
    if unit in {"hour", "fortnight"}:
        return None
    which = _which(match)
    if which == "next" and match.has("the") and not _goes_on(match):
        which = "following"
    if which is None or which not in _OFFSETS:
        return None
    base, offset = _OFFSETS[which]
    if unit == "day" and which in {"last", "this"}:
        return None
    return Whole(unit, offset, base)


def _goes_on(match: Match) -> bool:
    """Whether it is the time from now on, "over the next year", not "in May of the next year"."""
    begins = match.tokens[match.first].category == CATEGORY["the"]
    return begins and guards.word(match.before()) in _ONGOING


_ONGOING: Final = words("over in within for during by")


def _which(match: Match) -> str | None:
    for token in match.tokens[match.first : match.end]:
        name = _NAME_OF.get(token.category)
        if name == "after" and token.text.lower() == "following":
            return "following"
        if name == "that" and match.has("same"):
            return "same"
        if name in _OFFSETS or name == "past":
            return name
    return None


_NAME_OF: Final = {CATEGORY[name]: name for name in (*_OFFSETS, "past", "after")}
_WHICH: Final = "last|this|next|coming|previous|following|same|that|after|past"


def _turned(match: Match) -> Whole | None:
    """As in "the year before", "the day after", where nothing follows."""
    unit = counted.unit(match)
    if not counted.closes(match) or unit in {"hour", "fortnight"}:
        return None
    before = match.has("before|earlier") and guards.word(match.tokens[match.end - 1]) != "after"
    return Whole(unit, -1 if before else 1, "reference")


def _lately(match: Match) -> Lately | None:
    """As in "only weeks ago", "some days ago"; not "many weeks ago"."""
    plural = match.all("unit")[0].text.endswith("s")
    long_ago = guards.word(match.before()) in _MANY
    return Lately(match.get("unit")) if plural and not long_ago else None


_MANY: Final = words("many countless")


def _before_it_ends(match: Match) -> Whole | None:
    """As in "before the year was out", "before the month was over"."""
    ends = [guards.word(token) for token in match.tokens[match.end - 2 : match.end]]
    unit = counted.unit(match)
    over = ends in _OVER and unit not in {"hour", "fortnight"}
    return Whole(unit, 0, "reference") if over else None


_OVER: Final = (["was", "out"], ["was", "over"], ["were", "out"], ["were", "over"])


def _from_that(match: Match) -> Shifted | None:
    """As in "a month before that", unless a noun follows: "before that war"."""
    return (
        counted.from_told(match)
        if counted.closes(match) or month_days.begins_clause(match)
        else None
    )


def _next_but_one(match: Match) -> Whole | None:
    unit = counted.unit(match)
    return None if unit in {"hour", "fortnight"} else Whole(unit, 2)


def _within_unit(match: Match) -> Whole | None:
    """As in "earlier this year", "later in the month", "later that year"."""
    if match.has(_WHICH):
        return _whole(match)
    unit = counted.unit(match)
    return Whole(unit, 0, "fresh" if unit == "day" else "anchor")


def _deictic(match: Match) -> Whole | None:
    token = match.all("deictic")[0]
    if token.text[-2:] in {"'s", "’s"} and token.value == 0:
        return None
    if token.value == 0 and guards.word(match.before()) == "of":
        return None
    return Whole("day", token.value)


def _deictic_turned(match: Match) -> Whole | None:
    step = -1 if match.has("before") else 1
    return Whole("day", match.get("deictic") + step) if match.get("unit") == "day" else None


def _this_daypart(match: Match) -> Whole | None:
    which = _which(match)
    part = match.all("daypart")[0].text.lower()
    if which == "last" and part == "night":
        return Whole("day", -1)
    return (
        Whole("day", 0) if which == "this" and part in {"morning", "afternoon", "evening"} else None
    )


def _weekday(match: Match) -> Weekday | None:
    which = _which(match)
    if guards.names_weekday(match) or (match.has(_WHICH) and which is None):
        return None
    return Weekday(match.get("weekday"), which or "")


def _weekday_of_week(match: Match) -> Weekday | None:
    base = _OFFSETS.get(_which(match) or "")
    if base is None or base[0] != "anchor" or match.get("unit") != "week":
        return None
    return Weekday(match.get("weekday"), week=base[1])


def _day_of_whole(match: Match) -> DayOfMonth | None:
    """As in "the 5th of last month"."""
    whole = _whole_of(match, "month") if match.get("unit") == "month" else None
    return DayOfMonth(match.get("ordinal"), whole) if whole else None


def _in_year(match: Match) -> InYear | None:
    """As in "May 14 this year", "November last year", "autumn of that year"."""
    if match.get("unit") != "year":
        return None
    year = _whole_of(match, "year")
    if year is None:
        return None
    return InYear(_inner(match), year)


def _coded_in_year(match: Match) -> InYear | None:
    """As in "Q3 this year"."""
    year = _whole_of(match, "year") if match.get("unit") == "year" else None
    number = match.get("day")
    if match.all("name")[0].text != "Q" or not 1 <= number <= 4 or year is None:
        return None
    return InYear(Part("quarter", number, None), year)


def _inner(match: Match) -> Date | Part | Holiday:
    if match.has("season"):
        return Part("season", match.get("season"), None)
    if match.has("quarter|halfword"):
        return Part("quarter" if match.has("quarter") else "half", match.get("ordinal"), None)
    if match.has("holiday"):
        return Holiday(match.get("holiday"), None)
    return Date(None, match.get("month|month_short"), match.get("day|ordinal"))


def _month_beside(match: Match) -> MonthBeside | None:
    which, after = _which(match), match.after()
    if after is not None and after.category in _DAY_NEXT:
        return None
    which = _told_next(match, which)
    return MonthBeside(match.get("month|month_short"), which) if which else None


def _day_last(match: Match) -> MonthBeside | None:
    """As in "on 2 March last", of formal letters."""
    after = match.after()
    if after is not None and after.category in _AFTER_LAST:
        return None
    return MonthBeside(match.get("month|month_short"), "last", match.get("day|ordinal"))


_AFTER_LAST: Final = kinds("unit century weekday weekday_short season month daypart")


_DAY_NEXT: Final = frozenset(CATEGORY[n] for n in ("dot", "day", "ordinal"))


def _season_beside(match: Match) -> SeasonBeside | None:
    which = _told_next(match, _which(match))
    return SeasonBeside(match.get("season"), which) if which else None


def _told_next(match: Match, which: str | None) -> str | None:
    """What "the next" means where the verbs tell of the past: what followed."""
    told = which == "next" and match.has("the") and not counted.ahead(match)
    return "following" if told else which


_COUNT: Final = "a|count|day|number|couple"
_UNIT: Final = "unit|century"
_PARTS: Final = f"{_COUNT} {_UNIT}"  # "1 month"
_MORE_PARTS: Final = f"comma? and? {_COUNT} {_UNIT}"  # "and 21 days"
_THE_YEAR: Final = f"comma? of|in? the? {_WHICH} same? unit"

RULES: Final = (
    Rule(f"weekday|weekday_short? the? month|month_short dot? day|ordinal {_THE_YEAR}", _in_year),
    Rule(f"the? day|ordinal of? month|month_short {_THE_YEAR}", _in_year),
    Rule(f"month|month_short {_THE_YEAR}", _in_year),
    Rule(f"the? season {_THE_YEAR}", _in_year),
    Rule(f"the? ordinal quarter|halfword {_THE_YEAR}", _in_year),
    Rule(f"holiday {_THE_YEAR}", _in_year),
    Rule(f"name day {_THE_YEAR}", _coded_in_year),
    Rule(f"the? ordinal of? the? {_WHICH} unit", _day_of_whole),
    Rule("the? day|ordinal instant dot?", month_days.instant),
    Rule(f"{_PARTS} {_MORE_PARTS} {_MORE_PARTS} ago", counted.ago),
    Rule(f"{_PARTS} {_MORE_PARTS} ago", counted.ago),
    Rule(f"{_PARTS} {_MORE_PARTS} earlier", counted.earlier),
    Rule(f"{_PARTS} {_MORE_PARTS} later", counted.later),
    Rule(f"a? {_COUNT} of? {_UNIT} ago deictic", counted.ago_today),
    Rule(f"a? {_COUNT} of? {_UNIT} ago", counted.ago),
    Rule("unit ago", _lately),
    Rule(f"halfword a|dash? {_UNIT} ago", counted.half_century_ago),
    Rule(f"a? {_COUNT} of? {_UNIT} from now", counted.from_now),
    Rule(f"a? {_COUNT} of? {_UNIT} before|from|after deictic", counted.from_deictic),
    Rule(f"a? {_COUNT} of? {_UNIT} earlier|previous", counted.earlier),
    Rule(f"a? {_COUNT} of? {_UNIT} later", counted.later),
    Rule("before the unit word word|over", _before_it_ends),
    Rule(f"a? {_COUNT} of? {_UNIT} before|after that", _from_that),
    Rule(f"a? {_COUNT} of? {_UNIT} before", counted.before_noun),
    Rule(f"in {_COUNT} {_UNIT}", counted.in_time),
    Rule(f"within {_COUNT} {_UNIT} of|from|after deictic", counted.within_of_today),
    Rule(f"within {_COUNT} {_UNIT}", counted.within),
    Rule(f"the? past|last|next|coming|previous {_COUNT} of? {_UNIT}", counted.stretch),
    Rule("the? past|last halfword dash? century", counted.half_century),
    Rule(f"the? past {_UNIT}", counted.past_unit),
    Rule("the unit before|after deictic", _deictic_turned),
    Rule(f"the {_UNIT} after the? next", _next_but_one),
    Rule(f"earlier|later in the {_UNIT}", _within_unit),
    Rule(f"earlier|later of|in? the? {_WHICH} same? {_UNIT}", _within_unit),
    Rule(f"weekday of|on|comma? the? {_WHICH} unit", _weekday_of_week),
    Rule(f"{_WHICH} unit on? weekday", _weekday_of_week),
    Rule(f"the? {_WHICH} same? {_UNIT}", _whole),
    Rule("the unit before|after|earlier", _turned),
    Rule("last|this daypart", _this_daypart),
    Rule("deictic daypart?", _deictic),
    Rule(f"the? {_WHICH} weekday", _weekday),
    Rule("the? day|ordinal of? month|month_short last", _day_last),
    Rule(f"the? {_WHICH} month|month_short", _month_beside),
    Rule(f"the? {_WHICH} season", _season_beside),
    Rule("the ordinal", month_days.day_of_month),
)
# tried after whole dates, which may begin with these
LONE_RULES: Final = (
    Rule("weekday comma? the ordinal", month_days.weekday_the),
    Rule("weekday", _weekday),
)
