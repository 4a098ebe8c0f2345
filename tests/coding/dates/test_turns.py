from __future__ import annotations

import pytest

from tests.coding.told import coded


@pytest.mark.parametrize(
    ("first", "edtf", "expected"),
    [
        ("Relations sank in May 1971.", "1971-05", "1971-05"),
        ("The Lake War broke out on 3 May 1971.", "1971-05-03", "1971"),
        ("The envoy left in May 1971.", "1971-05", None),
    ],
)
def test_a_turn_of_things_sets_the_scene(first: str, edtf: str, expected: str | None) -> None:
    words = first.partition(" in ")[2] or first.partition(" on ")[2]
    found = coded(f"{first} Chad condemned Niger.", dates=[(words.rstrip("."), edtf)])
    assert found[-1].occurred == expected
