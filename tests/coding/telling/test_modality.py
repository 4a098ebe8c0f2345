from __future__ import annotations

import pytest

from dragoman.coding.lexicon import lexicon
from dragoman.coding.syntax import Tree
from dragoman.coding.telling.modality import Telling, tellings
from dragoman.coding.triggers import find_matches
from tests.coding.told import document, parser, shapes


def told(text: str) -> list[Telling]:
    found = []
    for sentence in parser().parse(document(text)):
        tree = Tree(sentence, lexicon())
        found += tellings(tree, find_matches(tree, lexicon()), lexicon())
    return found


def types(text: str) -> list[str]:
    return [telling.event_type for telling in told(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ghana declined Nepal's offer of grain.", ["REJECT", "AGREE"]),
        ("Kenya rejected an appeal from Chad.", ["REJECT", "REQUEST"]),
        ("Ghana declined the offer of grain.", ["REJECT"]),
        ("Ghana withdrew its offer of grain.", ["REJECT"]),
    ],
)
def test_an_offer_that_somebody_made_is_told_though_it_is_refused(
    text: str, expected: list[str]
) -> None:
    assert types(text)[: len(expected)] == expected
    assert len(types(text)) == len(expected)


def test_what_a_semicolon_parts_is_not_governed() -> None:
    text = "Kenya urged Chad to hold the summit next spring; Ghana attacked Mali."
    assert "ASSAULT" in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "The envoy insisted that Chad had attacked Mali.",
        "Kenya warned that Chad was attacking Mali.",
    ],
)
def test_what_is_reported_as_a_fact_is_neither_asked_for_nor_threatened(text: str) -> None:
    assert "ASSAULT" in types(text)


def test_what_is_demanded_is_not_told() -> None:
    assert types("Kenya demanded that Chad leave Mali.") == ["REQUEST"]


def test_what_nobody_intends_is_refused() -> None:
    (found,) = told("Ghana has no intention of recognizing Chad.")
    assert (found.event_type, found.changed_by) == ("REJECT", "negation")


def test_a_harm_under_a_condition_is_a_threat() -> None:
    (found,) = told("Ghana will expel the Chadian ambassador if the shelling goes on.")
    assert (found.event_type, found.modes) == ("THREATEN", ("expel",))


def test_a_kindness_under_a_condition_is_none() -> None:
    assert types("Ghana will help Chad if it asks.") == ["AGREE"]


def test_what_only_went_with_a_promise_is_not_promised() -> None:
    text = "Ghana and Chad agreed to reopen their border, in a deal brokered by Peru."
    assert "CONSULT" in types(text)


def test_what_comes_before_a_colon_is_not_wished() -> None:
    assert "REJECT" in types("Kenya refuses Nepal's offer of grain: it wants no bread.")
    assert types("Kenya wants to visit Nepal.") == []


def test_a_move_that_is_part_of_an_attack_is_no_second_event() -> None:
    assert types("Chadian troops crossed the border and attacked a camp.") == ["ASSAULT"]
    assert types("Chadian troops crossed the border, and Mali attacked a camp.") == [
        "MOBILIZE",
        "ASSAULT",
    ]


def test_an_attack_that_the_attacker_announces_is_a_threat() -> None:
    assert types("Chad said that it would bomb Mali.") == ["THREATEN"]
    assert types("Chad said that Mali would bomb the camp.") == ["ASSAULT"]


def test_what_is_no_longer_recognized_is_rejected() -> None:
    told = shapes("The government of Peru will no longer recognize Palau.")
    assert any(shape.startswith("REJECT") for shape in told)


def test_a_command_to_an_army_without_a_name_is_to_ones_own() -> None:
    told = shapes("President Quispe ordered the army to shell a Chilean fort.")
    assert not any("REQUEST" in shape for shape in told)


def test_a_retreat_agreed_to_is_conceded_and_a_truce_is_agreed() -> None:
    assert types("Chile agreed to give back two valleys to Peru.") == ["CONCEDE"]
    assert types("Peru and Chile agreed to observe a ceasefire.") == ["AGREE"]
