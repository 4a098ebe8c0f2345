"""Times beside an event: those of a clause near by that are the event's too."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from dragoman.coding.dates.occasions import Occasions
from dragoman.coding.dates.places import BARE
from dragoman.coding.dates.ties import Ties
from dragoman.coding.lexicon import Lexicon
from dragoman.coding.phrases import CLAUSAL
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.modality import Telling
from dragoman.coding.tense import HAD, PERFECT, is_perfect, is_simple_past, root_of
from dragoman.records.dates import bounds, interval, precision
from dragoman.records.readings import TimeExpression

_RANKS = frozenset({"first", "second", "third", "last", "only"})
_LEADS = frozenset({"end", "result", "lead", "culminate", "erupt", "escalate"})
_SELF = frozenset({"it", "they", "he", "she", "we"})
_MAKES_KNOWN = frozenset({"say", "tell", "announce", "declare", "state", "report"})
_DECIDED = frozenset({"AGREE", "REJECT", "SANCTION", "CONCEDE", "COERCE", "RETREAT"})
_BY_WORD = frozenset({"ACCUSE", "CONCEDE", "REJECT", "REQUEST", "SUPPORT"})
_BEGINS = frozenset({"begin", "start", "decide", "agree"})
_NAMING = frozenset({"NOUN", "PROPN", "VERB", "AUX"})
_CAUSES = frozenset({"have", "make", "let", "see", "watch"})


class Beside:
    """The looser ties of one sentence, for events to which the syntax ties no time."""

    def __init__(self, tree: Tree, ties: Ties, lexicon: Lexicon) -> None:
        self.tree, self.ties = tree, ties
        self._later, self._occasions = lexicon.list("later"), Occasions(tree, ties, lexicon)

    def time(self, telling: Telling) -> TimeExpression | None:
        """The time of the clause that the event goes with; None without one."""
        return (
            self._in_front(telling)
            or self._when(telling)
            or self._of_rank(telling)
            or self._upon(telling)
            or self._outcome(telling)
            or self._of_telling(telling)
            or self._behind_agent(telling)
            or self._in_brackets(telling)
            or self._occasions.time(telling)
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
        if time and tree.tokens[verb].tag == "VBD" and tree.tokens[root_of(tree)].pos == "NOUN":
            return time  # the parser has lost the main clause
        if time is None or verb == first or tree.tokens[first].dep != "ROOT":
            return None
        named = any(t.end <= time.start and t.pos in _NAMING for t in tree.tokens)
        if named and tree.words[0] != "during":
            return None  # "In the treaty of 1971 Chad praised Mali, and"
        between = [v for v in tree.group(first) if v <= verb]
        timed = [other for v in between if (other := self.ties.at(v))]
        if any(other.start != time.start for other in timed) or self._is_later(between):
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
        if is_perfect(tree, top, HAD) or any(self.ties.at(v) for v in {verb, top}):
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

    def _of_telling(self, telling: Telling) -> TimeExpression | None:
        """The day on which somebody "said that they had agreed", for it was news then."""
        tree, verb = self.tree, self._finite(telling.match.anchor)
        token = tree.tokens[verb]
        told = token.head < verb
        own = any(tree.words[s] in _SELF for s in tree.kids(verb, "nsubj"))
        if token.dep != "ccomp" or tree.keys[token.head] not in _MAKES_KNOWN:
            return None
        going_on = token.tag == "VBG" and bool(tree.kids(verb, "aux"))  # "it was breaking ties"
        done = is_perfect(tree, verb, PERFECT) and (own or not told)
        by_word = own and telling.event_type in _BY_WORD and token.tag == "VBD"
        if not by_word and not (telling.event_type in _DECIDED and (done or going_on)):
            return None
        time = self.ties.at(token.head) or self.ties.at(tree.first(token.head))
        return time if time and precision(time.edtf) == "day" else None

    def _finite(self, verb: int) -> int:
        """The verb itself, or the one under which it is "begun"."""
        above = self.tree.tokens[verb].head
        begun = self.tree.tokens[verb].dep == "xcomp" and self.tree.keys[above] in _BEGINS
        return above if begun else verb

    def _behind_agent(self, telling: Telling) -> TimeExpression | None:
        """The time that the parser hung on the agent: "cut by the Malian side in May"."""
        tree, verb = self.tree, telling.match.anchor
        for agent in tree.kids(verb, "agent"):
            for noun in tree.kids(agent, "pobj"):
                for preposition in tree.kids(noun, "prep"):
                    if tree.words[preposition] in BARE:
                        return self._under(preposition)
        return None

    def _in_brackets(self, telling: Telling) -> TimeExpression | None:
        """The day in brackets that closes its clause: "Chad broke relations (3 May), and"."""
        tree, verb = self.tree, telling.match.anchor
        after = (t for t in self.ties.times if t.start > tree.tokens[verb].start)
        time = next(after, None)
        if time is None or precision(time.edtf) not in {"day", "month"}:
            return None
        inside = [i for i, t in enumerate(tree.tokens) if time.start <= t.start < time.end]
        if not inside or tree.words[inside[0] - 1] != "(":
            return None
        closed = tree.words[inside[-1] + 1 : inside[-1] + 2] == (")",)
        verbs = any(tree.tokens[i].pos in CLAUSAL for i in range(verb + 1, inside[0]))
        return time if closed and not verbs else None

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
