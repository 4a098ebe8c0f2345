from __future__ import annotations

import pytest

from dragoman.reading.calendar import MONTHS, SHORT_MONTHS, WEEKDAYS, names_time


def test_short_months_have_the_number_of_the_full_ones() -> None:
    assert all(MONTHS[number - 1].startswith(name[:3]) for name, number in SHORT_MONTHS.items())
    assert "May" not in SHORT_MONTHS


@pytest.mark.parametrize("word", [*MONTHS, *WEEKDAYS, "Sept.", "AUGUST", "may"])
def test_names_of_times_are_known_in_any_letters(word: str) -> None:
    assert names_time(word)


@pytest.mark.parametrize("word", ["Mayor", "Marches", "Sun", "1971"])
def test_other_words_are_no_times(word: str) -> None:
    assert not names_time(word)
