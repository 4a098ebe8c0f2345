from __future__ import annotations

import pytest

from dragoman.coding.dates.hours import hours
from tests.coding.test_syntax import tree_of
from tests.coding.told import coded

MONDAY = [("Monday", "2021-04-12")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("during the night", "2021-04-12~"),
        ("overnight", "2021-04-12~"),
        ("in the early hours", "2021-04-12"),
        ("at dawn", "2021-04-12"),
        ("that morning", "2021-04-12"),
        ("the night before", "2021-04-11"),
        ("during the previous night", "2021-04-11"),
    ],
)
def test_a_part_of_the_day_is_of_the_day_of_its_telling(words: str, expected: str) -> None:
    (attack,) = coded(f"Norway said on Monday that Chad attacked Niger {words}.", dates=MONDAY)
    assert (attack.occurred, attack.occurred_basis) == (expected, "relative")
    assert attack.occurred_text == words


@pytest.mark.parametrize("words", ["every night", "", "within hours"])
def test_without_a_part_of_one_day_the_telling_dates_nothing(words: str) -> None:
    (attack,) = coded(f"Norway said on Monday that Chad attacked Niger {words}.", dates=MONDAY)
    assert attack.occurred is None


def test_a_telling_without_a_day_dates_nothing() -> None:
    (attack,) = coded("Norway said that Chad attacked Niger overnight.")
    assert attack.occurred is None


def test_words_that_only_name_a_thing_are_no_time() -> None:
    assert not list(hours(tree_of("Chad condemned the night raid.")))


def test_a_part_of_the_day_may_carry_its_own_day() -> None:
    text = "Chad fired at Malian ships before dawn on Tuesday and seized a Malian barge."
    found = coded(text, dates=[("Tuesday", "2021-04-13")], published="2021-04-14", source="news")
    assert {coding.occurred for coding in found} == {"2021-04-13"}
