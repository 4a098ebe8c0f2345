from __future__ import annotations

import time

import pytest

from dragoman.reading.resolve import Catalogue
from dragoman.reading.resolve.match import Matcher


@pytest.fixture(scope="module")
def matcher(catalogue: Catalogue) -> Matcher:
    return Matcher(catalogue)


def words(matcher: Matcher, text: str) -> list[str]:
    return [text[match.start : match.end] for match in matcher.find(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Niger and Nigeria", ["Niger", "Nigeria"]),
        ("the Democratic People’s Republic of Korea", ["Democratic People’s Republic of Korea"]),
        ("Guinea-Bissau", ["Guinea-Bissau"]),
        ("South Sudan left Sudan", ["South Sudan", "Sudan"]),
        ("Papua New Guinea", ["Papua New Guinea"]),
        ("pro-Israel and anti-US", ["Israel", "US"]),
        ("Iranology", []),
        ("U.S.-led", ["U.S."]),
    ],
)
def test_the_longest_name_on_word_boundaries(matcher: Matcher, text: str, found: list[str]) -> None:
    assert words(matcher, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tell us about turkey, china and polish", []),
        ("north Korea and south Korean troops", ["north Korea", "south Korean"]),
        ("IRAN THREATENS ISRAEL", ["IRAN", "ISRAEL"]),
        ("PLEASE JOIN US FOR DINNER TONIGHT", []),
        ("US WARNS THE ENVOYS", ["US"]),
        ("the iranian side", []),
        ("who asked the WHO?", ["WHO"]),
    ],
)
def test_case_tells_names_from_words(matcher: Matcher, text: str, found: list[str]) -> None:
    assert words(matcher, text) == found


@pytest.mark.slow
def test_a_megabyte_takes_less_than_a_second(matcher: Matcher) -> None:
    text = "Iran said that the United States and Kim Jong Un would meet the envoys. " * 14_000
    start = time.perf_counter()
    matcher.find(text)
    assert time.perf_counter() - start < len(text) / 1_000_000
