from __future__ import annotations

from typing import Any

import pytest

from dragoman.records.claims import Claim
from dragoman.records.dossiers import Dossier
from tests.dossier.conftest import dossier_of
from tests.factories import make_claim


def letter(text: str, sender: str, receiver: str, **fields: Any) -> Claim:
    return make_claim(
        text, "CONSULT", ("letter",), actors=(sender,), recipients=(receiver,), **fields
    )


def paired(dossier: Dossier) -> list[tuple[str, ...]]:
    """The sentences of each exchange."""
    entries = {entry.event.id: entry for entry in (*dossier.timeline, *dossier.undated)}
    return [
        tuple(entries[event].citations[0].sentence for event in exchange.events)
        for exchange in dossier.exchanges
    ]


THERE = "Abbas wrote to Kim."
BACK = "Kim sent a letter in reply."


@pytest.mark.parametrize(
    ("sent", "answered", "exchanged"),
    [
        ("2020-09-09", "2020-09-22", True),
        ("2020-09", "2020-09-22", True),
        ("2020-09-22", "2020-09-09", False),
        ("2017-09-09", "2020-09-22", False),
        ("2020", "2020-09-22", False),
    ],
)
def test_an_answer_follows_what_it_answers(sent: str, answered: str, exchanged: bool) -> None:
    found = paired(
        dossier_of(
            letter(THERE, "PSE", "PRK", occurred=sent),
            letter(BACK, "PRK", "PSE", occurred=answered, source="Other"),
        )
    )
    assert ((THERE, BACK) in found) is exchanged
    assert sum(map(len, found)) == 2


def test_without_dates_they_must_stand_together_and_one_must_call_itself_an_answer() -> None:
    there = letter(THERE, "PSE", "PRK", start=100)
    back = letter(BACK, "PRK", "PSE", start=300)
    far = letter(BACK, "PRK", "PSE", start=9000)
    mute = letter("Kim wrote to Abbas.", "PRK", "PSE", start=300)
    assert paired(dossier_of(there, back)) == [(THERE, BACK)]
    assert len(paired(dossier_of(there, far))) == 2
    assert len(paired(dossier_of(there, mute))) == 2


def test_two_letters_of_one_side_are_no_exchange() -> None:
    first = letter("Kim wrote to Abbas.", "PRK", "PSE", occurred="2020-09-09")
    second = letter("Kim answered with a letter.", "PRK", "PSE", occurred="2020-09-22")
    exchanges = dossier_of(first, second).exchanges
    assert [len(exchange.events) for exchange in exchanges] == [1, 1]
    assert [exchange.answers for exchange in exchanges] == [False, True]


def test_each_letter_is_answered_once_by_the_nearest() -> None:
    dossier = dossier_of(
        letter(THERE, "PSE", "PRK", occurred="2020-09-09"),
        letter("Kim wrote soon.", "PRK", "PSE", occurred="2020-09-11"),
        letter("Kim wrote later.", "PRK", "PSE", occurred="2020-10-20"),
    )
    assert paired(dossier) == [(THERE, "Kim wrote soon."), ("Kim wrote later.",)]


def test_a_letter_answered_in_the_sentence_of_its_answer_is_no_answer_itself() -> None:
    both = "Kim sent a message in reply to the message which Abbas had sent."
    there = both.index("message which")
    answer = letter(both, "PRK", "PSE", trigger={"text": "sent", "start": 4, "end": 8})
    asked = letter(both, "PSE", "PRK", trigger={"text": "sent", "start": there, "end": there + 7})
    [exchange] = dossier_of(answer, asked).exchanges
    entries = {entry.event.id: entry.event for entry in dossier_of(answer, asked).undated}
    senders = [entries[event].actors[0].country for event in exchange.events]
    assert (senders, exchange.answers) == (["PSE", "PRK"], True)


@pytest.mark.parametrize(
    ("back", "exchanged"), [("Kim greeted him.", False), ("Kim replied at once.", True)]
)
def test_on_one_day_only_what_calls_itself_an_answer_is_one(back: str, exchanged: bool) -> None:
    dossier = dossier_of(
        letter(THERE, "PSE", "PRK", occurred="2020-09-09"),
        letter(back, "PRK", "PSE", occurred="2020-09-09"),
    )
    assert ((THERE, back) in paired(dossier)) is exchanged
