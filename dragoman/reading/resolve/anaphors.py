"""Words that mean someone named elsewhere: `our country`, `both sides`, `its people`, `he`."""

from __future__ import annotations

from dragoman.reading.resolve.agents import Agents
from dragoman.reading.resolve.catalogue import Agent
from dragoman.reading.resolve.impersonal import means_no_actor
from dragoman.reading.resolve.lands import is_compared, is_land
from dragoman.reading.resolve.lexicon import (
    BODIES,
    CAPITAL_BODIES,
    COLONIES,
    COUNTRY,
    SHAPES,
    word_set,
)
from dragoman.reading.resolve.of_two import of_two
from dragoman.reading.resolve.owned import POSSESSIVES, describes, noun_after
from dragoman.reading.resolve.words import Base, Span, Words

_PRONOUNS: dict[str, Base] = {
    "we": "voice", "us": "voice", "our": "voice", "ours": "voice", "ourselves": "voice",
    "you": "addressed", "your": "addressed", "yours": "addressed",
    "i": "speaker", "me": "speaker", "my": "speaker",
    "he": "he", "him": "he", "his": "he", "himself": "he",
    "she": "she", "her": "she", "hers": "she", "herself": "she",
    "it": "it", "its": "it", "itself": "it",
    "they": "they", "them": "they", "their": "they", "theirs": "they", "themselves": "they",
}  # fmt: skip

_OWNERS: dict[str, Base] = {"our": "voice", "my": "voice", "your": "addressed"}

_OF_OWNERS: dict[str, Base] = {"ours": "voice", "yours": "addressed"}
_ONE_OF = Agent("people", "people", None, None, many=True)

_LANDED = COLONIES | set(SHAPES)
_LANDS = word_set(
    "island desert mountain gulf balkan baltic caribbean himalayan pacific oil atoll andean"
)


def anaphors(words: Words, agents: Agents) -> list[Span]:
    """Spans whose referents the discourse must tell; their words are no longer free."""
    spans: list[Span] = []
    for number in range(len(words)):
        if not words.is_free(number):
            continue
        span = (
            of_two(words, agents, number)
            or _country(words, agents, number)
            or _body(words, number)
            or _of_ours(words, agents, number)
            or _pronoun(words, agents, number)
        )
        if span:
            spans.append(span)
            words.take(span.first, span.last)
    return spans


def _country(words: Words, agents: Agents, number: int) -> Span | None:
    if words.at(number) not in ("the", "this", "that"):
        return None
    after = number + 1
    while after < len(words) and words.is_free(after) and _places(words, after):
        after += 1
    known = words.at(after) in COUNTRY
    known = known or (words.at(after) in _LANDED and words.at(number) != "that")
    if words.at(after) == "state":  # `the smaller state`, but never `the state` alone
        known = any(is_land(w) or is_compared(w) for w in words.folded[number + 1 : after])
    if not known or after - number > 4 or not words.is_free(after):
        return None
    follows = words.tokens[after + 1].pos if after + 1 < len(words) else ""
    if follows in ("NOUN", "PROPN") or words.at(after + 1) in ("of", "that", "which"):
        return None
    first = number + 1 if words.at(number) == "the" else number
    last, agent = after, None
    owned = noun_after(words, agents, after + 2) if words.is_possessive(after + 1) else None
    if owned:
        last, agent = owned
    return Span(
        first=first,
        last=last,
        kind="nominal",
        base="voice" if words.tokens[after].text == "Republic" else "state",
        agent=agent,
        many=agent.many if agent else words.at(after) == "islands",
        article="the" if words.at(after) in _LANDED - COUNTRY else None,
        reason="the state at hand",
    )


def _places(words: Words, number: int) -> bool:
    """Whether the word says what land a state is: `the island kingdom`, `the Gulf state`."""
    follows = words.at(number + 1) in COUNTRY | _LANDED | {"state"}
    is_of_land = words.at(number) in _LANDS or is_land(words.at(number))
    return describes(words, number) or (is_of_land and follows)


def _body(words: Words, number: int) -> Span | None:
    if (
        words.at(number) != "the"
        or not words.is_free(number + 1)
        or not _is_body(words, number + 1)
    ):
        return None
    follows = words.tokens[number + 2].pos if number + 2 < len(words) else ""
    if follows in ("NOUN", "PROPN") or words.at(number + 2) in ("of", "that"):
        return None
    return Span(first=number + 1, last=number + 1, kind="nominal", base="body",
                reason="the body at hand")  # fmt: skip


def _is_body(words: Words, number: int) -> bool:
    word = words.at(number)
    capital = words.tokens[number].text[0].isupper() and not words.is_headline
    return word in BODIES or (word in CAPITAL_BODIES and capital)


def _of_ours(words: Words, agents: Agents, number: int) -> Span | None:
    """`A lieutenant of ours`, `three of yours`: those who are named before their owner."""
    base = _OF_OWNERS.get(words.at(number))
    if base is None or words.at(number - 1) != "of":
        return None
    counted = words.at(number - 2) == "one" or words.tokens[number - 2].pos == "NUM"
    found = (number - 2, _ONE_OF) if counted else agents.ending_at(words, number - 2)
    if found is None:
        return None
    first, agent = found
    return Span(first=first, last=number, kind="nominal", base=base, agent=agent,
                many=agent.many, reason=f"of {words.at(number)}")  # fmt: skip


def _pronoun(words: Words, agents: Agents, number: int) -> Span | None:
    word = words.at(number)
    base = _PRONOUNS.get(word)
    token = words.tokens[number]
    if (
        base is None
        or _is_torn(words, number)
        or token.tag not in ("PRP", "PRP$")
        or (word == "us" and (token.text == "US" or _is_anyone(words, number)))
    ):
        return None
    if word in POSSESSIVES:
        found = noun_after(words, agents, number + 1)
        if found:
            last, agent = found
            own = _OWNERS.get(word, "possessor")
            return Span(first=number, last=last, kind="nominal", base=own, agent=agent,
                        many=bool(agent and agent.many), reason=f"{word} own")  # fmt: skip
    if means_no_actor(words, agents, number):
        return None
    return Span(first=number, last=number, kind="pronoun", base=base,
                many=base in ("they", "voice"), reason=f"pronoun {word}")  # fmt: skip


def _is_anyone(words: Words, number: int) -> bool:
    """Whether `us` are people at large: `let us see`, `those of us who`, `all of us`."""
    before = words.at(number - 1)
    return before == "let" or (before == "of" and words.at(number - 2) in _SOME)


_SOME = frozenset({"those", "all", "most", "many", "each", "some", "none", "both", "one", "any"})


def _is_torn(words: Words, number: int) -> bool:
    """Whether the tokenizer tore the word off a longer one, as it does with `Wed.` at times."""
    after = words.tokens[number + 1] if number + 1 < len(words) else None
    touches = after is not None and after.start == words.tokens[number].end
    return touches and after is not None and after.text[0].isalnum()
