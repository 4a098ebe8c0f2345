from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.corroboration import Corroborate
from dragoman.corroboration.corrections import Corrected, regroup
from dragoman.ports import Corroborator
from dragoman.records.claims import Claim
from dragoman.records.corrections import Change, Correction, CorrectionKind, Standing, correction
from dragoman.records.events import Event
from dragoman.records.links import Link
from tests.factories import STATES, make_claim, make_witness
from tests.store.making import make_link

DATES = ("1966-04-13", "1966", "1971-05-02", "1988-11-15", None)


def said(kind: CorrectionKind, *claims: Claim, at: str = "1", **fields: object) -> Correction:
    return correction(kind, claims, by="R. Hale", at=at, why="read both", **fields)  # type: ignore[arg-type]


def corrected(claims: Iterable[Claim], *ledger: Correction) -> tuple[Event, ...]:
    room: Corroborator = Corrected(Standing(ledger), STATES.get)
    told = tuple(claims)
    return room.corroborate(told, [make_witness(claim) for claim in told], ())[0]


def visit(occurred: str | None, source: str, guest: str = "PRK", host: str = "PSE") -> Claim:
    return make_claim(
        f"A delegation came, as {source} tells.",
        "CONSULT",
        ("visit",),
        actors=(guest,),
        recipients=(host,),
        occurred=occurred,
        source=source,
    )


def groups(events: Iterable[Event]) -> set[frozenset[str]]:
    return {frozenset(event.claims) for event in events}


EARLY, LATE = visit("1966-04-13", "Weekly"), visit("1971-05-02", "Daily")
TOO_EARLY = visit("1966-04-13", "Courier")
ELSEWHERE = visit("1966-04-13", "Herald", guest="IRN")


def test_without_corrections_it_finds_what_matching_finds() -> None:
    plain = Corroborate(STATES.get).corroborate([EARLY, LATE, TOO_EARLY], (), ())
    assert (
        Corrected(Standing(()), STATES.get).corroborate([EARLY, LATE, TOO_EARLY], (), ()) == plain
    )


def test_where_copies_are_known_no_document_is_compared() -> None:
    known = (make_link("doc_a", "doc_b", kind="copy-of"),)
    room = Corrected(Standing(()), STATES.get, copies=known)
    assert room.copies(iter(())) == known
    assert Corrected(Standing(()), STATES.get).copies(iter(())) == ()


def test_what_is_rejected_is_in_no_event() -> None:
    assert len(corrected([EARLY, TOO_EARLY])[0].claims) == 2
    [event] = corrected([EARLY, TOO_EARLY], said("reject", TOO_EARLY))
    assert event.claims == (EARLY.id,)
    assert event.standing == "single"


def test_what_is_changed_is_matched_by_its_new_value() -> None:
    earlier = Change(field="occurred", coded=LATE.occurred, value=EARLY.occurred)
    [event] = corrected([EARLY, LATE], said("change", LATE, changes=[earlier]))
    assert (event.occurred, len(event.claims)) == ("1966-04-13", 2)


def test_what_is_merged_is_one_event_with_a_dispute() -> None:
    assert len(corrected([EARLY, LATE])) == 2
    [event] = corrected([EARLY, LATE], said("merge", EARLY, LATE))
    assert set(event.claims) == {EARLY.id, LATE.id}
    assert [dispute.field for dispute in event.disputes] == ["occurred"]


def test_a_merge_reaches_across_blocks_and_brings_the_company_along() -> None:
    merged = corrected([EARLY, TOO_EARLY, ELSEWHERE], said("merge", EARLY, ELSEWHERE))
    assert groups(merged) == {frozenset({EARLY.id, TOO_EARLY.id, ELSEWHERE.id})}


def test_a_merge_is_a_link_with_the_name_of_who_made_it() -> None:
    room = Corrected(Standing([said("merge", EARLY, LATE)]), STATES.get)
    _, [link] = room.corroborate([EARLY, LATE], (), ())
    assert (link.judged_by, link.score, link.reasons[0].detail) == ("R. Hale", 1.0, "read both")


