from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.ingest import dates


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("14/05/2022", "2022-05-14"),
        ("03/04/2021", "2021-04-03"),
        ("03/25/2022", "2022-03-25"),
        ("2023-12-06", "2023-12-06"),
        ("2023-12-06T08:00:00+02:00", "2023-12-06"),
        ("2023.12.06", "2023-12-06"),
        ("Wed. Dec 6th, 2023", "2023-12-06"),
        ("Wednesday, 6 December 2023", "2023-12-06"),
        ("March 10, 2023", "2023-03-10"),
        ("10 March 2023 12:30", "2023-03-10"),
        ("March 3, 2021 at 4:15 pm", "2021-03-03"),
        ("March 3, 2021 10:15 JST", "2021-03-03"),
        ("6-Dec-2023", "2023-12-06"),
        ("Sept. 1, 1977", "1977-09-01"),
        ("March 26, Minguo 112", "2023-03-26"),
        ("May 5, Juche 110 (2021)", "2021-05-05"),
        ("16 Khordad 1402", "2023-06-06"),
    ],
)
def test_a_printed_date_is_its_day(text: str, day: str) -> None:
    found = dates.whole(text)
    assert found is not None
    assert found.date == date.fromisoformat(day)


@pytest.mark.parametrize("text", ["2023-02-31", "31/02/2023", "February 30, 2020", "2023-13-01"])
def test_a_day_that_is_none_has_no_date(text: str) -> None:
    found = dates.whole(text)
    assert found is not None
    assert found.date is None


@pytest.mark.parametrize(
    "text",
    ["", "in 1989", "March 1989", "On March 10, 2023 they met", "1.2.3", "12345-01-01", "tomorrow"],
)
def test_what_says_more_or_less_is_no_date(text: str) -> None:
    assert dates.whole(text) is None


def test_a_place_may_stand_beside_the_day() -> None:
    found = dates.placed("Baku, 27 September 2020")
    assert found is not None
    assert found.date == date(2020, 9, 27)
    assert dates.placed("The state ceased to exist on 3 October 1990.") is None


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://a.example/2023/12/06/talks", date(2023, 12, 6)),
        ("https://a.example/asia/20220929-jubilee", date(2022, 9, 29)),
        ("https://a.example/n/2023-12-06-talks.html", date(2023, 12, 6)),
    ],
)
def test_an_address_may_hold_the_day(url: str, day: date) -> None:
    found = dates.in_address(url)
    assert found is not None
    assert found.date == day


@pytest.mark.parametrize(
    "url",
    ["https://a.example/2023/talks", "file:///a/2023/12/06/b", "https://a.example/id/120231206999"],
)
def test_an_address_without_a_day_has_none(url: str) -> None:
    assert dates.in_address(url) is None


@given(st.dates(min_value=date(1800, 1, 1)))
def test_iso_dates_come_back(day: date) -> None:
    found = dates.given(day.isoformat())
    assert found is not None
    assert found.date == day


@given(st.text(max_size=90))
def test_any_text_is_a_date_or_none(text: str) -> None:
    dates.whole(text)
    dates.placed(text)
    dates.given(text)
