"""Where an author says to be at home: `here in Malawi`, `we Greeks`, `our port at Beira`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from dragoman.reading.resolve.lexicon import word_set
from dragoman.reading.resolve.words import Span, Words

Inside = Callable[[int], bool]
Text = tuple[Words, Sequence[Span], Sequence[Span]]  # a sentence, those it names, the bare towns
_PLAIN, _HINT = 3, 1  # how much it tells
_ENOUGH = 2
_IN = frozenset({"in", "at"})
_AT_HOME = word_set("here home live lives living lived grew born raised write writing")
_POSTED = word_set("posted writing blogging notes letter letters greetings diary postcard")
_NOTES = word_set("blog diary notebook notes journal letters column weblog")
_AM = frozenset({"am", "'m", "’m"})
_WE = frozenset({"we", "us"})
_OUR = frozenset({"our", "my"})
_AUTHORS = _OUR | {"i", "we"}
# What one has abroad, too, so that its place is not that of one's home.
_ABROAD = word_set(
    "embassy ambassador ambassadors consulate consul consuls envoy envoys mission"
    " troops soldiers forces army correspondent man colleague colleagues friend friends"
    " friendship relations holiday trip visit"
    " stay tour hotel flight talks meeting time day days week brothers sisters role neighbour"
    " neighbours neighbor neighbors partners allies interests war base bases guide host hosts"
)
_HOUSES = word_set("house school village street farm shop balcony garden kitchen flat town")
_ORDERING = word_set("put send order recall deploy mobilise mobilize dispatch withdraw")
_ORDERED = word_set("army troops forces soldiers navy ambassador envoy police fleet military")


def told_home(sentences: Iterable[Text], quoted: Inside) -> str | None:
    """The state that the sentences, with their spans and towns, give as the author's own."""
    found: Counter[str] = Counter()
    for words, spans, towns in sentences:
        for span in [*spans, *towns]:
            if not quoted(words.tokens[span.first].start):
                found += _told(words, span)
    best = most_named(found)
    return best if best and found[best] >= _ENOUGH else None


def most_named(named: Counter[str]) -> str | None:
    """The one named most; None where two are named as often."""
    most = named.most_common(2)
    is_tie = len(most) == 2 and most[0][1] == most[1][1]
    return most[0][0] if most and not is_tie else None


def is_told(words: Words, span: Span) -> bool:
    """Whether a span tells anything of the author's home."""
    return bool(span.referents) and _weight(words, span) > 0


def located(words: Words, span: Span) -> bool:
    """Whether it only says where someone is: `friends in London`."""
    return words.preposition_of(span.first) in _IN


def is_visited(words: Words, span: Span) -> bool:
    """Whether what stands there is had abroad: `our embassy in`."""
    before = span.first - (2 if words.at(span.first - 1) == "the" else 1)
    return words.at(before - 1) in _ABROAD


def countries(span: Span) -> set[str]:
    """The states of those whom a span means."""
    return {referent.country for referent in span.referents if referent.country}


def _told(words: Words, span: Span) -> Counter[str]:
    """How much a span tells of the author's home."""
    states = countries(span)
    if len(states) != 1 or span.base != "named":
        return Counter()
    return Counter({states.pop(): _weight(words, span)})


def _weight(words: Words, span: Span) -> int:
    said = _is_said_of_us(words, span) or _is_title_of_author(words, span)
    if said or _orders_ours(words, span):
        return _PLAIN
    before = span.first - (2 if words.at(span.first - 1) == "the" else 1)
    preposition, governor = words.at(before), words.at(before - 1)
    if preposition == "from":
        posted = governor in _POSTED and _is_heading(words)
        return _PLAIN if posted or _is_author(words, before - 1) else 0
    if preposition == "to":
        return 0 if governor != "home" else _PLAIN if _by_us(words, before) else _HINT
    if preposition in _IN and governor in _AT_HOME:
        return _PLAIN if governor in ("here", "home") or _by_us(words, before) else 0
    if preposition in _IN and words.at(before - 1) in _HOUSES and _by_us(words, before):
        return _PLAIN  # of `my daughter's school in`
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
    """Whether it is what an author is: `we Greeks`, `Greeks like us`, `our country, Greece`."""
    before, kind = span.first - 1, span.referents[0].kind
    if words.at(before) in _WE or words.folded[span.last + 1 : span.last + 3] == ["like", "us"]:
        return kind == "people"
    if words.at(before) in _AM and words.at(before - 1) == "i":
        return True
    if words.at(before) in ("a", "an"):
        opens = before == 1 and words.at(0) == "as" and words.at(span.last + 1) == ","
        return opens or _is_author(words, before - 1)
    if words.at(before) == "," and words.at(before - 1) == "country":
        return words.at(before - 2) in _OUR
    return words.at(before) in _OUR and (kind != "person" or span.title is not None)


def _orders_ours(words: Words, span: Span) -> bool:
    """Whether it is someone who orders what is ours: `President Ito put our army on alert`."""
    head = words.tokens[words.head_of(span.first, span.last)]
    if span.referents[0].kind != "person" or head.dep != "nsubj":
        return False
    return any(
        words.at(number - 1) == "our" and words.at(number) in _ORDERED
        for number, token in enumerate(words.tokens)
        if token.dep == "dobj"
        and words.tokens[token.head].lemma in _ORDERING
        and head.head in words.joined_verbs(token.head)
    )


def _is_author(words: Words, number: int) -> bool:
    """Whether what follows says what an author is."""
    if words.at(number) == "as":
        return "i" in words.folded[number : number + 7]
    return words.at(number) in _AM and words.at(number - 1) == "i"


def _by_us(words: Words, number: int) -> bool:
    """Whether an author stands before a word: `I live in`, `my uncle came home to`."""
    return any(word in _AUTHORS for word in words.folded[max(0, number - 6) : number])


def _is_our_own(words: Words, preposition: int) -> bool:
    """Whether what stands in the place is `ours`: `our youths in`, but not `our embassy in`."""
    noun = preposition - 1
    if words.at(noun) in _ABROAD or words.tokens[noun].pos != "NOUN":
        return False
    return any(word == "our" for word in words.folded[max(0, noun - 2) : noun])
