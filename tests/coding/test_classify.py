from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.coding.classify import classify
from dragoman.ontology import plover
from tests.coding.told import document, parser


def scores(text: str, actor: str, recipient: str) -> dict[str, float]:
    sentences = parser().parse(document(text))
    spans = [(text.index(words), text.index(words) + len(words)) for words in (actor, recipient)]
    return classify(sentences, spans[0], spans[1])


@pytest.mark.parametrize(
    ("text", "actor", "recipient", "expected"),
    [
        ("The guild praised the harbour board.", "The guild", "the harbour board", "SUPPORT"),
        ("Gunmen attacked the harbour board.", "Gunmen", "the harbour board", "ASSAULT"),
        ("The guild, which had met the mayor, accused the bishop of fraud.",
         "The guild", "the bishop", "ACCUSE"),
        ("The mayor will meet the bishop.", "The mayor", "the bishop", "AGREE"),
        ("The mayor said that the guild must leave.", "The mayor", "the guild", "REQUEST"),
    ],
)  # fmt: skip
def test_the_trigger_between_the_sides_decides(
    text: str, actor: str, recipient: str, expected: str
) -> None:
    found = scores(text, actor, recipient)
    assert max(found, key=lambda name: found[name]) == expected


def test_the_sides_choose_among_triggers() -> None:
    text = "The guild thanked the mayor and the bishop sued the board."
    thanked = scores(text, "The guild", "the mayor")
    sued = scores(text, "the bishop", "the board")
    assert thanked["SUPPORT"] > thanked["ACCUSE"]
    assert sued["ACCUSE"] > sued["SUPPORT"]


@settings(max_examples=30, deadline=None)
@given(st.text(alphabet="abcdefgh ., ATV", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_scores_are_a_distribution_over_all_types(text: str, start: int, end: int) -> None:
    span = (min(start, end), max(start, end))
    found = classify(parser().parse(document(text)), span, None)
    assert set(found) == set(plover().types)
    assert all(value > 0 for value in found.values())
    assert sum(found.values()) == pytest.approx(1)
