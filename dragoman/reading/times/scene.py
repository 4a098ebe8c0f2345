"""What a time expression is read against: the document's date, and what was said before it."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import takewhile
from typing import Final, NamedTuple

from dragoman.errors import DateError
from dragoman.reading.times.lexicon import CATEGORY, EDGES, words
from dragoman.reading.times.standing import (
    after_recent,
    heads,
    heads_row,
    in_participle,
    in_prelude,
    in_since_clause,
    is_since_then,
    joins,
    modifies,
    opens,
)
from dragoman.reading.times.tense import looks_ahead
from dragoman.reading.times.tokens import Token
from dragoman.records import dates
from dragoman.records.readings import DateBasis

_PACTS: Final = words("agreement treaty pact accord protocol convention law constitution")
_GRACE: Final = timedelta(days=3)  # "agreed to a truce from 24 February", told on the 25th
_FRESH: Final = timedelta(days=30)
_JUST_OVER: Final = timedelta(days=45)
_CLAUSE: Final = 12  # tokens in which the verb of a sentence that begins with a date is looked for
_MONTHS_BACK: Final = 3  # and this far, where the month would be the last one of its name
_SEASONS_BACK: Final = 6  # months: further back than a telling is likely to turn


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
    fine: bool  # whether it was told with a month


class Scene:
    """The state of one reading: changes from expression to expression."""

    def __init__(self, anchor: str | None, tokens: list[Token]) -> None:
        self.anchor = anchor
        self.tokens = tokens
        self.news = False  # whether the text speaks of days as the news does
        self.news_sentences: frozenset[int] = frozenset()  # and from where on in its lines
        self.day_first = True
        self.solar = False  # whether the text counts years by the Solar Hijri calendar
        self.at = 0  # index of the token being resolved
        self.sentence = 0
        self.reference: str | None = None  # the last date told, for "the following year"
        self.referred = -1  # and the sentence in which it was told
        self.remembered: str | None = None  # what an anniversary was of, for "the same decade"
        self.frame: Frame | None = None
        self.passage: Frame | None = None  # the frame that the paragraphs before have set
        self.dated = 0  # dates told since the text last spoke as the news do
        self.mentioned: int | None = None  # last year named in the paragraph, in any way
        self.heading: int | None = None  # year of the heading above
        self.row: date | None = None  # the day or month that headed a line of the list before
        self.founded: tuple[date, ...] = ()  # when the states were founded that the text names
        first, last = dates.bounds(anchor) if anchor else (None, None)
        self.latest = last or first
        self.year = last.year if first and last and first.year == last.year else None
        self.today = first if first == last else None

    def year_of(self, month: int, day: int | None) -> tuple[int, DateBasis] | None:
        """The year of a month or day told without one, and whether text or anchor gave it."""
        if (shared := self._year_beside()) is not None:
            return shared, "stated"
        told = self._next_row(month, day) or self._told_year(month, day)
        if told is not None:
            return told
        near = self.nearest_year(month, day)
        if near is not None:
            return near, "relative"
        weak = self.mentioned or self.heading
        return (weak, "stated") if weak is not None else None

    def _next_row(self, month: int, day: int | None) -> tuple[int, DateBasis] | None:
        """The year of a line's head that follows others in a list: "3 January: …" after 1971."""
        if self.row is None or not heads_row(self.tokens, self.at):
            return None
        turned = self.row.month - month >= _MONTHS_BACK
        for year in (self.row.year + turned, self.row.year):
            edtf = _month_or_day(year, month, day)
            first = dates.bounds(edtf)[0] if edtf else None
            if first and (self.latest is None or first <= self.latest):
                return year, "stated"
        return None

    def nearest_year(self, month: int, day: int | None) -> int | None:
        """The year of the anchor's nearest such month or day: past unless the verbs look ahead."""
        if self.latest is None or self.today is None:
            return self.year
        past = not self.looks_ahead() or self._is_just_over(month, day)
        years = range(self.latest.year, self.latest.year + (-9 if past else 9), -1 if past else 1)
        just_past = self.latest - (_GRACE if day else timedelta(0))
        for year in years:
            edtf = _month_or_day(year, month, day)
            first, last = dates.bounds(edtf) if edtf else (None, None)
            if first is None or last is None:
                continue
            # a copy may be dated a day early, on the other side of the date line
            if (past and first <= self.latest + timedelta(days=1)) or (
                not past and last >= just_past
            ):
                return year
        return None

    def _is_just_over(self, month: int, day: int | None) -> bool:
        """Whether such a day was some weeks ago, so that the next one is most of a year away."""
        last = self.latest
        if last is None or day is None:
            return False
        year = last.year if (month, day) < (last.month, last.day) else last.year - 1
        edtf = _month_or_day(year, month, day)
        first = dates.bounds(edtf)[0] if edtf else None
        return first is not None and _GRACE < last - first <= _JUST_OVER

    def looks_ahead(self) -> bool:
        """Whether the verbs near the expression speak of what is to come."""
        return looks_ahead(self.tokens, self.at)

    def is_past(self) -> bool:
        """Whether the telling stands in another time than the document's own."""
        told = dates.bounds(self.reference)[1] if self.reference else None
        news = self.sentence in self.news_sentences
        return bool(told and self.today and not news and told.year < self.today.year - 1)

    def tell(self, found: Found) -> None:
        """Takes note of the date at hand, for what is said after it."""
        first, last = dates.bounds(found.edtf)
        self.remembered = found.edtf if found.basis == "anniversary" else None
        turn = last if first is None else first if found.edtf.endswith("/..") else None
        if turn is not None and self._is_over(turn.year):
            self.frame = self.passage = None
        if first is None and last is not None:
            self._refer(dates.year(last.year))  # "until 1948 ...; in July of that year"
            self.mentioned = last.year
        if self.remembered is not None or first is None or in_prelude(self.tokens, self.at):
            return
        self._refer(found.edtf.removesuffix("/.."))
        if heads_row(self.tokens, self.at) and last and first.year == last.year:
            self.row = first
        if is_since_then(self.tokens, self.at):
            self.frame = self.passage = None
            return
        if last is None or first.year != last.year:
            return
        if self._is_of_old(found.edtf):
            return
        self.mentioned = first.year
        tokens, at = self.tokens, self.at
        opening = opens(tokens, at)
        aside = modifies(tokens, at) or in_since_clause(tokens, at)
        if not in_participle(tokens, at) and (opening or not aside):
            fine = dates.precision(found.edtf) != "year"
            self.frame = Frame(first.year, found.basis, self.sentence, opening, fine)
            self.dated += 1

    def _refer(self, edtf: str) -> None:
        """Counts from this date on, unless it but names a thing beside a date: "the 2015 pact"."""
        names = self.referred == self.sentence and self._is_background()
        if dates.precision(edtf) not in {"decade", "century"} and not names:
            self.reference, self.referred = edtf, self.sentence

    def _is_background(self) -> bool:
        """Whether it but names a thing, "the talks of 2004", or tells what came "years before"."""
        tokens, at = self.tokens, self.at
        named = at > 0 and tokens[at - 1].category == CATEGORY["of"]
        return named or modifies(tokens, at) or tokens[at].text.endswith((" before", " earlier"))

    def _is_of_old(self, edtf: str) -> bool:
        """Whether the year is but that of a pact, "renounced the treaty of 1932 on 28 November"."""
        before = [token.text.lower() for token in self.tokens[max(0, self.at - 2) : self.at]]
        if before[-1:] != ["of"] or dates.precision(edtf) != "year":
            return False
        told = self.frame or self.passage
        return before[0] in _PACTS or (told is not None and int(edtf[:4]) < told.year)

    def _is_over(self, until: int) -> bool:
        """Whether "until 1992" or "since 1992" takes the telling past the years told so far."""
        told = self.frame or self.passage
        return told is not None and told.year < until

    def new_line(self) -> None:
        """Forgets the year of the paragraph, unless a history may go on from it in the next."""
        if self.sentence in self.news_sentences:
            self.passage, self.dated = None, 0
        elif self.frame is not None and (self.frame.strong or self.frame.fine):
            self.passage = self.frame
        self.sentence += 1
        self.frame = self.mentioned = None

    def set_heading(self, year: int | None) -> None:
        """Takes the year of a heading; the rows of a list of another year are over."""
        self.heading = year
        if year is not None and self.row is not None and self.row.year != year:
            self.row = None

    def follow(self, before: Scene | None) -> None:
        """Takes over what was told in the section before."""
        if before is None:
            return
        self.heading, self.row = before.heading, before.row
        self.reference, self.remembered = before.reference, before.remembered
        self.passage, self.dated = before.passage, before.dated

    def _told_year(self, month: int, day: int | None) -> tuple[int, DateBasis] | None:
        frame = self.frame or self._carried()
        if frame is not None and frame.sentence == self.sentence and frame.strong:
            return frame.year + self._moves_on(frame.year, month), frame.basis
        if (during := self._year_during()) is not None:
            return during, "stated"
        told = self.frame is not None and self.frame.sentence < self.sentence  # not the news
        if self.heading is None and (self.news or not told) and self._is_fresh(month, day):
            return None
        if frame is not None and self._narrates():
            return frame.year + self._moves_on(frame.year, month), frame.basis
        return (self.heading, "stated") if self.heading is not None else None

    def _narrates(self) -> bool:
        """Whether the sentence tells of the past, and not of these days."""
        now = self.sentence in self.news_sentences or after_recent(self.tokens, self.at)
        return not now and not self.looks_ahead()

    def _carried(self) -> Frame | None:
        """The year of the paragraphs before; among news only that of a history well under way."""
        goes_on = self.dated > 1 and heads(self.tokens, self.at) if self.news else True
        return self.passage._replace(sentence=-1) if self.passage and goes_on else None

    def _moves_on(self, year: int, month: int) -> bool:
        """Whether a sentence goes on to the next year: "In January, ..." told after November."""
        told = dates.bounds(self.reference)[0] if self.reference else None
        if told is None or told.year != year or dates.precision(self.reference or "") == "year":
            return False
        clause = takewhile(
            lambda t: t.category not in EDGES, self.tokens[self.at : self.at + _CLAUSE]
        )
        back = any(t.text.lower() == "had" for t in clause)
        past = self.latest is None or (year + 1, month) <= (self.latest.year, self.latest.month)
        last = self.nearest_year(month, None) == year + 1  # what a month alone means in the news
        far = told.month - month >= (_MONTHS_BACK if last else _SEASONS_BACK)
        frame = self.frame if self.frame and self.frame.sentence == self.sentence else None
        near = frame is not None and frame.basis == "relative"  # it was reckoned from the anchor
        begins = last or near or opens(self.tokens, self.at) or joins(self.tokens, self.at)
        return far and past and not back and self.heading is None and begins

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


def _month_or_day(year: int, month: int, day: int | None) -> str | None:
    try:
        return dates.day(year, month, day) if day else dates.month(year, month)
    except DateError:
        return None


def as_date(edtf: str) -> date | None:
    """The day of an EDTF of day precision; None for anything else."""
    first, last = dates.bounds(edtf)
    return first if first is not None and first == last else None
