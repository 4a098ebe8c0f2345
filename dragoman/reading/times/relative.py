"""Expressions that count from the document's date or from a date told before."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, Literal

import msgspec

from dragoman.reading.times import guards
from dragoman.reading.times.grammar import Match, Rule
from dragoman.reading.times.holidays import nth_weekday
from dragoman.reading.times.lexicon import CATEGORY, kinds
from dragoman.reading.times.numerals import Year
from dragoman.reading.times.points import Date, Holiday, Part
from dragoman.reading.times.scene import Found, Scene, as_date
from dragoman.reading.times.units import Unit, grain, pivot, shift, unit_at
from dragoman.records import dates

Base = Literal["anchor", "reference"]


class Whole(msgspec.Struct, frozen=True):
    """A whole unit so many units from the one that the base lies in: "last week"."""

    unit: Unit
    offset: int
    base: Base = "anchor"

    def resolve(self, scene: Scene) -> Found | None:
        """The unit, if the base is told finely enough to know it."""
        base = (self.base == "reference" and scene.reference) or scene.anchor
        day = pivot(base, self.unit, self.offset) if base else None
        moved = shift(day, self.unit, self.offset) if day else None
        return Found(unit_at(self.unit, moved), "relative") if moved else None


class Shifted(msgspec.Struct, frozen=True):
    """A moment so many units away: "three days earlier", "two weeks ago"."""

    counts: tuple[tuple[int, Unit], ...]
    sign: int
    base: Base = "anchor"
    loose: bool = False

    def resolve(self, scene: Scene) -> Found | None:
        """The day, month or year at the precision of the smallest unit counted."""
        base = (self.base == "reference" and scene.reference) or scene.anchor
        return self.from_date(base) if base else None

    def from_date(self, edtf: str) -> Found | None:
        """The moment counted from a date."""
        finest = min((grain(unit) for _, unit in self.counts), key=_GRAINS.index)
        day = pivot(edtf, finest, self.sign)
        for count, unit in self.counts:
            day = shift(day, unit, self.sign * count) if day else None
        if day is None:
            return None
        found = unit_at(finest, day)
        return Found(dates.approximate(found) if self.loose else found, "relative")


_GRAINS: Final[tuple[Unit, ...]] = ("day", "month", "year")


class Stretch(msgspec.Struct, frozen=True):
    """The time from so many units back up to the anchor, or from it on: "the past five years"."""

    count: int
    unit: Unit
    sign: int

    def resolve(self, scene: Scene) -> Found | None:
        """The interval between the anchor and the far end."""
        fine = grain(self.unit)
        day = pivot(scene.anchor, fine, self.sign) if scene.anchor else None
        far = shift(day, self.unit, self.sign * self.count) if day else None
        if day is None or far is None:
            return None
        ends = (unit_at(fine, min(day, far)), unit_at(fine, max(day, far)))
        return Found(dates.interval(*ends), "relative")


class Weekday(msgspec.Struct, frozen=True):
    """A day of the week (0 Monday): which one, is for the tense or a word beside it to say."""

    number: int
    which: str = ""
    week: int | None = None  # weeks from the anchor's, where that is told

    def resolve(self, scene: Scene) -> Found | None:
        """The day that the anchor, the verbs and the word beside it point to."""
        if self.which in {"following", "previous", "same"}:
            return self._beside(as_date(scene.reference) if scene.reference else None)
        if scene.today is None:
            return None
        day = self._near(scene.today, ahead=scene.looks_ahead())
        return Found(day.isoformat(), "relative") if day else None

    def _near(self, today: date, *, ahead: bool) -> date | None:
        monday = today - timedelta(days=today.weekday())
        if self.week is not None or self.which in {"this", "next"}:
            weeks = self.week if self.week is not None else int(self.which == "next")
            return shift(monday + timedelta(days=self.number), "week", weeks)
        if self.which in {"last", "past"}:
            return today - timedelta(days=(today.weekday() - self.number - 1) % 7 + 1)
        if self.which == "coming":
            return today + timedelta(days=(self.number - today.weekday() - 1) % 7 + 1)
        if ahead:
            return today + timedelta(days=(self.number - today.weekday()) % 7)
        return today - timedelta(days=(today.weekday() - self.number) % 7)

    def _beside(self, told: date | None) -> Found | None:
        if told is None:
            return None
        step = {"following": 1, "previous": -1, "same": 0}[self.which]
        gap = (self.number - told.weekday()) % 7 or (7 if step else 0)
        if step < 0:
            gap -= 7 if gap < 7 else 14
        return Found((told + timedelta(days=gap)).isoformat(), "relative")


class DayOfMonth(msgspec.Struct, frozen=True):
    """As in "the 27th", of the month that was told last or that the anchor lies in."""

    day: int
    month: Whole | None = None

    def resolve(self, scene: Scene) -> Found | None:
        """The day, if that month is known."""
        if self.month is not None:
            found = self.month.resolve(scene)
            return self._in(found.edtf) if found else None
        if scene.reference is not None and dates.precision(scene.reference) in {"day", "month"}:
            return self._in(scene.reference)
        today = scene.today
        if today is None:
            return None
        # one day of grace, as for months
        back = 0 if scene.looks_ahead() or self.day <= today.day + 1 else -1
        moved = shift(today.replace(day=1), "month", back)
        return self._in(moved.isoformat()) if moved else None

    def _in(self, edtf: str) -> Found | None:
        first = dates.bounds(edtf)[0]
        if first is None:
            return None
        return Date(None, first.month, self.day).in_year(Year(first.year, "relative"))


class InYear(msgspec.Struct, frozen=True):
    """A month, day, season or holiday of "last year", "that year": the year decides."""

    inner: Date | Part | Holiday
    year: Whole

    def resolve(self, scene: Scene) -> Found | None:
        """The date in the year that the other expression gives."""
        found = self.year.resolve(scene)
        first = dates.bounds(found.edtf)[0] if found else None
        if first is None:
            return None
        placed = msgspec.structs.replace(self.inner, year=Year(first.year, "relative"))
        return placed.resolve(scene)


class MonthBeside(msgspec.Struct, frozen=True):
    """As in "last March", "next March", "this March"."""

    month: int
    which: str

    def resolve(self, scene: Scene) -> Found | None:
        """The nearest such month on that side of the anchor's own."""
        base = scene.latest
        if self.which in {"following", "previous"}:
            base = dates.bounds(scene.reference)[0] if scene.reference else None
        if base is None:
            return None
        year = base.year
        if self.which in {"last", "past", "previous"} and self.month >= base.month:
            year -= 1
        if self.which in {"next", "coming", "following"} and self.month <= base.month:
            year += 1
        return Date(Year(year, "relative"), self.month).resolve(scene)


