from __future__ import annotations

import pytest

from dragoman.reading.times import find_times, implied_publication
from dragoman.reading.times.foundings import named


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Peru praised Zambia on the 50th anniversary of its independence.", "1964-10-24"),
        ("He wrote for the 50th founding anniversary of the Republic of Korea.", "1948-08-15"),
        ("Chad kept the 50th birthday of Jamaica.", "1962-08-06"),
        ("The king kept the 50th anniversary of ties with Zambia.", "2014"),
        ("Chad kept the 50th anniversary of the establishment of ties.", "2014"),
    ],
)
def test_a_founding_is_the_day_that_is_remembered(text: str, edtf: str) -> None:
    year = {"1964": "2014", "1948": "1998", "1962": "2012"}.get(edtf[:4], "2064")
    assert [time.edtf for time in find_times(text, year)] == [edtf]


def test_a_birthday_of_nobody_known_dates_nothing() -> None:
    assert not find_times("The king kept his 70th birthday.", "2014")


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Last week Ghana kept the 60th anniversary of its independence.", "2017"),
        ("Today marks the 60th anniversary of Mali's independence.", "2020"),
        ("Last year Ghana kept the 60th anniversary of its independence.", None),
        ("Ghana then kept the 60th anniversary of its independence.", None),
    ],
)
def test_a_founding_kept_these_days_dates_the_text(text: str, published: str | None) -> None:
    assert implied_publication(text) == published


def test_the_longer_name_is_meant() -> None:
    text = "the Democratic People's Republic of Korea, South Sudan, Guinea-Bissau and Nigeria"
    assert [day.year for day in named(text)] == [1948, 2011, 1973, 1960]
