from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.reading.resolve.conftest import Said

Reads = Callable[..., Said]


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("Peru and Chile quarrelled. In May Peru attacked Chile. The attacker lost a ship.",
         "attacker", "PER"),
        ("Peru and Chile quarrelled. Peruvian soldiers crossed into Chile. The intruders fled.",
         "intruders", "PER"),
        ("Ghana lent Togo ten million dollars. In May the debtor asked for time.",
         "debtor", "TGO"),
        ("Ghana lent Togo ten million dollars. In May the creditor refused.",
         "creditor", "GHA"),
    ],
)  # fmt: skip
def test_who_did_it_is_called_so(said: Reads, text: str, words: str, state: str) -> None:
    assert dict(said(text))[words] == (state,)


def test_attackers_of_whom_nobody_told_are_nobody(said: Reads) -> None:
    found = dict(said("Peru and Chile quarrelled. Police in Lima sought the attackers."))
    assert "attackers" not in found


@pytest.mark.parametrize(
    ("text", "words", "state"),
    [
        ("Ghana and Togo quarrelled. Ghana moved troops to the border.", "troops", "GHA"),
        ("Togolese soldiers fled. Ghana said it would send two hundred soldiers to help.",
         "soldiers", "GHA"),
        ("Ghana and Togo quarrelled. A crowd burned the embassy in Accra.", "embassy", "TGO"),
        ("Ghana and Togo quarrelled. Ghana handed a note to the ambassador.",
         "ambassador", "TGO"),
        ("Ghana and Togo quarrelled. Accra closed the consulate on Monday.",
         "consulate", "TGO"),
    ],
)  # fmt: skip
def test_those_sent_are_of_the_sender(said: Reads, text: str, words: str, state: str) -> None:
    assert said(text)[-1] == (words, (state,)) or (words, (state,)) in said(text)


@pytest.mark.parametrize(
    ("text", "words", "states"),
    [
        ("Ghana and Togo fell out in May. The two signed a pact in June.",
         "two", ("GHA", "TGO")),
        ("Ghana and Togo fell out in May. Cuba appealed to the two to talk.",
         "two", ("GHA", "TGO")),
        ("Ghana wrote to Togo. The former signed in May. In June the latter followed.",
         "latter", ("TGO",)),
        ("Ghana and Togo fell out. Accra protested. The other side said nothing.",
         "other side", ("TGO",)),
        ("Ghana and Togo fell out. Togo called its former partner a liar.",
         "partner", ("GHA",)),
        ("Ghana wrote to its ally in Rome. Togo did not.", "ally", ("ITA",)),
        ("Ghana and Togo met. Accra's envoy thanked his hosts.", "his hosts", ("TGO",)),
    ],
)  # fmt: skip
def test_of_two_the_one_or_both(
    said: Reads, text: str, words: str, states: tuple[str, ...]
) -> None:
    assert tuple(sorted(c or "" for c in dict(said(text))[words])) == states


def test_two_that_were_arrested_are_no_states(said: Reads) -> None:
    text = "Ghana and Togo fell out over two spies. In June the two were freed."
    assert "two" not in dict(said(text))


def test_both_that_are_things_are_no_states(said: Reads) -> None:
    text = "Ghana asked Togo for a loan and a visit. Both were refused."
    assert "Both" not in dict(said(text))


def test_the_judges_at_the_hague_are_of_no_party(said: Reads) -> None:
    text = "Ghana took Togo to The Hague. In May the judges rejected the claim."
    assert dict(said(text))["judges"] == ("UNO",)
    assert "The Hague" not in dict(said(text))


def test_a_dateline_joins_nobody(said: Reads) -> None:
    found = said("ACCRA - Ghanaian soldiers left Togo on Monday.")
    assert found[:2] == [("ACCRA", ("GHA",)), ("Ghanaian soldiers", ("GHA",))]


def test_a_pronoun_takes_up_who_acted_before_who_was_told_of(said: Reads) -> None:
    text = "Ghana broke off the talks, although Togo was ready. It recalled an envoy."
    assert dict(said(text))["It"] == ("GHA",)


def test_a_third_that_passes_by_is_of_no_pair(said: Reads) -> None:
    text = "Ghana and Togo fell out. Togo protested. Cuba gave it a ship. Both presidents met."
    assert sorted(str(c) for c in dict(said(text))["Both presidents"]) == ["GHA", "TGO"]


@pytest.mark.parametrize(
    "text",
    [
        "Togo closed the border. When Ghana complained, our prime minister said nothing. Ghana"
        " shouted at us all the same.",
        "In May Togo sank a boat. Ghana told us to pay, and our ambassador left.",
    ],
)
def test_our_prime_minister_is_of_the_state_that_we_do_not_face(said: Reads, text: str) -> None:
    found = dict(said(text))
    assert ("TGO",) in (found.get("our prime minister"), found.get("our ambassador"))


@pytest.mark.parametrize(
    ("text", "words", "states"),
    [
        ("Ghana and Togo fell out. Cuba's president wrote to them and spoke to both presidents.",
         "both presidents", ["GHA", "TGO"]),
        ("Ghana fell out with Togo. Foreign Minister Kojo Aidoo of Ghana rang on Monday. His"
         " colleague Amavi denied the charge.", "colleague Amavi", ["TGO"]),
        ("Ghana wrote to Togo. The former closed its border. Cuba then armed the latter's guards.",
         "latter", ["TGO"]),
        ("Ghana's government put up a wall, and Togolese deputies accused it of greed.",
         "it", ["GHA"]),
    ],
)  # fmt: skip
def test_who_stands_near_need_not_be_meant(
    said: Reads, text: str, words: str, states: list[str]
) -> None:
    assert sorted(str(c) for c in dict(said(text))[words]) == states


def test_a_spokesman_by_whom_it_was_said_is_not_he(said: Reads) -> None:
    text = (
        "President Mahama thanked Cuba. The charge was denied by a spokesman in Accra and by"
        " a spokesman in Lomé. Ghana acted at his request."
    )
    assert dict(said(text, date="2015-06-01"))["his"] == ("GHA",)


def test_our_soldiers_are_of_the_state_left_where_the_other_is_faced(said: Reads) -> None:
    text = "Togo shouted when our soldiers landed on the island. A pact was signed in Accra."
    assert dict(said(text))["our soldiers"] == ("GHA",)
