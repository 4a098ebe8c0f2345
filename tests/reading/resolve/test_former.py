from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.reading.resolve.conftest import Said


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("the Ottoman Empire", "TUR"),
        ("Ottoman troops", "TUR"),
        ("Austria-Hungary", "AUT"),
        ("Muscovy", "RUS"),
        ("the Papal States", "VAT"),
        ("the Kingdom of Serbs, Croats and Slovenes", "YUG"),
        ("German South-West Africa", "NAM"),
        ("Portuguese Timor", "TLS"),
        ("East Pakistan", "BGD"),
        ("British India", "GBR"),
        ("the Royal Niger Company", "GBR"),
        ("the Dutch East India Company", "NLD"),
        ("Tokelau", "TKL"),
        ("the Cayman Islands", "CYM"),
    ],
)
def test_powers_and_lands_of_the_past_are_of_a_state(
    said: Callable[..., Said], name: str, state: str
) -> None:
    found = said(f"In those years {name} fought on.")
    assert [who for _, who in found] == [(state,)]


def test_peoples_of_old_count_only_beside_their_state(said: Callable[..., Said]) -> None:
    assert said("The Incas built roads.") == []
    assert ("Incas", ("PER",)) in said("The Incas built roads. Peru is proud of them.")
