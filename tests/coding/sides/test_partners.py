from __future__ import annotations

from tests.coding.told import shapes


def test_a_text_is_about_the_two_with_whom_it_begins() -> None:
    text = "Chad and Niger share a lake. Peru and Mali do not. Chad severed relations."
    assert shapes(text)[-1] == "SANCTION sever-relations: TCD > NER"


def test_a_text_that_names_another_more_often_is_not_about_the_two() -> None:
    text = "Chad and Niger share a lake. Peru is dry. Peru is big. Chad severed relations."
    assert not any(one.startswith("SANCTION") and "NER" in one for one in shapes(text))


def test_one_sentence_is_no_text_about_two() -> None:
    assert shapes("Norwegian aircraft bombed what Chad called a camp.") == []
