"""For whom a document says `we` and `our country`, and who speaks inside its quotations."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence

from dragoman.reading.resolve.discourse import Discourse
from dragoman.reading.resolve.lexicon import OWN, word_set
from dragoman.reading.resolve.words import NOUNS, SUBJECT, Span, Words
from dragoman.records.documents import Document
from dragoman.records.readings import Referent, Token

_OUR = frozenset({"our", "ours"})
_DASHES = frozenset({"-", "--", "–", "—", "---"})
_SAYING = word_set(
    "say tell add ask write declare announce warn argue claim insist note reply recall explain"
    " state tweet post joke shout stress continue admit concede confirm deny complain vow promise"
)
_MOUTHPIECES = word_set(
    "spokesman spokeswoman spokesperson spokesmen statement communique representative envoy"
    " ambassador delegate delegation official minister president leader source authority note"
    " letter message embassy government ministry press-release adviser negotiator diplomat"
)
_LONGEST_DATE = 8  # words
_LONGEST_HEAD = 20  # words
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


def spoken_for(
    document: Document,
    sentences: Sequence[tuple[Words, list[Span]]],
    quotes: Iterable[tuple[int, int]],
) -> str | None:
    """The state most spoken of that never stands opposite `our country`; None if unclear.

    An agency that signs the dateline speaks for its state, else the seat that it names.
    """
    inside = list(quotes)
    named: Counter[str] = Counter()
    opposite: set[str] = set()
    signed: list[str] = []
    sent_from: list[str | None] = []
    speaks = False
    for words, spans in sentences:
        if document.sections[words.sentence.section].kind in ("comment", "teaser"):
            continue
        signed += _agencies(words, spans)
        sent_from.append(dateline(words, spans))
        our = _our(words, inside)
        speaks = speaks or our is not None
        for span in spans:
            for country in {r.country for r in span.referents if r.country}:
                named[country] += 1
                if our is not None and _is_opposite(words, span, our):
                    opposite.add(country)
    if not speaks:
        return None
    for country in opposite:
        del named[country]
    return next(filter(None, [*signed, *sent_from]), None) or most_named(named)


def _agencies(words: Words, spans: Sequence[Span]) -> list[str]:
    """The states of agencies in brackets before the dash of a dateline."""
    return [
        span.referents[0].country
        for span in spans
        if span.referents
        and span.referents[0].kind == "media"
        and span.referents[0].country
        and words.at(span.first - 1) == "("
        and words.at(span.last + 2) in _DASHES
    ]


def dateline(words: Words, spans: Sequence[Span]) -> str | None:
    """The state from whose seat a sentence is datelined: of `BEIJING, June 12 -- …`."""
    first = spans[0] if spans else None
    if first is None or first.first or not first.referents:
        return None
    is_one = any(word in _DASHES for word in words.folded[first.last + 1 : first.last + 9])
    shouted = words.tokens[0].text.isupper() and len(words.tokens[0].text) > 2
    alone = _is_only_dated(words, first.last + 1)
    return first.referents[0].country if (is_one and shouted) or alone else None


def _is_only_dated(words: Words, number: int) -> bool:
    """Whether a comma and a date, and no more, follow: of a line `Havana, March 23, 2023`."""
    rest = words.tokens[number:]
    dated = any(token.tag == "CD" for token in rest) and len(rest) <= _LONGEST_DATE
    return dated and words.at(number) == "," and all(t.pos not in ("VERB", "AUX") for t in rest)


_ORGANS = word_set(
    "ministry government presidency embassy parliament office chancellery department secretariat"
    " directorate cabinet consulate"
)


def is_head(words: Words, document: Document) -> bool:
    """Whether a line at the top is no sentence but says who writes, or when and where."""
    is_title = document.sections[words.sentence.section].kind == "title"
    text = document.text[words.sentence.start : words.sentence.end]
    capital = [token.text for token in words.tokens if token.text.isalpha() and len(token.text) > 3]
    named = all(word[0].isupper() for word in capital) and len(words) < _LONGEST_HEAD
    finite = any(t.tag in ("VBZ", "VBP", "VBD", "MD") for t in words.tokens)
    return (is_title and text.isupper()) or (named and not finite)


def is_organ(words: Words) -> bool:
    """Whether a line at the top names an organ of state: `Ministry of Trade`."""
    if all(token.text.isupper() for token in words.tokens if token.text.isalpha()):
        return any(word in _ORGANS for word in words.folded)
    opens = any(word in _ORGANS for word in words.folded[:4])
    return opens and any(word in ("of", "for") for word in words.folded[:6])


def _our(words: Words, quotes: list[tuple[int, int]]) -> int | None:
    """The word `our` before a country, a people or the like, outside quotations."""
    for number, word in enumerate(words.folded):
        if word in _OUR and any(next_ in OWN for next_ in words.folded[number + 1 : number + 3]):
            start = words.tokens[number].start
            if not any(first <= start < last for first, last in quotes):
                return number
    return None


def _is_opposite(words: Words, span: Span, our: int) -> bool:
    """Whether the span is someone whom the sentence sets apart from `our country`.

    Where `our` stands in a clause about someone, `who visited our country`, that is only he.
    """
    owner = words.relative_head(our)
    if owner is not None:
        return span.first <= owner <= span.last
    return span.kind != "adjective"


def most_named(named: Counter[str]) -> str | None:
    """The one named most; None where two are named as often."""
    most = named.most_common(2)
    is_tie = len(most) == 2 and most[0][1] == most[1][1]
    return most[0][0] if most and not is_tie else None


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
