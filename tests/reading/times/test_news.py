from __future__ import annotations

import pytest

from dragoman.reading.times.find import reduce
from dragoman.reading.times.news import news_sentences


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It fell in 1990. He said on Monday it was old. It is gone", {1, 2}),
        ("He spoke yesterday\nIt fell in 1990", {0}),
        ("ROME, May 3 (ANA) -- It fell. It is gone", {0, 1}),
        ("7 January 1959 — It fell.", set()),
        ("It fell last year, on 3 May.", set()),
    ],
)
def test_from_where_on_a_line_speaks_as_the_news_do(text: str, sentences: set[int]) -> None:
    assert news_sentences(reduce(text)) == sentences
