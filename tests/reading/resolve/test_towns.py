from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.reading.resolve import Catalogue
from dragoman.reading.resolve.fold import fold
from dragoman.records.readings import Mention
from tests.reading.resolve.conftest import Said, document

Reads = Callable[..., Said]


@pytest.mark.parametrize(
    ("text", "town", "country"),
    [
        ("The premier visited Lahore.", "Lahore", "PAK"),
        ("Gunners shelled Donetsk overnight.", "Donetsk", "UKR"),
        ("The envoys met in Geneva.", "Geneva", "CHE"),
        ("They closed the consulate in Shanghai.", "Shanghai", "CHN"),
        ("Mosul was bombed twice.", "Mosul", "IRQ"),
        ("Jets hit Aleppo's airport.", "Aleppo", "SYR"),
        ("They took the town of Kupiansk.", "Kupiansk", "UKR"),
        ("Rockets fell on Haifa and Acre.", "Haifa", "ISR"),
        ("The convoy drove to Kharkov.", "Kharkov", "UKR"),
    ],
)
def test_a_town_is_a_place_of_its_country(
    said: Reads,
    mentions: Callable[..., tuple[Mention, ...]],
    text: str,
    town: str,
    country: str,
) -> None:
    assert (town, (country,)) in said(text)
    (referent,) = next(m.referents for m in mentions(document(text)) if m.start == text.index(town))
    assert (referent.kind, referent.sector) == ("place", None)


@pytest.mark.parametrize(
    "text",
    [
        "Lahore rejected the offer.",
        "The offer was rejected by Lahore.",
        "They urged Lahore to accept.",
        "A letter from Donetsk arrived.",
        "They held talks in Geneva.",
        "The Geneva talks failed.",
        "Both parties signed an agreement in Geneva.",
        "They discussed the situation in Idlib.",
        "A bombing in Karachi killed three engineers.",
        "They broke the Geneva Conventions.",
        "They recalled the Lahore Declaration.",
        "He studied at the University of Chicago.",
        "They keep the Minsk agreements and the Camp David accords.",
        "They live in Jammu and Kashmir.",
        "They saw Kevin Houston.",
    ],
)
def test_a_town_is_no_party(said: Reads, text: str) -> None:
    assert not [countries for _, countries in said(text) if countries]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Karachi police freed the men.", {"Karachi police": "Karachi police"}),
        ("Residents of Srinagar marched.", {"Residents of Srinagar": "Srinagar residents"}),
        ("Authorities in Kherson agreed.", {"Authorities in Kherson": "Kherson authorities"}),
    ],
)
def test_those_of_a_town_act_under_a_name_of_their_own(
    names: Callable[..., dict[str, str]], text: str, expected: dict[str, str]
) -> None:
    assert names(text) == expected


def test_no_ministry_or_embassy_is_a_towns(said: Reads) -> None:
    assert not [c for _, c in said("The Shanghai embassy closed. The Geneva envoy left.") if c]


@pytest.mark.parametrize("town", ["Stepanakert", "Khankendi", "Sukhumi", "Panmunjom"])
def test_a_town_without_an_agreed_state_has_none(said: Reads, town: str) -> None:
    assert said(f"They drove to {town}.")[-1] == (town, (None,))


@pytest.mark.parametrize(
    ("text", "countries"),
    [
        ("India sent a team to Hyderabad.", ("IND",)),
        ("Pakistan sent a team to Hyderabad.", ("PAK",)),
        ("He sent a team to Hyderabad.", None),
        ("Egypt regained Taba.", ("EGY",)),
        ("He regained Taba.", None),
    ],
)
def test_a_name_of_several_needs_its_country(
    said: Reads, text: str, countries: tuple[str, ...] | None
) -> None:
    found = dict(said(text))
    assert found.get("Hyderabad", found.get("Taba")) == countries


def test_no_pronoun_and_no_pair_takes_up_a_town(said: Reads) -> None:
    text = "Israel struck Aleppo and Homs. They burned. The two countries have no ties."
    assert ("They", ("SYR", "SYR")) not in said(text)
    paired = said("Iran and Turkey met in Lahore. The two countries agreed.")
    assert ("two countries", ("IRN", "TUR")) in paired


def test_the_title_pair_leaves_the_venue_out(said: Reads) -> None:
    found = said("The two countries agreed.", title="Iran and Oman to meet in Geneva")
    assert ("two countries", ("IRN", "OMN")) in found


def test_towns_are_places_of_known_states(catalogue: Catalogue) -> None:
    towns = [catalogue.actors[town] for town in catalogue.towns]
    assert len(towns) > 1000
    assert all(town.kind == "place" and town.sector is None for town in towns)
    assert {town.country for town in towns} - {None} <= set(catalogue.actors)


def test_no_town_takes_a_name_from_another_actor(catalogue: Catalogue) -> None:
    for senses in catalogue.senses.values():
        kinds = {sense.actor in catalogue.towns for sense in senses}
        assert len(kinds) == 1, senses


def test_a_town_is_no_side_that_one_can_ask_for(catalogue: Catalogue) -> None:
    assert fold("Lahore") in catalogue.senses
    assert catalogue.codes_of("Lahore") == ()
