from __future__ import annotations

import msgspec
import pytest

from dragoman.records.claims import Claim
from dragoman.records.codec import decode, encode
from dragoman.records.corrections import Change, Correction, CorrectionKind, Standing, correction
from tests.factories import make_claim

CLAIM = make_claim(occurred="1967", confidence=0.3)
OTHER = make_claim("Another one.", source="Weekly")


def said(
    kind: CorrectionKind, *claims: Claim, at: str = "2026-02-01", **fields: object
) -> Correction:
    return correction(kind, claims or (CLAIM,), by="R. Hale", at=at, why="read it", **fields)  # type: ignore[arg-type]


def dated(value: str, at: str = "2026-02-01") -> Correction:
    return said("change", at=at, changes=[Change(field="occurred", coded="1967", value=value)])


def test_a_correction_keeps_the_sentence_that_it_is_about() -> None:
    row = decode(encode(said("reject")), Correction)
    assert row == said("reject")
    assert (row.claims[0].id, row.claims[0].text) == (CLAIM.id, CLAIM.text)


def test_what_is_rejected_counts_no_longer_until_it_is_taken_back() -> None:
    row = said("reject")
    back = said("take-back", takes_back=row.id)
    assert Standing([row]).rejected(CLAIM.id)
    assert not Standing([row, back]).rejected(CLAIM.id)
    assert not Standing([row]).rejected(OTHER.id)


def test_the_later_word_holds_in_whatever_order_the_ledger_comes() -> None:
    ledger = [said("reject", at="2026-02-01"), said("confirm", at="2026-02-02")]
    for rows in (ledger, ledger[::-1]):
        assert not Standing(rows).rejected(CLAIM.id)
        assert Standing(rows).amend(CLAIM).confidence == 1.0


def test_a_change_leaves_the_coded_value_beside_it() -> None:
    standing = Standing([dated("1966", at="2026-02-01"), dated("1966-04-13", at="2026-02-02")])
    assert standing.amend(CLAIM).occurred == "1966-04-13"
    assert [(c.coded, c.value) for c in standing.changes(CLAIM.id)] == [("1967", "1966-04-13")]
    assert standing.amend(OTHER) == OTHER


def test_a_value_that_a_field_cannot_have_is_no_claim() -> None:
    wrong = said("change", changes=[Change(field="certainty", coded="CT+", value="surely")])
    with pytest.raises(msgspec.ValidationError):
        Standing([wrong]).amend(CLAIM)


def test_of_a_pair_the_last_word_holds() -> None:
    merge = said("merge", CLAIM, OTHER, at="2026-02-01")
    split = said("split", OTHER, CLAIM, at="2026-02-02")
    assert [row.kind for row in Standing([merge, split]).pairs().values()] == ["split"]
    back = said("take-back", takes_back=split.id, at="2026-02-03")
    assert [row.kind for row in Standing([merge, split, back]).pairs().values()] == ["merge"]


def test_a_merge_of_three_ties_each_to_the_first() -> None:
    third = make_claim("A third one.", source="Daily")
    pairs = Standing([said("merge", CLAIM, OTHER, third)]).pairs()
    assert set(pairs) == {frozenset({CLAIM.id, OTHER.id}), frozenset({CLAIM.id, third.id})}
