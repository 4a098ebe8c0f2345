"""Tense and habit: whether a verb tells a happening, a custom or a promise."""

from __future__ import annotations

from itertools import pairwise

from dragoman.coding.lexicon import Lexicon
from dragoman.coding.syntax import Tree

_PRESENT = frozenset({"VBP", "VBZ"})
_NOT_SIMPLE = frozenset({"has", "have", "had", "will", "would", "may"})
_SEVERAL = frozenset({"several", "many", "various", "numerous", "repeated"})
_POINTING = tuple(
    f"{preposition} {pointer} "
    for preposition in ("in", "on", "at", "during")
    for pointer in ("that", "the same")
)
_DURING = frozenset(
    f"during the {meeting} " for meeting in ("visit", "meeting", "talks", "trip", "summit", "call")
)
_LASTING = frozenset({"continue", "keep", "use"})


def is_first_person(tree: Tree, verb: int) -> bool:
    """Whether "we" or "our people" are the subject."""
    subjects = tree.arguments(verb).subjects
    words = {tree.words[s] for s in subjects}
    owners = {tree.words[c] for s in subjects for c in tree.kids(s, "poss")}
    return bool(words & {"we", "i"}) or "our" in owners


def is_present(tree: Tree, verb: int) -> bool:
    """Whether the finite verb is in the present tense, or promises: "will support"."""
    helpers = tree.kids(verb, "aux", "auxpass")
    if tree.tokens[verb].dep == "acomp":
        helpers = [tree.tokens[verb].head]
    if not helpers:
        return tree.tokens[verb].tag in _PRESENT | {"VB"}  # a plural's present is often read so
    if any(tree.words[h] in {"has", "have"} for h in helpers):
        return False
    return all(
        tree.tokens[h].tag in _PRESENT or tree.words[h] in {"will", "shall"} for h in helpers
    )


def is_habitual(tree: Tree, verbs: list[int], lexicon: Lexicon) -> bool:
    """Whether it is told as done often or always: "several times", "continued to"."""
    habitual = lexicon.list("habitual")
    for verb in verbs:
        if any(tree.words[c] in habitual for c in tree.kids(verb, "advmod")):
            return True
        if tree.keys[verb] in _LASTING and verb != verbs[0]:
            return True
    return any(a in _SEVERAL and b in {"times", "occasions"} for a, b in pairwise(tree.words))


def goes_on(tree: Tree, lexicon: Lexicon) -> bool:
    """Whether the sentence tells on in the past tense from where the last one stopped."""
    words = set(tree.words)
    later = (i for i, word in enumerate(tree.words) if word in lexicon.list("later"))
    if any(tree.tokens[i].dep != "amod" for i in later):  # but not for "earlier rounds"
        return False
    root = next((i for i, token in enumerate(tree.tokens) if token.head == i), 0)
    if {tree.words[c] for c in tree.kids(root, "aux")} & _NOT_SIMPLE:
        return False
    return not words & lexicon.list("habitual") or tree.tokens[root].tag == "VBD"


def points_back(tree: Tree) -> bool:
    """Whether the sentence sets itself where the text was last: "In that letter"."""
    opening = " ".join((*tree.words[:3], ""))
    return opening.startswith(_POINTING) or opening in _DURING
