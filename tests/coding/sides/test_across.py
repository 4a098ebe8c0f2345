from __future__ import annotations

import pytest

from tests.coding.told import shapes

AT_ODDS = "Chad and Niger quarrelled over a lake. Chad shelled Niger. "


@pytest.mark.parametrize(
    "text", ["Peru urged restraint.", "Peru called for talks.", "Peru appealed for a ceasefire."]
)
def test_a_third_calls_on_the_two_in_conflict(text: str) -> None:
    found = shapes(AT_ODDS + text)[-1]
    assert found.startswith("REQUEST")
    assert found.endswith("PER > NER TCD")


@pytest.mark.parametrize("text", ["Peru offered to mediate.", "Peru had offered its mediation."])
def test_a_third_offers_the_two_its_help(text: str) -> None:
    assert shapes(AT_ODDS + text)[-1] == "AGREE: PER > NER TCD"


@pytest.mark.parametrize("text", ["Peru urged reform.", "Peru urged Bolivia to hold talks."])
def test_not_every_call_is_one_on_the_two(text: str) -> None:
    assert not any(one.endswith("> NER TCD") for one in shapes(AT_ODDS + text))


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
    assert not any("TCD" in one for one in found[1:])


def test_those_in_whose_support_it_is_done_are_not_those_to_whom() -> None:
    found = shapes(AT_ODDS + "Chad severed relations, in solidarity with Peru.")
    assert "SANCTION sever-relations: TCD > NER" in found


def test_money_for_a_wrong_is_asked_of_who_did_it() -> None:
    found = shapes(AT_ODDS + "Niger demanded $40,000 in compensation.")
    assert any(one.startswith("REQUEST") and one.endswith("NER > TCD") for one in found)


def test_a_new_state_that_is_recognized_is_the_other_of_the_two() -> None:
    found = shapes(AT_ODDS + "Niger recognized the new republic.")
    assert found[-1] == "SUPPORT recognize: NER > TCD"


def test_a_noun_of_protest_before_a_body_is_against_the_other_too() -> None:
    found = shapes(AT_ODDS + "Niger protests at the Hague Council.")
    assert any(one.endswith("IGO TCD") for one in found if one.startswith("ACCUSE"))


def test_peace_is_asked_of_those_where_it_is_to_be() -> None:
    found = shapes(AT_ODDS + "Peru called for a ceasefire in Mali.")[-1]
    assert found.startswith("REQUEST")
    assert found.endswith("PER > MLI")
