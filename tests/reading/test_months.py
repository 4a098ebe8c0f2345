from __future__ import annotations

import pytest

from dragoman.reading.parse import Parser
from tests.reading.test_segment import document

PARSER = Parser()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("In March Chad closed its border with Niger.", "Chad"),
        ("On 3 May Jordan signed a treaty with Niger.", "Jordan"),
        ("On 3rd May Chad asked Niger for help.", "Chad"),
        ("On 3 and 4 May Kenya closed its border with Niger.", "Kenya"),
        ("Peru left, and in March China granted Niger a loan.", "China"),
        ("The following March Georgia recalled its envoy.", "Georgia"),
    ],
)
def test_a_month_is_no_part_of_the_name_after_it(text: str, name: str) -> None:
    (sentence,) = PARSER.parse(document(text))
    words = [token.text for token in sentence.tokens]
    month = sentence.tokens[words.index(name) - 1]
    assert month.dep in {"pobj", "npadvmod"}
    assert month.head != words.index(name)


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May met the king.",
        "Chad praised the May Accord.",
        "In the May Accord Chad renounced the lake.",
        "He was met by May Tandi in Accra.",
    ],
)
def test_a_name_keeps_a_word_that_sounds_like_a_month(text: str) -> None:
    (sentence,) = PARSER.parse(document(text))
    by_word = {token.text: token for token in sentence.tokens}
    assert by_word["May"].dep not in {"pobj", "npadvmod"}
