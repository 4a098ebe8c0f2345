from __future__ import annotations

import pytest

from tests.coding.told import coded, shapes

ABOUT_TWO = "Chad and Niger have a border. Chad left Niger. Niger left Chad. "
ABOUT_ONE = "Chad is dry. Chad is big. Chad is hot. Chad is poor. Peru is wet. "


def test_a_war_with_another_is_that_of_the_country_that_the_text_is_about() -> None:
    (*_, last) = coded(ABOUT_ONE + "The border war with Kenya ended in 1981.")
    assert {p.country for p in (*last.actors, *last.recipients)} == {"TCD", "KEN"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks with King Moussa went on until dusk.", "CONSULT: NER TCD >"),
        ("The arrest of nine Nigerien sailors was the talk of the port.", "TCD > NER"),
        ("A plaque in the port recalls the training of Nigerien nurses.", "AID: TCD > NER"),
    ],
)
def test_a_noun_that_names_one_of_two_is_of_the_other_too(text: str, expected: str) -> None:
    assert shapes(ABOUT_TWO + text)[-1].endswith(expected)


@pytest.mark.parametrize(
    "text",
    [
        "Peru regretted the arrest of nine Nigerien sailors.",  # whom a third may have arrested
        "The arrest of nine Malian sailors was the talk of the port.",
        "The presence of nine Nigerien sailors was the talk of the port.",
        "The talks with the Sahel Front went on until dusk.",
    ],
)
def test_other_nouns_leave_the_other_of_two_alone(text: str) -> None:
    told = shapes(ABOUT_TWO)
    assert not any("TCD" in one for one in shapes(ABOUT_TWO + text)[len(told) :])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The shelling by Chadian guns went on.", "TCD > NER"),
        ("They wrote of the invasion of Chadian troops.", "ASSAULT: TCD > NER"),
        ("At the invitation of King Moussa they went home.", "AGREE: TCD > NER"),
    ],
)
def test_a_noun_that_names_its_doer_was_done_to_the_other(text: str, expected: str) -> None:
    assert any(one.endswith(expected) for one in shapes(ABOUT_TWO + text))


def test_a_noun_that_says_to_whom_it_was_done_was_not_done_to_the_other() -> None:
    found = shapes(ABOUT_TWO + "Chadian threats against trade went on.")
    assert "THREATEN: TCD > NER" not in found
