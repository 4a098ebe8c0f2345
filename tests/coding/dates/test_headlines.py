from __future__ import annotations

import pytest

from tests.coding.told import coded

LEAD = "Chad attacked Mali on Monday."
MONDAY = [("Monday", "2021-04-12")]


@pytest.mark.parametrize("headline", ["Peru condemns Kenya", "Peru recognises Palau"])
def test_a_headline_has_the_day_of_its_story(headline: str) -> None:
    found = coded(f"{headline}\n\n{LEAD}", dates=MONDAY, published="2021-04-13", source="news")
    assert [c.occurred for c in found] == ["2021-04-12", "2021-04-12"]


@pytest.mark.parametrize("sentence", ["Peru recognises Palau.", "Peru attacked Kenya"])
def test_what_is_no_headline_has_not(sentence: str) -> None:
    found = coded(f"{sentence}\n\n{LEAD}", dates=MONDAY, published="2021-04-13", source="news")
    assert found[0].occurred is None


def test_above_a_history_there_is_no_news() -> None:
    found = coded(f"Peru condemns Kenya\n\n{LEAD}", dates=MONDAY, published="2021-04-13")
    assert found[0].occurred is None
