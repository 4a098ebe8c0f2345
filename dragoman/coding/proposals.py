"""Proposals: verbs that no frame knows, and that tell an event by the encoder's word.

Nouns are not asked about: of a hundred that no frame knows, two told an event.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from dragoman.coding.cast import Cast
from dragoman.coding.judge import Judge, likeliest, modes_of
from dragoman.coding.lexicon import Frame
from dragoman.coding.phrases import CLAUSAL
from dragoman.coding.sides import Side, countries_of
from dragoman.coding.syntax import Tree
from dragoman.coding.triggers import Match

_SURE: Final = 0.6  # probability of its type from which a proposal is an event
_WEIGHT: Final = 0.7  # so little that no side of it is guessed
_NO_EVENT: Final = frozenset({"aux", "auxpass", "acomp", "amod"})


def proposals(tree: Tree, known: Iterable[Match], cast: Cast, judge: Judge) -> list[Match]:
    """Matches on verbs that none of the known ones uses, with the types that the encoder gives."""
    taken = {i for m in known for i in (m.head, m.verb, m.key, *m.used) if i is not None}
    found = (_proposed(tree, judge, verb) for verb in _candidates(tree, taken, cast))
    return [match for match in found if match]


def _candidates(tree: Tree, taken: set[int], cast: Cast) -> Iterator[int]:
    dull, idle = tree.lexicon.list("dull"), tree.lexicon.list("idle")
    for index, token in enumerate(tree.tokens):
        if index in taken or token.pos not in CLAUSAL or token.dep in _NO_EVENT:
            continue
        lemma = tree.keys[index]
        known = lemma in dull or lemma in idle or taken.intersection(tree.arguments(index).objects)
        if not known and _has_two_sides(tree, cast, index):
            yield index


def _has_two_sides(tree: Tree, cast: Cast, verb: int) -> bool:
    """Whether somebody is its subject, and somebody of another country stands under it.

    So few verbs have both that the encoder need not be asked about the others.
    """
    acting = _side(cast, tree.arguments(verb).subjects)
    return bool(acting) and len(countries_of((*acting, *_side(cast, tree.subtree(verb))))) > 1


def _side(cast: Cast, indexes: Iterable[int]) -> Side:
    return cast.side(mention for i in sorted(indexes) for mention in cast.named_by(i))


def _proposed(tree: Tree, judge: Judge, verb: int) -> Match | None:
    lemma = tree.keys[verb]
    scores = judge.scores(Match(frame=_frame(lemma, "", ()), head=verb, verb=verb))
    event_type, probability = likeliest(scores)
    if probability < _SURE:
        return None
    frame = _frame(lemma, event_type, modes_of(scores, event_type))
    return Match(frame=frame, head=verb, verb=verb, proposed=True)


def _frame(lemma: str, event_type: str, modes: tuple[str, ...]) -> Frame:
    return Frame(
        event_type=event_type,
        modes=modes,
        word_class="verbs",
        lemma=lemma,
        actor=("subject",),
        recipient=("object", "dative", "to", "with", "against", "on"),
        reciprocal=False,
        complement=False,
        alone=False,
        weight=_WEIGHT,
    )
