from __future__ import annotations

import pytest

from tests.coding.told import coded

DAY = "2021-04-13"


def _dates(text: str, **more: object) -> list[str | None]:
    more.setdefault("source", "news")
    return [coding.occurred for coding in coded(text, published=DAY, **more)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "Chad has summoned the Nigerien envoy.",
        "The Nigerien envoy has been summoned by Chad.",
        "Chad announces that it has decided to sever relations with Niger.",
    ],
)
def test_a_state_makes_known_what_it_has_just_done(text: str) -> None:
    found = _dates(text, voice="Chad", source="ministry", pronouns={"it": ("Chad",)})
    assert set(found) == {DAY}


@pytest.mark.parametrize(
    "text",
    [
        "Niger has expelled the Chadian envoy.",
        "Chad has repeatedly condemned Niger.",
        "Chad has long condemned Niger.",
        "Has Chad expelled the Nigerien envoy?",
    ],
)
def test_the_perfect_of_others_or_of_habit_says_no_day(text: str) -> None:
    assert set(_dates(text, voice="Chad", source="ministry")) <= {None}


def test_others_do_nothing_by_what_the_document_says_of_them() -> None:
    assert _dates("Niger threatens Chad.", voice="Chad", source="ministry") == [None]


def test_news_tells_what_has_been_asked_or_offered_these_days() -> None:
    asked = "Chad has asked Niger to release the envoy."
    assert _dates(asked) == [DAY]
    assert _dates(f"It rained in the capital all day. {asked}") == [DAY]
    assert _dates("It rained all day. Niger has sent food to Mali.") == [None]


def test_what_has_been_signed_may_be_older_than_the_news_of_it() -> None:
    assert _dates("Chad has signed a treaty with Niger.") == [None]


@pytest.mark.parametrize(
    "text",
    [
        "Niger would help Mali, officials told reporters.",
        '"Niger condemns Mali," officials said.',
        "Nigerien officials said Niger condemned Mali.",
        "Niger issued a note accusing Mali of lies.",
        "Niger denounced Mali, the Bern Courier reports.",
        "Niger will send medicine to Mali, according to a minister.",
    ],
)
def test_news_dates_what_is_said_by_the_saying(text: str) -> None:
    found = _dates(text)
    assert found
    assert set(found) == {DAY}


def test_what_others_reported_may_be_old() -> None:
    assert _dates("Niger denounced Mali in a speech, media there reported.") == [None]


@pytest.mark.parametrize("opening", ["On this occasion", "On the occasion of the anniversary"])
def test_what_is_done_on_the_occasion_is_done_that_day(opening: str) -> None:
    assert _dates(f"{opening} Chad sent a message to Mali.") == [DAY]


def test_who_was_met_spoke_there() -> None:
    text = "On Monday Chad received the Nigerien envoy, who condemned Mali."
    found = _dates(text, dates=[("Monday", "2021-04-12")])
    assert found[-1] in {"2021-04-12", DAY}


@pytest.mark.parametrize(
    "text",
    [
        "Niger says Mali lied to it.",
        "Niger rejects the accusation of Mali.",
        "Niger and Mali are arranging a meeting, papers there reported.",
        "Niger has offered to help Mali.",
    ],
)
def test_news_tells_in_the_present_what_is_said_these_days(text: str) -> None:
    assert set(_dates(text)) <= {DAY}


@pytest.mark.parametrize(
    "text", ["Niger has repeatedly accused Mali of lies.", "Has Niger offered to help Mali?"]
)
def test_what_is_said_again_and_again_or_asked_about_has_no_day(text: str) -> None:
    assert set(_dates(text)) <= {None}


def test_an_offer_is_news_in_whatever_text() -> None:
    assert _dates("Niger has offered to help Mali.", source="blog") == [DAY]
    assert _dates("Niger accuses Mali of lies.", source="blog") == [None]


def test_who_says_that_he_had_done_it_did_it_about_then() -> None:
    text = "King Moussa said on Monday that he was calm. He added that he had telephoned Mali."
    found = _dates(text, dates=[("Monday", "2021-04-12")], pronouns={"he": ("Chad",)})
    assert found[-1] in {"2021-04-12", DAY}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad has closed its border with Niger.", DAY),
        ("I hear that Chad has closed its border with Niger.", DAY),
        ("Chad has long closed its border with Niger.", None),
        ("Chad had closed its border with Niger.", None),
        ("Has Chad closed its border with Niger?", None),
    ],
)
def test_one_who_writes_for_himself_tells_what_he_has_just_heard(
    text: str, expected: str | None
) -> None:
    assert set(_dates(text, source="blog")) <= {expected}
    assert set(_dates(text, source="encyclopedia")) <= {None}


def test_what_is_said_in_the_present_under_a_saying_is_said_then() -> None:
    text = "Chad attacked Mali on Monday. Peru said that it supports Mali."
    found = _dates(text, dates=[("Monday", "2021-04-12")], pronouns={"it": ("Peru",)})
    assert found[-1] in {"2021-04-12", DAY}
