from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest

from dragoman.reading.resolve.topic import topic
from tests.reading.resolve.conftest import Said


@pytest.mark.parametrize(
    ("counts", "titled", "is_entry", "expected"),
    [
        ({"KEN": 9, "UGA": 3}, (), False, "KEN"),
        ({"KEN": 9, "UGA": 3}, ("KEN",), False, "KEN"),
        ({"KEN": 9, "UGA": 3}, ("UGA",), False, None),
        ({"KEN": 9, "UGA": 3}, ("KEN", "UGA"), False, None),
        ({"KEN": 9, "UGA": 6}, ("KEN",), False, None),
        ({"KEN": 9, "UGA": 6}, ("KEN",), True, "KEN"),
        ({"KEN": 2, "UGA": 6}, ("KEN",), True, "KEN"),
        ({"KEN": 1}, (), False, None),
        ({}, (), False, None),
    ],
)
def test_the_state_that_a_text_is_about(
    counts: dict[str, int], titled: tuple[str, ...], is_entry: bool, expected: str | None
) -> None:
    assert topic(Counter(counts), titled, is_entry=is_entry) == expected


ABOUT = "Kenya is big. Kenya is green. Kenya has lakes. Kenya is old. In 1905 Germany lost a war. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The country grew rich.", ("country", ("KEN",))),
        ("The army stayed in its barracks.", ("army", ("KEN",))),
        ("The government fell.", ("government", ("KEN",))),
        ("Soviet ships came. The government fell.", ("government", ("KEN",))),
    ],
)
def test_titles_and_organs_are_of_the_state_that_a_text_is_about(
    said: Callable[..., Said], text: str, expected: tuple[str, tuple[str, ...]]
) -> None:
    assert expected in said(ABOUT + text)


def test_the_two_may_be_two_persons_of_one_state(said: Callable[..., Said]) -> None:
    text = "Kenya and Uganda share a lake. William Ruto and Uhuru Kenyatta met and the two agreed."
    assert ("two", ("KEN", "KEN")) in said(text)
