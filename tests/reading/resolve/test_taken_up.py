"""Nouns that take up those of whom the text has told: `the men`, `the vessel`, `the general`."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.reading.resolve.conftest import Said

Reads = Callable[..., Said]


@pytest.mark.parametrize(
    ("text", "word", "state"),
    [
        ("Fiji fined twelve Tongan sailors. The men wept.", "men", "TON"),
        ("Fiji fined twelve Tongan sailors. The twelve were freed.", "twelve", "TON"),
        ("Fiji stopped a Tongan trawler. The vessel was empty.", "vessel", "TON"),
        ("Fiji stopped a Tongan trawler. The skipper was fined.", "skipper", "TON"),
        ("Fiji stopped a Tongan trawler. The crew was fined.", "crew", "TON"),
        ("Fiji fined six Tongan herders. The herders went home.", "herders", "TON"),
        ("Fiji met General Tevita Mafi of Tonga. The general spoke.", "general", "TON"),
        ("Fiji jailed a Tongan pilot. The airman wept.", "airman", "TON"),
        ("Samoa spoke. Commodore Ioane Lemi resigned. The commodore wept.", "commodore", "WSM"),
        ("Tonga sent Sione Fifita; Fiji heard the envoy.", "envoy", "TON"),
    ],
)
def test_a_noun_takes_up_whom_the_text_told_of(
    said: Reads, text: str, word: str, state: str
) -> None:
    assert (word, (state,)) in said(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("A Fijian gunboat met a Tongan ferry. The crew was fined.", "crew"),
        ("Tonga spoke. The men wept.", "men"),
        ("Tongan sailors say the men hit them.", "men"),
        ("Tongan soldiers came. The detained men wept.", "men"),
        ("Tonga has two ports, and the two are old.", "two"),
    ],
)
def test_it_takes_up_nobody_where_that_is_unclear(said: Reads, text: str, word: str) -> None:
    assert not any(countries for words, countries in said(text) if words == word)


def test_a_ship_that_bears_a_name_is_no_officer(said: Reads) -> None:
    assert not any(
        "General Soto" in words for words, _ in said("Peru lost the frigate General Soto.")
    )
