"""How good the network is: figures on held-out sentences and on the benchmark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

import torch
from torch import Tensor

from dragoman.coding.encoder import NONE
from training.examples import Annotated, Asker, Example, Span, who_does_it
from training.learn import MODES, TYPES, logits_of, sides_of
from training.model import Network

YIELD: Final = ("CONCEDE", "RETREAT")
_SUPPORTED: Final = 3  # a mode with fewer held-out events than this has no F1 of its own


def merged(names: Sequence[str]) -> list[str]:
    """The types as the benchmark calls them."""
    return ["YIELD" if name in YIELD else name for name in names]


def f1_by_name(gold: Sequence[str], found: Sequence[str]) -> dict[str, float]:
    """F1 of every name that gold has."""
    right = Counter(g for g, f in zip(gold, found, strict=True) if g == f)
    total, given = Counter(gold), Counter(found)
    return {n: 2 * right[n] / (total[n] + given[n]) for n in sorted(total)}


def macro(scores: dict[str, float]) -> float:
    """The mean of the scores."""
    return sum(scores.values()) / max(1, len(scores))


def benchmark_answers(types: Tensor) -> list[str]:
    """The likeliest of the benchmark's 15 types; that nothing happened is no answer there."""
    names = merged(TYPES[:-1])
    labels = sorted(set(names))
    shares = types[:, :-1].softmax(-1)
    summed = torch.zeros(len(shares), len(labels))
    for column, name in enumerate(names):
        summed[:, labels.index(name)] += shares[:, column]
    return [labels[i] for i in summed.argmax(-1).tolist()]


def benchmark_gold(examples: Sequence[Example]) -> list[str]:
    """The types that the benchmark gives."""
    return [merged(sorted(e.types))[0] for e in examples]


def on_benchmark(gold: Sequence[str], found: Sequence[str]) -> dict[str, float]:
    """Accuracy and macro-F1 over 15 types, then F1 by type."""
    by_type = f1_by_name(gold, found)
    right = sum(g == f for g, f in zip(gold, found, strict=True))
    return {"macro_f1": macro(by_type), "accuracy": right / len(gold), **by_type}


def events_of(sentences: Sequence[Annotated], *, told: bool) -> list[Example]:
    """One question about each event, its first sides marked, and its trigger if told."""
    return [
        Example(
            text=s.text,
            actor=e.pairs()[0][0],
            recipient=e.pairs()[0][1],
            trigger=e.trigger if told else None,
            types=frozenset(
                x.type for x in s.events if x is e or (not told and x.holds(*e.pairs()[0]))
            ),
            modes=e.modes,
            contexts=e.contexts,
        )
        for s in sentences
        for e in s.events
        if e.pairs()
    ]


def nothing_in(sentences: Sequence[Annotated], known: Asker) -> tuple[list[Example], list[Example]]:
    """Questions about sentences without events, and wrong questions about those with events."""
    asked = Asker(sentences, seed=7)
    asked.trigger_words = known.trigger_words
    bare, wrong = [], []
    for sentence in sentences:
        questions = [e for e in asked.about(sentence, false=1.0) if NONE in e.types]
        (wrong if sentence.events else bare).extend(questions)
    return bare, wrong


def on_sentences(network: Network, held: Sequence[Annotated], known: Asker) -> dict[str, float]:
    """Figures on annotated sentences that the network has not seen."""
    figures: dict[str, float] = {}
    for told in (True, False):
        examples = events_of(held, told=told)
        types, modes, _ = logits_of(network, examples)
        figures |= {
            f"{k}{'' if told else ' untold'}": v for k, v in _typed(examples, types).items()
        }
        if told:
            figures |= _moded(examples, modes)
    for name, examples in zip(("bare", "wrong"), nothing_in(held, known), strict=True):
        types, _, _ = logits_of(network, examples)
        figures[f"false alarms {name}"] = _share(types.argmax(-1) != TYPES.index(NONE))
    return figures | _sided(network, held)


def _sided(network: Network, held: Sequence[Annotated]) -> dict[str, float]:
    """Shares of events of which, told the trigger alone, the network finds who acts, on whom."""
    events = [(s, e) for s in held for e in s.events if e.trigger]
    found = sides_of(network, [who_does_it(s, e) for s, e in events])
    judged = [
        (_overlap(e.actors, acts), _overlap(e.recipients, suffers), e)
        for (_, e), (acts, suffers) in zip(events, found, strict=True)
    ]
    shares = {
        "actors": [right for right, _, e in judged if e.actors],
        "recipients": [right for _, right, e in judged if e.recipients],
        "both sides": [one and other for one, other, _ in judged],
    }
    return {f"{name} right": sum(flags) / max(1, len(flags)) for name, flags in shares.items()}


def _overlap(gold: Sequence[Span], found: Sequence[Span]) -> bool:
    """Whether something found lies in each span, and no more of it outside than inside."""
    if not gold:
        return not found
    inside = [f for f in found if any(f[0] < g[1] and g[0] < f[1] for g in gold)]
    met = all(any(f[0] < g[1] and g[0] < f[1] for f in inside) for g in gold)
    return met and 2 * len(inside) >= len(found)


def _typed(examples: Sequence[Example], types: Tensor) -> dict[str, float]:
    found = [TYPES[i] for i in types.argmax(-1).tolist()]
    # Where two events hold between the same sides, either is right.
    gold = [f if f in e.types else min(e.types) for e, f in zip(examples, found, strict=True)]
    by_type = f1_by_name(gold, found)
    right = sum(g == f for g, f in zip(gold, found, strict=True))
    return {"type macro-F1": macro(by_type), "type accuracy": right / len(gold), **by_type}


def _moded(examples: Sequence[Example], modes: Tensor) -> dict[str, float]:
    """F1 of modes, the type being known: over all events, and the mean over modes."""
    right, given, total = Counter[str](), Counter[str](), Counter[str]()
    for example, row in zip(examples, modes.tolist(), strict=True):
        (event_type,) = example.types
        own = {m: x for (t, m), x in zip(MODES, row, strict=True) if t == event_type}
        for mode, logit in own.items():
            name = f"{event_type} {mode}"
            right[name] += mode in (example.modes or ()) and logit > 0
            given[name] += logit > 0
            total[name] += mode in (example.modes or ())
    scores = {n: 2 * right[n] / (total[n] + given[n]) for n in total if total[n] >= _SUPPORTED}
    micro = 2 * right.total() / max(1, total.total() + given.total())
    return {"mode micro-F1": micro, "mode macro-F1": macro(scores)}


def _share(which: Tensor) -> float:
    return float(which.float().mean())
