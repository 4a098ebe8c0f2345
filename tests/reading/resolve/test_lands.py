from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.reading.resolve import Catalogue
from dragoman.reading.resolve.asof import days
from dragoman.reading.resolve.lands import by_size, crowned, shaped
from tests.reading.resolve.conftest import Said

Reads = Callable[..., Said]


def test_a_kingdom_is_one_as_long_as_it_has_a_crown() -> None:
    assert "EGY" in (shaped("kingdom", days("1950")) or ())
    assert "EGY" not in (shaped("kingdom", days("1960")) or ())
    assert "JOR" in (shaped("kingdom", None) or ())


def test_titles_of_monarchs_tell_of_few_states() -> None:
    assert "KWT" in (crowned("emir", days("1990")) or ())
    assert "MAR" not in (crowned("emir", days("1990")) or ())
    assert crowned("president", None) is None


def test_neighbours_are_neighbours_of_each_other(catalogue: Catalogue) -> None:
    lands = catalogue.lands
    assert all(
        state in lands[other].neighbours for state in lands for other in lands[state].neighbours
    )


def test_of_two_states_size_tells_one(catalogue: Catalogue) -> None:
    assert by_size(catalogue.lands, ("GMB", "SEN"), ["smaller"]) == "GMB"
    assert by_size(catalogue.lands, ("GMB", "SEN"), ["larger"]) == "SEN"
    assert by_size(catalogue.lands, ("GMB", "SEN"), ["friendly"]) is None


@pytest.mark.parametrize(
    ("text", "words", "states"),
    [
        ("Gambia and Senegal quarrelled over a ferry. The smaller country gave in.",
         "smaller country", ("GMB",)),
        ("Latvia and Peru signed a pact. The Baltic state then left it.",
         "Baltic state", ("LVA",)),
        ("Zambia and Mozambique quarrelled. The landlocked state closed a road.",
         "landlocked state", ("ZMB",)),
        ("Oman and Kenya met. The republic asked for a loan.", "republic", ("KEN",)),
        ("Jordan and Mali signed. In Amman the king praised the pact.", "king", ("JOR",)),
        ("Qatar met Mali and Niger. The emir gave a loan.", "emir", ("QAT",)),
        ("While Chad fought Cuba, Niger lent its larger neighbour a plane.",
         "neighbour", ("TCD",)),
        ("Mali and its eastern neighbour signed a pact. Niamey praised it. Cuba did not.",
         "neighbour", ("NER",)),
        ("Mali urged its neighbours to help. Niger and Senegal refused; Cuba did not.",
         "neighbours", ("NER", "SEN")),
    ],
)  # fmt: skip
def test_states_are_told_by_their_lands(
    said: Reads, text: str, words: str, states: tuple[str, ...]
) -> None:
    assert tuple(sorted(c or "" for c in dict(said(text))[words])) == states
