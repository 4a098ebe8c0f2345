"""Finds every time expression of a text and reads it as EDTF."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from dragoman.errors import DateError
from dragoman.reading.times import (
    anniversaries,
    numerals,
    point_rules,
    range_rules,
    relative_rules,
)
from dragoman.reading.times.grammar import Grammar, categories
from dragoman.reading.times.lexicon import CATEGORY, kinds, words
from dragoman.reading.times.news import line_before, news_sentences
from dragoman.reading.times.points import Date, Numeric, is_solar
from dragoman.reading.times.scene import Found, Scene
from dragoman.reading.times.tokens import Token, tokenise
from dragoman.records import dates
from dragoman.records.readings import TimeExpression

_GRAMMARS: Final = (
    Grammar(numerals.RULES, needs="small|teen|tens|tensth"),
    Grammar(numerals.ERA_RULES, needs="era_before|era_after|ordinal|nth|number"),
    Grammar(
        (
            *range_rules.EARLY_RULES,
            *range_rules.THIS_RULES,
            *anniversaries.RULES,
            *relative_rules.RULES,
            *point_rules.RULES,
            *relative_rules.LONE_RULES,
        )
    ),
    Grammar(range_rules.PART_RULES, needs="point"),
    Grammar(range_rules.DOUBT_RULES, needs="likely"),
    Grammar(range_rules.RANGE_RULES, needs="point"),
    Grammar(range_rules.OPEN_RULES, needs="point"),
)
_POINT: Final = CATEGORY["point"]
_STOP: Final = CATEGORY["stop"]
_NEWLINE: Final = CATEGORY["newline"]
_HEEDED: Final = kinds("point stop newline")
_HEADING: Final = kinds("point other colon dash stop dot")
_RULES_OFF: Final = words("= #")  # how a heading of markup begins


def reduce(text: str) -> list[Token]:
    """The tokens of a text, with each time expression as one token of category `point`."""
    tokens = tokenise(text)
    row = categories(tokens)
    for grammar in _GRAMMARS:
        before, tokens = tokens, grammar.reduce(tokens, row, text)
        if tokens is not before:
            row = categories(tokens)
    return tokens


def tells_time(tokens: list[Token]) -> bool:
    """Whether there is any time expression among reduced tokens."""
    return _POINT in [token.category for token in tokens]


def new_scene(tokens: list[Token], anchor: str | None) -> Scene:
    """The scene in which the expressions of these tokens are read."""
    whens = [token.value for token in tokens if token.category == _POINT]
    scene = Scene(anchor, tokens)
    scene.news_sentences = news_sentences(tokens)
    scene.news = bool(scene.news_sentences)
    scene.solar = any(map(is_solar, whens))
    scene.day_first = not any(isinstance(when, Numeric) and when.second > 12 for when in whens)
    return scene


def resolve(tokens: list[Token], scene: Scene) -> Iterator[TimeExpression]:
    """The expressions that can be read, in order; the scene takes note of each."""
    for index, token in enumerate(tokens):
        if token.category not in _HEEDED:
            continue
        if token.category == _POINT:
            scene.at = index
            found = _read(token, scene)
            if found is None or not dates.is_edtf(found.edtf):
                continue
            end = token.end - (2 if _is_owner(token) else 0)
            yield TimeExpression(start=token.start, end=end, edtf=found.edtf, basis=found.basis)
            scene.tell(found)
        elif token.category == _STOP:
            scene.sentence += 1
        elif token.category == _NEWLINE:
            _end_line(tokens, index, scene)


def _read(token: Token, scene: Scene) -> Found | None:
    try:
        found: Found | None = token.value.resolve(scene)
    except (OverflowError, DateError):  # beyond the years 1 to 9999
        return None
    return found


def _is_owner(token: Token) -> bool:
    """Whether a token ends in an owner's s: "Friday's", but not "the 1980's"."""
    return token.text[-2:] in {"'s", "’s"} and token.text[-3:-2].isalpha()


def _end_line(tokens: list[Token], index: int, scene: Scene) -> None:
    """Takes note of a line's end; one that is nothing but a year or month heads what follows."""
    line = line_before(tokens, index)
    if line and all(token.category in _HEADING for token in line):
        whens = [token.value for token in line if token.category == _POINT]
        dated = len(whens) == 1 and isinstance(whens[0], Date) and whens[0].day is None
        scene.heading = scene.mentioned if dated else None
    elif line and line[0].text in _RULES_OFF:
        scene.heading = None
    scene.new_line()
