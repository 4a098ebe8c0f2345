from __future__ import annotations

from typing import Any

import pytest

from dragoman.corroboration import Corroborate
from dragoman.records.claims import Claim
from dragoman.records.events import Event
from tests.factories import STATES, make_claim


def recognised(by: str, source: str, text: str, **fields: Any) -> Claim:
    start = text.index("recognise")
    return make_claim(
        text,
        modes=("recognize",),
        actors=(by,),
        recipients=("PSE",),
        source=source,
        document=f"doc_{source}_{by}",
        trigger={"text": "recognise", "start": start, "end": start + 9},
        **fields,
    )


def events(*claims: Claim) -> dict[str, Event]:
    """The events by who recognises."""
    found = Corroborate(STATES.get).corroborate(claims, (), ())[0]
    return {event.actors[0].country or "": event for event in found}


FIRST = "It was the first country to recognise the new state."


def test_only_one_can_be_the_first() -> None:
    syria = recognised("SYR", "Daily", FIRST)
    iran = recognised("IRN", "Weekly", FIRST, occurred="1988-11-15")
    plain = recognised("IRN", "Hourly", "It recognised the new state.", occurred="1988")
    korea = recognised("PRK", "Hourly", "It was among the first to recognise the new state.")
    found = events(syria, iran, plain, korea)
    assert len(found["IRN"].claims) == 2
    [dispute] = found["IRN"].disputes
    assert dispute == found["SYR"].disputes[0]
    assert (dispute.field, [value.value for value in dispute.values]) == ("first", ["IRN", "SYR"])
    assert dispute.values[1].claims == (syria.id,)
    assert found["PRK"].disputes == ()


def test_it_leaves_the_events_as_they_stand() -> None:
    found = events(recognised("SYR", "Daily", FIRST), recognised("IRN", "Weekly", FIRST))
    assert {event.standing for event in found.values()} == {"single"}


def test_the_first_of_another_kind_is_no_rival() -> None:
    of_arabs = "It was the first Arab country to recognise the new state."
    found = events(recognised("SYR", "Daily", of_arabs), recognised("IRN", "Weekly", FIRST))
    assert all(not event.disputes for event in found.values())


def test_a_question_claims_no_honour() -> None:
    asked = recognised("SYR", "Daily", FIRST, certainty="Uu")
    denied = recognised("PRK", "Daily", FIRST, certainty="CT-")
    found = events(asked, denied, recognised("IRN", "Weekly", FIRST))
    assert all(not event.disputes for event in found.values())


def visited(year: str, text: str, source: str, **fields: Any) -> Claim:
    at = text.index("visit")
    trigger = {"text": "visit", "start": at, "end": at + 5}
    return make_claim(
        text, "CONSULT", ("visit",), occurred=year, source=source, trigger=trigger, **fields
    )


def ranked(*claims: Claim) -> list[tuple[str, list[str]]]:
    """The disputes on all events of these claims."""
    found = Corroborate(STATES.get).corroborate(claims, (), ())[0]
    disputes = {dispute for event in found for dispute in event.disputes}
    return [(one.field, [value.value for value in one.values]) for one in disputes]


KING = "The first visit by a king was then."


def test_of_two_visits_only_one_can_be_the_first_of_a_king() -> None:
    assert ranked(visited("1954", KING, "Daily"), visited("1961", KING, "Weekly")) == [
        ("first", ["1954", "1961"])
    ]


@pytest.mark.parametrize(
    "other",
    [
        visited("1961", "The first visit by a minister was then.", "Weekly"),
        visited("1961", "The first visit by a king since the war was then.", "Weekly"),
        visited("1961", "The first visit by a king was then.", "Daily"),  # its own teller
        visited("1961", KING, "Weekly", actors=("SYR",)),
        visited("1954-05", KING, "Weekly"),
        visited("1961", KING, "Weekly", certainty="Uu"),
    ],
)  # fmt: skip
def test_what_can_both_be_true_is_no_dispute(other: Claim) -> None:
    assert ranked(visited("1954", KING, "Daily"), other) == []


def test_the_only_one_is_so_until_there_is_another() -> None:
    only = "It is the only country to have recognised the new state."
    early = recognised("SYR", "Daily", only, published="1990", occurred="1989")
    late = recognised("IRN", "Weekly", only, published="2000", occurred="1995")
    known = recognised("IRN", "Weekly", only, published="2000", occurred="1985")
    assert not any(event.disputes for event in events(early, late).values())
    assert {d.field for e in events(early, known).values() for d in e.disputes} == {"only"}