def test_what_is_split_are_two_events() -> None:
    apart = corrected([EARLY, TOO_EARLY], said("split", EARLY, TOO_EARLY))
    assert groups(apart) == {frozenset({EARLY.id}), frozenset({TOO_EARLY.id})}


def test_a_block_follows_the_sides_that_a_person_gave() -> None:
    guest = [{"text": "", "name": "Iran", "country": "IRN", "sector": None}]
    whole = [{**guest[0], "wikidata": None, "start": 0, "end": 0}]
    row = said("change", EARLY, changes=[Change(field="actors", coded=[], value=whole)])
    room = Corrected(Standing([row]), STATES.get)
    assert room.block(EARLY) == room.block(ELSEWHERE)
    assert room.block(TOO_EARLY) != room.block(ELSEWHERE)


def chain(*scores: float, start: int = 0) -> tuple[tuple[str, ...], list[Link], dict[str, Claim]]:
    """Claims in a row, each linked to the next with a score."""
    numbers = range(start, start + len(scores) + 1)
    claims = [make_claim(f"Number {n}.", source=f"S{n}") for n in numbers]
    pairs = zip(pairwise(claims), scores, strict=True)
    links = [make_link(a.id, b.id, score=score) for (a, b), score in pairs]
    return tuple(sorted(c.id for c in claims)), links, {c.text: c for c in claims}


def test_a_happening_falls_apart_where_it_hangs_together_least() -> None:
    group, links, told = chain(0.9, 0.6, 0.9)
    first, last = told["Number 0."], told["Number 3."]
    pairs = Standing([said("split", first, last)]).pairs()
    made = {frozenset(one) for one in regroup([group], links, pairs)}
    assert made == {
        frozenset({first.id, told["Number 1."].id}),
        frozenset({last.id, told["Number 2."].id}),
    }


def test_a_split_outweighs_merges_that_lead_round_it() -> None:
    group, links, told = chain(0.9, 0.9)
    a, b, c = (told[f"Number {n}."] for n in range(3))
    ledger = [said("split", a, c, at="1"), said("merge", a, b, at="2"), said("merge", b, c, at="3")]
    made = regroup([group], links, Standing(ledger).pairs())
    assert not any({a.id, c.id} <= set(one) for one in made)
    assert any({b.id, c.id} <= set(one) for one in made)  # the later of the two merges


def test_happenings_that_nobody_named_stay_as_they_are() -> None:
    group, links, told = chain(0.9)
    other, more, _ = chain(0.7, 0.7, start=5)
    pair = Standing([said("split", *told.values())]).pairs()
    assert other in regroup([group, other], [*links, *more], pair)


@st.composite
def situations(draw: st.DrawFn) -> tuple[list[Claim], list[Correction]]:
    """Claims of a few visits, and corrections of some of them."""
    claims = [
        visit(draw(st.sampled_from(DATES)), f"S{n}", draw(st.sampled_from(("PRK", "IRN"))))
        for n in range(draw(st.integers(2, 7)))
    ]
    ledger = []
    for n in range(draw(st.integers(1, 4))):
        kind: CorrectionKind = draw(st.sampled_from(("reject", "merge", "split", "confirm")))
        number = 2 if kind in {"merge", "split"} else 1
        named = draw(st.permutations(claims))[:number]
        ledger.append(said(kind, *named, at=str(n)))
    return claims, ledger


@settings(max_examples=60, deadline=None)
@given(situations(), st.randoms(use_true_random=False))
def test_the_order_of_claims_and_of_corrections_does_not_matter(
    situation: tuple[list[Claim], list[Correction]], random: object
) -> None:
    claims, ledger = situation
    expected = corrected(claims, *ledger)
    shuffled: list[Sequence[object]] = [list(claims), list(ledger)]
    for one in shuffled:
        random.shuffle(one)  # type: ignore[attr-defined]
    assert corrected(shuffled[0], *shuffled[1]) == expected  # type: ignore[arg-type]
    counting = {claim for event in expected for claim in event.claims}
    standing = Standing(ledger)
    assert counting == {claim.id for claim in claims if not standing.rejected(claim.id)}
    for pair, row in standing.pairs().items():
        together = any(pair <= set(event.claims) for event in expected)
        assert not (row.kind == "split" and together)
