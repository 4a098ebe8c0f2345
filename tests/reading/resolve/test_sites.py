from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.reading.resolve.sites import is_namesake
from tests.reading.resolve.conftest import Said


@pytest.mark.parametrize(
    "text",
    [
        "A Washington think tank accused Bahrain.",
        "A London-based NGO accused Bahrain.",
        "A US-based group accused Bahrain.",
        "A Brussels law firm accused Bahrain.",
        "The Cairo-born writer accused Bahrain.",
    ],
)
def test_where_a_private_body_sits_is_no_state(said: Callable[..., Said], text: str) -> None:
    assert said(text) == [("Bahrain", ("BHR",))]


def test_a_seat_still_stands_for_its_state(said: Callable[..., Said]) -> None:
    found = dict(said("A Moscow court met, and London based its case on that."))
    assert found["Moscow court"] == ("RUS",)


def test_a_think_tank_has_a_nation_and_no_guns(said: Callable[..., Said]) -> None:
    assert ("Chinese think tank", ("CHN",)) in said("A Chinese think tank warned Japan.")


@pytest.mark.parametrize(
    ("after", "country", "namesake"),
    [(", Texas, ", "FRA", True), (", Texas, ", "USA", False), (", France", "FRA", False),
     (", Ohioans", "PER", False)],
)  # fmt: skip
def test_a_province_tells_a_namesake(after: str, country: str, namesake: bool) -> None:
    assert is_namesake(after, 0, country) is namesake


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("They marched into Saint-Louis.", "SEN"),
        ("They marched into St. Louis.", "USA"),
        ("Senegal watched as they marched into Saint Louis.", "SEN"),
    ],
)
def test_the_spelling_tells_a_town_from_its_namesake(
    said: Callable[..., Said], text: str, country: str
) -> None:
    assert said(text)[-1][1] == (country,)
