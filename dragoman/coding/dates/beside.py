"""Times beside an event: those of a clause near by that are the event's too."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dragoman.coding.dates.places import verb_over
from dragoman.coding.dates.ties import Ties
from dragoman.coding.lexicon import Lexicon
from dragoman.coding.phrases import CLAUSAL
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.modality import Telling
from dragoman.coding.tense import PERFECT, is_perfect, is_simple_past
from dragoman.records.dates import bounds, interval, precision
from dragoman.records.readings import TimeExpression

STAYS = frozenset({"visit", "stay", "trip", "tour", "sojourn"})
TALKS = frozenset({"talk", "meeting", "summit"})
_RANKS = frozenset({"first", "second", "third", "last", "only"})
_TALKS = frozenset({"CONSULT"})  # "talks held by Chad failed in May" were held then
_LEADS = frozenset({"end", "result", "lead", "culminate", "erupt", "escalate"})
_TERMS = frozenset({"AGREE", "CONCEDE", "SUPPORT"})
_TERMED = frozenset({"under", "by", "in"})
_SELF = frozenset({"it", "they", "he", "she", "we"})
_MAKES_KNOWN = frozenset({"say", "announce", "declare", "state", "report"})
_DECIDED = frozenset({"AGREE", "REJECT", "SANCTION", "CONCEDE"})
_SAID = frozenset({"REQUEST", "ACCUSE"})
_PURPOSE = frozenset({"advcl", "xcomp", "acl"})
_NAMING = frozenset({"NOUN", "PROPN", "VERB", "AUX"})
_ON = frozenset({"on", "during", "at"})
_BARE = frozenset({"in", "on"})
_CAUSES = frozenset({"have", "make", "let", "see", "watch"})
_HAD = frozenset({"had"})


class Beside:
    """The looser ties of one sentence, for events to which the syntax ties no time."""

    def __init__(self, tree: Tree, ties: Ties, lexicon: Lexicon) -> None:
        self.tree, self.ties = tree, ties
        self._later, self._treaties = lexicon.list("later"), lexicon.list("agreement")

    def time(self, telling: Telling) -> TimeExpression | None:
        """The time of the clause that the event goes with; None without one."""
        return (
            self._in_front(telling)
            or self._when(telling)
            or self._of_talks(telling)
            or self._of_rank(telling)
            or self._upon(telling)
            or self._outcome(telling)
            or self._of_terms(telling)
            or self._of_treaty(telling)
            or self._of_telling(telling)
            or self._behind_agent(telling)
            or self._purpose(telling)
            or self._on_visit(telling)
        )

    def is_of_charge(self, time: TimeExpression, telling: Telling) -> bool:
        """Whether a coarse time ends what one is accused of: "of five violations last year"."""
        tree, verb = self.tree, telling.match.anchor
        charges = tree.obliques(verb).get("of", ())
        begins = tree.tokens[min(charges, default=0)].start
        return bool(charges) and time.start > begins and precision(time.edtf) == "year"

    def is_appointed(self, time: TimeExpression) -> bool:
        """Whether it is the time for which something is set: "invited the king for April"."""
        starts = [i for i, t in enumerate(self.tree.tokens) if t.start == time.start]
        return bool(starts) and self.tree.words[max(starts[0] - 1, 0)] == "for"

    def _in_front(self, telling: Telling) -> TimeExpression | None:
        """The time before the first of several clauses: "In 1971 Chad left, and ties were cut"."""
        tree, verb = self.tree, telling.match.anchor
        time, first = self.ties.fronted(), self.tree.first(verb)
        if time is None or verb == first or tree.tokens[first].dep != "ROOT":
            return None
        named = any(t.end <= time.start and t.pos in _NAMING for t in tree.tokens)
        if named and tree.words[0] != "during":
            return None  # "In the treaty of 1971"
        between = [v for v in tree.group(first) if v <= verb]
        timed = [self.ties.at(v) for v in between]
        if any(other not in {None, time} for other in timed) or self._is_later(between):
            return None
        verbs = [v for v in (first, verb) if tree.tokens[v].pos in CLAUSAL]  # no misread noun
        return time if all(is_simple_past(tree, v) for v in verbs) else None

    def _is_later(self, verbs: list[int]) -> bool:
        tree, times = self.tree, self.ties.times
        adverbs = {
            tree.words[c]
            for v in verbs
            for c in tree.kids(v, "advmod")
            if not any(t.start <= tree.tokens[c].start < t.end for t in times)
        }
        return bool(adverbs & self._later)

    def _when(self, telling: Telling) -> TimeExpression | None:
        """The time right before the clause: "in May 1971, when Chad had its army attack"."""
        tree, verb = self.tree, telling.match.anchor
        over = tree.tokens[verb].head
        made = tree.tokens[verb].dep == "ccomp" and tree.keys[over] in _CAUSES
        top = tree.first(over if made else verb)
        if is_perfect(tree, top, _HAD) or any(self.ties.at(v) for v in {verb, top}):
            return None
        for when in tree.kids(top, "advmod"):
            if tree.words[when] == "when" and (time := self._ending_at(when)):
                return replace(time, edtf=time.edtf.removesuffix("/..").removeprefix("../"))
        return None

    def _ending_at(self, when: int) -> TimeExpression | None:
        """The time that ends where a clause begins, but for a comma."""
        before = when - 1 - (self.tree.words[max(when - 1, 0)] == ",")
        end = self.tree.tokens[before].end if before >= 0 else 0
        return next((time for time in self.ties.times if time.end == end), None)

    def _of_talks(self, telling: Telling) -> TimeExpression | None:
        """The time at which "talks mediated by Chad" failed, or "in a deal brokered by" it."""
        tree, participle = self.tree, self.tree.tokens[telling.match.anchor]
        talks = tree.tokens[participle.head]
        if telling.event_type not in _TALKS or participle.dep != "acl":
            return None
        if talks.dep == "pobj" and tree.words[talks.head] in _TERMED:
            return self.ties.at(tree.tokens[talks.head].head)
        return self.ties.at(talks.head) if talks.dep in {"nsubj", "nsubjpass"} else None

    def _of_rank(self, telling: Telling) -> TimeExpression | None:
        """The time at which somebody "became the first to" do it."""
        tree, verb = self.tree, telling.match.anchor
        above = next((a for a in tree.ancestors(verb) if tree.keys[a] == "become"), None)
        infinitive = any(tree.words[c] == "to" for c in tree.kids(verb, "aux"))
        if above is None or not infinitive:
            return None
        ranked = (i for noun in tree.kids(above, "attr") for i in tree.subtree(noun))
        return self.ties.at(above) if any(tree.words[i] in _RANKS for i in ranked) else None

    def _upon(self, telling: Telling) -> TimeExpression | None:
        """The time of the clause before ", whereupon Chad withdrew"."""
        tree, verb = self.tree, telling.match.anchor
        if not any(tree.words[c] == "whereupon" for c in tree.children[verb]):
            return None
        before = [i for i in range(verb) if tree.tokens[i].pos in CLAUSAL]
        return next((time for i in reversed(before) if (time := self.ties.at(i))), None)

    def _outcome(self, telling: Telling) -> TimeExpression | None:
        """The time at which a quarrel "ended in fighting", or "led to" a raid."""
        tree, noun = self.tree, telling.match.head
        above = (a for a in tree.ancestors(noun) if a != noun and tree.tokens[a].pos in CLAUSAL)
        verb = next(above, noun)
        led = tree.tokens[noun].dep == "pobj" and tree.keys[verb] in _LEADS
        return self.ties.at(verb) if led else None

    def _of_terms(self, telling: Telling) -> TimeExpression | None:
        """The time of the treaty "under which Chad undertook" something."""
        tree, verb = self.tree, telling.match.anchor
        if telling.event_type not in _TERMS or tree.tokens[verb].dep != "relcl":
            return None
        under = [c for c in tree.kids(verb, "prep") if tree.words[c] in _TERMED]
        if not any(tree.words[w] == "which" for c in under for w in tree.kids(c, "pobj")):
            return None
        above = (a for a in tree.ancestors(verb) if a != verb and tree.tokens[a].pos in CLAUSAL)
        return self.ties.at(next(above, verb))

    def _of_treaty(self, telling: Telling) -> TimeExpression | None:
        """The time of the treaty by which it is done: "By the pact of 1971 Chad undertook"."""
        tree, verb = self.tree, telling.match.anchor
        for preposition in tree.kids(verb, "prep") if telling.event_type in _TERMS else ():
            for noun in tree.kids(preposition, "pobj"):
                if tree.words[preposition] in _TERMED and tree.keys[noun] in self._treaties:
                    inside = {tree.tokens[i].start for i in tree.subtree(noun)}
                    return next((t for t in self.ties.times if t.start in inside), None)
        return None

    def _of_telling(self, telling: Telling) -> TimeExpression | None:
        """The day on which somebody "said that they had agreed", for it was news then."""
        tree, verb = self.tree, telling.match.anchor
        token = tree.tokens[verb]
        own = any(tree.words[s] in _SELF for s in tree.kids(verb, "nsubj"))
        if token.dep != "ccomp" or not own or tree.keys[token.head] not in _MAKES_KNOWN:
            return None
        if telling.event_type not in _DECIDED or not is_perfect(tree, verb, PERFECT):
            return None
        time = self.ties.at(token.head)
        return time if time and precision(time.edtf) == "day" else None

    def _behind_agent(self, telling: Telling) -> TimeExpression | None:
        """The time that the parser hung on the agent: "cut by the Malian side in May"."""
        tree, verb = self.tree, telling.match.anchor
        for agent in tree.kids(verb, "agent"):
            for noun in tree.kids(agent, "pobj"):
                for preposition in tree.kids(noun, "prep"):
                    if tree.words[preposition] in _BARE:
                        return self._under(preposition)
        return None

    def _purpose(self, telling: Telling) -> TimeExpression | None:
        """The time at which somebody was met or called "to demand" something."""
        tree, token = self.tree, self.tree.tokens[telling.match.anchor]
        infinitive = any(tree.words[c] == "to" for c in tree.kids(telling.match.anchor, "aux"))
        if token.dep not in _PURPOSE or not infinitive or telling.event_type not in _SAID:
            return None
        over = verb_over(tree, token.head)
        return self.ties.at(over) if is_simple_past(tree, over) else None

    def _on_visit(self, telling: Telling) -> TimeExpression | None:
        """The time of the visit on which it was done: "greeted him on his visit in May"."""
        tree, verb = self.tree, self.tree.first(telling.match.anchor)
        over = [verb, *tree.kids(verb, "dobj")] if is_simple_past(tree, verb) else []
        for preposition in (p for word in over for p in tree.kids(word, "prep")):
            for noun in tree.kids(preposition, "pobj"):
                if tree.words[preposition] in _ON and tree.keys[noun] in STAYS | TALKS:
                    return self.ties.at(noun)
        return None

    def _under(self, preposition: int) -> TimeExpression | None:
        """The time that is all a preposition governs."""
        below = [i for i in self.tree.subtree(preposition) if i != preposition]
        tokens = self.tree.tokens
        for time in self.ties.times:
            if all(time.start <= tokens[i].start < time.end for i in below):
                return time
        return None


def both(text: str, time: TimeExpression, times: Sequence[TimeExpression]) -> TimeExpression:
    """The time with the one after "and" or "&", if each is a year: "in 2021 and 2022"."""
    for other in times:
        joined = text[time.end : other.start] if other.start > time.end else ""
        if joined in {" and ", " & "} and {precision(time.edtf), precision(other.edtf)} == {"year"}:
            first, last = bounds(time.edtf)[0], bounds(other.edtf)[0]
            if first and last and last.year == first.year + 1:
                edtf = interval(time.edtf, other.edtf)
                return TimeExpression(start=time.start, end=other.end, edtf=edtf, basis=time.basis)
    return time
