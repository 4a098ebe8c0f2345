"""Events told again: one that can happen but once has the date that it had before."""

from __future__ import annotations

from dragoman.coding.dates.occasions import STAYS
from dragoman.coding.dates.story import Countries, Deed
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.modality import Telling
from dragoman.records.dates import contains
from dragoman.records.readings import TimeExpression

_ONCE = frozenset({"recognize", "establish-relations", "sever-relations", "restore-relations"})
_POINTING = frozenset({"the", "that", "this"})
_OWNERS = frozenset({"his", "her", "their"})


class Memory:
    """The events of a document that have dates."""

    def __init__(self) -> None:
        self._deeds: list[Deed] = []

    def keep(self, deed: Deed) -> None:
        """Takes note of an event and its date."""
        self._deeds.append(deed)

    def recall(self, tree: Tree, telling: Telling, countries: Countries) -> TimeExpression | None:
        """The one date that the document has given the same event; None if it gave two."""
        if telling.changed_by or len(countries) < 2:
            return None
        once, word = _ONCE.intersection(telling.modes), telling.match.head
        like = [d for d in self._deeds if d.is_like(telling.event_type, countries)]
        if once:
            same = [d for d in self._deeds if once <= d.modes and countries <= d.countries]
            same = [] if telling.negated else same
        elif telling.negated:
            named = [deed for deed in like if deed.name == tree.keys[word]]
            same = (named or like) if _is_denied(tree, telling.match.anchor) else []
        elif any(is_known(tree, noun) for noun in _nouns(tree, telling)):
            same = like
        else:
            again = "had" in {tree.words[c] for c in tree.kids(word, "aux")}
            same = [d for d in like if again or d.name == tree.keys[word]]
            same = same if _is_content(tree, word) else []
        whole = (d.time for d in same if all(contains(d.time.edtf, o.time.edtf) for o in same))
        return next(whole, None)


def _is_content(tree: Tree, verb: int) -> bool:
    """Whether somebody says, denies or regrets it: "denied that it had attacked"."""
    return tree.tokens[verb].dep == "ccomp" and "again" not in tree.words


def _is_denied(tree: Tree, word: int) -> bool:
    """Whether it says that it was not done: "did not attack", "there was no attack"."""
    over = tree.tokens[word].head
    there = bool(tree.kids(over, "expl")) and tree.tokens[over].tag == "VBD"
    return there or any(tree.words[c] == "did" for c in tree.kids(word, "aux"))


def _nouns(tree: Tree, telling: Telling) -> list[int]:
    """The words of the trigger that name the deed: "attack" in "the attack was carried out"."""
    anchor, (first, last) = telling.match.anchor, telling.match.words
    inside = [i for i in tree.kids(anchor, "nsubjpass") if first <= i <= last]
    return [telling.match.head, *inside]


def is_known(tree: Tree, noun: int) -> bool:
    """Whether it is a noun that points at what was told: "the attack", "that raid"."""
    if not tree.tokens[noun].tag.startswith("NN"):
        return False
    own = tree.keys[noun] in STAYS and _OWNERS & {tree.words[c] for c in tree.kids(noun, "poss")}
    return bool(own or _POINTING & {tree.words[c] for c in tree.kids(noun, "det")})
