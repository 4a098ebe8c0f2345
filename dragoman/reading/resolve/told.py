"""Where an author says to be at home: `here in Malawi`, `we Greeks`, `our port at Beira`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from dragoman.reading.resolve.lexicon import word_set
from dragoman.reading.resolve.voice import most_named
from dragoman.reading.resolve.words import Span, Words

Inside = Callable[[int], bool]
_PLAIN, _HINT = 3, 1  # how much it tells
_ENOUGH = 2
_SEVERAL = 2  # states, of whom one alone may be the one that an author faces
_OFTEN = 3  # mentions of a state that may be the author's own
_OURSELVES = frozenset({"we", "us", "our", "ours"})
_IN = frozenset({"in", "at"})
_AT_HOME = word_set("here home live lives living lived grew born raised write writing")
_POSTED = word_set("posted writing blogging notes letter letters greetings diary postcard")
_NOTES = word_set("blog diary notebook notes journal letters column weblog")
_WE = frozenset({"we", "us"})
_OUR = frozenset({"our", "my"})
_AUTHORS = _OUR | {"i", "we"}
# What one has abroad, too, so that its place is not that of one's home.
_ABROAD = word_set(
    "embassy ambassador ambassadors consulate envoy envoys mission troops soldiers forces army"
    " correspondent man colleague colleagues friend friends friendship relations holiday trip visit"
    " stay tour hotel flight talks meeting time day days week brothers sisters role neighbour"
    " neighbours neighbor neighbors partners allies interests war base bases guide host hosts"
)


def told_home(
    sentences: Iterable[tuple[Words, Sequence[Span], Sequence[Span]]], quoted: Inside
) -> str | None:
    """The state that the sentences, with their spans and towns, give as the author's own."""
    found: Counter[str] = Counter()
    for words, spans, towns in sentences:
        for span in [*spans, *towns]:
            if not quoted(words.tokens[span.first].start):
                found += _told(words, span)
    best = most_named(found)
    return best if best and found[best] >= _ENOUGH else None


def opposed_home(
    sentences: Iterable[tuple[Words, Sequence[Span], Sequence[Span]]], quoted: Inside
) -> str | None:
    """The state named most of those to whom `we` and `our` are never opposed; None if unclear."""
    named: Counter[str] = Counter()
    opposed: set[str] = set()
    for words, spans, _ in sentences:
        outside = [span for span in spans if not quoted(words.tokens[span.first].start)]
        others = {code for s in outside if not _weight_of(words, s) for code in _countries(s)}
        named.update(code for span in outside for code in _countries(span))
        if len(others) == 1 and _speaks_of_us(words, quoted):
            opposed |= others
    likely = [code for code, number in named.most_common(2) if number >= _OFTEN]
    home = [code for code in likely if code not in opposed]
    return home[0] if opposed and len(home) == 1 else None


def governed_home(sentences: Iterable[tuple[Words, Sequence[Span]]], quoted: Inside) -> str | None:
    """The state of `our prime minister`: named first of those that `we` never face.

    None where another of them is named more often, so that either may be meant.
    """
    named: Counter[str] = Counter()
    abroad: Counter[str] = Counter()
    opposed: set[str] = set()
    governed = False
    for words, spans in sentences:
        outside = [span for span in spans if not quoted(words.tokens[span.first].start)]
        governed = governed or any(_is_our_state(words, span) for span in outside)
        settled = [s for s in outside if _is_abroad(words, s) and not _is_visited(words, s)]
        abroad.update(code for span in settled for code in sorted(_countries(span)))
        states = [c for s in outside if not _is_abroad(words, s) for c in sorted(_countries(s))]
        named.update(states)
        if _speaks_of_us(words, quoted) and len(set(states)) == 1:
            opposed |= set(states)
    likely = [code for code in named if code not in opposed]
    likely = likely or [code for code in abroad if code not in opposed]
    named.update(abroad)
    if not governed or not likely or len(named) < _SEVERAL:
        return None
    return likely[0] if named[likely[0]] == max(named[code] for code in likely) else None


