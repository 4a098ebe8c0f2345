from __future__ import annotations

import pytest

from tests.coding.told import shapes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Chadian premier telephoned Niger to complain about the delay.",
         "ACCUSE disapprove: TCD > NER"),
        ("Kenya wrote to Mali to request an inquiry.", "REQUEST: KEN > MLI"),
        ("Chad summoned the Nigerien ambassador to demand an apology.",
         "REQUEST: TCD > NER"),
    ],
)  # fmt: skip
def test_what_a_call_is_for_is_said_in_it(text: str, expected: str) -> None:
    assert any(
        shape.startswith(expected[:7]) and shape.endswith(expected.rpartition(":")[2])
        for shape in shapes(text)
    )


def test_what_a_journey_is_for_is_not_yet_said() -> None:
    found = shapes("The Chadian premier flew to Niger to complain about the delay.")
    assert not any(shape.startswith("ACCUSE") for shape in found)


def test_a_deed_is_laid_to_the_one_to_whom_its_victims_complain() -> None:
    found = shapes("Chad complained to Niger about the detention of two Chadian priests.")
    assert "COERCE arrest: NER > TCD" in found


def test_one_protests_against_those_who_did_what_came_before() -> None:
    found = shapes("Chad protested after three Nigerien shells had fallen into the lake.")
    assert "ACCUSE disapprove: TCD > NER" in found


def test_the_wronged_ask_those_who_wronged_them() -> None:
    found = shapes("Nigerien police arrested two Chadian monks; Chad demanded an inquiry.")
    assert any(s.startswith("REQUEST") and s.endswith(": TCD > NER") for s in found)


def test_what_one_insists_is_so_is_no_demand() -> None:
    assert shapes("Chadian officials insist that Niger has lost nothing.") == []


def test_the_flag_is_sooner_meant_than_the_town() -> None:
    found = shapes("Ghanaian students burned the Peruvian flag in Mali.")
    assert "PROTEST demo: GHA > PER" in found


def test_whose_the_order_is_awards_it() -> None:
    found = shapes("The Kenyan envoy was awarded Peru's highest order.")
    assert any(s.startswith("SUPPORT") and s.endswith(": PER > KEN") for s in found)


def test_who_jails_at_home_is_condemned_for_it() -> None:
    assert "ACCUSE disapprove: CHL > PER" in shapes(
        "Chile condemned the jailing of priests in Peru."
    )


def test_one_pulls_out_ones_own_troops() -> None:
    found = shapes("Chad pulled its last troops out.", pronouns={"its": ("Chad",)})
    assert found == ["RETREAT withdraw: TCD >"]


@pytest.mark.parametrize(
    "text",
    [
        "Chad thanked Mali for the training of Chadian pilots.",
        "Chad expressed its gratitude to Mali for the training of Chadian pilots.",
    ],
)
def test_whoever_is_thanked_did_what_the_thanks_are_for(text: str) -> None:
    assert "AID: MLI > TCD" in shapes(text)


def test_a_plea_is_made_to_the_one_who_declines_it() -> None:
    found = shapes("Chad declined a plea from Mali for help.")
    assert any(s.startswith("REQUEST") and s.endswith("MLI > TCD") for s in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norway turned down Chad's request for boats.", "REQUEST: TCD > NOR"),
        ("Kenya spurned Mali's offer of grain.", "AGREE: MLI > KEN"),
        ("Kenya bowed to Mali's demand.", "REQUEST: MLI > KEN"),
    ],
)
def test_what_one_answers_was_said_to_one(text: str, expected: str) -> None:
    assert expected in shapes(text)


def test_who_vetoes_an_application_was_not_applied_to() -> None:
    found = shapes("Kenya vetoed Mali's bid for a seat.")
    assert not any(shape.endswith("> KEN") for shape in found)
