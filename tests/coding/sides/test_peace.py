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


def test_peace_is_asked_of_those_where_it_is_to_be() -> None:
    found = shapes(AT_ODDS + "Peru called for a ceasefire in Mali.")[-1]
    assert found.startswith("REQUEST")
    assert found.endswith("PER > MLI")
