"""Places: where in its sentence a time expression stands, and what word it says the time of."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dragoman.coding.dates.hours import PARTS_OF_DAY
from dragoman.coding.phrases import CLAUSAL
from dragoman.coding.syntax import Tree
from dragoman.records.readings import TimeExpression

TEMPORAL = frozenset(
    {"after", "during", "following", "since", "in", "on", "at", "amid", "from", "over"}
    | {"throughout", "within", "between", "around", "upon"}
)
YEARS = len("2010/2011")  # an EDTF text so short says no day
_MODIFIES = frozenset({"nummod", "compound", "amod", "poss", "nmod", "appos", "npadvmod"})
_INSIDE_NOUN = frozenset({"compound", "pobj", "nmod", "poss", "appos", "conj"})
BARE = frozenset({"in", "on"})
_NOT_WHEN = frozenset({"until", "till", "by", "before", "prior", "unless"})
AFTER = frozenset({"after", "following", "since"})
_SPOKEN = frozenset({"speech", "statement", "address", "letter", "interview", "message", "note"})
_JUDGES = frozenset({"condemn", "denounce", "deplore", "criticize", "regret", "welcome", "praise"})


class Places:
    """The places of the time expressions of one sentence, by their numbers."""

    def __init__(
        self, tree: Tree, times: Sequence[TimeExpression], nouns: Collection[int], begin: int
    ) -> None:
        self.tree, self.times = tree, times
        self._nouns = nouns  # those that name events
        self._begin = begin  # what stands before is the dateline's
        self.inside = [
            [i for i, t in enumerate(tree.tokens) if t.start < time.end and t.end > time.start]
            for time in times
        ]
        self.heads = [self._head(inside) for inside in self.inside]

    def site(self, index: int) -> int | None:
        """The verb or event noun that the time belongs to; None if it only names a thing."""
        if not self.says_when(index):
            return None
        tree = self.tree
        if self._is_swallowed(index) or self._is_of_daypart(index):
            return verb_over(tree, self.heads[index])
        here, prepositional = self.heads[index], False
        while tree.tokens[here].head != here:
            token, above = tree.tokens[here], tree.tokens[here].head
            if tree.tokens[above].pos in CLAUSAL or above in self._nouns:
                verb = self._nearer(self._speaker_of(above), self.heads[index])
                return self._of_judged(verb, index)
            if tree.tokens[above].pos == "ADP":
                prepositional = tree.words[above] in TEMPORAL
            elif token.dep in _MODIFIES or not prepositional:
                prepositional = self._stands_under_time(above)
            if tree.words[above] in _NOT_WHEN or not (
                prepositional or tree.tokens[above].pos == "ADP"
            ):
                return None
            here = above
        return self._under_root(here)

    def says_when(self, index: int) -> bool:
        """Whether the expression says when at all, and not until when or long after what."""
        tree, head, time = self.tree, self.heads[index], self.times[index]
        if time.basis == "anniversary" or time.start < self._begin or time.edtf.startswith("../"):
            return False
        around = {tree.tokens[head].head, head, max(head - 1, 0)} - set(self.inside[index])
        if any(tree.words[i] in _NOT_WHEN for i in around):
            return False
        return len(time.edtf) <= YEARS or not self._is_after(head)

    def _is_after(self, head: int) -> bool:
        tree = self.tree
        for above in tree.ancestors(head):
            if tree.tokens[above].pos in CLAUSAL:
                return False
            if tree.words[above] in AFTER:
                return True
        return False

    def _is_swallowed(self, index: int) -> bool:
        """Whether the parser hung "on 3 May" on the name after it, and left "on" with nothing."""
        first = min(self.inside[index], default=0)
        before = max(first - 1, 0)
        loose = first > 0 and self.tree.words[before] in BARE
        return loose and not self.tree.children[before]

    def _is_of_daypart(self, index: int) -> bool:
        """Whether it names the day of a part of it: "came out of a grey dawn Sunday"."""
        token = self.tree.tokens[self.heads[index]]
        return token.dep == "npadvmod" and self.tree.keys[token.head] in PARTS_OF_DAY

    def _speaker_of(self, verb: int) -> int:
        """The verb; of "to open it in a speech in July", the one that the speech goes with."""
        tree, token = self.tree, self.tree.tokens[verb]
        nouns = tree.obliques(verb).get("in", ())
        spoken = any(tree.keys[n] in _SPOKEN for n in nouns)
        return token.head if spoken and token.dep in {"xcomp", "ccomp"} else verb

    def _of_judged(self, verb: int, index: int) -> int:
        """The verb; of "condemned the raid of the rebels on 9 March", the raid."""
        tree, exact = self.tree, len(self.times[index].edtf) > YEARS and len(self.inside[index]) > 1
        if tree.keys[verb] not in _JUDGES or not exact:
            return verb
        objects = (n for n in tree.kids(verb, "dobj") if n in self._nouns)
        return next((n for n in objects if n < self.heads[index]), verb)

    def _under_root(self, root: int) -> int | None:
        """The root; or, where the main clause was hung under "after the raid", its verb."""
        if self.tree.tokens[root].pos not in {"ADP", "SCONJ"}:
            return root
        below = self.tree.subtree(root)
        return next((i for i in below if self.tree.tokens[i].pos in CLAUSAL), None)

    def _nearer(self, verb: int, head: int) -> int:
        """The coordinated verb that a time before it belongs to: "left and on Monday returned"."""
        conjunctions = self.tree.kids(verb, "cc")
        for other in self.tree.kids(verb, "conj"):
            if any(verb < conjunction < head < other for conjunction in conjunctions):
                return self._nearer(other, head)
        return verb

    def _stands_under_time(self, noun: int) -> bool:
        """Whether a noun that carries a date stands under "after", "during" and the like."""
        tree, index = self.tree, noun
        while tree.tokens[index].dep in _INSIDE_NOUN:
            index = tree.tokens[index].head
            if tree.tokens[index].pos in {"ADP", "SCONJ", "VERB"}:
                return tree.words[index] in TEMPORAL - {"from", "over"}
        return False

    def _head(self, inside: list[int]) -> int:
        """The token of a time expression that hangs on what is outside it."""
        for index in inside:
            head = self.tree.tokens[index].head
            if head not in inside or head == index:
                return index
        return 0


def verb_over(tree: Tree, index: int) -> int:
    """The verb itself, or the one whose clause the noun stands in."""
    above = (a for a in tree.ancestors(index) if tree.tokens[a].pos in CLAUSAL)
    return next(above, index)
