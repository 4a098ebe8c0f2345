"""Cuts a text into tokens, each with the category that the patterns are written in."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final

import msgspec

from dragoman.reading.times.calendars import FOREIGN_MONTH, foreign_month
from dragoman.reading.times.holidays import HOLIDAY, holiday_key
from dragoman.reading.times.lexicon import CATEGORY, LEXICON, Entry, kinds, words
from dragoman.reading.times.lines import unbroken


class Token(msgspec.Struct, frozen=True, gc=False):
    """Characters `start` to `end`, their category, and what they are worth."""

    start: int
    end: int
    text: str
    category: str
    value: Any


_TOKEN: Final = re.compile(
    rf"""
    (?![ ]) (?:  # most places where no token begins are blanks
    (?P<lower>[Tt]o-(?:day|night|morrow)\b|[a-z]+(?![\w.'’]))
  | (?P<holiday>(?=[A-Z])(?-x:{HOLIDAY}))
  | (?P<foreign>(?=[A-Z])(?-x:{FOREIGN_MONTH}))
  | (?P<word>[^\W\d_]+(?:[.'’][^\W\d_]+)*)
  | (?P<fulldate>(?<![\d.,/-])(?:\d{{4}}([-/.])\d{{1,2}}\6\d{{1,2}}
      |\d{{1,2}}([-/.])\d{{1,2}}\7\d{{2}}(?:\d{{2}})?)(?![\d]|[-/.,]\d))
  | (?P<clock>\d{{1,2}}:\d{{2}}(?::\d{{2}})?)
  | (?P<quantity>\d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)?|\d+\.\d+(?:\.\d+)*)
  | (?P<ordinal>\d+[ ]?(?:st|nd|rd|th)\b)
  | (?P<decade>\d{{2,4}}['’]?s\b)
  | (?P<shortyear>(?<!\w)['’‘]\d{{2}}(?:s\b|\b))
  | (?P<integer>\d+(?![^\W_]))
  | (?P<code>\d\w*)
  | (?P<newline>\n\s*)
  | (?P<mark>[^\s\w])
    )
    """,
    re.VERBOSE,
)
_FIGURE: Final = re.compile(r"\d")
_WORDS: Final = re.compile(r"[^\W\d_]+")
# A text without these and without figures tells no time: every rule needs one of them.
_TELLING: Final = frozenset(
    name
    for name, entry in LEXICON.items()
    if entry.category
    in kinds(
        "month month_short weekday weekday_short season unit century quarter deictic daypart "
        "era_before decade_word anniversary jubilee teen tens thousand"
    )
) | words(
    "Epiphany Nowruz Noruz Nauruz Easter Pentecost Juneteenth Halloween Thanksgiving Christmas "
    "Ashura Eid Hashanah Kippur Passover"
)
_MARKS: Final = {
    **dict.fromkeys("-–—−‒‑", "dash"),
    ",": "comma",
    "(": "open",
    "[": "open",
    ")": "close",
    "]": "close",
    "/": "slash",
    "&": "and",
    ":": "colon",
    ";": "colon",
    "!": "stop",
    "?": "stop",
}
_KNOWN: Final = LEXICON | {mark: Entry(CATEGORY[name], None) for mark, name in _MARKS.items()}
_PLAIN_WORD: Final = Entry(CATEGORY["word"], None)
_PLAIN_NAME: Final = Entry(CATEGORY["name"], None)
_OTHER: Final = CATEGORY["other"]
_NEWLINE: Final = CATEGORY["newline"]
_STOP: Final = Entry(CATEGORY["stop"], None)
_WITHIN: Final = Entry(CATEGORY["dot"], None)
_ABBREVIATED: Final = frozenset({CATEGORY["month_short"], CATEGORY["weekday_short"]})
_TITLES: Final = words(
    "Mr Mrs Ms Dr Prof Gen Col Maj Capt Lt Sgt Sen Rep Gov St Mt No Nos Art vs ca approx Rev Hon "
    "Amb Ltd Inc Co Corp Jr Sr Res inst ult prox"
)


def tokenise(text: str) -> list[Token]:
    """The tokens of a text in order; lines with no word or figure that could date are left out."""
    tokens: list[Token] = []
    start = 0
    text = unbroken(text)
    lines = text.splitlines(keepends=True)
    for line in lines:
        end = start + len(line)
        if len(lines) == 1 or may_tell_time(line):
            _tokenise_line(text, start, end, tokens)
        elif not tokens or tokens[-1].category != _NEWLINE:
            tokens.append(Token(start, end, "\n", _NEWLINE, None))
        start = end
    return tokens


def may_tell_time(text: str) -> bool:
    """Whether a text has any figure, or any word that time expressions are made of."""
    return _FIGURE.search(text) is not None or not _TELLING.isdisjoint(_WORDS.findall(text))


def _tokenise_line(text: str, start: int, end: int, tokens: list[Token]) -> None:
    known, keep = _KNOWN.get, tokens.append  # this loop is most of the time spent here
    for match in _TOKEN.finditer(text, start, end):
        piece, (start, end) = match[0], match.span()
        entry = known(piece)
        if entry is not None:
            pass
        elif (kind := match.lastgroup) == "lower":
            entry = _PLAIN_WORD
        elif piece == ".":
            entry = _WITHIN if _is_within(text, start, tokens) else _STOP
        else:
            entry = _OF_KIND[kind or "mark"](piece)
        keep(Token(start, end, piece, entry[0], entry[1]))


def _of_word(word: str) -> Entry:
    if word[-2:] in {"'s", "’s"} or word[-1] in "'’":
        owner = LEXICON.get(word[:-2])
        if owner is not None:
            return owner
    return _PLAIN_NAME if word[0].isupper() else _PLAIN_WORD


def _is_within(text: str, start: int, tokens: list[Token]) -> bool:
    """Whether a full stop at `start` ends no sentence."""
    before = tokens[-1] if tokens and tokens[-1].end == start else None
    short = before is not None and (
        before.category in _ABBREVIATED
        or before.text in _TITLES
        or (len(before.text) == 1 and before.text.isalpha())
    )
    return short or text[start + 1 : start + 2].isalnum()


def _integer(piece: str) -> Entry:
    number = int(piece) if len(piece) < 9 else -1
    if 1 <= number <= 31 and len(piece) <= 2:
        return Entry(CATEGORY["day"], number)
    if len(piece) == 4 and 1000 <= number <= 2999:
        return Entry(CATEGORY["year"], number)
    return Entry(CATEGORY["number"], number)


def _ordinal(piece: str) -> Entry:
    digits = piece.rstrip("stndrh ")
    number = int(digits) if len(digits) < 5 else 0
    return Entry(CATEGORY["ordinal" if 1 <= number <= 31 else "nth"], number)


def _decade(piece: str) -> Entry:
    digits = piece.rstrip("s'’")
    good = len(digits) in {2, 4} and digits.endswith("0")
    return Entry(CATEGORY["decade"] if good else _OTHER, int(digits))


def _short_year(piece: str) -> Entry:
    if piece.endswith("s"):
        return _decade(piece[1:])
    return Entry(CATEGORY["shortyear"], int(piece[1:]))


def _holiday(piece: str) -> Entry:
    return Entry(CATEGORY["holiday"], holiday_key(piece))


def _foreign(piece: str) -> Entry:
    return Entry(CATEGORY["foreign"], foreign_month(piece))


_OF_KIND: Final[dict[str, Callable[[str], Entry]]] = {
    "holiday": _holiday,
    "foreign": _foreign,
    "fulldate": lambda piece: Entry(CATEGORY["fulldate"], piece),
    "clock": lambda _: Entry(CATEGORY["clock"], None),
    "quantity": lambda _: Entry(CATEGORY["quantity"], None),
    "ordinal": _ordinal,
    "decade": _decade,
    "shortyear": _short_year,
    "integer": _integer,
    "word": _of_word,
    "mark": lambda _: Entry(_OTHER, None),
    "code": lambda _: Entry(_OTHER, None),
    "newline": lambda _: Entry(CATEGORY["newline"], None),
}
