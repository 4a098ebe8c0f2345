"""Whether an event is told as one that was not done, is no longer done, or is refused."""

from __future__ import annotations

from dragoman.coding.syntax import Tree
from dragoman.coding.telling.ahead import FUTURE_WORDS, chain
from dragoman.coding.telling.standing import is_disowned
from dragoman.coding.triggers import Match

_NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "nor", "without"})
_NOBODY = frozenset({"no", "none", "nobody", "neither", "nothing"})
_DONE = frozenset({"did", "had", "have", "has", "was", "were", "could", "might", "may"})
_NOT_TO_BE = FUTURE_WORDS | {"would", "does", "do", "can"}


def is_negated(tree: Tree, match: Match) -> bool:
    """Whether the sentence says that it did not happen."""
    nouns = [i for i in (match.key, match.head) if i is not None and i != match.verb]
    none = any(tree.words[c] == "no" for n in nouns for c in tree.kids(n, "det"))
    if none or is_no_longer(tree, match):
        return True
    subjects = tree.arguments(match.anchor).subjects
    if any(tree.words[i] in _NOBODY for s in subjects for i in (s, *tree.kids(s, "det"))):
        return True
    for above in chain(tree, match.anchor):
        if any(tree.words[c] in _NEGATIONS for c in tree.kids(above, "neg", "preconj")):
            return True
        if any(tree.words[c] == "never" for c in tree.kids(above, "advmod")):
            return True
    token = tree.tokens[match.anchor]
    if token.dep == "conj" and not tree.kids(match.anchor, "nsubj", "aux"):
        return bool(tree.kids(token.head, "neg")) and "or" in tree.words[token.head : match.anchor]
    without = token.dep == "pcomp" and tree.words[token.head] == "without"
    return without or is_disowned(tree, match.anchor)


def is_refusal(tree: Tree, match: Match) -> bool:
    """Whether what is negated is now or to come: "will not meet", "there will be no talks"."""
    verb = match.anchor
    if tree.tokens[verb].dep == "attr":
        verb = tree.tokens[verb].head
    if is_disowned(tree, verb):
        return True
    helpers = {tree.words[c] for c in tree.kids(verb, "aux")}
    if helpers & _DONE:
        return False
    return bool(helpers & _NOT_TO_BE)


def is_no_longer(tree: Tree, match: Match) -> bool:
    """Whether it is "no longer" done."""
    longer = (c for c in tree.kids(match.anchor, "advmod") if tree.words[c] == "longer")
    return any(tree.words[c - 1] == "no" for c in longer)
