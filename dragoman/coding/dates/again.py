"""Events told again: one that can happen but once has the date that it had before."""

from __future__ import annotations

from dragoman.coding.dates.story import Countries, Deed
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.modality import Telling
from dragoman.records.readings import TimeExpression

_ONCE = frozenset({"recognize", "establish-relations", "sever-relations", "restore-relations"})
_POINTING = frozenset({"the", "that", "this"})


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
        elif any(is_known(tree, noun) for noun in _nouns(tree, telling)):
            same = [] if telling.negated else like
        else:
            same = [d for d in like if d.name == tree.keys[word] and _is_content(tree, word)]
        return same[0].time if len({deed.time.edtf for deed in same}) == 1 else None


def _is_content(tree: Tree, verb: int) -> bool:
    """Whether somebody says, denies or regrets it: "denied that it had attacked"."""
    return tree.tokens[verb].dep == "ccomp" and "again" not in tree.words


def _nouns(tree: Tree, telling: Telling) -> list[int]:
    """The words of the trigger that name the deed: "attack" in "the attack was carried out"."""
    anchor, (first, last) = telling.match.anchor, telling.match.words
    inside = [i for i in tree.kids(anchor, "nsubjpass", "dobj") if first <= i <= last]
    return [telling.match.head, *inside]


def is_known(tree: Tree, noun: int) -> bool:
    """Whether it is a noun that points at what was told: "the attack", "that raid"."""
    if not tree.tokens[noun].tag.startswith("NN"):
        return False
    return bool(_POINTING & {tree.words[c] for c in tree.kids(noun, "det")})
