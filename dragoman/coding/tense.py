"""Tense and habit: whether a verb tells a happening, a custom or a promise."""

from __future__ import annotations

from itertools import pairwise

from dragoman.coding.lexicon import Lexicon
from dragoman.coding.syntax import Tree

PRESENT = frozenset({"VBP", "VBZ"})
_NOT_SIMPLE = frozenset({"has", "have", "had", "will", "would", "may"})
_PROMISED = frozenset({"will", "shall", "'ll"})
_NO_MOVE = frozenset({"amod", "prep", "mark"})  # "earlier rounds", "since 1971"
_HAS = frozenset({"has", "have", "'ve"})
HAD = frozenset({"had"})
PERFECT = _HAS | HAD
_LASTING_THROUGH = frozenset({"in", "for", "during", "over", "through", "throughout"})
_ERAS = frozenset({"war", "era", "period", "rule", "reign", "occupation", "struggle"})
_SPANS = frozenset({"year", "decade", "century", "month", "week"})
_MEANWHILE = frozenset({"meanwhile"})
_SEVERAL = frozenset({"several", "many", "various", "numerous", "repeated"})
_POINTING = tuple(
    f"{preposition} {pointer} "
    for preposition in ("in", "on", "at", "during")
    for pointer in ("that", "the same")
)
_DURING = tuple(
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
        tag = tree.tokens[verb].tag
        said = tag == "NNS" and bool(tree.kids(verb, "ccomp"))  # "condemns it and demands that"
        return said or tag in PRESENT | {"VB"}  # a plural's present is often read so
    if any(tree.words[h] in {"has", "have"} for h in helpers):
        return False
    return all(tree.tokens[h].tag in PRESENT or tree.words[h] in {"will", "shall"} for h in helpers)


def is_habitual(tree: Tree, verbs: list[int], lexicon: Lexicon) -> bool:
    """Whether it is told as done often or always: "several times", "continued to"."""
    habitual = lexicon.list("habitual")
    for verb in verbs:
        if {tree.words[c] for c in tree.kids(verb, "aux")} & _PROMISED:
            continue  # "will never leave"
        if any(tree.words[c] in habitual for c in tree.kids(verb, "advmod", "neg")):
            return True
        if tree.keys[verb] in _LASTING and verb != verbs[0]:
            return True
    return any(a in _SEVERAL and b in {"times", "occasions"} for a, b in pairwise(tree.words))


def is_simple_past(tree: Tree, verb: int) -> bool:
    """Whether it is "left", "did leave" or "was cut", and not "had left" or "did not leave"."""
    helpers = tree.kids(verb, "aux")
    if helpers:
        return all(tree.words[h] == "did" for h in helpers) and not tree.kids(verb, "neg")
    passive = tree.kids(verb, "auxpass")
    return any(tree.tokens[i].tag == "VBD" for i in passive or (verb,))


def is_perfect(tree: Tree, verb: int, helpers: frozenset[str] = _HAS) -> bool:
    """Whether it is "has left", or with other helpers "had left"."""
    return any(tree.words[c] in helpers for c in tree.kids(verb, "aux"))


def root_of(tree: Tree) -> int:
    """The word that all others hang on."""
    return next((i for i, token in enumerate(tree.tokens) if token.head == i), 0)


def in_vague_time(tree: Tree) -> bool:
    """Whether the sentence begins with a time that no date tells: "In the years of war"."""
    root = root_of(tree)
    for preposition in tree.kids(root, "prep"):
        if preposition < root and tree.words[preposition] in _LASTING_THROUGH:
            nouns = tree.kids(preposition, "pobj")
            if any(_is_span(tree, n) for n in nouns):
                return True
    opening = " ".join((*tree.words[:3], ""))
    return tree.words[0] == "during" and not opening.startswith((*_POINTING, *_DURING))


def is_lasting(tree: Tree) -> bool:
    """Whether the main clause tells what went on for years or through a war."""
    main = tree.group(root_of(tree))
    main += [noun for verb in main for noun in tree.kids(verb, "dobj")]  # so the parser may hang it
    for preposition in (p for word in main for p in tree.kids(word, "prep")):
        if tree.words[preposition] in _LASTING_THROUGH - {"in"}:
            nouns = tree.kids(preposition, "pobj")
            if any(tree.keys[n] in _ERAS or _is_span(tree, n) for n in nouns):
                return True
    return False


def _is_span(tree: Tree, noun: int) -> bool:
    return tree.tokens[noun].tag == "NNS" and tree.keys[noun] in _SPANS


def is_apart(tree: Tree, lexicon: Lexicon) -> bool:
    """Whether the sentence sets itself later or earlier than the last, if only by "later"."""
    words = tree.words
    later = (i for i, word in enumerate(words) if word in lexicon.list("later") - _MEANWHILE)
    later = (i for i in later if words[max(i - 1, 0)] != "at")  # "at once" is now
    return any(tree.tokens[i].dep not in _NO_MOVE for i in later)


def goes_on(tree: Tree, lexicon: Lexicon) -> bool:
    """Whether the sentence tells on in the past tense from where the last one stopped."""
    words, root = set(tree.words), root_of(tree)
    if is_apart(tree, lexicon) or _is_of_a_state(tree, root, lexicon):
        return False
    if {tree.words[c] for c in tree.kids(root, "aux")} & _NOT_SIMPLE:
        return False
    return not words & lexicon.list("habitual") or tree.tokens[root].tag == "VBD"


def _is_of_a_state(tree: Tree, root: int, lexicon: Lexicon) -> bool:
    """Whether it says how things were: "had a close relationship", "its arms included tanks"."""
    objects = {tree.keys[noun] for noun in tree.arguments(root).objects}
    having = tree.keys[root] == "have" and bool(objects & lexicon.list("relations"))
    return having or tree.keys[root] in lexicon.list("include")


def points_back(tree: Tree) -> bool:
    """Whether the sentence sets itself where the text was last: "In that letter"."""
    opening = " ".join((*tree.words[:3], ""))
    return opening.startswith(_POINTING) or opening in _DURING
