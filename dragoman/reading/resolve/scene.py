"""Where the text stands: its paragraph, and the places that set a sentence or a paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from dragoman.reading.resolve.lexicon import LOCATIVE, NEUTRAL_SEATS
from dragoman.reading.resolve.words import Span, Words
from dragoman.records.readings import Referent

_PARTED = re.compile(r"\n[^\S\n]*\n")
_SIDES = frozenset({"side", "bank", "shore", "border"})
_FROM = frozenset({"in", "at", "from", "near"})


class Scene:
    """Filled in the order of the text, a sentence before its mentions are resolved."""

    def __init__(
        self,
        text: str,
        state_of: Callable[[Referent], Referent | None],
        named: Mapping[str, int] | None = None,
    ) -> None:
        self._text, self._state_of = text, state_of
        self._most = max(named, key=lambda code: named[code], default=None) if named else None
        self._end, self._section, self._kind = 0, -1, ""
        self.paragraph = 0  # the first sentence of this paragraph
        self.place: Referent | None = None  # that sets this paragraph
        self.before: Referent | None = None  # where, or of whom, the paragraph before ended
        self._head: Referent | None = None  # under whose name the paragraph stands
        self._headed_at = -1  # the sentence that is this name
        self._last: Referent | None = None
        self.titled: Referent | None = None  # the one state of the last title
        self._places: list[tuple[Span, Referent]] = []
        self._sides: list[tuple[Span, Referent]] = []

    def enter(self, words: Words, spans: Sequence[Span], kind: str) -> None:
        """Turns to a sentence of a kind of section; its spans name places or anyone."""
        sentence = words.sentence
        if kind != self._kind:
            self._last, self._kind = None, kind
        parted = _PARTED.search(self._text, self._end, max(sentence.start, self._end))
        if parted or sentence.section != self._section:
            self._turn(words, spans)
        if kind == "title":
            self.titled = self._only_state(spans)
        self._end, self._section = sentence.end, sentence.section
        self._places = [(span, state) for span in spans if (state := self._located(words, span))]
        self._sides = [(span, state) for span in spans if (state := self._side(words, span))]

    def _only_state(self, spans: Sequence[Span]) -> Referent | None:
        """The state of all whom a title names, if no other is named as often below."""
        named = (self._state_of(referent) for span in spans for referent in span.referents)
        states = {state.actor: state for state in named if state and state.kind == "state"}
        return states.get(self._most or "") if len(states) == 1 else None

    def _turn(self, words: Words, spans: Sequence[Span]) -> None:
        """Begins a paragraph; a name on a line of its own stands over the next one."""
        above = self._head if words.index == self._headed_at + 1 else None
        head = self._headed(words, spans)
        self._headed_at = words.index if head else -1
        self.paragraph, self.before = words.index, self._last
        self.place = self._head = head or above

    def leave(self, words: Words, actor: Referent | None) -> None:
        """Remembers where a sentence was set: by its first words, else where nobody acts."""
        ahead = [state for span, state in self._places if _is_ahead(words, span)]
        stated = (s for span, s in self._places if words.preposition_of(span.first) != "from")
        where = {state.actor: state for state in stated}
        if ahead or self._head:
            self.place = ahead[-1] if ahead else self._head
        elif len(where) == 1 and actor is None:
            self.place = next(iter(where.values()))
        elif actor is not None:
            self.place = actor if actor == self.place else None
        self._last = self.place or actor or self._last

    def ahead(self, words: Words, number: int) -> Referent | None:
        """The state of the place before a word that sets its clause: `In Lilongwe, police`."""
        before = [s for span, s in self._places if span.last < number and _is_ahead(words, span)]
        return before[-1] if before else None

    def beside(self, words: Words, last: int) -> Referent | None:
        """The state of the place that a noun bears: `a court in Lusaka`, `on the Zambian side`."""
        for span, state in self._sides:
            if words.folded[last + 1 : span.first] in (["on", "the"], ["from", "the"]):
                return state
        for span, state in self._places:
            between = words.folded[last + 1 : span.first]
            if between[:1] and between[0] in _FROM and between[1:] in ([], ["the"]):
                return state
        return None

    def around(self, words: Words, number: int) -> Referent | None:
        """The state of the one place where the clause of a word is said to happen."""
        verb = words.verb_of(number)
        states = {
            state.actor: state
            for span, state in self._places
            if span.first > number
            and words.preposition_of(span.first) != "from"
            and words.verb_of(words.head_of(span.first, span.last)) == verb
        }
        return next(iter(states.values())) if len(states) == 1 else None

    def _headed(self, words: Words, spans: Sequence[Span]) -> Referent | None:
        """The state under whose name an item stands: `* YEMEN:`, `Gabon.`, `12:03 Mogadishu`."""
        span = next(iter(spans), None)
        if span is None or span.base != "named" or len(span.referents) != 1:
            return None
        starts = not any(word.isalpha() for word in words.folded[: span.first])
        after = words.folded[span.last + 1 :]
        ends = after[:1] in ([":"], ["—"], ["–"], ["--"]) or after in ([], ["."])
        is_name = span.kind == "name" and span.referents[0].kind in ("state", "place")
        return self._state_of(span.referents[0]) if starts and ends and is_name else None

    def _side(self, words: Words, span: Span) -> Referent | None:
        """The state on whose side of a border something is."""
        sided = words.at(span.last + 1) in _SIDES or words.at(span.last) in _SIDES
        one = sided and span.base == "named" and len(span.referents) == 1
        return self._state_of(span.referents[0]) if one else None

    def _located(self, words: Words, span: Span) -> Referent | None:
        """The state of a span that says where."""
        if len(span.referents) != 1 or span.kind in ("adjective", "pronoun", "office"):
            return None
        where = words.preposition_of(span.first)
        if where not in LOCATIVE | {"from"} or words.is_possessive(span.last + 1):
            return None
        if words.text_of(span.first, span.last).lower() in NEUTRAL_SEATS:
            return None
        is_place = span.referents[0].kind in ("place", "state")
        return self._state_of(span.referents[0]) if is_place else None


def _is_ahead(words: Words, span: Span) -> bool:
    """Whether a place stands before the verb of which it says where."""
    preposition = span.first - (2 if words.at(span.first - 1) == "the" else 1)
    if preposition < 0 or words.at(preposition) == "from":
        return False
    if preposition == 0 or (words.at(span.last + 1) == "," and preposition == 1):
        return True
    head = words.tokens[preposition].head
    return head > span.last and words.tokens[head].pos in ("VERB", "AUX")
