"""What sounds like an event and is none: needs, opinions, wishes, journeys, things forgone."""

from __future__ import annotations

from dragoman.coding.phrases import CLAUSAL
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.senses import is_other_sense
from dragoman.coding.triggers import Match
from dragoman.coding.voice import FINITE

_ACCORDING = frozenset({"accordance", "conformity", "harmony", "keeping", "line", "tune"})
_IN_STEAD = {("rather", "than"), ("instead", "of")}
_REPROACHING = frozenset({"accuse", "blame", "complain", "criticize"})
_NEARLY = frozenset({"nearly", "almost"})
_DRAFTS = frozenset({"draft", "bill", "motion"})
_STOPS = frozenset({"veto", "block", "shelve", "reject", "defeat"})


def is_unmeant(tree: Tree, match: Match) -> bool:
    """Whether it is any of these."""
    kinds = (
        _is_need, _is_opinion, _is_fact, _is_own_wish, _is_journey, _is_forgone, _is_missed,
        _is_drafted, _is_reproach,
    )  # fmt: skip
    return any(is_such(tree, match) for is_such in kinds) or is_other_sense(tree, match)


def _is_need(tree: Tree, match: Match) -> bool:
    """Whether nobody demands it: "meets the demands of the market", "in line with the demands"."""
    nouns = {i for i in (match.key, match.head) if i is not None and i != match.verb}
    return any(tree.keys[noun] == "demand" and _is_needed(tree, noun) for noun in nouns)


def _is_needed(tree: Tree, noun: int) -> bool:
    needy = tree.lexicon.list("needy")
    if any(tree.keys[n] in needy for n in tree.obliques(noun).get("of", ())):
        return True
    while tree.tokens[noun].dep == "conj":  # "the aspirations and | demands"
        noun = tree.tokens[noun].head
    preposition = tree.tokens[noun].head
    governor = tree.words[preposition - 1] if preposition else ""
    return tree.words[preposition] == "with" and governor in _ACCORDING


def _is_opinion(tree: Tree, match: Match) -> bool:
    """Whether it is no demand: "insists | that Chad has not lost a man"."""
    if match.frame.event_type != "REQUEST" or tree.keys[match.head] != "insist":
        return False
    clauses = tree.kids(match.head, "ccomp")
    verbs = [i for clause in clauses for i in (clause, *tree.kids(clause, "aux", "auxpass"))]
    return any(tree.tokens[i].tag in FINITE for i in verbs)


def _is_fact(tree: Tree, match: Match) -> bool:
    """Whether what is recognized is a truth or a need, and no state: "recognizes the need"."""
    if match.frame.specificity or "recognize" not in match.frame.modes:
        return False
    if tree.kids(match.anchor, "ccomp"):
        return True  # "recognizes | that Chad has suffered"
    facts = tree.lexicon.list("facts")
    return any(tree.keys[noun] in facts for noun in tree.arguments(match.anchor).objects)


def _is_own_wish(tree: Tree, match: Match) -> bool:
    """Whether one would do it oneself: "wants | to build", but not "wants Chad to build"."""
    wished = match.frame.event_type == "REQUEST" and match.frame.lemma in {"want", "wish"}
    if not wished or match.frame.objects:
        return False
    clauses = tree.kids(match.head, "ccomp", "xcomp")
    others = any(tree.kids(clause, "nsubj", "nsubjpass") for clause in clauses)
    return not others and not any(
        tree.tokens[noun].pos == "PROPN" for noun in tree.arguments(match.head).objects
    )


def _is_journey(tree: Tree, match: Match) -> bool:
    """Whether those who come are on no state's business: tourists, refugees, traders."""
    if match.frame.word_class != "verbs" or "visit" not in match.frame.modes:
        return False
    travelers = tree.lexicon.list("travelers")
    return any(tree.keys[noun] in travelers for noun in tree.arguments(match.anchor).subjects)


def _is_forgone(tree: Tree, match: Match) -> bool:
    """Whether another thing is done in its stead: "rather than | release", "instead of"."""
    first = min([match.anchor, *tree.kids(match.anchor, "aux")])
    return tuple(tree.words[max(0, first - 2) : first]) in _IN_STEAD


def _is_missed(tree: Tree, match: Match) -> bool:
    """Whether it all but happened: "nearly signed it"."""
    return is_nearly_done(tree, match) and not _is_brink(match)


def _is_brink(match: Match) -> bool:
    """Whether, all but happening, it is still a show of force: "nearly came to blows"."""
    return match.frame.event_type == "ASSAULT" and match.frame.reciprocal


def is_nearly_done(tree: Tree, match: Match) -> bool:
    """Whether it "nearly" happened."""
    return any(
        tree.words[c] in _NEARLY and c + 1 == match.anchor
        for c in tree.kids(match.anchor, "advmod")
    )


def _is_drafted(tree: Tree, match: Match) -> bool:
    """Whether only a text that was stopped says it: "vetoed a draft that | called for peace"."""
    if tree.tokens[match.anchor].dep not in {"relcl", "acl"}:
        return False
    for above in tree.ancestors(tree.tokens[match.anchor].head):
        if tree.tokens[above].pos in CLAUSAL:
            return tree.keys[above] in _STOPS
        if tree.keys[above] in _DRAFTS:
            return True
    return False


def _is_reproach(tree: Tree, match: Match) -> bool:
    """Whether no concession is meant: "complained that the police | had withdrawn"."""
    token = tree.tokens[match.anchor]
    if match.frame.event_type != "RETREAT" or token.dep not in {"ccomp", "pcomp"}:
        return False
    above = tree.tokens[token.head].head if token.dep == "pcomp" else token.head
    return tree.keys[above] in _REPROACHING
