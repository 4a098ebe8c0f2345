from __future__ import annotations

import pytest

from tests.coding.told import shapes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The ambush of two Malian trucks by Chadian rebels failed.", "ASSAULT: TCD > MLI"),
        ("A donation of four pumps from Peru to Mali arrived.", "AID: PER > MLI"),
    ],
)
def test_who_did_it_may_hang_on_the_victim_or_the_gift(text: str, expected: str) -> None:
    assert expected in shapes(text)


def test_who_asks_stands_behind_the_request_and_who_is_asked_complies() -> None:
    assert "REQUEST: TCD > NER" in shapes("Niger expelled the Kenyans at the request of Chad.")


def test_what_is_refused_is_refused_to_the_surface_subject() -> None:
    assert shapes("A Malian ship was refused passage by Chad.") == ["REJECT change: TCD > MLI"]


def test_a_relative_pronoun_under_a_preposition_means_who_stands_before_it() -> None:
    text = "President Haugen called in King Moussa, to whom he conveyed a demand for bread."
    assert "REQUEST: NOR > TCD" in shapes(text, pronouns={"he": ("Norway",)})


def test_what_follows_a_measure_carries_its_sender() -> None:
    found = shapes("Niger received most of its wheat from Chad.", pronouns={"its": ("Niger",)})
    assert "AID: TCD > NER" in found


def test_who_blames_is_not_whom_the_deed_is_blamed_on() -> None:
    text = "Chad closed the school, a step that Niger condemned."
    assert "ACCUSE disapprove: NER > TCD" in shapes(text)


def test_interference_is_blamed_on_who_interferes() -> None:
    about_two = "Chad and Niger have a border. Chad left Niger. Niger left Chad. "
    found = shapes(f"{about_two}Niger condemned the interference in the affairs of Niger.")
    assert found[-1] == "ACCUSE disapprove: NER > TCD"


def test_he_who_is_received_is_the_visitor() -> None:
    found = shapes("King Moussa left. President Quispe received him.", pronouns={"him": ("Chad",)})
    assert found[-1] == "CONSULT visit: TCD > PER"


def test_a_clause_told_before_a_call_is_not_what_is_called_for() -> None:
    text = (
        "Mali, Norway and Kenya cut their ties with it within days, Peru called for King Moussa's"
        " overthrow, and the crowds threatened the mines."
    )
    assert shapes(text)[-1] == "REQUEST: PER > TCD"


def test_an_envoy_who_is_called_in_is_of_whom_one_complains() -> None:
    envoy = {"Our envoy": ("Norway",)}
    found = shapes("Our envoy in Bern was called in by Chad.", pronouns=envoy)
    assert found == ["ACCUSE disapprove: TCD > NOR"]


@pytest.mark.parametrize("owned", ["a Norwegian colony", "the colony of Norway"])
def test_whose_one_becomes_is_the_owner_of_what_it_becomes(owned: str) -> None:
    assert shapes(f"In 1891 Ghana became {owned}.") == ["COERCE seize: NOR > GHA"]


def test_where_a_deed_was_done_did_not_do_it() -> None:
    assert not any(": TCD >" in shape for shape in shapes("A bombing in Chad killed two Malians."))
