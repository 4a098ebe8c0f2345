from __future__ import annotations

import pytest

from tests.coding.told import coded

Dates = list[tuple[str, str]]

MAY: Dates = [("May 1971", "1971-05")]
BOTH: Dates = [("March 1971", "1971-03"), ("May 1971", "1971-05")]

# text, what its words mean, the type of the event asked for, its date
TIES: list[tuple[str, Dates, str, str | None]] = [
    ("In March 1971 Chad closed its border, and Mali stopped issuing visas to Chad in May 1971.",
     BOTH, "REJECT", "1971-05"),
    ("Mali was allowed by Chad to fly over the lake in May 1971.", MAY, "CONCEDE", "1971-05"),
    ("Mali allowed Peru to open an office in May 1971.", MAY, "CONCEDE", "1971-05"),
    ("Chad broke with Mali to please Niger in May 1971, and was paid for it.",
     MAY, "SANCTION", "1971-05"),
    ("In May 1971 Chad recalled its envoy from Mali and ordered the Malian envoy to leave.",
     MAY, "SANCTION", "1971-05"),
    ("Chad urged Mali to leave Niger in May 1971.", MAY, "REQUEST", None),
    ("Chad hit back in May 1971 by expelling the Malian envoy.", MAY, "SANCTION", "1971-05"),
    ("Chad said in May 1971 that it would refuse any contact with Mali.", MAY, "REJECT", "1971-05"),
    ("Mali left in May 1971 after a meeting with Chad, during which Chad attacked Niger.",
     MAY, "ASSAULT", None),
    ("Chadian troops opened fire in May 1971, killing two Malian soldiers.",
     MAY, "ASSAULT", "1971-05"),
    ("In a note of May 1971 Chad said that Mali had attacked Niger.", MAY, "ASSAULT", None),
    ("Chad condemned the Malian attacks against Niger on 3 May 1971.",
     [("3 May 1971", "1971-05-03")], "ACCUSE", None),
    ("Chad condemned Mali on 3 May 1971.", [("3 May 1971", "1971-05-03")], "ACCUSE", "1971-05-03"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "dates", "event_type", "expected"), TIES, ids=[row[0][:45] for row in TIES]
)
def test_a_time_is_tied_to_the_deed_that_it_dates(
    text: str, dates: Dates, event_type: str, expected: str | None
) -> None:
    found = coded(text, dates=dates, pronouns={"it": ("Chad",)})
    asked = [coding.occurred for coding in found if coding.event_type == event_type]
    assert asked[-1:] == [expected]


def test_what_goes_with_a_clause_without_a_frame_has_its_date() -> None:
    text = "Chadian troops crept up on 3 May 1971, killing two Malian soldiers."
    found = coded(text, dates=[("3 May 1971", "1971-05-03")])
    assert [coding.occurred for coding in found] == ["1971-05-03"]


def test_the_day_is_finer_than_the_year_at_the_head_of_its_line() -> None:
    dates = [("1971", "1971"), ("3 May", "1971-05-03")]
    (coding,) = coded("1971: Chad recognised Niger on 3 May.", dates=dates)
    assert coding.occurred == "1971-05-03"
