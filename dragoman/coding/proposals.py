"""Proposals: words that no frame knows, and that tell an event by the encoder's word."""

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

_SURE: Final = 0.7  # probability of its type from which a proposal is an event
_WEIGHT: Final = 0.7  # so little that no side of it is guessed
_VERBAL: Final = ("object", "dative", "to", "with", "against", "on")
_CLAUSES: Final = frozenset({"relcl", "acl"})
_NO_EVENT: Final = frozenset({"aux", "auxpass", "acomp", "amod", "compound"})


def proposals(tree: Tree, known: Iterable[Match], cast: Cast, judge: Judge) -> list[Match]:
    """Matches on words that none of the known ones uses, with the types that the encoder gives.

    It is asked of sentences with a verb to spare between two countries: of others it finds so
    little that asking does not pay.
    """
    taken = {i for m in known for i in (m.head, m.verb, m.key, *m.used) if i is not None}
    if not any(_is_between_two(tree, cast, verb) for verb in _verbs(tree, taken)):
        return []
    heads = (_head(tree, tokens) for tokens in judge.spots() if not taken.intersection(tokens))
    found = (_proposed(tree, judge, head) for head in heads if head is not None)
    return [match for match in found if match]


def _verbs(tree: Tree, taken: set[int]) -> Iterator[int]:
    """The verbs that no frame took, and that may tell an event by themselves."""
    dull = tree.lexicon.list("dull")
    for index, token in enumerate(tree.tokens):
        free = index not in taken and token.dep not in _NO_EVENT
        if free and token.pos in CLAUSAL and tree.keys[index] not in dull:
            yield index


def _is_between_two(tree: Tree, cast: Cast, verb: int) -> bool:
    """Whether somebody is its subject, and somebody of another country stands right under it."""
    own = tree.arguments(verb)
    acting = _side(cast, own.subjects)
    nouns = {noun for some in (own.objects, own.datives, *own.obliques.values()) for noun in some}
    under = {i for noun in nouns for i in tree.subtree(noun) if tree.tokens[i].dep not in _CLAUSES}
    return bool(acting) and len(countries_of((*acting, *_side(cast, under)))) > 1


def _side(cast: Cast, indexes: Iterable[int]) -> Side:
    return cast.side(mention for i in sorted(indexes) for mention in cast.named_by(i))


def _head(tree: Tree, tokens: tuple[int, ...]) -> int | None:
    """The verb or noun of some words under which the others stand."""
    inside = set(tokens)
    for index in tokens:
        token = tree.tokens[index]
        if token.head not in inside or token.head == index:
            able = token.pos in CLAUSAL or token.pos == "NOUN"
            return index if able and token.dep not in _NO_EVENT else None
    return None


def _proposed(tree: Tree, judge: Judge, head: int) -> Match | None:
    lemma = tree.keys[head]
    verb = head if tree.tokens[head].pos in CLAUSAL else None
    scores = judge.scores(Match(frame=_frame(lemma, "", (), verb), head=head, verb=verb))
    event_type, probability = likeliest(scores)
    if probability < _SURE:
        return None
    frame = _frame(lemma, event_type, modes_of(scores, event_type), verb)
    return Match(frame=frame, head=head, verb=verb, proposed=True)


def _frame(lemma: str, event_type: str, modes: tuple[str, ...], verb: int | None) -> Frame:
    return Frame(
        event_type=event_type,
        modes=modes,
        word_class="nouns" if verb is None else "verbs",
        lemma=lemma,
        actor=("owner", "by") if verb is None else ("subject",),
        recipient=("of", "to", "with", "against", "on") if verb is None else _VERBAL,
        reciprocal=False,
        complement=False,
        alone=False,
        weight=_WEIGHT,
    )
