"""Teaches the network: batches, one stage of training, the average of two runs."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from dragoman.coding.encoder import NONE, Marked, mark
from dragoman.ontology import plover
from training.examples import Example, Span
from training.model import BASE, Network, base_network

TYPES: Final = (*plover().types, NONE)
MODES: Final = tuple((t, m) for t, kind in plover().types.items() for m in kind.modes)
CONTEXTS: Final = plover().contexts

_MASK = 103  # the token that hides a word
_KEPT, _SELDOM = 0.97, 5  # of the mean at each update; an update every so many steps
_MODE_WEIGHT, _CONTEXT_WEIGHT, _SIDE_WEIGHT = 2.0, 1.0, 3.0

Round = Callable[[int], list[Example]]  # from the number of an epoch to its examples


@dataclass(frozen=True, kw_only=True)
class Plan:
    """How one stage is run."""

    epochs: int
    rate: float
    batch: int = 32
    warmup: float = 0.08
    hidden: float = 0.0  # the share of words hidden, so that no wording is learned by heart
    settled: float = 0.6  # from this share of the steps on, weights are averaged


@dataclass(frozen=True, kw_only=True)
class Batch:
    """Examples side by side."""

    ids: Tensor
    parts: Tensor
    places: Tensor
    mask: Tensor
    types: Tensor  # which are right
    modes: Tensor
    modes_known: Tensor  # 1 where the mode is asked for
    contexts: Tensor
    contexts_known: Tensor
    sides: Tensor  # of each token, whether an actor has it, whether a recipient has
    sides_known: Tensor  # 1 at the tokens of texts of which that is asked


@cache
def tokenizer() -> Tokenizer:
    """Words to tokens, as the base weights know them."""
    made = Tokenizer.from_file(str(BASE / "tokenizer.json"))
    made.no_truncation()
    made.no_padding()
    return made


@cache
def tokens_of(text: str) -> tuple[list[int], list[tuple[int, int]]]:
    """The numbers of the tokens of a text, and where they stand in it."""
    encoding = tokenizer().encode(text, add_special_tokens=False)
    return encoding.ids, encoding.offsets


def batch_of(examples: Sequence[Example]) -> Batch:
    """The examples as tensors, padded to the longest."""
    marked = [mark(*tokens_of(e.text), e.spans) for e in examples]
    longest = max(len(m.ids) for m in marked)

    def padded(rows: Sequence[Sequence[float]]) -> Tensor:
        return torch.tensor([[*row, *[0] * (longest - len(row))] for row in rows])

    return Batch(
        ids=padded([m.ids for m in marked]),
        parts=padded([m.parts for m in marked]),
        places=torch.tensor([m.places for m in marked]),
        mask=padded([[1] * len(m.ids) for m in marked]).bool(),
        types=_flags(TYPES, [e.types for e in examples]).bool(),
        modes=_flags([m for _, m in MODES], [e.modes or frozenset() for e in examples]),
        modes_known=_flags([t for t, _ in MODES], [_asked(e) for e in examples]),
        contexts=_flags(CONTEXTS, [e.contexts or frozenset() for e in examples]),
        contexts_known=torch.tensor([[float(e.contexts is not None)] for e in examples]),
        sides=torch.stack([_sides(e, m, longest) for e, m in zip(examples, marked, strict=True)]),
        sides_known=padded(
            [
                [float(e.sides is not None and span is not None) for span in m.spans]
                for e, m in zip(examples, marked, strict=True)
            ]
        ),
    )


def _sides(example: Example, marked: Marked, longest: int) -> Tensor:
    """Rows of two: whether an actor, whether a recipient has the token."""
    flags = torch.zeros(longest, 2)
    for column, spans in enumerate(example.sides or ()):
        for row, place in enumerate(marked.spans):
            if place and any(place[0] < end and start < place[1] for start, end in spans):
                flags[row, column] = 1.0
    return flags


def _flags(names: Sequence[str], chosen: Sequence[frozenset[str]]) -> Tensor:
    return torch.tensor([[float(name in some) for name in names] for some in chosen])


def _asked(example: Example) -> frozenset[str]:
    known = example.modes is not None and len(example.types) == 1
    return example.types if known else frozenset()


def loss_of(network: Network, batch: Batch) -> Tensor:
    """How wrong the network is: any of the right types will do; modes only of the right type."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits = network(batch.ids, batch.parts, batch.places, batch.mask)
    types, modes, contexts, sides = (x.float() for x in logits)
    right = types.masked_fill(~batch.types, -1e4).logsumexp(-1)
    loss = (types.logsumexp(-1) - right).mean()
    wrong = binary_cross_entropy_with_logits(modes, batch.modes, reduction="none")
    loss = loss + _MODE_WEIGHT * (wrong * batch.modes_known).sum() / batch.ids.shape[0] / 4
    wrong = binary_cross_entropy_with_logits(contexts, batch.contexts, reduction="none")
    loss = loss + _CONTEXT_WEIGHT * (wrong * batch.contexts_known).mean()
    wrong = binary_cross_entropy_with_logits(sides, batch.sides, reduction="none").sum(-1)
    asked = batch.sides_known
    return loss + _SIDE_WEIGHT * (wrong * asked).sum() / asked.sum().clamp(min=1.0)


