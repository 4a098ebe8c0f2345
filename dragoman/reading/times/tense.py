"""Whether what is told has happened or is to come, by the verbs around it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from dragoman.reading.times.lexicon import CATEGORY, EDGES, kinds, words
from dragoman.reading.times.tokens import Token

_FUTURE: Final = words(
    "will shall would must should 'll ’ll scheduled expected due planned slated plans "
    "upcoming forthcoming won't won’t"
)
_TO_COME: Final = _FUTURE | words(
    "is are be agreed intends wants vowed pledged promised hopes ready about prepares preparing "
    "invited going"
)
_PAST: Final = words(
    "was were had has have said told met held began took made gave went came sent left saw spoke "
    "put cut struck shot hit won lost fell rose broke drew led built brought wrote signed flew ran "
    "became found did says set fled fought sought kept bought caught stood sank drove rode chose "
    "stole tore swore sold taught laid felt grew threw withdrew overthrew heard dealt slew been"
)
_PLACING: Final = {
    **dict.fromkeys(("after", "since", "following"), False),
    **dict.fromkeys(("before", "ahead", "upcoming", "until"), True),
}
# "before dawn on Tuesday" tells nothing of whether that Tuesday is to come
_PARTS: Final = words("dawn daybreak sunrise noon midday sunset dusk dark nightfall midnight")
# "proposed that they meet in March" looks ahead from the proposal
_ASKED: Final = words("proposed suggested demanded urged asked requested recommended")
_NOW: Final = words("is are be not being")
_WORD: Final = CATEGORY["word"]
_ARTICLES: Final = kinds("the a")
_OWNERS: Final = words("its his her their an")
_REACH: Final = 60  # tokens to either side in which a verb may set the tense


def looks_ahead(tokens: list[Token], here: int) -> bool:
    """Whether the words near a time expression speak of what is to come: the nearest decides."""
    for token in reversed(tokens[max(0, here - 3) : here]):
        word = token.text.lower()
        if word in _PARTS:
            break
        if word in _PLACING:
            return _PLACING[word]
    before = range(here - 1, max(-1, here - _REACH), -1)
    after = range(here + 1, min(len(tokens), here + _REACH))
    for side in (before, after):
        if (ahead := _nearest(tokens, side)) is not None:
            return ahead
    return tokens[here].text.partition(" ")[0].lower() in {"by", "before"}


def _nearest(tokens: list[Token], side: Iterable[int]) -> bool | None:
    """What the first verb with a tense on one side says; None for none in the sentence."""
    for at in side:
        if tokens[at].category in EDGES:
            return None
        if (ahead := _tense(tokens, at)) is not None:
            return ahead
    return None


def _is_thing(token: Token) -> bool:
    """Whether a noun comes next, and no infinitive."""
    return token.category in _ARTICLES or token.text.lower() in _OWNERS


def _tense(tokens: list[Token], at: int) -> bool | None:
    word = tokens[at].text.lower()
    before = tokens[at - 1].text.lower() if at else ""
    if tokens[at].category == CATEGORY["to"]:
        thing = before == "agreed" and tokens[at + 1 : at + 2] and _is_thing(tokens[at + 1])
        return True if before in _TO_COME and not thing else None  # "agreed to a truce"
    if word in _ASKED and at + 1 < len(tokens) and tokens[at + 1].text.lower() == "that":
        return True
    if word in _FUTURE or word.endswith(("'ll", "’ll")):
        return True
    if word in _PAST or (tokens[at].category == _WORD and len(word) > 4 and word.endswith("ed")):
        if word == "set" and before in _NOW:
            return True
        return None if before in _NOW else False
    return None
