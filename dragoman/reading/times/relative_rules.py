"""Relative expressions as they are written: the rules that find them."""

from __future__ import annotations

from typing import Final

from dragoman.reading.times import guards
from dragoman.reading.times.grammar import Match, Rule
from dragoman.reading.times.lexicon import CATEGORY, kinds, words
from dragoman.reading.times.points import Date, Holiday, Part
from dragoman.reading.times.relative import (
    Base,
    DayOfMonth,
    InYear,
    MonthBeside,
    SeasonBeside,
    Shifted,
    Stretch,
    Weekday,
    Whole,
)
from dragoman.reading.times.tense import looks_ahead
from dragoman.reading.times.units import Unit


def _number(match: Match, nth: int = 0) -> int | None:
    if match.has("couple"):
        return 2
    if match.has("a") and not match.has("count|day|number"):
        return 1
    value = match.get("count|day|number", nth)
    return value if isinstance(value, int) and 0 < value < 2000 else None


def _unit(match: Match, nth: int = 0) -> Unit:
    token = match.all("unit|century|quarter")[nth]
    if token.category == CATEGORY["century"]:
        return "century"
    return token.value  # type: ignore[no-any-return]


def _shifted(match: Match, sign: int, base: Base) -> Shifted | None:
    count = _number(match)
    if count is None or match.has("quarter"):
        return None
    counts = [(count, _unit(match))]
    numbers = match.all("count|day|number")
    for nth in range(1, len(match.all("unit|century"))):
        if len(numbers) != len(match.all("unit|century")):
            return None
        counts.append((numbers[nth].value, _unit(match, nth)))
    if any(unit == "hour" and n % 24 for n, unit in counts):
        return None
    return Shifted(tuple(counts), sign, base, match.has("couple"))


def _ago(match: Match) -> Shifted | None:
    return _shifted(match, -1, "anchor")


def _from_now(match: Match) -> Shifted | None:
    return _shifted(match, 1, "anchor")


def _earlier(match: Match) -> Shifted | None:
    return _shifted(match, -1, "either")


def _later(match: Match) -> Shifted | None:
    return _shifted(match, 1, "reference")


def _half_century_ago(match: Match) -> Shifted:
    return Shifted(((50 if match.has("century") else 5, "year"),), -1, loose=True)


def _before_noun(match: Match) -> Shifted | None:
    """As in "three days before", where nothing follows that it would be before."""
    return _shifted(match, -1, "reference") if _closes(match) else None


def _closes(match: Match) -> bool:
    after = match.after()
    return after is None or after.category in _CLOSING


_CLOSING: Final = kinds("comma stop newline colon close and in on")


def _in_time(match: Match) -> Shifted | None:
    """As in "in two weeks", which only verbs that look ahead make a date."""
    before = match.before()
    compares = guards.word(before) in _COMPARING or guards.word(before).endswith("est")
    if compares or (before and before.category == CATEGORY["ordinal"]) or not _ahead(match):
        return None
    return _shifted(match, 1, "anchor")


_COMPARING: Final = words("time times only most least worst")  # "the first in a year"


def _ago_today(match: Match) -> Shifted | None:
    """As in "thirty years ago today", which is told to the day."""
    found = _ago(match)
    if found is None or match.get("deictic") != 0:
        return None
    return Shifted((*found.counts, (0, "day")), -1)


def _within(match: Match) -> Stretch | None:
    count = _number(match)
    if count is None or not _ahead(match) or guards.word(match.after()) in {"of", "from", "after"}:
        return None
    return Stretch(count, _unit(match), 1, from_today=True)


def _within_of_today(match: Match) -> Stretch | None:
    count = _number(match)
    now = match.get("deictic") == 0
    return Stretch(count, _unit(match), 1, from_today=True) if count is not None and now else None


def _ahead(match: Match) -> bool:
    return looks_ahead(match.tokens, match.first)


def _stretch(match: Match) -> Stretch | None:
    """As in "the past five years", "the next three months"."""
    count = _number(match)
    of = match.after()
    ends = match.has("last") and of is not None and of.category == CATEGORY["of"]
    if count is None or match.has("quarter") or ends:
        return None
    sign = 1 if match.has("next|coming") else -1
    return Stretch(count, _unit(match), sign)


def _past_unit(match: Match) -> Stretch | None:
    if guards.word(match.tokens[match.first]) not in {"past", "the"}:
        return None
    text = match.all("unit|century")[0].text
    return None if text.endswith("s") else Stretch(1, _unit(match), -1)


def _half_century(_: Match) -> Stretch:
    return Stretch(50, "year", -1)


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
    return _whole_of(match, _unit(match))


