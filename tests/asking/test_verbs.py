from __future__ import annotations

import pytest

from dragoman.asking.verbs import past, third_person


@pytest.mark.parametrize(
    ("verb", "before", "now"),
    [
        ("sever", "severed", "severs"),
        ("recognise", "recognised", "recognises"),
        ("supply", "supplied", "supplies"),
        ("deploy", "deployed", "deploys"),
        ("send", "sent", "sends"),
        ("expel", "expelled", "expels"),
        ("launch", "launched", "launches"),
        ("have", "had", "has"),
    ],
)
def test_tenses(verb: str, before: str, now: str) -> None:
    assert (past(verb), third_person(verb)) == (before, now)
