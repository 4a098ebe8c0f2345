from __future__ import annotations

from typing import Any

import msgspec
import pytest

from eval import claims
from tests.factories import make_claim

TOLD = make_claim(
    "Korea gave help to Palestine.", "AID", actors=["PRK"], recipients=["PSE"], occurred="1988-11"
)


def gold(**fields: Any) -> claims.Gold:
    given = {
        "doc": TOLD.path, "id": "g1", "types": ["AID"], "cue": ["gave  help"], "actors": ["PRK"],
        "recipients": ["PSE"], "occurred": "1988", "asserted_by": "author", "certainty": "CT+",
    }  # fmt: skip
    return msgspec.convert(given | fields, claims.Gold)


def test_what_is_told_alike_is_detected_and_all_figures_are_full() -> None:
    figures = claims.figures(claims.match([gold()], [TOLD]))
    assert set(figures.values()) == {1.0}


@pytest.mark.parametrize(
    "wrong",
    [
        {"types": ["SUPPORT"]},
        {"actors": ["PSE"], "recipients": ["PRK"]},
        {"cue": ["took help"]},
        {"doc": "another.txt"},
    ],
)
def test_another_type_side_sentence_or_document_is_not_detected(wrong: dict[str, Any]) -> None:
    assert claims.figures(claims.match([gold(**wrong)], [TOLD]))["detected"] == 0.0


def test_equal_sides_may_stand_either_way() -> None:
    turned = gold(actors=["PSE"], recipients=["PRK"], symmetric=True)
    assert claims.same(turned, TOLD)


@pytest.mark.parametrize(
    ("occurred", "right"), [("1988", True), ("1988-11-15", False), ("1989", False), (None, False)]
)
def test_a_date_is_right_if_it_lies_within_the_gold_one(occurred: str | None, right: bool) -> None:
    assert claims.right_date(gold(occurred=occurred), TOLD) is right


@pytest.mark.parametrize(
    ("asserted_by", "right"), [("author", True), ("commenter", False), ("PRK", False)]
)
def test_the_speaker_is_judged_by_role_or_state(asserted_by: str, right: bool) -> None:
    assert claims.right_speaker(gold(asserted_by=asserted_by), TOLD) is right


def test_precision_counts_only_documents_annotated_whole() -> None:
    other = make_claim("Nobody asked.", document="doc_other")
    spurious = make_claim("Korea left.", "RETREAT")
    told = [TOLD, spurious, other]
    assert claims.precision([gold(exhaustive=True)], told) == 0.5