def _is_our_state(words: Words, span: Span) -> bool:
    """Whether it is `ours` and of a state: `our prime minister`, `our soldiers`."""
    ours = words.at(span.first) == "our" and span.kind == "nominal" and span.agent is not None
    return ours and span.agent is not None and span.agent.sector in ("GOV", "MIL", "LEG")


def _is_abroad(words: Words, span: Span) -> bool:
    """Whether it only says where someone is: `friends in London`."""
    return words.preposition_of(span.first) in _IN


def _is_visited(words: Words, span: Span) -> bool:
    """Whether what stands there is had abroad: `our embassy in`."""
    before = span.first - (2 if words.at(span.first - 1) == "the" else 1)
    return words.at(before - 1) in _ABROAD


def _countries(span: Span) -> set[str]:
    return {referent.country for referent in span.referents if referent.country}


def _weight_of(words: Words, span: Span) -> int:
    return _weight(words, span) if span.referents else 0


def _speaks_of_us(words: Words, quoted: Inside) -> bool:
    return any(
        words.at(number) in _OURSELVES and token.text != "US" and not quoted(token.start)
        for number, token in enumerate(words.tokens)
    )


def _told(words: Words, span: Span) -> Counter[str]:
    """How much a span tells of the author's home."""
    countries = _countries(span)
    if len(countries) != 1 or span.base != "named":
        return Counter()
    return Counter({countries.pop(): _weight(words, span)})


def _weight(words: Words, span: Span) -> int:
    if _is_said_of_us(words, span) or _is_title_of_author(words, span):
        return _PLAIN
    before = span.first - (2 if words.at(span.first - 1) == "the" else 1)
    preposition, governor = words.at(before), words.at(before - 1)
    if preposition == "from":
        return _PLAIN if governor in _POSTED and _is_heading(words) else 0
    if preposition == "to":
        return 0 if governor != "home" else _PLAIN if _by_us(words, before) else _HINT
    if preposition in _IN and governor in _AT_HOME:
        return _PLAIN if governor in ("here", "home") or _by_us(words, before) else 0
    return _HINT if preposition in _IN and _is_our_own(words, before) else 0


def _is_heading(words: Words) -> bool:
    """Whether the line is no sentence: `Letter from Ghent`, `Posted from Ghent`."""
    return not any(token.tag in ("VBZ", "VBP", "MD", "VB") for token in words.tokens) and not any(
        token.tag == "VBD" and number for number, token in enumerate(words.tokens)
    )


def _is_title_of_author(words: Words, span: Span) -> bool:
    """Whether the line says whose notes they are: `A Ghanaian teacher's diary`."""
    own = span.kind != "office" and words.at(span.first - 1) in ("a", "an")
    after = words.folded[span.last + 1 : span.last + 5]
    return own and "'s" in after and any(w in _NOTES for w in after) and _is_heading(words)


def _is_said_of_us(words: Words, span: Span) -> bool:
    """Whether it is what an author is: `we Greeks`, `as a Greek I`, `our country, Greece`."""
    before, kind = span.first - 1, span.referents[0].kind
    if words.at(before) in _WE:
        return kind == "people"
    if words.at(before) in ("a", "an"):
        return _is_author(words, before - 1)
    if words.at(before) == "," and words.at(before - 1) == "country":
        return words.at(before - 2) in _OUR
    return words.at(before) in _OUR and (kind != "person" or span.title is not None)


def _is_author(words: Words, number: int) -> bool:
    """Whether what follows says what an author is."""
    if words.at(number) == "as":
        return "i" in words.folded[number : number + 7]
    return words.at(number) in ("am", "'m") and words.at(number - 1) == "i"


def _by_us(words: Words, number: int) -> bool:
    """Whether an author stands before a word: `I live in`, `my uncle came home to`."""
    return any(word in _AUTHORS for word in words.folded[max(0, number - 6) : number])


def _is_our_own(words: Words, preposition: int) -> bool:
    """Whether what stands in the place is `ours`: `our youths in`, but not `our embassy in`."""
    noun = preposition - 1
    if words.at(noun) in _ABROAD or words.tokens[noun].pos != "NOUN":
        return False
    return any(word == "our" for word in words.folded[max(0, noun - 2) : noun])
