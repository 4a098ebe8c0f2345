"""Teaches the network to spot the words that tell events in a text where none is marked.

The layers stay as they are: what they make of each token is reckoned once, and only the spotter
learns. One text in every so many of a family is enough, for the rest differ in names alone.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Final

import torch
from torch import Tensor
from torch.nn.functional import cross_entropy

from dragoman.coding.encoder import NONE, TELLS, Marked, joined, mark
from training.examples import Annotated, Span
from training.learn import TYPES, tokens_of
from training.model import SPOTTED, Network

_TEXTS: Final = 3  # of a family
_EPOCHS, _BATCH, _RATE = 6, 512, 1e-3
_SIDE_BY_SIDE: Final = 64


def teach_spotting(network: Network, sentences: Sequence[Annotated], seed: int = 1) -> Network:
    """The same network, its spotter taught."""
    torch.manual_seed(seed)
    states, types = tokens(network, _some(sentences, seed))
    steps = _EPOCHS * (len(states) // _BATCH + 1)
    optimiser = torch.optim.AdamW(network.spotter.parameters(), lr=_RATE, weight_decay=0.1)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, _RATE, total_steps=steps)
    network.spotter.train()
    for _ in range(_EPOCHS):
        order = torch.randperm(len(states))
        for at in range(0, len(order), _BATCH):
            some = order[at : at + _BATCH]
            loss = cross_entropy(network.spotter(states[some].float()), types[some])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
    return network.eval()


def _some(sentences: Sequence[Annotated], seed: int) -> list[Annotated]:
    draw = random.Random(seed)  # noqa: S311 - which texts of a family
    families: dict[str, list[Annotated]] = {}
    for sentence in draw.sample(list(sentences), len(sentences)):
        families.setdefault(sentence.family, []).append(sentence)
    return [sentence for family in families.values() for sentence in family[:_TEXTS]]


@torch.no_grad()
def tokens(network: Network, sentences: Sequence[Annotated]) -> tuple[Tensor, Tensor]:
    """The states of every token of the sentences in a row each, and the number of its type."""
    states, types = [], []
    order = sorted(sentences, key=lambda s: len(s.text))
    for at in range(0, len(order), _SIDE_BY_SIDE):
        some = order[at : at + _SIDE_BY_SIDE]
        marked = [mark(*tokens_of(s.text), (None, None, None)) for s in some]
        for row, sentence, found in zip(spotted_states(network, marked), some, marked, strict=True):
            own = [i for i, span in enumerate(found.spans) if span]
            states.append(row[own].half())
            types.append(torch.tensor([_type(sentence, found, i) for i in own]))
    return torch.cat(states), torch.cat(types)


def spotted_states(network: Network, marked: Sequence[Marked]) -> Tensor:
    """What the last layers make of the tokens of texts, side by side: text, token, feature."""
    longest = max(len(m.ids) for m in marked)
    ids = torch.tensor([m.ids + [0] * (longest - len(m.ids)) for m in marked])
    mask = torch.tensor([[i < len(m.ids) for i in range(longest)] for m in marked])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        layers = network.eval().layered(ids, torch.zeros_like(ids), mask)
    return torch.cat(layers[-SPOTTED:], dim=-1)


def _type(sentence: Annotated, marked: Marked, token: int) -> int:
    start, end = marked.spans[token] or (0, 0)
    for event in sentence.events:
        if event.trigger and _overlap((start, end), event.trigger):
            return TYPES.index(event.type)
    return TYPES.index(NONE)


@torch.no_grad()
def spotted(network: Network, sentences: Sequence[Annotated]) -> dict[str, float]:
    """How well words that tell events are found: of what is spotted, and of what is annotated."""
    network.eval()
    spots = right = typed = 0
    found: set[tuple[str, int]] = set()
    events = [(s, e) for s in sentences for e in s.events if e.trigger]
    for sentence in sentences:
        for start, end, event_type in _spots(network, sentence):
            met = [e for e in sentence.events if e.trigger and _overlap((start, end), e.trigger)]
            spots, right = spots + 1, right + bool(met)
            typed += any(e.type == event_type for e in met)
            found |= {(sentence.id, id(e)) for e in met}
    return {
        "precision": right / max(1, spots),
        "typed right": typed / max(1, spots),
        "recall": sum((s.id, id(e)) in found for s, e in events) / max(1, len(events)),
    }


def _spots(network: Network, sentence: Annotated) -> list[tuple[int, int, str]]:
    """Start, end and type of the words that likelier tell an event than none."""
    marked = mark(*tokens_of(sentence.text), (None, None, None))
    shares = network.spotter(spotted_states(network, [marked])[0].float()).softmax(-1)
    none = TYPES.index(NONE)
    told = {
        span: share
        for span, share in zip(marked.spans, shares, strict=True)
        if span and share[none] <= 1 - TELLS
    }
    return [(*words, TYPES[_likeliest(told, words)]) for words in joined(told)]


def _likeliest(told: dict[Span, Tensor], words: Span) -> int:
    """The number of the type to which the tokens within these words give most."""
    inside = [share for span, share in told.items() if _overlap(span, words)]
    return int(torch.stack(inside).sum(0)[:-1].argmax())


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
