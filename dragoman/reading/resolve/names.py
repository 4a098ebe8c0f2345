"""Which of its senses a name has here, or that it names no actor at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

from msgspec.structs import replace

from dragoman.reading.resolve.agents import seen_as
from dragoman.reading.resolve.asof import LAST, Days
from dragoman.reading.resolve.catalogue import Catalogue, Sense
from dragoman.reading.resolve.fold import fold
from dragoman.reading.resolve.lexicon import (
    BEFORE_STATES,
    LOCATIVE,
    MOTION,
    SIGNED_THERE,
    TITLES,
)
from dragoman.reading.resolve.match import Match
from dragoman.reading.resolve.sites import is_namesake, is_of_private, is_site
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
# The states to which officials belonged before their own was founded or renewed.
_BEFORE = {
    "RUS": ("SUN", date(1991, 12, 25).toordinal()),
    "CZE": ("CSK", date(1992, 12, 31).toordinal()),
    "SRB": ("YUG", date(2003, 2, 3).toordinal()),
}
_NEAR = 200  # characters within which Belgium is named along with its capital
_UNSURE = frozenset({"official", "guarded"})
_AMERICAN_STATES = re.compile(
    r"\b(?:Atlanta|Savannah|Augusta|Alabama|Florida|Tennessee|Carolinas?|Mississippi|Kemp|Abrams"
    r"|Warnock|Ossoff|Raffensperger|Arizona|Michigan|Pennsylvania|Nevada|Wisconsin|Ga\.)"
)
_CAUCASUS = re.compile(
    r"\b(?:Tbilisi|Georgians|Saakashvili|Shevardnadze|Abkhazia|South Ossetia|Ivanishvili|Caucasus"
    r"|Zourabichvili|Batumi|Russian?|Armenian?|Azerbaijani?|Moscow|Kremlin|NATO|EU|Turkey"
    r"|Ukraine)\b"
)
_KINSHASA = re.compile(
    r"\b(?:Kinshasa|Goma|Kivu|Katanga|Lubumbashi|Ituri|M23|Kabila|Tshisekedi|Mobutu|Lumumba|Zaire"
    r"|Rwandan?|Uganda|DRC|DR Congo|Kisangani|MONUSCO|Kasavubu|Tshombe|Leopoldville|FDLR)\b"
)
_BRAZZAVILLE = re.compile(r"\b(?:Brazzaville|Sassou|Pointe-Noire|Lissouba|Ngouabi)\b")
_ROSEAU = re.compile(r"\b(?:Roseau|Skerrit|Commonwealth of Dominica)\b")
_STATE_OF_US = re.compile(r"\b(?:Seattle|Olympia|Inslee|Spokane|Tacoma)\b")


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
            elif all(sense.said_by is None for sense in match.senses):
                taken.append(place)
        return spans, taken

    def _span(
        self, words: Words, match: Match, first: int, last: int, when: Days | None
    ) -> Span | None:
        senses = self._holding(match, when)
        if not senses:
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
            or (senses[0].use == "seat" and is_of_private(words, first, last))
            or self._is_namesake(match, senses[0])
        ):
            return None
        chosen, reason = self._choose(surface, senses)
        if surface == "brussels":
            chosen, reason = self._brussels(words, first, senses)
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
        is_lone = senses[0].use == "guarded" and not self._weight(senses[0].actor)
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
        if sense.use == "surname" and not words.is_headline:
            other = words.is_name_word(first - 1) and before not in TITLES
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
            reason="surname" if sense.use == "surname" else "name",
        )

    def _town(
        self, words: Words, match: Match, senses: tuple[Sense, ...], first: int, last: int
    ) -> Span | None:
        """A town, if it is no one's name and its country is clear: `Hyderabad` may be two.

        Between namesakes that are as likely the spelling decides: `Saint-Louis` is in Senegal.
        """
        written = self.text[match.start : match.end]
        chosen, reason = self._choose(fold(written), senses)
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
        if not first or words.tokens[first - 1].end + 1 < words.tokens[first].start:
            return False
        if before in _FOR_PERSONS:
            return True
        known = before in BEFORE_STATES or before in TITLES or before in self.catalogue.senses
        compound = words.tokens[first - 1].dep in ("compound", "nmod", "amod")
        return words.is_name_word(first - 1) and compound and not known

    def _has_family_name(self, words: Words, last: int) -> bool:
        after = words.at(last + 1)
        known = after in self.catalogue.agents or after in self.catalogue.senses
        return words.is_name_word(last + 1) and words.tokens[last].dep == "compound" and not known

    def _choose(self, surface: str, senses: tuple[Sense, ...]) -> tuple[Sense | None, str]:
        """The sense meant, with why; no reason where the words name no actor at all."""
        if surface.startswith("georgia"):
            return self._georgia(surface, senses)
        if surface == "washington" and _STATE_OF_US.search(self.text):
            return None, ""
        if len({sense.actor for sense in senses}) == 1:
            return senses[0], "name"
        return self._among(surface, senses)

    def _among(self, surface: str, senses: tuple[Sense, ...]) -> tuple[Sense | None, str]:
        if surface.startswith("korea"):
            return self._korea(senses)
        if surface.startswith("congo"):
            return self._congo(senses)
        if surface.startswith("dominican"):
            wanted = "DMA" if _ROSEAU.search(self.text) else "DOM"
            return _of(senses, wanted), "the Dominican Republic unless Roseau is named"
        first, second = sorted({s.actor for s in senses}, key=lambda a: (-self._weight(a), a))[:2]
        if self._weight(first) > self._weight(second):
            return _of(senses, first), "the one whose country the text names"
        return None, "ambiguous name"

    def _weight(self, actor_id: str) -> int:
        country = self.catalogue.actors[actor_id].country
        return self.countries[country] if country else 0

    def _georgia(self, surface: str, senses: tuple[Sense, ...]) -> tuple[Sense | None, str]:
        american = len(_AMERICAN_STATES.findall(self.text))
        caucasian = len(_CAUCASUS.findall(self.text))
        if american > caucasian:
            return None, ""
        if caucasian > american or surface != "georgia":
            return senses[0], "its neighbours are named"
        return None, "Georgia, the country or the American state"

    def _korea(self, senses: tuple[Sense, ...]) -> tuple[Sense | None, str]:
        if self.home in ("PRK", "KOR"):
            return _of(senses, self.home), "the source's own country"
        north, south = self.countries["PRK"], self.countries["KOR"]
        if bool(north) != bool(south):
            return _of(senses, "PRK" if north else "KOR"), "the only Korea named"
        return None, "Korea, north or south"

    def _brussels(
        self, words: Words, first: int, senses: tuple[Sense, ...]
    ) -> tuple[Sense | None, str]:
        """The Union, unless it is only a place or the text is about Belgium."""
        start = words.tokens[first].start
        near = "Belg" in self.text[max(0, start - _NEAR) : start + _NEAR]
        belgian = self.countries["BEL"] > self.countries["EUR"] or _is_place(words, first) or near
        return _of(senses, "BEL" if belgian else "eu"), "the Union unless Belgium is named more"

    def _congo(self, senses: tuple[Sense, ...]) -> tuple[Sense | None, str]:
        east, west = _KINSHASA.search(self.text), _BRAZZAVILLE.search(self.text)
        if bool(east or self.countries["COD"]) != bool(west):
            return _of(senses, "COG" if west else "COD"), "its capital or people are named"
        return None, "Congo, of Kinshasa or of Brazzaville"

    def _state_or_body(self, words: Words, sense: Sense, span: Span, when: Days | None) -> Span:
        referent = self.catalogue.referent(sense.actor, when)
        if referent.kind not in ("state", "place"):
            referent = replace(referent, country=_then(referent.country, when))
        kind: MentionKind = "adjective" if sense.use == "adjective" else "name"
        if sense.use == "people":
            referent = seen_as(referent, "people")
        elif sense.use == "seat" and _is_place(words, span.first):
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


def _of(senses: tuple[Sense, ...], actor: str) -> Sense | None:
    return next((sense for sense in senses if sense.actor == actor), None)


def _is_place(words: Words, first: int) -> bool:
    before = words.preposition_of(first)
    if before in LOCATIVE or not before:
        return before in LOCATIVE
    verb = words.tokens[words.verb_of(first)]
    return before in ("to", "from", verb.text.lower()) and verb.lemma in MOTION