def _whole_of(match: Match, unit: Unit) -> Whole | None:
    if unit in {"hour", "fortnight"}:
        return None
    which = _which(match)
    if which == "next" and match.has("the") and guards.word(match.before()) not in _ONGOING:
        which = "following"
    if which is None or which not in _OFFSETS:
        return None
    base, offset = _OFFSETS[which]
    if unit == "day" and which in {"last", "this"}:
        return None
    return Whole(unit, offset, base)


_ONGOING: Final = words("over in within for during by")  # "over the next year"


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
    unit = _unit(match)
    if not _closes(match) or unit in {"hour", "fortnight"}:
        return None
    before = match.has("before|earlier") and guards.word(match.tokens[match.end - 1]) != "after"
    return Whole(unit, -1 if before else 1, "reference")


def _next_but_one(match: Match) -> Whole | None:
    unit = _unit(match)
    return None if unit in {"hour", "fortnight"} else Whole(unit, 2)


def _within_unit(match: Match) -> Whole | None:
    """As in "earlier this year", "later in the month", "later that year"."""
    return _whole(match) if match.has(_WHICH) else Whole(_unit(match), 0)


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


def _from_deictic(match: Match) -> Shifted | None:
    """As in "two days before yesterday", "three weeks from tomorrow"."""
    found = _shifted(match, -1 if match.has("before") else 1, "anchor")
    if found is None:
        return None
    extra = match.get("deictic") * found.sign
    return Shifted((*found.counts, (extra, "day")), found.sign) if extra else found


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


def _weekday_the(match: Match) -> DayOfMonth:
    return DayOfMonth(match.get("ordinal"))


def _day_of_month(match: Match) -> DayOfMonth | None:
    if match.has("unit"):
        whole = _whole_of(match, "month") if match.get("unit") == "month" else None
        return DayOfMonth(match.get("ordinal"), whole) if whole else None
    before = match.before()
    licensed = before is not None and before.category in {
        CATEGORY[n] for n in ("on", "since", "until", "by", "before", "after")
    }
    digits = match.all("ordinal")[0].text[0].isdigit()
    return DayOfMonth(match.get("ordinal")) if licensed and digits and _closes(match) else None


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
    return MonthBeside(match.get("month|month_short"), which) if which else None


def _day_last(match: Match) -> MonthBeside | None:
    """As in "on 2 March last", of formal letters."""
    after = match.after()
    if after is not None and after.category in _AFTER_LAST:
        return None
    return MonthBeside(match.get("month|month_short"), "last", match.get("day|ordinal"))


_AFTER_LAST: Final = kinds("unit century weekday weekday_short season month daypart")


_DAY_NEXT: Final = frozenset(CATEGORY[n] for n in ("dot", "day", "ordinal"))


def _season_beside(match: Match) -> SeasonBeside | InYear | None:
    which = _which(match)
    if which in {"that", "same", "following", "previous"}:
        offset = {"following": 1, "previous": -1}.get(which, 0)
        inner = Part("season", match.get("season"), None)
        return InYear(inner, Whole("year", offset, "reference"))
    return SeasonBeside(match.get("season"), which) if which else None


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
    Rule(f"the? ordinal of? the? {_WHICH} unit", _day_of_month),
    Rule(f"{_PARTS} {_MORE_PARTS} {_MORE_PARTS} ago", _ago),
    Rule(f"{_PARTS} {_MORE_PARTS} ago", _ago),
    Rule(f"{_PARTS} {_MORE_PARTS} earlier", _earlier),
    Rule(f"{_PARTS} {_MORE_PARTS} later", _later),
    Rule(f"a? {_COUNT} of? {_UNIT} ago deictic", _ago_today),
    Rule(f"a? {_COUNT} of? {_UNIT} ago", _ago),
    Rule(f"halfword a|dash? {_UNIT} ago", _half_century_ago),
    Rule(f"a? {_COUNT} of? {_UNIT} from now", _from_now),
    Rule(f"a? {_COUNT} of? {_UNIT} before|from|after deictic", _from_deictic),
    Rule(f"a? {_COUNT} of? {_UNIT} earlier|previous", _earlier),
    Rule(f"a? {_COUNT} of? {_UNIT} later", _later),
    Rule(f"a? {_COUNT} of? {_UNIT} before", _before_noun),
    Rule(f"in {_COUNT} {_UNIT}", _in_time),
    Rule(f"within {_COUNT} {_UNIT} of|from|after deictic", _within_of_today),
    Rule(f"within {_COUNT} {_UNIT}", _within),
    Rule(f"the? past|last|next|coming|previous {_COUNT} of? {_UNIT}", _stretch),
    Rule("the? past|last halfword dash? century", _half_century),
    Rule(f"the? past {_UNIT}", _past_unit),
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
    Rule("the ordinal", _day_of_month),
)
# tried after whole dates, which may begin with these
LONE_RULES: Final = (
    Rule("weekday comma? the ordinal", _weekday_the),
    Rule("weekday", _weekday),
)
