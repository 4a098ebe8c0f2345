"""What was asked for or promised and then done: "asked Peru to leave, which it did in May"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.coding.syntax import Tree
from dragoman.coding.telling.modality import Telling
from dragoman.coding.triggers import Match

_DEED = frozenset({"which", "this", "that", "it", "so"})
_GOVERNED = frozenset({"xcomp", "ccomp", "acl", "pcomp", "advcl"})


def realized(
    tree: Tree, matches: Sequence[Match], told: Sequence[Telling]
) -> Iterator[tuple[Telling, int]]:
    """The events that a sentence says were done as wanted, each with the verb that says so."""
    known = {id(telling.match) for telling in told}
    wanted = [m for m in matches if id(m) not in known and _is_wanted(tree, m)]
    for verb, token in enumerate(tree.tokens):
        if token.dep not in {"aux", "auxpass"} and _does_it(tree, verb):
            match = _meant(tree, wanted, verb)
            if match:
                yield _as_done(match), verb


def _is_wanted(tree: Tree, match: Match) -> bool:
    """Whether it is an infinitive under the word for a demand, a promise or a plan."""
    token = tree.tokens[match.anchor]
    return token.tag == "VB" and token.dep in _GOVERNED


def _does_it(tree: Tree, verb: int) -> bool:
    """Whether it is "which it did" or "and did so"."""
    if tree.keys[verb] != "do" or tree.tokens[verb].tag not in {"VBD", "VBN"}:
        return False
    objects = [tree.words[c] for c in tree.kids(verb, "dobj", "advmod")]
    return not tree.kids(verb, "neg") and bool(_DEED.intersection(objects))


def _meant(tree: Tree, wanted: Sequence[Match], verb: int) -> Match | None:
    """The deed over the verb, or the last one under the clause that the verb goes on from."""
    above = set(tree.ancestors(verb))
    over = [m for m in wanted if m.anchor in above]
    beside = [m for m in wanted if m.anchor < verb and tree.tokens[m.anchor].head in above]
    return next(iter(reversed(over or beside)), None)


def _as_done(match: Match) -> Telling:
    frame = match.frame
    return Telling(match=match, event_type=frame.event_type, modes=frame.modes)
