from __future__ import annotations

import pytest

from dragoman.corroboration.superlatives import first


@pytest.mark.parametrize(
    ("sentence", "among"),
    [
        ("Peru was the first country to recognise it.", ""),
        ("Peru was the first to recognise it.", ""),
        ("Peru was the first state in the world to formally recognise it.", ""),
        ("Peru recognised it before any other state did so.", ""),
        ("Peru was the first Andean country to recognise it.", "andean"),
        ("Peru was the first country in Asia to recognise it.", "in asia"),
        ("Peru was among the first to recognise it.", None),
        ("Peru was one of the first states to recognise it.", None),
        ("Peru was not the first state to recognise it.", None),
        ("Peru recognised it on the first of May.", None),
    ],
)
def test_among_whom_it_was_the_first(sentence: str, among: str | None) -> None:
    assert first(sentence, sentence.index("recognise")) == among
