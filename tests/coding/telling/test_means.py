from __future__ import annotations

import pytest

from tests.coding.told import shapes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad launched an attack with artillery on Mali.", "ASSAULT heavy-weapons: TCD > MLI"),
        ("Chadian gunmen killed nine Malian herders.", "ASSAULT firearms: TCD > MLI"),
        ("Chad attacked the Malian port with helicopters.", "ASSAULT aerial: TCD > MLI"),
        ("Chadian jets shot down a Malian drone.", "ASSAULT aerial: TCD > MLI"),
        ("Chad shot down two Malian jets.", "ASSAULT destroy: TCD > MLI"),
        ("Chad attacked Mali.", "ASSAULT: TCD > MLI"),
    ],
)
def test_an_attack_has_the_mode_of_its_weapons(text: str, expected: str) -> None:
    assert expected in shapes(text)


def test_whom_it_hits_is_no_weapon() -> None:
    assert shapes("Chadian troops killed two Malian gunmen.") == ["ASSAULT: TCD > MLI"]
