"""Which of its senses a name has here, or that it names no actor at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from dragoman.reading.resolve.asof import LAST, Days
from dragoman.reading.resolve.catalogue import Catalogue, Sense
from dragoman.reading.resolve.fold import fold
from dragoman.reading.resolve.match import Match
from dragoman.reading.resolve.words import Span, Words
from dragoman.records.readings import MentionKind, Referent

TITLES = frozenset(
    "mr mrs ms dr prof sir lord lady dame comrade chairman chairwoman president premier chancellor"
    " minister secretary king queen emperor emir sultan prince princess sheikh sheik imam"
    " ayatollah hojatoleslam general gen colonel col marshal admiral adm captain capt major"
    " lieutenant lt sergeant senator sen congressman representative rep ambassador envoy speaker"
    " governor gov mayor judge justice pope cardinal archbishop bishop patriarch mullah rabbi"
    " excellency h.e highness majesty leader commander spokesman spokeswoman spokesperson"
    " generalissimo vice deputy professor director-general secretary-general".split()
)
# States and seats that people also bear as names, with whether as a first name.
_NAMELIKE = {
    "jordan": True, "chad": True, "georgia": True, "israel": True, "kenya": True, "india": True,
    "paris": True, "london": True, "sofia": True, "cuba": True, "malta": True, "ireland": True,
    "brazil": True, "china": True, "victoria": True, "holland": True, "washington": True,
    "berlin": False, "lima": False, "france": False, "english": False, "america": True,
    "guinea": False, "moscow": False, "rome": False, "florence": True, "trinidad": True,
    "britain": False, "wales": False, "england": False, "santiago": True, "vienna": True,
}  # fmt: skip
_BEFORE_STATES = frozenset(
    "communist nazi imperial soviet vichy islamic revolutionary red greater muslim arab western"
    " eastern northern southern central upper lower modern ancient christian shia sunni catholic"
    " nationalist socialist republican democratic federal royal fascist post pre anti pro non"
    " occupied wartime neighbouring neighboring".split()
)
_LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "around", "throughout", "across"})
_MOTION = frozenset(
    "go travel fly arrive return come visit head leave depart land drive move tour".split()
)
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
            if len(countries) == 1 and not any(s.use == "official" for s in match.senses):
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
            if span is None:
                taken.append(place)
            else:
                spans.append(span)
        return spans, taken

    def _span(
        self, words: Words, match: Match, first: int, last: int, when: Days | None
    ) -> Span | None:
        senses = _valid(match.senses, when)
        if not senses or senses[0].use == "blocked":
            return None
        surface = fold(self.text[match.start : match.end])
        is_person = self.catalogue.actors[senses[0].actor].kind == "person"
        if is_person:
            return self._person(words, senses, first, last, when)
        if self._is_someones_name(words, surface, first, last):
            return None
        chosen, reason = self._choose(surface, senses)
        if chosen is None:
            return Span(first=first, last=last, kind="name", reason=reason) if reason else None
        return self._state_or_body(words, chosen, first, last, when, reason)

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
        return Span(
            first=first,
            last=last,
            kind="name",
            referents=(self.catalogue.referent(sense.actor, when),),
            reason="surname" if sense.use == "surname" else "name",
        )

    def _is_someones_name(self, words: Words, surface: str, first: int, last: int) -> bool:
        if surface not in _NAMELIKE or words.is_headline:
            return False
        before = words.at(first - 1).rstrip(".")
        touching = first > 0 and words.tokens[first - 1].end + 1 >= words.tokens[first].start
        if touching and before in ("mr", "mrs", "ms", "dr", "sir", "coach", "st"):
            return True
        if touching and words.is_name_word(first - 1) and first > 0:
            known = before in _BEFORE_STATES or before in TITLES or before in self.catalogue.senses
            if not known and words.tokens[first - 1].dep in ("compound", "nmod", "amod"):
                return True
        after = words.at(last + 1)
        return (
            _NAMELIKE[surface]
            and words.is_name_word(last + 1)
            and after not in self.catalogue.agents
            and after not in self.catalogue.senses
            and words.tokens[last].dep == "compound"
        )

    def _choose(self, surface: str, senses: tuple[Sense, ...]) -> tuple[Sense | None, str]:
        if surface.startswith("georgia"):
            return self._georgia(surface, senses)
        if surface == "washington" and _STATE_OF_US.search(self.text):
            return None, ""
        if len({sense.actor for sense in senses}) == 1:
            return senses[0], "name"
        if surface.startswith("korea"):
            return self._korea(senses)
        if surface.startswith("congo"):
            return self._congo(senses)
        if surface.startswith("dominican"):
            wanted = "DMA" if _ROSEAU.search(self.text) else "DOM"
            return _of(senses, wanted), "the Dominican Republic unless Roseau is named"
        ranked = sorted({s.actor for s in senses}, key=lambda a: -self._weight(a))
        if self._weight(ranked[0]) > self._weight(ranked[1]):
            return _of(senses, ranked[0]), "the one whose country the text names"
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

    def _congo(self, senses: tuple[Sense, ...]) -> tuple[Sense | None, str]:
        east, west = _KINSHASA.search(self.text), _BRAZZAVILLE.search(self.text)
        if bool(east or self.countries["COD"]) != bool(west):
            return _of(senses, "COG" if west else "COD"), "its capital or people are named"
        return None, "Congo, of Kinshasa or of Brazzaville"

    def _state_or_body(
        self, words: Words, sense: Sense, first: int, last: int, when: Days | None, reason: str
    ) -> Span:
        referent = self.catalogue.referent(sense.actor, when)
        kind: MentionKind = "adjective" if sense.use == "adjective" else "name"
        if sense.use == "people":
            referent = as_people(referent)
        elif sense.use == "seat" and _is_place(words, first):
            referent = Referent(actor=referent.actor, name=referent.name, kind="place",
                                country=referent.country, wikidata=referent.wikidata)  # fmt: skip
        return Span(first=first, last=last, kind=kind, referents=(referent,),
                    many=sense.use == "people", reason=reason)  # fmt: skip


def as_people(state: Referent) -> Referent:
    """The people of a state: its name and country, no sector."""
    return Referent(actor=state.actor, name=state.name, kind="people", country=state.country,
                    wikidata=state.wikidata)  # fmt: skip


def _valid(senses: tuple[Sense, ...], when: Days | None) -> tuple[Sense, ...]:
    if when is None:
        return tuple(sense for sense in senses if sense.valid.last == LAST) or senses
    best = max(sense.valid.shared(when) for sense in senses)
    return tuple(sense for sense in senses if best and sense.valid.shared(when) == best)


def _of(senses: tuple[Sense, ...], actor: str) -> Sense | None:
    return next((sense for sense in senses if sense.actor == actor), None)


def _is_place(words: Words, first: int) -> bool:
    before = words.at(first - 1) if words.at(first - 1) != "the" else words.at(first - 2)
    if before in _LOCATIVE or not before:
        return before in _LOCATIVE
    verb = words.tokens[words.verb_of(first)]
    return before in ("to", "from", verb.text.lower()) and verb.lemma in _MOTION
