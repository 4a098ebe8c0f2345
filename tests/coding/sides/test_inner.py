from __future__ import annotations

import pytest

from tests.coding.told import coded, shapes

ABOUT_TWO = "Chad and Niger have a border. Chad left Niger. Niger left Chad. "
ABOUT_ONE = "Chad is dry. Chad is big. Chad is hot. Chad is poor. Peru is wet. "


@pytest.mark.parametrize(
    "text",
    [
        "Chad rigged the election.",
        "Chad seized power.",
        "Chad crushed the protests.",
        "Chad pledged to hold a referendum.",
        "Chad joined several organizations.",
        "Chad became a member of the bloc.",
    ],
)
def test_what_one_does_at_home_is_done_to_nobody_abroad(text: str) -> None:
    assert not any("TCD > NER" in shape for shape in shapes(ABOUT_TWO + text))


def test_in_a_text_about_one_country_its_own_people_are_of_it() -> None:
    (*_, last) = coded(ABOUT_ONE + "In 1921 Chad arrested nine journalists.")
    assert {p.country for p in last.recipients} == {"TCD"}


def test_who_makes_a_coup_in_which_one_is_killed_is_the_doer() -> None:
    assert "ASSAULT: MLI > TCD" in shapes("King Moussa was killed in a raid by Malian officers.")
