from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from dragoman.corroboration.corrections import Corrected
from dragoman.errors import UsageError
from dragoman.ports import EventQuery, Store
from dragoman.records.codec import encode
from dragoman.records.corrections import Standing
from dragoman.revision import Desk
from dragoman.store import open_record
from tests.factories import STATES, make_claim
from tests.revision.test_changes import whom
from tests.store.making import make_event, make_intake, noon, take_in

SUPPORT = make_claim(occurred="1966-04-13")
ACCUSE = make_claim("One side accused the other.", "ACCUSE", occurred="1970")
WHO = {"by": "R. Hale", "why": "read it"}
MOMENTS = count()


def ticking() -> datetime:
    """A clock that moves on each time it is looked at."""
    return datetime(2026, 2, 1, tzinfo=UTC) + timedelta(seconds=next(MOMENTS))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    record = open_record(str(tmp_path / "record.db"), clock=noon)
    yield record
    record.close()


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store, lambda standing: Corrected(standing, STATES.get), whom, ticking)


@pytest.fixture
def named(store: Store) -> list[str]:
    """The ids of two claims in the record."""
    intake = make_intake(claims=[SUPPORT, ACCUSE])
    take_in(store, intake)
    return [claim.id for claim in intake.claims]


def test_a_correction_is_a_row_with_who_when_and_why(desk: Desk, named: list[str]) -> None:
    row = desk.correct("reject", named[:1], by=" R. Hale ", why="not in the text")
    assert (row.by, row.why, row.kind) == ("R. Hale", "not in the text", "reject")
    assert row.at.startswith("2026-02-01T")
    assert [entry.correction for entry in desk.entries()] == [row]


def test_the_beginning_of_an_id_will_do(desk: Desk, named: list[str]) -> None:
    assert desk.correct("confirm", [named[0][:14]], **WHO).claims[0].id == named[0]


@pytest.mark.usefixtures("named")
@pytest.mark.parametrize("wrong", ["clm_", "clm_zz", "nonsense", ""])
def test_an_id_that_means_nothing_or_several_is_wrong(desk: Desk, wrong: str) -> None:
    with pytest.raises(UsageError):
        desk.correct("reject", [wrong], **WHO)
    assert list(desk.entries()) == []


@pytest.mark.parametrize("missing", [{"by": " "}, {"why": ""}])
def test_a_correction_needs_a_name_and_a_reason(
    desk: Desk, named: list[str], missing: dict[str, str]
) -> None:
    with pytest.raises(UsageError, match="--by and --why"):
        desk.correct("reject", named[:1], **(WHO | missing))


def test_to_merge_takes_two(desk: Desk, named: list[str]) -> None:
    with pytest.raises(UsageError, match="two claims"):
        desk.correct("merge", [named[0], named[0]], **WHO)


@pytest.mark.usefixtures("named")
def test_an_event_stands_for_its_claims(store: Store, desk: Desk) -> None:
    claims = list(store.view().claims(EventQuery()))
    event = make_event(*claims, name="both")
    store.writer().put_events(store.writer().stale_blocks(), [event], [])
    other = make_intake(url="b", text="Elsewhere.", claims=[make_claim("A third.")], source="B")
    take_in(store, other)
    merged = desk.correct("merge", [other.claims[0].id, "evt_both"], **WHO)
    split = desk.correct("split", [other.claims[0].id, "evt_both"], **WHO)
    assert [len(row.claims) for row in (merged, split)] == [2, 3]
    with pytest.raises(UsageError, match="no claim"):
        desk.correct("reject", ["evt_both"], **WHO)


def test_a_change_of_sides_moves_a_claim_to_another_block(
    store: Store, desk: Desk, named: list[str]
) -> None:
    row = desk.correct("change", named[:1], settings=["actors=IRN"], **WHO)
    assert row.changes[0].field == "actors"
    assert "IRN+PSE/relate" in store.writer().stale_blocks()


def test_a_second_change_is_of_what_was_coded(desk: Desk, named: list[str]) -> None:
    desk.correct("change", named[:1], settings=["date=1988"], **WHO)
    row = desk.correct("change", named[:1], settings=["date=1989"], **WHO)
    assert (row.changes[0].coded, row.changes[0].value) == ("1966-04-13", "1989")


def test_what_is_taken_back_holds_no_longer(store: Store, desk: Desk, named: list[str]) -> None:
    row = desk.correct("reject", named[:1], **WHO)
    desk.take_back(row.id[:12], by="A. Other", why="it is there")
    assert not Standing(store.view().corrections()).rejected(named[0])
    [first, second] = desk.entries()
    assert (first.taken_back, second.correction.takes_back) == (second.correction, row.id)
    assert len(list(store.view().claims(EventQuery()))) == 2


def test_nothing_is_taken_back_twice(desk: Desk, named: list[str]) -> None:
    row = desk.correct("reject", named[:1], **WHO)
    back = desk.take_back(row.id, **WHO)
    for name in (row.id, back.id, "cor_zz"):
        with pytest.raises(UsageError):
            desk.take_back(name, **WHO)


def test_a_correction_whose_claim_is_gone_is_told_with_what_stands_there(
    store: Store, desk: Desk, named: list[str]
) -> None:
    row = desk.correct("confirm", named[:1], **WHO)
    assert desk.lost() == ()
    again = make_intake(claims=[make_claim(SUPPORT.text, "AGREE")], config="two")
    take_in(store, again)
    [entry] = desk.lost()
    assert (entry.correction, entry.gone, entry.instead) == (
        row,
        (named[0],),
        (again.claims[0].id,),
    )
    told = entry.as_refusal()
    assert row.id in told.detail
    assert again.claims[0].id in told.detail
    assert not told.fatal


def test_a_ledger_is_carried_to_another_record(
    desk: Desk, named: list[str], tmp_path: Path
) -> None:
    row = desk.correct("reject", named[:1], **WHO)
    desk.take_back(row.id, **WHO)
    desk.correct("reject", named[1:], **WHO)
    lines = [encode(entry.correction) for entry in desk.entries()]
    other = open_record(str(tmp_path / "other.db"), clock=noon)
    there = Desk(other, lambda standing: Corrected(standing, STATES.get), whom, ticking)
    assert (there.load([*lines, b""]), there.load(lines)) == (3, 0)
    take_in(other, make_intake(claims=[SUPPORT, ACCUSE]))
    assert [claim.id for claim in other.view().claims(EventQuery())] == named[:1]
    with pytest.raises(UsageError, match="line 1"):
        there.load([b'{"id": 3}'])
    other.close()
