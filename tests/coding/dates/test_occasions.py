from __future__ import annotations

import pytest

from tests.coding.told import coded

Dates = list[tuple[str, str]]

MAY: Dates = [("May 1971", "1971-05")]
DAYS: Dates = [("from 3 to 5 May 1971", "1971-05-03/1971-05-05")]

# text, what its words mean, the type of the event asked for, its date
OCCASIONS: list[tuple[str, Dates, str, str | None]] = [
    ("King Moussa greeted President Quispe as a friend on the latter's visit to Chad "
     "from 3 to 5 May 1971, and thanked Peru.", DAYS, "SUPPORT", "1971-05-03/1971-05-05"),
    ("Chad assured Mali of its full support at a meeting in May 1971.", MAY, "SUPPORT", "1971-05"),
    ("At talks held in Bern in May 1971 Chad promised to help Mali.", MAY, "AGREE", "1971-05"),
    ("In a letter sent in May 1971 Chad accused Mali of lies.", MAY, "ACCUSE", "1971-05"),
    ("The raid was feared since a note delivered in May 1971, in which Chad accused Mali of lies.",
     MAY, "ACCUSE", "1971-05"),
    ("In May 1971 Chad sent a note accusing Mali of lies.", MAY, "ACCUSE", "1971-05"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "dates", "event_type", "expected"), OCCASIONS, ids=[row[0][:45] for row in OCCASIONS]
)
def test_an_event_takes_the_time_of_the_occasion(
    text: str, dates: Dates, event_type: str, expected: str | None
) -> None:
    asked = [c.occurred for c in coded(text, dates=dates) if c.event_type == event_type]
    assert asked[-1:] == [expected]
