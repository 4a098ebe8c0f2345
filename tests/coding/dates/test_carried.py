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
