from __future__ import annotations

import pytest

from tests.coding.told import coded, shape, shapes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Kenyan minister may visit Ghana in May.", "AGREE: KEN > GHA"),
        ("Chad and Mali might meet again.", "AGREE: MLI TCD >"),
        ("Planned for the autumn: a visit of the Kenyan minister to Ghana.", "AGREE: KEN > GHA"),
        ("A visit by the Kenyan minister to Ghana is scheduled for May.", "AGREE: KEN > GHA"),
        ("Talks between Chad and Mali will resume next week.", "AGREE: MLI TCD >"),
        ("Talks between Chad and Mali are expected to begin.", "AGREE: MLI TCD >"),
        ("He said that Peru would go on sending grain to Chile.", "AGREE: PER > CHL"),
        ("Peru might suspend the treaty with Chile if it builds the dam.",
         "THREATEN restrict: PER > CHL"),
        ("Peru will send warships to Chile if the raids go on.", "THREATEN violence: PER > CHL"),
    ],
)  # fmt: skip
def test_what_is_planned_or_possible_is_not_yet_done(text: str, expected: str) -> None:
    assert expected in shapes(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks between Chad and Mali resumed.", "CONSULT: MLI TCD >"),
        ("Chad will always remember Malian help.", "SUPPORT: TCD > MLI"),
    ],
)
def test_what_is_done_is_not_ahead(text: str, expected: str) -> None:
    assert expected in shapes(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad agreed to withdraw its troops from Mali.", "CONCEDE: TCD > MLI"),
        ("Peru promised to leave the Chilean province.", "CONCEDE: PER > CHL"),
        ("Peru promised to send grain to Chile.", "AGREE: PER > CHL"),
    ],
)
def test_a_promise_to_withdraw_is_a_concession(text: str, expected: str) -> None:
    assert expected in shapes(text)


def test_what_one_has_yet_to_decide_on_is_to_come_and_has_no_day() -> None:
    text = "On 3 May officials said that Peru had not yet decided whether to recognise Palau."
    found = coded(text, dates=[("3 May", "2021-05-03")])[-1]
    assert (shape(found), found.occurred) == ("AGREE: PER > PLW", None)
