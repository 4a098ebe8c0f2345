"""Confidence: how probable it is that a coding has the right type and sides.

Of the lexicon alone it is an estimate by hand; with the encoder it is a logistic regression, whose
weights `training/confidence.py` fits on sentences that the encoder has not seen.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from dragoman.coding.judge import Judge
from dragoman.coding.sides.side import Side, Sides
from dragoman.coding.telling.modality import Telling

_CLOSE: Final = 0.005  # probabilities count as no nearer to 0 or 1 than this
# Names of the features, as they stand among the reasons of a coding.
FEATURES: Final = tuple(
    f"confidence: {name}" for name in ("always", "type", "sides", "unnamed", "trusted", "demands")
)


def by_hand(telling: Telling, sides: Sides) -> float:
    """Between 0 and 1: how much the frame demands, its weight, and how sure the sides are."""
    frame = telling.match.frame
    specific = 0.55 + 0.1 * min(frame.specificity, 3)
    both = 1.0 if sides.recipients or len(sides.actors) > 1 else 0.75
    return round(specific * frame.weight * both * sides.sureness, 2)


def by_regression(found: Sequence[float], weights: Sequence[float]) -> float:
    """Between 0 and 1, from the features of a coding."""
    total = sum(w * x for w, x in zip(weights, found, strict=True))
    return round(1 / (1 + math.exp(-total)), 2)


def features(telling: Telling, sides: Sides, judge: Judge) -> tuple[float, ...]:
    """What the regression rests on, in the order of FEATURES."""
    match = telling.match
    demands = 0.0 if match.proposed else float(min(match.frame.specificity, 3))
    if judge.trusts(match):
        guessed = float(sides.sureness < 1)
        return 1.0, 0.0, 0.0, guessed, 1.0, demands
    others = sides.recipients or sides.actors[1:]
    shares = [*_shares(telling, sides.actors[:1], judge, 0), *_shares(telling, others, judge, 1)]
    named = [share for share in shares if share is not None]
    return (
        1.0,
        _logit(judge.scores(match).types[telling.event_type]),
        _logit(min(named)) if named else 0.0,
        float(len(shares) - len(named)),
        0.0,
        demands,
    )


def _shares(telling: Telling, side: Side, judge: Judge, part: int) -> list[float | None]:
    """How probably each takes this part, or in an event of equals any."""
    mutual = telling.match.frame.reciprocal
    found = [judge.part(telling.match, p) for p in side]
    return [None if f is None else max(f) if mutual else f[part] for f in found]


def _logit(share: float) -> float:
    share = min(max(share, _CLOSE), 1 - _CLOSE)
    return math.log(share / (1 - share))
