"""Ranges and qualified dates as they are written: the rules that find them."""

from __future__ import annotations

from typing import Final

from dragoman.reading.times import guards
from dragoman.reading.times.grammar import Match, Rule
from dragoman.reading.times.lexicon import CATEGORY, kinds
from dragoman.reading.times.numerals import Year, as_year
from dragoman.reading.times.points import Date, Fixed, Numeric
from dragoman.reading.times.ranges import (
    CountedFrom,
    Double,
    EndsOf,
    Half,
    Open,
    Qualified,
    Span,
    Third,
    WeekOf,
    When,
)
from dragoman.reading.times.relative import NthIn, Shifted, Stretch, Weekday, Whole
from dragoman.reading.times.units import Unit


def _whens(match: Match) -> list[When]:
    return [token.value for token in match.all("point")]


def _double(match: Match) -> Double | None:
    first, second = _whens(match)
    foreign = [isinstance(side, Fixed) and side.basis == "calendar" for side in (first, second)]
    return Double(first, second) if any(foreign) else None


def _third_of(match: Match) -> Third:
    part = 0 if match.has("early|begin") else 1 if match.has("mid") else 2
    return Third(_whens(match)[0], part)


def _third_of_this(match: Match) -> Third | None:
    """As in "the start of the year", of the anchor's own year, month or week."""
    unit = match.get("unit")
    if unit not in {"year", "month", "week"} or match.all("unit")[0].text[-1] in "sS":
        return None
    part = 0 if match.has("begin") else 1 if match.has("mid") else 2
    return Third(Whole(unit, 0), part)


def _half_of(match: Match) -> Half | None:
    number = 2 if match.has("last") else match.get("ordinal")
    return Half(_whens(match)[0], number - 1) if number in {1, 2} else None


def _nth_weekday(match: Match) -> NthIn | None:
    """As in "the second Tuesday of May": the weekday is already a date."""
    day, inner = _whens(match)
    nth = match.get("ordinal")
    if not isinstance(day, Weekday) or day.which or nth > 5:
        return None
    return NthIn(nth, day.number, inner)


def _last_of(match: Match) -> NthIn | None:
    """As in "the last Friday of July", "the last week of July"."""
    part, inner = _whens(match)
    if isinstance(part, Weekday) and part.which == "last":
        return NthIn(-1, part.number, inner)
    return NthIn(-1, None, inner) if part == Whole("week", -1) else None


def _nth_week(match: Match) -> NthIn | None:
    if match.get("unit") != "week" or match.all("unit")[0].text.endswith("s"):
        return None
    nth = -1 if match.has("last") else match.get("ordinal")
    return NthIn(nth, None, _whens(match)[0])


def _ends_of(match: Match) -> EndsOf | None:
    """As in "the first three months of 2023"."""
    unit, count = match.get("unit|century"), match.get("count|day|number")
    fits = isinstance(count, int) and (match.has("last") or match.get("ordinal") == 1)
    return EndsOf(_whens(match)[0], count, unit, last=match.has("last")) if fits else None


def _outer_days(match: Match) -> Third | EndsOf | None:
    """As in "the first days of March", early in it; "the last weeks of 1944", its last month."""
    unit, inner, last = match.all("unit")[0], _whens(match)[0], match.has("last")
    if not (last or match.get("ordinal") == 1):
        return None
    if unit.text == "day":
        return EndsOf(inner, 1, "day", last=last) if isinstance(inner, Date) else None
    if not unit.text.endswith("s"):
        return None
    if unit.value != "month" and isinstance(inner, Date) and inner.month is None:
        return EndsOf(inner, 1, "month", last=last)
    return Third(inner, 2 if last else 0)


def _week_of(match: Match) -> WeekOf | None:
    inner = _whens(match)[0]
    fits = match.get("unit") == "week" and isinstance(inner, Date) and inner.day is not None
    verb = match.all("word")
    if verb and verb[0].text not in {"commencing", "starting"}:
        return None
    return WeekOf(inner) if fits else None


def _month_of(match: Match) -> When | None:
    inner = _whens(match)[0]
    fits = match.get("unit") == "month" and isinstance(inner, Date) and inner.day is None
    return inner if fits else None


def _qualified(match: Match) -> Qualified | None:
    inner = _whens(match)[0]
    about, before = match.tokens[match.first], match.before()
    entitled = about.text[0].isupper() and before is not None and before.category == _NAME
    if match.has("approx") and (entitled or isinstance(inner, (Open, Stretch))):
        return None
    return Qualified(inner, match.has("approx"), match.has("likely"))


