from __future__ import annotations

import pytest

from tests.coding.told import shapes

AT_ODDS = "Chad and Niger quarrelled over a lake. Chad shelled Niger. "


@pytest.mark.parametrize("text", ["Niger protested.", "Niger complained that it was unfair."])
def test_a_bare_complaint_is_of_who_did_it(text: str) -> None:
    found = shapes(AT_ODDS + text)[-1]
    assert found.startswith("ACCUSE")
    assert found.endswith("NER > TCD")


@pytest.mark.parametrize(
    "text",
    ["Niger asked that the guns be removed.", "Niger asked for an apology."],
)
def test_what_only_the_other_can_do_is_asked_of_it(text: str) -> None:
    assert any(one.endswith("NER > TCD") for one in shapes(AT_ODDS + text) if "REQUEST" in one)


def test_food_may_be_asked_of_anybody() -> None:
    found = shapes(AT_ODDS + "Niger asked for food.")
    assert not any(one.startswith("REQUEST") and one.endswith("TCD") for one in found)


@pytest.mark.parametrize("text", ["Chad apologised.", "Chad promised a pipeline."])
def test_one_of_two_apologises_or_promises_to_the_other(text: str) -> None:
    assert shapes(AT_ODDS + text)[-1].endswith("TCD > NER")


@pytest.mark.parametrize(
    "text",
    ["Niger took its case to the Hague Council.", "Niger complained to the Hague Council."],
)
def test_who_is_accused_before_a_body_is_the_other(text: str) -> None:
    assert shapes(AT_ODDS + text)[-1].endswith("NER > IGO TCD")


def test_a_complaint_about_a_third_is_not_one_about_the_other() -> None:
    found = shapes(AT_ODDS + "Niger complained to the Hague Council about Peru.")
    assert "TCD" not in found[-1]


def test_money_for_a_wrong_is_asked_of_who_did_it() -> None:
    found = shapes(AT_ODDS + "Niger demanded $40,000 in compensation.")
    assert any(one.startswith("REQUEST") and one.endswith("NER > TCD") for one in found)


def test_a_noun_of_protest_before_a_body_is_against_the_other_too() -> None:
    found = shapes(AT_ODDS + "Niger protests at the Hague Council.")
    assert any(one.endswith("IGO TCD") for one in found if one.startswith("ACCUSE"))


@pytest.mark.parametrize("text", ["Chad accepted the map.", "It ended well, as Chad had promised."])
def test_what_is_accepted_or_promised_is_so_to_the_other(text: str) -> None:
    assert shapes(AT_ODDS + text)[-1] == "AGREE: TCD > NER"
