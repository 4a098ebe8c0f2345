from __future__ import annotations

import pytest

from dragoman.records.readings import Mention, Referent
from eval.actors import Case, Wanted
from eval.reference import shares, verdicts

CHAD = Referent(actor="TCD", name="Chad", kind="state", country="TCD")
CASE = Case(
    text="The army left. Police came. Crowds sang.",
    date="2000",
    kind="wire",
    split="dev",
    mentions=(
        Wanted(text="army", start=4, country="TCD"),
        Wanted(text="Police", start=15, country="TCD"),
        Wanted(text="Crowds", start=28, country=None),
    ),
)


def mention(start: int, end: int) -> Mention:
    return Mention(start=start, end=end, kind="nominal", referents=(CHAD,))


def test_a_state_found_where_none_is_meant_is_wrong_but_not_missed() -> None:
    found = shares(verdicts(CASE, (mention(4, 8), mention(28, 34))))
    assert found == pytest.approx({"resolved": 0.5, "right": 0.5, "found": 0.5})
