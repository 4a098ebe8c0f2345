"""Single dates as they are written: the rules that find them."""

from __future__ import annotations

import re
from typing import Final

from dragoman.reading.times import calendars, guards
from dragoman.reading.times.grammar import Match, Rule
from dragoman.reading.times.lexicon import CATEGORY, kinds, words
from dragoman.reading.times.numerals import Year, as_year
from dragoman.reading.times.points import Date, Fixed, ForeignDay, Holiday, Numeric, Part
from dragoman.records import dates

_MONTH: Final = "month|month_short"
_DAY: Final = "day|ordinal"
_YEAR: Final = "year|shortyear"


def _date(match: Match) -> Date | None:
    year = as_year(match.get(_YEAR))
    counts = match.has("comma") and guards.is_round(match.get("year"))
    if counts and guards.is_counted(match.after()):  # "on May 3, 2000 people"
        return None
    return Date(year, match.get(_MONTH), match.get(_DAY))


def _yearless(match: Match) -> Date | None:
    """As in "April 13"; not "in May 20 countries", and not the name of an incident."""
    counts = match.tokens[match.end - 1].category == CATEGORY["day"] and guards.counts_after(match)
    if counts or guards.names_incident(match) or _ranks(match):
        return None
    return Date(None, match.get(_MONTH), match.get(_DAY))


def _ranks(match: Match) -> bool:
    """As in "in December the first shipment came": the ordinal tells which of its kind."""
    ordinal, after = match.tokens[match.end - 1], match.after()
    spelled = ordinal.category == CATEGORY["ordinal"] and ordinal.text.isalpha()
    dated = match.before()
    on = dated is not None and dated.category == CATEGORY["on"]
    return match.has("the") and spelled and not on and guards.is_common(after)


def _month(match: Match) -> Date | None:
    return Date(None, match.get("month")) if guards.is_month(match) else None


def _short_month(match: Match) -> Date | None:
    before = match.before()
    licensed = before is not None and before.category in {
        CATEGORY[n] for n in ("in", "since", "until", "of", "early", "mid", "late")
    }
    return Date(None, match.get("month_short")) if licensed else None


def _elliptic_day(match: Match) -> Date | None:
    """As in "3 and 5 May 2015", "May 3 and 5": the month stands by another day."""
    row = "".join(t.category for t in match.tokens[match.first : match.first + 10])
    ahead = _DAY_AHEAD.match(row)
    if ahead is not None:
        tokens = match.tokens[match.first : match.first + ahead.end()]
        year = as_year(tokens[-1].value) if tokens[-1].category == CATEGORY["year"] else None
        month = next(t.value for t in tokens if t.category in _MONTHS)
        return Date(year, month, match.get("day|ordinal"))
    month = None if guards.is_plural(match.after()) else _month_behind(match)
    return Date(None, month, match.get("day|ordinal")) if month is not None else None


def _elliptic_date(match: Match) -> Date | None:
    """As in "May 3 and 5, 2015"."""
    month, year = _month_behind(match), as_year(match.get("year"))
    return Date(year, month, match.get("day|ordinal")) if month is not None else None


def _month_behind(match: Match) -> int | None:
    before = match.tokens[max(0, match.first - 7) : match.first]
    behind = _DAY_BEHIND.search("".join(t.category for t in before))
    month: int | None = before[behind.start()].value if behind is not None else None
    return month


_MONTHS: Final = frozenset({CATEGORY["month"], CATEGORY["month_short"]})


def _row(pattern: str) -> re.Pattern[str]:
    return re.compile(re.sub(r"[a-z_]+", lambda m: CATEGORY[m[0]], pattern).replace(" ", ""))


_DAY_AHEAD: Final = _row(
    "[day ordinal]((comma|and|or|comma and)[day ordinal]){1,3} of?[month month_short](comma?year)?"
)
_DAY_BEHIND: Final = _row("[month month_short](dot)?([day ordinal](and|or|comma|comma and)){1,3}$")


def _lone_year(match: Match) -> Date | None:
    return Date(as_year(match.get("year"))) if guards.is_year(match) else None


def _named_year(match: Match) -> Date | None:
    after = match.after()
    if after is not None and after.category in {CATEGORY["slash"], CATEGORY["dash"]}:
        return None
    return Date(as_year(match.get("year"))) if match.get("unit") == "year" else None


