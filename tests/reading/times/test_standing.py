from __future__ import annotations

import pytest

from dragoman.reading.times import standing
from dragoman.reading.times.tokens import Token, tokenise


def _at(text: str) -> tuple[list[Token], int]:
    tokens = tokenise(text)
    return tokens, next(i for i, token in enumerate(tokens) if token.text == "1949")


@pytest.mark.parametrize(
    ("text", "stands"),
    [("In 1949 they met.", True), ("They met. Later in 1949 they left.", True),
     ("The two states had met in 1949.", False)],
)  # fmt: skip
def test_what_opens_a_sentence(text: str, stands: bool) -> None:
    assert standing.opens(*_at(text)) is stands


@pytest.mark.parametrize(
    ("text", "stands"), [("In 1949 they met.", True), ("Later, in 1949 they met.", False)]
)
def test_what_heads_a_sentence(text: str, stands: bool) -> None:
    assert standing.heads(*_at(text)) is stands


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("The pact, signed in 1949, binds them.", True),
        ("Founded in 1949, the club met.", True),
        ("The club, which was founded in 1949, met.", True),
        ("It was founded in 1949 and met.", False),
        ("They signed in 1949, and left.", False),
    ],
)
def test_what_a_participle_says_by_the_way(text: str, stands: bool) -> None:
    assert standing.in_participle(*_at(text)) is stands


@pytest.mark.parametrize(
    ("text", "stands"),
    [("the 1949 pact", True), ("Paris's 1949 pact", True), ("signed in 1949 there", False)],
)
def test_what_stands_before_a_noun(text: str, stands: bool) -> None:
    assert standing.modifies(*_at(text)) is stands
