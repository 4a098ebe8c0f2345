"""Topic: the two countries that a text is about, or the one, by its title and what it names."""

from __future__ import annotations

from collections import Counter

from dragoman.records.documents import Document, Section
from dragoman.records.readings import Mention, Reading

BODIES = frozenset({"UNO", "IGO", "NGO", "EUR"})  # rarely the ones that are meant unsaid
_ABOVE = frozenset({"title", "teaser"})  # sections that stand above the text
_CLEARLY = 1.5  # a topic's second country is named so many times as often as the third
_ALONE = 3  # a text's only country is named so many times as often as the next


class Topic:
    """What one document is about."""

    def __init__(self, document: Document, reading: Reading) -> None:
        self.document, self.reading = document, reading
        self.counts = self._count()
        self.home = self._entitled() or self._only_one()
        self.plain = self._plainly()
        self.two = self.plain or (set() if self.home else self._opening())

    @property
    def most_named(self) -> str | None:
        """The country that is named most."""
        return next((country for country, _ in self.counts.most_common(1)), None)

    def _titles(self) -> list[Section]:
        """The titles of the whole text."""
        return [s for s in self.document.sections if s.kind == "title" and s.level < 2]

    def _plainly(self) -> set[str]:
        """The two countries that the title names, or that are named most by far."""
        titles = self._titles()
        named = {
            country
            for mention in self.reading.mentions
            if any(title.start <= mention.start < title.end for title in titles)
            for country in countries_named(mention)
        }
        if len(named) == 2:
            return named
        counts = self.counts
        ranked = [*counts.most_common(3), ("", 0), ("", 0), ("", 0)]
        clear = ranked[1][1] >= _CLEARLY * ranked[2][1] and ranked[1][1] > 1
        clear = clear and not self.home
        return {ranked[0][0], ranked[1][0]} if clear else set()

    def _entitled(self) -> str | None:
        """The state that the text describes: its title is nothing but a name, and nobody a `we`."""
        titles = {(s.start, s.end) for s in self._titles()}
        named = (m for m in self.reading.mentions if (m.start, m.end) in titles)
        states = {country for mention in named for country in countries_named(mention)}
        return states.pop() if len(states) == 1 and not self.reading.voice else None

    def _only_one(self) -> str | None:
        """The country that is named so often that the text is about it alone, and not a `we`."""
        ranked = [*self.counts.most_common(3), ("", 0), ("", 0), ("", 0)]
        (country, first), (_, second), (_, third) = ranked[:3]
        apart = second > 2 and second >= 2 * third and first <= 5 * second
        alone = first > 1 and first >= _ALONE * second and not apart
        return country if alone and not self.reading.voice else None

    def _count(self) -> Counter[str]:
        """How often each country is named."""
        return Counter(
            country
            for mention in self.reading.mentions
            if self._kind_at(mention.start) != "teaser"
            for country in countries_named(mention) - BODIES
        )

    def _opening(self) -> set[str]:
        """The two with whom a text begins that goes on about them, and names nobody more often."""
        for sentence in self.reading.sentences:
            if self.document.sections[sentence.section].kind in _ABOVE:
                continue
            named = {
                country
                for mention in self.reading.mentions
                if sentence.start <= mention.start < sentence.end
                for country in countries_named(mention) - BODIES
            }
            if named:
                later = self._named_from(sentence.end)
                return named if named & later and _are_of_note(named, self.counts) else set()
        return set()

    def _named_from(self, offset: int) -> set[str]:
        """The countries that are named from this offset on."""
        found = (countries_named(m) for m in self.reading.mentions if m.start >= offset)
        return set().union(*found)

    def _kind_at(self, offset: int) -> str | None:
        for section in self.document.sections:
            if section.start <= offset < section.end:
                return section.kind
        return None


def _are_of_note(pair: set[str], counts: Counter[str]) -> bool:
    """Whether these are two, and none but they is named more often than either."""
    own = [counts[country] for country in pair]
    others = max((n for country, n in counts.items() if country not in pair), default=0)
    return len(own) == 2 and min(own) >= others


def countries_named(mention: Mention) -> set[str]:
    """The countries of those whom a mention means."""
    return {referent.country for referent in mention.referents if referent.country}
