"""Ties: which verb or event noun of a sentence a time expression belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.coding.dates.places import TEMPORAL, YEARS, Places, verb_over
from dragoman.coding.lexicon import Lexicon
from dragoman.coding.phrases import CLAUSAL
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.modality import Telling
from dragoman.coding.tense import is_first_person
from dragoman.coding.triggers import Match
from dragoman.records.readings import TimeExpression

_AFTER = frozenset({"after", "following", "since"})
_ALONG = frozenset({"under", "with", "as"})  # "signed it under Swiss mediation", "as a gift"
_WITHIN = frozenset({"during", "at", "in"})
_WHEN = frozenset({"when", "as", "while"})
_SAYS = frozenset({"read", "say", "state", "run", "declare"})
_MAKES_SURE = frozenset({"see", "make", "ensure"})  # what one saw to did happen
_OPENING = frozenset({"—", "–", "-", "--", ":", "|", "]", ")"})
_BRACKETS = frozenset({"[", "(", "*", "-", "•"})
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
        self._places = Places(tree, times, {match.head for match in matches}, begin)

    def own(self, telling: Telling) -> TimeExpression | None:
        """The time expression that the syntax ties to the event, the nearest tie first."""
        sites = list(self.sites(telling))
        ranked: list[tuple[int, int, int]] = []
        for index in range(len(self.times)):
            rank = self._rank(index, telling.match, sites)
            if rank is not None:
                ranked.append((rank, abs(self._places.heads[index] - telling.match.anchor), index))
        return self.times[min(ranked)[2]] if ranked else None

    def at(self, verb: int) -> TimeExpression | None:
        """The time expression that belongs to this verb."""
        indexes = range(len(self.times))
        return next((self.times[i] for i in indexes if self._places.site(i) == verb), None)

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
            placed = self._places.heads[index] < first and self._places.site(index) is not None
            if placed or self._opens(index):
                return time
        return None

    def _opens(self, index: int) -> bool:
        """Whether the sentence begins "After the 2010 raid", however the parser took it."""
        early = self._places.heads[index] < _OPENING_TOKENS
        begins = self.tree.words[0] in TEMPORAL or self._places.inside[index][:1] == [0]
        return early and begins and self._places.says_when(index)

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
            if self.is_meanwhile(index):
                above = verb_over(tree, above)
            elif barred or not self._passes_up(index, above, said=said):
                return
            if token.dep != "prep" or tree.words[index] in _ALONG:
                yield above
            index = above

    def is_meanwhile(self, verb: int) -> bool:
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

    def _rank(self, index: int, match: Match, sites: list[int]) -> int | None:
        """How loosely the time is tied to the event; None if not at all."""
        if self.times[index].basis == "anniversary":
            return 0 if self._is_anniversary_of(index, match) else None
        if any(self._is_day_when(index, site) for site in sites):
            return 1
        site = self._places.site(index)
        if site is not None and site in sites:
            return sites.index(site) + 1
        beside = None if site is None else self._rank_beside(index, site, sites)
        if beside is None and self._opens(index) and self._is_main(match.anchor):
            return _LOOSE
        return beside

    def _is_main(self, verb: int) -> bool:
        """Whether the verb is that of the main clause, or what the parser made of it."""
        first = self.tree.first(verb)  # a noun, where the parser missed the verbs after it
        token = self.tree.tokens[verb if self.tree.tokens[first].pos in CLAUSAL else first]
        if self.tree.words[0] not in TEMPORAL:
            return token.dep == "ROOT"
        return token.dep in {"ROOT", "ccomp", "relcl"}

    def _rank_beside(self, index: int, site: int, sites: list[int]) -> int | None:
        """A time in "when it was proclaimed on …", or of a verb with the same subject."""
        tree, token = self.tree, self.tree.tokens[site]
        verb = next((s for s in reversed(sites) if tree.tokens[s].pos in CLAUSAL), sites[-1])
        while tree.tokens[site].dep == "pcomp":  # "when it answered by leaving in May"
            site = verb_over(tree, tree.tokens[site].head)
            token = tree.tokens[site]
        if self._is_setting(index, site):
            if token.head in sites:
                return _CLAUSE + sites.index(token.head)
            site, token = token.head, tree.tokens[token.head]
        before = verb < site and self._places.heads[index] < site  # "left and on Monday returned"
        shared = not before and self._shares_subject(verb, site)
        return _SHARED if shared or self._shares_front(index, verb, site) else None

    def _is_setting(self, index: int, verb: int) -> bool:
        """Whether the clause sets the main one: "when it was proclaimed", "after … in 1971"."""
        tree = self.tree
        marks = {tree.words[c] for c in tree.kids(verb, "mark", "advmod")}
        if tree.keys[verb] == "do":  # "as they did in 1971", that is, another time
            return False
        coarse = len(self.times[index].edtf) <= YEARS
        return tree.tokens[verb].dep == "advcl" and bool(
            marks & _WHEN or (coarse and marks & _AFTER)
        )

    def _shares_front(self, index: int, verb: int, site: int) -> bool:
        """Whether the time stands before two clauses: "In 1971 Chad left, and Mali followed"."""
        tree = self.tree
        if tree.first(verb) != tree.first(site) or verb < site:
            return False
        head = self._places.heads[index]
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
        if tree.kids(max(verb, other), "nsubj", "nsubjpass"):
            return False
        adverbs = {tree.words[c] for c in tree.kids(verb, "advmod")}
        return not adverbs & self._later and not self.is_at_once(verb)

    def is_at_once(self, verb: int) -> bool:
        """Whether it is done "at once" after what was told before, whatever else is done when."""
        words = self.tree.words
        return any(words[c : c + 2] == ("at", "once") for c in self.tree.kids(verb, "prep"))

    def _is_day_when(self, index: int, verb: int) -> bool:
        """Whether the verb's clause hangs on the date: "the day when it attacked"."""
        token = self.tree.tokens[self.tree.first(verb)]
        return token.dep in {"relcl", "advcl"} and token.head in self._places.inside[index]

    def _is_anniversary_of(self, index: int, match: Match) -> bool:
        """Whether the anniversary is one of this event."""
        tree, inside = self.tree, self._places.inside[index]
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
