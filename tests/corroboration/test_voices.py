from __future__ import annotations

from typing import Any

from dragoman.corroboration.voices import named, voice, witness_of
from dragoman.records.claims import Claim, Speaker
from tests.factories import STATES, make_claim

LONG = (
    "The presidents of both sides met on Tuesday in the old palace of the harbour town to talk"
    " about salt, boats and the price of dried fish"
)


def witnesses(*claims: Claim, copies: dict[str, str] | None = None) -> int:
    """How many independent witnesses these claims are."""
    groups = copies or {}
    voices = {
        claim.id: voice(
            claim, copies=groups.get(claim.document, claim.document), state_name=STATES.get
        )
        for claim in claims
    }
    return len(set(witness_of(voices).values()))


def told(source: str, text: str = "They met.", **fields: Any) -> Claim:
    return make_claim(text, source=source, document=fields.pop("document", None), **fields)


def test_one_source_is_one_witness_and_two_are_two() -> None:
    assert witnesses(told("Daily"), told("Daily", document="doc_2"), told("Weekly")) == 2


def test_copies_are_one_witness() -> None:
    claims = told("Daily"), told("Weekly")
    assert witnesses(*claims, copies={claim.document: "same" for claim in claims}) == 1


def test_a_reprinted_sentence_is_no_second_witness() -> None:
    assert witnesses(told("Daily", LONG + "."), told("Weekly", f"Lima — {LONG}, we hear.")) == 1
    assert witnesses(told("Daily", "They met in Lima."), told("Weekly", "They met in Lima.")) == 2


def test_a_source_that_only_quotes_a_ministry_is_no_second_witness() -> None:
    ministry = told("Ministry of Trade of Iran", actors=("IRN",))
    quoted = told("Daily", role="reported", speaker="the ministry", voice="IRN", actors=("IRN",))
    assert witnesses(ministry, quoted) == 1
    assert witnesses(ministry, quoted, told("Daily", actors=("IRN",))) == 2


def test_a_paper_does_not_speak_for_the_state_that_it_is_printed_in() -> None:
    def cited(words: str) -> Claim:
        speaker = Speaker(role="reported", country="IRN", text=words)
        return told("Daily", asserted_by=speaker, actors=("IRN",))

    ministry = told("Ministry of Trade of Iran", actors=("IRN",))
    assert witnesses(ministry, cited("an Iranian paper")) == 2
    assert witnesses(ministry, cited("Iranian state media")) == 1


def test_an_agency_is_one_witness_whoever_cites_it() -> None:
    agency = told("Agency")
    cited = (told(source, role="reported", speaker="The Agency") for source in ("Daily", "Weekly"))
    assert witnesses(agency, *cited) == 1


def test_who_is_cited_without_a_name_is_whoever_cites() -> None:
    nobody = Speaker(role="reported")
    assert witnesses(*(told(source, asserted_by=nobody) for source in ("Daily", "Weekly"))) == 2


def test_a_name_for_any_source_of_its_kind_tells_nobody_from_another() -> None:
    assert named("News") is None
    assert named("The Daily News") == named("daily news") == "daily news"
    unknown = [told("News", document=f"doc_{number}") for number in range(3)]
    assert witnesses(*unknown) == 3


def test_the_organs_of_a_state_are_one_voice() -> None:
    party, army = (told(source, voice="PRK") for source in ("Party Daily", "Army Daily"))
    assert witnesses(party, army) == 1
