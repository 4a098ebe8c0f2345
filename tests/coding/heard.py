"""A fake encoder: what it is told of triggers, it tells; of any other word it hears nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

from dragoman.coding.encoder import NONE, Part, Scores, Told
from dragoman.ontology import plover
from dragoman.ports import Span

# trigger: (type, its probability, words of the actors, words of the recipients)
Heard = Mapping[str, tuple[str, float, tuple[str, ...], tuple[str, ...]]]


class FakeEncoder:
    """Keeps what `LearnedCoder` asks of an encoder."""

    def __init__(self, heard: Heard, types: dict[str, float] | None = None) -> None:
        self.heard, self.types = heard, types
        self.facts = SimpleNamespace(confidence=(0.0, 1.0, 0.0, 0.0, 0.0, 0.0))

    def tell(self, text: str, trigger: Span) -> Told:
        """What was told of the word that the trigger holds."""
        words = text[slice(*trigger)]
        key = next((k for k in self.heard if k in words), None)
        if key is None:
            return Told(scores=_scores(NONE, 0.98), parts=())
        name, share, actors, recipients = self.heard[key]
        parts = (
            Part(
                start=m.start(),
                end=m.end(),
                acts=0.9 if m[0] in " ".join(actors) else 0.01,
                suffers=0.9 if m[0] in " ".join(recipients) else 0.01,
            )
            for m in re.finditer(r"\w+", text)
        )
        return Told(scores=_scores(name, share), parts=tuple(parts))

    def classify(self, text: str, *_: Any) -> Scores:
        """The same scores for every question."""
        return Scores(types=self.types or {}, modes={}, contexts={})

    def spots(self, text: str) -> tuple[Span, ...]:
        """The triggers of which it was told something, where they stand in the text."""
        found = ((text.find(trigger), trigger) for trigger in self.heard)
        return tuple((at, at + len(trigger)) for at, trigger in sorted(found) if at >= 0)


def _scores(name: str, share: float) -> Scores:
    others = (1 - share) / len(plover().types)
    types = {**dict.fromkeys((*plover().types, NONE), others), name: share}
    return Scores(types=types, modes={"SUPPORT": {"honor": 0.8, "sign": 0.1}}, contexts={})
