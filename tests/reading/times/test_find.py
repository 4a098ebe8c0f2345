from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.reading.times import find_times
from dragoman.reading.times.lexicon import LEXICON
from dragoman.records import dates

TUESDAY = "2023-11-14"


def _found(text: str, anchor: str | None = None) -> list[tuple[str, str]]:
    return [(text[t.start : t.end], t.edtf) for t in find_times(text, anchor)]


def _edtf(text: str, anchor: str | None = None) -> list[str]:
    return [time.edtf for time in find_times(text, anchor)]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("signed on 2 July 1976", "1976-07-02"),
        ("signed on July 2nd, 1976", "1976-07-02"),
        ("signed in July 1976", "1976-07"),
        ("signed in 1976", "1976"),
        ("active in the 1970s", "197X"),
        ("active in the late 1970s", "1977/1979"),
        ("an accord of the 19th century", "18XX"),
        ("in the spring of 1976", "1976-21"),
        ("in the third quarter of 1976", "1976-35"),
        ("in mid-July 1976", "1976-07-11/1976-07-20"),
        ("from 2 to 9 July 1976", "1976-07-02/1976-07-09"),
        ("the war of 1976–81", "1976/1981"),
        ("allied since 1976", "1976/.."),
        ("allied until 1976", "../1976"),
        ("founded around 1920", "1920~"),
        ("founded probably in 1920", "1920?"),
        ("dated Juche 65 (1976)", "1976"),
        ("dated Juche 65 (1977)", "1977?"),
        ("dated 1355 (1976-77)", "1976/1977"),
        ("on Christmas Day 1976", "1976-12-25"),
    ],
)
def test_dates_that_stand_alone(text: str, edtf: str) -> None:
    assert _edtf(text) == [edtf]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Envoys met on Friday.", "2023-11-10"),
        ("Envoys will meet on Friday.", "2023-11-17"),
        ("Envoys met last week.", "2023-11-06/2023-11-12"),
        ("Envoys met two weeks ago.", "2023-10-31"),
        ("Envoys met in October.", "2023-10"),
        ("Envoys met on 20 November.", "2022-11-20"),
        ("Envoys will meet on 20 November.", "2023-11-20"),
        ("ROME, Nov. 13 — Envoys met.", "2023-11-13"),
        ("Over the past three years envoys met.", "2020/2023"),
        ("Envoys met in May last year.", "2022-05"),
    ],
)
def test_dates_that_need_the_documents_date(text: str, edtf: str) -> None:
    assert _edtf(text, TUESDAY) == [edtf]
    assert _edtf(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Resolution 1718 was adopted.",
        "Resolutions 1695, 1718 and 1874 were adopted.",
        "Flight 1655 was shot down.",
        "About 2000 soldiers crossed.",
        "The August body may march again.",
        "The June 4 incident is remembered.",
        "They met for the first time in 30 years.",
        "The office lies on the 38th parallel.",
    ],
)
def test_figures_that_are_no_dates(text: str) -> None:
    assert _edtf(text, TUESDAY) == []


def test_a_day_takes_the_year_of_its_sentence() -> None:
    assert _edtf("During the 2014 war, on 15 July, they spoke.") == ["2014", "2014-07-15"]


def test_a_day_takes_the_year_of_the_heading_above() -> None:
    text = "1956\nOn 29 October the army crossed.\n\n1957\nIt left on 8 March."
    assert _edtf(text) == ["1956", "1956-10-29", "1957", "1957-03-08"]


def test_a_paragraph_of_news_keeps_to_the_anchor() -> None:
    text = "Ties were cut in 2014, the ministry said on Monday. On 3 March envoys met."
    assert _edtf(text, TUESDAY) == ["2014", "2023-11-13", "2023-03-03"]


def test_figures_are_day_first_unless_the_text_shows_otherwise() -> None:
    assert _edtf("Sent 03/04/2022.") == ["2022-04-03"]
    assert _edtf("Sent 03/04/2022, received 03/15/2022.") == ["2022-03-04", "2022-03-15"]


def test_what_was_told_before_is_counted_from() -> None:
    text = "The accord of 5 June 1992 lapsed. Two weeks earlier, and the following year, they met."
    assert _edtf(text) == ["1992-06-05", "1992-05-22", "1993"]


def test_a_text_may_date_itself() -> None:
    text = "Wed. Dec 6th, 2023\nThe minister spoke yesterday."
    assert _edtf(text) == ["2023-12-06", "2023-12-05"]


def test_an_owners_s_is_no_part_of_a_date() -> None:
    assert _found("Friday's vote and the 1980's", TUESDAY) == [
        ("Friday", "2023-11-10"),
        ("the 1980's", "198X"),
    ]


PIECES = st.sampled_from(
    [
        *LEXICON,
        *("1966", "13", "'67", "1970s", "(", ")", "–", ",", ".", "\n", "55th", "12/13/2014"),
        *("Christmas Day", "Ramadan", "Bahman", "22", "1357", "will", "people", "said", "$", "0"),
    ]
)
ANCHORS = st.sampled_from(
    [None, "2021", "2021-04-13", "2019-05", "0001-01-01", "9999-12-31", "198X", "1988/..", "-0043"]
)


@settings(deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=15).map(" ".join)), ANCHORS)
def test_any_text_is_read_without_error(text: str, anchor: str | None) -> None:
    end = 0
    for found in find_times(text, anchor):
        assert end <= found.start < found.end <= len(text)
        assert text[found.start : found.end].strip()
        assert dates.is_edtf(found.edtf)
        end = found.end


@pytest.mark.parametrize(
    "unit",
    [
        "the 55th ",
        "2008-",
        "March and ",
        "Friday ",
        "3, ",
        "the 55th anniversary ",
        " ",
        "(1",
        "1,",
    ],
)
def test_time_grows_no_faster_than_the_text(unit: str) -> None:
    def seconds(count: int) -> float:
        text = unit * count + "1990"
        start = time.process_time()
        find_times(text, "2021-04-13")
        return time.process_time() - start

    seconds(10)
    assert seconds(8000) < 16 * seconds(1000) + 0.5
