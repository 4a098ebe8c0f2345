from __future__ import annotations

from typing import Any, cast

import pytest

from dragoman.coding import LearnedCoder
from dragoman.coding.encoder import Encoder
from tests.coding.heard import FakeEncoder, Heard
from tests.coding.told import document, read, shape, shapes


def heard(text: str, told: Heard, **asked: Any) -> list[str]:
    coder = LearnedCoder(encoder=cast("Encoder", FakeEncoder(told)))
    written = document(text)
    return [shape(coding) for coding in coder.code(written, read(written, **asked))]


def test_forces_that_are_sent_out_are_their_own_states() -> None:
    assert shapes("The Chadian army was sent in to guard the coast.") == ["MOBILIZE troops: TCD >"]


def test_two_between_whom_there_is_war_both_act() -> None:
    found = shapes("The war ended after two years of fighting between Chad and Niger.")
    assert found == ["ASSAULT: NER TCD >"]


@pytest.mark.parametrize("verb", ["telephoned", "phoned", "rang"])
def test_who_calls_acts_on_whom_is_called(verb: str) -> None:
    assert shapes(f"President Haugen {verb} King Moussa.") == ["CONSULT phone: NOR > TCD"]


def test_a_missing_side_is_the_one_that_the_encoder_hears() -> None:
    text = "Within sight of the tents that Niger had pitched, Chad severed relations."
    told: Heard = {"severed": ("SANCTION", 0.9, ("Chad",), ("Niger",))}
    assert heard(text, told) == ["SANCTION sever-relations: TCD > NER"]
    assert heard(text, {"severed": ("SANCTION", 0.9, ("Chad",), ())}) == []


def test_whoever_the_words_name_is_not_asked_about() -> None:
    told: Heard = {"severed": ("SANCTION", 0.9, ("Peru",), ("Mali",))}
    text = "In a year when Peru fed Mali, Chad severed relations with Niger."
    assert "SANCTION sever-relations: TCD > NER" in heard(text, told)


def test_a_body_before_which_something_is_said_is_no_recipient() -> None:
    told: Heard = {"severed": ("SANCTION", 0.9, ("Chad",), ("Hague Council",))}
    assert heard("Chad severed relations, it said to the Hague Council.", told) == []


def test_a_helper_is_not_heard() -> None:
    told: Heard = {"invaded": ("ASSAULT", 0.9, ("Chad",), ("Niger",))}
    assert heard("Chad invaded the lake with support from Niger.", told) == []


def test_own_people_give_way_to_those_abroad_whom_the_encoder_hears() -> None:
    told: Heard = {"urged": ("REQUEST", 0.9, ("Chad",), ("Niger",))}
    text = "Chad urged Chadian traders to wait until Niger opened the road."
    assert heard(text, told)[:1] == ["REQUEST: TCD > NER"]


def test_who_complains_of_a_deed_did_not_do_it() -> None:
    told: Heard = {
        "protests": ("ACCUSE", 0.9, ("Niger",), ("Kosovo",)),
        "recognition": ("SUPPORT", 0.9, ("Niger",), ("Kosovo",)),
    }
    [complaint] = heard("Niger protests recognition of Kosovo.", told)
    assert complaint.startswith("ACCUSE")


def test_those_between_whom_it_was_agreed_agreed() -> None:
    assert shapes("A joint inquiry was agreed between Chad and Mali.") == ["AGREE: MLI TCD >"]


def test_who_proposes_that_both_do_it_proposes_it_to_the_other() -> None:
    text = "Chad and Mali met. Chad proposed that both withdraw."
    found = shapes(text, pronouns={"both": ("Chad", "Mali")})
    assert any(s.startswith("REQUEST") and s.endswith("TCD > MLI") for s in found)


def test_what_one_attacks_with_is_not_attacked() -> None:
    found = shapes("Chad launched an attack with aircraft and drones on Mali.")
    assert [shape.rpartition(": ")[2] for shape in found] == ["TCD > MLI"]


def test_a_visitor_is_no_host() -> None:
    found = shapes("King Moussa visited Mali, the first Chadian president to do so since 1928.")
    assert found == ["CONSULT visit: TCD > MLI"]


def test_those_who_act_at_talks_held_them() -> None:
    found = shapes("At the meeting, the ministers of Chad and Mali approved a plan.")
    assert any(shape.startswith("CONSULT") for shape in found)
    met = shapes("The ministers of Chad and Mali met at a conference.")
    assert len([shape for shape in met if shape.startswith("CONSULT")]) == 1


def test_helpers_who_are_sent_out_are_sent_by_their_own_state() -> None:
    assert "AID: NOR > MLI" in shapes("Engineers from Norway were dispatched to Mali.")


def test_its_own_embassy_is_closed_to_the_other() -> None:
    about = "Chad and Niger have a border. Chad left Niger. Niger left Chad. "
    found = shapes(f"{about}It has shut its embassy.", pronouns={"It": ("Chad",), "its": ("Chad",)})
    assert found[-1].endswith("TCD > NER")


def test_after_talks_with_one_who_does_something_has_held_them() -> None:
    found = shapes("After talks with Mali, King Moussa left for Peru.")
    assert any(s.startswith("CONSULT") and s.endswith("MLI TCD >") for s in found)


def test_who_does_it_together_with_another_does_not_do_it_to_them() -> None:
    found = shapes("Chad, together with Niger, recalled its envoy to Mali.")
    assert [shape.rpartition(": ")[2] for shape in found] == ["NER TCD > MLI"]
