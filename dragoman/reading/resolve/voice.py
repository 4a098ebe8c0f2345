"""What a text quotes, and who speaks inside its quotations."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from dragoman.reading.resolve.discourse import Discourse
from dragoman.reading.resolve.lexicon import word_set
from dragoman.reading.resolve.words import NOUNS, SUBJECT, Span, Words
from dragoman.records.readings import Referent, Token

_SAYING = word_set(
    "say tell add ask write declare announce warn argue claim insist note reply recall explain"
    " state tweet post joke shout stress continue admit concede confirm deny complain vow promise"
)
_MOUTHPIECES = word_set(
    "spokesman spokeswoman spokesperson spokesmen statement communique representative envoy"
    " ambassador delegate delegation official minister president leader source authority note"
    " letter message embassy government ministry press-release adviser negotiator diplomat"
)
_OPEN, _CLOSE = "“„«", "”»"


def quoted(text: str) -> list[tuple[int, int]]:
    """The stretches of a text inside double quotation marks, paragraph by paragraph."""
    spans: list[tuple[int, int]] = []
    start: int | None = None
    for offset, char in enumerate(text):
        if char == "\n" and start is not None and text[offset + 1 : offset + 2] == "\n":
            spans.append((start, offset))
            start = None
        elif char in _OPEN or (char == '"' and start is None):
            start = offset if start is None else start
        elif (char in _CLOSE or char == '"') and start is not None:
            spans.append((start, offset + 1))
            start = None
    if start is not None:
        spans.append((start, len(text)))
    return spans


class Speakers:
    """Who speaks in each quotation."""

    def __init__(self, quotes: Sequence[tuple[int, int]]) -> None:
        self._quotes = quotes
        self._starts = [start for start, _ in quotes]
        self._known: dict[int, Referent | None] = {}

    def inside(self, offset: int) -> bool:
        """Whether this character stands inside quotation marks."""
        return self._index(offset) is not None

    def of(
        self, words: Words, spans: Sequence[Span], number: int, discourse: Discourse
    ) -> Referent | None:
        """Who says the quotation, or the reported clause, in which this word stands."""
        index = self._index(words.tokens[number].start)
        if index is None:
            return _reporting(words, spans, number)
        if index not in self._known:
            self._known[index] = self._around(words, spans, discourse)
        return self._known[index]

    def _around(self, words: Words, spans: Sequence[Span], discourse: Discourse) -> Referent | None:
        """The subject outside the quotation; where none is named, the last sentence's."""
        subjects = [
            number
            for number, token in enumerate(words.tokens)
            if token.dep in SUBJECT and not self.inside(token.start) and token.pos in NOUNS
        ]
        telling = [n for n in subjects if words.tokens[words.tokens[n].head].lemma in _SAYING]
        subjects = telling or subjects
        said = [one for number in subjects for one in _named_by(words, spans, number)]
        unknown = [n for n in subjects if not any(s.first <= n <= s.last for s in spans)]
        if said or unknown:
            return said[0] if said else None
        return discourse.speaker(words)

    def _index(self, offset: int) -> int | None:
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and self._quotes[index][0] <= offset < self._quotes[index][1]:
            return index
        return None


def _reporting(words: Words, spans: Sequence[Span], number: int) -> Referent | None:
    """The subject of the verb on which a clause hangs: of `said that our people …`."""
    verb = words.verb_of(number)
    for _ in range(6):
        token = words.tokens[verb]
        if token.dep == "ccomp":
            subjects = (n for n, t in enumerate(words.tokens) if _is_subject_of(t, token.head))
            return next((one for n in subjects for one in _named_by(words, spans, n)), None)
        if token.head == verb:
            return None
        verb = words.verb_of(token.head)
    return None


def _is_subject_of(token: Token, verb: int) -> bool:
    return token.head == verb and token.dep in SUBJECT


def _named_by(words: Words, spans: Sequence[Span], noun: int) -> list[Referent]:
    """Whom a noun names, or whose it is: of `a spokesman for the Cuban ministry`, the ministry."""
    return [
        span.referents[0]
        for span in spans
        if len(span.referents) == 1
        and span.referents[0].kind not in ("place", "people")
        and span.kind != "adjective"
        and (span.first <= noun <= span.last or _is_owner(words, span, noun))
    ]


def _is_owner(words: Words, span: Span, noun: int) -> bool:
    head = words.tokens[words.head_of(span.first, span.last)]
    if span.agent is None and words.tokens[noun].lemma not in _MOUTHPIECES:
        return False  # an engineer from Norway does not speak for it
    if head.dep == "pobj" and words.at(head.head) in ("for", "of", "from", "at"):
        head = words.tokens[head.head]
    return head.head == noun and head.dep in ("prep", "poss", "compound", "appos")
