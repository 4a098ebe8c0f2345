"""The type of what one marked side does to another: the lexicon's answer, as probabilities.

Whatever replaces it keeps its signature: roles do not know how a type was found.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.coding.lexicon import lexicon
from dragoman.coding.phrases import CLAUSAL
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.modality import Telling, tellings
from dragoman.coding.triggers import find_matches
from dragoman.ontology import plover
from dragoman.ports import Span
from dragoman.records.readings import Sentence

# How common each type is in news; the answer where the lexicon knows no word of the sentence.
_PRIOR = {"ACCUSE": 1.5, "SUPPORT": 1.4, "AGREE": 1.4, "CONSULT": 1.3, "ASSAULT": 1.2}
_SMOOTHING = 0.02
_BASE = 0.15  # what a trigger weighs that neither side hangs on
_ACTS, _SUFFERS = 1.0, 0.8  # what it adds that the actor is its subject, the recipient its object
_FAR = 0.08  # what each token between the sides and the trigger takes away


def classify(
    sentences: Sequence[Sentence], actor: Span | None, recipient: Span | None
) -> dict[str, float]:
    """How probable each of the sixteen types is; sums to 1."""
    weights = {name: _SMOOTHING * _PRIOR.get(name, 1.0) for name in plover().types}
    for sentence in sentences:
        tree = Tree(sentence, lexicon())
        for telling in tellings(tree, find_matches(tree, lexicon()), lexicon()):
            weights[telling.event_type] += _weight(tree, telling, actor, recipient)
    total = sum(weights.values())
    return {name: weight / total for name, weight in weights.items()}


def _weight(tree: Tree, telling: Telling, actor: Span | None, recipient: Span | None) -> float:
    """How well the trigger fits between the two sides."""
    match, frame = telling.match, telling.match.frame
    acting, suffering = _actors(tree, telling), _recipients(tree, telling)
    fit = _BASE
    fit += _ACTS * _touches(tree, acting, actor)
    fit += _SUFFERS * _touches(tree, suffering, recipient)
    near = max(0.2, 1 - _FAR * min(_distance(tree, match.anchor, s) for s in (actor, recipient)))
    return fit**2 * near * (1 + 0.15 * frame.specificity) * frame.weight


def _actors(tree: Tree, telling: Telling) -> list[int]:
    match = telling.match
    if match.verb is None:
        return [*tree.owners(match.head), *tree.obliques(match.head).get("by", ())]
    return list(tree.arguments(match.verb).subjects)


def _recipients(tree: Tree, telling: Telling) -> list[int]:
    match = telling.match
    arguments = tree.arguments(match.anchor)
    found = [*arguments.objects, *arguments.datives]
    for place in (arguments.obliques, tree.shared_obliques(match.head)):
        found += [noun for nouns in place.values() for noun in nouns]
    return found


def _touches(tree: Tree, nouns: Sequence[int], span: Span | None) -> float:
    """1 if a noun lies in the span, less if only something hanging on it does."""
    if span is None:
        return 0.0
    start, end = span
    if any(start <= tree.tokens[n].start < end for n in nouns):
        return 1.0
    below = (i for n in nouns if tree.tokens[n].pos not in CLAUSAL for i in tree.subtree(n))
    return 0.6 if any(start <= tree.tokens[i].start < end for i in below) else 0.0


def _distance(tree: Tree, index: int, span: Span | None) -> int:
    """How many tokens lie between a token and a span; 0 if there is none."""
    if span is None:
        return 0
    inside = [i for i, t in enumerate(tree.tokens) if span[0] <= t.start < span[1]]
    return min((abs(index - i) for i in inside), default=0)
