from __future__ import annotations

from tests.coding.told import shapes


def test_a_pronoun_stands_for_the_object_before() -> None:
    found = shapes("Chad arrested three Malian diplomats and expelled them.")
    assert found == ["COERCE arrest: TCD > MLI", "SANCTION expel: TCD > MLI"]


def test_a_pronoun_of_another_clause_stands_for_nobody_known() -> None:
    found = shapes("Chad arrested three Malian diplomats; Peru expelled them.")
    assert "SANCTION expel: PER > MLI" not in found


def test_a_coordinated_it_is_the_first_subject() -> None:
    text = (
        "Chad has long helped Mali to grow rice, and in May it donated tents to the Malian people."
    )
    assert "AID: TCD > MLI" in shapes(text, pronouns={"it": ("Mali",)})


def test_crew_members_are_of_their_ship() -> None:
    text = "Chad fired at three Malian launches and seized their crew members."
    found = shapes(text, pronouns={"their crew members": ("Chad",)})
    assert any(s.startswith("COERCE") and s.endswith(": TCD > MLI") for s in found)


def test_a_crew_is_of_its_ship() -> None:
    text = "Chad shot down a Malian jet and captured its pilot."
    found = shapes(text, pronouns={"its pilot": ("Chad",)})
    assert "ASSAULT abduct: TCD > MLI" in found
