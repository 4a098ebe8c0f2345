from __future__ import annotations

import pytest

from tests.coding.told import coded, shape, shapes


def test_what_was_asked_for_and_done_is_told_twice() -> None:
    text = "Chad asked Niger to withdraw its troops, which it did in 1990."
    found = coded(text, dates=[("1990", "1990")], pronouns={"it": ("Niger",), "its": ("Niger",)})
    assert [shape(c).partition(":")[0] for c in found] == ["REQUEST yield", "RETREAT withdraw"]
    assert (found[-1].actors[0].country, found[-1].occurred) == ("NER", "1990")


def test_a_promise_may_be_kept_in_the_same_breath() -> None:
    found = shapes("Chad agreed to release the Malian pilots and did so in May.")
    assert "RETREAT release: TCD > MLI" in found


@pytest.mark.parametrize("end", ["which it did not do", "which it may do"])
def test_what_was_not_done_stays_a_demand(end: str) -> None:
    found = shapes(f"Chad asked Niger to withdraw its troops, {end}.", pronouns={"it": ("Niger",)})
    assert not any(one.startswith("RETREAT") for one in found)
