from __future__ import annotations

import pytest

from dragoman.coding.lexicon import lexicon
from dragoman.coding.syntax import Tree
from dragoman.coding.telling import standing
from tests.coding.told import document, parser


def at(text: str, word: str) -> tuple[Tree, int]:
    (sentence,) = parser().parse(document(text))
    tree = Tree(sentence, lexicon())
    return tree, tree.words.index(word)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Peru will protest if Chile closes the port.", "closes", True),
        ("Should Chile close the port, Peru will protest.", "close", True),
        ("Peru will wait until Chile opens the port.", "opens", True),
        ("Nobody can say if Chile closed the port.", "closed", False),
        ("No sooner had Chile closed the port than Peru protested.", "closed", False),
        ("Chile closed the port.", "closed", False),
    ],
)
def test_conditions(text: str, word: str, expected: bool) -> None:
    assert standing.is_supposed(*at(text, word)) is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Peru will protest unless Chile opens the port.", "protest", True),
        ("Peru will protest when Chile closes the port.", "protest", False),
    ],
)
def test_what_has_a_condition(text: str, word: str, expected: bool) -> None:
    assert standing.has_condition(*at(text, word)) is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Peru came to help Chile.", "help", True),
        ("Peru has the right to help Chile.", "help", True),
        ("Peru was the first state to help Chile.", "help", False),
        ("Peru has no plan to help Chile.", "help", False),
    ],
)
def test_purposes(text: str, word: str, expected: bool) -> None:
    assert standing.is_purpose(*at(text, word)) is expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Peru said that Chile has closed the port.", "closed", True),
        ("Peru said that Chile was closing the port.", "closing", True),
        ("Peru asked that Chile close the port.", "close", False),
        ("Peru said that Chile should have closed the port.", "closed", False),
    ],
)
def test_reports(text: str, word: str, expected: bool) -> None:
    assert standing.is_reported(*at(text, word)) is expected


def test_a_semicolon_ends_what_governs() -> None:
    tree, closed = at("Peru asked for ships; Chile closed the port.", "closed")
    assert list(standing.governors(tree, closed)) == [closed]


def test_what_ought_to_be_done_is_due() -> None:
    assert standing.is_due(*at("Chile must close the port.", "close"))
    assert not standing.is_due(*at("Chile may close the port.", "close"))
