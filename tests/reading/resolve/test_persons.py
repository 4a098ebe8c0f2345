from __future__ import annotations

from collections.abc import Callable

import pytest

Names = Callable[..., dict[str, str]]
Said = Callable[..., list[tuple[str, tuple[str | None, ...]]]]


@pytest.mark.parametrize(
    ("date", "president"),
    [("1989-05-15", "Ali Khamenei"), ("1999-05-15", "Mohammad Khatami")],
)
def test_an_office_means_who_held_it(names: Names, date: str, president: str) -> None:
    assert names("The Iranian president spoke.", date=date)["Iranian president"] == president


def test_a_former_holder_is_not_the_present_one(names: Names) -> None:
    found = names("A former Iranian president spoke.", date="2015-01-01")
    assert "Rouhani" not in found["Iranian president"]


def test_office_and_name_beside_it_are_one(names: Names) -> None:
    found = names("Seyed Ali Khamenei, the then president of Iran, spoke.", date="2022-05-14")
    assert found["president of Iran"] == "Ali Khamenei"


def test_unknown_names_take_the_country_of_their_office(names: Names) -> None:
    found = names("Rustam Belov, premier of Belarus, met Cuban envoy Lazaro Quintana.")
    assert found["Rustam Belov"] == "Rustam Belov"
    assert found["Cuban envoy Lazaro Quintana"] == "Lazaro Quintana"


def test_who_holds_the_office_of_another_body_acts_for_it(said: Said) -> None:
    assert ("Carl Bildt", ("UNO",)) in said("The UN envoy, Carl Bildt, left.", date="2018-05-02")


def test_an_office_is_not_that_of_the_foreigner_before_it(said: Said) -> None:
    text = "At the call of President Idriss Déby, the prime minister of Niger, Brigi Rafini, came."
    found = dict(said(text, date="2014-05-02"))
    assert found["prime minister of Niger"] == ("NER",)


def test_a_name_of_two_words_is_borne_whole(names: Names) -> None:
    found = names("President Nguema Ba spoke.", date="1971-05-02")
    assert "Francisco Macías Nguema" not in found.values()
    found = names("President Macías Nguema spoke.", date="1971-05-02")
    assert found["President Macías Nguema"] == "Francisco Macías Nguema"


def test_a_stay_is_no_part_of_whoever_stays(names: Names) -> None:
    found = names("During his stay President Mugabe rested.", date="1995-05-02")
    assert found["President Mugabe"] == "Robert Mugabe"
