from __future__ import annotations

import pytest

from tests.coding.told import shapes


@pytest.mark.parametrize(
    "text",
    [
        "Chad acted in keeping with the hopes and demands of Niger.",
        "Kenyan mills meet the demands of the Ghanaian market.",
        "Norway recognizes the importance of Mali.",
        "Chile recognizes the need for Peruvian water.",
        "Peru wants to build a road to Chile.",
        "Norwegian tourists travel to Peru.",
        "Refugees from Mali came to Chad.",
    ],
)
def test_needs_facts_wishes_and_private_journeys_are_no_events(text: str) -> None:
    assert shapes(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ghana met the demands of Kenya.", "CONCEDE: GHA > KEN"),
        ("Norway recognized Mali's right to the river.", "SUPPORT recognize: NOR > MLI"),
        ("Norway recognized Palau.", "SUPPORT recognize: NOR > PLW"),
        ("Norway wants Peru to release the captain.", "REQUEST yield: NOR > PER"),
        ("Norwegian ministers travelled to Peru.", "CONSULT visit: NOR > PER"),
    ],
)
def test_what_is_like_them_is_told(text: str, expected: str) -> None:
    assert expected in shapes(text)


def test_what_is_forgone_is_not_told() -> None:
    assert shapes("Chad bombed Mali rather than withdraw its troops from Mali.") == [
        "ASSAULT explosives: TCD > MLI"
    ]
    assert shapes("Chad arrested a Malian pilot instead of releasing the Malian crew.") == [
        "COERCE arrest: TCD > MLI"
    ]


def test_there_will_be_no_talks_is_a_refusal() -> None:
    told = shapes("There will be no talks between Peru and Chile.")
    assert told == ["REJECT meet: CHL PER >"]


@pytest.mark.parametrize(
    "text",
    [
        "Chad nearly signed a treaty with Mali.",
        "Norway vetoed a draft that called for a truce between Chad and Mali.",
        "Peru agreed to compete with Chile.",
    ],
)
def test_what_all_but_happened_or_only_a_draft_says_is_no_event_of_its_own(text: str) -> None:
    told = " ".join(shapes(text))
    assert not any(name in told for name in ("SUPPORT", "REQUEST", "AGREE"))


def test_a_reproach_tells_of_no_concession() -> None:
    found = shapes("Chad complained to Mali that the Malian police had withdrawn too early.")
    assert any("ACCUSE" in shape for shape in found)
    assert not any("RETREAT" in shape for shape in found)


def test_navies_that_nearly_fought_made_a_show_of_force() -> None:
    assert shapes("The Chadian and Malian navies nearly came to blows.") == ["MOBILIZE: MLI TCD >"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Chad asked Mali whether the bridge was open.", "REQUEST"),
        ("Chad assured Mali that it had closed nothing.", "AGREE"),
        ("Chad regretted its decision to leave Mali.", "ACCUSE"),
        ("Chad froze joint exercises with Mali.", "COOPERATE"),
        ("Chadian soldiers went to Mali.", "CONSULT"),
    ],
)
def test_questions_facts_own_faults_and_what_is_called_off_are_none(text: str, kind: str) -> None:
    assert not any(kind in shape for shape in shapes(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad asked Mali to open the bridge.", "REQUEST"),
        ("Chad assured Mali that it would help.", "AGREE"),
        ("Chad regretted the Malian decision.", "ACCUSE"),
    ],
)
def test_wishes_promises_and_faults_of_others_are(text: str, expected: str) -> None:
    assert any(shape.startswith(expected) for shape in shapes(text))
