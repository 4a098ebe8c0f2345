from __future__ import annotations

import pytest

from tests.coding.told import coded, shapes

ABOUT_TWO = "Chad and Niger have a border. Chad left Niger. Niger left Chad. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad banned the Reed Party.", "COERCE restrict: TCD > TCD"),
        ("Chad has lifted its ban on the Reed Party.", "CONCEDE: TCD > TCD"),
    ],
)
def test_those_who_suffer_may_be_a_mere_name(text: str, expected: str) -> None:
    assert shapes(text) == [expected]
    assert coded(text)[0].recipients[0].text == "Reed Party"


def test_paratroopers_who_are_sent_are_not_helped() -> None:
    assert not any("paratroopers" in one for one in shapes("Chad sent paratroopers."))


@pytest.mark.parametrize("place", ["in Accra", "of Accra"])
def test_gunmen_are_of_no_country(place: str) -> None:
    found = shapes(f"Gunmen attacked the Kenyan embassy {place}.")
    assert found[0].startswith("ASSAULT")
    assert ": Gunmen >" in found[0]


@pytest.mark.parametrize(
    "text",
    [
        "Guards shot a nurse.",  # nobody of any known country
        "The ministry praised Chad.",  # whose ministry, somebody must know
        "Chad met the students.",
        "Chad supports trade.",
    ],
)
def test_not_everything_can_be_done_by_strangers_or_to_them(text: str) -> None:
    assert shapes(text) == []


def test_states_of_whom_no_more_is_said_are_not_the_other_of_the_two() -> None:
    found = shapes(f"{ABOUT_TWO}Ten states severed relations with Niger.")
    assert "SANCTION sever-relations: Ten states > NER" in found


def test_any_state_is_none_that_the_sentence_names() -> None:
    found = shapes(f"{ABOUT_TWO}Chad threatened to break relations with any state that joined it.")
    assert not any(shape.startswith("THREATEN") and "NER" in shape for shape in found)


def test_a_name_that_nobody_knows_is_whom_one_telephones() -> None:
    about = "Chad and Niger share a lake. Chad borders Niger. "
    assert shapes(about + "Chad telephoned Erik Olsen.")[-1] == "CONSULT phone: TCD > Erik Olsen"
