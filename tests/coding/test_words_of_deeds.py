"""What states do to each other, in words of comments, headlines and translations of our own."""

from __future__ import annotations

import pytest

from tests.coding.told import shapes

TOLD = [
    ("Chadian soldiers died in a Malian ambush.", "ASSAULT: MLI > TCD"),
    ("Peru drove the Chilean garrison out of the valley.", "ASSAULT: PER > CHL"),
    ("Peru spread lies about Chile.", "COERCE misinformation: PER > CHL"),
    ("Peru trespassed on Chilean soil.", "COERCE seize: PER > CHL"),
    ("Kenyan police raided Ghanaian shops.", "COERCE seize: KEN > GHA"),
    ("Peru threw Chile off its white list.", "SANCTION: PER > CHL"),
    ("Peru put Chile on its list of terror sponsors.", "SANCTION: PER > CHL"),
    ("Peru handed the Chilean minister his passports.", "SANCTION expel: PER > CHL"),
    ("Chad let the Malian trawler go.", "RETREAT release: TCD > MLI"),
    ("Peru took its boats out of Chilean waters.", "RETREAT withdraw: PER > CHL"),
    ("The withdrawal of Peruvian troops from Chile began.", "RETREAT withdraw: PER > CHL"),
    ("Peru voiced deep remorse to Chile.", "CONCEDE: PER > CHL"),
    ("Norway hid the Malian poet in its embassy.", "AID: NOR > MLI"),
    ("Norway lent Kenya six jets.", "AID: NOR > KEN"),
    ("Kenyan jets flew into Ghanaian airspace.", "MOBILIZE troops: KEN > GHA"),
    ("Peru sent a drone with leaflets to Chile.", "MOBILIZE troops: PER > CHL"),
]
NO_DEEDS = [
    "Peru put Chile on its list of partners.",
    "Peru keeps Chilean fishermen happy.",
    "Kenya realized its dream in Ghana.",
]


@pytest.mark.parametrize(("text", "expected"), TOLD, ids=[text[:50] for text, _ in TOLD])
def test_a_wording_gives_its_deed(text: str, expected: str) -> None:
    assert expected in shapes(text)


@pytest.mark.parametrize("text", NO_DEEDS)
def test_the_same_words_of_other_things_do_none(text: str) -> None:
    assert shapes(text) == []


def test_a_pattern_may_ask_for_a_name() -> None:
    assert "ASSAULT: MLI > NER" in shapes("Malian troops took Niger.")
