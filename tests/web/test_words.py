from __future__ import annotations

import pytest

from dragoman.records.events import Dispute, DisputedValue, EventSide
from dragoman.web import words


@pytest.mark.parametrize(
    ("edtf", "said"),
    [
        ("1966-04-13", "13 April 1966"),
        ("1966-04", "April 1966"),
        ("1966", "1966"),
        ("197X", "the 1970s"),
        ("19XX", "the years 1900 to 1999"),
        ("2019-21", "spring 2019"),
        ("2019-33", "first quarter of 2019"),
        ("1920~", "about 1920"),
        ("1897?", "perhaps 1897"),
        ("1989-05-14/1989-05-17", "14–17 May 1989"),
        ("1989-05-30/1989-06-02", "30 May 1989 – 2 June 1989"),
        ("2008/2009", "2008 – 2009"),
        ("1988/..", "since 1988"),
        ("../2003", "until 2003"),
        ("-0043", "44 BCE"),
        ("0000", "1 BCE"),
        (None, "undated"),
    ],
)
def test_a_date_in_words(edtf: str | None, said: str) -> None:
    assert words.when(edtf) == said


def test_years_of_a_span() -> None:
    assert words.years("1959-01-07", "2021") == "1959–2021"
    assert words.years("1959", "1959-12") == "1959"
    assert words.years(None, None) == "undated"


def test_a_person_stands_with_whom_he_stands_for() -> None:
    side = EventSide(name="Ali Khamenei", country="IRN", sector="GOV", wikidata=None)
    assert words.side(side, {"IRN": "Iran"}.__getitem__) == "Ali Khamenei (Iran)"
    assert words.side(side, lambda _: "Ali Khamenei") == "Ali Khamenei"


def test_a_list_names_each_once() -> None:
    assert words.listed(["a", "b", "a", "c"]) == "a, b and c"
    assert words.listed([]) == ""


@pytest.mark.parametrize(
    ("field", "told", "said"),
    [("only", "TCD", "Chad"), ("last", "TCD", "Chad"), ("only", "1966-04-13", "13 April 1966")],
)
def test_a_value_that_tellers_give(field: str, told: str, said: str) -> None:
    dispute = Dispute(field=field, values=(DisputedValue(value=told, claims=()),))
    assert words.value(dispute, told, {"TCD": "Chad"}.get) == said  # type: ignore[arg-type]
