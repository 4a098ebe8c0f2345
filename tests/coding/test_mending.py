from __future__ import annotations

import pytest

from dragoman.coding.lexicon import lexicon
from dragoman.coding.mending import mended
from tests.coding.told import document, parser, shapes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya thanks Ghana.", "SUPPORT: KEN > GHA"),
        ("Chad massed troops on the Malian border.", "MOBILIZE troops: TCD > MLI"),
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
    ("text", "second"),
    [
        ("Chad closed its southern border and banned trade with Niger.", "SANCTION: TCD > NER"),
        ("Peru had recognised Kenya a month before, and sheltered deserters of the Chilean army.",
         "AID: PER > CHL"),
    ],
)  # fmt: skip
def test_a_second_verb_is_no_modifier_of_its_object(text: str, second: str) -> None:
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 3 May Chad, angered by the raid, closed its border with Mali.", "TCD > MLI"),
        ("On the 15th President Haugen closed the border with Mali.", "NOR > MLI"),
        ("In June Kenya recalled its ambassador from Ghana.", "KEN > GHA"),
        ("On 3 May Peru, Chile and Kenya condemned Chad.", "CHL KEN PER > TCD"),
        ("On June 5 Kenya and Peru condemned Chad.", "KEN PER > TCD"),
    ],
)
def test_a_subject_after_a_date_is_none_of_the_date(text: str, expected: str) -> None:
    assert shapes(text)[0].endswith(expected)


@pytest.mark.parametrize("text", ["May 13: Shelling ends at 9 A.M.", "5 June: Chad at 8 P.M."])
def test_a_sentence_may_end_where_a_list_could_begin(text: str) -> None:
    assert shapes(text) == []


def test_a_list_of_names_is_no_name_with_its_description() -> None:
    assert shapes("Peru, Chile and Bolivia have expelled Malian diplomats.")[0].endswith(
        "BOL CHL PER > MLI"
    )
