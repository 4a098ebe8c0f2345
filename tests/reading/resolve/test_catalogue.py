from __future__ import annotations

import csv
from collections.abc import Callable
from importlib.resources import files

import pytest

from dragoman.reading.parse import Parser
from dragoman.reading.resolve import Catalogue, Resolver
from dragoman.reading.resolve.asof import days
from dragoman.reading.resolve.userlist import SECTORS
from tests.reading.resolve.conftest import document

Names = Callable[..., dict[str, str]]


def rows(name: str) -> list[dict[str, str]]:
    text = files("dragoman").joinpath("data/actors", name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


def test_every_alias_and_office_is_of_a_known_actor(catalogue: Catalogue) -> None:
    for row in [*rows("aliases.csv"), *rows("offices.csv")]:
        assert row["actor"] in catalogue.actors, row


def test_ids_and_wikidata_ids_are_used_once() -> None:
    shipped = [*rows("states.csv"), *rows("actors.csv"), *rows("persons.csv")]
    ids = [row["id"] for row in shipped]
    wikidata = [row["wikidata"] for row in shipped if row["wikidata"]]
    assert len(ids) == len(set(ids))
    assert len(wikidata) == len(set(wikidata))
    assert all(item[0] == "Q" and item[1:].isdigit() for item in wikidata)


def test_bodies_belong_to_known_states_or_to_none() -> None:
    states = {row["id"] for row in rows("states.csv")} | {"UNO", "EUR", "IGO", "NGO", ""}
    assert {row["country"] for row in rows("actors.csv")} <= states


def test_a_name_that_several_bodies_bear_is_settled_by_the_states_named(
    catalogue: Catalogue,
) -> None:
    coined = {row["id"] for row in rows("actors.csv") if row["id"][3:4] == "-"}
    for senses in catalogue.senses.values():
        own = [sense for sense in senses if sense.actor in coined]
        if len({sense.actor for sense in own}) > 1:
            assert all(sense.use == "guarded" for sense in own), own
            countries = [catalogue.actors[sense.actor].country for sense in own]
            assert len(countries) == len(set(countries)), own


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The UPDF shelled a camp in Ituri.", "UPDF", "UGA"),
        ("Uruguay let a Cubana plane land.", "Cubana plane", None),
        ("Cuba protested after Canada searched a Cubana plane.", "Cubana plane", "CUB"),
        ("Envoys of UNMEE met the governor.", "Envoys of UNMEE", "UNO"),
        ("A trawler was boarded by HMNZS Otago.", "HMNZS", "NZL"),
    ],
)
def test_bodies_are_known_by_name(
    parser: Parser, catalogue: Catalogue, text: str, name: str, country: str | None
) -> None:
    doc = document(text)
    found = {
        text[m.start : m.end]: m.referents[0].country
        for m in Resolver(catalogue).resolve(doc, parser.parse(doc))
        if m.referents
    }
    meant = next((code for said, code in found.items() if said.startswith(name)), None)
    assert meant == country


def test_sectors_are_those_of_the_codebook() -> None:
    for name in ("actors.csv", "persons.csv", "offices.csv", "officials.csv", "agents.csv"):
        assert {row["sector"] for row in rows(name)} - {""} <= SECTORS, name


def test_dates_are_dates() -> None:
    for row in rows("offices.csv"):
        assert not row["held"] or days(row["held"]), row
    for row in rows("aliases.csv"):
        assert all(not row[end] or days(row[end]) for end in ("from", "to")), row


@pytest.mark.parametrize(
    ("country", "office", "when", "holder"),
    [
        ("IRN", "president", "1989-05-14", "Ali Khamenei"),
        ("IRN", "president", "1989", "Ali Khamenei"),
        ("IRN", "supreme leader", "2001-01-01", "Ali Khamenei"),
        ("USA", "head of state", "1962-10-22", "John F. Kennedy"),
        ("PRK", "leader", "1995-01-01", "Kim Jong Il"),
        ("un", "secretary-general", "2003-03-20", "Kofi Annan"),
    ],
)
def test_an_office_is_true_for_a_time(
    catalogue: Catalogue, country: str, office: str, when: str, holder: str
) -> None:
    found = catalogue.holder(country, office, days(when))
    assert found
    assert catalogue.actors[found].name == holder


def test_without_a_day_nobody_holds_an_office(catalogue: Catalogue) -> None:
    assert catalogue.holder("IRN", "president", None) is None


def test_country_and_sector_follow_the_office_of_the_day(catalogue: Catalogue) -> None:
    assert catalogue.referent("ban-ki-moon", days("2005-01-01")).country == "KOR"
    assert catalogue.referent("ban-ki-moon", days("2012-01-01")).country == "UNO"
    assert catalogue.referent("taliban", days("1999-01-01")).sector == "GOV"
    assert catalogue.referent("taliban", days("2010-01-01")).sector == "REB"


def test_a_user_list_adds_and_overrides(parser: Parser) -> None:
    lines = ["Tide Front,the Tide,MDV,REB,,", "Hamas,Tidal Movement,PSE,PAR,,"]
    resolver = Resolver(Catalogue.load(lines))
    text = "The Tidal Movement met the Tide. Hamas and the Tide Front agreed."
    doc = document(text)
    found = {
        text[m.start : m.end]: (m.referents[0].name, m.referents[0].sector)
        for m in resolver.resolve(doc, parser.parse(doc))
        if m.referents
    }
    assert found["Tidal Movement"] == ("Hamas", "PAR")
    assert found["Hamas"] == ("Hamas", "PAR")
    assert found["Tide Front"] == ("Tide Front", "REB")


def test_an_added_name_holds_only_in_its_years(parser: Parser) -> None:
    resolver = Resolver(Catalogue.load(["Marble Palace,,SYR,GOV,1990,1999"]))
    for date, expected in (("1995-01-01", 1), ("2005-01-01", 0)):
        doc = document("Envoys reached the Marble Palace.", date=date)
        assert len(resolver.resolve(doc, parser.parse(doc))) == expected
