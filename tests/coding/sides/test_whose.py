"""Whose those are of whom a text says no more than what they are."""

from __future__ import annotations

import pytest

from tests.coding.told import shapes

ABOUT_TWO = "Chad and Niger have a border. Chad left Niger. Niger left Chad. "


def last(text: str) -> str:
    return shapes(f"{ABOUT_TWO}{text}")[-1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad released two sailors.", "RETREAT release: TCD > NER"),
        ("Chad asked the neighbor to leave.", "REQUEST: TCD > NER"),
        ("Paramilitaries killed a Chadian nurse.", "ASSAULT: NER > TCD"),
        ("Chad detained five fishermen.", "COERCE arrest: TCD > NER"),
    ],
)
def test_strangers_are_of_the_state_across(text: str, expected: str) -> None:
    assert last(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad killed ten rebels.", "ASSAULT: TCD > TCD"),
        ("Chadian police arrested nine students.", "COERCE arrest: TCD > TCD"),
        ("Chad freed two dissidents.", "RETREAT release: TCD > TCD"),
    ],
)
def test_opponents_and_those_whom_police_arrest_are_of_its_own(text: str, expected: str) -> None:
    assert last(text) == expected


def test_strangers_are_of_the_place_that_they_are_said_to_be_of() -> None:
    assert "MLI" in last("Chad expressed solidarity with its brothers in Mali.")


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed two Chadian soldiers.",
        "A court sentenced the Chadian president.",
        "Three neighboring governments recalled their envoys from Chad.",
    ],
)
def test_gunmen_courts_and_states_are_of_neither(text: str) -> None:
    assert not any("NER >" in one for one in shapes(f"{ABOUT_TWO}{text}")[-1:])
