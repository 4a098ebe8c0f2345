"""Proposals: words that no frame knows, and that tell an event by the encoder's word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from msgspec.structs import replace

from dragoman.coding.judge import Judge, likeliest, modes_of
from dragoman.coding.lexicon import Frame
from dragoman.coding.phrases import CLAUSAL
from dragoman.coding.sides.cast import Cast
from dragoman.coding.sides.side import Side, countries_of
from dragoman.coding.syntax import Tree
from dragoman.coding.triggers import Match

_SURE: Final = 0.7  # probability of its type from which a proposal is an event
_WEIGHT: Final = 0.7  # so little that no side of it is guessed
_VERBAL: Final = ("object", "dative", "to", "with", "against", "on")
_NO_EVENT: Final = frozenset({"aux", "auxpass", "acomp", "amod", "compound", "prep"})
_DENIALS: Final = frozenset({"deny"})  # these tell the event that is denied
_REFLEXIVE: Final = ("self", "selves")
_TOGETHER: Final = frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT"})
_MISHEARD: Final = frozenset({"CONCEDE", "CONSULT", "RETREAT"})  # more often than not: "returned"


def proposals(tree: Tree, known: Iterable[Match], cast: Cast, judge: Judge) -> list[Match]:
    """Matches on words that none of the known ones uses, with the types that the encoder gives.

    It is asked of sentences that name two countries, and have a verb to spare by which one of
    them does something: of others it finds so little that asking does not pay.
    """
    taken = _taken(tree, known)
    if not _pays(tree, cast, taken):
        return []
    heads = (_head(tree, tokens) for tokens in judge.spots() if not taken.intersection(tokens))
    found = (_proposed(tree, cast, judge, head) for head in heads if head is not None)
    return [match for match in found if match]


def _taken(tree: Tree, known: Iterable[Match]) -> set[int]:
    """The words of the matches, and verbs that but lead to them: "decided | to break with Chad"."""
    taken = set[int]()
    for match in known:
        words = (match.head, match.verb, match.key, *match.used)
        taken.update(index for index in words if index is not None)
        anchor = tree.tokens[match.anchor]
        if anchor.dep == "xcomp":
            taken.add(anchor.head)
    return taken


def _pays(tree: Tree, cast: Cast, taken: set[int]) -> bool:
    """Whether two countries are named, and one does something of which no frame knows."""
    named = {r.country for m in cast.by_token.values() for r in m.referents if r.country}
    return len(named) > 1 and any(_acting(tree, cast, verb) for verb in _verbs(tree, taken))


def _verbs(tree: Tree, taken: set[int]) -> Iterator[int]:
    """The verbs that no frame took, and that may tell an event by themselves."""
    for index, token in enumerate(tree.tokens):
        if token.pos in CLAUSAL and index not in taken and _may_tell(tree, index):
            yield index


def _may_tell(tree: Tree, index: int) -> bool:
    """Whether a word may tell what somebody did to others, and not to themselves."""
    verb = tree.tokens[index].pos in CLAUSAL
    dull = verb and tree.keys[index] in tree.lexicon.list("dull")
    if dull or tree.tokens[index].dep in _NO_EVENT or tree.keys[index] in _DENIALS:
        return False
    return not any(tree.words[c].endswith(_REFLEXIVE) for c in tree.kids(index, "dobj"))


def _acting(tree: Tree, cast: Cast, verb: int) -> Side:
    """Who is subject of a verb."""
    subjects = sorted(tree.arguments(verb).subjects)
    return cast.side(mention for i in subjects for mention in cast.named_by(i))


def _is_together(tree: Tree, cast: Cast, verb: int) -> bool:
    """Whether some do it with one another: they are subject, and the clause names nobody else."""
    acting = countries_of(_acting(tree, cast, verb))
    return len(acting) > 1 and not cast.in_clause(verb) - acting


def _head(tree: Tree, tokens: tuple[int, ...]) -> int | None:
    """The verb or noun of some words under which the others stand."""
    inside = set(tokens)
    for index in tokens:
        token = tree.tokens[index]
        if token.head not in inside or token.head == index:
            able = token.pos in CLAUSAL or token.pos == "NOUN"
            return index if able and _may_tell(tree, index) else None
    return None


def _proposed(tree: Tree, cast: Cast, judge: Judge, head: int) -> Match | None:
    lemma = tree.keys[head]
    verb = head if tree.tokens[head].pos in CLAUSAL else None
    scores = judge.scores(Match(frame=_frame(lemma, "", (), verb), head=head, verb=verb))
    event_type, probability = likeliest(scores)
    if probability < _SURE or event_type in _MISHEARD:
        return None
    frame = _frame(lemma, event_type, modes_of(scores, event_type), verb)
    if event_type in _TOGETHER and verb is not None and _is_together(tree, cast, verb):
        frame = replace(frame, reciprocal=True)
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
