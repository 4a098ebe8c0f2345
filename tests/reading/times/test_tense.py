from __future__ import annotations

import pytest

from dragoman.reading.times.find import reduce
from dragoman.reading.times.lexicon import CATEGORY
from dragoman.reading.times.tense import looks_ahead


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("They will meet on Friday.", True),
        ("They are set to meet on Friday.", True),
        ("They set fire to it on Friday.", False),
        ("They will meet those who fled on Friday.", False),
        ("They will meet. They spoke on Friday.", False),
        ("On Friday they will meet.", True),
        ("They agreed to a truce on Friday.", False),
        ("They agreed to meet on Friday.", True),
    ],
)
def test_the_nearest_verb_decides(text: str, ahead: bool) -> None:
    tokens = reduce(text)
    here = next(at for at, token in enumerate(tokens) if token.category == CATEGORY["point"])
    assert looks_ahead(tokens, here) is ahead
