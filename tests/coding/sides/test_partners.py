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


def test_a_sentence_that_names_one_of_two_again_is_no_text_about_them() -> None:
    text = "The minister flew to Mali, her first trip there since Mali freed two Chadian divers."
    assert not any(one.startswith("CONSULT") for one in shapes(text))


def test_the_two_of_whom_alone_the_last_sentence_tells_come_before_those_of_the_text() -> None:
    about = "Chad and Niger share a lake. Chad borders Niger. "
    told = "Peru praised Norway, and Norway thanked Peru. The treaty followed in 1997."
    assert shapes(about + told)[-1] == "SUPPORT sign: NOR PER >"
