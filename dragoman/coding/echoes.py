"""Events told by pointing at the one before: "so did Canada", "Poland did the same"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.phrases import CLAUSAL
from dragoman.coding.syntax import Tree
from dragoman.records.readings import Token

_SAME = frozenset({"same", "likewise", "thing"})
_AGAIN = frozenset({"so", "likewise", "too", "similarly"})


def echoes(tree: Tree) -> Iterator[tuple[int, list[int]]]:
    """Verbs that repeat the event told before, each with its subjects."""
    for verb, token in enumerate(tree.tokens):
        if token.pos not in CLAUSAL or token.dep in {"aux", "auxpass"} or _is_wanted(token):
            continue
        if _does_so(tree, verb) or _follows(tree, verb):
            subjects = tree.surface_subjects(verb)
            if subjects:
                yield verb, subjects


def _is_wanted(token: Token) -> bool:
    """Whether others are only to do it: "demanded that Chad do the same"."""
    return token.dep in {"ccomp", "xcomp", "acl"} and token.tag in {"VB", "VBP"}


def _does_so(tree: Tree, verb: int) -> bool:
    """Whether it is "So did X", "X did so" or "X did the same"."""
    if tree.keys[verb] != "do":
        return False
    objects = [tree.words[c] for c in tree.kids(verb, "dobj", "attr")]
    if any(word in _SAME for word in objects):
        return True
    return not objects and any(tree.words[c] in _AGAIN for c in tree.kids(verb, "advmod", "neg"))


def _follows(tree: Tree, verb: int) -> bool:
    """Whether it is "X followed" or "X followed suit"."""
    if tree.keys[verb] != "follow" or tree.is_passive(verb):
        return False
    objects = [tree.words[c] for c in tree.kids(verb, "dobj")]
    return objects in ([], ["suit"]) and tree.tokens[verb].dep not in {
        "acl",
        "amod",
        "prep",
        "pcomp",
    }
