from __future__ import annotations

import pytest

from dragoman.coding.lexicon import lexicon
from dragoman.coding.mending import mended
from tests.coding.told import document, parser, shapes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya thanks Ghana.", "SUPPORT: KEN > GHA"),
        ("4 June - Chad sanctions the Nigerien army.", "SANCTION: TCD > NER"),
        ("Chadian forces fire rockets at Niger.", "ASSAULT heavy-weapons: TCD > NER"),
        ("Peru imports most of its copper from Chile.", "COOPERATE: PER > CHL"),
        ("At the summit in May 2011 Peru blocked Chile's admission to the bloc.",
         "REJECT: PER > CHL"),
        ("By a text read in Bern, Chad and Mali have, from today, resumed relations.",
         "SUPPORT restore-relations: MLI TCD >"),
    ],
)  # fmt: skip
def test_a_verb_or_subject_that_the_parser_missed_is_found(text: str, expected: str) -> None:
    assert shapes(text)[:1] == [expected]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("Kenya closed the port and Chad condemned Niger.", "ACCUSE disapprove: TCD > NER"),
        ("Peru closed the port and Chad later attacked Niger.", "ASSAULT: TCD > NER"),
    ],
)  # fmt: skip
def test_the_subject_of_the_next_clause_is_no_object_of_the_first(text: str, second: str) -> None:
    assert shapes(text)[-1] == second


@pytest.mark.parametrize(
    "text",
    [
        "Kenya thanked Ghana for its help.",
        "The talks between Peru and Chile lasted three days.",
        "Chadian oil exports to Niger in 1998",
    ],
)
def test_other_sentences_stay_as_they_are(text: str) -> None:
    for sentence in parser().parse(document(text)):
        assert mended(sentence.tokens, lexicon()) == sentence.tokens