def _doubted(match: Match) -> Qualified | None:
    """As in "probably born in 1897": the adverb stands before the word that the date belongs to."""
    before, word, adverb = (match.before(back) for back in (1, 2, 3))
    placed = before is not None and before.category in _PLACED
    said = word is not None and word.category == CATEGORY["word"]
    doubts = placed and said and adverb is not None and adverb.category == CATEGORY["likely"]
    return Qualified(_whens(match)[0], approximate=False, uncertain=True) if doubts else None


_NAME: Final = CATEGORY["name"]
_PLACED: Final = kinds("in on")


def _span(match: Match) -> Span | None:
    first, last = _whens(match)
    if _is_modifier(match):
        return None
    return Span(first, last) if _may_span(first) and _may_span(last) else None


def _plain_span(match: Match) -> Span | None:
    """As in "1998 to 2003", "14 May - 3 June 1989": without `from`, only what is told in full."""
    first, last = _whens(match)
    kinds = (Date, Fixed, Numeric, Third, Qualified)
    alike = isinstance(first, kinds) and isinstance(last, kinds)
    weekdays = isinstance(first, Weekday) and isinstance(last, Weekday)
    days = isinstance(first, Whole) and isinstance(last, Whole) and match.has("to|until")
    days |= weekdays and match.has("dash|through")
    return _span(match) if alike or days else None


def _span_to_now(match: Match) -> Span | None:
    """As in "between 22 January and now", "from now until May"."""
    when, now = _whens(match)[0], Whole("day", 0)
    backward = match.all("point|now")[0].category == CATEGORY["point"]
    return Span(when, now) if backward else Span(now, when)


def _week_span(match: Match) -> Span | None:
    """As in "next week between Wednesday and Friday"."""
    week, *days = _whens(match)
    if not isinstance(week, Whole) or week.unit != "week" or week.base != "anchor":
        return None
    ends = [Weekday(d.number, week=week.offset) for d in days if isinstance(d, Weekday)]
    return Span(*ends) if len(ends) == 2 else None


def _may_span(when: When) -> bool:
    return not isinstance(when, (Open, Span, Stretch))


def _short_end(match: Match) -> Span | None:
    """As in "2008-09", "1914-18", "1999/2000": the second year may lack its century."""
    first = _whens(match)[0] if match.has("point") else Date(as_year(match.get("year")))
    tail = match.all("day|number")[-1]
    if not isinstance(first, Date) or first.year is None or first.day is not None:
        return None
    if len(tail.text) > 2 or first.month is not None:
        return None
    number, width = first.year.number, 10 ** len(tail.text)
    last = number - number % width + tail.value
    if last <= number or guards.is_plural(match.after()):
        return None
    return Span(first, Date(Year(last)))


def _two_years(match: Match) -> Span | None:
    """As in "1999/2000"."""
    first, last = (as_year(token.value) for token in match.all("year"))
    follows = first is not None and last is not None and last.number == first.number + 1
    return Span(Date(first), Date(last)) if follows else None


def _days(match: Match) -> Span | None:
    """As in "May 14 to 17, 1989", "12-13 June"."""
    first, last = (token.value for token in match.all("day|ordinal"))
    month, year = match.get("month|month_short"), as_year(match.get("year"))
    if first >= last or (match.has("and") and not match.has("between")):
        return None
    return Span(Date(year, month, first), Date(year, month, last))


def _days_of_month(match: Match) -> Span | None:
    """As in "from 4 to 22 January", where the second end is already a date."""
    last = _whens(match)[0]
    first = match.get("day|ordinal")
    if not isinstance(last, Date) or last.day is None or first >= last.day:
        return None
    if match.has("and") and not match.has("between"):
        return None
    return Span(Date(last.year, last.month, first), last)


def _days_on(match: Match) -> Span | None:
    """As in "May 14 to 17": the first end is already a date."""
    first, last = _whens(match)[0], match.get("day|ordinal")
    if not isinstance(first, Date) or first.day is None or first.day >= last:
        return None
    if guards.is_counted(match.after()):
        return None
    return Span(first, Date(first.year, first.month, last))


def _months(match: Match) -> Span | None:
    """As in "March-April 2015", "from May to July"."""
    first, last = (token.value for token in match.all("month|month_short"))
    year = as_year(match.get("year"))
    if year is None and not match.has("from|between|dash"):
        return None
    if match.has("and") and not match.has("between"):
        return None
    earlier = Year(year.number - (first > last), year.basis) if year is not None else None
    return Span(Date(earlier, first), Date(year, last))


def _is_modifier(match: Match) -> bool:
    """Whether a date is part of a noun that follows: "after the 2010 raid", "Friday's vote"."""
    last, after = match.tokens[match.end - 1], match.after()
    if last.text[-2:] in {"'s", "’s"} or after is None:
        return after is not None
    if after.category == CATEGORY["dash"]:
        return False
    return guards.is_plural(after) and guards.is_counted(after) is False


