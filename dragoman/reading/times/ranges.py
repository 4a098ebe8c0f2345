"""What is built of other dates: parts, ranges, open intervals, doubts, double dates."""

from __future__ import annotations

from datetime import timedelta
from typing import Final, Protocol

import msgspec

from dragoman.errors import DateError
from dragoman.reading.times import guards
from dragoman.reading.times.grammar import Match, Rule
from dragoman.reading.times.lexicon import CATEGORY
from dragoman.reading.times.numerals import Year, as_year
from dragoman.reading.times.points import Date, Fixed
from dragoman.reading.times.relative import NthIn, Shifted, Stretch, Weekday, Whole
from dragoman.reading.times.scene import Found, Scene
from dragoman.reading.times.units import pivot, unit_at
from dragoman.records import dates
from dragoman.records.readings import DateBasis


class When(Protocol):
    """A time expression before it is read against a scene."""

    def resolve(self, scene: Scene, /) -> Found | None:
        """The date, or None where the scene does not give enough."""
        ...


class Span(msgspec.Struct, frozen=True):
    """From one date to another; what one side lacks the other gives."""

    first: When
    last: When

    def resolve(self, scene: Scene) -> Found | None:
        """The interval, if both ends are known and in order."""
        last = self.last.resolve(scene)
        if last is None:
            return None
        first = self._first(scene, last)
        if first is None:
            return None
        try:
            edtf = dates.interval(first.edtf, last.edtf)
        except DateError:
            return None
        return Found(edtf, _weaker(first, last))

    def _first(self, scene: Scene, last: Found) -> Found | None:
        if not isinstance(self.first, Date) or self.first.year is not None:
            return self.first.resolve(scene)
        end = dates.bounds(last.edtf)[1]
        month = self.first.month
        if end is None or month is None:
            return None
        over = month > end.month  # from December to January
        return self.first.in_year(Year(end.year - over, last.basis))


def _weaker(first: Found, last: Found) -> DateBasis:
    return last.basis if first.basis == "stated" else first.basis


class Open(msgspec.Struct, frozen=True):
    """As in "since 1988", "until 2003": open on one side; the date named lies within."""

    inner: When
    onward: bool

    def resolve(self, scene: Scene) -> Found | None:
        """The open interval."""
        found = self.inner.resolve(scene)
        if found is None:
            return None
        try:
            edtf = dates.since(found.edtf) if self.onward else dates.until(found.edtf)
        except DateError:
            return None
        return Found(edtf, found.basis)


class Qualified(msgspec.Struct, frozen=True):
    """As in "around 1920", "probably in 1897"."""

    inner: When
    approximate: bool
    uncertain: bool

    def resolve(self, scene: Scene) -> Found | None:
        """The date with its mark."""
        found = self.inner.resolve(scene)
        if found is None:
            return None
        edtf = dates.approximate(found.edtf) if self.approximate else found.edtf
        return Found(dates.uncertain(edtf) if self.uncertain else edtf, found.basis)


class Third(msgspec.Struct, frozen=True):
    """Early (0), mid (1) or late (2) in a decade, century, year, month or week."""

    inner: When
    part: int

    def resolve(self, scene: Scene) -> Found | None:
        """The third as an interval; of what is finer than a week, the whole."""
        found = self.inner.resolve(scene)
        if found is None or found.edtf[-1] in "~?%":
            return found
        narrowed = _third(found.edtf, self.part)
        return Found(narrowed or found.edtf, found.basis)


def _third(edtf: str, part: int) -> str | None:
    first, last = dates.bounds(edtf)
    if first is None or last is None:
        return None
    match dates.precision(edtf):
        case "century":
            low, high = ((0, 33), (34, 66), (67, 99))[part]
            return dates.interval(dates.year(first.year + low), dates.year(first.year + high))
        case "decade":
            low, high = ((0, 3), (4, 6), (7, 9))[part]
            return dates.interval(dates.year(first.year + low), dates.year(first.year + high))
        case "year":
            low, high = ((1, 4), (5, 8), (9, 12))[part]
            year = first.year
            return dates.interval(dates.month(year, low), dates.month(year, high))
        case "month":
            low, high = ((1, 10), (11, 20), (21, last.day))[part]
            ends = (first.replace(day=low), first.replace(day=high))
            return dates.interval(*(end.isoformat() for end in ends))
        case "interval" if (last - first).days == 6:
            low, high = ((0, 2), (1, 3), (3, 6))[part]
            ends = (first + timedelta(days=low), first + timedelta(days=high))
            return dates.interval(*(end.isoformat() for end in ends))
    return None


class Half(msgspec.Struct, frozen=True):
    """The first (0) or second (1) half of a century, decade, year or month."""

    inner: When
    second: int

    def resolve(self, scene: Scene) -> Found | None:
        """The half as an interval, or as EDTF's own half of a year."""
        found = self.inner.resolve(scene)
        first, last = dates.bounds(found.edtf) if found else (None, None)
        if found is None or first is None or last is None:
            return None
        match dates.precision(found.edtf):
            case "century":
                return Found(_years(first.year + 50 * self.second, 50), found.basis)
            case "decade":
                return Found(_years(first.year + 5 * self.second, 5), found.basis)
            case "year":
                return Found(dates.half(first.year, 1 + self.second), found.basis)
            case "month":
                low, high = (16, last.day) if self.second else (1, 15)
                ends = (first.replace(day=low), first.replace(day=high))
                return Found(dates.interval(*(e.isoformat() for e in ends)), found.basis)
        return None


