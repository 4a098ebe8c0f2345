from __future__ import annotations

import pytest

from tests.attribution.telling import tell, voice


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Kenya [[condemned]] the raid.", "author"),
        ("The Kenyan government [[condemned]] the “cowardly raid”.", "author"),
        ("A Kenyan spokesman [[condemned]] the raid.", "reported"),
        ("The Kenyan statement [[condemned]] the raid.", "reported"),
        ("Kenya [[called]] the raid a “crime”.", "reported"),
        ("Kenya [[called]] the raid a crime.", "author"),
    ],
)
def test_an_act_of_speech_is_its_doers_word_where_its_words_show(text: str, role: str) -> None:
    assert voice(text, type="ACCUSE")[0] == role


def test_a_deed_of_a_spokesman_is_told() -> None:
    assert voice("A Kenyan spokesman [[shot]] a lion.", type="ASSAULT")[0] == "author"


def test_a_promise_to_act_is_certain_where_the_promise_is_coded() -> None:
    assert tell("Kenya promised to [[sign]].", type="AGREE").certainty == "CT+"
    assert tell("Kenya promised to [[sign]].", type="SUPPORT").certainty == "PR+"
