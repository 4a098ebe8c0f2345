from __future__ import annotations

import pytest

from tests.coding.told import shapes

AT_ODDS = "Chad and Niger quarrelled over a lake. Chad shelled Niger. "


def test_those_in_whose_support_it_is_done_are_not_those_to_whom() -> None:
    found = shapes(AT_ODDS + "Chad severed relations, in solidarity with Peru.")
    assert "SANCTION sever-relations: TCD > NER" in found


def test_a_new_state_that_is_recognized_is_the_other_of_the_two() -> None:
    found = shapes(AT_ODDS + "Niger recognized the new republic.")
    assert found[-1] == "SUPPORT recognize: NER > TCD"


@pytest.mark.parametrize("text", ["Chad armed the tribes.", "Chad fed them."])
def test_those_who_get_help_are_of_the_other_of_two(text: str) -> None:
    assert shapes(AT_ODDS + text)[-1] == "AID: TCD > NER"


def test_who_helps_to_do_something_helps_nobody() -> None:
    assert not any("AID" in one for one in shapes(AT_ODDS + "Chad helped to clean the lake."))
