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


def test_a_month_before_a_surname_is_no_part_of_the_name(names: Names) -> None:
    text = "Rwanda waited. In March Kagame recalled the envoys."
    assert names(text, date="2014-05-01")["Kagame"] == "Paul Kagame"
    text = "On Friday Modi flew to Nepal, and India cheered."
    assert names(text, date="2018-05-01")["Modi"] == "Narendra Modi"


def test_a_surname_is_known_as_the_text_spells_it(names: Names) -> None:
    found = names("Premier Chou En-lai spoke. Later Premier Chou left.", date="1960-05-01")
    assert found["Premier Chou"] == "Zhou Enlai"


def test_who_is_named_in_full_further_on_is_known_before(names: Names) -> None:
    found = names("Nyerere refused. Julius Nyerere had waited a year.", date="1951-05-01")
    assert found["Nyerere"] == "Julius Nyerere"


def test_a_rare_surname_needs_only_that_states_are_spoken_of(names: Names) -> None:
    found = names("Portugal protested. Zapatero answered.", date="2007-05-01")
    assert found["Zapatero"].endswith("Zapatero")
    text = "Portugal protested. The singer Lola Zapatero answered. Zapatero bowed."
    assert "Zapatero" not in names(text, date="2007-05-01")


def test_of_two_of_one_name_and_state_the_one_who_led_is_meant(said: Callable[..., Said]) -> None:
    assert ("Botha", ("ZAF",)) in said("South Africa armed. Botha paid.", date="1985-05-01")


def test_leaders_of_the_home_of_the_source_need_no_country(names: Names) -> None:
    found = names("On Friday Ardern opened the border.", date="2022-05-01", country="NZL")
    assert found["Ardern"] == "Jacinda Ardern"


def test_a_surname_of_one_states_leaders_alone_tells_them_at_any_time_after(names: Names) -> None:
    text = "Argentina mourned. Years before, Frondizi had refused the loan."
    assert names(text, date="2011-05-01")["Frondizi"] == "Arturo Frondizi"
    assert "Frondizi" not in names("The board waited. Frondizi refused.", date="2011-05-01")
    text = "Argentina mourned. The cook Lina Frondizi wept. Frondizi left."
    assert "Frondizi" not in names(text, date="2011-05-01")


def test_a_surname_that_is_a_word_tells_nobody_alone(names: Names) -> None:
    assert "Grew" not in names("America waited. Grew the number of tents.", date="1955-05-01")


def test_a_style_is_enough_where_the_state_is_named(names: Names) -> None:
    found = names("Italy pressed on. Count Ciano told Greece so.", date="1938-05-01")
    assert found["Count Ciano"] == "Galeazzo Ciano"


def test_a_president_of_old_is_told_by_title_and_state(names: Names) -> None:
    found = names("Uruguay remembers. President Bordaberry closed it.", date="2009-05-01")
    assert found["President Bordaberry"] == "Juan María Bordaberry"
