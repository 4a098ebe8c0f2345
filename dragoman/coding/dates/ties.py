"""Ties: which verb or event noun of a sentence a time expression belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.coding.lexicon import Lexicon
from dragoman.coding.phrases import CLAUSAL
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.modality import Telling
from dragoman.coding.tense import is_first_person
from dragoman.coding.triggers import Match
from dragoman.records.readings import TimeExpression

_TEMPORAL = frozenset(
    {"after", "during", "following", "since", "in", "on", "at", "amid", "from", "over"}
    | {"throughout", "within", "between", "around", "upon"}
)
_MODIFIES = frozenset({"nummod", "compound", "amod", "poss", "nmod", "appos", "npadvmod"})
_INSIDE_NOUN = frozenset({"compound", "pobj", "nmod", "poss", "appos", "conj"})
_BARE = frozenset({"in", "on"})
_NOT_WHEN = frozenset({"until", "till", "by", "before", "prior", "unless"})
_AFTER = frozenset({"after", "following", "since"})
_ALONG = frozenset({"under", "with"})  # "signed it under Swiss mediation"
_WITHIN = frozenset({"during", "at", "in"})
_WHEN = frozenset({"when", "as", "while"})
_SAYS = frozenset({"read", "say", "state", "run", "declare"})
_SPOKEN = frozenset({"speech", "statement", "address", "letter", "interview", "message", "note"})
_MAKES_SURE = frozenset({"see", "make", "ensure"})  # what one saw to did happen
_OPENING = frozenset({"—", "–", "-", "--", ":", "|", "]", ")"})
_BRACKETS = frozenset({"[", "(", "*", "-", "•"})
_YEARS = len("2010/2011")  # an EDTF text so short says no day
_OPENING_TOKENS = 6
_SHARED, _CLAUSE, _LOOSE = 12, 20, 30  # looser ties; closer ones count steps up the tree


class Ties:
    """The time expressions of one sentence and what they hang on."""

    def __init__(
        self,
        tree: Tree,
        times: Sequence[TimeExpression],
        matches: Sequence[Match],
        lexicon: Lexicon,
        begin: int,
    ) -> None:
        self.tree, self.times, self.matches = tree, times, matches
        self._later = lexicon.list("later")
        self._begin = begin  # what stands before is the dateline's
        self._inside = [
            [i for i, t in enumerate(tree.tokens) if t.start < time.end and t.end > time.start]
            for time in times
        ]
        self._heads = [self._head(inside) for inside in self._inside]

    def own(self, telling: Telling) -> TimeExpression | None:
        """The time expression that the syntax ties to the event, the nearest tie first."""
        sites = list(self.sites(telling))
        ranked: list[tuple[int, int, int]] = []
        for index in range(len(self.times)):
            rank = self._rank(index, telling.match, sites)
            if rank is not None:
                ranked.append((rank, abs(self._heads[index] - telling.match.anchor), index))
        return self.times[min(ranked)[2]] if ranked else None

    def at(self, verb: int) -> TimeExpression | None:
        """The time expression that belongs to this verb."""
        indexes = range(len(self.times))
        return next((self.times[i] for i in indexes if self._site(i) == verb), None)

    def at_clause(self) -> bool:
        """Whether the main clause, or one coordinated with it, has a time of its own."""
        root = next((i for i, token in enumerate(self.tree.tokens) if token.head == i), 0)
        timed = any(self.at(verb) is not None for verb in self.tree.group(root))
        return timed or self.fronted() is not None

    def fronted(self) -> TimeExpression | None:
        """The time that the sentence is set in before its first verb."""
        verbs = (i for i, token in enumerate(self.tree.tokens) if token.pos in CLAUSAL)
        first = next(verbs, 0)
        for index, time in enumerate(self.times):
            placed = self._heads[index] < first and self._site(index) is not None
            if placed or self._opens(index):
                return time
        return None

    def _opens(self, index: int) -> bool:
        """Whether the sentence begins "After the 2010 raid", however the parser took it."""
        early = self._heads[index] < _OPENING_TOKENS
        begins = self.tree.words[0] in _TEMPORAL or self._inside[index][:1] == [0]
        return early and begins and self._says_when(index)

    def row_head(self) -> TimeExpression | None:
        """A date with which the line begins, parted from the rest by a dash, colon or bar."""
        if not self.times:
            return None
        time, tokens = self.times[0], self.tree.tokens
        after = [t.text for t in tokens if t.start >= time.end and t.text.strip()]
        before = [t for t in tokens if t.end <= time.start and t.text not in _BRACKETS]
        return time if not before and after and after[0] in _OPENING else None

    def sites(self, telling: Telling) -> Iterator[int]:
        """The word of the event, then what governs it without being an event of its own."""
        tree, match = self.tree, telling.match
        if match.head != match.anchor:
            yield match.head
        index = match.anchor
        yield index
        said = telling.changed_by == "future" or is_first_person(tree, index)
        anchors = {other.anchor for other in self.matches if other is not match}
        while tree.tokens[index].head != index:
            token, above = tree.tokens[index], tree.tokens[index].head
            barred = above in anchors and tree.words[index] not in _ALONG
            if self._is_meanwhile(index):
                above = self._verb_over(above)
            elif barred or not self._passes_up(index, above, said=said):
                return
            if token.dep != "prep" or tree.words[index] == "as":  # "left as a gift to Chad"
                yield above
            index = above

    def _is_meanwhile(self, verb: int) -> bool:
        """Whether a clause tells what goes with another: ", accusing", "during which it said"."""
        tree, token = self.tree, self.tree.tokens[verb]
        if token.dep not in {"advcl", "relcl"}:
            return False
        if any(tree.words[c] == "where" and token.head < verb for c in tree.kids(verb, "advmod")):
            return token.tag in {"VBD", "VBN"}  # "went to Bern, where it signed"
        within = [p for p in tree.kids(verb, "prep") if tree.words[p] in _WITHIN]
        if any(tree.words[c] == "which" for p in within for c in tree.kids(p, "pobj")):
            return True
        follows = token.dep == "advcl" and token.tag == "VBG" and token.head < verb
        return follows and not tree.kids(verb, "mark", "aux", "nsubj")

    def _verb_over(self, index: int) -> int:
        """The verb itself, or the one whose clause the noun stands in."""
        above = (a for a in self.tree.ancestors(index) if self.tree.tokens[a].pos in CLAUSAL)
        return next(above, index)

    def _rank(self, index: int, match: Match, sites: list[int]) -> int | None:
        """How loosely the time is tied to the event; None if not at all."""
        if self.times[index].basis == "anniversary":
            return 0 if self._is_anniversary_of(index, match) else None
        if any(self._is_day_when(index, site) for site in sites):
            return 1
        site = self._site(index)
        if site is not None and site in sites:
            return sites.index(site) + 1
        beside = None if site is None else self._rank_beside(index, site, sites)
        if beside is None and self._opens(index) and self._is_main(match.anchor):
            return _LOOSE
        return beside

    def _is_main(self, verb: int) -> bool:
        """Whether the verb is that of the main clause, or what the parser made of it."""
        if self.tree.words[0] not in _TEMPORAL:
            return self.tree.tokens[verb].dep == "ROOT"
        return self.tree.tokens[verb].dep in {"ROOT", "ccomp", "relcl"}

    def _rank_beside(self, index: int, site: int, sites: list[int]) -> int | None:
        """A time in "when it was proclaimed on …", or of a verb with the same subject."""
        tree, token = self.tree, self.tree.tokens[site]
        verb = next((s for s in reversed(sites) if tree.tokens[s].pos in CLAUSAL), sites[-1])
        if self._is_setting(index, site):
            if token.head in sites:
                return _CLAUSE + sites.index(token.head)
            site, token = token.head, tree.tokens[token.head]
        if self._shares_subject(verb, site) or self._shares_front(index, verb, site):
            return _SHARED
        return None

    def _is_setting(self, index: int, verb: int) -> bool:
        """Whether the clause sets the main one: "when it was proclaimed", "after … in 1971"."""
        tree = self.tree
        marks = {tree.words[c] for c in tree.kids(verb, "mark", "advmod")}
        coarse = len(self.times[index].edtf) <= _YEARS
        return tree.tokens[verb].dep == "advcl" and bool(
            marks & _WHEN or (coarse and marks & _AFTER)
        )

    def _shares_front(self, index: int, verb: int, site: int) -> bool:
        """Whether the time stands before two clauses: "In 1971 Chad left, and Mali followed"."""
        tree = self.tree
        if tree.first(verb) != tree.first(site) or verb < site:
            return False
        head = self._heads[index]
        above = tree.tokens[head].head
        direct = site in {above, tree.tokens[above].head}  # not "in the treaty of 1971"
        subjects = [min(tree.subtree(s)) for s in tree.kids(site, "nsubj", "nsubjpass")]
        simple = tree.tokens[verb].tag == tree.tokens[site].tag and not tree.kids(verb, "aux")
        return direct and head < max(subjects, default=site) and simple and not self._has_own(verb)

    def _has_own(self, verb: int) -> bool:
        """Whether a verb is set in a time of its own, if only by "later"."""
        adverbs = {self.tree.words[c] for c in self.tree.kids(verb, "advmod")}
        return bool(adverbs & self._later) or self.at(verb) is not None

    def _shares_subject(self, verb: int, other: int) -> bool:
        """Whether two coordinated verbs have one subject, so that one time serves both."""
        tree = self.tree
        if tree.first(verb) != tree.first(other) or tree.tokens[verb].pos not in CLAUSAL:
            return False
        adverbs = {tree.words[c] for c in tree.kids(verb, "advmod")}
        second = max(verb, other)
        return not tree.kids(second, "nsubj", "nsubjpass") and not adverbs & self._later

    def _is_day_when(self, index: int, verb: int) -> bool:
        """Whether the verb's clause hangs on the date: "the day when it attacked"."""
        token = self.tree.tokens[self.tree.first(verb)]
        return token.dep in {"relcl", "advcl"} and token.head in self._inside[index]

    def _is_anniversary_of(self, index: int, match: Match) -> bool:
        """Whether the anniversary is one of this event."""
        tree, inside = self.tree, self._inside[index]
        for above in list(tree.ancestors(match.head))[1:]:
            if tree.keys[above] == "anniversary" or above in inside:
                return True
            if tree.tokens[above].pos in CLAUSAL and tree.tokens[above].dep not in {"acl", "relcl"}:
                return False
        return False

    def _passes_up(self, index: int, above: int, *, said: bool) -> bool:
        """Whether the time of the word above is that of this one; what is said is done then."""
        tree, token = self.tree, self.tree.tokens[index]
        if self._is_cleft(above):
            return True
        if token.dep == "ccomp":
            return said or self._makes_sure(above)
        if token.dep in {"acl", "relcl"}:
            infinitive = any(tree.words[c] == "to" for c in tree.kids(index, "aux"))
            return infinitive or (said and tree.keys[index] in _SAYS)
        if token.dep == "conj" and token.pos in CLAUSAL:
            return token.tag == "VB" and not tree.kids(index, "nsubj")
        return token.dep not in {"advcl", "parataxis", "ROOT"}

    def _is_cleft(self, above: int) -> bool:
        """Whether it is the "was" of "It was on Monday that …"."""
        subjects = self.tree.kids(above, "nsubj")
        return self.tree.keys[above] == "be" and any(self.tree.words[c] == "it" for c in subjects)

    def _makes_sure(self, above: int) -> bool:
        return any(self.tree.keys[a] in _MAKES_SURE for a in (above, self.tree.tokens[above].head))

    def _site(self, index: int) -> int | None:
        """The verb or event noun that the time belongs to; None if it only names a thing."""
        if not self._says_when(index):
            return None
        tree, nouns = self.tree, {match.head for match in self.matches}
        if self._is_swallowed(index):
            return self._verb_over(self._heads[index])
        here, prepositional = self._heads[index], False
        while tree.tokens[here].head != here:
            token, above = tree.tokens[here], tree.tokens[here].head
            if tree.tokens[above].pos in CLAUSAL or above in nouns:
                return self._nearer(self._speaker_of(above), self._heads[index])
            if tree.tokens[above].pos == "ADP":
                prepositional = tree.words[above] in _TEMPORAL
            elif token.dep in _MODIFIES or not prepositional:
                prepositional = self._stands_under_time(above)
            if tree.words[above] in _NOT_WHEN or not (
                prepositional or tree.tokens[above].pos == "ADP"
            ):
                return None
            here = above
        return self._under_root(here)

    def _is_swallowed(self, index: int) -> bool:
        """Whether the parser hung "on 3 May" on the name after it, and left "on" with nothing."""
        first = min(self._inside[index], default=0)
        before = max(first - 1, 0)
        loose = first > 0 and self.tree.words[before] in _BARE
        return loose and not self.tree.children[before]

    def _speaker_of(self, verb: int) -> int:
        """The verb; of "to open it in a speech in July", the one that the speech goes with."""
        tree, token = self.tree, self.tree.tokens[verb]
        nouns = tree.obliques(verb).get("in", ())
        spoken = any(tree.keys[n] in _SPOKEN for n in nouns)
        return token.head if spoken and token.dep in {"xcomp", "ccomp"} else verb

    def _under_root(self, root: int) -> int | None:
        """The root; or, where the main clause was hung under "after the raid", its verb."""
        if self.tree.tokens[root].pos not in {"ADP", "SCONJ"}:
            return root
        below = self.tree.subtree(root)
        return next((i for i in below if self.tree.tokens[i].pos in CLAUSAL), None)

    def _says_when(self, index: int) -> bool:
        """Whether the expression says when at all, and not until when or long after what."""
        tree, head, time = self.tree, self._heads[index], self.times[index]
        if time.basis == "anniversary" or time.start < self._begin:
            return False
        before = {tree.words[i] for i in (tree.tokens[head].head, head, max(head - 1, 0))}
        if before & _NOT_WHEN:
            return False
        return len(time.edtf) <= _YEARS or not self._is_after(head)

    def _is_after(self, head: int) -> bool:
        tree = self.tree
        for above in tree.ancestors(head):
            if tree.tokens[above].pos in CLAUSAL:
                return False
            if tree.words[above] in _AFTER:
                return True
        return False

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
                return tree.words[index] in _TEMPORAL - {"from", "over"}
        return False

    def _head(self, inside: list[int]) -> int:
        """The token of a time expression that hangs on what is outside it."""
        for index in inside:
            head = self.tree.tokens[index].head
            if head not in inside or head == index:
                return index
        return 0