def batches(examples: Sequence[Example], plan: Plan, draw: random.Random) -> Iterator[Batch]:
    """All examples once, in batches of like length, in random order, some words hidden."""
    size = plan.batch
    order = sorted(examples, key=lambda e: len(e.text) + draw.random() * 25)
    groups = [order[i : i + size] for i in range(0, len(order), size)]
    draw.shuffle(groups)
    return (_hiding(batch_of(group), plan.hidden) for group in groups)


def _hiding(batch: Batch, share: float) -> Batch:
    hidden = (torch.rand(batch.ids.shape) < share) & (batch.ids > _MASK)
    return replace(batch, ids=batch.ids.masked_fill(hidden, _MASK))


def teach(network: Network, rounds: Round, plan: Plan, seed: int) -> Network:
    """The network after one stage: the mean of its weights over the last of its steps.

    The rate rises, then falls to nothing.
    """
    torch.manual_seed(seed)
    draw = random.Random(seed)  # noqa: S311 - order of batches
    epochs = [rounds(epoch) for epoch in range(plan.epochs)]
    total = sum(-(-len(examples) // plan.batch) for examples in epochs)
    optimiser = _optimiser(network, plan.rate)
    rise = max(1, int(total * plan.warmup))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min((step + 1) / rise, (total - step) / max(1, total - rise))
    )
    mean = AveragedModel(network, multi_avg_fn=get_ema_multi_avg_fn(_KEPT))
    network.train()
    for step, batch in enumerate(b for e in epochs for b in batches(e, plan, draw)):
        loss = loss_of(network, batch)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        if step >= plan.settled * total and step % _SELDOM == 0:
            mean.update_parameters(network)
    return mean.module.eval()


def _optimiser(network: Network, rate: float) -> torch.optim.Optimizer:
    taught = [(n, p) for n, p in network.named_parameters() if p.requires_grad]
    new = ("heads", "joined", "absent", "parts", "markers", "sides")
    return torch.optim.AdamW(
        [
            {"params": [p for n, p in taught if not n.startswith(new)], "lr": rate},
            {"params": [p for n, p in taught if n.startswith(new)], "lr": 5 * rate},
        ],
        weight_decay=0.01,
        fused=True,
    )


def fresh(seed: int = 0) -> Network:
    """The base network; one seed draws its new parts alike, so that runs can be averaged."""
    torch.manual_seed(seed)
    return base_network(len(TYPES), len(MODES), len(CONTEXTS))


def averaged(networks: Sequence[Network]) -> Network:
    """One network whose weights are the mean of theirs."""
    states = [n.state_dict() for n in networks]
    mean = {k: torch.stack([s[k].float() for s in states]).mean(0) for k in states[0]}
    made = fresh()
    made.load_state_dict(mean)
    return made.eval()


@torch.no_grad()
def logits_of(network: Network, examples: Sequence[Example]) -> tuple[Tensor, Tensor, Tensor]:
    """Logits of types, modes and contexts for each example, in order."""
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].text))
    found: list[Any] = [None] * len(examples)
    for at in range(0, len(order), 64):
        some = order[at : at + 64]
        batch = batch_of([examples[i] for i in some])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = network(batch.ids, batch.parts, batch.places, batch.mask)
        for row, i in enumerate(some):
            found[i] = tuple(x[row].float() for x in logits[:3])
    return tuple(torch.stack(part) for part in zip(*found, strict=True))  # type: ignore[return-value]


@torch.no_grad()
def sides_of(network: Network, examples: Sequence[Example]) -> list[tuple[list[Span], list[Span]]]:
    """For each example the tokens, as spans, that the network gives to actors and recipients."""
    found = []
    for example in examples:
        marked = mark(*tokens_of(example.text), example.spans)
        batch = batch_of([example])
        *_, sides = network(batch.ids, batch.parts, batch.places, batch.mask)
        given = (sides[0] > 0).tolist()
        rows = [(span, flags) for span, flags in zip(marked.spans, given, strict=True) if span]
        acts, suffers = ([s for s, flags in rows if flags[i]] for i in (0, 1))
        found.append((acts, suffers))
    return found
