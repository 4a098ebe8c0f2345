from __future__ import annotations

import pytest

from tests.attribution.telling import tell


@pytest.mark.parametrize(
    "text",
    [
        "Malta’s letter said that Spain [[paid]].",
        "A letter from Malta said that Spain [[paid]].",
        "A statement issued by Malta said that Spain [[paid]].",
        "Malta issued a statement on Monday. The statement said that Spain [[paid]].",
        "Malta wrote to the court. The letter said that Spain [[paid]].",
        "Malta published a report according to which Spain [[paid]].",
    ],
)
def test_a_text_is_the_word_of_whoever_wrote_it(text: str) -> None:
    assert tell(text).asserted_by.name == "Malta"


def test_a_text_of_nobodys_keeps_no_name() -> None:
    assert tell("The statement said that Spain [[paid]].").asserted_by.name is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Our embassy reports that Spain [[paid]].", "author"),
        ("According to the information of our embassy, Spain [[paid]].", "author"),
        ("The spokesman of the Ministry said that Spain [[paid]].", "author"),
        ("Our enemies claim that Spain [[paid]].", "reported"),
        ("My uncle says that Spain [[paid]].", "reported"),
    ],
)
def test_our_own_side_speaks_for_us_and_our_enemies_do_not(text: str, role: str) -> None:
    assert tell(text, source_kind="ministry").asserted_by.role == role
