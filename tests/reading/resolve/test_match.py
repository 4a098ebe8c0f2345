from __future__ import annotations

import pytest

from dragoman.reading.resolve import Catalogue
from dragoman.reading.resolve.match import Matcher
from tests.work import growth


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
        ("HMS Fair Rosalind sailed", ["HMS Fair Rosalind"]),
        ("an HMS of old", []),
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


def test_work_grows_no_faster_than_the_text(matcher: Matcher) -> None:
    sentence = "Iran said that the United States and Kim Jong Un would meet the envoys. "
    assert growth(lambda count: matcher.find(sentence * count), 10) < 5
