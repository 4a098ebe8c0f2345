from __future__ import annotations

import pytest

from tests.attribution.telling import voice


@pytest.mark.parametrize(
    "text",
    [
        "“Spain [[paid]] for it,” was the only answer that Malta gave.",
        "“Spain [[paid]] for it” – with these words Malta left the table.",
        "The verdict of Malta: “Spain [[paid]] for it.”",
        "Malta was not impressed: “Spain [[paid]] for it.”",
        "“Spain [[paid]] for it.” Those were the words of Malta.",
        "“Spain [[paid]] for it,” shrugs Malta.",
        "Malta spoke of peace. “Spain [[paid]] for it.”",
    ],
)
def test_unusual_words_bring_in_a_quotation(text: str) -> None:
    assert voice(text) == ("quoted", "Malta")


def test_a_block_is_signed() -> None:
    block = {"section": "quote_block", "after": "— Ana Soto, memoirs"}
    assert voice("Spain [[paid]] for it.", **block) == ("quoted", "Ana Soto")
