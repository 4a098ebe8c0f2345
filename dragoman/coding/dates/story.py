"""The day's story: the day that a piece of news or a statement tells of, as it goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dragoman.records.codec import Record
from dragoman.records.dates import bounds
from dragoman.records.readings import TimeExpression

_ACTS = frozenset({"ASSAULT", "PROTEST", "COERCE", "MOBILIZE", "SANCTION", ""})
_VIOLENCE = frozenset({"ASSAULT", "PROTEST"})  # one crowd's deed, told under either name

Countries = frozenset[str]


class Deed(Record, frozen=True, kw_only=True):
    """Something that was dated: when, what, by whom and between whom."""

    time: TimeExpression
    event_type: str
    name: str = ""  # the word that told it, as the lexicon spells it
    modes: frozenset[str] = frozenset()
    doers: Countries = frozenset()
    countries: Countries = frozenset()
    aside: bool = False  # told in a relative clause: "Chad, which met Mali on Monday, said"

    def is_older(self, other: Deed) -> bool:
        """Whether it was over before the other began."""
        last, first = bounds(self.time.edtf)[1], bounds(other.time.edtf)[0]
        return last is not None and first is not None and last < first

    def is_like(self, event_type: str, countries: Countries) -> bool:
        """Whether an event of this type between these would be the same kind of thing."""
        kinds = _VIOLENCE if event_type in _VIOLENCE else {event_type}
        return self.event_type in kinds and len(countries) > 1 and self.countries == countries


class Story:
    """What the sentences so far tell of the newest day among the last few."""

    def __init__(self, is_current: Callable[[TimeExpression], bool]) -> None:
        self._is_current = is_current
        self.day: TimeExpression | None = None
        self.deeds: tuple[Deed, ...] = ()  # those of that day
        self.aside = False  # whether the paragraph has left the day for an older one
        self.over = False  # whether the text has left it, for what led up to it
        self.here = False  # whether the paragraph has told of the day

    @property
    def doers(self) -> Countries:
        """The countries that acted that day."""
        return frozenset(country for deed in self.deeds for country in deed.doers)

    @property
    def countries(self) -> Countries:
        """Those between whom it happened."""
        return frozenset(country for deed in self.deeds for country in deed.countries)

    @property
    def goes_on(self) -> bool:
        """Whether what is told next may still belong to the day."""
        return self.day is not None and not self.aside and not self.over

    def begin_paragraph(self) -> None:
        """A new paragraph may come back to the day."""
        self.aside = self.here = False

    def end(self) -> None:
        """The sentence touched on an older time: what is done next may belong there."""
        self.over = True

    def leave(self) -> None:
        """The sentence was set in an older time."""
        self.aside = self.over = True

    def tell(self, deeds: Iterable[Deed]) -> None:
        """Takes note of what one sentence dated."""
        told = [deed for deed in deeds if self._is_current(deed.time) or not deed.aside]
        current = [deed for deed in told if self._is_current(deed.time)]
        if len(current) < len(told):
            self.aside = True
            self.over = not current
        if not current:
            return
        self.over, self.here = False, True
        days = [deed.time for deed in current] + ([self.day] if self.day else [])
        latest = max(days, key=lambda time: time.edtf)
        before = self.deeds if self.day and self.day.edtf == latest.edtf else ()
        self.day = latest
        self.deeds = (*before, *(deed for deed in current if deed.time.edtf == latest.edtf))

    def is_of_words(self) -> bool:
        """Whether people met, spoke or signed that day, so that more was said there."""
        return any(deed.event_type not in _ACTS for deed in self.deeds)

    def same(self, event_type: str, countries: Countries) -> bool:
        """Whether such a thing happened that day between the same."""
        return any(deed.is_like(event_type, countries) for deed in self.deeds)
