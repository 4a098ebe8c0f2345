"""Whose `we` it is, by those whom it faces: of the one state that never stands opposite."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from dragoman.reading.resolve.lexicon import OWN, word_set
from dragoman.reading.resolve.told import (
    Inside,
    Text,
    countries,
    is_told,
    is_visited,
    located,
)
from dragoman.reading.resolve.words import SUBJECT, Span, Words

OURSELVES = frozenset({"we", "us", "our", "ours"})
YOURSELVES = frozenset({"you", "your", "yours"})
_SAYING = frozenset({"tell", "inform", "assure", "show"})
_BESIDE = frozenset({"conj", "advcl"})
_JOINED = _BESIDE | {"xcomp", "pcomp", "acl"}
_STATES = OWN | word_set("parliament forces king queen president's senate navy territory")
_BESIDE_IT = 5  # words from `our` to the place abroad
SURE = 2  # marks of a state that stands opposite
_SEVERAL = 2  # states, of whom one alone may be the one that an author faces
_OFTEN = 2  # mentions of a state that may be the author's own


class Facing:
    """What a text tells of states, outside quotations, and which of them `we` face."""

    def __init__(
        self,
        sentences: Iterable[Text],
        quoted: Inside,
        is_state: Callable[[str], bool],
        whom: frozenset[str] = OURSELVES,
    ) -> None:
        self.named: Counter[str] = Counter()
        self.abroad: Counter[str] = Counter()  # where something happens
        self.opposed: Counter[str] = Counter()
        self.governs = False  # `our country` or `our prime minister` is spoken of
        self.since = -1  # the first sentence that speaks of `us`
        self._is_state = is_state
        for words, spans, towns in sentences:
            outside = [s for s in spans if not quoted(words.tokens[s.first].start)]
            ours = [n for n in _those(words, whom) if not quoted(words.tokens[n].start)]
            if ours and self.since < 0:
                self.since = words.index
            self.governs = self.governs or any(_is_our_state(words, number) for number in ours)
            self.named.update(code for town in towns for code in self._states(town))
            here = [n for n, word in enumerate(words.folded) if word == "here"]
            here = [n for n in here if not quoted(words.tokens[n].start)]
            self._read(words, outside, ours, here)

    def _states(self, span: Span) -> list[str]:
        return [code for code in sorted(countries(span)) if self._is_state(code)]

    def _read(
        self, words: Words, spans: Sequence[Span], ours: Sequence[int], here: Sequence[int]
    ) -> None:
        others: set[str] = set()
        states: set[str] = set()  # those of them of whom more than a leader is named
        sure = False
        for span in (span for span in spans if span.referents):
            faced = any(_faces(words, span, number) for number in ours)
            faced = faced or _is_of_others(words, span, ours)
            sure = sure or faced
            for code in self._states(span):
                if not located(words, span):
                    self.named[code] += 1
                elif not is_visited(words, span):
                    self.abroad[code] += 1
                if is_told(words, span):
                    continue
                if faced:
                    self.opposed[code] += SURE
                elif any(_faces(words, span, number) for number in here):
                    self.opposed[code] += 1  # of `Chad kept troops here`, as like as not another
                elif not located(words, span):
                    others.add(code)
                    states.update(() if _is_person(span) else (code,))
        if ours and not sure and len(others) == 1:
            self.opposed.update(states)

    @property
    def is_sure(self) -> bool:
        """Whether `we` are those of a state beyond doubt."""
        return self.governs or any(marks >= SURE for marks in self.opposed.values())

    def is_faced(self, code: str) -> bool:
        """Whether the state stands opposite `us`, as far as the text tells."""
        marks = self.opposed[code]
        return marks >= SURE or 0 < self.named[code] <= SURE * marks

    def home(self, *, official: bool) -> str | None:
        """The state named most of those that `we` never face; None if unclear.

        Unless an office writes, it must be the first of them, too: others may be named as often.
        """
        faced = [code for code in self.named if self.is_faced(code)]
        likely = [code for code in self.named if code not in faced]
        if not self.is_sure or len(self.named + self.abroad) < _SEVERAL:
            return None
        if not likely and len(faced) == 1 and len(self.abroad) == 1:
            return next(iter(self.abroad))
        return self._best(likely, official=official) if likely else None

    def _best(self, likely: Sequence[str], *, official: bool) -> str | None:
        told = {code: self.named[code] + self.abroad[code] for code in likely}
        most = max(told.values())
        best = [code for code in likely if told[code] == most]
        clear = most >= _OFTEN and (len(best) == 1 or self.governs)
        opens = self.opposed and likely[0] == next(iter(self.named))
        if likely[0] in best and (clear or opens):
            return likely[0]
        return best[0] if clear and len(best) == 1 and official and self.governs else None


def _those(words: Words, whom: frozenset[str]) -> list[int]:
    """The words that mean the author and others, `we` and `our`, or those who are addressed."""
    return [
        number
        for number, token in enumerate(words.tokens)
        if words.at(number) in whom and token.text != "US" and not _is_in_yours(words, number)
    ]


def _is_in_yours(words: Words, number: int) -> bool:
    """Whether something only happens there: `hid in your embassy`."""
    return words.at(number) == "your" and words.preposition_of(number) in ("in", "at")


def _is_our_state(words: Words, number: int) -> bool:
    """Whether what is `ours` is a state or a part of one: `our own country`, `our soldiers`."""
    return words.at(number) == "our" and any(
        word in _STATES for word in words.folded[number + 1 : number + 4]
    )


def _faces(words: Words, span: Span, number: int) -> bool:
    """Whether one of the two does something to or with the other: `Chad beat us`, `we and Chad`."""
    head = words.head_of(span.first, span.last)
    if span.first <= number <= span.last:
        return False
    owner = _relative_head(words, number)
    if owner is not None and span.first <= owner <= span.last:
        return True
    return _are_joined(words, head, number) or (
        _may_face(words, span, number) and _are_opposed(words, head, number)
    )


def _is_of_others(words: Words, span: Span, ours: Sequence[int]) -> bool:
    """Whether it is `yours`, or where what is `ours` stands abroad: `our embassy in Lima`."""
    if words.at(span.first - 1) == "your":
        return span.first - 1 not in ours
    owned = any(words.at(n) in ("our", "your") and 0 < span.first - n <= _BESIDE_IT for n in ours)
    return owned and located(words, span) and is_visited(words, span)


def _may_face(words: Words, span: Span, number: int) -> bool:
    """Whether it is no place, nobody who may act for us, and none of the people somewhere."""
    dated = words.tokens[words.tokens[span.first].head].dep == "npadvmod"  # `HAVANA, May 1 –`
    for_us = _is_person(span) and words.at(number) in ("our", "here")
    whose = "of" in words.folded[span.first : span.last]  # `the people of Beira` may be ours
    return not (dated or located(words, span) or for_us or whose)


def _are_opposed(words: Words, head: int, number: int) -> bool:
    """Whether of the two one is the subject of what is done, and the other is not."""
    verb, ours_acts = _clause(words, number)
    if words.tokens[verb].lemma in _SAYING and not _is_ordered(words, verb):
        return False  # `Chad told us that` it is so, as one tells a reporter
    other, acts = _clause(words, head)
    together = other in _above(words, verb) or verb in _above(words, other)
    return together and ours_acts != acts


def _is_ordered(words: Words, verb: int) -> bool:
    return any(token.head == verb and token.dep == "xcomp" for token in words.tokens)


def _is_person(span: Span) -> bool:
    """Whether it is someone who may as well speak for us: `President Ito named our envoy`."""
    return span.kind == "name" and span.referents[0].kind == "person"


def _relative_head(words: Words, number: int) -> int | None:
    """The noun of whose relative clause the word is a part: of `Chad, whose jets crossed our`."""
    head = words.relative_head(number)
    if head is not None:
        return head
    verb = words.verb_of(number)
    whose = any(t.tag == "WP$" and words.verb_of(t.head) == verb for t in words.tokens)
    return words.tokens[verb].head if whose and words.tokens[verb].dep == "relcl" else None


def _are_joined(words: Words, one: int, other: int) -> bool:
    pair = ((one, other), (other, one))
    return any(words.tokens[a].dep == "conj" and words.tokens[a].head == b for a, b in pair)


def _clause(words: Words, number: int) -> tuple[int, bool]:
    """The verb over a word, and whether what the word stands in is its subject."""
    for _ in range(len(words)):
        token = words.tokens[number]
        above = words.tokens[token.head]
        if token.head == number:
            break
        if above.pos in ("VERB", "AUX") and token.dep != "conj":
            return token.head, token.dep in SUBJECT
        number = token.head
    return number, False


def _above(words: Words, verb: int) -> list[int]:
    """The verb, and those above it that share its subject."""
    chain = [verb]
    while words.tokens[verb].dep in _JOINED and len(chain) < len(words):
        above = words.verb_of(words.tokens[verb].head)
        own = any(t.head == verb and t.dep in SUBJECT for t in words.tokens)
        led = any(t.head == above and t.dep == "dobj" for t in words.tokens)
        if own or (led and words.tokens[verb].dep not in _BESIDE):
            break  # of `accused it of harming us`, the one accused is the subject
        verb = above
        chain.append(verb)
    return chain
