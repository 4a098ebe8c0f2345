"""Which words can be part of a time expression, and the category and value of each.

A category is one character, so that a text becomes a string which patterns can be matched on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from dragoman.reading.calendar import MONTHS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS


def words(text: str) -> frozenset[str]:
    """The words of a text, as a set to look up."""
    return frozenset(text.split())


def in_order(text: str) -> tuple[str, ...]:
    """The words of a text, in order."""
    return tuple(text.split())


NAMES: Final = in_order(
    # numbers: day 1-31, year 1000-2999, number any other; count is a number in words
    "day year number count ordinal nth decade shortyear fulldate clock quantity "
    "small teen tens hundred thousand tensth couple "
    # words of the calendar
    "month month_short weekday weekday_short season unit century quarter halfword daypart deictic "
    "holiday foreign era_before era_after decade_word "
    # words that place and relate
    "the a of in on and or to from between since until before after by during through within over "
    "for not this that same last past previous next coming following ago earlier later now "
    "approx likely early mid late begin end weekword pre "
    "anniversary jubilee metal marks recent instant "
    # marks and the rest
    "comma dot stop newline dash slash open close colon name word other point"
)

CATEGORY: Final[dict[str, str]] = {name: chr(0x100 + i) for i, name in enumerate(NAMES)}


def kinds(names: str) -> frozenset[str]:
    """The categories of these names, as a set to look up."""
    return frozenset(CATEGORY[name] for name in names.split())


EDGES: Final = kinds("stop newline")  # of a sentence or a line


class Entry(NamedTuple):
    """Category and value of a word."""

    category: str
    value: Any


_SMALL: Final = in_order("one two three four five six seven eight nine")
_TEENS: Final = in_order(
    "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
)
_TENS: Final = in_order("twenty thirty forty fifty sixty seventy eighty ninety")
_ORDINALS: Final = in_order(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_TENS_ORDINALS: Final = in_order(
    "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"
)
_DECADES: Final = in_order(
    "noughties tens twenties thirties forties fifties sixties seventies eighties nineties"
)

# Words that stand for their category alone: name of the category, then its words.
_PLAIN: Final = {
    "the": "the",
    "a": "a an",
    "of": "of",
    "in": "in",
    "on": "on",
    "and": "and",
    "or": "or",
    "to": "to",
    "from": "from",
    "between": "between",
    "since": "since",
    "until": "until till til",
    "before": "before",
    "after": "after following",
    "by": "by",
    "during": "during throughout",
    "through": "through thru",
    "within": "within",
    "over": "over",
    "for": "for",
    "not": "not",
    "this": "this current",
    "that": "that",
    "same": "same",
    "last": "last",
    "past": "past",
    "previous": "previous preceding prior",
    "next": "next",
    "coming": "coming upcoming",
    "ago": "ago",
    "earlier": "earlier previously beforehand",
    "later": "later afterwards afterward thereafter",
    "now": "now",
    "recent": "recent",
    "approx": "around circa ca about approximately roughly",
    "likely": "probably possibly perhaps presumably likely maybe",
    "early": "early",
    "mid": "mid middle",
    "late": "late",
    "begin": "beginning start outset onset",
    "end": "end close",
    "halfword": "half",
    "daypart": "morning afternoon evening night noon midnight dawn dusk",
    "couple": "couple",
    "pre": "pre post",
    "anniversary": "anniversary birthday",
    "jubilee": "jubilee",
    "marks": "mark marks marked marking celebrate celebrates celebrated celebrating commemorate "
    "commemorates commemorated commemorating observe observes observed observing",
    "hundred": "hundred",
    "thousand": "thousand",
    "quarter": "quarter quarters",
    "century": "century centuries",
}

_VALUED: Final[dict[str, dict[str, Any]]] = {
    "unit": {
        word: unit
        for unit in ("hour", "day", "week", "month", "year", "decade")
        for word in (unit, unit + "s")
    }
    | {"yr": "year", "yrs": "year", "wks": "week", "mths": "month"}
    | {"fortnight": "fortnight", "fortnights": "fortnight", "weekend": "weekend"},
    "season": {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4},
    "instant": {"instant": 0, "inst": 0, "ultimo": -1, "ult": -1, "proximo": 1, "prox": 1},
    "deictic": {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
    | {"to-day": 0, "to-night": 0, "to-morrow": 1},  # as papers wrote until the war
    "metal": {"silver": 25, "golden": 50, "diamond": 60, "platinum": 70},
    "anniversary": {
        "centenary": 100,
        "centennial": 100,
        "sesquicentennial": 150,
        "sesquicentenary": 150,
        "bicentenary": 200,
        "bicentennial": 200,
        "tercentenary": 300,
        "quincentenary": 500,
    },
    "era_before": {
        "juche": "juche",
        "minguo": "minguo",
        "meiji": "meiji",
        "taisho": "taisho",
        "taishō": "taisho",
        "showa": "showa",
        "shōwa": "showa",
        "heisei": "heisei",
        "reiwa": "reiwa",
    },
}
_ERAS_AFTER: Final = {
    "AD": "ce",
    "CE": "ce",
    "BC": "bce",
    "BCE": "bce",
    "AH": "hijri",
    "SH": "solar",
    "AP": "solar",
    "AHS": "solar",
    "BE": "buddhist",
    "AM": "hebrew",
}


_SERIES: Final = (  # category, words, value of the first, step from one to the next
    ("small", _SMALL, 1, 1),
    ("teen", _TEENS, 10, 1),
    ("tens", _TENS, 20, 10),
    ("ordinal", _ORDINALS, 1, 1),
    ("tensth", _TENS_ORDINALS, 20, 10),
    ("decade_word", _DECADES, 0, 10),
)


def _listed() -> Iterator[tuple[str, str, Any]]:
    """Word, category and value of all that may also stand in capitals."""
    for number, name in enumerate(WEEKDAYS):
        yield name.lower(), "weekday", number
    for category, names, first, step in _SERIES:
        for i, name in enumerate(names):
            yield name, category, first + i * step
    for category, spelled in _PLAIN.items():
        for name in spelled.split():
            yield name, category, name
    for category, values in _VALUED.items():
        for name, value in values.items():
            yield name, category, value
    yield "hundredth", "nth", 100


def _as_written() -> Iterator[tuple[str, str, Any]]:
    """Word, category and value of what is another word in other letters: `May`, `Sun`, `BE`."""
    for number, name in enumerate(MONTHS, 1):
        yield name, "month", number
        yield name.upper(), "month", number
        if name not in {"March", "May", "August"}:  # other words in small letters
            yield name.lower(), "month", number
    for name, number in SHORT_MONTHS.items():
        yield name, "month_short", number
        yield name.upper(), "month_short", number
        if name != "Mar":
            yield name.lower(), "month_short", number
    for name in SHORT_WEEKDAYS:
        number = next(i for i, full in enumerate(WEEKDAYS) if full[:2] == name[:2])
        yield name, "weekday_short", number
        yield name.upper(), "weekday_short", number
    for name, era in _ERAS_AFTER.items():
        yield name, "era_after", era
        yield ".".join(name), "era_after", era
    yield "c", "approx", "circa"


def _build() -> dict[str, Entry]:
    table = {
        cased: Entry(CATEGORY[category], value)
        for name, category, value in _listed()
        for cased in (name, name.capitalize(), name.upper())
    }
    for name, category, value in _as_written():
        table[name] = Entry(CATEGORY[category], value)
    return table


LEXICON: Final = _build()
