from __future__ import annotations

import pytest

from dragoman.corroboration.quantities import Quantity, quantities, toll


def read(sentence: str, trigger: str, event_type: str) -> list[tuple[str, str]]:
    """What is counted, by deed and words."""
    found = quantities(sentence, sentence.index(trigger), event_type)
    return [(quantity.deed, quantity.text) for quantity in found]


def one(sentence: str, trigger: str = "killed", event_type: str = "ASSAULT") -> Quantity:
    [quantity] = quantities(sentence, sentence.index(trigger), event_type)
    return quantity


@pytest.mark.parametrize(
    ("sentence", "trigger", "event_type", "expected"),
    [
        ("The shells killed 12.", "killed", "ASSAULT", ("dead", "12")),
        ("Twelve people lost their lives.", "lost", "ASSAULT", ("dead", "Twelve people")),
        ("It wounded about thirty men.", "wounded", "ASSAULT", ("wounded", "about thirty men")),
        ("They expelled four envoys.", "expelled", "SANCTION", ("expelled", "four envoys")),
        ("They set 40 prisoners free.", "set", "RETREAT", ("freed", "40 prisoners")),
        ("It sent 300 tons of rye.", "sent", "AID", ("", "300 tons")),
        ("It lent $2 million for a dock.", "lent", "AID", ("", "$2 million")),
    ],
)
def test_what_is_counted(
    sentence: str, trigger: str, event_type: str, expected: tuple[str, str]
) -> None:
    assert read(sentence, trigger, event_type) == [expected]


@pytest.mark.parametrize(
    ("sentence", "trigger", "event_type"),
    [
        ("The two sides fought for three days.", "fought", "ASSAULT"),
        ("It sent rye after the fire, in which 12 people died.", "sent", "AID"),
        ("They met on 4 May 1993 with 20 ministers.", "met", "CONSULT"),
        ("It gave rye in 1990; in the spring 30 lorries came back.", "gave", "AID"),
    ],
)
def test_what_measures_something_else_is_left(sentence: str, trigger: str, event_type: str) -> None:
    assert read(sentence, trigger, event_type) == []


def test_of_two_numbers_of_one_kind_the_nearest_to_the_deed_counts() -> None:
    sentence = "It expelled three Chadian envoys, after Chad had expelled two of its envoys."
    assert read(sentence, "expelled", "SANCTION") == [("expelled", "three Chadian envoys")]


def test_tolls_of_all_and_of_some_are_not_compared() -> None:
    everyone, some = one("It killed 12 soldiers."), one("It killed 8 Chadian soldiers.")
    assert not everyone.comparable(some)
    assert everyone.comparable(one("It killed 20 troops."))


def test_a_vague_number_allows_what_lies_in_it() -> None:
    twelve, at_least, twenty = (
        one(f"It killed {number} people.") for number in ("12", "at least 12", "twenty")
    )
    assert at_least.allows(twelve)
    assert at_least.allows(twenty)
    assert not twelve.allows(twenty)


def test_amounts_are_of_one_matter() -> None:
    rye, rice, some = (
        one(f"It sent 90 tonnes{what} there.", "sent", "AID")
        for what in (" of rye", " of rice", "")
    )
    assert rye.comparable(some)
    assert not rye.comparable(rice)


def test_a_toll_is_told_in_a_sentence_of_its_own() -> None:
    counted = toll("Nine people were killed; the raid cost 2 million dollars.")
    assert [quantity.text for quantity in counted] == ["Nine people"]
