from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.attribution.quotes import Passages, Quotation, quotations
from dragoman.records.documents import Section

MARKS = "“”„«»‹›「」‘’\"' \n.,aZ٣ע"


def found(text: str) -> tuple[Quotation, ...]:
    return quotations(text, (Section(kind="body", start=0, end=len(text)),))


def inner(text: str) -> list[str]:
    return [text[q.inner[0] : q.inner[1]] for q in found(text)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('She said "go home" and left.', ["go home"]),
        ("She said “go home” and left.", ["go home"]),
        ("She said «go home» and left.", ["go home"]),
        ("She said „go home“ and left.", ["go home"]),
        ("She said ‘go home’ and left.", ["go home"]),
        ("She said 'go home' and left.", ["go home"]),
        ("The allies' ships and the '90s", []),
        ("It’s the allies’ fault.", []),
        ('"One," he said, "and two."', ["One,", "and two."]),
        ("هو قال “نعم” ثم ذهب", ["نعم"]),
    ],
)
def test_finds_what_stands_between_marks(text: str, quoted: list[str]) -> None:
    assert inner(text) == quoted


def test_nests_a_passage_in_the_one_around_it() -> None:
    outer, nested = found("“He told me ‘never again’ and left,” she said.")
    assert outer.parent is None
    assert nested.parent == 0


def test_goes_on_in_a_paragraph_that_opens_with_the_mark_again() -> None:
    assert inner("“One.\n\n“Two.” Three.") == ["One.\n\n“Two."]


def test_ends_an_unclosed_passage_with_its_paragraph() -> None:
    passage = found("He said “one and two.\n\nThe next day nothing happened.")[0]
    assert not passage.closed
    assert passage.end == len("He said “one and two.")


def test_lets_no_passage_cross_a_section() -> None:
    text = "He said “one. Two” he said."
    halves = (Section(kind="body", start=0, end=13), Section(kind="comment", start=13, end=27))
    assert [q.end <= 13 or q.start >= 13 for q in quotations(text, halves)] == [True]


def test_tells_the_passages_around_a_place_from_the_inside_out() -> None:
    text = "“He told me ‘never again’ and left,” she said."
    passages = Passages(found(text))
    at = text.index("never")
    assert list(passages.around(at, at + 5)) == [1, 0]
    assert list(passages.around(len(text) - 5, len(text))) == []


@given(st.text(MARKS, max_size=200))
def test_passages_lie_within_the_text_and_within_each_other(text: str) -> None:
    passages = found(text)
    for passage in passages:
        assert 0 <= passage.start < passage.inner[0] <= passage.inner[1] <= passage.end <= len(text)
        if passage.parent is not None:
            around = passages[passage.parent]
            assert around.start <= passage.start
            assert passage.end <= around.end


@pytest.mark.parametrize(
    "text", ["“a” " * 100_000, "“a " * 100_000, '"a" ' * 100_000, "'" * 100_000]
)
def test_a_hundred_thousand_marks_take_no_time(text: str) -> None:
    begun = time.perf_counter()
    found(text)
    assert time.perf_counter() - begun < 5
