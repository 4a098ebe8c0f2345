"""What a time expression is read against: the document's date, and what was said before it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, NamedTuple

from dragoman.errors import DateError
from dragoman.reading.times.lexicon import CATEGORY, words
from dragoman.reading.times.tokens import Token
from dragoman.records import dates
from dragoman.records.readings import DateBasis

_FUTURE: Final = words(
    "will shall would must should 'll ’ll scheduled expected due planned slated set plans "
    "upcoming forthcoming won't won’t"
)
_TO_COME: Final = _FUTURE | words(
    "is are be agreed intends wants vowed pledged promised hopes ready about prepares preparing "
    "invited going"
)
_PAST: Final = words(
    "was were had has have said told met held began took made gave went came sent left saw spoke "
    "put cut struck shot hit won lost fell rose broke drew led built brought wrote signed flew ran "
    "became found did says"
)
_PLACING: Final = {
    **dict.fromkeys(("after", "since", "following"), False),
    **dict.fromkeys(("before", "ahead", "upcoming", "until"), True),
}
_NOW: Final = words("is are be not being")
_EDGES: Final = frozenset({CATEGORY["stop"], CATEGORY["newline"]})
_WORD: Final = CATEGORY["word"]
_REACH: Final = 60  # tokens to either side in which a verb may set the tense
_FRESH: Final = timedelta(days=10)


class Found(NamedTuple):
    """A date, and how it was found."""

    edtf: str
    basis: DateBasis


class Frame(NamedTuple):
    """A year that the telling has set, and whether it opened the sentence it stands in."""

    year: int
    basis: DateBasis
    sentence: int
    strong: bool


class Scene:
    """The state of one reading: changes from expression to expression."""

    def __init__(self, anchor: str | None, tokens: list[Token], *, news: bool) -> None:
        self.anchor = anchor
        self.tokens = tokens
        self.news = news
        self.day_first = True
        self.at = 0  # index of the token being resolved
        self.sentence = 0
        self.reference: str | None = None  # the last date told, for "the following year"
        self.frame: Frame | None = None
        self.mentioned: int | None = None  # last year named in the paragraph, in any way
        self.heading: int | None = None  # year of the heading above
        first, last = dates.bounds(anchor) if anchor else (None, None)
        self.latest = last or first
        self.year = last.year if first and last and first.year == last.year else None
        self.today = first if first == last else None

    def year_of(self, month: int, day: int | None) -> tuple[int, DateBasis] | None:
        """The year of a month or day told without one, and whether text or anchor gave it."""
        if (shared := self._year_beside()) is not None:
            return shared, "stated"
        told = self._told_year(month, day)
        if told is not None:
            return told
        near = self.nearest_year(month, day)
        if near is not None:
            return near, "relative"
        weak = self.mentioned or self.heading
        return (weak, "stated") if weak is not None else None

    def nearest_year(self, month: int, day: int | None) -> int | None:
        """The year of the anchor's nearest such month or day: past unless the verbs look ahead."""
        if self.latest is None or self.today is None:
            return self.year
        past = not self.looks_ahead()
        years = range(self.latest.year, self.latest.year - 9, -1)
        if not past:
            years = range(self.latest.year, self.latest.year + 9)
        for year in years:
            edtf = _month_or_day(year, month, day)
            first, last = dates.bounds(edtf) if edtf else (None, None)
            if first is None or last is None:
                continue
            # a copy may be dated a day early, on the other side of the date line
            if (past and first <= self.latest + timedelta(days=1)) or (
                not past and last >= self.latest
            ):
                return year
        return None

    def looks_ahead(self) -> bool:
        """Whether the verbs near the expression speak of what is to come."""
        here = self.at
        for token in reversed(self.tokens[max(0, here - 3) : here]):
            if (word := token.text.lower()) in _PLACING:
                return _PLACING[word]
        for at in range(here - 1, max(-1, here - _REACH), -1):
            if self.tokens[at].category in _EDGES:
                break
            if (cue := self._tense(at)) is not None:
                return cue
        for at in range(here + 1, min(len(self.tokens), here + _REACH)):
            if self.tokens[at].category in _EDGES:
                break
            if (cue := self._tense(at)) is not None:
                return cue
        return self.tokens[here].text.partition(" ")[0].lower() in {"by", "before"}

    def tell(self, token: Token, found: Found, index: int) -> None:
        """Takes note of a date, for what is said after it."""
        first, last = dates.bounds(found.edtf)
        if first is None or last is None:
            return
        if dates.precision(found.edtf) not in {"decade", "century"}:
            self.reference = found.edtf
        if first.year != last.year:
            return
        self.mentioned = first.year
        opening = self._opens(index)
        if opening or not self._modifies(token, index):
            self.frame = Frame(first.year, found.basis, self.sentence, opening)

    def new_paragraph(self) -> None:
        """Forgets the year that the paragraph before was about."""
        self.frame = self.mentioned = None

    def _told_year(self, month: int, day: int | None) -> tuple[int, DateBasis] | None:
        frame = self.frame
        if frame is not None and frame.sentence == self.sentence and frame.strong:
            return frame.year, frame.basis
        if (during := self._year_during()) is not None:
            return during, "stated"
        if self.heading is None and self.today is not None and self._is_fresh(month, day):
            return None
        if frame is not None and not self.news and not self.looks_ahead():
            return frame.year, frame.basis
        return (self.heading, "stated") if self.heading is not None else None

    def _is_fresh(self, month: int, day: int | None) -> bool:
        near = self.nearest_year(month, day)
        edtf = _month_or_day(near, month, day) if near else None
        first = dates.bounds(edtf)[0] if edtf else None
        if day is None or first is None or self.today is None:
            return False
        return abs(self.today - first) <= _FRESH

    def _year_beside(self) -> int | None:
        """The year of "1990" for "May" in "in May and June 1990"."""
        for on in (1, 3):
            beside = self.tokens[self.at + on : self.at + on + 2]
            if len(beside) < 2 or beside[0].text.lower() not in {"and", "or", ",", "/", "&"}:
                return None
            year = getattr(beside[1].value, "year", None)
            if year is not None and beside[0].text != ",":
                number = getattr(year, "number", None)
                return number if isinstance(number, int) else None
        return None

    def _year_during(self) -> int | None:
        """The year of "during the 2014 conflict" right after the expression."""
        for at in range(self.at + 1, min(self.at + 4, len(self.tokens))):
            if self.tokens[at].category == CATEGORY["during"]:
                for token in self.tokens[at + 1 : at + 3]:
                    number = getattr(getattr(token.value, "year", None), "number", None)
                    if isinstance(number, int):
                        return number
        return None

    def _opens(self, index: int) -> bool:
        """Whether a token stands at the head of its sentence: "In 1973, ..."."""
        for back, token in enumerate(reversed(self.tokens[max(0, index - 4) : index])):
            if token.category in _EDGES:
                return back <= 3
        return index <= 3

    def _modifies(self, token: Token, index: int) -> bool:
        """Whether a date stands before the noun it is part of: "the 2015 accord"."""
        before = self.tokens[index - 1] if index else None
        if before is None or token.text[-2:] in {"'s", "’s"}:
            return before is not None
        return before.category in {CATEGORY["the"], CATEGORY["a"]} or before.text[-2:] in {
            "'s",
            "’s",
        }

    def _tense(self, at: int) -> bool | None:
        token = self.tokens[at]
        word = token.text.lower()
        if token.category == CATEGORY["to"]:
            before = self.tokens[at - 1].text.lower() if at else ""
            return True if before in _TO_COME else None
        if word in _FUTURE or word.endswith(("'ll", "’ll")):
            return True
        if word in _PAST or (token.category == _WORD and len(word) > 4 and word.endswith("ed")):
            passive = at > 0 and self.tokens[at - 1].text.lower() in _NOW
            return None if passive else False
        return None


def _month_or_day(year: int, month: int, day: int | None) -> str | None:
    try:
        return dates.day(year, month, day) if day else dates.month(year, month)
    except DateError:
        return None


def as_date(edtf: str) -> date | None:
    """The day of an EDTF of day precision; None for anything else."""
    first, last = dates.bounds(edtf)
    return first if first is not None and first == last else None
