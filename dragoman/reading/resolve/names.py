"""Which of its senses a name has here, or that it names no actor at all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from dragoman.reading.resolve.agents import seen_as
from dragoman.reading.resolve.asof import LAST, Days
from dragoman.reading.resolve.catalogue import Catalogue, Sense
from dragoman.reading.resolve.fold import fold
from dragoman.reading.resolve.homonyms import Homonyms, is_place
from dragoman.reading.resolve.lexicon import (
    BEFORE_STATES,
    SIGNED_THERE,
    TIMES,
    TITLES,
)
from dragoman.reading.resolve.match import Match
from dragoman.reading.resolve.sites import is_namesake, is_of_private, is_site
from dragoman.reading.resolve.sport import is_team
from dragoman.reading.resolve.words import Span, Words
from dragoman.records.readings import MentionKind

# States and seats that people also bear as names, with whether as a first name.
_NAMELIKE = {
    "jordan": True, "chad": True, "georgia": True, "israel": True, "kenya": True, "india": True,
    "paris": True, "london": True, "sofia": True, "cuba": True, "malta": True, "ireland": True,
    "brazil": True, "china": True, "victoria": True, "holland": True, "washington": True,
    "berlin": False, "lima": False, "france": False, "english": False, "america": True,
    "guinea": False, "moscow": False, "rome": False, "florence": True, "trinidad": True,
    "britain": False, "wales": False, "england": False, "santiago": True, "vienna": True,
}  # fmt: skip
_FOR_PERSONS = frozenset({"mr", "mrs", "ms", "dr", "sir", "coach", "st"})
_PARTICLES = frozenset({"de", "del", "du", "da", "di", "van", "von"})  # `Colonel de Castries`
# The states to which officials belonged before their own was founded or renewed.
_BEFORE = {
    "RUS": ("SUN", date(1991, 12, 25).toordinal()),
    "CZE": ("CSK", date(1992, 12, 31).toordinal()),
    "SRB": ("YUG", date(2003, 2, 3).toordinal()),
}
_UNSURE = frozenset({"official", "guarded"})


class Names:
    """Turns the matches of one document into spans, by what the document is about."""

    def __init__(
        self, catalogue: Catalogue, text: str, matches: Iterable[Match], home: str | None
    ) -> None:
        self.catalogue = catalogue
        self.text = text
        self.home = home
        self.countries: Counter[str] = Counter()
        for match in matches:
            countries = {catalogue.actors[s.actor].country for s in match.senses if s.actor}
            if len(countries) == 1 and not any(s.use in _UNSURE for s in match.senses):
                self.countries.update(country for country in countries if country)
        self._homonyms = Homonyms(catalogue, text, self.countries, home)

    def spans(
        self, words: Words, matches: Iterable[Match], when: Days | None
    ) -> tuple[list[Span], list[tuple[int, int]]]:
        """The named spans of a sentence, and the words that are parts of other names."""
        spans: list[Span] = []
        taken: list[tuple[int, int]] = []
        for match in matches:
            place = words.place(match.start, match.end)
            if place is None:
                continue
            span = self._span(words, match, *place, when)
            if span is not None:
                spans.append(replace(span, start=match.start, end=match.end))
            elif not self._may_be_anyones(words, match, place[1]):
                taken.append(place)
        return spans, taken

    def _may_be_anyones(self, words: Words, match: Match, last: int) -> bool:
        """Whether what names nobody alone may go on to: `Ministry of Trade`, then `of Mali`."""
        said = any(sense.said_by is not None for sense in match.senses)
        return said or match.senses[0].use == "guarded" or self._is_of_another(words, match, last)

    def _is_of_another(self, words: Words, match: Match, last: int) -> bool:
        """Whether a state follows of which the ministry is: `Ministry of Trade of Mali`."""
        actor = self.catalogue.actors.get(match.senses[0].actor)
        return actor is not None and actor.kind == "ministry" and words.at(last + 1) == "of"

    def _span(
        self, words: Words, match: Match, first: int, last: int, when: Days | None
    ) -> Span | None:
        senses = self._holding(match, when)
        if not senses or self._is_of_another(words, match, last):
            return None
        if self.catalogue.actors[senses[0].actor].kind == "person":
            return self._person(words, senses, first, last, when)
        surface = fold(self.text[match.start : match.end])
        if senses[0].actor in self.catalogue.towns and not is_site(words, last):
            return self._town(words, match, senses, first, last)
        if (
            self._is_someones_name(words, surface, first, last)
            or self._is_within_name(words, senses[0], first, last)
            or is_site(words, last)
            or is_team(words, first, last)
            or (senses[0].use == "seat" and is_of_private(words, first, last))
            or (surface == "the hague" and self._homonyms.is_seat_of_courts(words, first))
            or self._is_namesake(match, senses[0])
        ):
            return None
        chosen, reason = self._homonyms.choose(surface, senses)
        if surface == "brussels":
            chosen, reason = self._homonyms.brussels(words, first, senses)
        span = Span(first=first, last=last, kind="name", reason=reason)
        if chosen:
            return self._state_or_body(words, chosen, span, when)
        return span if reason else None

    def _holding(self, match: Match, when: Days | None) -> tuple[Sense, ...]:
        """The senses that hold in this document, then; none if no actor is named."""
        said = tuple(sense for sense in match.senses if sense.said_by in (None, self.home))
        senses = _valid(said, when)
        if not senses or senses[0].use == "blocked":
            return ()
        is_lone = senses[0].use == "guarded" and not self._homonyms.weight(senses[0].actor)
        return () if is_lone else senses

    def _person(
        self, words: Words, senses: tuple[Sense, ...], first: int, last: int, when: Days | None
    ) -> Span | None:
        sense = senses[0]
        actor = self.catalogue.actors[sense.actor]
        if sense.use == "official" and not (actor.country and self.countries[actor.country]):
            return None
        goes_on = words.is_name_word(last + 1) and not words.is_headline
        if goes_on and words.tokens[last].end + 1 == words.tokens[last + 1].start:
            return None  # `Kim Song Chol` is not Kim Song, nor is `Kim Il Sung Square` a person
        before = words.at(first - 1).rstrip(".")
        is_short = sense.use == "surname" or " " not in sense.alias
        if is_short and not words.is_headline:
            other = words.is_name_word(first - 1) and before not in TITLES | TIMES
            if other and words.tokens[first - 1].end + 1 == words.tokens[first].start:
                return None
        referent = self.catalogue.referent(sense.actor, when)
        if sense.use == "official":
            referent = replace(referent, country=_then(referent.country, when))
        return Span(
            first=first,
            last=last,
            kind="name",
            referents=(referent,),
            title=words.at(first) if last > first and words.at(first) in TITLES else None,
            reason="surname" if is_short else "name",
        )

    def _town(
        self, words: Words, match: Match, senses: tuple[Sense, ...], first: int, last: int
    ) -> Span | None:
        """A town, if it is no one's name and its country is clear: `Hyderabad` may be two.

        Between namesakes that are as likely the spelling decides: `Saint-Louis` is in Senegal.
        """
        written = self.text[match.start : match.end]
        chosen, reason = self._homonyms.choose(fold(written), senses)
        spelled = [sense for sense in senses if sense.alias == written]
        if chosen is None and len(spelled) == 1:
            chosen, reason = spelled[0], "spelling"
        if chosen is None or self._has_given_name(words, first):
            return None
        if self._is_namesake(match, chosen):
            return None
        referents = (self.catalogue.referent(chosen.actor),)
        return Span(first=first, last=last, kind="name", referents=referents, reason=reason)

    def _is_within_name(self, words: Words, sense: Sense, first: int, last: int) -> bool:
        """Whether the name goes on: `Minsk Group`, `Supreme National Security Council`."""
        if sense.use == "seat":
            if words.at(first - 1) in _PARTICLES:
                return True
            after = words.tokens[last + 1].text if last + 1 < len(words) else ""
            return after.istitle() and after.lower() in SIGNED_THERE
        organised = self.catalogue.actors[sense.actor].kind == "organisation"
        return organised and last > first and self._has_given_name(words, first)

    def _is_namesake(self, match: Match, sense: Sense) -> bool:
        return is_namesake(self.text, match.end, self.catalogue.actors[sense.actor].country)

    def _is_someones_name(self, words: Words, surface: str, first: int, last: int) -> bool:
        """Whether `Jordan` or `Paris` is part of a person's name here."""
        if surface not in _NAMELIKE or words.is_headline:
            return False
        return self._has_given_name(words, first) or (
            _NAMELIKE[surface] and self._has_family_name(words, last)
        )

    def _has_given_name(self, words: Words, first: int) -> bool:
        before = words.at(first - 1).rstrip(".")
        if before in _PARTICLES:
            return True
        if not first or words.tokens[first - 1].end + 1 < words.tokens[first].start:
            return False
        if before in _FOR_PERSONS:
            return True
        known = before in BEFORE_STATES or before in TITLES or before in self.catalogue.senses
        compound = words.tokens[first - 1].dep in ("compound", "nmod", "amod")
        return words.is_name_word(first - 1) and compound and not known

    def _has_family_name(self, words: Words, last: int) -> bool:
        rest = words.folded[last + 1 : last + 4]
        bodies = (" ".join(rest[:length]) for length in range(1, len(rest) + 1))
        known = any(body in self.catalogue.agents for body in bodies)
        known = known or words.at(last + 1) in self.catalogue.senses
        return words.is_name_word(last + 1) and words.tokens[last].dep == "compound" and not known

    def _state_or_body(self, words: Words, sense: Sense, span: Span, when: Days | None) -> Span:
        referent = self.catalogue.referent(sense.actor, when)
        if referent.kind not in ("state", "place"):
            referent = replace(referent, country=_then(referent.country, when))
        kind: MentionKind = "adjective" if sense.use == "adjective" else "name"
        if sense.use == "people":
            referent = seen_as(referent, "people")
        elif sense.use == "seat" and is_place(words, span.first):
            referent = seen_as(referent, "place")
        return replace(span, kind=kind, referents=(referent,), many=sense.use == "people")


def _then(country: str | None, when: Days | None) -> str | None:
    """The code of the state that stood then where this one stands."""
    before, last = _BEFORE.get(country or "", ("", None))
    return before if when and last and when.last <= last else country


def _valid(senses: tuple[Sense, ...], when: Days | None) -> tuple[Sense, ...]:
    if when is None or not senses:
        return tuple(sense for sense in senses if sense.valid.last == LAST) or senses
    best = max(sense.valid.shared(when) for sense in senses)
    return tuple(sense for sense in senses if best and sense.valid.shared(when) == best)
