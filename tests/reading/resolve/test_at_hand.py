from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.reading.resolve.conftest import Said

Reads = Callable[..., Said]


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Comoros", "France annexed the islands in 1912.", ("islands", ("COM",))),
        ("Bermuda", "Spain saw the island first.", ("island", ("BMU",))),
        ("Fiji", "The colony grew sugar.", ("colony", ("FJI",))),
        ("Guam", "Japan took the territory in 1941.", ("territory", ("GUM",))),
        ("Guam (Guahan)", "Japan took the territory in 1941.", ("territory", ("GUM",))),
    ],
)
def test_in_a_text_about_one_land_the_noun_for_it_means_it(
    said: Reads, title: str, text: str, expected: tuple[str, tuple[str, ...]]
) -> None:
    assert expected in said(text, title=title)


@pytest.mark.parametrize(
    "text",
    [
        "Japan and China quarrelled. Both claimed the islands.",
        "Fiji was far away. The colony grew sugar.",
        "Guam is small. Spain and Peru met. Spain left the territory.",
    ],
)
def test_elsewhere_the_noun_may_mean_any_land(said: Reads, text: str) -> None:
    assert not {"islands", "colony", "territory"} & dict(said(text)).keys()


def test_a_territory_may_be_one_just_named(said: Reads) -> None:
    found = dict(said("Spain left Western Sahara, and Peru kept out of the territory."))
    assert found["territory"] == ("ESH",)


def test_the_colony_of_a_text_about_a_ruler_is_another(said: Reads) -> None:
    assert "colony" not in dict(said("The colony grew sugar.", title="Portugal"))


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Gabon", "France ruled Gabon; it became a colony in 1885.", "GAB"),
        ("Gabon", "France ruled Gabon. It gained independence in 1960.", "GAB"),
        ("Gabon", "France held Gabon; it was ceded in 1911.", "GAB"),
        ("Gabon", "Peru sided with Gabon; it sent food.", "PER"),
        ("Gabon", "Mali became a colony before Gabon; it gained independence in 1960.", "MLI"),
    ],
)
def test_what_befalls_lands_befalls_the_one_that_a_text_is_about(
    said: Reads, title: str, text: str, expected: str
) -> None:
    assert {word.lower(): who for word, who in said(text, title=title)}["it"] == (expected,)


def test_islands_are_they(said: Reads) -> None:
    text = "Britain and France fought over the islands until they were ceded to Britain."
    assert ("they", ("SYC",)) in said(text, title="Seychelles")
    assert ("they", ("GAB",)) not in said(text, title="Gabon")
