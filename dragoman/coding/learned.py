"""The learned coder: the lexicon's, with the encoder to judge what it finds and to find more."""

from __future__ import annotations

import math
from typing import Final

from dragoman.coding.classify import classify
from dragoman.coding.coder import LexiconCoder
from dragoman.coding.encoder import Encoder
from dragoman.coding.judge import Judge
from dragoman.coding.lexicon import Lexicon
from dragoman.coding.sides.cast import Cast
from dragoman.coding.sides.judged import JudgedRoles
from dragoman.coding.syntax import Tree
from dragoman.ontology import plover
from dragoman.ports import Span, Vector
from dragoman.records.readings import Reading

# How much the lexicon's opinion counts beside the encoder's; 0.1 to 0.4 do equally well on the
# training half of PLV, cross-validated.
_LEXICON: Final = 0.25


class LearnedCoder(LexiconCoder):
    """Keeps the port Understanding, with the lexicon, the syntax and the encoder."""

    def __init__(
        self, *, teasers: bool = False, words: Lexicon | None = None, encoder: Encoder | None = None
    ) -> None:
        super().__init__(teasers=teasers, words=words)
        self.encoder = encoder or Encoder.load()

    def roles(self, text: str, tree: Tree, cast: Cast) -> JudgedRoles:
        """The same, with the encoder to be asked about the sentence."""
        return JudgedRoles(tree, cast, self.lexicon, Judge(self.encoder, text, tree, cast))

    def meaning(self, text: str, trigger: Span) -> Vector:
        """What a text says of the event that hangs on a trigger, as a vector of length 1."""
        return self.encoder.meaning(text, trigger)

    def classify(
        self, text: str, reading: Reading, actor: Span | None, recipient: Span | None
    ) -> dict[str, float]:
        """The encoder's and the lexicon's probabilities, multiplied; sums to 1."""
        learned = self.encoder.classify(text, actor, recipient).types
        told = classify(reading.sentences, actor, recipient)
        weights = {t: learned[t] * math.pow(told[t], _LEXICON) for t in plover().types}
        total = sum(weights.values()) or 1.0
        return {t: weight / total for t, weight in weights.items()}
