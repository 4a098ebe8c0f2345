from __future__ import annotations

from typing import Any

import msgspec
import pytest

from dragoman.corroboration.corroborate import Corroborate
from dragoman.corroboration.relation import relation
from dragoman.records.events import Event
from tests.factories import STATES, make_claim


def event(mode: str, occurred: str | None, **fields: Any) -> Event:
    event_type = "SANCTION" if mode in {"sever-relations", "suspend-relations"} else "SUPPORT"
    modes = (mode,) if mode else ()
    claim = make_claim(event_type=event_type, modes=modes, occurred=occurred)
    return msgspec.structs.replace(
        Corroborate(STATES.get).corroborate([claim], (), ())[0][0], **fields
    )


def statuses(*events: Event) -> list[tuple[str, str | None]]:
    found = relation(("PRK", "PSE"), events)
    return [(span.status, span.since) for span in found.status]


def test_a_status_lasts_until_an_event_changes_it() -> None:
    assert statuses(
        event("sever-relations", "1980-01-09"),
        event("establish-relations", "1966-04-13"),
        event("recognize", "1966"),
        event("restore-relations", "1991"),
        event("recognize", "1992"),
        event("upgrade-relations", "1993"),
    ) == [
        ("recognized", "1966"),
        ("relations", "1966-04-13"),
        ("severed", "1980-01-09"),
        ("relations", "1991"),
    ]


def test_an_office_opened_does_not_restore_what_was_broken_off() -> None:
    assert statuses(
        event("sever-relations", "1961"),
        event("upgrade-relations", "1977"),
        event("restore-relations", "2015"),
    ) == [("severed", "1961"), ("relations", "2015")]


def test_what_is_denied_or_not_believed_changes_nothing() -> None:
    assert not statuses(
        event("sever-relations", "1980", standing="denied"),
        event("establish-relations", "1966", confidence=0.1),
    )


def test_an_undated_event_counts_only_where_it_cannot_be_out_of_order() -> None:
    assert statuses(event("recognize", None)) == [("recognized", None)]
    assert not statuses(event("recognize", None), event("sever-relations", None))
    assert len(statuses(event("recognize", None), event("sever-relations", "1980"))) == 1


def test_two_that_act_together_on_a_third_change_nothing_between_them() -> None:
    claim = make_claim(
        event_type="SANCTION",
        modes=("sever-relations",),
        actors=("PRK", "PSE"),
        recipients=("ISR",),
        occurred="1973",
    )
    [joint] = Corroborate().corroborate([claim], (), ())[0]
    found = relation(("PRK", "PSE"), [joint])
    assert (found.status, found.events) == ((), 1)


def test_months_first_and_last() -> None:
    found = relation(
        ("PSE", "PRK"),
        [
            event(mode, occurred)
            for mode, occurred in (
                ("", "2023-10-08"),
                ("recognize", "2023-10"),
                ("", "1966"),
                ("", None),
            )
        ],
    )
    assert (found.events, found.first, found.last) == (4, "1966", "2023-10-08")
    assert [(month.month, month.events) for month in found.series] == [("2023-10", 2)]
    assert found.series[0].score == 10.0


def test_each_span_ends_where_the_next_begins_and_says_what_made_it() -> None:
    spans = relation(
        ("PRK", "PSE"),
        [event("establish-relations", "1966-04-13"), event("sever-relations", "1980-01-09")],
    ).status
    assert [(span.mode, span.until) for span in spans] == [
        ("establish-relations", "1980-01-09"),
        ("sever-relations", None),
    ]


def test_a_vague_telling_and_an_exact_one_are_one_change_of_the_exact_date() -> None:
    vague, exact = event("sever-relations", "1961"), event("sever-relations", "1961-01-03")
    for order in ([vague, exact], [exact, vague]):
        [span] = relation(("PRK", "PSE"), order).status
        assert (span.since, span.event) == ("1961-01-03", exact.id)
        assert set(span.claims) == {*vague.claims, *exact.claims}


def test_a_change_told_of_a_later_time_too_is_left_open() -> None:
    first = event("establish-relations", "1966")
    told_late = event("establish-relations", "1973-04-15")
    later = msgspec.structs.replace(
        told_late, actors=(*told_late.actors, *told_late.recipients), recipients=()
    )
    found = relation(("PRK", "PSE"), [first, later])
    assert [span.since for span in found.status] == ["1966"]
    assert [(one.event, one.doubt) for one in found.unsettled] == [(later.id, "repeated")]


def test_an_embassy_opened_by_one_side_while_relations_stand_leaves_nothing_open() -> None:
    first, embassy = event("establish-relations", "1966"), event("establish-relations", "1973")
    found = relation(("PRK", "PSE"), [first, embassy])
    assert ([span.since for span in found.status], found.unsettled) == (["1966"], ())


