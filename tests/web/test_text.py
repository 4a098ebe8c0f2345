from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.ports import Passage
from dragoman.web.text import Span, found, link, pieces

SPANS = st.lists(st.tuples(st.integers(-5, 40), st.integers(-5, 40), st.sampled_from("abc")))


@given(st.text(max_size=30), SPANS)
def test_pieces_are_the_text_again_each_under_the_spans_that_cover_it(
    text: str, given_spans: list[tuple[int, int, str]]
) -> None:
    spans = [Span(*span) for span in given_spans]
    cut = list(pieces(text, spans))
    assert "".join(piece.text for piece in cut) == text
    for piece in cut:
        for at in range(piece.start, piece.start + len(piece.text)):
            covering = sorted(span.label for span in spans if span.start <= at < span.end)
            assert sorted(piece.labels) == covering


def test_spans_count_from_the_offset() -> None:
    cut = [(piece.text, piece.labels) for piece in pieces("Cuba left.", [Span(105, 109, "x")], 100)]
    assert cut == [("Cuba ", ()), ("left", ("x",)), (".", ())]


@pytest.mark.parametrize(
    "address",
    [
        *("javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", None),
        *("file:///etc/passwd", "//elsewhere.example", "http://", "http://[", "vbscript:x"),
        "https://a.example/\u202egpj.exe",
    ],
)
def test_an_address_that_is_no_page_is_not_followed(address: str | None) -> None:
    assert link(address) is None


def test_a_page_is() -> None:
    assert link("https://a.example/b?c=d") == "https://a.example/b?c=d"


def test_a_passage_is_shown_without_signs_of_markup() -> None:
    shown = found(Passage(text="= Cuba = Infobox | a=b == See also ==", marks=((2, 6),)))
    assert "".join(piece.text for piece in shown).split() == [
        "Cuba",
        "Infobox",
        "a=b",
        "See",
        "also",
    ]
    assert [piece.text for piece in shown if piece.labels] == ["Cuba"]
