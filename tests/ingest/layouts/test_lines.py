from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.ingest.layouts.lines import is_sentence, split

WRAPPED = """\
The two governments agreed on Friday that the bridge over the river
should be opened again before the winter, and that neither of them
would send soldiers to it.

Both sides will meet again in the spring, a spokesman said, and talk
about the fish.
"""


def words(text: str) -> list[str]:
    return [line.text for line in split(text)]


def test_each_line_stands_by_itself() -> None:
    assert words("One.\n\n  Two.  \nThree.") == ["One.", "Two.", "Three."]


def test_lines_wrapped_at_a_margin_are_joined() -> None:
    first, second = split(WRAPPED)
    assert first.text.split()[0] == "The"
    assert first.text.endswith("to it.")
    assert second.gap == 1
    assert WRAPPED[second.start : second.end] == second.text


def test_lines_of_a_text_with_long_lines_are_not() -> None:
    text = "A line that is as long as one which was wrapped at a margin\n" * 2 + "word " * 60
    assert len(words(text)) == 3


def test_a_list_is_not_joined_but_its_items_are() -> None:
    text = (
        "- an item that goes on until the margin of the page is reached, and\n"
        "  then in the next line\n- another item"
    )
    assert len(words(text)) == 2


def test_indents_and_blank_lines_are_counted() -> None:
    first, second = split("One.\r\n\r\n\r\n\tTwo.")
    assert (first.indent, first.gap) == (0, 0)
    assert (second.indent, second.gap) == (4, 2)


def test_a_closing_quote_may_follow_the_end_of_a_sentence() -> None:
    assert is_sentence("He said: “We came.”")
    assert not is_sentence("Material help")


@given(st.text(alphabet=st.sampled_from("ab .\n\r\t-|1"), max_size=200))
def test_no_word_is_lost_or_moved(text: str) -> None:
    lines = split(text)
    for line in lines:
        assert text[line.start : line.end] == line.text
    assert "".join("".join(line.text.split()) for line in lines) == "".join(text.split())
