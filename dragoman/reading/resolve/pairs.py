"""Which two are meant by `the two countries`, `both sides`, `the former` and `the latter`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from dragoman.reading.resolve.catalogue import Catalogue
from dragoman.reading.resolve.discourse import Discourse
from dragoman.reading.resolve.lands import by_size
from dragoman.reading.resolve.lexicon import word_set
from dragoman.reading.resolve.seen import Seen
from dragoman.reading.resolve.setting import FirstPerson
from dragoman.reading.resolve.words import Span, Words
from dragoman.records.readings import Referent

Referents = tuple[Referent, ...]
_URGE = word_set("urge call appeal ask send press tell warn offer invite beg advise hand exhort")
_MEDIATE = word_set("mediate broker arbitrate shuttle facilitate host")
_TOWARDS = frozenset({"to", "with", "on", "upon", "from", "for", "against"})
SIDES = frozenset({"sides", "parties"})
_NEAR = 6  # sentences back that one's neighbour is looked for
_STICKS = 2  # sentences on that `the former` are the same two
_UNION = "eu"
_FARTHEST = 30  # and `the four countries`, which are seldom others
_FAR = 12  # sentences back that `the two countries` looks


class Pairs:
    """The pairs of one document, whose discourse fills as its sentences are read."""

    def __init__(
        self,
        catalogue: Catalogue,
        discourse: Discourse,
        title: Referents,
        we: FirstPerson,
        named: Mapping[str, int] | None = None,
    ) -> None:
        self.catalogue, self.discourse, self.title = catalogue, discourse, title
        self.voice, self._topic = we.voice, we.topic
        self._named = Counter(named or {})  # by state, in all of the text
        self._last: Referents = ()
        self._since = (-1, 0)  # the sentence and the clause of the last
        self._ordered: tuple[Referents, int] = ((), 0)  # the former, the latter, and where

    def two(self, words: Words, spans: Sequence[Span], span: Span) -> Referents:
        """The two states of this sentence, else those last named together or of the title."""
        clause = _clause(words, span)
        if self._since == (words.index, clause):
            return self._last  # of `Mali invited both, and both refused`
        self._since = (words.index, clause)
        here = (
            self._in_clause(words.index, clause),
            self._named_in(words.index),
            self._states(_joined(self.discourse.in_sentence.get(words.index, []))),
            self._states(_coordinated_after(words, spans, span)),
            self._in_clause(words.index - 1, 0),
        )
        third = self._outsiders(words, span)  # whoever urges both sides is neither
        fit = (pair for pair in here if len(pair) == 2 and not third & set(pair))
        named: Referents = next(fit, ())
        if not named and words.at(span.last) in SIDES:
            named = self._opposed(words.index, third)
        counts = (self.discourse.counts, self.discourse.parties)
        rest = (self._last, *map(self._leading_two, counts))
        above = named or self._earlier(words.index, third)
        self._last = above or next((pair for pair in rest if pair and not third & set(pair)), ())
        return self._last

    def _opposed(self, sentence: int, third: AbstractSet[Referent]) -> Referents:
        """The two of the text, unless the sentence before has spoken of two without a name."""
        before = self.discourse.in_sentence.get(sentence - 1, [])
        if any(len(seen.referents) == 2 and not seen.named for seen in before):
            return ()
        plain = self.title or self._leading_two(self._named)
        return plain if not third & set(plain) else ()

    def compatriots(self, words: Words, span: Span) -> Referents:
        """The two persons of one state who are `the two` of whom the sentence has told."""
        seen = self.discourse.in_sentence.get(words.index, ())
        joint = [s.referents for s in seen if len(s.referents) == 2 and s.last < span.first]
        last = joint[-1] if joint and span.agent is None else ()
        alike = len({referent.country for referent in last}) == 1
        return last if alike and all(one.kind == "person" for one in last) else ()

    def several(self, words: Words, spans: Sequence[Span], span: Span, number: int) -> Referents:
        """The last states that were named together and were as many as this."""
        others = self._outsiders(words, span) | self._beside(words, spans, span)
        for reach, named in ((_FARTHEST, self._listed), (_FAR, self._named_once)):
            for index in range(words.index, max(self.discourse.wall, words.index - reach) - 1, -1):
                for states in named(index):
                    if len(states) == number and not others & set(states):
                        return states
        return ()

    def _listed(self, sentence: int) -> list[Referents]:
        """The states of each list of a sentence, the last first."""
        seen = self.discourse.in_sentence.get(sentence, ())
        return [self._states(one.referents) for one in reversed(seen) if len(one.referents) > 2]

    def _named_once(self, sentence: int) -> list[Referents]:
        return [self._named_in(sentence)]

    def _beside(self, words: Words, spans: Sequence[Span], span: Span) -> set[Referent]:
        """Those with whom they do something: the Malians of `the four states attacked Mali`."""
        verb = words.verb_of(words.head_of(span.first, span.last))
        others = (
            s for s in spans if s.base == "named" and s.kind == "name" and s.last != span.last
        )
        near = (s for s in others if words.verb_of(words.head_of(s.first, s.last)) == verb)
        return set(self._states([one for other in near for one in other.referents]))

    def _outsiders(self, words: Words, span: Span) -> set[Referent]:
        """Whoever meets, urges or does something to both: those of a third state."""
        verb = _done_to(words, words.head_of(span.first, span.last))
        if verb is None:
            return set()
        verbs = words.joined_verbs(verb)
        seen = self.discourse.in_sentence.get(words.index, ())
        acting = (s for s in seen if s.verb in verbs and s.subject and s.last < span.first)
        return set(self._states(_all(acting)))

    def are_of_text(self, pair: Referents) -> bool:
        """Whether these are plainly the two that the text is about."""
        others = [self.other_than(state) for state in pair]
        return len(pair) == 2 and others == [pair[1], pair[0]]

    def other_than(self, state: Referent) -> Referent | None:
        """The other of the two that the text is about; None if they are not plain."""
        pair = self.title or self._most_named() or self._leading_two(self._named)
        others = [one for one in pair if one.actor != state.actor]
        return others[0] if len(pair) == 2 and len(others) == 1 else None

    def opposite(self, sentence: int, state: Referent) -> Referent | None:
        """The one with whom a state is paired: of the text, else of a sentence not far above."""
        plain = self.other_than(state)
        for index in range(sentence, max(-1, sentence - _NEAR), -1):
            pair = () if plain else self._named_in(index)
            others = [one for one in pair if one.actor != state.actor]
            if len(pair) == 2 and len(others) == 1:
                return others[0]
        return plain

    def neighbours(
        self, sentence: int, state: Referent, words: Sequence[str], *, many: bool
    ) -> Referents:
        """The states of the text next to one; not many, but the one told by its size or at hand."""
        lands = self.catalogue.lands
        own = lands.get(state.country or "")
        near = {c for c in self._named if own and c in own.neighbours}
        if many and len(near) > 2:
            return ()
        if len(near) > 1 and own and not many:
            sized = {c for c in near if by_size(lands, (c, state.country or ""), words) == c}
            opposite = self.opposite(sentence, state)
            near = sized if len(sized) == 1 else near & {opposite.country if opposite else None}
        if near:
            return tuple(self.catalogue.referent(code) for code in sorted(near))
        other = self.opposite(sentence, state)
        beyond = lands.get(other.country or "") if other else None
        by_sea = not (own and beyond) or not (own.neighbours and beyond.neighbours)
        return (other,) if other and by_sea else ()

    def compared(self, sentence: int, words: Sequence[str]) -> Referent | None:
        """The larger or the smaller of the two at hand, as the words have it."""
        pair = self._named_in(sentence)
        pairs = (pair, self._earlier(sentence), self._most_named(), self._leading_two(self._named))
        two = next((pair for pair in pairs if len(pair) == 2), ())
        code = by_size(self.catalogue.lands, (one.country or "" for one in two), words)
        return self.catalogue.referent(code) if code else None

    def _earlier(self, sentence: int, but: AbstractSet[Referent] = frozenset()) -> Referents:
        """The two named together above; of `Mali warned both`, without Mali."""
        for index in range(sentence - 1, max(-1, sentence - _FAR), -1):
            pair = self._named_in(index)
            if but & set(pair):
                continue
            if len(pair) == 2 and self._is_of_text(pair) and not self._has_passer(pair, index):
                return pair
            if len(pair) > 2:
                joint = self._states(_joined(self.discourse.in_sentence.get(index, [])))
                if len(joint) == 2 and not self.title and self._is_of_text(joint):
                    return joint
                break
        return self._last or self.title

    def _has_passer(self, pair: Referents, sentence: int) -> bool:
        """Whether one of them is a third, named only there, beside one known before."""
        codes = [one.country or "" for one in pair]
        new = [code for code in codes if self.discourse.since.get(code) == sentence]
        return len(new) == 1 and self._named[new[0]] == 1 and len(self.discourse.since) > 2

    def _is_of_text(self, pair: Referents) -> bool:
        """Whether the text is about these two: not about one of them and a third."""
        shared = [referent for referent in pair if referent in self.title]
        return len(shared) != 1 and (self.voice is None or self.voice in pair)

    def _most_named(self) -> Referents:
        """The two states named most, if no third is named nearly as often."""
        return self._leading_two(self.discourse.counts)

    def _leading_two(self, counts: Counter[str]) -> Referents:
        named = counts.most_common(3)
        codes = (_UNION if code == "EUR" else code for code, _ in named[:2])
        states = [code for code in codes if code in self.catalogue.actors]
        pair = tuple(self.catalogue.referent(code) for code in states)
        clear = len(named) < 3 or named[2][1] < named[1][1]
        return pair if len(pair) == 2 and clear and self._is_of_text(pair) else ()

    def _in_clause(self, sentence: int, clause: int) -> Referents:
        """The two of what goes on since a semicolon; the one that a text is about goes unsaid."""
        named = self._named_in(sentence, clause)
        if len(named) == 1 and self._topic and self._topic not in named:
            return (self._topic, *named)
        return named if clause else ()

    def _named_in(self, sentence: int, since: int = 0) -> Referents:
        """The states of a sentence; where it has two besides a venue, those."""
        told = self.discourse.in_sentence.get(sentence, [])
        seen = [one for one in told if not one.weak and one.first >= since]
        parties = self._states(_all(one for one in seen if not _is_venue(one)))
        if len(parties) == 2:
            return parties
        peopled = self._states(_all(one for one in seen if not _is_place(one)))
        return peopled or self._states(_all(seen))

    def _states(self, referents: Sequence[Referent]) -> Referents:
        found = map(self.party_of, referents)
        return tuple(dict.fromkeys(state for state in found if state))

    def party_of(self, referent: Referent) -> Referent | None:
        """The state of someone, or the Union, which deals with states as if it were one."""
        is_union = referent.country == "EUR"
        return self.catalogue.referent(_UNION) if is_union else self.catalogue.state_of(referent)

    def former_and_latter(self, words: Words, at: int) -> Referents:
        """The last two before this word; those of `the former` a little above, too."""
        two, since = self._ordered
        if not two or words.index - since > _STICKS:
            two = self._last_two(words, at)
        if two:
            self._ordered = two, words.index
        return two

    def _last_two(self, words: Words, at: int) -> Referents:
        """The last two before this word: joined by `and`, else in the order first named."""
        verb = words.verb_of(at)
        acts = words.is_subject(at, at)
        here = [
            seen
            for seen in self.discourse.in_sentence.get(words.index, ())
            if seen.last < at and "of" not in (words.at(seen.first - 1), words.at(seen.first - 2))
        ]
        apart = [s for s in here if acts or not s.subject or s.verb != verb]  # who does it to them
        before = self.discourse.in_sentence.get(words.index - 1, [])
        tried = (apart, here, [*before, *apart], [*before, *here])
        return next(filter(None, map(_two_of, tried)), ())


def _done_to(words: Words, number: int) -> int | None:
    """The verb by which something is done to a noun: of `met both`, `urged both to stop`."""
    token = words.tokens[number]
    over = words.tokens[token.head]
    if token.dep in ("dobj", "dative"):
        return token.head
    if token.dep == "nsubj" and over.tag == "VB" and over.dep in ("ccomp", "xcomp"):
        return over.head if words.tokens[over.head].lemma in _URGE else None
    if token.dep != "pobj":
        return None
    verb = words.verb_of(token.head)
    if over.text == "between":
        return verb if words.tokens[verb].lemma in _MEDIATE else None
    return verb if over.head == verb and over.text in _TOWARDS else None


def _clause(words: Words, span: Span) -> int:
    """Where what goes on since the last semicolon begins."""
    marks = [n for n in range(span.first) if words.at(n) == ";"]
    return marks[-1] + 1 if marks else 0


def _two_of(seen: Sequence[Seen]) -> Referents:
    joined = _joined(seen)
    if joined:
        return joined
    told = (s for s in seen if len(s.referents) == 1 and not (s.adjective or _is_venue(s)))
    single = (s for s in told if not s.many or s.referents[0].kind == "military")
    found = tuple(dict.fromkeys(_all(single)))[-2:]
    return found if len(found) == 2 else ()


def _joined(seen: Sequence[Seen]) -> Referents:
    """The last two that `and` joins."""
    two = [one for one in seen if len(one.referents) == 2 and one.first < one.last]
    acting = [one for one in two if one.referents[0].kind != "people"] or two
    return acting[-1].referents if acting else ()


def _all(seen: Iterable[Seen]) -> list[Referent]:
    return [referent for one in seen for referent in one.referents]


def _is_venue(seen: Seen) -> bool:
    """Whether it is where something happens, rather than who takes part."""
    return seen.located or _is_place(seen)


def _is_place(seen: Seen) -> bool:
    return any(referent.kind == "place" for referent in seen.referents)


def _coordinated_after(words: Words, spans: Sequence[Span], span: Span) -> Referents:
    """The two joined by `and` after a span, as in `urged both sides after A and B clashed`."""
    later = [s for s in spans if s.first > span.last and s.base == "named" and s.referents]
    joined = [
        (*one.referents, *other.referents)
        for one, other in pairwise(later)
        if words.folded[one.last + 1 : other.first] in (["and"], ["and", "the"])
        and not any(words.folded[s.last + 1 : one.first] in ([","], [",", "the"]) for s in later)
    ]
    return joined[0] if len(joined) == 1 else ()
