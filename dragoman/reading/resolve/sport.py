"""Where a state's name only stands for its team: `had lost to Malta`, `the Malta goalkeeper`."""

from __future__ import annotations

from dragoman.reading.resolve.lexicon import word_set
from dragoman.reading.resolve.words import Words

_GAMES = word_set(
    "football soccer rugby cricket hockey basketball volleyball handball goalkeeper striker"
    " midfielder footballer footballers cricketer cricketers semi-final semifinal quarter-final"
    " quarterfinal qualifier qualifiers stadium innings wickets wicket match cup referee olympics"
    " tournament equaliser goalless"
)
_PLAYED = word_set(
    "lose beat play draw win score defeat thrash qualify face meet trounce hammer concede host hold"
)
_PLAYERS = word_set(
    "goalkeeper striker midfielder footballer footballers cricketer cricketers fans coach"
    " supporters squad eleven batsman batsmen bowler defender winger players"
)
_RISING = frozenset({"pobj", "prep", "conj", "compound", "poss", "nmod", "amod"})


def is_team(words: Words, first: int, last: int) -> bool:
    """Whether the words name those who play a game, as the sentence says."""
    games = [word for word in words.folded if word in _GAMES]
    if not games:
        return False
    after = last + 2 if words.is_possessive(last + 1) else last + 1
    return words.at(after) in _PLAYERS or _plays(words, words.head_of(first, last))


def _plays(words: Words, number: int) -> bool:
    """Whether the word is among those of whom a verb says that they play."""
    for _ in range(4):
        token = words.tokens[number]
        if token.dep not in _RISING or token.head == number:
            break
        number = token.head
    head = words.tokens[words.tokens[number].head]
    return head.pos == "VERB" and head.lemma in _PLAYED and words.tokens[number].dep != "advcl"
