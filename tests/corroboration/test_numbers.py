from __future__ import annotations

from math import inf

import pytest

from dragoman.corroboration.numbers import numbers, split


def found(sentence: str) -> list[tuple[float, float]]:
    return [(number.low, number.high) for number in numbers(split(sentence))]


@pytest.mark.parametrize(
    ("sentence", "bounds"),
    [
        ("Twelve died.", (12, 12)),
        ("Some twenty-three boats", (18.4, 27.6)),
        ("two dozen boats", (24, 24)),
        ("1,250 sacks", (1250, 1250)),
        ("40,000 books", (38_000, 42_000)),
        ("$1.5 million", (1_425_000, 1_575_000)),
        ("at least 12 people", (12, inf)),
        ("no more than 30 men", (0, 30)),
        ("nearly 50 lorries", (40, 50)),
        ("dozens of houses", (24, 99)),
        ("a thousand goats", (950, 1050)),
    ],
)
def test_a_number_is_the_range_of_what_it_may_mean(
    sentence: str, bounds: tuple[float, float]
) -> None:
    assert found(sentence) == [pytest.approx(bounds)]


@pytest.mark.parametrize(
    "sentence",
    ["on 4 June", "on June 4", "in 1993 soldiers left", "since May, 1974", "a boat", "W3C"],
)
def test_dates_are_no_numbers(sentence: str) -> None:
    assert [bounds for bounds in found(sentence) if bounds != (3, 3)] == []


def test_what_makes_it_vague_belongs_to_it() -> None:
    [number] = numbers(split("They took at least 12 boats"))
    assert (number.first, number.last) == (2, 5)
