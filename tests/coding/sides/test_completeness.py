from __future__ import annotations

import pytest

from tests.coding.told import coded, shapes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad ruled out a referendum.", "REJECT: TCD > TCD"),  # which is held at home
        ("Kenya quit the talks.", "REJECT meet: KEN >"),
        ("Norway demanded an immediate withdrawal.", "REQUEST yield: NOR >"),
    ],
)
def test_what_is_said_of_a_thing_needs_nobody_to_whom_it_is_said(text: str, expected: str) -> None:
    assert shapes(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Chad told us to wait.",
        "A Chadian envoy asked not to be named.",
        "Chad supports trade.",
        "Chad thanked these states.",
        "Chad and its friends of Peru ruled out a referendum in Mali, or so they said.",
    ],
)
def test_where_somebody_must_be_meant_nobody_is_not_enough(text: str) -> None:
    assert not any(shape.endswith("TCD >") for shape in shapes(text))


def test_what_two_do_alike_they_do_to_each_other() -> None:
    both = {"Both governments": ("Chad", "Mali")}
    assert shapes("Both governments closed the border.", pronouns=both) == ["SANCTION: MLI TCD >"]


def test_what_is_done_by_nobody_knows_whom_has_a_victim() -> None:
    coding = coded("Two Chadian guards were shot dead.")[0]
    assert (coding.event_type, coding.actors) == ("ASSAULT", ())
    assert [p.country for p in coding.recipients] == ["TCD"]


def test_a_crowd_of_no_known_state_may_protest() -> None:
    assert shapes("Angry miners blocked the road.")[0].startswith("PROTEST")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenyan and Malian soldiers fought with sticks along the river.", "ASSAULT"),
        ("A bomb attack on the Malian consulate wounded a guard.", "ASSAULT"),
    ],
)
def test_a_fight_needs_no_other_and_an_attack_that_did_harm_no_doer(
    text: str, expected: str
) -> None:
    assert any(shape.startswith(expected) for shape in shapes(text))


def test_who_fights_for_something_fights_with_nobody_named() -> None:
    assert shapes("Kenyan and Malian soldiers fought for the same cause.") == []
