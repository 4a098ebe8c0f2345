from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import DateError
from dragoman.records import dates

DAYS = st.dates(date(1, 1, 1), date(9998, 12, 31))
YEARS = st.integers(1, 9998)
POINTS = st.one_of(
    DAYS.map(date.isoformat),
    st.builds(dates.month, YEARS, st.integers(1, 12)),
    YEARS.map(dates.year),
    st.integers(100, 9998).map(dates.decade),
    st.integers(100, 9998).map(dates.century),
    st.builds(dates.season, YEARS, st.integers(1, 4)),
    st.builds(dates.quarter, YEARS, st.integers(1, 4)),
    st.builds(dates.half, YEARS, st.integers(1, 2)),
)


def _interval(pair: tuple[str, str]) -> str:
    first, last = sorted(pair, key=dates.sort_key)
    joined = f"{first}/{last}"
    return joined if dates.is_edtf(joined) else first


EDTF = st.one_of(
    POINTS,
    st.tuples(POINTS, POINTS).map(_interval),
    POINTS.map(dates.since),
    POINTS.map(dates.until),
)


@pytest.mark.parametrize(
    ("edtf", "first", "last", "precision"),
    [
        ("1966-04-13", "1966-04-13", "1966-04-13", "day"),
        ("1966-04", "1966-04-01", "1966-04-30", "month"),
        ("2024-02", "2024-02-01", "2024-02-29", "month"),
        ("1966", "1966-01-01", "1966-12-31", "year"),
        ("197X", "1970-01-01", "1979-12-31", "decade"),
        ("19XX", "1900-01-01", "1999-12-31", "century"),
        ("2019-21", "2019-03-01", "2019-05-31", "season"),
        ("2019-24", "2019-12-01", "2020-02-29", "season"),
        ("2015-33", "2015-01-01", "2015-03-31", "quarter"),
        ("2015-36", "2015-10-01", "2015-12-31", "quarter"),
        ("2015-41", "2015-07-01", "2015-12-31", "half"),
        ("1920~", "1920-01-01", "1920-12-31", "year"),
        ("1966-04-13/1966-04-17", "1966-04-13", "1966-04-17", "interval"),
        ("2008/2009", "2008-01-01", "2009-12-31", "interval"),
        ("1988/..", "1988-01-01", None, "interval"),
        ("../2003", None, "2003-12-31", "interval"),
        ("/2003", None, "2003-12-31", "interval"),
    ],
)
def test_bounds_and_precision(
    edtf: str, first: str | None, last: str | None, precision: str
) -> None:
    ends = dates.bounds(edtf)
    assert tuple(end.isoformat() if end else None for end in ends) == (first, last)
    assert dates.precision(edtf) == precision


@pytest.mark.parametrize("edtf", ["1897?", "1897%", "1920~/1925~", "-0043", "0000", "-04XX"])
def test_is_edtf(edtf: str) -> None:
    assert dates.is_edtf(edtf)


@pytest.mark.parametrize(
    "text",
    [
        *("", "x", "66", " 1966", "1966\n", "1966-4-13", "2019-13", "2019-02-29", "2019-25"),
        *("2019-21-03", "197X-04", "2009/2008", "../..", "/", "1966/1967/1968", "-0000", "9999-24"),
    ],
)
def test_is_no_edtf(text: str) -> None:
    assert not dates.is_edtf(text)
    with pytest.raises(DateError):
        dates.bounds(text)


def test_years_before_the_common_era_have_an_order_but_no_days() -> None:
    assert dates.bounds("-0043") == (None, None)
    assert dates.sort_key("-0043") < dates.sort_key("0000") < dates.sort_key("0001")
    assert dates.contains("-00XX", "-0043")
    assert not dates.overlaps("-0043", "0044")


@pytest.mark.parametrize(
    ("text", "edtf"),
    [("1988 / open", "1988/.."), ("197x", "197X"), ("197u", "197X"), ("unknown/2003", "/2003")],
)
def test_normalise(text: str, edtf: str) -> None:
    assert dates.normalise(text) == edtf


def test_a_bad_date_is_named_in_the_error() -> None:
    with pytest.raises(DateError, match="2019-02-29"):
        dates.normalise("2019-02-29")


def test_marks_of_doubt_add_up() -> None:
    assert dates.approximate("1920?") == "1920%"
    assert dates.uncertain("1920~/1925~") == "1920%/1925%"
    assert dates.approximate("1988/..") == "1988~/.."


def test_intervals_are_built_from_the_outer_ends() -> None:
    assert dates.interval("1914", "1918") == "1914/1918"
    assert dates.interval("1914", "1914") == "1914"
    assert dates.since("1988/1990") == "1988/.."
    assert dates.until("1988/1990") == "../1990"


def test_comparisons() -> None:
    assert dates.contains("196X", "1966-04")
    assert dates.contains("1988/..", "2020")
    assert not dates.contains("1966-04", "1966")
    assert dates.overlaps("2008/2009", "2009-01-18")
    assert not dates.overlaps("../2003", "2004/..")


@given(st.text(max_size=30))
def test_any_text_is_edtf_or_not(text: str) -> None:
    if dates.is_edtf(text):
        first, last = dates.bounds(text)
        assert first is None or last is None or first <= last


@given(EDTF)
def test_a_date_contains_and_overlaps_itself(edtf: str) -> None:
    assert dates.contains(edtf, edtf)
    assert dates.overlaps(edtf, edtf)
    assert dates.normalise(edtf) == edtf


@given(EDTF, EDTF)
def test_overlap_is_mutual_and_follows_from_containment(a: str, b: str) -> None:
    assert dates.overlaps(a, b) == dates.overlaps(b, a)
    if dates.contains(a, b):
        assert dates.overlaps(a, b)


@given(EDTF, EDTF, EDTF)
def test_containment_is_transitive(a: str, b: str, c: str) -> None:
    if dates.contains(a, b) and dates.contains(b, c):
        assert dates.contains(a, c)


@given(POINTS)
def test_bounds_lie_within(edtf: str) -> None:
    first, last = dates.bounds(edtf)
    assert first is not None
    assert last is not None
    assert dates.contains(edtf, first.isoformat())
    assert dates.contains(edtf, last.isoformat())


@given(POINTS)
def test_marks_of_doubt_keep_the_days(edtf: str) -> None:
    assert dates.bounds(dates.uncertain(dates.approximate(edtf))) == dates.bounds(edtf)


@given(DAYS, DAYS)
def test_sort_key_orders_days(a: date, b: date) -> None:
    keys = dates.sort_key(a.isoformat()), dates.sort_key(b.isoformat())
    assert (a < b) == (keys[0] < keys[1])
