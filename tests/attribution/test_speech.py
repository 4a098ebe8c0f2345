from __future__ import annotations

import pytest

from tests.attribution.telling import called, sure, tell, voice


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Malta said that Spain [[shelled]] the fort.", "Malta"),
        ("According to Malta, Spain [[shelled]] the fort.", "Malta"),
        ("Spain [[shelled]] the fort, Malta said.", "Malta"),
        ("Spain, Malta said, [[shelled]] the fort.", "Malta"),
        ("In the words of Malta, Spain [[shelled]] the fort.", "Malta"),
        ("Malta accused Spain of [[shelling]] the fort.", "Malta"),
        ("Malta repeated its claim that Spain [[shelled]] the fort.", "Malta"),
        ("Malta called the shelling an [[assault]].", "Malta"),
        ("Malta confirmed the [[arrest]].", "Malta"),
        ("Spain has reportedly [[shelled]] the fort.", "reportedly"),
        ("Analysts say that Spain [[shelled]] the fort.", "Analysts"),
    ],
)
def test_a_report_is_the_word_of_whoever_reports(text: str, speaker: str) -> None:
    assert voice(text) == ("reported", speaker)


@pytest.mark.parametrize(
    "text",
    [
        "Malta [[condemned]] the shelling.",
        "Malta knows that Spain [[shelled]] the fort.",
        "It will be recalled that Spain [[shelled]] the fort.",
        "The news that Spain [[shelled]] the fort was late.",
    ],
)
def test_what_is_told_or_known_is_the_authors_word(text: str) -> None:
    assert voice(text, type="ACCUSE")[0] == "author"


def test_a_denial_is_the_denied_claim_in_the_deniers_mouth() -> None:
    claim = tell("Malta denied that it had [[sold]] the fort.")
    assert (called(claim.asserted_by), claim.certainty) == ("Malta", "CT-")
    assert sure("Malta denied that it did not [[pay]].") == "CT+"
    assert sure("Malta did not deny that it had [[sold]] the fort.") == "Uu"


def test_a_trigger_that_denies_is_a_denial_too() -> None:
    claim = tell("Spain says it was shelled, which Malta [[denies]].")
    assert (claim.asserted_by.country, claim.certainty) == ("MLT", "CT-")


def test_a_chain_keeps_the_innermost_speaker_and_names_the_others() -> None:
    claim = tell("The agency quoted the Kenyan minister as saying that Spain [[paid]].")
    assert claim.asserted_by.country == "KEN"
    assert [called(speaker) for speaker in claim.via] == ["The agency"]


def test_intelligence_passes_on_what_is_only_probable() -> None:
    assert sure("Kenyan intelligence reported that Spain [[paid]].") == "PR+"
    assert sure("Kenya reported that Spain [[paid]].") == "CT+"


def test_what_one_calls_itself_the_first_to_have_done_is_done_by_its_own_word() -> None:
    claim = tell("Kenya, which calls itself the first country to [[recognise]] Malta, sent a band.")
    assert (claim.asserted_by.role, claim.asserted_by.country) == ("reported", "KEN")
    assert (claim.certainty, claim.auxiliary) == ("CT+", ())


def test_whose_word_is_set_into_one_clause_does_not_answer_for_the_other_side() -> None:
    text = "Kenya had offered to mediate, according to diplomats, but Malta [[declined]]."
    assert tell(text, type="REJECT").asserted_by.role == "author"
    whole = "Kenya offered to mediate but Malta [[declined]], according to diplomats."
    assert tell(whole, type="REJECT").asserted_by.role == "reported"
