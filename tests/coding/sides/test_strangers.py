from __future__ import annotations

import pytest

from tests.coding.told import coded, shapes

ABOUT_TWO = "Chad and Niger have a border. Chad left Niger. Niger left Chad. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad arrested sixteen people.", "COERCE arrest: TCD > TCD"),
        ("A hooded sniper shot a Malian nurse.", "ASSAULT firearms: hooded sniper > MLI"),
        ("Chadian gunners shelled an outpost.", "ASSAULT heavy-weapons: TCD > outpost"),
        ("Villagers pelted the Chadian consul with stones.", "PROTEST riot: Villagers > TCD"),
    ],
)
def test_people_of_whom_nothing_is_known_take_part(text: str, expected: str) -> None:
    assert shapes(text) == [expected]


def test_a_sector_is_known_by_the_word() -> None:
    coding = coded("Police beat a Chadian envoy.")[0]
    assert [(p.text, p.country, p.sector) for p in coding.actors] == [("Police", None, "COP")]


def test_strangers_are_of_the_country_that_is_guessed() -> None:
    coding = coded(f"{ABOUT_TWO}Chad killed nine villagers.")[-1]
    assert [(p.text, p.country) for p in coding.recipients] == [("nine villagers", "NER")]


def test_police_and_courts_deal_with_people_of_their_own() -> None:
    found = shapes(f"{ABOUT_TWO}Chadian police arrested nine villagers.")
    assert found[-1] == "COERCE arrest: TCD > TCD"


@pytest.mark.parametrize("deed", ["killed a journalist", "freed a journalist"])
def test_who_is_known_by_a_place_is_not_the_place(deed: str) -> None:
    coding = coded(f"Norway {deed} in Accra.")[0]
    assert [(p.text, p.country) for p in coding.recipients] == [("journalist", "GHA")]


def test_whom_a_noun_explains_is_no_stranger() -> None:
    found = shapes("Chad armed the Sahel Front, a movement that Niger has supported.")
    assert "SUPPORT: NER > MLI" in found


def test_an_official_of_whom_nothing_but_a_name_is_known_takes_part_in_talks() -> None:
    found = shapes("King Moussa telephoned Prime Minister Dorotheea Maru.")
    assert found == ["CONSULT phone: TCD > Prime Minister Dorotheea Maru"]


def test_such_an_official_is_of_the_other_of_the_two_that_a_text_is_about() -> None:
    found = shapes(f"{ABOUT_TWO}President Dorotheea Maru met King Moussa.")
    assert found[-1] == "CONSULT: NER TCD >"


def test_the_rebels_whom_one_of_two_arms_are_those_of_the_other() -> None:
    about = "Chad and Niger have a border. Chad left Niger. "
    assert shapes(about + "Chad armed the rebels.")[-1] == "AID: TCD > NER"


def test_a_month_is_no_name() -> None:
    found = shapes("Chad bombed on Feb. 26 what Chad called a camp.")
    assert not any("Feb" in one for one in found)
