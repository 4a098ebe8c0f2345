"""`when`, `who` and `classify` as filters in a pipe."""

from __future__ import annotations

import json

import pytest

from tests.cli.conftest import Command


def test_when_adds_dates(dragoman: Command) -> None:
    line = {"text": "They met on 14 May 1989.", "date": None, "mine": 7}
    out = dragoman("when", stdin=json.dumps(line).encode()).out
    answer = json.loads(out)
    assert answer["mine"] == 7
    (date,) = answer["dates"]
    assert date["edtf"] == "1989-05-14"
    assert line["text"][date["start"] : date["end"]] == date["text"]  # type: ignore[index]


def test_who_adds_actors(dragoman: Command) -> None:
    line = {"text": "Pyongyang thanked the Palestinians.", "date": "2020-01-01"}
    answer = json.loads(dragoman("who", stdin=json.dumps(line).encode()).out)
    assert [actor["country"] for actor in answer["actors"]] == ["PRK", "PSE"]


def test_classify_adds_a_type_and_probabilities(dragoman: Command) -> None:
    line = {"text": "Cuba condemned Peru.", "actor": [0, 4], "recipient": [15, 19]}
    answer = json.loads(dragoman("classify", stdin=json.dumps(line).encode()).out)
    assert answer["event_type"] == "ACCUSE"
    assert len(answer["scores"]) == 16
    assert sum(answer["scores"].values()) == pytest.approx(1, abs=0.01)


@pytest.mark.parametrize(
    "wrong", [b"{", b"[1]", b'{"text": 3}', b'{"date": "2020"}', b'{"text": "a", "date": "soon"}']
)
def test_a_wrong_line_is_named_and_the_rest_goes_on(dragoman: Command, wrong: bytes) -> None:
    good = b'{"text": "In 1966."}'
    status, out, err = dragoman("when", stdin=good + b"\n" + wrong + b"\n\n" + good + b"\n")
    assert status == 1
    assert len(out.splitlines()) == 2
    assert "line 2" in err


def test_a_span_outside_the_text_is_named(dragoman: Command) -> None:
    line = b'{"text": "Cuba left.", "actor": [0, 40], "recipient": [0, 4]}'
    status, out, err = dragoman("classify", stdin=line)
    assert (status, out) == (1, "")
    assert "line 1" in err
