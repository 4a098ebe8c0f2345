from __future__ import annotations

from collections.abc import Callable

from tests.reading.resolve.conftest import Said

Names = Callable[..., dict[str, str]]


def test_one_word_is_enough_after_the_full_name(names: Names) -> None:
    found = names("Kim Il Sung met Manouchehr Mottaki. Kim thanked Mottaki.")
    assert found["Kim"] == "Kim Il Sung"
    assert found["Mottaki"] == "Manouchehr Mottaki"


def test_one_word_is_too_little_before_it(names: Names) -> None:
    assert "Kim" not in names("Kim arrived late.")


def test_title_and_surname_mean_who_held_the_office(names: Names) -> None:
    found = names("President Abbas wrote a letter.", date="2015-10-10")
    assert found["President Abbas"] == "Mahmoud Abbas"
    assert "President Park" not in names("Park rangers came.", date="2015-10-10")


def test_a_leader_of_the_day_needs_no_title_where_the_country_is_named(names: Names) -> None:
    text = "Israel waited while Olmert hesitated."
    assert names(text, date="2007-05-01")["Olmert"] == "Ehud Olmert"
    text = "Spain waited while Zapatero hesitated."
    assert names(text, date="2007-05-01")["Zapatero"].endswith("Zapatero")
    assert "Zapatero" not in names("The board waited while Zapatero hesitated.", date="2007-05-01")


def test_a_surname_of_two_words_is_one_name(said: Callable[..., Said]) -> None:
    found = said("Cuba's Felipe Pérez Roque spoke. Pérez Roque left.", date="2005-05-05")
    assert ("Pérez Roque", ("CUB",)) in found
