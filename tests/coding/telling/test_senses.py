from __future__ import annotations

import pytest

from tests.coding.told import coded, shapes


@pytest.mark.parametrize(
    "text",
    [
        "King Moussa of Chad came to power in Mali.",
        "Peruvian rule in Chile came to an end.",
        "President Haugen of Norway defeated the Chadian exile in a vote.",
        "A Chadian candidate defeated the Malian governor.",
        "A flood from Peru killed nine Bolivian farmers.",
        "The destruction of Accra in an earthquake shook Chile.",
        "A Peruvian plan was met by a Chilean raid.",
        "Nepal occupies a remote location between Chad and Mali.",
        "The people of Niger voted for separation from Mali.",
        "The law bars Chad from buying Malian gold.",
        "Chad and Mali work on signing a treaty.",
        "Chad and Mali met the press.",
        "Chadian bombers flew into Mali.",
    ],
)
def test_words_in_another_sense_tell_no_event(text: str) -> None:
    told = {coding.event_type for coding in coded(text)}
    assert not told & {"CONSULT", "ASSAULT", "SUPPORT", "COOPERATE", "MOBILIZE"}
    assert not any("seize" in coding.modes for coding in coded(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("King Moussa of Chad came to Mali.", "CONSULT visit: TCD > MLI"),
        ("Norwegian troops defeated the Chadian army in the hills.", "ASSAULT: NOR > TCD"),
        ("Kenya occupied the border posts of Ghana.", "COERCE seize: KEN > GHA"),
        ("Peru and Chile signed a treaty.", "SUPPORT sign: CHL PER >"),
    ],
)
def test_words_in_their_own_sense_do(text: str, expected: str) -> None:
    assert expected in shapes(text)


def test_an_exchange_of_fire_is_no_talk() -> None:
    told = shapes("Chadian guards began an exchange of fire with Malian guards.")
    assert not any("CONSULT" in shape for shape in told)


@pytest.mark.parametrize(
    "text",
    ["Norway warned travelers in Mali.", "Norway warned Mali of a flood."],
)
def test_a_caution_is_no_threat(text: str) -> None:
    assert not any("THREATEN" in shape for shape in shapes(text))
