from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records.readings import Mention
from tests.reading.resolve.conftest import Said, document

Reads = Callable[..., Said]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia shelled Georgia near Tbilisi.", ("Georgia", ("GEO",))),
        ("He mentioned Georgia.", ("Georgia", ())),
        ("Kazakhstan signed a treaty with Georgia.", ("Georgia", ("GEO",))),
        ("Fighting near Goma worries Congo.", ("Congo", ("COD",))),
        ("The mayor of Brazzaville says that Congo is calm.", ("Congo", ("COG",))),
        ("South Korea waits. The Korean minister left.", ("Korean minister", ("KOR",))),
        ("North Korea and South Korea. Korea is divided.", ("Korea", ())),
    ],
)
def test_the_text_decides_between_countries(
    said: Reads, text: str, expected: tuple[str, tuple[str, ...]]
) -> None:
    assert expected in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "Votes in Georgia were counted in Savannah.",
        "The Korean Peninsula is divided.",
        "They remember the Iran-Iraq War.",
        "The Paris Agreement holds.",
        "Fans cheered as Michael Jordan scored.",
        "The actor Chad Williams smiled.",
    ],
)
def test_names_of_places_events_and_others_mean_no_actor(said: Reads, text: str) -> None:
    assert not [countries for _, countries in said(text) if countries]


@pytest.mark.parametrize(
    ("date", "country"), [("1975-03-01", "SUN"), ("1995-03-01", "RUS"), (None, "RUS")]
)
def test_a_seat_stands_for_the_state_of_its_day(
    said: Reads, date: str | None, country: str
) -> None:
    assert ("Moscow", (country,)) in said("Moscow refused.", date=date)


def test_a_seat_after_in_is_a_place(mentions: Callable[..., tuple[Mention, ...]]) -> None:
    (found,) = mentions(document("Envoys met in Tehran."))
    assert found.referents[0].kind == "place"


def test_the_source_decides_whom_its_own_words_mean(said: Reads) -> None:
    text = "The puppet clique staged another drill."
    assert ("puppet clique", ("KOR",)) in said(text, country="PRK")
    assert all(not countries for _, countries in said(text))


def test_an_official_counts_where_their_country_is_named(said: Reads) -> None:
    assert said("Romulo Roux smiled.") == []
    assert ("Romulo Roux", ("PAN",)) in said("Romulo Roux smiled in Panama.")


@pytest.mark.parametrize(
    "text",
    [
        "The Minsk Group met.",
        "The Tashkent Declaration was read.",
        "The Botswana National Security Council met.",
    ],
)
def test_a_name_within_a_longer_one_is_not_that_actor(said: Reads, text: str) -> None:
    assert not {"BLR", "UZB", "UNO"} & {c for _, countries in said(text) for c in countries}


@pytest.mark.parametrize("name", ["Zelenskiy", "Zelenskyi", "Zelenskyy", "Zelensky"])
def test_a_name_is_known_in_its_spellings(said: Reads, name: str) -> None:
    assert said(f"{name} thanked Poland.")[0] == (name, ("UKR",))


def test_brussels_is_the_union_unless_a_place_or_belgian(said: Callable[..., Said]) -> None:
    assert ("Brussels", ("EUR",)) in said("Brussels fined Oslo.")
    assert ("Brussels", ("BEL",)) in said("Ministers dined in Brussels.")
    assert ("Brussels", ("BEL",)) in said("Belgium grieved. Brussels recalled its envoy.")


def test_an_official_is_of_the_state_of_the_day(said: Callable[..., Said]) -> None:
    text = "Moscow sent Anatoly Dobrynin to Havana."
    assert ("Anatoly Dobrynin", ("SUN",)) in said(text, date="1975-05-05")


def test_a_ministry_of_a_name_that_several_bear_is_of_the_state_after_it(said: Reads) -> None:
    text = "The Ministry of External Affairs of Ceylon wrote to India."
    assert ("Ministry of External Affairs of Ceylon", ("LKA",)) in said(text, date="1966-05-03")


def test_a_seat_after_a_particle_is_someones_name(said: Reads) -> None:
    assert all(
        "LCA" not in states for _, states in said("France fought. Colonel de Castries left.")
    )


@pytest.mark.parametrize(
    ("text", "date", "expected"),
    [
        (
            "Bonn paid. The Federal Republic lent ships.",
            "1961-05-03",
            ("Federal Republic", ("DEU",)),
        ),
        ("The Ceylonese envoy left.", "1961-05-03", ("Ceylonese envoy", ("LKA",))),
        ("The Upper Voltan army came.", "1975-05-03", ("Upper Voltan army", ("BFA",))),
        ("Tehran waited. The Shah sent ships.", "1971-05-03", ("Shah", ("IRN",))),
    ],
)
def test_names_of_their_time(
    said: Reads, text: str, date: str, expected: tuple[str, tuple[str, ...]]
) -> None:
    assert expected in said(text, date=date)


def test_a_smaller_town_needs_its_country(said: Reads) -> None:
    assert ("Ouahigouya", ("BFA",)) in said("Burkina Faso mourned. Jets bombed Ouahigouya.")
    assert ("Ouahigouya", ("BFA",)) not in said("Jets bombed Ouahigouya.")


def test_a_name_that_persons_bear_may_head_a_body(said: Reads) -> None:
    assert ("China Coast Guard", ("CHN",)) in said("The China Coast Guard chased a boat.")
    assert ("Kenya Air Force", ("KEN",)) in said("The Kenya Air Force lost a plane.")
    assert ("China", ("CHN",)) not in said("China Moore sang.")
