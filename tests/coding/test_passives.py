from __future__ import annotations

import pytest

from dragoman.coding.lexicon import lexicon
from dragoman.coding.passives import passives
from tests.coding.told import document, parser, shapes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chadian envoy recalled from Niger", "SANCTION downgrade-relations withdraw: TCD > NER"),
        ("Two Malian soldiers killed by Chadian troops", "ASSAULT: TCD > MLI"),
        ("Peruvian consul declared persona non grata by Chile", "SANCTION expel: CHL > PER"),
        ("Malian trader shot dead by Chadian police", "ASSAULT firearms: TCD > MLI"),
        ("Malian envoy denied entry by Norway", "REJECT: NOR > MLI"),
    ],
)
def test_a_passive_without_auxiliary_has_its_sides(text: str, expected: str) -> None:
    assert shapes(text) == [expected]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Embargo lifted", "Embargo"),
        ("14 May 1990 - Border reopened.", "Border"),
        ("Relations severed after the raid", "Relations"),
        ("Four prisoners freed", "prisoners"),
        ("Kenyan jet shot down", "jet"),
        ("14 May 1990 - Kenyan patrol attacked.", "patrol"),
    ],
)
def test_what_it_is_done_to_is_subject_of_a_passive(text: str, subject: str) -> None:
    (sentence,) = parser().parse(document(text))
    found = passives(sentence.tokens, lexicon())
    assert [token.text for token in found if token.dep == "nsubjpass"] == [subject]


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan troops attacked at dawn.",
        "Kenyan troops attacked the border post.",
        "The embassy closed in May.",
        "Peru attacked in March.",
        "Voters refused in 2010 to repay the loan.",
        "Mediation by Kenya led to an apology.",
        "President Quispe met with the envoy on Monday.",
    ],
)
def test_who_acts_stays_the_subject(text: str) -> None:
    (sentence,) = parser().parse(document(text))
    assert passives(sentence.tokens, lexicon()) == sentence.tokens
