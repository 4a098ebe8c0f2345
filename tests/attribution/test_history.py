from __future__ import annotations

import pytest

from dragoman.attribution.history import last_month
from tests.attribution.telling import tell


@pytest.mark.parametrize(
    ("edtf", "month"),
    [
        ("1966-04-13", 1966 * 12 + 4),
        ("1966", 1966 * 12 + 12),
        ("197X", 1979 * 12 + 12),
        ("2008/2009", 2009 * 12 + 12),
        ("1988/..", None),
        (None, None),
    ],
)
def test_knows_the_last_month_that_a_date_can_mean(edtf: str | None, month: int | None) -> None:
    assert last_month(edtf) == month


def test_old_events_are_history_and_todays_are_not() -> None:
    text = "Spain [[closed]] its embassy."
    assert tell(text, occurred="1973", published="2020-03-04").auxiliary == ("historical",)
    assert tell(text, occurred="2020-03-01", published="2020-03-04").auxiliary == ()


def test_an_encyclopedia_tells_history_in_the_past_tense_only() -> None:
    kind = {"source_kind": "encyclopedia"}
    assert tell("Spain [[closed]] its embassy.", **kind).auxiliary == ("historical",)
    assert tell("Spain [[keeps]] an embassy.", **kind).auxiliary == ()
