from __future__ import annotations

import pytest

from dragoman.coding.dates.story import Deed, Story
from dragoman.records.readings import TimeExpression
from tests.coding.told import coded

PAIR = frozenset({"TCD", "NER"})


def _time(edtf: str) -> TimeExpression:
    return TimeExpression(start=0, end=1, edtf=edtf, basis="relative")


def _deed(edtf: str, event_type: str = "ASSAULT") -> Deed:
    return Deed(time=_time(edtf), event_type=event_type, doers=frozenset({"TCD"}), countries=PAIR)


def _story() -> Story:
    return Story(lambda time: time.edtf >= "2021-04-10")


def test_the_day_of_a_story_is_the_newest_told() -> None:
    story = _story()
    story.tell([_deed("2021-04-12")])
    story.tell([_deed("2021-04-11", "ACCUSE")])
    assert story.day == _time("2021-04-12")
    assert [deed.event_type for deed in story.deeds] == ["ASSAULT"]


def test_an_older_deed_ends_the_story_until_the_day_is_told_again() -> None:
    story = _story()
    story.tell([_deed("2021-04-12")])
    story.tell([_deed("2011-04-12")])
    assert not story.goes_on
    story.begin_paragraph()
    assert not story.goes_on
    assert not story.aside
    story.tell([_deed("2021-04-12")])
    assert story.goes_on


def test_a_crowd_and_an_assault_are_the_same_kind_of_deed() -> None:
    story = _story()
    story.tell([_deed("2021-04-12", "PROTEST")])
    assert story.same("ASSAULT", PAIR)
    assert not story.same("ASSAULT", frozenset({"TCD", "PER"}))
    assert not story.same("AID", PAIR)


def _news(
    text: str, *days: tuple[str, str], source: str = "news", **more: object
) -> list[str | None]:
    found = coded(text, dates=days, published="2021-04-13", source=source, **more)  # type: ignore[arg-type]
    return [coding.occurred for coding in found]


MONDAY = ("Monday", "2021-04-12")


@pytest.mark.parametrize(
    "second",
    ["Chadian troops shelled Niger.", "Niger expelled Chadian envoys, officials said."],
)
def test_deeds_of_those_of_whom_the_news_tells_are_of_its_day(second: str) -> None:
    text = f"Chad attacked Niger on Monday.\n\n{second}"
    assert _news(text, MONDAY) == ["2021-04-12", "2021-04-12"]


@pytest.mark.parametrize(
    "second",
    [
        "Chadian troops had shelled Niger's envoy.",
        "Norway helped Peru.",
        "Earlier Niger expelled Chadian envoys.",
        "During the drought Niger expelled Chadian envoys.",
    ],
)
def test_what_came_before_or_is_of_others_is_not_of_the_day(second: str) -> None:
    text = f"Chad visited Niger on Monday.\n\n{second}"
    assert _news(text, MONDAY)[1:] == [None]


def test_what_led_up_to_the_day_ends_its_story() -> None:
    older = "Niger helped Chad in 1971."
    text = f"Chad attacked Niger on Monday.\n\n{older}\n\nNiger expelled Chadian envoys."
    assert _news(text, MONDAY, ("1971", "1971")) == ["2021-04-12", "1971", None]


@pytest.mark.parametrize(
    "second",
    [
        "Chad says Niger attacked Chad first.",
        "Niger denied that it had attacked Chad.",
        "The report, according to which Niger attacked Chad, is false.",
    ],
)
def test_the_same_deed_in_any_clause_is_of_that_day(second: str) -> None:
    found = _news(f"Chad attacked Niger on Monday. {second}", MONDAY, pronouns={"it": ("Niger",)})
    assert found[1:]
    assert set(found[1:]) == {"2021-04-12"}


def test_a_statement_dates_its_own_side_of_a_deed_that_it_tells_of() -> None:
    text = "Niger attacked Chad on Monday.\n\nOur army shelled Niger.\n\nOur country helped Mali."
    found = _news(
        text, MONDAY, source="ministry", pronouns={"Our army": ("Chad",), "Our country": ("Chad",)}
    )
    assert found == ["2021-04-12", "2021-04-12", None]


def test_words_after_a_deed_without_words_are_of_the_day_of_the_news() -> None:
    text = "Chad attacked Niger on Monday.\n\nChad threatened Niger."
    assert _news(text, MONDAY) == ["2021-04-12", "2021-04-13"]


def test_words_after_talks_are_of_the_day_of_the_talks() -> None:
    text = "Chad visited Niger on Monday.\n\nNiger thanked Chad."
    assert _news(text, MONDAY) == ["2021-04-12", "2021-04-12"]


def test_words_in_a_sentence_that_turns_from_the_past_have_no_day() -> None:
    text = "A treaty that Chad signed with Niger in 1971 failed; Mali rejected it."
    assert _news(text, ("1971", "1971"), pronouns={"it": ("Niger",)})[-1] is None


@pytest.mark.parametrize(
    "background",
    ["The town changed hands after 2002.", "The two fought over the lake for years."],
)
def test_deeds_after_a_look_back_are_not_of_the_day(background: str) -> None:
    text = f"Chad visited Niger on Monday.\n\n{background} Niger expelled Chadian envoys."
    times = [MONDAY, *([("2002", "2002")] if "2002" in background else [])]
    assert _news(text, *times)[-1] is None


@pytest.mark.parametrize(
    "said",
    [
        "Chad said it was leaving the lake talks, held there since 2010, and would sue Niger.",
        "Chad went further, accusing Niger of lies.",
        "Chad, it added, will help Niger.",
    ],
)
def test_what_is_said_next_in_passing_is_said_that_day(said: str) -> None:
    found = _news(f"Chad condemned Niger on Monday. {said}", MONDAY, pronouns={"it": ("Chad",)})
    assert found[-1] == "2021-04-12"


def test_what_somebody_recalled_leaves_the_story_as_it_is() -> None:
    text = (
        "Chad thanked Niger on Monday. Chad recalled that in 1971 Mali attacked Niger.\n\n"
        "Chad praised Niger."
    )
    assert _news(text, MONDAY, ("1971", "1971"))[-1] == "2021-04-12"


def test_what_is_told_beside_an_older_deed_is_not_of_the_day() -> None:
    text = "Chad praised Niger on Monday. Mali condemned Chad last year; Chad condemned Mali."
    assert _news(text, MONDAY, ("last year", "2020"))[-1] is None


def test_what_will_be_done_is_not_of_an_old_meeting() -> None:
    text = "Chad and Niger met in 1971. The envoys of Chad and Niger will meet, officials said."
    assert _news(text, ("1971", "1971"))[-1] != "1971"


def test_what_went_on_through_a_war_is_of_no_day() -> None:
    text = "Chad visited Niger on Monday.\n\nChad sheltered Nigerien soldiers during the war."
    assert set(_news(text, MONDAY)[1:]) <= {None}


def test_what_is_dated_but_roughly_leaves_the_day_as_it_is() -> None:
    text = "Chad attacked Niger on Monday after Mali shelled Chad. Niger condemned Chad."
    assert _news(text, MONDAY)[-1] in {"2021-04-12", "2021-04-13"}


def test_a_day_that_but_names_a_thing_does_not_end_the_story() -> None:
    text = "Chad attacked Niger on Monday.\n\nMali rejects the August vote.\n\nChad shelled Niger."
    assert _news(text, MONDAY, ("August", "2020-08"))[-1] == "2021-04-12"
