from __future__ import annotations

import pytest

from tests.coding.told import coded

Dates = list[tuple[str, str]]

# text, what its words mean, the type of the event asked for, its date
BESIDE: list[tuple[str, Dates, str, str | None]] = [
    ("In May 1971 Chad visited Mali, and ties were resumed by Chad and Mali.",
     [("May 1971", "1971-05")], "SUPPORT", "1971-05"),
    ("In the treaty of 1971 Chad praised Mali, and Niger was attacked by Peru.",
     [("1971", "1971")], "ASSAULT", None),
    ("In 1971 Peru became the first country to recognise Palau.",
     [("1971", "1971")], "SUPPORT", "1971"),
    ("In May 1971 Chad signed a pact with Mali under which Mali promised to help Chad.",
     [("May 1971", "1971-05")], "AGREE", "1971-05"),
    ("The Malian envoy was expelled by the Chadian side in May 1971.",
     [("May 1971", "1971-05")], "SANCTION", "1971-05"),
    ("In May 1971 the quarrel over the lake ended in fighting between Chad and Mali.",
     [("May 1971", "1971-05")], "ASSAULT", "1971-05"),
    ("Talks hosted by Ghana with Mali collapsed in May 1971.",
     [("May 1971", "1971-05")], "CONSULT", "1971-05"),
    ("Chad and Mali agreed on 3 May 1971 to meet, in an agreement brokered by Ghana.",
     [("3 May 1971", "1971-05-03")], "CONSULT", "1971-05-03"),
    ("By the Bamako pact of May 1971, Mali promised to help Chad.",
     [("May 1971", "1971-05")], "AGREE", "1971-05"),
    ("Chad and Mali signed a pact on 3 May 1971, under Ghanaian mediation.",
     [("3 May 1971", "1971-05-03")], "CONSULT", "1971-05-03"),
    ("On 3 May 1971 Chad summoned the Malian envoy to demand an apology from Mali.",
     [("3 May 1971", "1971-05-03")], "REQUEST", "1971-05-03"),
    ("During the visit of King Moussa to Mali in May 1971 two pacts were signed, "
     "and Mali donated rice to Chad.", [("May 1971", "1971-05")], "AID", "1971-05"),
    ("King Moussa thanked President Quispe on his visit to Chad in May 1971.",
     [("May 1971", "1971-05")], "SUPPORT", "1971-05"),
    ("In May 1971 Chad condemned Mali, whereupon Mali expelled the Chadian envoy.",
     [("May 1971", "1971-05")], "SANCTION", "1971-05"),
    ("Chad said on 3 May 1971 that it had rejected the plan of Mali.",
     [("3 May 1971", "1971-05-03")], "REJECT", "1971-05-03"),
    ("Chad said in 1971 that it had rejected the plan of Mali.",
     [("1971", "1971")], "REJECT", None),
    ("Chad told reporters on 3 May 1971 that Mali was breaking off relations with Niger.",
     [("3 May 1971", "1971-05-03")], "SANCTION", "1971-05-03"),
    ("Chad said on 3 May 1971 that it regretted the raid on Mali.",
     [("3 May 1971", "1971-05-03")], "CONCEDE", "1971-05-03"),
    ("Peru – first state to recognise Palau (3 May 1971).",
     [("3 May 1971", "1971-05-03")], "SUPPORT", "1971-05-03"),
    ("Mali has called for talks with Chad since 1971; Chad has refused to meet it.",
     [("since 1971", "1971/..")], "REJECT", "1971/.."),
    ("Chad accused Mali of nine raids last year.", [("last year", "1970")], "ACCUSE", None),
    ("In 1971 Chad thanked Norway, which had attacked Mali.",
     [("1971", "1971")], "ASSAULT", None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "dates", "event_type", "expected"), BESIDE, ids=[row[0][:45] for row in BESIDE]
)
def test_an_event_takes_the_time_of_the_clause_that_it_goes_with(
    text: str, dates: Dates, event_type: str, expected: str | None
) -> None:
    found = coded(text, dates=dates, pronouns={"it": ("Chad",)})
    asked = [coding.occurred for coding in found if coding.event_type == event_type]
    assert asked[-1:] == [expected]


def test_two_years_in_a_row_are_one_time() -> None:
    (coding,) = coded(
        "Ghana hosted talks with Mali in 2021 and 2022.", dates=[("2021", "2021"), ("2022", "2022")]
    )
    assert (coding.occurred, coding.occurred_text) == ("2021/2022", "2021 and 2022")
