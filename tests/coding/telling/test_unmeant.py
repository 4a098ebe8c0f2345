from __future__ import annotations

import pytest

from tests.coding.told import shapes


@pytest.mark.parametrize(
    "text",
    [
        "Chad acted in keeping with the hopes and demands of Niger.",
        "Kenyan mills meet the demands of the Ghanaian market.",
        "Norway recognizes the importance of Mali.",
        "Chile recognizes the need for Peruvian water.",
        "Peru wants to build a road to Chile.",
        "Norwegian tourists travel to Peru.",
        "Refugees from Mali came to Chad.",
    ],
)
def test_needs_facts_wishes_and_private_journeys_are_no_events(text: str) -> None:
    assert shapes(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ghana met the demands of Kenya.", "CONCEDE: GHA > KEN"),
        ("Norway recognized Palau.", "SUPPORT recognize: NOR > PLW"),
        ("Norway wants Peru to release the captain.", "REQUEST yield: NOR > PER"),
        ("Norwegian ministers travelled to Peru.", "CONSULT visit: NOR > PER"),
    ],
)
def test_what_is_like_them_is_told(text: str, expected: str) -> None:
    assert expected in shapes(text)


def test_what_is_forgone_is_not_told() -> None:
    assert shapes("Chad bombed Mali rather than withdraw its troops from Mali.") == [
        "ASSAULT explosives: TCD > MLI"
    ]
    assert shapes("Chad arrested a Malian pilot instead of releasing the Malian crew.") == [
        "COERCE arrest: TCD > MLI"
    ]


def test_there_will_be_no_talks_is_a_refusal() -> None:
    told = shapes("There will be no talks between Peru and Chile.")
    assert told == ["REJECT meet: CHL PER >"]
