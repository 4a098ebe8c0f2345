from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.reading.resolve.conftest import Said

Reads = Callable[..., Said]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Zambia complained. Minister Joseph Banda was angry.", "Minister Joseph Banda"),
        ("In Lusaka, Gen. Peter Mwansa resigned.", "Gen. Peter Mwansa"),
        ("In Lusaka, army spokesman Peter Phiri resigned.", "army spokesman Peter Phiri"),
        ("In Lusaka, the ambassador of Chad met Captain Juma, an officer in Lusaka.",
         "Captain Juma"),
        ("A Zambian team led by Health Minister Joseph Banda came.",
         "Health Minister Joseph Banda"),
    ],
)  # fmt: skip
def test_office_and_name_have_the_state_at_hand(said: Reads, text: str, words: str) -> None:
    assert dict(said(text))[words] == ("ZMB",)


def test_the_state_named_after_the_name_is_theirs(said: Reads) -> None:
    found = dict(said("Malawi rejoiced. President Luis Ferro of Zambia visits Malawi."))
    assert found["President Luis Ferro"] == ("ZMB",)


def test_later_the_surname_is_enough(said: Reads) -> None:
    text = "In Lusaka, Minister Joseph Banda resigned. Malawi was glad that Banda left."
    assert said(text)[-1] == ("Banda", ("ZMB",))


def test_he_is_the_one_so_named(said: Reads) -> None:
    text = "In Lusaka, Minister Joseph Banda spoke. He blamed Malawi."
    assert dict(said(text))["He"] == ("ZMB",)


def test_a_name_beside_an_office(said: Reads) -> None:
    text = "Zambia recalled its envoy in Chad. The envoy, Kofi Amoah, was tired."
    assert dict(said(text))["Kofi Amoah"] == ("ZMB",)


def test_one_word_that_a_famous_person_bears_is_no_stranger(said: Reads) -> None:
    assert "Mr Minister Kennedy" not in dict(said("In Lusaka, Minister Kennedy spoke."))
    assert dict(said("In Lusaka, Minister Kennedy spoke.")).get("Minister Kennedy", ()) == ()


def test_a_name_may_have_particles_and_hyphens(said: Reads) -> None:
    found = said("Yemen spoke. Colonel Tariq al-Amri left. Al-Amri returned.")
    assert ("Colonel Tariq al-Amri", ("YEM",)) in found
    assert ("Al-Amri", ("YEM",)) in found


def test_a_name_between_commas_has_the_office_before_it(said: Reads) -> None:
    found = said("Malawi paid. Its trade envoy, Thoko Chirwa, spoke. Ms Chirwa left.")
    assert ("Thoko Chirwa", ("MWI",)) in found
    assert any("Chirwa" in words and countries == ("MWI",) for words, countries in found[3:])


def test_two_unknown_names_after_one_title_are_both_of_the_pair(said: Reads) -> None:
    found = said("Chad and Niger made up. Ministers Ali Oumar and Jan Saleh signed.")
    assert ("Ministers Ali Oumar and Jan Saleh", ("TCD", "NER")) in found


def test_an_unknown_beside_a_known_holder_is_of_the_other_state(said: Reads) -> None:
    text = "France and Chad quarrelled. Presidents Ali Oumar and Emmanuel Macron met."
    assert ("Presidents Ali Oumar", ("TCD",)) in said(text, date="2019-05-05")


def test_one_word_before_an_office_is_a_person_of_its_state(said: Callable[..., Said]) -> None:
    found = said("Petkov, the deputy foreign minister of Bulgaria, wrote. Petkov left.")
    assert [states for words, states in found if words == "Petkov"] == [("BGR",), ("BGR",)]


def test_a_state_after_a_common_surname_tells_whose_it_is(said: Callable[..., Said]) -> None:
    found = said("A note was handed to Ambassador Lee of South Korea. Lee left.")
    assert ("Lee", ("KOR",)) in found


@pytest.mark.parametrize("name", ["Hon. Peter Phiri", "Dr Peter Phiri", "Sheikh Peter Phiri"])
def test_honours_are_no_names(said: Reads, name: str) -> None:
    found = dict(said(f"In Lusaka, Minister {name} spoke. Later Phiri left."))
    assert found["Phiri"] == ("ZMB",)


def test_a_seat_after_a_preposition_is_no_part_of_an_office(said: Reads) -> None:
    found = dict(said("Malawi was glad. In Lusaka Prime Minister Joseph Tembo praised Malawi."))
    assert "Lusaka Prime Minister Joseph Tembo" not in found


def test_of_two_it_is_the_one_whose_holder_is_not_known(said: Reads) -> None:
    text = "Nauru and France quarrel. Nauru sued France. President Baron Tebara was angry."
    assert dict(said(text))["President Baron Tebara"] == ("NRU",)
