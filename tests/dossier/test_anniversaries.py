from __future__ import annotations

from datetime import date
from typing import Any

import msgspec
from hypothesis import assume, given
from hypothesis import strategies as st

from dragoman.corroboration import Corroborate
from dragoman.dossier import anniversaries, is_deed
from dragoman.records.events import Event
from tests.factories import STATES, make_claim

APRIL = date(2026, 4, 1)


def event(occurred: str | None, mode: str = "establish-relations", **fields: Any) -> Event:
    claim = make_claim(modes=(mode,) if mode else (), occurred=occurred)
    [found], _ = Corroborate(STATES.get).corroborate([claim], (), ())
    return msgspec.structs.replace(found, **fields)


def due(*events: Event, first: date = APRIL, days: int = 30) -> list[tuple[str, int, bool]]:
    return [(one.on, one.years, one.round) for one in anniversaries(events, first, days)]


def test_round_ones_come_first_then_by_day() -> None:
    assert due(event("1966-04-13"), event("1973-04-02"), event("1976-04-20")) == [
        ("2026-04-20", 50, True),
        ("2026-04-13", 60, True),
        ("2026-04-02", 53, False),
    ]


def test_only_what_has_a_day_comes_round() -> None:
    vague = [event(when) for when in ("1966-04", "1966", "196X", "../1966-04-13", None)]
    assert due(*vague) == []
    assert due(event("1989-04-14/1989-04-17")) == [("2026-04-14", 37, False)]


def test_what_is_denied_or_not_believed_is_not_commemorated() -> None:
    assert due(event("1966-04-13", standing="denied"), event("1966-04-13", confidence=0.1)) == []


def test_the_day_itself_is_no_anniversary() -> None:
    assert due(event("2026-04-13")) == []
    assert due(event("2025-04-13")) == [("2026-04-13", 1, False)]


def test_a_stretch_may_run_into_the_next_year() -> None:
    found = due(event("1990-12-30"), event("1990-01-02"), first=date(2026, 12, 15))
    assert found == [("2026-12-30", 36, False), ("2027-01-02", 37, False)]


def test_a_leap_day_stays_in_february() -> None:
    assert due(event("2000-02-29"), first=date(2026, 2, 1)) == [("2026-02-28", 26, False)]
    assert due(event("2000-02-29"), first=date(2028, 2, 1)) == [("2028-02-29", 28, False)]


@given(st.dates(date(1900, 1, 1), date(2020, 12, 31)), st.dates(date(2021, 1, 1), date(2090, 1, 1)))
def test_everything_falls_due_once_a_year(day: date, first: date) -> None:
    assert len(due(event(day.isoformat()), first=first, days=366)) in {1, 2}
    assume((first.month, first.day) != (2, 29))
    year = (first.replace(year=first.year + 1) - first).days
    assert len(due(event(day.isoformat()), first=first, days=year)) == 1


def test_what_was_only_said_is_no_deed() -> None:
    said = event("1966-04-13", "")
    assert not is_deed(said)
    assert is_deed(event("1966-04-13"))
    assert is_deed(msgspec.structs.replace(said, quad_class="material conflict"))
