"""What sounds like an event and is none: needs, opinions, wishes, journeys, things forgone."""

from __future__ import annotations

from dragoman.coding.phrases import CLAUSAL
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.senses import is_other_sense
from dragoman.coding.telling.standing import is_reported
from dragoman.coding.triggers import Match
from dragoman.coding.voice import FINITE

_ACCORDING = frozenset({"accordance", "conformity", "harmony", "keeping", "line", "tune"})
_IN_STEAD = {("rather", "than"), ("instead", "of")}
_REPROACHING = frozenset({"accuse", "blame", "complain", "criticize"})
_NEARLY = frozenset({"nearly", "almost"})
_DRAFTS = frozenset({"draft", "bill", "motion"})
_STOPS = frozenset({"veto", "block", "shelve", "reject", "defeat"})
_ASKED = frozenset({"whether", "if", "what", "why", "how", "when", "who", "where"})
_ASSURING = frozenset({"assure", "reassure", "assurance"})
_REGRETTING = frozenset({"regret", "deplore", "lament"})
_CALLED_OFF = frozenset({"abandon", "cancel", "freeze", "postpone", "scrap", "shelve", "suspend"})
_HELD = frozenset({"AID", "CONSULT", "COOPERATE"})
_UNOFFICIAL = ("travelers", "troops", "fighters", "warplanes")


def is_unmeant(tree: Tree, match: Match) -> bool:
    """Whether it is any of these."""
    kinds = (
        _is_need, _is_opinion, _is_fact, _is_own_wish, _is_journey, _is_forgone, _is_missed,
        _is_drafted, _is_reproach, _is_question, _is_assured_fact, _is_own_fault, _is_called_off,
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
    found = [noun for noun in tree.arguments(match.anchor).objects if tree.keys[noun] in facts]
    return any(not _is_of_name(tree, noun) for noun in found)


def _is_of_name(tree: Tree, noun: int) -> bool:
    """Whether it is somebody's by name: "recognized Chad's right to the river"."""
    return any(tree.tokens[owner].pos == "PROPN" for owner in tree.kids(noun, "poss"))


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
    """Whether those who come are on no state's business, tourists or traders, or are armed."""
    if match.frame.word_class != "verbs" or "visit" not in match.frame.modes:
        return False
    if match.frame.subjects:
        return False
    subjects = {tree.keys[noun] for noun in tree.arguments(match.anchor).subjects}
    return any(not subjects.isdisjoint(tree.lexicon.list(name)) for name in _UNOFFICIAL)


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


def _is_question(tree: Tree, match: Match) -> bool:
    """Whether nothing is wanted but an answer: "asked | whether Chad had left"."""
    if match.frame.event_type != "REQUEST" or match.frame.lemma != "ask":
        return False
    clauses = tree.kids(match.head, "ccomp")
    inside = ((c, clause) for clause in clauses for c in tree.children[clause])
    return any(tree.words[c] in _ASKED and c < clause for c, clause in inside)


def _is_assured_fact(tree: Tree, match: Match) -> bool:
    """Whether it is no promise: "assured Chad | that it has closed nothing"."""
    words = [i for i in (match.head, match.key) if i is not None]
    if match.frame.event_type != "AGREE" or _ASSURING.isdisjoint(tree.keys[i] for i in words):
        return False
    return any(is_reported(tree, c) for i in words for c in tree.kids(i, "ccomp", "acl"))


def _is_own_fault(tree: Tree, match: Match) -> bool:
    """Whether one regrets what one did oneself: "regretted its decision"."""
    if match.frame.event_type != "ACCUSE" or match.frame.lemma not in _REGRETTING:
        return False
    objects = tree.arguments(match.anchor).objects
    return any(tree.tokens[c].tag == "PRP$" for noun in objects for c in tree.kids(noun, "poss"))


def _is_called_off(tree: Tree, match: Match) -> bool:
    """Whether it will not come about: "froze joint | exercises"."""
    if match.verb is not None or match.frame.event_type not in _HELD:
        return False
    noun = match.head
    while tree.tokens[noun].dep == "conj":
        noun = tree.tokens[noun].head
    governor = tree.keys[tree.tokens[noun].head]
    return tree.tokens[noun].dep in {"dobj", "nsubjpass"} and governor in _CALLED_OFF