def _early_year(match: Match) -> Date | None:
    """As in "the year 632"."""
    number: int = match.get("number")
    fits = match.get("unit") == "year" and match.all("unit")[0].text[-1] in "rR"
    return Date(Year(number)) if fits and 100 <= number <= 999 else None


def _calendar_year(match: Match) -> Date | None:
    """A year of an era needs no licence: nothing else looks like it."""
    return Date(match.get("year")) if isinstance(match.get("year"), Year) else None


def _short_year(match: Match) -> Date | None:
    before = match.before()
    licensed = before is not None and before.category in {
        CATEGORY[n]
        for n in ("in", "since", "until", "of", "the", "before", "after", "by", "from", "to", "and")
    }
    return Date(as_year(match.get("shortyear"))) if licensed else None


def _year_month(match: Match) -> Fixed | None:
    """As in "2015-03", unless it is the range 2003-04."""
    text = "".join(t.text for t in match.tokens[match.first : match.end])
    year, month = match.get("year"), match.get("day")
    if not isinstance(year, int) or not 1 <= month <= 12 or len(text) != 7:
        return None
    if month > year % 100:
        return None
    return Fixed(dates.month(year, month))


def _decade(match: Match) -> Fixed | None:
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


_PARTS: Final = frozenset(CATEGORY[n] for n in ("early", "mid", "late"))


def _decade_in_words(match: Match) -> Fixed | None:
    number: int = match.get("decade_word")
    hundreds: int | None = match.get("count")
    if match.has("thousand"):
        return Fixed(dates.decade(2000 + number))
    if hundreds is not None:
        return Fixed(dates.decade(hundreds * 100 + number)) if hundreds in {18, 19, 20} else None
    if number == 10:
        return None
    return Fixed(dates.decade(number + (1900 if number >= 20 else 2000)))


def _century(match: Match) -> Fixed | None:
    number = match.get("ordinal")
    if number == 0 or number > 30:
        return None
    if match.get("era_after") == "bce":
        return Fixed(f"-{number - 1:02d}XX")
    return Fixed(f"{number - 1:02d}XX")


def _centuries(match: Match) -> Fixed | None:
    first, last = match.get("ordinal", 0), match.get("ordinal", 1)
    if not 0 < first < last <= 30:
        return None
    return Fixed(f"{first - 1:02d}XX/{last - 1:02d}XX")


def _elliptic_century(match: Match) -> Fixed | None:
    """The "18th" of "the 18th and 19th centuries"."""
    later = [match.after(on) for on in (1, 2, 3)]
    wanted = [{"and", "or"}, {"ordinal"}, {"century"}]
    kinds = [{CATEGORY[n] for n in names} for names in wanted]
    if all(t is not None and t.category in k for t, k in zip(later, kinds, strict=True)):
        return _century(match)
    return None


def _season(match: Match) -> Part | None:
    before = match.before()
    named = before is not None and before.category == CATEGORY["name"]
    if named and not match.has("the"):
        return None
    return Part("season", match.get("season"), as_year(match.get(_YEAR)))


def _bare_season(match: Match) -> Part | None:
    """As in "in the summer", where nothing else follows that it could belong to."""
    season = match.all("season")[0]
    if season.text.lower() in {"fall", "spring"} or guards.word(match.after()) in {"of", "-"}:
        return None
    before = match.before()
    if before is None or before.category not in {CATEGORY[n] for n in ("in", "since", "during")}:
        return None
    return Part("season", season.value, None)


def _quarter(match: Match) -> Part | None:
    number = match.get("ordinal")
    kind, most = ("quarter", 4) if match.has("quarter") else ("half", 2)
    if not 1 <= number <= most:
        return None
    return Part(kind, number, as_year(match.get("year")))


def _quarter_code(match: Match) -> Part | None:
    """As in "Q3 2015", "H1 2016"."""
    letter, number = match.all("name")[0], match.get("day")
    if letter.end != match.all("day")[0].start:
        return None
    kind, most = {"Q": ("quarter", 4), "H": ("half", 2)}.get(letter.text, ("", 0))
    if kind == "half" and not match.has("year"):
        return None
    return Part(kind, number, as_year(match.get("year"))) if number <= most else None


