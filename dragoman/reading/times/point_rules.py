"""Single dates as they are written: the rules that find them."""

from __future__ import annotations

import re
from typing import Final

from dragoman.reading.times import foreign, guards, parts
from dragoman.reading.times.grammar import Match, Rule
from dragoman.reading.times.lexicon import CATEGORY, kinds, words
from dragoman.reading.times.numerals import Year, as_year
from dragoman.reading.times.points import Date, Fixed, Holiday, Numeric
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
    Rule("the? day|ordinal of? the? foreign comma? year|number era_after?", foreign.day),
    Rule("foreign day|ordinal comma? year era_after?", foreign.day),
    Rule("foreign comma|of? year|number era_after?", foreign.month),
    Rule("day|ordinal of? foreign", foreign.day),
    Rule("year open year dash|slash day|number|year close", foreign.double_year),
    Rule("year open year close", foreign.double_year),
    Rule("year|number era_after", foreign.year),
    Rule("year dash day", _year_month),
    Rule(f"{_MONTH} dot? comma|of|dash? {_YEAR}", _date),
    Rule("year month", _date),
    *_with_weekday(f"day|ordinal dot|stop? of? {_MONTH}", Rule("", _yearless)),
    *_with_weekday(f"{_MONTH} dot? the? day|ordinal", Rule("", _yearless)),
    Rule(f"the ordinal of {_MONTH}", _yearless),
    Rule("day|ordinal comma? year", _elliptic_date),
    Rule("day|ordinal", _elliptic_day),
    Rule("the? ordinal dash to|dash? ordinal century", parts.centuries),
    Rule("the? ordinal dash|to ordinal century", parts.centuries),
    Rule("the? ordinal dash? century era_after?", parts.century),
    Rule("the? ordinal", parts.elliptic_century),
    Rule("the? ordinal quarter|halfword of? the? year", parts.quarter),
    Rule("name day year", parts.quarter_code),
    Rule("year name day", parts.quarter_code),
    Rule("name day", parts.quarter_code),
    Rule(f"the? season of? comma? {_YEAR}", parts.season),
    Rule("the? season", parts.bare_season),
    Rule("holiday comma|of|in? year", _holiday),
    Rule("holiday", _holiday),
    Rule("name unit year", _new_year),
    Rule("the? unit year", _named_year),
    Rule("the? unit number", _early_year),
    Rule("the? decade", parts.decade),
    Rule("the? count|the dash? decade_word", parts.decade_in_words),
    Rule("the? count thousand and? decade_word", parts.decade_in_words),
    Rule("month", _month),
    Rule("month_short", _short_month),
    Rule("year", _calendar_year),
    Rule("year", _lone_year),
    Rule("shortyear", _short_year),
)
