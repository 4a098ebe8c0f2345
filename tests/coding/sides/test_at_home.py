"""What happens within one state, with the real actors: forces and crowds, rebels and posts."""

from __future__ import annotations

from functools import cache

import pytest
from msgspec.structs import replace

from dragoman.coding import LexiconCoder
from dragoman.reading.resolve import Catalogue, Resolver
from tests.coding.told import document, read


@cache
def resolver() -> Resolver:
    return Resolver(Catalogue.load())


def sides_of_last(text: str) -> tuple[set[str | None], set[str | None]]:
    """The countries of actors and recipients of the last event."""
    written = document(text)
    reading = read(written)
    found = resolver().resolve(written, reading.sentences)
    last = list(LexiconCoder().code(written, replace(reading, mentions=found)))[-1]
    return {p.country for p in last.actors}, {p.country for p in last.recipients}


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Togo left Benin. Beninese traders marched. Soldiers fired at the crowd.", "BEN"),
        (
            "Mali left Niger. Fighters of the March 23 Movement attacked nine police posts.",
            "COD",
        ),
        ("Peru left Chile. Rioters burned shops in Arica. Chilean police beat them.", "CHL"),
        ("Kenya left Uganda. On Malaita nine rebels killed a clerk.", "SLB"),
        ("Fighters of the Sudan Liberation Movement attacked Omdurman in May.", "SDN"),
    ],
)
def test_it_stays_within_the_state(text: str, state: str) -> None:
    assert sides_of_last(text) == ({state}, {state})