class SeasonBeside(msgspec.Struct, frozen=True):
    """As in "last summer", "this spring"."""

    season: int
    which: str

    def resolve(self, scene: Scene) -> Found | None:
        """The season of the anchor's year, or the nearest on that side of it."""
        if scene.latest is None:
            return None
        year = scene.latest.year
        own = dates.bounds(dates.season(year, self.season))
        if self.which in {"last", "past"} and own[1] is not None and own[1] >= scene.latest:
            year -= 1
        if self.which in {"next", "coming"} and own[0] is not None and own[0] <= scene.latest:
            year += 1
        return Found(dates.season(year, self.season), "relative")


class NthIn(msgspec.Struct, frozen=True):
    """As in "the first week of March 2015", "the second Monday of next month"; -1 is the last."""

    nth: int
    weekday: int | None  # None for weeks
    inner: object

    def resolve(self, scene: Scene) -> Found | None:
        """The day or week within the month or year."""
        found = self.inner.resolve(scene)  # type: ignore[attr-defined]
        if found is None or dates.precision(found.edtf) not in {"month", "year"}:
            return None
        first, last = dates.bounds(found.edtf)
        if first is None or last is None:
            return None
        day = self._day(first, last)
        if day is None:
            return None
        edtf = day.isoformat() if self.weekday is not None else unit_at("week", day)
        return Found(edtf, found.basis)

    def _day(self, first: date, last: date) -> date | None:
        if self.weekday is not None:
            if first.month != last.month:
                return None
            return nth_weekday(first.year, first.month, self.weekday, self.nth)
        if self.nth < 0:
            return last
        # the week that holds the first Thursday is the first, as in ISO 8601
        thursday = first + timedelta(days=(3 - first.weekday()) % 7)
        return shift(thursday, "week", self.nth - 1)


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
    if len(match.all("unit|century")) > 1:
        second = match.get("count|day|number", 1)
        counts.append((second, _unit(match, 1)))
    if any(unit == "hour" and n % 24 for n, unit in counts):
        return None
    return Shifted(tuple(counts), sign, base, match.has("couple"))


def _ago(match: Match) -> Shifted | None:
    return _shifted(match, -1, "anchor")


def _from_now(match: Match) -> Shifted | None:
    return _shifted(match, 1, "anchor")


def _earlier(match: Match) -> Shifted | None:
    return _shifted(match, -1, "reference")


def _later(match: Match) -> Shifted | None:
    return _shifted(match, 1, "reference")


def _half_century_ago(match: Match) -> Shifted:
    return Shifted(((50 if match.has("century") else 5, "year"),), -1, loose=True)


