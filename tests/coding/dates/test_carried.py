from __future__ import annotations

import pytest

from tests.coding.told import coded


@pytest.mark.parametrize("noun", ["stay", "visit"])
def test_during_the_visit_means_the_visit_told_of_last(noun: str) -> None:
    text = f"King Moussa visited Mali from 3 to 5 May 1971.\n\nDuring his {noun} Chad helped Mali."
    found = coded(text, dates=[("from 3 to 5 May 1971", "1971-05-03/1971-05-05")])
    assert found[-1].occurred == "1971-05-03/1971-05-05"


COMMUNIQUE = (
    "JOINT COMMUNIQUE OF CHAD AND MALI\n\nKing Moussa visited Mali from 3 to 5 May 1971.\n\n"
    "The two sides held talks.\n\nChad condemned Niger."
)


def test_a_communique_is_all_of_one_meeting_and_speaks_to_others_on_its_own_day() -> None:
    found = coded(
        COMMUNIQUE,
        dates=[("from 3 to 5 May 1971", "1971-05-03/1971-05-05")],
        pronouns={"The two sides": ("Chad", "Mali")},
        published="1971-05-05",
        source="ministry",
    )
    assert [(c.event_type, c.occurred) for c in found] == [
        ("CONSULT", "1971-05-03/1971-05-05"),
        ("CONSULT", "1971-05-03/1971-05-05"),
        ("ACCUSE", "1971-05-05"),
    ]


RAID = "Tension has grown since 1 April, when Malian rebels attacked Niger."


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        ("Niger accused Mali of treason.", "2021-04-01/2021-04-13"),
        ("Niger has rejected the excuses of Mali.", "2021-04-01/2021-04-13"),
        ("Niger accused Mali of treason two years later.", None),
        ("Niger has always accused Mali of treason.", None),
    ],
)
def test_news_tells_a_reaction_between_the_deed_and_its_own_day(
    reply: str, expected: str | None
) -> None:
    found = coded(
        f"{RAID} {reply}",
        dates=[("since 1 April", "2021-04-01/.."), ("1 April", "2021-04-01")],
        published="2021-04-13",
        source="news",
    )
    assert found[-1].occurred == expected


def test_a_reaction_to_an_old_deed_is_of_about_its_month() -> None:
    found = coded(
        "Kenya attacked Ghana on 3 May 1971. Ghana had slept. Ghana accused Kenya of treason.",
        dates=[("3 May 1971", "1971-05-03")],
        published="2021-04-13",
        source="news",
    )
    assert found[-1].occurred == "1971-05~"


def test_notes_of_one_meeting_are_of_its_day() -> None:
    found = coded(
        "Telephone talk of Chad and Mali\n\nOn Monday Chad held talks with Mali.\n\n"
        "1 Chad recalled its visit to Mali in March and thanked Mali.\n\n2 Mali thanked Chad.",
        dates=[("Monday", "2021-04-12"), ("March", "2021-03")],
        published="2021-04-13",
        source="other",
    )
    assert [c.occurred for c in found if c.event_type == "SUPPORT"] == ["2021-04-12"] * 2


def test_what_was_done_on_a_day_that_no_date_tells_is_not_of_the_news() -> None:
    text = "King Moussa asked Mali on his second day in office to help Niger."
    found = coded(text, published="2021-04-13", source="news")
    assert [c.occurred for c in found] == [None]


def test_who_is_congratulated_on_a_founding_is_so_in_its_month() -> None:
    text = "Mali congratulated Chad on the 60th anniversary of its independence."
    found = coded(
        text, dates=[("60th anniversary", "anniversary:1960-08-11")], published="2020-10-01"
    )
    assert [c.occurred for c in found] == ["2020-08"]


def test_talks_go_on_after_what_came_before_them() -> None:
    text = (
        "Chad met Mali on Monday. On the eve of the meeting Mali had freed a Chadian sailor. "
        "Mali thanked Chad."
    )
    found = coded(text, dates=[("Monday", "2021-04-05")], published="2021-04-13", source="news")
    assert [c.occurred for c in found][-1] == "2021-04-05"
