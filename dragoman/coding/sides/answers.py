"""Answers: whom one refuses or agrees with who "refused" and says no more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from dragoman.coding.sides.partners import Partners
from dragoman.coding.sides.side import Side, countries_of
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.modality import Telling
from dragoman.records.claims import Coding

_ANSWERING: Final = frozenset({"accept", "agree", "comply", "consent", "decline", "refuse"})
_ASKING: Final = frozenset({"REQUEST", "AGREE"})
_SAID: Final = ("dobj", "xcomp", "ccomp", "prep", "dative", "advcl")


class Answers:
    """Finds to whom the bare answers of one sentence are given."""

    def __init__(self, tree: Tree, partners: Partners) -> None:
        self.tree, self.partners = tree, partners

    def asker(self, telling: Telling, actors: Side, number: int, told: Sequence[Coding]) -> Side:
        """Who asked it of the actors just before, or else the other of the two in the text.

        Empty where the answer says itself to whom it is given.
        """
        verb = telling.match.anchor
        if telling.match.frame.lemma not in _ANSWERING or self.tree.kids(verb, *_SAID):
            return ()
        own = countries_of(actors)
        for coding in reversed(told):
            if number - coding.sentence > 1:
                break
            asked = coding.event_type in _ASKING and own <= countries_of(coding.recipients)
            if asked and not own & countries_of(coding.actors):
                return coding.actors
        return self.partners.facing_topic(actors) if telling.event_type == "REJECT" else ()
