from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.records.readings import Mention
from tests.reading.resolve.conftest import Said, document


@pytest.mark.parametrize(
    ("text", "phrase", "country", "sector"),
    [
        ("The Iranian Foreign Ministry replied.", "Iranian Foreign Ministry", "IRN", "GOV"),
        ("Russian troops moved.", "Russian troops", "RUS", "MIL"),
        ("A US federal judge ruled.", "US federal judge", "USA", "JUD"),
        ("The Israeli air force struck.", "Israeli air force", "ISR", "MIL"),
        ("South Korean intelligence knew.", "South Korean intelligence", "KOR", "SPY"),
        ("The parliament of Iran met.", "parliament of Iran", "IRN", "LEG"),
        ("Iran's parliament met.", "Iran's parliament", "IRN", "LEG"),
        ("The Palestinian people wait.", "Palestinian people", "PSE", None),
        ("The government of the DPRK agreed.", "government of the DPRK", "PRK", "GOV"),
        ("The Assad regime fell.", "Assad regime", "SYR", "GOV"),
    ],
)
def test_a_state_and_a_noun_are_one_mention(
    mentions: Callable[..., tuple[Mention, ...]],
    text: str,
    phrase: str,
    country: str,
    sector: str | None,
) -> None:
    whole = "Bashar al-Assad stayed. " + text if "Assad" in text else text
    found = {whole[m.start : m.end]: m for m in mentions(document(whole))}
    assert found[phrase].referents[0].country == country
    assert found[phrase].referents[0].sector == sector


@pytest.mark.parametrize(
    ("text", "adjective"),
    [
        ("Israeli actions were condemned.", "Israeli"),
        ("He backs the Palestinian cause.", "Palestinian"),
        ("Iranian military attacks went on.", "Iranian"),
    ],
)
def test_an_adjective_before_a_thing_stays_alone(
    mentions: Callable[..., tuple[Mention, ...]], text: str, adjective: str
) -> None:
    found = {text[m.start : m.end]: m.kind for m in mentions(document(text))}
    assert found[adjective] == "adjective"


def test_a_backed_militia_is_not_its_backers(said: Callable[..., Said]) -> None:
    assert said("An Iran-backed militia fired.") == [("Iran", ("IRN",))]


def test_a_list_of_owners_is_one_mention_of_all(said: Callable[..., Said]) -> None:
    assert said("The foreign ministers of Syria and Lebanon left.") == [
        ("foreign ministers of Syria and Lebanon", ("SYR", "LBN"))
    ]
    assert said("Iranian and Russian ministers met.") == [
        ("Iranian", ("IRN",)),
        ("Russian ministers", ("RUS",)),
    ]


@pytest.mark.parametrize(
    ("text", "phrase", "name"),
    [
        ("President Kim Il Sung spoke.", "President Kim Il Sung", "Kim Il Sung"),
        (
            "The respected Comrade Kim Jong Un spoke.",
            "respected Comrade Kim Jong Un",
            "Kim Jong Un",
        ),
        ("H.E. Yasser Arafat spoke.", "H.E. Yasser Arafat", "Yasser Arafat"),
        ("Then-President Nixon spoke.", "Then-President Nixon", "Richard Nixon"),
        ("Mr. Zarif spoke.", "Mr. Zarif", "Mohammad Javad Zarif"),
        (
            "US Secretary of State John Kerry spoke.",
            "US Secretary of State John Kerry",
            "John Kerry",
        ),
    ],
)
def test_titles_belong_to_the_name(
    names: Callable[..., dict[str, str]], text: str, phrase: str, name: str
) -> None:
    assert names(text)[phrase] == name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Iraqi Republican Guard units withdrew.", "Iraqi Republican Guard"),
        ("Russian paratroops withdrew.", "Russian paratroops"),
        ("A Moroccan patrol boat withdrew.", "Moroccan patrol boat"),
        ("Spanish army units withdrew.", "Spanish army"),
    ],
)
def test_forces_are_forces_also_before_their_units(
    mentions: Callable[..., tuple[Mention, ...]], text: str, words: str
) -> None:
    (found,) = mentions(document(text))
    assert text[found.start : found.end] == words
    assert found.referents[0].sector == "MIL"


@pytest.mark.parametrize(
    "text",
    [
        "Malta's EU presidency spoke.",
        "The Maltese presidency of the EU spoke.",
        "The Maltese EU presidency spoke.",
    ],
)
def test_a_presidency_of_the_union_is_the_unions(said: Callable[..., Said], text: str) -> None:
    assert [countries for _, countries in said(text)] == [("EUR",)]
