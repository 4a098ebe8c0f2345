from __future__ import annotations

from typing import Any

import msgspec

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
