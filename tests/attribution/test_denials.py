from __future__ import annotations

import pytest

from dragoman.records.claims import Claim
from tests.attribution.telling import called, tell, tell_all


def denied_by(text: str, **fields: object) -> list[tuple[str | None, str]]:
    """Who denies the marked event, and how surely."""
    return [(called(claim.asserted_by), claim.certainty) for claim in tell_all(text, **fields)[1:]]


@pytest.mark.parametrize(
    "answer",
    [
        "Malta denies it.",
        "Malta has denied this.",
        "Malta rejected the claim.",
        "Malta called the report a lie.",
        "Malta dismissed the allegation as baseless.",
        "Malta denied any involvement.",
        "Malta denied having done so.",
        "“This is a lie,” said Malta.",
        "“That is not true,” Malta said.",
        "“Nonsense!” said Malta.",
        "Malta says the report is false.",
        "Malta said it had no basis in fact.",
        "Malta says it did not.",
        "No such thing happened, Malta said.",
    ],
)
def test_an_answer_denies_what_was_told_before_it(answer: str) -> None:
    assert denied_by(f"Spain says that Malta [[sank]] the boat. {answer}") == [("Malta", "CT-")]


@pytest.mark.parametrize(
    "answer",
    [
        "Malta did not deny it.",
        "Malta neither confirmed nor denied it.",
        "Malta is expected to deny it.",
        "Malta may deny it.",
        "Malta confirmed it.",
        "Malta denied the visas.",
        "Malta denied that it was at war.",
        "Malta rejected the treaty.",
        "Malta rejected the ruling.",
    ],
)
def test_what_is_no_denial_denies_nothing(answer: str) -> None:
    assert denied_by(f"Spain says that Malta [[sank]] the boat. {answer}") == []


@pytest.mark.parametrize(
    "text",
    [
        "Spain accuses Malta of [[sinking]] the boat, which Malta denies.",
        "Spain accuses Malta of [[sinking]] the boat, a charge that Malta rejects.",
        "Spain accuses Malta of [[sinking]] the boat, a charge Malta rejects.",
        "Spain accuses Malta of [[sinking]] the boat; Malta denies it.",
        "Malta rejected Spain’s claim that it had [[sunk]] the boat.",
    ],
)
def test_a_denial_in_the_same_sentence_is_heard(text: str) -> None:
    assert denied_by(text) == [("Malta", "CT-")]


def test_who_denies_that_nothing_happened_says_that_it_did() -> None:
    assert denied_by("Spain says Malta never [[paid]]. Malta denies this.") == [("Malta", "CT+")]


def test_a_document_denies_in_its_own_voice() -> None:
    text = "Hostile papers put about the tale that we [[sank]] the boat. We deny it altogether."
    told, denial = tell_all(text, source_kind="ministry")
    assert (told.asserted_by.role, told.certainty) == ("reported", "PR+")
    assert (denial.asserted_by.role, denial.certainty) == ("author", "CT-")


def test_a_claim_and_its_denial_are_two_claims_of_one_event() -> None:
    told, denial = tell_all("Spain says that Malta [[sank]] the boat. Malta denies it.")
    assert told.trigger == denial.trigger
    assert told.id != denial.id
    assert told.text == "Spain says that Malta sank the boat."
    assert denial.text == "Spain says that Malta sank the boat. Malta denies it."


def test_a_denial_of_another_claim_is_left_to_that_claim() -> None:
    text = "Spain says Malta [[sank]] it. Peru says that Malta fled; Malta rejects the claim."
    assert denied_by(text) == []


def test_what_is_withheld_is_not_denied() -> None:
    assert tell("Malta [[denied]] them the right of passage.", type="COERCE").certainty == "CT+"


def test_a_claim_called_untrue_is_denied_by_whoever_calls_it_so() -> None:
    lie = tell("That Malta [[sank]] the boat is an invention.")
    assert (lie.asserted_by.role, lie.certainty) == ("author", "CT-")
    spread: tuple[Claim, ...] = tell_all("Spain spread the lie that Malta [[sank]] the boat.")
    assert [(c.asserted_by.role, c.certainty) for c in spread] == [
        ("reported", "CT+"),
        ("author", "CT-"),
    ]
