"""How a time expression stands in its sentence: at its head, in an aside, before a noun."""

from __future__ import annotations

from typing import Final

from dragoman.reading.times.lexicon import CATEGORY, EDGES, kinds, words
from dragoman.reading.times.tokens import Token

_CLOSES: Final = kinds("comma close")
_NEWLINE: Final = CATEGORY["newline"]
_PARTS_ROW: Final = kinds("colon dash newline")
_PARENTHESES: Final = kinds("comma open")
_PARTICIPLES: Final = words("born built begun made drawn")
_FOUNDED: Final = words("founded established created formed born built")
_RELATIVE: Final = words("which who that")
_ASIDE: Final = words("which who whose whom that")
_HAS: Final = words("has have")
_REACH: Final = 60  # tokens back to which a sentence is looked at
_NEAR: Final = 12  # and on, in which its verb is
_OPENING: Final = 3  # words that may stand before what opens a sentence


def opens(tokens: list[Token], index: int) -> bool:
    """Whether a token stands near the head of its sentence: "Later in 1973, ..."."""
    for back, token in enumerate(reversed(tokens[max(0, index - _OPENING - 1) : index])):
        if token.category in EDGES:
            return back <= _OPENING
    return index <= _OPENING


def heads(tokens: list[Token], index: int) -> bool:
    """Whether it is the first thing of its sentence, but for a preposition other than "since"."""
    before = tokens[max(0, index - 2) : index]
    edge = len(before) < 2 or any(token.category in EDGES for token in before)
    return edge and tokens[index].text.partition(" ")[0].lower() != "since"


def heads_row(tokens: list[Token], index: int) -> bool:
    """Whether it is all of a line, or heads one: "3 May: envoys meet"."""
    before = tokens[index - 1] if index else None
    if before is not None and before.category != _NEWLINE:
        return False
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return after is None or after.category in _PARTS_ROW


def joins(tokens: list[Token], index: int) -> bool:
    """Whether a clause begins with it: "…, and in February they left"."""
    before = [token.category for token in tokens[max(0, index - 3) : index]]
    return before == [CATEGORY["comma"], CATEGORY["and"], CATEGORY["in"]]


def in_since_clause(tokens: list[Token], index: int) -> bool:
    """Whether the sentence begins with "Since": what it dates is but the background of now."""
    return tokens[_begin(tokens, index)].category == CATEGORY["since"]


def _begin(tokens: list[Token], index: int) -> int:
    """Where the sentence of a token begins."""
    at = index
    while at > max(0, index - _REACH) and tokens[at - 1].category not in EDGES:
        at -= 1
    return at


def is_since_then(tokens: list[Token], index: int) -> bool:
    """Whether it is in "Since that day it has been …", which takes the telling to the present."""
    opens_so = index == _begin(tokens, index) and tokens[index].text.lower().startswith("since")
    after = (token.text.lower() for token in tokens[index + 1 : index + _NEAR])
    return (opens_so or in_since_clause(tokens, index)) and not _HAS.isdisjoint(after)


def in_participle(tokens: list[Token], index: int) -> bool:
    """Whether it closes ", signed in 1923,", "which was founded in 1923," and the like."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    if index < 2 or after is None or after.category not in _CLOSES:
        return False
    verb, before = tokens[index - 2], tokens[max(0, index - 5) : index - 2]
    if verb.text.lower() in _FOUNDED:
        which = any(token.text in _RELATIVE for token in before)
        return which or not before or before[-1].category in _PARENTHESES | EDGES
    aside = bool(before) and before[-1].category in _PARENTHESES
    return aside and (verb.text.endswith("ed") or verb.text in _PARTICIPLES)


def in_prelude(tokens: list[Token], index: int) -> bool:
    """Whether it closes an aside by counting back: ", which had joined it five years before"."""
    if not tokens[index].text.lower().endswith((" before", " earlier")):
        return False
    aside = [token.text.lower() for token in tokens[max(0, index - _NEAR) : index]]
    opened = [at for at, word in enumerate(aside) if word in _ASIDE]
    return bool(opened) and "had" in aside[opened[-1] :]


def after_recent(tokens: list[Token], index: int) -> bool:
    """Whether "in recent months" stands before it in the same line."""
    for at in range(index - 1, max(0, index - _REACH), -1):
        if tokens[at].category == CATEGORY["newline"]:
            return False
        if tokens[at].category == CATEGORY["recent"]:
            return tokens[at + 1].category == CATEGORY["unit"]
    return False


def modifies(tokens: list[Token], index: int) -> bool:
    """Whether a date stands before the noun it is part of: "the 2015 accord"."""
    before = tokens[index - 1] if index else None
    if before is None or _owns(tokens[index]):
        return before is not None
    return before.category in {CATEGORY["the"], CATEGORY["a"]} or _owns(before)


def _owns(token: Token) -> bool:
    return token.text[-2:] in {"'s", "’s"}
