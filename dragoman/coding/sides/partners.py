"""The other side of an event where the sentence leaves it unsaid: "it severed relations"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.coding.sides.entries import Entry, entries
from dragoman.coding.sides.side import Side, participant
from dragoman.coding.sides.topic import BODIES, Topic, countries_named
from dragoman.records.actors import Participant
from dragoman.records.claims import Coding
from dragoman.records.documents import Document
from dragoman.records.readings import Mention, Reading, Sentence

__all__ = ["BODIES", "Partners"]

_REACH = 3  # sentences back in which the other side may have been named
_WRONGS = frozenset({"ASSAULT", "PROTEST", "COERCE", "SANCTION"})
_ASKED = frozenset({"ACCUSE", "REQUEST", "THREATEN"})
_CONFLICT = frozenset(
    {
        "ASSAULT",
        "PROTEST",
        "COERCE",
        "MOBILIZE",
        "SANCTION",
        "REJECT",
        "THREATEN",
        "AID",
        "COOPERATE",
    }
)


class Partners:
    """Who stands on the other side, by what was told before and what the document is about."""

    def __init__(self, document: Document, reading: Reading) -> None:
        self.document, self.reading = document, reading
        self.latest: dict[str, Mention] = {}  # by country, by its own name where it has been named
        self._first: dict[str | None, int] = {}
        self._extent: dict[str | None, tuple[int, int]] = {}  # its first and last, in all the text
        for mention in reading.mentions:
            for country in countries_named(mention):
                begin, _ = self._extent.get(country, (mention.start, 0))
                self._extent[country] = (begin, mention.start)
        self._read = 0
        about = Topic(document, reading)
        self.home, self._host = about.home, about.most_named
        self._reach = 1 if self.home else _REACH
        self._plain, self.topic = self._usual = about.plain, about.two
        self._entries = entries(document, reading, self._host)
        self.entry: Entry | None = None  # of a page on one state, the one that is being read

    def advance(self, end: int) -> None:
        """Takes note of whom the text has named up to this offset."""
        mentions = self.reading.mentions
        while self._read < len(mentions) and mentions[self._read].start < end:
            mention = mentions[self._read]
            for country in countries_named(mention):
                known = self.latest.get(country)
                if known is None or _is_name(mention) or not _is_name(known):
                    self.latest[country] = mention
                self._first.setdefault(country, mention.start)
            self._read += 1
        self.entry = next((e for e in self._entries if e.start < end <= e.end), None)
        two = {self.entry.country, str(self._host)} if self.entry else set()
        self._plain, self.topic = (two, two) if two else self._usual

    def taken_up(self) -> Side:
        """The state that the entry at hand is about; empty where there are no entries."""
        return self._side([self.entry.country]) if self.entry else ()

    def is_known(self, country: str | None, offset: int) -> bool:
        """Whether the text has named somebody of the country before this offset."""
        return country is None or self._first.get(country, offset) < offset

    def is_named_outside(self, country: str | None, sentence: Sentence) -> bool:
        """Whether any other sentence names somebody of the country."""
        first, last = self._extent.get(country, (sentence.start, sentence.start))
        return first < sentence.start or last >= sentence.end

    def names_others(self, side: Side, sentence: Sentence) -> bool:
        """Whether other sentences name countries that this side is not of."""
        others = self._extent.keys() - _country_set(side) - BODIES
        return any(self.is_named_outside(country, sentence) for country in others)

    def other(
        self, side: Side, number: int, told: Sequence[Coding], beside: Iterable[frozenset[str]] = ()
    ) -> Side:
        """The one across from this side; empty where it is not clear who that is."""
        own = _country_set(side)
        if len(own) != 1:
            return ()  # two that act alike have nobody across from them
        here = {countries - own - BODIES for countries in beside} - {frozenset()}
        if len(here) == 1:
            return self._side(here.pop())
        return self._side(self._rest_of_topic(own)) or self._across(own, number, told)

    def pair(self, number: int, told: Sequence[Coding]) -> Side:
        """The two sides that the document is plainly about, or those of the event told last.

        But those of whom alone the sentence before tells several things.
        """
        if two := self._dwelt_on(number, told) or self._plain:
            return self._side(two)
        for coding in reversed(told):
            if number - coding.sentence > self._reach:
                break
            sides = _country_set((*coding.actors, *coding.recipients)) - BODIES
            if len(sides) == 2:
                return self._side(sides)
        return self.both()

    @staticmethod
    def _dwelt_on(number: int, told: Sequence[Coding]) -> set[str]:
        """The two of whom alone the sentence before tells, and more than one thing."""
        before = [coding for coding in told if coding.sentence == number - 1]
        named = [_country_set((*coding.actors, *coding.recipients)) for coding in before]
        same = len(before) > 1 and all(two == named[0] for two in named)
        return named[0] if same and len(named[0]) == 2 else set()

    def both(self) -> Side:
        """The two sides that the document is about; empty if it is not about two."""
        return self._side(self.topic)

    def facing_topic(self, side: Side) -> Side:
        """The other of the two that the document is about; empty unless this is one of them."""
        own = _country_set(side)
        return self._side(self._rest_of_topic(own)) if len(own) == 1 else ()

    def doer(self, side: Side, number: int, told: Sequence[Coding]) -> Side:
        """Who did what this side speaks of: the actor of the last deed told."""
        own = _country_set(side)
        for coding in reversed(told):
            if number - coding.sentence > self._reach:
                break
            actors = _country_set(coding.actors)
            if coding.event_type == "ACCUSE" and actors & own and coding.recipients:
                return coding.recipients
            helped = coding.event_type == "AID" and not _country_set(coding.recipients)
            if coding.event_type in _CONFLICT and actors and not actors & own and not helped:
                return coding.actors
            if coding.event_type in _CONFLICT and len(actors - own) == 1 == len(actors & own):
                return self._side(actors - own)  # who broke with whom, nobody says
        return ()

    def attacker(self, side: Side, number: int, told: Sequence[Coding]) -> Side:
        """Whose an attack is of which a third speaks: never that of the state that says `we`."""
        voice = self.reading.voice
        if voice and voice.country in self.topic:
            return self._side(self._rest_of_topic({str(voice.country)}) - _country_set(side))
        return self.doer(side, number, told)

    def asker(
        self, side: Side, number: int, told: Sequence[Coding], *, among: bool = False
    ) -> Side:
        """Who accused this side, or asked something of it, just before.

        Or asked or offered it to several, and it `among` them.
        """
        own, types = _country_set(side), _ASKED | {"AGREE"} if among else _ASKED
        for coding in reversed(told):
            if number - coding.sentence > 1:
                break
            actors, asked = _country_set(coding.actors), _country_set(coding.recipients)
            meant = own <= asked if among else own == asked
            if coding.event_type in types and meant and actors and not actors & own:
                return coding.actors
        return ()

    def said(
        self, types: frozenset[str], number: int, told: Sequence[Coding]
    ) -> tuple[Side, Side] | None:
        """Who said something of these types to whom, where that was told last; or nobody."""
        for coding in reversed(told):
            if number - coding.sentence > self._reach:
                break
            if coding.event_type in types and _one_to_another(coding):
                return coding.actors, coding.recipients
        return None

    def one_way(self, types: frozenset[str], told: Sequence[Coding]) -> tuple[Side, Side] | None:
        """Who did deeds of these types to whom, if it was always the same; else nobody."""
        deeds = [c for c in told if c.event_type in types and _one_to_another(c)]
        ways = {(*_country_set(c.actors), *_country_set(c.recipients)) for c in deeds}
        return (deeds[-1].actors, deeds[-1].recipients) if len(ways) == 1 else None

    def accused(self, side: Side, number: int, told: Sequence[Coding]) -> Side:
        """Whom another accused in this very sentence, of what this side complains of too."""
        for coding in reversed(told):
            blamed = _country_set(coding.recipients) - _country_set(side)
            if coding.sentence == number and coding.event_type == "ACCUSE":
                return coding.recipients if blamed else ()
        return ()

    def wrongdoer(self, side: Side, number: int, told: Sequence[Coding]) -> Side:
        """Who did harm to this side in the sentence at hand or the one before."""
        own = _country_set(side)
        for coding in reversed(told):
            if number - coding.sentence > 1:
                break
            actors, victims = _country_set(coding.actors), _country_set(coding.recipients)
            if coding.event_type in _WRONGS and own == victims and actors and not actors & own:
                return coding.actors
        return ()

    def _across(self, own: set[str], number: int, told: Sequence[Coding]) -> Side:
        for coding in reversed(told):
            if number - coding.sentence > self._reach:
                break
            actors, recipients = _country_set(coding.actors), _country_set(coding.recipients)
            for one, other in ((actors, recipients), (recipients, actors)):
                if own <= one and len(other - own - BODIES) == 1:
                    return self._side(other - own - BODIES)
            if own < actors and len(actors - own) == 1:
                return self._side(actors - own)
        return ()

    def _rest_of_topic(self, own: set[str]) -> set[str]:
        if self.home and not self.topic and not own & BODIES:
            return {self.home} - own
        return self.topic - own if own & self.topic else set()

    def _side(self, countries: Iterable[str]) -> Side:
        """Participants for countries, by the words that named each of them last."""
        found: list[Participant] = []
        for country in sorted(countries):
            mention = self.latest.get(country)
            if mention is not None:
                referent = next(r for r in mention.referents if r.country == country)
                found.append(participant(self.document.text, mention, referent))
        return tuple(found)


def _one_to_another(coding: Coding) -> bool:
    """Whether one state did it to one other."""
    actors, recipients = _country_set(coding.actors), _country_set(coding.recipients)
    return len(actors) == len(recipients) == 1 and actors != recipients


def _is_name(mention: Mention) -> bool:
    """Whether it names a state itself: "Chad", and not "its capital"."""
    return mention.kind == "name" and {r.kind for r in mention.referents} == {"state"}


def _country_set(side: Iterable[Participant]) -> set[str]:
    return {p.country for p in side if p.country}
