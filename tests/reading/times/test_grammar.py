from __future__ import annotations

import pytest

from dragoman.reading.times.grammar import Grammar, Match, Rule, categories
from dragoman.reading.times.tokens import Token, tokenise


def _texts(match: Match) -> str:
    return "+".join(token.text for token in match.tokens[match.first : match.end])


def _reduced(grammar: Grammar, text: str) -> list[Token]:
    tokens = tokenise(text)
    return grammar.reduce(tokens, categories(tokens), text)


def test_the_first_rule_that_fits_and_builds_wins() -> None:
    rules = (
        Rule("month day comma? year", lambda _: None),
        Rule("month day", _texts),
        Rule("month", lambda _: "never"),
    )
    text = "On April 13, 1966 they met"
    reduced = _reduced(Grammar(rules), text)
    assert [token.value for token in reduced if token.value == "April+13"] == ["April+13"]
    assert [token.text for token in reduced][:3] == ["On", "April 13", ","]


def test_items_may_be_left_out_or_repeated() -> None:
    text = "the 72nd party founding anniversary"
    rule = Rule("the? ordinal|nth word*3 anniversary", _texts)
    reduced = _reduced(Grammar((rule,)), text)
    assert [token.text for token in reduced] == [text]


def test_a_rule_that_cannot_be_read_is_named() -> None:
    with pytest.raises(ValueError, match=r"'\(day\)'"):
        Grammar((Rule("month (day)", _texts),))
