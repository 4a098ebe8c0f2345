from __future__ import annotations

import pytest

from tests.coding.told import coded, shapes


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


def test_the_other_side_stands_by_its_name() -> None:
    (*_, last) = coded("Chad and Niger share a lake. Chadian fishermen sang. Niger left Chad alone."
                       " Chadian boats sank. Niger severed relations.")  # fmt: skip
    assert [p.text for p in last.recipients] == ["Chad"]


def test_a_body_is_none_of_the_two() -> None:
    told = "Peru, Chad and Niger met. Chad thanked the Hague Council. Bolivia called for calm."
    assert not any("BOL > IGO" in one for one in shapes(told))


def test_who_complains_of_a_break_blames_the_other() -> None:
    about = "Chad and Niger share a lake. Mali and Kenya do not. Mali borders Kenya. "
    found = shapes(
        about + "Relations between Mali and Kenya were severed. Mali denounced the step."
    )
    assert found[-1] == "ACCUSE disapprove: MLI > KEN"


ABOUT_ONE = "Chad is dry. Chad is big. Chad is hot. Chad is poor. Peru is wet. "


@pytest.mark.parametrize(
    "text",
    ["Chad severed relations.", "Chad invaded.", "Chad closed the embassy."],
)
def test_in_a_text_about_one_country_nobody_is_across_from_it(text: str) -> None:
    assert not any("PER" in shape for shape in shapes(ABOUT_ONE + text))


def test_in_a_text_about_one_country_others_act_on_it() -> None:
    assert shapes(ABOUT_ONE + "In 1921 Peru invaded.")[-1] == "ASSAULT: PER > TCD"


def test_in_a_text_about_one_country_the_event_told_last_still_has_two_sides() -> None:
    told = "Niger accused Chad of theft. Chad rejected the accusation."
    assert shapes(ABOUT_ONE + told)[-1] == "REJECT: TCD > NER"


def test_a_state_that_says_we_is_not_alone_in_its_text() -> None:
    text = "Chad and Peru share a lake. We in Chad want peace. Chad severed relations. Chad is dry."
    codings = coded(f"{text} Chad is big. Chad is hot.", voice="Chad")
    assert {p.country for c in codings for p in (*c.actors, *c.recipients)} == {"TCD", "PER"}


def test_a_text_that_names_a_second_often_is_not_about_one_country() -> None:
    about = (
        "Chad is dry. Chad is big. Chad is hot. " * 3 + "Niger is far. Niger is hot. Niger is big. "
    )
    found = shapes(about + "Chad withdrew its ambassador.")
    assert found[-1].endswith("TCD > NER")
