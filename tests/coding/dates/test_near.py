from __future__ import annotations

import pytest

from tests.coding.told import coded

Dates = list[tuple[str, str]]

# text, what its words mean, the type of the event asked for, its date
NEAR: list[tuple[str, Dates, str, str | None]] = [
    ("In May 1971 Chad condemned Mali after Malian troops had attacked Niger.",
     [("May 1971", "1971-05")], "ASSAULT", "1971-05~"),
    ("On 3 May 1971 Chad condemned Mali after Malian troops had attacked Niger.",
     [("3 May 1971", "1971-05-03")], "ASSAULT", None),
    ("In 1971 Chad condemned Mali after Malian troops had attacked Niger.",
     [("1971", "1971")], "ASSAULT", None),
    ("By May 1971 Chad had expelled the Malian envoy.",
     [("May 1971", "1971-05")], "SANCTION", "1971-05~"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "dates", "event_type", "expected"), NEAR, ids=[row[0][:45] for row in NEAR]
)
def test_an_event_has_about_the_time_of_what_came_next_to_it(
    text: str, dates: Dates, event_type: str, expected: str | None
) -> None:
    asked = [c.occurred for c in coded(text, dates=dates) if c.event_type == event_type]
    assert asked[-1:] == [expected]