def _full_date(match: Match) -> Date | Numeric | None:
    parts = [int(piece) for piece in re.split(r"[-/.]", match.get("fulldate"))]
    if parts[0] > 999:
        return Date(Year(parts[0]), parts[1], parts[2])
    first, second, year = parts
    if not (1 <= first <= 31 and 1 <= second <= 31 and min(first, second) <= 12):
        return None
    number = as_year(year)
    return Numeric(number, first, second) if number is not None else None


def _two_figures(match: Match) -> Numeric | Fixed | None:
    """As in "on 4/22"; "after 9/11" is the day that bears the name."""
    first, second = (token.value for token in match.all("day"))
    before, after = match.before(), match.after()
    placed = (before is not None and before.category in _PLACED) or _heads_row(match)
    if not placed or min(first, second) > 12 or (first, second) == (24, 7):
        return None
    if after is not None and after.category in _FIGURES:
        return None
    return Fixed("2001-09-11") if (first, second) == (9, 11) else Numeric(None, first, second)


def _heads_row(match: Match) -> bool:
    """Whether it begins a line and a colon or dash follows: "3/4: envoys meet"."""
    before, after = match.before(), match.after()
    heads = before is None or before.category == CATEGORY["newline"]
    return heads and after is not None and after.category in _PARTING


_PARTING: Final = kinds("colon dash")
_PLACED: Final = kinds("on since until before after weekday weekday_short")
_FIGURES: Final = kinds("slash day number year")


def _headed(match: Match) -> Date | None:
    """As in "1988 Aug 20" and "1956, 29 October: …" at the head of a line."""
    before = match.before()
    heads = before is None or before.category in _LINE_EDGES
    year = as_year(match.get("year")) if heads else None
    return Date(year, match.get(_MONTH), match.get(_DAY)) if year else None


_LINE_EDGES: Final = kinds("newline stop dash other")


def _solemn(match: Match) -> Date | None:
    """As in "the twenty-first day of July 1954", of treaties."""
    return _date(match) if match.all("unit")[0].text.lower() == "day" else None


def _written_out(match: Match) -> Date:
    return Date(as_year(match.get("year")), match.get("month|month_short"), match.get("day"))


def _holiday(match: Match) -> Holiday | None:
    after, before = match.after(), match.before()
    year = as_year(match.get("year"))
    if guards.word(before) in _OTHER_NEW_YEARS:
        return None
    named = after is not None and (after.category in _NAMING or guards.word(after) in _FESTIVE)
    if year is None and named:
        return None
    return Holiday(match.get("holiday"), year)


_OTHER_NEW_YEARS: Final = words(
    "lunar chinese iranian persian jewish korean vietnamese coptic thai"
)
_FESTIVE: Final = words("tree trees market markets card cards gift gifts carol carols eggs")
_NAMING: Final = frozenset(CATEGORY[n] for n in ("name", "season"))


def _new_year(match: Match) -> Fixed | None:
    if [guards.word(token) for token in match.all("name|unit")] != ["new", "year"]:
        return None
    year = as_year(match.get("year"))
    return Fixed(dates.day(year.number, 1, 1)) if year is not None else None


def _foreign_day(match: Match) -> Fixed | ForeignDay | None:
    month: calendars.ForeignMonth = match.get("foreign")
    year = match.get("year|number")
    if year is None:
        return ForeignDay(month, match.get(_DAY))
    calendar = calendars.calendar_of(year, month) if isinstance(year, int) else None
    edtf = calendars.day(calendar, year, month.number, match.get(_DAY)) if calendar else None
    return Fixed(edtf, "calendar", calendar) if edtf else None


def _foreign_month(match: Match) -> Fixed | None:
    month: calendars.ForeignMonth = match.get("foreign")
    year = match.get("year|number")
    if not isinstance(year, int):
        return None
    calendar = calendars.calendar_of(year, month)
    if calendar is None and month.calendar == "hijri" and 1900 <= year <= 2100:
        within = calendars.hijri_month_in(year, month.number)
        year, calendar = within or 0, "hijri" if within else None
    edtf = calendars.month(calendar, year, month.number) if calendar else None
    return Fixed(edtf, "calendar", calendar) if edtf else None


