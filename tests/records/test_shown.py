from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.records.shown import safe, visible


@given(st.text())
def test_visible_text_has_no_character_that_turns_it_around(text: str) -> None:
    assert not set(visible(text)) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u200f\x1b\x00")
    assert visible(visible(text)) == visible(text)


def test_safe_text_stands_on_one_line() -> None:
    assert safe(" Cuba\r\n left\u202e ") == "Cuba left⟨U+202E⟩"
