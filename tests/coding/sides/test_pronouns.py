from __future__ import annotations

from tests.coding.told import shapes


def test_a_pronoun_stands_for_the_object_before() -> None:
    found = shapes("Chad arrested three Malian diplomats and expelled them.")
    assert found == ["COERCE arrest: TCD > MLI", "SANCTION expel: TCD > MLI"]


def test_a_pronoun_of_another_clause_stands_for_nobody_known() -> None:
    found = shapes("Chad arrested three Malian diplomats; Peru expelled them.")
    assert "SANCTION expel: PER > MLI" not in found
