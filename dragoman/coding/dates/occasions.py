"""Occasions: the times of the talks, visits, treaties and notes at or in which it was done."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.dates.ties import NOTES, Ties
from dragoman.coding.lexicon import Lexicon
from dragoman.coding.phrases import CLAUSAL
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.modality import Telling
from dragoman.coding.tense import is_perfect, is_simple_past
from dragoman.records.readings import TimeExpression

STAYS = frozenset({"visit", "stay", "trip", "tour", "sojourn"})
TALKS = frozenset({"talk", "meeting", "summit"})
_TALKS = frozenset({"CONSULT"})  # "talks held by Chad failed in May" were held then
_TERMS = frozenset({"AGREE", "CONCEDE", "SUPPORT"})
_TERMED = frozenset({"under", "by", "in"})
_ON = frozenset({"on", "during", "at"})
_HELD = frozenset({"hold", "convene", "sign", "send", "deliver", "issue", "publish", "release"}) | {
    "hand", "present", "address", "dispatch", "read", "adopt", "conclude", "make", "begin",
}  # fmt: skip
_HAVING = frozenset({"had", "having"})
_IN = frozenset({"in", "at", "during", "with"})


class Occasions:
    """The occasions that one sentence dates."""

    def __init__(self, tree: Tree, ties: Ties, lexicon: Lexicon) -> None:
        self.tree, self.ties = tree, ties
        self._treaties = lexicon.list("agreement")

    def time(self, telling: Telling) -> TimeExpression | None:
        """The time of the occasion on which it was done; None without one."""
        return (
            self._of_talks(telling)
            or self._of_terms(telling)
            or self._of_treaty(telling)
            or self._in_note(telling.match.anchor)
            or self._at(telling.match.anchor)
            or self._on_visit(telling.match.anchor)
        )

    def _of_talks(self, telling: Telling) -> TimeExpression | None:
        """The time at which "talks mediated by Chad" failed, or "in a deal brokered by" it."""
        tree, participle = self.tree, self.tree.tokens[telling.match.anchor]
        talks = tree.tokens[participle.head]
        if telling.event_type not in _TALKS or participle.dep != "acl":
            return None
        if talks.dep == "pobj" and tree.words[talks.head] in _TERMED:
            return self.ties.at(tree.tokens[talks.head].head)
        return self.ties.at(talks.head) if talks.dep in {"nsubj", "nsubjpass"} else None

    def _of_terms(self, telling: Telling) -> TimeExpression | None:
        """The time of the treaty "under which Chad undertook" something."""
        tree, verb = self.tree, telling.match.anchor
        if telling.event_type not in _TERMS or not self._is_in_which(verb):
            return None
        above = (a for a in tree.ancestors(verb) if a != verb and tree.tokens[a].pos in CLAUSAL)
        return self.ties.at(next(above, verb))

    def _is_in_which(self, verb: int) -> bool:
        """Whether its clause begins with "under which", "in which"."""
        tree = self.tree
        under = [c for c in tree.kids(verb, "prep") if tree.words[c] in _TERMED]
        which = any(tree.words[w] == "which" for c in under for w in tree.kids(c, "pobj"))
        return tree.tokens[verb].dep == "relcl" and which

    def _of_treaty(self, telling: Telling) -> TimeExpression | None:
        """The time of the treaty by which it is done: "By the pact of 1971 Chad undertook"."""
        tree, verb = self.tree, telling.match.anchor
        for preposition in tree.kids(verb, "prep") if telling.event_type in _TERMS else ():
            for noun in tree.kids(preposition, "pobj"):
                if tree.words[preposition] in _TERMED and tree.keys[noun] in self._treaties:
                    inside = {tree.tokens[i].start for i in tree.subtree(noun)}
                    return next((t for t in self.ties.times if t.start in inside), None)
        return None

    def _in_note(self, verb: int) -> TimeExpression | None:
        """The time of "a note delivered on 3 May, in which Chad demanded" something."""
        tree, noun = self.tree, self.tree.tokens[verb].head
        if not self._is_in_which(verb) or tree.keys[noun] not in NOTES:
            return None
        above = (a for a in tree.ancestors(noun) if tree.tokens[a].pos in CLAUSAL)
        return self._held(noun) or self.ties.at(next(above, verb))

    def _at(self, verb: int) -> TimeExpression | None:
        """The time of "talks held in May" or "a letter sent on 3 May" in which it is done."""
        tree, verb = self.tree, self.tree.first(verb)
        if not is_simple_past(tree, verb):
            return None
        prepositions = (p for p in tree.kids(verb, "prep") if tree.words[p] in _IN)
        nouns = (n for p in prepositions for n in tree.kids(p, "pobj"))
        return next((time for n in nouns if (time := self._held(n))), None)

    def _held(self, noun: int) -> TimeExpression | None:
        """The time at which what the noun names was held, sent or signed."""
        tree = self.tree
        participles = (c for c in tree.kids(noun, "acl") if tree.keys[c] in _HELD)
        return next((time for c in participles if (time := self.ties.at(c))), None)

    def _on_visit(self, verb: int) -> TimeExpression | None:
        """The time of the visit on which it was done: "greeted him on his visit in May"."""
        tree = self.tree
        for site in dict.fromkeys((verb, tree.first(verb))):
            if not (is_simple_past(tree, site) or is_perfect(tree, site, _HAVING)):
                continue
            for preposition, noun in self._governed(site):
                stays = tree.words[preposition] in _ON and tree.keys[noun] in STAYS | TALKS
                if stays and (time := self.ties.at(noun)):
                    return time
        return None

    def _governed(self, verb: int) -> Iterator[tuple[int, int]]:
        """Each preposition in the clause of a verb, however deep, with its noun."""
        tree = self.tree
        for child in tree.children[verb]:
            if tree.tokens[child].pos in CLAUSAL:
                continue
            for noun in tree.kids(child, "pobj") if tree.tokens[child].pos == "ADP" else ():
                yield child, noun
            yield from self._governed(child)