def _years(first: int, count: int) -> str:
    return dates.interval(dates.year(first), dates.year(first + count - 1))


class WeekOf(msgspec.Struct, frozen=True):
    """As in "the week of March 6"."""

    inner: When

    def resolve(self, scene: Scene) -> Found | None:
        """The week, Monday to Sunday, in which the day lies."""
        found = self.inner.resolve(scene)
        day = pivot(found.edtf, "day", 0) if found else None
        return Found(unit_at("week", day), found.basis) if found and day else None


class CountedFrom(msgspec.Struct, frozen=True):
    """As in "two days after 3 May 2015"; `within` takes in all the days between."""

    inner: When
    step: Shifted
    within: bool = False

    def resolve(self, scene: Scene) -> Found | None:
        """The moment so far from the date, or all the time up to it."""
        found = self.inner.resolve(scene)
        far = self.step.from_date(found.edtf) if found else None
        if found is None or far is None:
            return None
        if not self.within:
            return Found(far.edtf, found.basis)
        ends = (found.edtf, far.edtf) if self.step.sign > 0 else (far.edtf, found.edtf)
        return Found(dates.interval(*ends), found.basis)


class Double(msgspec.Struct, frozen=True):
    """One date told twice, in two calendars: "22 Bahman 1357 (11 February 1979)"."""

    first: When
    second: When

    def resolve(self, scene: Scene) -> Found | None:
        """The finer of the two where they agree; else the Gregorian one, uncertain."""
        found = [side.resolve(scene) for side in (self.first, self.second)]
        sides = [side for side in found if side is not None]
        if len(sides) < 2:
            return Found(sides[0].edtf, "calendar") if sides else None
        gregorian = next((side for side in sides if side.basis != "calendar"), sides[0])
        if not dates.overlaps(sides[0].edtf, sides[1].edtf):
            return Found(dates.uncertain(gregorian.edtf), "calendar")
        finer = min(sides, key=lambda side: (_length(side.edtf), side is not gregorian))
        return Found(finer.edtf, "calendar")


def _length(edtf: str) -> int:
    first, last = dates.bounds(edtf)
    return (last - first).days if first is not None and last is not None else 10**7


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
    if match.get("unit") != "week":
        return None
    nth = -1 if match.has("last") else match.get("ordinal")
    return NthIn(nth, None, _whens(match)[0])


def _week_of(match: Match) -> WeekOf | None:
    inner = _whens(match)[0]
    fits = match.get("unit") == "week" and isinstance(inner, Date) and inner.day is not None
    return WeekOf(inner) if fits else None


def _month_of(match: Match) -> When | None:
    inner = _whens(match)[0]
    fits = match.get("unit") == "month" and isinstance(inner, Date) and inner.day is None
    return inner if fits else None


def _qualified(match: Match) -> Qualified | None:
    inner = _whens(match)[0]
    if match.has("approx") and isinstance(inner, (Open, Stretch)):
        return None
    return Qualified(inner, match.has("approx"), match.has("likely"))


def _span(match: Match) -> Span | None:
    first, last = _whens(match)
    if _is_modifier(match):
        return None
    return Span(first, last) if _may_span(first) and _may_span(last) else None


def _plain_span(match: Match) -> Span | None:
    """As in "1998 to 2003", "14 May - 3 June 1989": without `from`, only what is told in full."""
    first, last = _whens(match)
    kinds = (Date, Fixed, Third, Qualified)
    alike = isinstance(first, kinds) and isinstance(last, kinds)
    days = isinstance(first, Weekday) and isinstance(last, Weekday) and match.has("dash|through")
    return _span(match) if alike or days else None


def _may_span(when: When) -> bool:
    return not isinstance(when, (Open, Span, Stretch))


def _short_end(match: Match) -> Span | None:
    """As in "2008-09", "1914-18", "1999/2000": the second year may lack its century."""
    first = _whens(match)[0] if match.has("point") else Date(as_year(match.get("year")))
    tail = match.all("day|number")[-1]
    if not isinstance(first, Date) or first.year is None or first.day is not None:
        return None
    if len(tail.text) != 2 or first.month is not None:
        return None
    number = first.year.number
    last = number - number % 100 + tail.value
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
    unit = match.get("unit") or "century"
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
    Rule("the unit of point", _week_of),
    Rule("the unit of point", _month_of),
)
RANGE_RULES: Final = (
    Rule("likely in|on? approx point", _qualified),
    Rule("likely in|on? point", _qualified),
    Rule("approx dot|stop? point", _qualified),
    Rule(f"from point {_TO} point", _span),
    Rule(f"from {_DAY} {_TO} point", _days_of_month),
    Rule(f"between {_DAY} and point", _days_of_month),
    Rule("between point and point", _span),
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
