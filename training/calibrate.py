"""Makes probabilities mean what they say: one temperature for types, one for modes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import torch
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits

from training.examples import Annotated, Asker
from training.learn import batch_of, logits_of
from training.measure import events_of
from training.model import Network

_TRIED: Final = [0.5 + 0.05 * i for i in range(61)]  # 0.5 to 3.5
_BINS: Final = 10


def temperatures(network: Network, held: Sequence[Annotated]) -> tuple[float, float]:
    """The temperatures under which held-out answers are least surprising: of types, of modes."""
    questions = Asker(held, seed=3).round(0.5)
    types, _, _ = logits_of(network, questions)
    right = batch_of(questions).types
    events = events_of(held, told=True)
    _, modes, _ = logits_of(network, events)
    asked = batch_of(events)

    def surprise_of_types(heat: float) -> float:
        return float((types / heat).logsumexp(-1).sub(_right(types / heat, right)).mean())

    def surprise_of_modes(heat: float) -> float:
        wrong = binary_cross_entropy_with_logits(modes / heat, asked.modes, reduction="none")
        return float((wrong * asked.modes_known).sum() / asked.modes_known.sum())

    best = (min(_TRIED, key=f) for f in (surprise_of_types, surprise_of_modes))
    return round(next(best), 2), round(next(best), 2)


def _right(logits: Tensor, right: Tensor) -> Tensor:
    return logits.masked_fill(~right, -1e4).logsumexp(-1)


def reliability(types: Tensor, right: Tensor, heat: float) -> list[tuple[float, float, int]]:
    """For each tenth of confidence: its mean, the share that was right, how many there are."""
    shares, answers = (types / heat).softmax(-1).max(-1)
    good = torch.gather(right, 1, answers.unsqueeze(-1)).squeeze(-1).float()
    bins = (shares * _BINS).long().clamp(max=_BINS - 1)
    table = []
    for b in range(_BINS):
        chosen = bins == b
        if chosen.any():
            mean, hits = float(shares[chosen].mean()), float(good[chosen].mean())
            table.append((round(mean, 3), round(hits, 3), int(chosen.sum())))
    return table
