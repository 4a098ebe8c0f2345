from __future__ import annotations

import pytest

from dragoman.asking.forms import asks_for_denial, asks_of_the_future, form


@pytest.mark.parametrize(
    ("question", "kind", "unknown", "rest"),
    [
        ("Did Peru recognise Chad?", "whether", None, "Did Peru recognise Chad"),
        ("Who recognised Chad?", "who", "actor", "recognised Chad"),
        ("Which countries recognised Chad?", "who", "actor", "recognised Chad"),
        ("Which of them met?", "list", None, "Which of them met"),
        ("Whom did Peru accuse?", "who", "recipient", "did Peru accuse"),
        ("Who did Peru accuse?", "who", "recipient", "did Peru accuse"),
        ("Who said that Peru lied?", "who", "speaker", "said that Peru lied"),
        ("When did Peru recognise Chad?", "when", None, "did Peru recognise Chad"),
        ("In which year did Peru leave?", "when", None, "did Peru leave"),
        ("How many times did Peru ask?", "how-many", None, "did Peru ask"),
        ("How often has Peru asked?", "how-many", None, "has Peru asked"),
        ("List all visits of Peru.", "list", None, "visits of Peru"),
        ("What visits did Peru make?", "list", None, "did Peru make"),
        ("What new letters has Peru sent?", "list", None, "has Peru sent"),
        ("the visits of Peru", "list", None, "the visits of Peru"),
    ],
)
def test_a_question_is_known_by_how_it_opens(
    question: str, kind: str, unknown: str | None, rest: str
) -> None:
    found = form(question)
    assert (found.kind, found.unknown, found.rest) == (kind, unknown, rest)


@pytest.mark.parametrize(
    ("question", "order", "rest"),
    [
        ("Who recognised Chad first?", "first", "recognised Chad"),
        ("When did Peru last visit Chad?", "last", "did Peru visit Chad"),
        ("Who was the first to recognise Chad?", "first", "did recognise Chad"),
        ("Who was the first country to recognise Chad?", "first", "did recognise Chad"),
        ("When did Peru visit Chad last year?", None, "did Peru visit Chad last year"),
    ],
)
def test_first_and_last_are_taken_out(question: str, order: str | None, rest: str) -> None:
    found = form(question)
    assert (found.order, found.rest) == (order, rest)


@pytest.mark.parametrize(
    ("question", "said", "who", "topic"),
    [
        ("What did Peru say about the islands?", "said", "Peru", "the islands"),
        ("What has Peru denied?", "denied", "Peru", ""),
        ("What did Peru do to Chad in 1990?", "done", "Peru", "Chad in 1990"),
        ("What happened between Peru and Chad?", "happened", "happened", "between Peru and Chad"),
    ],
)
def test_what_was_said_or_done(question: str, said: str, who: str, topic: str) -> None:
    found = form(question)
    assert (found.said, found.rest, found.topic) == (said, who, topic)


def test_a_denial_and_the_future_are_asked_for_by_their_words() -> None:
    assert asks_for_denial("Has Peru denied it?")
    assert not asks_for_denial("Did Peru do it?")
    assert asks_of_the_future("When will Peru do it?")
    assert not asks_of_the_future("Did Peru say that it will do it?")
