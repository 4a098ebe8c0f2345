from __future__ import annotations

import pytest

from tests.coding.told import shapes

WROTE = "Chad and Niger exchanged messages. "


@pytest.mark.parametrize(
    "text",
    ["No meeting took place.", "Talks were held in May.", "The ministers had met in secret."],
)
def test_what_is_done_together_is_done_by_the_two(text: str) -> None:
    assert shapes(WROTE + text)[-1] == "CONSULT: NER TCD >"


def test_talks_of_some_days_are_those_of_the_two_that_are_named() -> None:
    found = shapes("Chad and Niger restored relations after four days of talks.")
    assert found[-1] == "CONSULT: NER TCD >"


@pytest.mark.parametrize(
    "text", ["There has been talk.", "The king was met with flowers.", "Peru hosted a meeting."]
)
def test_not_every_meeting_is_one_of_the_two(text: str) -> None:
    assert "CONSULT: NER TCD >" not in shapes(WROTE + text)


def test_a_treaty_is_signed_by_guest_and_host() -> None:
    about = "Chad and Niger share a lake. Chad borders Niger. "
    found = shapes(about + "King Moussa flew to Peru in May, where a treaty was signed.")
    assert "SUPPORT sign: PER TCD >" in found


@pytest.mark.parametrize(
    "text",
    ["A mixed commission met in June.", "A joint meeting in Niger was held in June."],
)
def test_a_joint_body_is_of_the_two(text: str) -> None:
    about = "Chad and Niger share a lake. Chad borders Niger. "
    assert shapes(about + text)[-1] == "CONSULT: NER TCD >"


@pytest.mark.parametrize(
    "text",
    [
        "Chad told Niger of the raid at a secret meeting in May.",
        "Chad accused Niger of having lied during the talks of 1994.",
    ],
)
def test_those_met_who_are_named_beside(text: str) -> None:
    assert "CONSULT: NER TCD >" in shapes(WROTE + text)


@pytest.mark.parametrize(
    "text",
    [
        "Chad told Niger of the raid at the summit in May.",
        "Chad told Niger of the raid at the meeting of Arab ministers.",
    ],
)
def test_where_many_meet_the_two_are_not_alone(text: str) -> None:
    assert "CONSULT: NER TCD >" not in shapes(WROTE + text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops exchanged fire in June.", "ASSAULT firearms: NER TCD >"),
        ("Fighting broke out in June.", "ASSAULT: NER TCD >"),
        ("Patrols fired on each other.", "ASSAULT firearms: NER TCD >"),
        ("The two fought until dusk.", "ASSAULT: NER TCD >"),
        ("The two coast guards held a meeting.", "CONSULT: NER TCD >"),
        ("Talks on the lake were held in Niger.", "CONSULT: NER TCD >"),
    ],
)
def test_the_two_fight_and_meet_though_no_word_names_them(text: str, expected: str) -> None:
    assert expected in shapes(WROTE + text)


@pytest.mark.parametrize(
    "text",
    [
        "Talks with other countries were held in May.",
        "The lake is the talk of the town in Niger.",
        "Since the fighting began, Niger has been poor.",
    ],
)
def test_what_is_held_with_others_or_told_aside_is_not_of_the_two(text: str) -> None:
    told = shapes(WROTE)
    assert not any("NER TCD" in one for one in shapes(WROTE + text)[len(told) :])
