"""Questions understood by the reader and the coder that read everything else."""

from __future__ import annotations

import pytest

from dragoman import settings
from dragoman.app import App
from dragoman.records.answers import Question

APP = App(settings.load({}))


def understood(text: str) -> Question:
    return APP.understood(text)


def sides(question: Question) -> tuple[list[str | None], list[str | None]]:
    return [one.country for one in question.actors], [one.country for one in question.recipients]


@pytest.mark.parametrize(
    ("text", "kind", "deed", "who"),
    [
        ("Does Cuba give aid to Angola?", "whether", "AID", (["CUB"], ["AGO"])),
        ("Was Angola recognised by Cuba?", "whether", "SUPPORT", (["CUB"], ["AGO"])),
        ("When did Iran sever relations with Iraq?", "when", "SANCTION", (["IRN"], ["IRQ"])),
        ("Who recognised Angola?", "who", "SUPPORT", ([], ["AGO"])),
        ("Whom did Cuba condemn?", "who", "ACCUSE", (["CUB"], [])),
        ("How many times did Cuba condemn Iraq?", "how-many", "ACCUSE", (["CUB"], ["IRQ"])),
        ("Will a Cuban delegation visit Angola?", "whether", "CONSULT", (["CUB"], ["AGO"])),
    ],
)
def test_a_question_is_coded_like_the_sentence_that_would_answer_it(
    text: str, kind: str, deed: str, who: tuple[list[str], list[str]]
) -> None:
    question = understood(text)
    assert (question.kind, question.event_types) == (kind, (deed,))
    assert sides(question) == who


def test_a_state_means_all_of_it_and_a_name_its_bearer() -> None:
    whole, part = understood("Did Iran arm Palestine?"), understood("Did Iran arm Hamas?")
    assert [one.whole for one in whole.recipients] == [True]
    assert [(one.name, one.whole) for one in part.recipients] == [("Hamas", False)]


def test_time_and_narrowing_words_are_kept() -> None:
    question = understood("Did Iran give financial aid to Cuba in 1988?")
    assert (question.when, question.about) == ("1988", ("financial",))


def test_a_verb_narrows_where_it_is_a_particular_one() -> None:
    assert understood("Did Cuba train Angola's soldiers?").about == ("train",)
    assert understood("Did Cuba help Angola?").about == ()


def test_a_thing_narrows_where_many_can_be_withdrawn() -> None:
    assert understood("Did Cuba withdraw its recognition of Angola?").about == ("recognition",)


def test_what_is_asked_for_stands_behind_its_verb() -> None:
    question = understood("Which letters did Cuba send to Iraq?")
    assert (question.kind, question.modes) == ("list", ("letter",))
    assert question.statement == "Cuba did send letters to Iraq."


def test_a_denial_is_asked_of_who_denies() -> None:
    question = understood("Has Iran denied attacking Iraq?")
    assert question.denied
    assert [one.country for one in question.speakers] == ["IRN"]


def test_whose_words_and_about_what() -> None:
    question = understood("What did Cuba say about the embargo?")
    assert ([one.country for one in question.speakers], question.about) == (["CUB"], ("embargo",))
    assert (question.kind, question.event_types) == ("said", ())


def test_whether_there_are_relations_is_a_state() -> None:
    question = understood("Does Cuba have diplomatic relations with Iraq?")
    assert question.kind == "state"
    assert {one.country for one in question.actors} == {"CUB", "IRQ"}


def test_what_happened_asks_for_any_deed() -> None:
    question = understood("What happened between Cuba and Iraq in 1990?")
    assert (question.event_types, question.when) == ((), "1990")
    assert {one.country for one in question.actors} == {"CUB", "IRQ"}


def test_the_stand_in_is_nobody() -> None:
    question = understood("Who visited Iceland?")
    assert sides(question) == ([], ["ISL"])


@pytest.mark.parametrize("text", ["", "?", "How are you?", "\x00", "a" * 5000, "Who who who?"])
def test_nonsense_is_understood_as_nothing_much(text: str) -> None:
    question = understood(text)
    assert question.text == text
    assert not question.trigger
