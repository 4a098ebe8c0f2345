"""Which of several states or towns a name means: Georgia, Korea, the Congo, Brussels."""

from __future__ import annotations

import re
from collections import Counter

from dragoman.reading.resolve.catalogue import Catalogue, Sense
from dragoman.reading.resolve.lexicon import LOCATIVE, MOTION
from dragoman.reading.resolve.words import Words

_NEAR = 200  # characters within which Belgium is named along with its capital
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


class Homonyms:
    """Chooses for one document, by the countries that its unambiguous names count up to."""

    def __init__(
        self, catalogue: Catalogue, text: str, countries: Counter[str], home: str | None
    ) -> None:
        self.catalogue, self.text, self.countries, self.home = catalogue, text, countries, home

    def weight(self, actor_id: str) -> int:
        """How often the document names the country of an actor."""
        country = self.catalogue.actors[actor_id].country
        return self.countries[country] if country else 0

    def choose(self, surface: str, senses: tuple[Sense, ...]) -> tuple[Sense | None, str]:
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
        first, second = sorted({s.actor for s in senses}, key=lambda a: (-self.weight(a), a))[:2]
        if self.weight(first) > self.weight(second):
            return _of(senses, first), "the one whose country the text names"
        return None, "ambiguous name"

    def _georgia(self, surface: str, senses: tuple[Sense, ...]) -> tuple[Sense | None, str]:
        american = len(_AMERICAN_STATES.findall(self.text))
        caucasian = len(_CAUCASUS.findall(self.text))
        if american > caucasian:
            return None, ""
        abroad = any(country not in ("USA", "GEO") for country in self.countries)
        if caucasian > american or surface != "georgia" or (abroad and not american):
            return senses[0], "its neighbours, or other states, are named"
        return None, "Georgia, the country or the American state"

    def _korea(self, senses: tuple[Sense, ...]) -> tuple[Sense | None, str]:
        if self.home in ("PRK", "KOR"):
            return _of(senses, self.home), "the source's own country"
        north, south = self.countries["PRK"], self.countries["KOR"]
        if bool(north) != bool(south):
            return _of(senses, "PRK" if north else "KOR"), "the only Korea named"
        return None, "Korea, north or south"

    def brussels(
        self, words: Words, first: int, senses: tuple[Sense, ...]
    ) -> tuple[Sense | None, str]:
        """The Union, unless it is only a place or the text is about Belgium."""
        start = words.tokens[first].start
        near = "Belg" in self.text[max(0, start - _NEAR) : start + _NEAR]
        belgian = self.countries["BEL"] > self.countries["EUR"] or is_place(words, first) or near
        return _of(senses, "BEL" if belgian else "eu"), "the Union unless Belgium is named more"

    def is_seat_of_courts(self, words: Words, first: int) -> bool:
        """Whether The Hague is only where states are judged, in a text not about the Dutch."""
        judged = words.preposition_of(first) in LOCATIVE | {"to", "before", "from"}
        return judged and self.countries["NLD"] <= self.text.count("The Hague")

    def _congo(self, senses: tuple[Sense, ...]) -> tuple[Sense | None, str]:
        east, west = _KINSHASA.search(self.text), _BRAZZAVILLE.search(self.text)
        if bool(east or self.countries["COD"]) != bool(west):
            return _of(senses, "COG" if west else "COD"), "its capital or people are named"
        return None, "Congo, of Kinshasa or of Brazzaville"


def _of(senses: tuple[Sense, ...], actor: str) -> Sense | None:
    return next((sense for sense in senses if sense.actor == actor), None)


def is_place(words: Words, first: int) -> bool:
    """Whether a seat is only where something happens: `in Moscow`, `flew to Moscow`."""
    before = words.preposition_of(first)
    if before in LOCATIVE or not before:
        return before in LOCATIVE
    verb = words.tokens[words.verb_of(first)]
    return before in ("to", "from", verb.text.lower()) and verb.lemma in MOTION
