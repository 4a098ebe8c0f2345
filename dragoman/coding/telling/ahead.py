"""Whether an event is still to come: promised, planned, set for a day, or no more than possible."""

from __future__ import annotations

from dragoman.coding.syntax import Tree
from dragoman.coding.telling.standing import has_condition, is_announced
from dragoman.coding.triggers import Match

FUTURE_WORDS = frozenset({"will", "'ll", "shall", "wo"})
_POSSIBLE = frozenset({"may", "might", "could"})
_SCHEDULED = frozenset({"planned", "scheduled", "expected", "slated", "arranged"})
_PLANNED = _SCHEDULED | {"upcoming", "forthcoming", "proposed", "impending", "coming"}
_CONTINUING = frozenset({"carry", "go", "keep"})
_CAUSING = frozenset({"see", "ensure", "make"})
_SAYERS = frozenset({"he", "it", "she", "they", "we", "i"})


def chain(tree: Tree, verb: int) -> list[int]:
    """The verb and those that govern it as their complement, nearest first."""
    found = [verb]
    while (above := _governor(tree, found[-1])) is not None:
        found.append(above)
    return found


def _governor(tree: Tree, verb: int) -> int | None:
    token = tree.tokens[verb]
    if token.dep in {"xcomp", "acomp"}:
        open_to_doubt = any(tree.words[c] == "whether" for c in tree.children[verb])
        return None if open_to_doubt else token.head
    if token.dep == "pcomp" and tree.words[token.head] == "on":  # "went on | sending"
        above = tree.tokens[token.head].head
        return above if tree.keys[above] in _CONTINUING else None
    return None


def is_future(tree: Tree, match: Match) -> bool:
    """Whether the event is still to come, as the sentence has it."""
    verb = match.anchor
    if _is_planned(tree, match) or is_undecided(tree, verb):
        return True
    for above in chain(tree, verb):
        if _helpers(tree, above) & FUTURE_WORDS:
            return True
        if above != verb and tree.keys[above] in tree.lexicon.list("future"):
            return True
        if tree.tokens[above].dep == "acl" and is_announced(tree, above):
            return True
        if above != verb and tree.keys[above] == "be" and tree.tokens[verb].dep == "xcomp":
            return True
    lent = match.verb is not None and match.frame.word_class == "nouns"
    return not lent and any(_is_future_in_past(tree, above) for above in chain(tree, verb))


def is_undecided(tree: Tree, verb: int) -> bool:
    """Whether somebody has yet to decide on it: "will say whether | to recognize Chad"."""
    infinitive = any(tree.words[c] == "to" for c in tree.kids(verb, "aux"))
    return infinitive and any(tree.words[c] == "whether" for c in tree.children[verb])


def is_possible(tree: Tree, match: Match) -> bool:
    """Whether it may yet come: "might visit Chad"."""
    helpers = _helpers(tree, match.anchor)
    return bool(helpers & _POSSIBLE) and "have" not in helpers


def _is_planned(tree: Tree, match: Match) -> bool:
    """Whether it is "a planned visit", a visit that is planned, or talks that will begin."""
    noun = match.head
    if match.frame.word_class != "nouns":
        return False
    if any(tree.words[c] in _PLANNED for c in tree.kids(noun, "amod")):
        return True
    dep, above = tree.tokens[noun].dep, tree.tokens[noun].head
    if tree.tokens[above].dep == "auxpass":
        above = tree.tokens[above].head  # "planned is | a visit"
    if match.verb is not None or dep not in {"nsubj", "nsubjpass", "appos", "attr"}:
        return False
    begins = tree.keys[above] in tree.lexicon.list("happening")
    return tree.words[above] in _SCHEDULED or (
        begins and bool(_helpers(tree, above) & FUTURE_WORDS)
    )


def _is_future_in_past(tree: Tree, verb: int) -> bool:
    """Whether it was to come when it was said: "said that it would withdraw"."""
    token = tree.tokens[verb]
    told = token.dep == "ccomp" and tree.keys[token.head] not in _CAUSING
    return told and "would" in _helpers(tree, verb)


def is_conditional(tree: Tree, verb: int) -> bool:
    """Whether it will be done under a condition: "will attack if Chad does not leave"."""
    return any(has_condition(tree, above) for above in chain(tree, verb))


def is_threat(tree: Tree, match: Match) -> bool:
    """Whether it is to be done on a condition, or is an attack that the attacker announces."""
    attack = match.frame.event_type == "ASSAULT" and match.verb is not None
    announced = attack and _is_announced_by_doer(tree, match.anchor)
    return announced or is_conditional(tree, match.anchor)


def _is_announced_by_doer(tree: Tree, verb: int) -> bool:
    """Whether those who will do it say so: "said that | it would attack", "we | will attack"."""
    for above in chain(tree, verb):
        doers = {tree.words[c] for c in tree.kids(above, "nsubj")}
        said = tree.keys[tree.tokens[above].head] in tree.lexicon.list("stating")
        if "we" in doers or (said and tree.tokens[above].dep == "ccomp" and doers & _SAYERS):
            return True
    return False


def _helpers(tree: Tree, verb: int) -> set[str]:
    return {tree.words[c] for c in tree.kids(verb, "aux")}
