from __future__ import annotations

import pytest

from dragoman.coding.dates.reckoning import distances
from dragoman.coding.lexicon import lexicon
from tests.coding.test_syntax import tree_of
from tests.coding.told import coded


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad attacked Niger on Monday, two days after Peru recognised Palau.", "2021-04-10"),
        ("Chad attacked Niger on Monday, hours after Peru recognised Palau.", "2021-04-12"),
        ("Chad attacked Niger on Monday, two weeks after Peru recognised Palau.", "2021-03-29~"),
        ("Chad attacked Niger on Monday, a day before Peru recognised Palau.", "2021-04-13"),
        ("Chad attacked Niger on Monday. Three days after the attack Peru recognised Palau.",
         "2021-04-15"),
    ],
)  # fmt: skip
def test_what_lies_so_far_from_a_date_is_reckoned(text: str, expected: str) -> None:
    found = coded(text, dates=[("Monday", "2021-04-12")])
    (reckoned,) = (c for c in found if "recognize" in c.modes)
    assert (reckoned.occurred, reckoned.occurred_basis) == (expected, "relative")


def test_a_distance_knows_its_clause_and_its_way_back() -> None:
    (distance,) = distances(tree_of("Peru left two days before Chad attacked Niger."), lexicon())
    assert (distance.days, distance.deed) == (-2, None)
    assert distance.from_date("2021-04-12") == "2021-04-10"
    assert distance.reversed().from_date("2021-04-12") == "2021-04-14"


@pytest.mark.parametrize(
    "text", ["Peru left after Chad attacked Niger.", "Peru left two days after 1971."]
)
def test_without_a_count_or_a_happening_there_is_no_distance(text: str) -> None:
    assert not distances(tree_of(text), lexicon())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("days after", "1971-05~"),
        ("months after", None),
        ("six weeks after", None),
    ],
)
def test_a_short_way_from_a_month_ends_in_that_month(text: str, expected: str | None) -> None:
    whole = f"In May 1971 Chad attacked Niger, {text} Peru had recognised Palau."
    found = coded(whole, dates=[("May 1971", "1971-05")])
    (reckoned,) = (c for c in found if "recognize" in c.modes)
    assert reckoned.occurred == expected


def test_the_clause_after_the_distance_keeps_the_dates_of_others_out() -> None:
    text = (
        "Chad severed relations with Niger in October 1957, days after Niger had recognised Palau, "
        "and with Mali in January 1963."
    )
    found = coded(text, dates=[("October 1957", "1957-10"), ("January 1963", "1963-01")])
    (reckoned,) = (c for c in found if "recognize" in c.modes)
    assert reckoned.occurred == "1957-10~"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mali attacked Chad within six days.", "1971-05-03/1971-05-09"),
        ("Mali attacked Chad within hours.", "1971-05-03"),
        ("Mali attacked Chad within three months.", None),
        ("Mali attacked Chad within six days of the flood.", None),
        ("\n\nMali attacked Chad within six days.", None),
    ],
)
def test_a_term_runs_from_what_was_dated_last(text: str, expected: str | None) -> None:
    found = coded(
        f"Chad attacked Niger on 3 May 1971. {text}", dates=[("3 May 1971", "1971-05-03")]
    )
    assert found[-1].occurred == expected


def test_months_lead_to_a_month_and_days_that_nobody_counts_to_no_day() -> None:
    (distance,) = distances(tree_of("Peru left two months after Chad attacked Niger."), lexicon())
    assert distance.from_date("2021-12-12") == "2022-02~"
    assert distance.reversed().from_date("2021-01-12") == "2020-11~"
    (vague,) = distances(tree_of("Peru left days after Chad attacked Niger."), lexicon())
    assert vague.from_date("2021-12-12") is None
    assert vague.from_date("2021-12") == "2021-12~"


@pytest.mark.parametrize(
    ("text", "edtf", "expected"),
    [
        ("On 3 May Chad and Niger signed a pact after three days of talks.", "2021-05-03",
         "2021-05-01/2021-05-03"),
        ("In May Chad and Niger signed a pact after three days of talks.", "2021-05", None),
    ],
)  # fmt: skip
def test_talks_lasted_until_the_day_of_what_they_led_to(
    text: str, edtf: str, expected: str | None
) -> None:
    words = text.partition(" Chad")[0].partition(" ")[2]
    found = coded(text, dates=[(words, edtf)])
    assert [c.occurred for c in found if c.event_type == "CONSULT"] == [expected]


def test_after_a_stretch_is_after_its_end_and_on_the_eve_is_a_day_before() -> None:
    (distance,) = distances(tree_of("Chad left two days after the raid."), lexicon())
    assert distance.from_date("2021-04-10/2021-04-12") == "2021-04-14"
    assert distance.reversed().from_date("2021-04-10/2021-04-12") == "2021-04-08"
    (eve,) = distances(tree_of("On the eve of the raid Chad left."), lexicon())
    assert eve.from_date("2021-04-12") == "2021-04-11"
