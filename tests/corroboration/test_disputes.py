from __future__ import annotations

from typing import Any

import pytest

from dragoman.corroboration.disputes import disputes
from dragoman.corroboration.telling import Telling, telling
from dragoman.records.events import Dispute
from tests.factories import STATES, make_claim

RAID: dict[str, Any] = {"event_type": "ASSAULT", "actors": ("ISR",), "recipients": ("SYR",)}


def tell(text: str, source: str, *, after: str = "", **fields: Any) -> Telling:
    verb = text.index(next(word for word in text.split() if word.endswith("ed")))
    trigger = {"text": text[verb : verb + 5], "start": verb, "end": verb + 5}
    told = {**RAID, "occurred": "2022-05-03", "trigger": trigger, **fields}
    claim = make_claim(text, source=source, **told)
    return telling(claim, copies=claim.document, text=f"{text} {after}", state_name=STATES.get)


def found(*told: Telling) -> dict[str, list[str]]:
    return {each.field: [value.value for value in each.values] for each in disputes(told)}


def test_tolls_that_cannot_both_be_true() -> None:
    told = (
        tell("The raid killed 12 people.", "Daily"),
        tell("The raid killed at least 12 people.", "Hourly"),
        tell("The raid killed twenty people.", "Weekly"),
    )
    [count] = disputes(told)
    assert (count.field, [value.value for value in count.values]) == (
        "count",
        ["12 people", "twenty people"],
    )
    assert [len(value.claims) for value in count.values] == [1, 1]


def test_the_dead_may_be_counted_in_the_next_sentence() -> None:
    told = (
        tell("Jets bombed the depot.", "Daily", after="Nine people were killed."),
        tell("Jets bombed the depot, killing 4 people.", "Weekly"),
    )
    assert found(*told) == {"count": ["4 people", "Nine people"]}


def test_a_toll_that_rises_is_no_dispute() -> None:
    told = (
        tell("The raid killed 12 people.", "Daily", published="2022-05-03"),
        tell("The raid killed 15 people.", "Daily", published="2022-05-06", document="doc_2"),
    )
    assert found(*told) == {}


def test_one_who_names_two_places_holds_them_for_one() -> None:
    daily = tell("Jets bombed it near Homs.", "Daily")
    weekly = tell("Jets bombed it near Hama.", "Weekly")
    both = tell("Jets bombed it near Hama.", "Daily", document="doc_2")
    assert found(daily, weekly) == {"place": ["Hama", "Homs"]}
    assert found(daily, weekly, both) == {}


def test_a_visit_has_many_places() -> None:
    visit: dict[str, Any] = {"event_type": "CONSULT", "modes": ("visit",)}
    told = (
        tell("He visited them near Homs.", "Daily", **visit),
        tell("He visited them near Hama.", "Weekly", **visit),
    )
    assert found(*told) == {}


@pytest.mark.parametrize("certainty", ["Uu", "CT+"])
def test_who_does_not_commit_contradicts_nobody(certainty: str) -> None:
    told = (
        tell("Jets bombed the depot.", "Daily"),
        tell("Jets bombed the depot.", "Weekly", occurred="2022-05-04", certainty=certainty),
    )
    assert bool(found(*told)) == (certainty == "CT+")


def test_a_vague_date_takes_no_side() -> None:
    told = tuple(
        tell("Jets bombed the depot.", source, occurred=occurred)
        for source, occurred in (
            ("Daily", "2022-05-03"),
            ("Weekly", "2022-05-05"),
            ("Hourly", "2022-05"),
        )
    )
    [when] = disputes(told)
    assert [(value.value, len(value.claims)) for value in when.values] == [
        ("2022-05-03", 1),
        ("2022-05-05", 1),
    ]


def test_whether_it_happened() -> None:
    denied = tell("Jets bombed the depot.", "Ministry of Iran", certainty="CT-")
    assert found(tell("Jets bombed the depot.", "Daily"), denied) == {"happened": ["no", "yes"]}
    assert found(denied) == {}


def test_who_attacked_whom() -> None:
    told = (
        tell("Troops attacked a post at Quneitra.", "Daily", voice="SYR"),
        tell(
            "Troops attacked a post at Quneitra.",
            "Weekly",
            voice="ISR",
            actors=("SYR",),
            recipients=("ISR",),
        ),
        tell("Troops clashed at Quneitra.", "Hourly", actors=("ISR", "SYR"), recipients=()),
    )
    [who] = disputes(told)
    assert isinstance(who, Dispute)
    assert [(value.value, len(value.claims)) for value in who.values] == [("ISR", 1), ("SYR", 1)]


def test_whom_two_papers_quote_otherwise_is_disputed_but_not_in_one_text() -> None:
    quoted = {"role": "reported", "speaker": "the army", "voice": "SYR"}
    daily = tell("Jets bombed the depot.", "Daily", **quoted)
    weekly = tell("Jets bombed the depot.", "Weekly", occurred="2022-05-04", **quoted)
    copy = telling(weekly.claim, copies=daily.voice.copies, state_name=STATES.get)
    assert found(daily, weekly) == {"occurred": ["2022-05-03", "2022-05-04"]}
    assert found(daily, copy) == {}
