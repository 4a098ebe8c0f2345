"""Ties: which verb or event noun of a sentence a time expression belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.coding.dates.places import AFTER, TEMPORAL, YEARS, Places, verb_over
from dragoman.coding.lexicon import Lexicon
from dragoman.coding.phrases import CLAUSAL
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.modality import Telling
from dragoman.coding.tense import HAD, PRESENT, is_first_person, is_perfect
from dragoman.coding.triggers import Match
from dragoman.records.dates import contains, precision
from dragoman.records.readings import TimeExpression

_ALONG = frozenset({"under", "with", "as"})  # "signed it under Swiss mediation", "as a gift"
_WITHIN = frozenset({"during", "at", "in"})
_RECOUNTS = frozenset({"recall", "remember", "commemorate", "mark"})
_REMEMBERED = frozenset({"visit", "meeting", "talk", "trip", "summit", "agreement", "war"})
_JOINS = frozenset({"and", "but", "or", "then", ";"})
_PROCLAIMS = frozenset({"announce", "declare", "proclaim"})
_WHEN = frozenset({"when", "as", "while"})
_SAYS = frozenset({"read", "say", "state", "run", "declare"})
NOTES = frozenset(
    {"note", "statement", "letter", "communique", "message", "declaration", "resolution", "cable"}
    | {"speech", "protest"}
)
_TO_COME = frozenset({"will", "would", "shall", "'ll"})
_IMPLIED = frozenset({"allow", "permit", "let", "enable", "force", "compel", "manage"})
_BEFORE_OR_AFTER = frozenset({"after", "before", "following", "since"})
_MAKES_SURE = frozenset({"see", "make", "ensure"})  # what one saw to did happen
_OPENING_TOKENS = 6
ASKS = frozenset({"REQUEST", "AGREE", "THREATEN"})
_YIELDS = frozenset({"CONCEDE", "REJECT", "SUPPORT", "ACCUSE"})  # "refused to meet in May"
_DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT"})  # the others are said
_SHARED, _CLAUSE, _LOOSE = 12, 20, 30  # looser ties; closer ones count steps up the tree


def _is_within(fine: TimeExpression, coarse: TimeExpression) -> bool:
    """Whether it tells the same more finely: "1971: Chad left on 3 May"."""
    years = precision(coarse.edtf) == "year" and precision(fine.edtf) in {"month", "day"}
    return years and fine.start > coarse.end and contains(coarse.edtf, fine.edtf)


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
        if not ranked:
            return None
        nearest = self.times[min(ranked)[2]]
        close = (self.times[index] for rank, _, index in ranked if rank < _SHARED)
        return next((t for t in close if _is_within(t, nearest)), nearest)

    def at(self, verb: int) -> TimeExpression | None:
        """The time expression that belongs to this verb."""
        indexes = range(len(self.times))
        return next((self.times[i] for i in indexes if self._places.site(i) == verb), None)

    def at_clause(self) -> bool:
        """Whether the main clause, or one coordinated with it, has a time of its own."""
        root = next((i for i, token in enumerate(self.tree.tokens) if token.head == i), 0)
        own = (v for v in self.tree.group(root) if v == root or not self.tree.kids(v, "nsubjpass"))
        timed = any(self.at(verb) is not None for verb in own)
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

    def sites(self, telling: Telling) -> Iterator[int]:
        """The word of the event, then what governs it without being an event of its own."""
        tree, match = self.tree, telling.match
        if match.head != match.anchor:
            yield match.head
        index = match.anchor
        yield index
        yield from self._complements(telling)
        said = telling.changed_by == "future" or self._is_said(index)
        anchors = {other.anchor for other in self.matches if other is not match}
        while tree.tokens[index].head != index:
            token, above = tree.tokens[index], tree.tokens[index].head
            barred = above in anchors and not self._goes_along(index)
            if self.is_meanwhile(index):
                above = self.along(telling, index)
            elif barred or not self._passes_up(index, above, said=said):
                return
            if token.dep != "prep" or self._goes_along(index):
                yield above
            index = above

    def _goes_along(self, index: int) -> bool:
        """Whether it is part of the verb's deed: "as a gift", "by expelling", "sent a note"."""
        tree, word = self.tree, self.tree.words[index]
        noted = tree.keys[index] in NOTES and tree.tokens[index].dep == "dobj"
        return noted or word in _ALONG or (word == "by" and bool(tree.kids(index, "pcomp")))

    def _is_said(self, verb: int) -> bool:
        """Whether it is done by saying it: "we will", "said that it would"."""
        helpers = {self.tree.words[c] for c in self.tree.kids(verb, "aux")}
        return bool(helpers & _TO_COME) or is_first_person(self.tree, verb)

    def _complements(self, telling: Telling) -> Iterator[int]:
        """What is done in doing it: "stopped selling in May", "was allowed to open it in 1973"."""
        tree, verb = self.tree, telling.match.anchor
        if telling.changed_by or telling.event_type in ASKS:
            return
        anchors = {match.anchor for match in self.matches}
        for below in tree.kids(verb, "xcomp", "ccomp", "advcl"):
            infinitive = any(tree.words[c] == "to" for c in tree.kids(below, "aux"))
            told = tree.tokens[below].dep == "ccomp" or below in anchors
            purpose = telling.event_type not in _YIELDS and not told
            gerund = not infinitive and tree.tokens[below].dep == "xcomp"
            if gerund or (infinitive and (purpose or tree.keys[verb] in _IMPLIED)):
                yield below

    def is_meanwhile(self, verb: int) -> bool:
        """Whether a clause tells what goes with another: ", accusing", "during which it said"."""
        tree, token = self.tree, self.tree.tokens[verb]
        if token.dep not in {"advcl", "relcl"}:
            return False
        if any(tree.words[c] == "where" and token.head < verb for c in tree.kids(verb, "advmod")):
            return token.tag in {"VBD", "VBN"}  # "went to Bern, where it signed"
        within = [p for p in tree.kids(verb, "prep") if tree.words[p] in _WITHIN]
        if any(tree.words[c] == "which" for p in within for c in tree.kids(p, "pobj")):
            between = tree.words[verb_over(tree, token.head) : verb]
            return _BEFORE_OR_AFTER.isdisjoint(between)
        if any(tree.words[c] == "when" for c in tree.kids(verb, "advmod")):
            tags = {token.tag, tree.tokens[token.head].tag}
            return token.head < verb and (tags <= PRESENT or tags == {"VBD"})
        follows = token.dep == "advcl" and token.tag == "VBG" and token.head < verb
        return follows and not tree.kids(verb, "mark", "aux", "nsubj")

    def along(self, telling: Telling, verb: int) -> int:
        """The verb that a clause goes with; of "they had fired, it said, killing two", fired."""
        tree, over = self.tree, verb_over(self.tree, self.tree.tokens[verb].head)
        told = [c for c in tree.kids(over, "ccomp") if c < over < verb]
        return told[0] if told and telling.event_type in _DEEDS else over

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
        told = token.dep == "ccomp" and self.tree.keys[token.head] not in _PROCLAIMS
        before = told and is_perfect(self.tree, verb, HAD)  # "said it had left"
        return token.dep in {"ROOT", "ccomp", "relcl"} and not before

    def _rank_beside(self, index: int, site: int, sites: list[int]) -> int | None:
        """A time in "when it was proclaimed on …", or of a verb with the same subject."""
        tree, token = self.tree, self.tree.tokens[site]
        top = [s for s in sites if tree.tokens[s].head == s or tree.tokens[s].head not in sites]
        verb = next((s for s in reversed(top) if tree.tokens[s].pos in CLAUSAL), sites[-1])
        while tree.tokens[site].dep in {"pcomp", "xcomp"}:  # "when it answered by leaving in May"
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
            marks & _WHEN or (coarse and marks & AFTER)
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
        joined = set(tree.words[other : max(tree.group(tree.first(verb)))])
        if other < verb and (not _JOINS & joined or self._recounts(other)):
            return False  # no coordination, but two verbs that the parser could not place
        adverbs = {tree.words[c] for c in tree.kids(verb, "advmod")}
        return not adverbs & self._later and not self.is_at_once(verb)

    def _recounts(self, verb: int) -> bool:
        """Whether it is "recalled his visit", of which the time is that of the visit."""
        nouns = {self.tree.keys[noun] for noun in self.tree.kids(verb, "dobj")}
        return self.tree.keys[verb] in _RECOUNTS and bool(nouns & _REMEMBERED)

    def is_recounted(self, noun: int) -> bool:
        """Whether it is the visit or war that somebody recalls."""
        token = self.tree.tokens[noun]
        return token.dep == "dobj" and self._recounts(token.head)

    def is_at_once(self, verb: int) -> bool:
        """Whether it is done "at once" after what was told before, whatever else is done when."""
        words = self.tree.words
        return any(words[c : c + 2] == ("at", "once") for c in self.tree.kids(verb, "prep"))

    def _is_day_when(self, index: int, verb: int) -> bool:
        """Whether the verb's clause hangs on the date: "the day when it attacked"."""
        tree, first = self.tree, self.tree.first(verb)
        token = tree.tokens[first]
        if any(tree.words[p] in AFTER for p in tree.kids(first, "prep") if p < first):
            return False  # "in May, after which it attacked"
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
            noted = token.tag == "VBG" and tree.keys[above] in NOTES  # "a note accusing it"
            return infinitive or noted or (said and tree.keys[index] in _SAYS)
        if token.dep == "conj" and token.pos in CLAUSAL:
            same = token.tag == "VB" or token.tag == tree.tokens[token.head].tag == "VBG"
            return same and not tree.kids(index, "nsubj")
        return token.dep not in {"advcl", "parataxis", "ROOT"}

    def _is_cleft(self, above: int) -> bool:
        """Whether it is the "was" of "It was on Monday that …"."""
        subjects = self.tree.kids(above, "nsubj")
        return self.tree.keys[above] == "be" and any(self.tree.words[c] == "it" for c in subjects)

    def _makes_sure(self, above: int) -> bool:
        return any(self.tree.keys[a] in _MAKES_SURE for a in (above, self.tree.tokens[above].head))