def _foreign_year(match: Match) -> Fixed | None:
    era, year = match.get("era_after"), match.get("year|number")
    low, high = {"solar": (1200, 1500), "hijri": (1, 1500), "hebrew": (3761, 6000)}.get(era, (1, 0))
    if not isinstance(year, int) or not low <= year <= high:
        return None
    edtf = calendars.year(era, year)
    return Fixed(edtf, "calendar", era) if edtf else None


def _double_year(match: Match) -> Fixed | None:
    """As in "1397 (2018-19)": a year of another calendar shown by the Gregorian one beside it."""
    foreign, year = match.get("year", 0), match.get("year", 1)
    if not isinstance(foreign, int) or not isinstance(year, int) or not 1200 <= foreign <= 1500:
        return None
    for calendar in _FOREIGN:
        edtf = calendars.year(calendar, foreign)
        if edtf is not None and edtf.startswith(f"{year:04d}"):
            return Fixed(edtf, "calendar", calendar)
    return None


_FOREIGN: Final[tuple[calendars.Calendar, ...]] = ("solar", "hijri")


_DATED_TAILS: Final = f"comma|of|in? {_YEAR}"


def _with_weekday(pattern: str, rule: Rule) -> tuple[Rule, ...]:
    named = f"weekday|weekday_short dot|stop? comma? the? {pattern}"
    return (rule._replace(pattern=named), rule._replace(pattern=pattern))


RULES: Final = (
    Rule("fulldate", _full_date),
    Rule("day slash day", _two_figures),
    Rule(f"year dash|slash {_MONTH} dash|slash day", _written_out),
    Rule(f"year {_MONTH} dot? day", _headed),
    Rule(f"year comma day|ordinal of? {_MONTH}", _headed),
    Rule(f"the? ordinal unit of {_MONTH} dot? {_DATED_TAILS}", _solemn),
    *_with_weekday(f"day|ordinal dot|stop? of? {_MONTH} dot? {_DATED_TAILS}", Rule("", _date)),
    *_with_weekday(f"{_MONTH} dot? the? day|ordinal {_DATED_TAILS}", Rule("", _date)),
    Rule(f"the ordinal of {_MONTH} dot? {_DATED_TAILS}", _date),
    Rule("the? day|ordinal of? the? foreign comma? year|number era_after?", _foreign_day),
    Rule("foreign day|ordinal comma? year era_after?", _foreign_day),
    Rule("foreign comma|of? year|number era_after?", _foreign_month),
    Rule("day|ordinal of? foreign", _foreign_day),
    Rule("year open year dash|slash day|number|year close", _double_year),
    Rule("year open year close", _double_year),
    Rule("year|number era_after", _foreign_year),
    Rule("year dash day", _year_month),
    Rule(f"{_MONTH} dot? comma|of|dash? {_YEAR}", _date),
    Rule("year month", _date),
    *_with_weekday(f"day|ordinal dot|stop? of? {_MONTH}", Rule("", _yearless)),
    *_with_weekday(f"{_MONTH} dot? the? day|ordinal", Rule("", _yearless)),
    Rule(f"the ordinal of {_MONTH}", _yearless),
    Rule("day|ordinal comma? year", _elliptic_date),
    Rule("day|ordinal", _elliptic_day),
    Rule("the? ordinal dash to|dash? ordinal century", _centuries),
    Rule("the? ordinal dash|to ordinal century", _centuries),
    Rule("the? ordinal dash? century era_after?", _century),
    Rule("the? ordinal", _elliptic_century),
    Rule("the? ordinal quarter|halfword of? the? year", _quarter),
    Rule("name day year", _quarter_code),
    Rule("year name day", _quarter_code),
    Rule("name day", _quarter_code),
    Rule(f"the? season of? comma? {_YEAR}", _season),
    Rule("the? season", _bare_season),
    Rule("holiday comma|of|in? year", _holiday),
    Rule("holiday", _holiday),
    Rule("name unit year", _new_year),
    Rule("the? unit year", _named_year),
    Rule("the? unit number", _early_year),
    Rule("the? decade", _decade),
    Rule("the? count|the dash? decade_word", _decade_in_words),
    Rule("the? count thousand and? decade_word", _decade_in_words),
    Rule("month", _month),
    Rule("month_short", _short_month),
    Rule("year", _calendar_year),
    Rule("year", _lone_year),
    Rule("shortyear", _short_year),
)