def _before_noun(match: Match) -> Shifted | None:
    """As in "three days before", where nothing follows that it would be before."""
    return _earlier(match) if _closes(match) else None


def _closes(match: Match) -> bool:
    after = match.after()
    return after is None or after.category in _CLOSING


_CLOSING: Final = kinds("comma stop newline colon close and in on")


def _in_time(match: Match) -> Shifted | None:
    """As in "in two weeks", which only verbs that look ahead make a date."""
    if not _ahead(match):
        return None
    return _shifted(match, 1, "anchor")


def _within(match: Match) -> Stretch | None:
    count = _number(match)
    if count is None or not _ahead(match) or guards.word(match.after()) in {"of", "from", "after"}:
        return None
    return Stretch(count, _unit(match), 1)


def _ahead(match: Match) -> bool:
    scene = Scene(None, match.tokens, news=False)
    scene.at = match.first
    return scene.looks_ahead()


def _stretch(match: Match) -> Stretch | None:
    """As in "the past five years", "the next three months"."""
    count = _number(match)
    if count is None or match.has("quarter"):
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


_OFFSETS: Final = {
    "last": ("anchor", -1),
    "this": ("anchor", 0),
    "next": ("anchor", 1),
    "coming": ("anchor", 1),
    "previous": ("reference", -1),
    "following": ("reference", 1),
    "same": ("reference", 0),
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
    if which == "next" and match.has("the") and unit == "day":
        which = "following"
    if which is None or which not in _OFFSETS:
        return None
    base, offset = _OFFSETS[which]
    if unit == "day" and which in {"last", "this"}:
        return None
    return Whole(unit, offset, "anchor" if base == "anchor" else "reference")


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
    if token.value == 0 and guards.word(match.before()) in {"of", "until", "till", "to"}:
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
_THE_YEAR: Final = f"comma? of|in? the? {_WHICH} same? unit"

RULES: Final = (
    Rule(f"weekday|weekday_short? the? month|month_short dot? day|ordinal {_THE_YEAR}", _in_year),
    Rule(f"the? day|ordinal of? month|month_short {_THE_YEAR}", _in_year),
    Rule(f"month|month_short {_THE_YEAR}", _in_year),
    Rule(f"the? season {_THE_YEAR}", _in_year),
    Rule(f"the? ordinal quarter|halfword {_THE_YEAR}", _in_year),
    Rule(f"holiday {_THE_YEAR}", _in_year),
    Rule(f"the? ordinal of? the? {_WHICH} unit", _day_of_month),
    Rule(f"a? {_COUNT} of? {_UNIT} comma? and? {_COUNT} {_UNIT} ago", _ago),
    Rule(f"a? {_COUNT} of? {_UNIT} ago", _ago),
    Rule(f"halfword a|dash? {_UNIT} ago", _half_century_ago),
    Rule(f"a? {_COUNT} of? {_UNIT} from now", _from_now),
    Rule(f"a? {_COUNT} of? {_UNIT} before|from|after deictic", _from_deictic),
    Rule(f"a? {_COUNT} of? {_UNIT} earlier|previous", _earlier),
    Rule(f"a? {_COUNT} of? {_UNIT} later", _later),
    Rule(f"a? {_COUNT} of? {_UNIT} before", _before_noun),
    Rule(f"in {_COUNT} {_UNIT}", _in_time),
    Rule(f"within {_COUNT} {_UNIT}", _within),
    Rule(f"the? past|last|next|coming|previous {_COUNT} of? {_UNIT}", _stretch),
    Rule("the? past|last halfword dash? century", _half_century),
    Rule(f"the? past {_UNIT}", _past_unit),
    Rule("the unit before|after deictic", _deictic_turned),
    Rule(f"the {_UNIT} after the? next", _next_but_one),
    Rule(f"earlier|later in the {_UNIT}", _within_unit),
    Rule(f"earlier|later of|in? the? {_WHICH} same? {_UNIT}", _within_unit),
    Rule(f"the? {_WHICH} same? {_UNIT}", _whole),
    Rule("the unit before|after|earlier", _turned),
    Rule("last|this daypart", _this_daypart),
    Rule("deictic daypart?", _deictic),
    Rule(f"weekday of|on|comma? the? {_WHICH} unit", _weekday_of_week),
    Rule(f"{_WHICH} unit on? weekday", _weekday_of_week),
    Rule(f"the? {_WHICH} weekday", _weekday),
    Rule(f"the? {_WHICH} month|month_short", _month_beside),
    Rule(f"the? {_WHICH} season", _season_beside),
    Rule("the ordinal", _day_of_month),
)
# tried after whole dates, which may begin with these
LONE_RULES: Final = (
    Rule("weekday comma? the ordinal", _weekday_the),
    Rule("weekday", _weekday),
)
