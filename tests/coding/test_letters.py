from __future__ import annotations

import pytest

from tests.coding.told import shapes

ABOUT_TWO = "Chad and Niger have a border. Chad left Niger. Niger left Chad. "
TO_CHAD, TO_PERU = "CONSULT letter: PER > TCD", "CONSULT letter: TCD > PER"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chad received a letter from President Quispe.", TO_CHAD),
        ("King Moussa received a reply from President Quispe.", TO_CHAD),
        ("A telegram from President Quispe reached Chad.", TO_CHAD),
        ("A message of greeting came from Peru to Chad.", TO_CHAD),
        ("A letter from President Quispe was delivered to the Chadian king.", TO_CHAD),
        ("A letter signed by President Quispe was handed to King Moussa.", TO_CHAD),
        ("Chad cabled Peru.", TO_PERU),
        ("Chad replied to a note from Peru.", TO_PERU),
        ("King Moussa wrote back to President Quispe.", TO_PERU),
        ("In response to a letter from Peru, King Moussa wrote that he would come.", TO_PERU),
        ("Chad's reply to Peru's letter came late.", TO_PERU),
    ],
)
def test_who_wrote_and_who_received(text: str, told: str) -> None:
    assert told in shapes(text)


def test_a_letter_and_the_letter_that_it_answers_are_two() -> None:
    found = shapes("Chad sent a message to Peru in reply to the message which Peru had sent.")
    assert found == [TO_PERU, TO_CHAD]


def test_whoever_is_thanked_for_a_letter_has_sent_it() -> None:
    text = "Chad thanked Peru for the message that it had sent."
    found = shapes(text, pronouns={"it": ("Chad",)})
    assert TO_CHAD in found
    assert TO_PERU not in found


def test_what_the_thankful_received_was_not_received_by_whom_they_thank() -> None:
    text = "Chad thanked Peru for the rice that it had received from Kenya."
    assert not any("KEN > PER" in told for told in shapes(text, pronouns={"it": ("Chad",)}))


def test_who_wrote_a_letter_congratulates_in_it() -> None:
    found = shapes("Chad received a letter from Peru, congratulating it on its election.")
    assert "SUPPORT congratulate: TCD > PER" not in found


def test_of_two_that_a_text_is_about_the_other_wrote_the_letter_received() -> None:
    found = shapes(f"{ABOUT_TWO}King Moussa received a special letter last week.")
    assert "CONSULT letter: NER > TCD" in found


@pytest.mark.parametrize(
    "text",
    [
        "King Moussa received an anonymous letter.",
        "King Moussa received a letter from forty mayors.",
        "King Moussa received a letter signed by forty mayors.",
        "King Moussa received his mother's letter.",
        "King Moussa received many letters.",
    ],
)
def test_no_state_is_guessed_to_have_written_what_others_may_have_written(text: str) -> None:
    assert not any("letter" in told for told in shapes(ABOUT_TWO + text))