def test_consular_relations_are_no_diplomatic_ones() -> None:
    words = "They resumed consular relations."
    trigger = {"text": words[5:-1], "start": 5, "end": len(words) - 1}
    claim = make_claim(words, modes=("restore-relations",), occurred="1989", trigger=trigger)
    [found] = Corroborate(STATES.get).corroborate([claim], (), ())[0]
    assert found.modes == ()


def test_the_claims_against_a_state_are_named() -> None:
    claims = [
        make_claim(
            f"They opened embassies {when}.",
            modes=("establish-relations",),
            occurred=occurred,
            source=source,
        )
        for when, occurred, source in (
            ("on 13 April 1966", "1966-04-13", "A"),
            ("in 1966", "1966", "B"),
            ("in 1967", "1967", "C"),
        )
    ]
    events, _ = Corroborate(STATES.get).corroborate(claims, (), ())
    [span] = relation(("PRK", "PSE"), events).status
    assert set(span.claims) == {claims[0].id, claims[1].id}
    assert span.against == (claims[2].id,)


def test_what_is_not_counted_says_why() -> None:
    denied = event("sever-relations", "1980", standing="denied")
    doubtful = event("suspend-relations", "1981", confidence=0.1)
    settled = event("establish-relations", "1966")
    found = relation(("PRK", "PSE"), [denied, doubtful, settled])
    assert {(one.event, one.doubt) for one in found.unsettled} == {
        (denied.id, "denied"),
        (doubtful.id, "doubtful"),
    }


def test_a_vague_telling_of_what_is_settled_leaves_nothing_open() -> None:
    settled, vague = event("establish-relations", "1966"), event("establish-relations", None)
    found = relation(("PRK", "PSE"), [settled, vague, event("recognize", None)])
    assert found.unsettled == ()


def test_recognition_goes_one_way_and_is_kept_beside_relations() -> None:
    claim = make_claim(
        modes=("recognize",), actors=("PRK",), recipients=("PSE",), occurred="1988-11-15"
    )
    [given], _ = Corroborate(STATES.get).corroborate([claim], (), ())
    found = relation(("PRK", "PSE"), [given, event("establish-relations", "1966-04-13")])
    assert [span.status for span in found.status] == ["relations"]
    [recognition] = found.recognitions
    assert (recognition.by.country, recognition.of.country) == ("PRK", "PSE")
    assert recognition.since == "1988-11-15"


def test_a_recognition_without_a_date_is_no_second_one() -> None:
    given = [event("recognize", "1988-11-15"), event("recognize", None)]
    assert len(relation(("PRK", "PSE"), given).recognitions) == 1
    assert len(relation(("PRK", "PSE"), given[1:]).recognitions) == 1


def test_a_month_counts_events_once_and_only_what_passed_between_the_two() -> None:
    told = [
        make_claim("They met.", "CONSULT", ("visit",), occurred="2023-10-08", source=source)
        for source in ("A", "B", "C")
    ]
    against_a_third = make_claim(
        "Both condemned it.",
        "ACCUSE",
        actors=("PRK", "PSE"),
        recipients=("ISR",),
        occurred="2023-10-09",
    )
    mediated = make_claim(
        "Syria brought them together.",
        "CONSULT",
        ("third-party",),
        actors=("SYR",),
        recipients=("PRK", "PSE"),
        occurred="2023-11-01",
    )
    events, _ = Corroborate(STATES.get).corroborate([*told, against_a_third, mediated], (), ())
    months = relation(("PRK", "PSE"), events).series
    assert [(month.month, month.events) for month in months] == [("2023-10", 1), ("2023-11", 1)]


def test_a_month_keeps_cooperation_and_conflict_apart() -> None:
    found = relation(
        ("PRK", "PSE"),
        [event("recognize", "1980-01"), event("sever-relations", "1980-01-20"), event("", None)],
    )
    [month] = found.series
    assert (month.cooperation, month.conflict, month.score) == (5.0, -6.0, -1.0)
    assert found.outside_series == 1


@pytest.mark.parametrize(
    ("on", "states"),
    [
        ("1950", []),
        ("1966-04-12", []),
        ("1966-04-13", ["relations"]),
        ("1966", ["relations"]),
        ("1975-01-01", ["relations"]),
        ("1980", ["relations", "severed"]),
        ("1985/1995", ["severed", "relations"]),
        ("2020", ["relations"]),
    ],
)
def test_the_state_on_a_date(on: str, states: list[str]) -> None:
    found = relation(
        ("PRK", "PSE"),
        [
            event("establish-relations", "1966-04-13"),
            event("sever-relations", "1980-06"),
            event("restore-relations", "1991"),
        ],
    )
    assert [span.status for span in found.on(on)] == states


def test_a_state_without_a_date_holds_always() -> None:
    found = relation(("PRK", "PSE"), [event("establish-relations", None)])
    assert [span.status for span in found.on("1900")] == ["relations"]
