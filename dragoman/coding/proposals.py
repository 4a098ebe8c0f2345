"""Proposals: triggers that no frame knows, as the encoder finds them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from dragoman.coding.cast import Cast
from dragoman.coding.judge import Judge, likeliest, modes_of
from dragoman.coding.lexicon import Frame, WordClass
from dragoman.coding.phrases import CLAUSAL
from dragoman.coding.sides import countries_of
from dragoman.coding.syntax import Tree
from dragoman.coding.triggers import Match
from dragoman.records.readings import Mention

_SURE: Final = 0.6  # probability of its type from which a proposal is an event
_WEIGHT: Final = 0.7  # so little that no side of it is guessed
_NO_VERB: Final = frozenset({"aux", "auxpass", "acomp", "amod"})
_NO_NOUN: Final = frozenset({"compound", "amod", "oprd", "npadvmod", "appos"})
_DEEDS: Final = ("tion", "sion", "ment", "ance", "ence", "al", "ing", "ure", "age", "ade")
_ACTOR: Final[dict[WordClass, tuple[str, ...]]] = {
    "verbs": ("subject",),
    "nouns": ("owner", "by"),
}


def proposals(tree: Tree, known: Iterable[Match], cast: Cast, judge: Judge) -> list[Match]:
    """Matches on words that none of the known ones uses, with the types that the encoder gives."""
    taken = {i for m in known for i in (m.head, m.verb, m.key, *m.used) if i is not None}
    found = (
        _proposed(tree, judge, head, word_class)
        for head, word_class in _candidates(tree, taken)
        if _has_two_sides(tree, cast, head)
    )
    return [match for match in found if match]


def _has_two_sides(tree: Tree, cast: Cast, head: int) -> bool:
    """Whether two countries stand under the word, or one there and one as subject of its clause.

    So few words have them that the encoder need not be asked about the others.
    """
    verb = next((i for i in (head, *tree.ancestors(head)) if tree.tokens[i].pos in CLAUSAL), head)
    acting = cast.side(_mentions(cast, (*tree.arguments(verb).subjects, *tree.owners(head))))
    near = cast.side(_mentions(cast, tree.subtree(head)))
    return bool(acting) and len(countries_of((*acting, *near))) > 1


def _mentions(cast: Cast, indexes: Iterable[int]) -> list[Mention]:
    found = [m for i in sorted(set(indexes)) for m in cast.named_by(i)]
    return [mention for n, mention in enumerate(found) if mention not in found[:n]]


def _candidates(tree: Tree, taken: set[int]) -> Iterator[tuple[int, WordClass]]:
    """Words that may tell an event: verbs, and nouns of deeds."""
    listed = tree.lexicon.list
    verbs, nouns = listed("dull") | listed("idle_verbs"), listed("idle_nouns")
    for index, token in enumerate(tree.tokens):
        if index in taken:
            continue
        if token.pos in CLAUSAL and token.dep not in _NO_VERB and tree.keys[index] not in verbs:
            if not taken.intersection(tree.arguments(index).objects):
                yield index, "verbs"
        elif token.pos == "NOUN" and tree.keys[index] not in nouns and _is_deed(tree, index):
            yield index, "nouns"


def _is_deed(tree: Tree, noun: int) -> bool:
    lemma = tree.keys[noun]
    if tree.tokens[noun].dep in _NO_NOUN:
        return False
    return lemma.endswith(_DEEDS) or bool(tree.lexicon.frames("nouns", lemma))


def _proposed(tree: Tree, judge: Judge, head: int, word_class: WordClass) -> Match | None:
    verb = head if word_class == "verbs" else None
    bare = Match(frame=_frame(word_class, tree.keys[head], "", ()), head=head, verb=verb)
    scores = judge.scores(bare)
    event_type, probability = likeliest(scores)
    if probability < _SURE:
        return None
    modes = modes_of(scores, event_type)
    return Match(
        frame=_frame(word_class, tree.keys[head], event_type, modes),
        head=head,
        verb=verb,
        proposed=True,
    )


def _frame(word_class: WordClass, lemma: str, event_type: str, modes: tuple[str, ...]) -> Frame:
    return Frame(
        event_type=event_type,
        modes=modes,
        word_class=word_class,
        lemma=lemma,
        actor=_ACTOR[word_class],
        recipient=("object", "dative", "to", "with", "against", "on"),
        reciprocal=False,
        complement=False,
        alone=False,
        weight=_WEIGHT,
    )
