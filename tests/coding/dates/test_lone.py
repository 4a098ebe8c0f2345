from __future__ import annotations

import pytest

from tests.coding.told import coded

Dates = list[tuple[str, str]]


@pytest.mark.parametrize(
    ("text", "dates", "expected"),
    [
        ("In May 1971 the king fell ill; Chad, whose envoy stayed, expelled Malian doctors.",
         [("May 1971", "1971-05")], "1971-05"),
    ],
)  # fmt: skip
def test_the_only_time_before_it_dates_what_is_told(text: str, dates: Dates, expected: str) -> None:
    assert [claim.occurred for claim in coded(text, dates=dates)][-1:] == [expected]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("The pact that the two signed in 1971 failed; Chad expelled Malian doctors.",
         [("1971", "1971")]),
        ("Niger said on 3 May 1971 that Chad attacked Mali.", [("3 May 1971", "1971-05-03")]),
        ("The king fell ill in May 1971; later Chad expelled Malian doctors.",
         [("May 1971", "1971-05")]),
        ("The king fell ill in May 1971; Chad had expelled Malian doctors.",
         [("May 1971", "1971-05")]),
    ],
)  # fmt: skip
def test_a_time_that_lies_elsewhere_does_not(text: str, dates: Dates) -> None:
    assert [claim.occurred for claim in coded(text, dates=dates)][-1:] == [None]