def _open(match: Match) -> Open | None:
    inner = _whens(match)[0]
    if isinstance(inner, (Open, Stretch)) or _is_modifier(match):
        return None
    onward = match.has("since|after")
    if match.has("by|through") and not isinstance(inner, (Date, Third, Fixed, Whole, Weekday)):
        return None
    return Open(inner, onward)


def _onward(match: Match) -> Open | None:
    on = guards.word(match.tokens[match.end - 1])
    fits = on in _ONWARD or (on == "on" and match.has("from"))
    return Open(_whens(match)[0], onward=True) if fits else None


_ONWARD: Final = frozenset(("onward", "onwards", "forward"))


def _pre(match: Match) -> Open | None:
    if match.tokens[match.first].end != match.all("dash")[0].start:
        return None
    return Open(_whens(match)[0], match.tokens[match.first].text.lower() == "post")


def _not_until(match: Match) -> When:
    return _whens(match)[0]


def _counted_from(match: Match) -> CountedFrom | None:
    inner, step = _whens(match)[0], match.get("count|day|number|couple")
    count = 1 if match.has("a") else 2 if match.has("couple") else step
    unit: Unit = match.get("unit") or "century"
    if not isinstance(count, int) or not 0 < count < 2000 or isinstance(inner, Open):
        return None
    sign = -1 if match.has("before") else 1
    return CountedFrom(inner, Shifted(((count, unit),), sign), match.has("within"))


_MONTH: Final = "month|month_short"
_TO: Final = "to|until|through|dash"
_DAY: Final = "day|ordinal"

# Ranges within one month or year: read before single dates, of which they would leave half.
EARLY_RULES: Final = (
    Rule(f"from|between? {_DAY} {_TO}|and {_DAY} of? {_MONTH} dot? comma? year", _days),
    Rule(f"from|between? {_MONTH} dot? {_DAY} {_TO}|and {_DAY} comma? year", _days),
    Rule(f"from|between? {_DAY} {_TO}|and {_DAY} of? {_MONTH}", _days),
    Rule(f"from|between? {_MONTH} dot? {_DAY} {_TO}|and {_DAY}", _days),
    Rule(f"from|between? {_MONTH} dot? {_TO}|and {_MONTH} dot? comma|of? year", _months),
    Rule(f"from|between {_MONTH} {_TO}|and {_MONTH}", _months),
    Rule("from|between? year dash|slash day|number", _short_end),
    Rule("year slash year", _two_years),
)
THIS_RULES: Final = (Rule("the? begin|mid|end of the unit", _third_of_this),)
PART_RULES: Final = (
    Rule("point open point close", _double),
    Rule("point comma|slash point", _double),
    Rule("the? early|mid|late dash? in? the? point", _third_of),
    Rule("the? begin|mid|end of point", _third_of),
    Rule("the? ordinal|last halfword of point", _half_of),
    Rule("the? ordinal point of|in point", _nth_weekday),
    Rule("point of|in point", _last_of),
    Rule("the? ordinal|last unit of|in? point", _nth_week),
    Rule("the? ordinal|last count|day|number unit of|in? point", _ends_of),
    Rule("the? ordinal|last unit of point", _outer_days),
    Rule("the unit of point", _week_of),
    Rule("the unit word|begin on? point", _week_of),
    Rule("the unit of point", _month_of),
)
DOUBT_RULES: Final = (Rule("point", _doubted),)
RANGE_RULES: Final = (
    Rule("likely in|on? approx point", _qualified),
    Rule("likely in|on? point", _qualified),
    Rule("approx dot|stop? point", _qualified),
    Rule(f"from point {_TO} point", _span),
    Rule(f"from {_DAY} {_TO} point", _days_of_month),
    Rule(f"between {_DAY} and point", _days_of_month),
    Rule("point between|from point and|to|until|through|dash point", _week_span),
    Rule("between point and point", _span),
    Rule(f"from point {_TO} now", _span_to_now),
    Rule(f"from now {_TO} point", _span_to_now),
    Rule("between point and now", _span_to_now),
    Rule("between now and point", _span_to_now),
    Rule(f"point {_TO} point", _plain_span),
    Rule(f"from? point {_TO} {_DAY}", _days_on),
)
OPEN_RULES: Final = (
    Rule("not until point", _not_until),
    Rule("a|count|day|number|couple of? unit|century before|after|from point", _counted_from),
    Rule("within a|count|day|number|couple unit|century of|from|after point", _counted_from),
    Rule("from? point on|word", _onward),
    Rule("since|until|before|after|by|through point", _open),
    Rule("pre dash point", _pre),
)
