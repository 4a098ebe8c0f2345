"""What every store promises about what people corrected."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from dragoman.corroboration.corrections import Corrected
from dragoman.ports import EventQuery, Intake, Store, Witness
from dragoman.records.claims import Claim
from dragoman.records.corrections import Change, Correction, CorrectionKind, Standing, correction
from dragoman.store import open_record
from tests.factories import STATES, make_claim
from tests.store.making import make_intake, make_link, noon, take_in

HERE = "https://example.org/a"
SUPPORT = make_claim(occurred="1966-04-13")
ACCUSE = make_claim("One side accused the other.", "ACCUSE", occurred="1970")


def said(kind: CorrectionKind, *claims: Claim, at: str = "1", **fields: object) -> Correction:
    return correction(kind, claims, by="R. Hale", at=at, why="read it", **fields)  # type: ignore[arg-type]


def claims_in(store: Store, **asked: object) -> list[Claim]:
    return list(store.view().claims(EventQuery(**asked)))  # type: ignore[arg-type]


def correct(store: Store, *rows: Correction) -> None:
    """Writes rows as the desk does: with the blocks that a changed claim moves to."""
    for row in rows:
        room = Corrected(Standing((*store.view().corrections(), row)), STATES.get)
        coded = [store.view().coded(subject.id) for subject in row.claims]
        blocks = {claim.id: room.block(claim) for claim in coded if claim}
        store.writer().put_correction(row, blocks)


def gather(store: Store) -> None:
    """Makes the events of stale blocks anew, block by block, as a build does."""
    room = Corrected(Standing(store.view().corrections()), STATES.get)
    for block in store.writer().stale_blocks():
        claims = tuple(store.writer().claims_of([block]))
        witnesses = [
            Witness(document=d.id, source=d.source.id, published=d.published, text=d.text)
            for d in store.view().documents({claim.document for claim in claims})
        ]
        events, links = room.corroborate(claims, witnesses, ())
        store.writer().put_events([block], events, links)


def events_in(store: Store) -> set[frozenset[str]]:
    return {frozenset(event.claims) for event in store.view().events(EventQuery())}


def told(*claims: Claim, url: str = HERE, config: str = "one", source: str = "S") -> Intake:
    """An intake whose blocks are those of corroboration."""
    intake = make_intake(url=url, text=f"A text at {url}.", claims=claims, source=source)
    room = Corrected(Standing(()), STATES.get)
    blocks = tuple(room.block(claim) for claim in intake.claims)
    return make_intake(
        url=url,
        text=f"A text at {url}.",
        claims=claims,
        blocks=blocks,
        source=source,
        config=config,
    )


def test_claims_are_looked_up_as_people_left_them(store: Store) -> None:
    intake = told(SUPPORT, ACCUSE)
    take_in(store, intake)
    dated = Change(field="occurred", coded="1966-04-13", value="1967")
    correct(store, said("change", intake.claims[0], changes=[dated]))
    names = [*(claim.id for claim in intake.claims), "clm_x"]
    found = {claim.id: claim for claim in store.view().claims_named(names)}
    assert found == {name: store.view().claim(name) for name in names[:2]}
    assert found[names[0]].occurred == "1967"


def test_a_ledger_comes_back_as_it_was_written(store: Store) -> None:
    intake = told(SUPPORT, ACCUSE)
    take_in(store, intake)
    rows = [said("confirm", intake.claims[0], at="1"), said("merge", *intake.claims, at="2")]
    correct(store, *rows)
    correct(store, *rows)
    assert store.view().corrections() == tuple(rows)


def test_what_is_rejected_is_left_out_unless_asked_for(store: Store) -> None:
    intake = told(SUPPORT, ACCUSE)
    take_in(store, intake)
    support, accuse = intake.claims
    correct(store, said("reject", support))
    assert claims_in(store) == [accuse]
    assert claims_in(store, rejected=True) == [support, accuse]
    assert store.view().claim(support.id) == support
    assert list(store.writer().claims_of(store.writer().stale_blocks())) == [accuse]


def test_what_is_changed_is_found_by_its_new_value_and_kept_as_coded(store: Store) -> None:
    intake = told(SUPPORT)
    take_in(store, intake)
    [claim] = intake.claims
    changes = [
        Change(field="occurred", coded="1966-04-13", value="1988"),
        Change(field="certainty", coded="CT+", value="PR+"),
    ]
    correct(store, said("change", claim, changes=changes))
    [found] = claims_in(store, since="1980", certainty="PR+")
    assert (found.occurred, found.certainty) == ("1988", "PR+")
    assert claims_in(store, until="1970") == []
    assert store.view().coded(claim.id) == claim


def test_new_sides_are_looked_up_and_old_ones_no_longer(store: Store) -> None:
    intake = told(SUPPORT)
    take_in(store, intake)
    iran = {"text": "", "name": "Iran", "country": "IRN", "sector": None, "wikidata": None}
    change = Change(field="actors", coded=[], value=[{**iran, "start": 0, "end": 0}])
    correct(store, said("change", intake.claims[0], changes=[change]))
    assert len(claims_in(store, sides=("IRN", "PSE"))) == 1
    assert claims_in(store, sides=("PRK",)) == []
    gather(store)
    assert len(list(store.view().events(EventQuery(sides=("IRN",))))) == 1


def test_a_correction_survives_another_reading_of_its_document(store: Store) -> None:
    intake = told(SUPPORT)
    take_in(store, intake)
    correct(store, said("reject", intake.claims[0]))
    take_in(store, told(SUPPORT, ACCUSE, config="two"))
    assert [claim.event_type for claim in claims_in(store)] == ["ACCUSE"]


def test_a_correction_may_come_before_its_claim(store: Store) -> None:
    intake = told(SUPPORT)
    correct(store, said("reject", intake.claims[0]))
    take_in(store, intake)
    assert claims_in(store) == []


def test_a_claim_that_vanished_is_told_by_its_sentence(store: Store) -> None:
    intake = told(SUPPORT)
    take_in(store, intake)
    [claim] = intake.claims
    row = said("confirm", claim)
    correct(store, row)
    again = make_claim(SUPPORT.text, "AGREE", occurred="1966-04-13")
    take_in(store, told(again, config="two"))
    assert store.view().stand([claim.id]) == frozenset()
    assert [found.event_type for found in store.view().at_place(row.claims[0])] == ["AGREE"]
    assert store.view().corrections() == (row,)


def test_events_follow_a_merge_across_blocks_and_its_end(store: Store) -> None:
    first, second = told(SUPPORT, url="a", source="A"), told(ACCUSE, url="b", source="B")
    take_in(store, first, second)
    gather(store)
    apart = events_in(store)
    merge = said("merge", first.claims[0], second.claims[0])
    correct(store, merge)
    gather(store)
    assert events_in(store) == {frozenset().union(*apart)}
    take_in(store, told(ACCUSE, url="b", source="B", config="two"))
    correct(store, said("take-back", *first.claims, *second.claims, at="2", takes_back=merge.id))
    gather(store)
    assert events_in(store) == apart


def test_a_merged_event_follows_when_one_of_its_claims_goes(store: Store) -> None:
    first, second = told(SUPPORT, url="a", source="A"), told(ACCUSE, url="b", source="B")
    take_in(store, first, second)
    correct(store, said("merge", first.claims[0], second.claims[0]))
    gather(store)
    take_in(store, make_intake(url="b", text="Now it says nothing.", source="B"))
    gather(store)
    assert events_in(store) == {frozenset({first.claims[0].id})}


def test_ids_are_completed_where_that_is_plain(store: Store) -> None:
    intake = told(SUPPORT, ACCUSE)
    take_in(store, intake)
    one = intake.claims[0].id
    assert store.view().complete(one[:12]) == (one,)
    assert store.view().complete(one) == (one,)
    assert len(store.view().complete("clm_")) == 2
    assert store.view().complete("clm_zzz") == ()


def test_the_least_sure_come_first(store: Store) -> None:
    sure, unsure = (
        make_claim("It is sure.", confidence=0.9),
        make_claim("It is not.", confidence=0.2),
    )
    take_in(store, told(sure, unsure))
    found = [claim.text for claim in store.view().doubtful_claims(EventQuery())]
    assert found == ["It is not.", "It is sure."]


def test_the_weakest_links_come_first(store: Store) -> None:
    intake = told(SUPPORT, ACCUSE, make_claim("A third."))
    take_in(store, intake)
    a, b, c = (claim.id for claim in intake.claims)
    strong, weak = make_link(a, b, score=0.9), make_link(b, c, score=0.6)
    store.writer().put_events(store.writer().stale_blocks(), [], [strong, weak])
    found = [link.id for link in store.view().doubtful_links(EventQuery())]
    assert found == [weak.id, strong.id]
    assert list(store.view().doubtful_links(EventQuery(sides=("IRN",)))) == []


VISITS = [
    make_claim(f"A visit, as {n} tells.", "CONSULT", ("visit",), occurred=date, source=f"S{n}")
    for n, date in enumerate(("1966-04-13", "1966-04-13", "1966", "1971-05-02"))
]
PAGES = [
    told(visit, url=f"https://example.org/{n}", source=f"S{n}") for n, visit in enumerate(VISITS)
]
KINDS: Sequence[CorrectionKind] = ("reject", "merge", "split", "change")


@st.composite
def ledgers(draw: st.DrawFn) -> list[Correction]:
    rows: list[Correction] = []
    for n in range(draw(st.integers(1, 3))):
        kind = draw(st.sampled_from(KINDS))
        pages = draw(st.permutations(PAGES))[: 2 if kind in {"merge", "split"} else 1]
        claims = [page.claims[0] for page in pages]
        changes = [Change(field="occurred", coded=claims[0].occurred, value="1971-05-02")]
        rows.append(said(kind, *claims, at=str(n), changes=changes if kind == "change" else ()))
    return rows


@pytest.mark.parametrize("each_time", [True, False], ids=["each time", "at the end"])
@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(rows=ledgers(), data=st.data())
def test_documents_and_corrections_may_come_in_any_order(
    tmp_path_factory: pytest.TempPathFactory,
    rows: list[Correction],
    data: st.DataObject,
    *,
    each_time: bool,
) -> None:
    prints = []
    for order in (PAGES, data.draw(st.permutations(PAGES))):
        store = open_record(str(tmp_path_factory.mktemp("any") / "record.db"), clock=noon)
        place = data.draw(st.integers(0, len(PAGES)))
        for step, page in enumerate([*order, None]):
            if step == place:
                correct(store, *rows)
            if page is not None:
                take_in(store, moved(store, page))
            if each_time or page is None:
                gather(store)
        prints.append(store.view().fingerprint())
        store.close()
    assert prints[0] == prints[1]


def moved(store: Store, page: Intake) -> Intake:
    """The intake with its claims in the blocks that the ledger puts them in."""
    room = Corrected(Standing(store.view().corrections()), STATES.get)
    return replace(page, blocks=tuple(room.block(claim) for claim in page.claims))
