"""Those who fill a side and of whom no state is known, or none but that of the scene."""

from __future__ import annotations

from msgspec.structs import replace

from dragoman.coding.lexicon import Lexicon
from dragoman.coding.sides.cast import Cast
from dragoman.coding.sides.side import Side
from dragoman.coding.sides.slots import Slots
from dragoman.coding.sides.strangers import Strangers
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.modality import Telling
from dragoman.coding.triggers import Match

SENDING = frozenset({"send", "dispatch", "despatch", "deploy", "fly", "rush"})
_AMONG_KNOWN = frozenset({"CONSULT", "AGREE", "COOPERATE"})  # not with somebody or other
_NOT_TO_STRANGERS = frozenset({"CONSULT", "COOPERATE", "REJECT"})
_FOUNDED = frozenset({"republic", "federation", "state", "regime", "junta", "emirate"})
_DONE_TO_THINGS = frozenset({"ASSAULT", "COERCE"})
_DONE_TO_NAMED = _DONE_TO_THINGS | {"CONCEDE"}


class Nameless:
    """Fills the sides of the events of one sentence with those of no known state."""

    def __init__(self, tree: Tree, cast: Cast, slots: Slots, lexicon: Lexicon) -> None:
        self.tree, self.cast, self.slots = tree, cast, slots
        self.strangers = Strangers(tree, cast, lexicon)
        self._troops = lexicon.list("troops")
        self._gunmen = lexicon.list("gunmen")
        self._arms = lexicon.list("arms") | lexicon.list("crafts")
        self._fighters = lexicon.list("fighters")
        self._crowd = lexicon.list("crowd") | self._fighters

    def crowd(self, telling: Telling) -> Side:
        """A crowd or gunmen without a name, of the country where they are said to be."""
        for noun in self.tree.arguments(telling.match.anchor).subjects:
            if self._is_of_crowd(noun) and self.cast.at(noun) is None:
                country = self._country_of_crowd(telling.match, noun)
                found = self.strangers.nameless(noun, country)
                return (replace(found, sector=found.sector or "UAF"),)  # "a rebel column"
        return ()

    def _is_of_crowd(self, noun: int) -> bool:
        """Whether it is a crowd, or a band of what one names before it: "a rebel column"."""
        bands = (self.tree.keys[c] for c in self.tree.kids(noun, "compound", "amod"))
        alone = {self.tree.keys[noun], self.tree.words[noun].removesuffix("s")} & self._crowd
        return bool(alone) or any(band in self._fighters for band in bands)

    def officials(self, telling: Telling) -> Side:
        """Officials whose names stand in a slot, and of whom no state is known."""
        match = telling.match
        slots = dict.fromkeys((*match.frame.actor, *match.frame.recipient))
        nouns = dict.fromkeys(n for slot in slots for n in self.slots.nouns(match, slot))
        return self.strangers.officials(nouns)

    def actors(self, telling: Telling) -> Side:
        """Those who act, where nobody says more of them than what they are."""
        if telling.event_type in _AMONG_KNOWN or "recognize" in telling.modes:
            return ()
        return self._strange(telling.match, telling.match.frame.actor, "strangers")

    def any_state(self, telling: Telling) -> Side:
        """States of which nobody says more, to whom it is done: "broke with any state that"."""
        matches = (telling.match, telling.inner) if telling.inner else (telling.match,)
        slots = ((match, slot) for match in matches for slot in match.frame.recipient)
        nouns = dict.fromkeys(n for match, slot in slots for n in self.slots.nouns(match, slot))
        states = (n for n in nouns if self.strangers.are_states(n))
        return tuple(self.strangers.nameless(noun) for noun in states)

    def recipients(self, telling: Telling) -> Side:
        """Those to whom it is done, where nobody says more of them than what they are."""
        if states := self.any_state(telling):
            return states
        if telling.event_type in _NOT_TO_STRANGERS:
            return ()
        if "recognize" in telling.modes:
            objects = self.tree.arguments(telling.match.anchor).objects
            return tuple(self.strangers.nameless(n) for n in objects if self._is_founded(n))
        kind = "victims" if telling.event_type in _DONE_TO_THINGS else "people"
        match = telling.match
        found = self._strange(match, match.frame.recipient, kind)
        if found or telling.event_type not in _DONE_TO_NAMED:
            return found
        objects = self.tree.arguments(match.anchor).objects
        return self.strangers.names((*objects, *self.slots.nouns(match, "on")))

    def _is_founded(self, noun: int) -> bool:
        """Whether it is a state that its founders alone call so: "the two republics"."""
        return self.tree.keys[noun] in _FOUNDED and self.cast.at(noun) is None

    def partners(self, telling: Telling) -> Side:
        """Those named with whom it is done, of whom no state is known: "telephoned Olsen"."""
        arguments, modes = self.tree.arguments(telling.match.anchor), telling.modes
        partners = arguments.obliques.get("with", ()) if "sign" in modes else ()
        if telling.event_type == "CONSULT" and "visit" not in modes:
            partners = arguments.objects
        return self.strangers.names(partners)

    def _strange(self, match: Match, slots: tuple[str, ...], kind: str) -> Side:
        for slot in slots:
            nouns = self.slots.nouns(match, slot)
            armed = slot == "with" and any(self.tree.keys[n] in self._arms for n in nouns)
            if slot == "object" and self._is_given(match, nouns):
                continue
            if not armed and (found := self.strangers.side(nouns, kind)):
                return found
        return ()

    def _is_given(self, match: Match, nouns: list[int]) -> bool:
        """Whether the objects are what somebody gets: "sent paratroopers", "gave it doctors"."""
        sent = match.frame.lemma in SENDING and any(
            self.tree.keys[n] in self._troops for n in nouns
        )
        return sent or bool(self.slots.nouns(match, "dative"))

    def is_of_gunmen(self, noun: int) -> bool:
        """Whether they may be of any country, and bear no name either."""
        names = (*self.tree.kids(noun, "compound"), *self.tree.obliques(noun).get("of", ()))
        bearing = any(self.tree.tokens[name].pos == "PROPN" for name in names)
        return self.tree.keys[noun] in self._gunmen and not bearing

    def _country_of_crowd(self, match: Match, noun: int) -> str | None:
        """Of which country it is by the scene; of gunmen, nobody knows."""
        return None if self.is_of_gunmen(noun) else self.scene(match)

    def scene(self, match: Match) -> str | None:
        """The country of the place where it is said to be done."""
        tree = self.tree
        places = [tree.obliques(index) for index in tree.subtree(match.anchor)]
        nouns = [n for place in places for word in ("in", "at") for n in place.get(word, ())]
        nouns = [n for n in nouns if not self.cast.is_help(n)]  # "marched in support of Chad"
        nouns += [n for place in places for n in place.get("on", ()) if self.cast.is_land(n)]
        return next((p.country for p in self.cast.side(self.slots.mentions(nouns))), None)
