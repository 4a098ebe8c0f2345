from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from dragoman.attribution.quotes import Passages, Quotation, joined, quotations
from dragoman.records.documents import Section
from tests.work import growth

MARKS = "“”„«»‹›「」‘’\"' \n.,aZ٣ע"


def found(text: str) -> tuple[Quotation, ...]:
    return quotations(text, ((Section(kind="body", start=0, end=len(text)),),))


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
    runs = joined(text, halves)
    assert [q.end <= 13 or q.start >= 13 for q in quotations(text, runs)] == [True]


def test_a_passage_goes_on_over_the_paragraphs_of_a_body() -> None:
    text = "He said: “One.\n\n“Two.” Three."
    parts = (Section(kind="body", start=0, end=14), Section(kind="body", start=16, end=len(text)))
    assert len(joined(text, parts)) == 1
    assert len(quotations(text, joined(text, parts))) == 1
    comments = tuple(replace(part, kind="comment") for part in parts)
    assert len(joined(text, comments)) == 2


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


@given(st.text(max_size=300))
def test_any_text_at_all_has_passages(text: str) -> None:
    for passage in found(text):
        assert text[passage.start : passage.end]


PATTERNS = [
    "“a” ",
    "“a ",
    '"a" ',
    "'",
    "»«",
    "”a ",
    "\n\n“a",
    "‘’“”«»",
    "“שלום” ",
    "«سلام ",
    "“a.\n",
]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_four_times_the_marks_are_four_times_the_work(pattern: str) -> None:
    assert growth(lambda size: found(pattern * size), 500) < 5


def test_a_million_marks_are_read() -> None:
    assert len(found("“a” " * 500_000)) == 500_000


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("»Go home«, she said.", ["Go home"]),
        ("”Go home”, she said.", ["Go home"]),
        ("« Go home », she said.", [" Go home "]),
        ("‹Go home›, she said.", ["Go home"]),
    ],
)
def test_knows_the_marks_of_many_languages(text: str, quoted: list[str]) -> None:
    assert inner(text) == quoted


def test_a_quote_that_never_ends_ends_with_the_line_that_ends_its_sentence() -> None:
    assert inner("He said “one and two.\nThe next day nothing happened.") == ["one and two."]
    assert inner("He said “one and\ntwo, and went") == ["one and\ntwo, and went"]
