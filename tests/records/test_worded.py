from __future__ import annotations

import pytest

from dragoman.records.events import Dispute, DisputedValue
from dragoman.records.worded import field


def dispute(on: str, *values: str) -> Dispute:
    told = (DisputedValue(value=value, claims=()) for value in values)
    return Dispute(field=on, values=tuple(told))


@pytest.mark.parametrize(
    ("on", "values", "said"),
    [
        ("occurred", ("1966", "1967"), "when it happened"),
        ("first", ("TCD", "NER"), "who was first"),
        ("first", ("1966-04-13", "1967"), "which was the first"),
        ("only", ("TCD", "NER"), "who was the only one"),
        ("last", ("TCD", "NER"), "who was last"),
        ("weather", ("fair", "foul"), "weather"),
    ],
)
def test_what_tellers_differ_on(on: str, values: tuple[str, ...], said: str) -> None:
    assert field(dispute(on, *values)) == said
