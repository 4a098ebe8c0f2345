from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.reading.resolve.conftest import Said

Reads = Callable[..., Said]


@pytest.mark.parametrize(
    "text",
    [
        "In Lusaka, Malawi was praised. Later police left.",
        "A bomb went off in Lusaka. Police blamed nobody.",
        "Malawi was told. In Lusaka the army was ready.",
    ],
)
def test_a_place_sets_what_follows(said: Reads, text: str) -> None:
    assert said(text)[-1][1] == ("ZMB",)


def test_a_new_paragraph_is_set_anew(said: Reads) -> None:
    text = "In Lusaka, police left.\nIn Lilongwe, police stayed."
    assert [states for words, states in said(text) if words == "police"] == [("ZMB",), ("MWI",)]


def test_a_city_of_conferences_sets_nothing(said: Reads) -> None:
    text = "Malawi sent a team. In Geneva, officials were glad."
    assert ("officials", ("CHE",)) not in said(text)


def test_whoever_stands_on_a_side_of_a_border_is_of_it(said: Reads) -> None:
    text = "Malawi complained. Some farmers on the Zambian side dug a ditch."
    assert ("farmers", ("ZMB",)) in said(text, country="MWI")


@pytest.mark.parametrize(
    "text",
    [
        "* ZAMBIA: Villagers stoned the vans of a company.",
        "Zambia. Inhabitants chased the surveyors away.",
        "09:30 Lusaka\nStudents sat down on the road.",
    ],
)
def test_the_name_over_an_item_sets_it(said: Reads, text: str) -> None:
    assert said(text)[-1][1] == ("ZMB",)


def test_a_name_stands_over_one_paragraph_only(said: Reads) -> None:
    text = "09:30 Lusaka\nStudents sat down on the road.\n09:50\nFarmers marched."
    assert ("Farmers", ("ZMB",)) not in said(text)


def test_the_one_state_of_a_title_has_the_people_of_the_text(said: Reads) -> None:
    text = "Zambia in turmoil\nZambia is restless. Malawi looks on.\nSoldiers fired on a crowd."
    found = dict(said(text, title="Zambia in turmoil", kinds=("title",)))
    assert found["Soldiers"] == found["crowd"] == ("ZMB",)
