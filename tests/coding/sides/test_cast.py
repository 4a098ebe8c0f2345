from __future__ import annotations

import pytest

from tests.coding.told import shapes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ghana, the Hague Council, and Nepal signed a pact.", "SUPPORT sign: GHA IGO NPL >"),
        ("Chad invaded the Norwegian colony of Palau.", "ASSAULT: TCD > PLW"),
        ("Chad occupied the former Peruvian possession of Nepal.", "COERCE seize: TCD > NPL"),
        ("Chad invaded the Norwegian colony.", "ASSAULT: TCD > NOR"),
    ],
)
def test_whom_a_list_or_a_colony_names(text: str, expected: str) -> None:
    assert shapes(text) == [expected]


def test_whoever_helps_is_no_recipient() -> None:
    assert shapes("Chad shelled Mali with support from Niger.") == [
        "ASSAULT heavy-weapons: TCD > MLI"
    ]
    assert shapes("Chad mediated the talks, with help from Niger.") == []


def test_a_town_lends_its_name_to_what_was_signed_there() -> None:
    found = shapes("Chad and Niger met. Chad will accept the Accra agreement.")
    assert not any("GHA" in shape for shape in found)


def test_where_a_deed_was_done_is_not_who_did_it() -> None:
    found = shapes(
        "Chad condemns the strike inside Chadian territory, which killed two Malian boys."
    )
    assert not any(shape.startswith("ASSAULT: TCD") for shape in found)


def test_whose_means_who_stands_before_it() -> None:
    found = shapes("The farmers thanked Niger, whose army had shelled Mali.")
    assert "ASSAULT heavy-weapons: NER > MLI" in found


def test_a_step_is_of_who_took_it() -> None:
    found = shapes("Chad expelled the Malian consul, a step which Peru praised.")
    assert "SUPPORT: PER > TCD" in found


def test_people_of_two_countries_are_of_both() -> None:
    found = shapes("Chad bombed Malian and Kenyan villages.")
    assert found == ["ASSAULT explosives: TCD > KEN MLI"]


def test_what_follows_a_semicolon_explains_nothing_before_it() -> None:
    found = shapes("The miners went to Niger; Chad, for its part, called on Mali to pay.")
    assert found[-1] == "REQUEST: TCD > MLI"
    assert not any(shape.startswith("CONSULT") for shape in found)


def test_whose_ministers_may_be_those_of_two() -> None:
    found = shapes("Chad and Mali, whose ministers had met in May, opened the road.")
    assert "CONSULT: MLI TCD >" in found


def test_those_set_beside_a_noun_are_all_meant() -> None:
    text = "Mali thanked the four guarantors - Peru, Chile, Norway, Kenya - for the treaty."
    found = shapes(text)
    assert found
    assert all("PER" in shape and "KEN" in shape for shape in found)
