from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records.readings import Mention
from tests.reading.resolve.conftest import Said, document

Reads = Callable[..., Said]


@pytest.mark.parametrize(
    ("text", "word", "state"),
    [
        ("Mali and Niger quarrelled. In Niamey, police closed the bridge.", "police", "NER"),
        ("Mali protested to Niger. A court in Niamey freed the driver.", "court", "NER"),
        ("Niger's ambassador left Bamako. Mali had summoned the envoy twice.", "envoy", "NER"),
        ("Mali closed the border. Police turned back lorries from Niger.", "Police", "MLI"),
        ("Niger and Mali met. Police in Bamako watched.", "Police", "MLI"),
        ("Mali spoke to Niger. The Nigerien army moved. Later the army left.", "army", "NER"),
        (
            "Mali said Niger had lied. The ministry denied this, a spokesman said.",
            "spokesman",
            "MLI",
        ),
        ("Mali protested to Niger after soldiers crossed the river.", "soldiers", "NER"),
        ("Mali and Niger quarrelled after soldiers shot at a Malian bus.", "soldiers", "NER"),
    ],
)
def test_a_body_has_the_state_that_a_reader_fills_in(
    said: Reads, text: str, word: str, state: str
) -> None:
    found = [states for words, states in said(text) if words.endswith(word)]
    assert found[-1] == (state,)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Mali was alarmed when soldiers crossed the river.", "soldiers"),
        ("Mali and Niger agreed. Officials in both capitals were glad.", "Officials"),
        ("Mali met Niger. Villagers fled.", "Villagers"),
        ("Niger sent diplomats to Mali. Diplomats expect rain.", "Diplomats"),
        ("Foreign officials came to Mali.", "officials"),
        ("Mali said that he was a farmer.", "farmer"),
    ],
)
def test_nobody_where_either_side_may_be_meant(said: Reads, text: str, word: str) -> None:
    assert word not in dict(said(text))


def test_the_enemy_is_the_one_opposite_the_voice(said: Reads) -> None:
    found = said("Niger attacked Mali at dawn. The enemy lost two tanks.", country="MLI")
    assert ("enemy", ("NER",)) in found


def test_a_state_speaks_of_its_own_bodies(said: Reads) -> None:
    text = "The army of Niger fired on our posts.\nThe army has lost two men."
    assert said(text, country="MLI")[-1] == ("army", ("MLI",))


def test_the_reason_names_the_rule_and_how_sure_it_is(
    mentions: Callable[..., tuple[Mention, ...]],
) -> None:
    found = mentions(document("Mali and Niger quarrelled. In Niamey, police closed the bridge."))
    assert found[-1].reasons[0].detail == "the place ahead"
    assert 0 < found[-1].reasons[0].score < 1


def test_a_thing_lends_its_flag_to_its_crew(said: Reads) -> None:
    text = "Niger was angry. A Malian boat was seized and its crew was held."
    assert said(text)[-1] == ("its crew", ("MLI",))


def test_the_invaders_are_those_who_attacked_just_before(said: Callable[..., Said]) -> None:
    found = said("Zambian soldiers took the palace. The invaders burned the bank.")
    assert ("invaders", ("ZMB",)) in found


def test_the_guest_is_who_came_even_if_of_ones_own_state(said: Reads) -> None:
    text = "Premier Patrick Yakowu flew to Fiji. The king of Tonga was there. The guest smiled."
    assert ("guest", ("SLB",)) in said(text, country="SLB")


@pytest.mark.parametrize(
    ("text", "word", "state"),
    [
        ("On Monday students marched in Niamey.", "students", "NER"),
        ("In May 2012 townspeople in Niamey cheered.", "townspeople", "NER"),
        ("Mobs in Bamako burnt two shops.", "Mobs", "MLI"),
        ("Colonels in Bamako took power.", "Colonels", "MLI"),
        ("Mali moved. The acting foreign minister resigned.", "foreign minister", "MLI"),
    ],
)
def test_nouns_beside_times_and_places(said: Reads, text: str, word: str, state: str) -> None:
    assert dict(said(text))[word] == (state,)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Mali greeted Niger's premier. Nobody spoke to the cabinet of the regime.", "regime"),
        ("Mali spoke to Niger.\nRain fell.\nThe soldiers left.", "soldiers"),
        ("Mali fined ten sailors from Niger. The twelve were glad.", "twelve"),
    ],
)
def test_rather_nobody_than_the_wrong_state(said: Reads, text: str, word: str) -> None:
    assert dict(said(text)).get(word, ()) == ()


def test_the_embassy_is_of_the_other_of_two(said: Reads) -> None:
    text = (
        "BAMAKO, May 5 - Mali and Niger quarrel. Mali protested to Niger. The embassy was silent."
    )
    assert dict(said(text, title="Mali and Niger quarrel"))["embassy"] == ("NER",)
