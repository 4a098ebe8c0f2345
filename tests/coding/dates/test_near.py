from __future__ import annotations

import pytest

from tests.coding.told import coded

Dates = list[tuple[str, str]]

# text, what its words mean, the type of the event asked for, its date
NEAR: list[tuple[str, Dates, str, str | None]] = [
    ("In May 1971 Chad condemned Mali after Malian troops had attacked Niger.",
     [("May 1971", "1971-05")], "ASSAULT", "1971-05~"),
    ("On 3 May 1971 Chad condemned Mali after Malian troops had attacked Niger.",
     [("3 May 1971", "1971-05-03")], "ASSAULT", "1971-05~"),
    ("In 1971 Chad condemned Mali after Malian troops had attacked Niger.",
     [("1971", "1971")], "ASSAULT", "1971~"),
    ("By May 1971 Chad had expelled the Malian envoy.",
     [("May 1971", "1971-05")], "SANCTION", "1971-05~"),
    ("Chad expelled the Malian envoy in early 1971, after Malian troops attacked Niger.",
     [("early 1971", "1971-01/1971-04")], "ASSAULT", "1971~"),
    ("After Malian troops attacked Niger on 3 May 1971, Chad expelled the Malian envoy.",
     [("3 May 1971", "1971-05-03")], "SANCTION", "1971-05~"),
    ("Chad expelled the Malian envoy after 3 May 1971.",
     [("3 May 1971", "1971-05-03")], "SANCTION", None),
    ("Chad recalled its envoy in May 1971 in protest against Malian attacks on Niger.",
     [("May 1971", "1971-05")], "ASSAULT", "1971-05~"),
    ("Chad attacked Niger on 3 May 1971, and Mali responded by expelling the Chadian envoy.",
     [("3 May 1971", "1971-05-03")], "SANCTION", "1971"),
    ("In May 1971 Chad received President Quispe, who had attacked Mali.",
     [("May 1971", "1971-05")], "ASSAULT", "1971-05~"),
    ("Relations suffered from the coup of May 1971, after which Chad expelled the Malian envoy.",
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


def test_from_a_day_of_late_it_was_by_the_day_of_the_text() -> None:
    text = "After Malian troops attacked Niger on 3 May, Chad expelled the Malian envoy."
    found = coded(text, dates=[("3 May", "1971-05-03")], published="1971-05-20")
    assert found[-1].occurred == "1971-05-03/1971-05-20"
