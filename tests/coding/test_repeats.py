from __future__ import annotations

import pytest

from tests.coding.told import coded, shape, shapes

RECOGNISED = "Kenya recognised Palau in May. "


@pytest.mark.parametrize(
    "echo",
    [
        "Ghana came third.",
        "Ghana was next.",
        "Ghana was also among the early ones.",
        "Ghana waited until autumn.",
        "Ghana waited until autumn to do so.",
        "Ghana followed its example.",
        "Ghana copied the step.",
    ],
)
def test_others_who_did_it_are_told_of_without_the_deed(echo: str) -> None:
    assert "SUPPORT recognize: GHA > PLW" in shapes(RECOGNISED + echo)


@pytest.mark.parametrize("clause", ["followed by Ghana", "as did Ghana"])
def test_others_who_did_it_may_stand_in_the_same_sentence(clause: str) -> None:
    assert "SUPPORT recognize: GHA > PLW" in shapes(f"Kenya recognised Palau in May, {clause}.")


@pytest.mark.parametrize(
    "text",
    [
        "Ghana came third in the race.",
        "Ghana was the first to leave.",
        "Ghana did not follow its example.",
    ],
)
def test_a_rank_in_something_else_is_no_echo(text: str) -> None:
    assert "SUPPORT recognize: GHA > PLW" not in shapes(RECOGNISED + text)


def test_until_when_one_waited_is_when_one_did_it() -> None:
    text = "Kenya recognised Palau. Ghana waited until 1994."
    last = coded(text, dates=[("1994", "../1994")])[-1]
    assert (shape(last), last.occurred) == ("SUPPORT recognize: GHA > PLW", "1994")


def test_a_day_without_a_year_is_of_the_year_of_the_others() -> None:
    dates = [("May 1994", "1994-05"), ("3 June", "2019-06-03")]
    text = "Kenya recognised Palau in May 1994. Ghana waited until 3 June."
    assert coded(text, dates=dates)[-1].occurred == "1994-06-03"


@pytest.mark.parametrize(
    ("echo", "year"), [("came third", "1994"), ("was next", "1994"), ("waited until autumn", None)]
)
def test_the_others_did_it_in_the_year_told_unless_they_waited(echo: str, year: str | None) -> None:
    text = f"Kenya recognised Palau in May 1994. Ghana {echo}."
    assert coded(text, dates=[("May 1994", "1994-05")])[-1].occurred == year


@pytest.mark.parametrize("verb", ["responded in kind", "reciprocated", "returned the favour"])
def test_what_is_given_back_changes_its_sides(verb: str) -> None:
    assert shapes(f"Kenya sent food to Ghana. Ghana {verb}.")[-1] == "AID: GHA > KEN"


def test_a_visit_is_returned_by_the_host() -> None:
    found = shapes("King Moussa visited Norway. President Haugen returned the visit.")
    assert found[-1] == "CONSULT visit: NOR > TCD"


def test_those_who_were_to_do_it_repeat_no_demand() -> None:
    found = shapes("Chad asked Niger to free two men. Niger did so.")
    assert not any(one.startswith("REQUEST") and "NER >" in one for one in found)


def test_a_denied_deed_has_the_sides_of_the_one_told_before() -> None:
    text = "Chad attacked Niger. The Nigerien army denied that any such raid had taken place."
    assert shapes(text) == ["ASSAULT: TCD > NER"] * 2


def test_there_was_no_such_thing_elsewhere() -> None:
    found = shapes("Chad attacked Niger. There was no fighting in Peru.")
    assert found == ["ASSAULT: TCD > NER"]


@pytest.mark.parametrize(
    ("doer", "date"), [("Norway", "1994-05"), ("Ghana", "1996"), ("Mali", None)]
)
def test_who_is_said_again_to_have_done_so_did_it_on_the_date_given(
    doer: str, date: str | None
) -> None:
    text = (
        "Norway and Kenya recognised Palau in May 1994, Ghana followed suit in 1996, and Peru"
        f" did the same. {doer} is usually named as the first state to have done so."
    )
    last = coded(text, dates=[("May 1994", "1994-05"), ("1996", "1996")])[-1]
    assert (last.trigger.text, last.occurred) == ("done", date)


def test_what_one_who_came_third_also_did_is_done_to_the_same() -> None:
    text = "Kenya recognised Palau in May. Ghana came third, and sent an ambassador."
    assert shapes(text)[-1] == "SUPPORT: GHA > PLW"


def test_the_attack_of_a_crowd_is_the_riot_told_before() -> None:
    text = "Kenyan rioters stormed the Ghanaian embassy. Kenyans made the attack on the embassy."
    assert not any("ASSAULT" in found for found in shapes(text))


def test_a_raid_denied_is_of_the_day_of_the_one_told() -> None:
    text = "Kenya attacked Ghana on 3 May 1994. Kenya shells Ghana every week. There was no raid."
    found = coded(text, dates=[("3 May 1994", "1994-05-03")])
    assert (found[-1].trigger.text, found[-1].occurred) == ("raid", "1994-05-03")
