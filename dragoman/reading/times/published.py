"""The date of a document, where its telling gives it away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Final

from dragoman.reading.calendar import WEEKDAYS
from dragoman.reading.times.anniversaries import Anniversary, is_celebration, sentence_around
from dragoman.reading.times.find import new_scene, reduce, resolve
from dragoman.reading.times.foundings import founding
from dragoman.reading.times.lexicon import CATEGORY, words
from dragoman.reading.times.news import is_dateline
from dragoman.reading.times.numerals import Year
from dragoman.reading.times.points import Date, Fixed, Numeric
from dragoman.reading.times.ranges import Span
from dragoman.reading.times.relative import InYear, Shifted, Weekday, Whole, is_to_the_day
from dragoman.reading.times.scene import Found
from dragoman.reading.times.tokens import Token
from dragoman.records import dates

_POINT: Final = CATEGORY["point"]
_PRESENT: Final = words(
    "marks mark is are falls fall celebrates celebrate observes observe commemorates commemorate "
    "will today we our upcoming year"
)
_HEAD_LINES: Final = 8  # titles, who wrote it and for whom, a date of its own, a dateline
_ON_THE_WAY: Final = 2  # days from a dateline to print
_HEAD: Final = 1200  # characters
_LEAD: Final = 60  # tokens from a dateline in which news names its weekday
_WEEKDAY: Final = re.compile("|".join(WEEKDAYS))
_MOST: Final = 10  # anniversaries looked at: a text that keeps one says so early
_KEEPING: Final = re.compile("annivers|birthday|ago today")
_EARLY: Final = 6  # dates among which "thirty years ago today" is looked for
_YEAR: Final = len("1971")
_SPAN: Final = re.compile(r"\b(\d{1,3})\W+years?\b")
_NEAR: Final = frozenset({"day", "week", "weekend"})
_STEM: Final = 6  # letters that "establish", "established" and "establishment" share, and more
_COMMON: Final = words("annive diplom relati between countr people friend govern republ presid")


def written_on(text: str, published: str) -> str:
    """EDTF of the day of a dateline, "BERN, May 3 -", if that is just before publication."""
    tokens = reduce(_head(text))
    scene = new_scene(tokens, published)
    last = dates.bounds(published)[1]
    for at, token in enumerate(tokens):
        if token.category == _POINT and is_dateline(tokens, at):
            scene.at = at
            found = token.value.resolve(scene)
            day = dates.bounds(found.edtf)[0] if found is not None else None
            if found and day and last and 0 <= (last - day).days <= _ON_THE_WAY:
                return str(found.edtf)
    return published


def _head(text: str) -> str:
    lines = islice((line for line in text.splitlines() if line.strip()), _HEAD_LINES)
    return "\n".join(lines)[:_HEAD]


def dated_by_weekday(text: str) -> str | None:
    """EDTF of the day of a dateline without its year, "BERN, May 3 -", if a weekday gives that."""
    return weekday_dated(reduce(text)) if _WEEKDAY.search(_head(text)) else None


def weekday_dated(tokens: list[Token]) -> str | None:
    """The same for tokens reduced already: in the last year told of, or the next, if it fits."""
    at = next((i for i, t in enumerate(tokens) if _is_yearless(t) and is_dateline(tokens, i)), None)
    if at is None:
        return None
    lead = (token.value for token in tokens[at : at + _LEAD])
    number = next((day.number for day in lead if isinstance(day, Weekday) and not day.which), None)
    fine = (t.edtf for t in resolve(tokens, new_scene(tokens, None)) if t.edtf[4:5] == "-")
    told = [first.year for edtf in fine if (first := dates.bounds(edtf)[0])]
    years = [max(told) + on for on in range(2)] if told else list(_counted_years(tokens))
    if number is None:
        return None
    named = (tokens[at].value.in_year(Year(year)) for year in years)
    days = (day for found in named if found and (day := dates.bounds(found.edtf)[0]))
    return next((day.isoformat() for day in days if day.weekday() == number), None)


def _counted_years(tokens: list[Token]) -> Iterator[int]:
    """The years to which "a 36-year friendship" comes from a year that the text tells."""
    told = [edtf for t in resolve(tokens, new_scene(tokens, None)) if len(edtf := t.edtf) == _YEAR]
    spans = {int(n) for n in _SPAN.findall(" ".join(token.text for token in tokens))}
    return (int(year) + span for year in told if year.isdigit() for span in sorted(spans))


def _is_yearless(token: Token) -> bool:
    """Whether it is a month and day without a year."""
    when = token.value
    return isinstance(when, Date) and when.year is None and bool(when.month and when.day)


def implied_publication(text: str) -> str | None:
    """EDTF of the day or year in which a text keeps an anniversary of what it dates itself."""
    return implied_by(reduce(text)) if _KEEPING.search(text) else None


def implied_by(tokens: list[Token]) -> str | None:
    """The same for tokens reduced already."""
    if (counted := _counted_back(tokens)) is not None:
        return counted
    feasts = [at for at, token in enumerate(tokens) if isinstance(token.value, Anniversary)]
    for at in feasts[:_MOST]:
        anniversary: Anniversary = tokens[at].value
        found = (
            None
            if anniversary.loose or anniversary.birthday
            else _implied_at(tokens, at, anniversary.years)
        )
        if found is not None:
            return found
    return None


def _counted_back(tokens: list[Token]) -> str | None:
    """The day from which "thirty years ago today" is counted, where a day told next gives it."""
    whens = [token.value for token in tokens if token.category == _POINT][:_EARLY]
    at = next((at for at, when in enumerate(whens) if is_to_the_day(when)), len(whens))
    scene, shift = new_scene(tokens, None), None
    for value in whens[at + 1 : at + 3]:
        if isinstance(value, Shifted):  # "a day earlier, on 3 May 1990"
            shift = value
            continue
        found = value.resolve(scene) if isinstance(value, (Date, Fixed, Numeric)) else None
        if found is not None and shift is not None:
            found = shift.back().from_date(found.edtf)
        then = whens[at].back().from_date(found.edtf) if found is not None else None
        return then.edtf if then is not None else None
    return None


def _implied_at(tokens: list[Token], at: int, years: int) -> str | None:
    start, end = sentence_around(tokens, at)
    spoken = words(" ".join(re.findall("[a-z]+", _text(tokens[start:end]))))
    now = any(_is_of_now(token.value) for token in tokens[start:end])
    if _PRESENT.isdisjoint(spoken) and not now:
        return None
    day = founding(tokens, at, years) if now or spoken & _PRESENT - {"year"} else None
    if day:
        return _dated(day.year + years, None)
    feast = _feast(tokens, start, end, at)
    told = list(_told(tokens, at))
    if feast is not None:
        same = [d.year for _, d, fine in told if fine and (d.month, d.day) == (feast[0], feast[1])]
        if same:  # what is remembered came before all that bears its day
            return _dated(min(same) + years, feast)
    return _by_year(tokens, told, spoken, years, feast)


def _is_of_now(when: object) -> bool:
    """Whether it is counted from the day of the text: "last week", "this year"."""
    if not isinstance(when, Whole) or when.base != "anchor":
        return False
    return when.unit in _NEAR or when == Whole("year", 0)


def _text(tokens: list[Token]) -> str:
    return " ".join(token.text for token in tokens).lower()


def _feast(tokens: list[Token], start: int, end: int, here: int) -> tuple[int, int] | None:
    """Month and day of the feast, where its sentence names them without a year."""
    for at in range(start, end):
        value = tokens[at].value
        inner = value.inner if isinstance(value, InYear) else value
        if not isinstance(inner, Date) or inner.year is not None:
            continue
        if inner.month and inner.day and is_celebration(tokens, at, here):
            return inner.month, inner.day
    return None


def _told(tokens: list[Token], here: int) -> list[tuple[int, date, bool]]:
    """Where a date is told with its year, its first day, and whether to the day."""
    scene = new_scene(tokens, None)
    told = []
    for at, token in enumerate(tokens):
        value = token.value.first if isinstance(token.value, Span) else token.value
        if at == here or not isinstance(value, (Date, Fixed, Numeric)):
            continue
        scene.at = at
        found: Found | None = value.resolve(scene) if getattr(value, "year", 1) else None
        first, last = dates.bounds(found.edtf) if found is not None else (None, None)
        if first is not None and last is not None and first.year == last.year:
            told.append((at, first, first == last))
    return told


def _by_year(
    tokens: list[Token],
    told: list[tuple[int, date, bool]],
    spoken: frozenset[str],
    years: int,
    feast: tuple[int, int] | None,
) -> str | None:
    """The year after which the anniversary comes, if its sentence shares words with a date's."""
    stems = _stems(spoken)
    shared = []
    for at, first, _ in told:
        start, end = sentence_around(tokens, at)
        about = _stems(frozenset(re.findall("[a-z]+", _text(tokens[start:end]))))
        shared.append((len(stems & about), first.year))
    best = max(shared, default=(0, 0), key=lambda pair: pair[0])
    rivals = {year for score, year in shared if score == best[0]}
    if best[0] == 0 or len(rivals) > 1:
        return None
    return _dated(best[1] + years, feast)


def _dated(year: int, feast: tuple[int, int] | None) -> str | None:
    edtf = f"{year:04d}-{feast[0]:02d}-{feast[1]:02d}" if feast else f"{year:04d}"
    return edtf if dates.is_edtf(edtf) else None


def _stems(spoken: frozenset[str]) -> frozenset[str]:
    return frozenset(w[:_STEM] for w in spoken if len(w) >= _STEM) - _COMMON
