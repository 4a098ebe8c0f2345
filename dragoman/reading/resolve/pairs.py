"""Which two are meant by `the two countries`, `both sides`, `the former` and `the latter`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from dragoman.reading.resolve.catalogue import Catalogue
from dragoman.reading.resolve.discourse import Discourse
from dragoman.reading.resolve.lexicon import word_set
from dragoman.reading.resolve.seen import Seen
from dragoman.reading.resolve.words import Span, Words
from dragoman.records.readings import Referent

Referents = tuple[Referent, ...]
_URGE = word_set("urge call appeal ask send press tell warn offer invite beg advise hand exhort")
_NEAR = 4  # sentences back that one's neighbour is looked for
_FAR = 12  # sentences back that `the two countries` looks


class Pairs:
    """The pairs of one document, whose discourse fills as its sentences are read."""

    def __init__(
        self,
        catalogue: Catalogue,
        discourse: Discourse,
        title: Referents,
        voice: Referent | None,
    ) -> None:
        self.catalogue, self.discourse, self.title, self.voice = catalogue, discourse, title, voice
        self._last: Referents = ()

    def two(self, words: Words, spans: Sequence[Span], span: Span) -> Referents:
        """The two states of this sentence, else those last named together or of the title."""
        here = (
            self._named_in(words.index),
            self._states(_joined(self.discourse.in_sentence.get(words.index, []))),
            self._states(_coordinated_after(words, spans, span)),
        )
        theirs = self._urging(words, span)  # whoever urges both sides is neither
        named = next((pair for pair in here if len(pair) == 2 and set(pair) != theirs), ())
        self._last = named or self._earlier(words.index) or self._last or self._most_named()
        self._last = self._last or self._leading_two(self.discourse.parties)
        return self._last

    def _urging(self, words: Words, span: Span) -> set[Referent]:
        """The joint subjects of a verb by which both sides are urged or sent something."""
        verb = words.verb_of(words.head_of(span.first, span.last))
        if words.tokens[verb].lemma not in _URGE or words.is_subject(span.first, span.last):
            return set()
        seen = self.discourse.in_sentence.get(words.index, ())
        joint = [s for s in seen if s.verb == verb and s.subject and s.last < span.first]
        return set(self._states(_all(joint)))

    def are_of_text(self, pair: Referents) -> bool:
        """Whether these are plainly the two that the text is about."""
        others = [self.other_than(state) for state in pair]
        return len(pair) == 2 and others == [pair[1], pair[0]]

    def other_than(self, state: Referent) -> Referent | None:
        """The other of the two that the text is about; None if they are not plain."""
        pair = self.title or self._most_named()
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

    def _earlier(self, sentence: int) -> Referents:
        for index in range(sentence - 1, max(-1, sentence - _FAR), -1):
            pair = self._named_in(index)
            if len(pair) == 2 and self._is_of_text(pair):
                return pair
            if len(pair) > 2:
                break
        return self._last or self.title

    def _is_of_text(self, pair: Referents) -> bool:
        """Whether the text is about these two: not about one of them and a third."""
        shared = [referent for referent in pair if referent in self.title]
        return len(shared) != 1 and (self.voice is None or self.voice in pair)

    def _most_named(self) -> Referents:
        """The two states named most, if no third is named nearly as often."""
        return self._leading_two(self.discourse.counts)

    def _leading_two(self, counts: Counter[str]) -> Referents:
        named = counts.most_common(3)
        states = [code for code, _ in named[:2] if code in self.catalogue.actors]
        pair = tuple(self.catalogue.referent(code) for code in states)
        clear = len(named) < 3 or named[2][1] < named[1][1]
        return pair if len(pair) == 2 and clear and self._is_of_text(pair) else ()

    def _named_in(self, sentence: int) -> Referents:
        """The states of a sentence; where it has two besides a venue, those."""
        seen = [one for one in self.discourse.in_sentence.get(sentence, []) if not one.weak]
        parties = self._states(_all(one for one in seen if not _is_venue(one)))
        if len(parties) == 2:
            return parties
        peopled = self._states(_all(one for one in seen if not _is_place(one)))
        return peopled or self._states(_all(seen))

    def _states(self, referents: Sequence[Referent]) -> Referents:
        found = (self.catalogue.state_of(referent) for referent in referents)
        return tuple(dict.fromkeys(state for state in found if state))

    def last_two(self, words: Words, at: int) -> Referents:
        """The last two before this word: joined by `and`, else in the order first named."""
        here = [
            seen
            for seen in self.discourse.in_sentence.get(words.index, ())
            if seen.last < at and "of" not in (words.at(seen.first - 1), words.at(seen.first - 2))
        ]
        before = self.discourse.in_sentence.get(words.index - 1, [])
        return _two_of(here) or _two_of([*before, *here])


def _two_of(seen: Sequence[Seen]) -> Referents:
    joined = _joined(seen)
    if joined:
        return joined
    single = (s for s in seen if len(s.referents) == 1 and not (s.many or _is_venue(s)))
    found = tuple(dict.fromkeys(_all(single)))[-2:]
    return found if len(found) == 2 else ()


def _joined(seen: Sequence[Seen]) -> Referents:
    """The last two that `and` joins."""
    pairs = [one.referents for one in seen if len(one.referents) == 2 and one.first < one.last]
    return pairs[-1] if pairs else ()


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
