"""Which frames a sentence meets, as it is counted and called for."""

from __future__ import annotations

import pytest

from tests.coding.told import shapes

COUNTED = [
    ("Hundreds of police attacked the strikers in Chad.", "ASSAULT: TCD > TCD"),
    ("Hundreds of Malian huts were burned by the army of Chad.", "ASSAULT destroy: TCD > MLI"),
    ("Thousands of Chadian women marched against Mali.", "PROTEST demo: TCD > MLI"),
]


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_hundreds_are_a_crowd_only_of_civilians(text: str, expected: str) -> None:
    assert expected in shapes(text)
