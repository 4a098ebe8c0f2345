from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from dragoman.ports import EventQuery, Store
from dragoman.records.claims import Claim
from dragoman.records.corrections import correction
from dragoman.revision import Doubt, doubts
from dragoman.store import open_record
from tests.factories import make_claim
from tests.store.making import make_intake, make_link, noon, take_in

TOLD = [
    make_claim("It is unsure.", confidence=0.2),
    make_claim("It is less so.", confidence=0.4),
    make_claim("It is sure.", confidence=0.9, actors=("IRN",)),
]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    record = open_record(str(tmp_path / "record.db"), clock=noon)
    yield record
    record.close()


@pytest.fixture
def claims(store: Store) -> tuple[Claim, ...]:
    intake = make_intake(claims=TOLD)
    take_in(store, intake)
    a, b, c = (claim.id for claim in intake.claims)
    links = [make_link(a, b, score=0.7), make_link(b, c, score=0.95)]
    store.writer().put_events(store.writer().stale_blocks(), [], links)
    return intake.claims


def asked(store: Store, *, every: bool = False, **query: object) -> list[Doubt]:
    return list(doubts(store.view(), EventQuery(**query), every=every))  # type: ignore[arg-type]


@pytest.mark.usefixtures("claims")
def test_only_what_is_doubtful_the_least_sure_first(store: Store) -> None:
    found = [(doubt.kind, doubt.sure) for doubt in asked(store)]
    assert found == [("claim", 0.2), ("claim", 0.4), ("link", 0.7)]
    assert len(asked(store, limit=1)) == 1


@pytest.mark.usefixtures("claims")
def test_everything_where_that_is_asked(store: Store) -> None:
    assert [doubt.sure for doubt in asked(store, every=True)] == [0.2, 0.4, 0.7, 0.9, 0.95]


@pytest.mark.usefixtures("claims")
def test_only_what_is_told_of_the_sides(store: Store) -> None:
    assert [doubt.sure for doubt in asked(store, every=True, sides=("IRN",))] == [0.9]


def test_what_somebody_examined_is_not_asked_again(store: Store, claims: tuple[Claim, ...]) -> None:
    first, second, _ = claims
    for kind, named in (("confirm", [first]), ("split", [first, second])):
        row = correction(kind, named, by="R. Hale", at="1", why="read it")  # type: ignore[arg-type]
        store.writer().put_correction(row, {})
    assert [doubt.sure for doubt in asked(store)] == [0.4]


@pytest.mark.usefixtures("claims")
def test_a_link_shows_both_its_claims_and_its_reasons(store: Store) -> None:
    [link] = [doubt for doubt in asked(store) if doubt.kind == "link"]
    assert [claim.text for claim in link.claims] == ["It is unsure.", "It is less so."]
    assert link.why == ("score 0.70", "type +0.70")
