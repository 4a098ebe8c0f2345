from __future__ import annotations

import pytest

from dragoman.coding.sides.datelines import dateline_end
from tests.coding.told import document, parser

DATELINES = [
    "BERN, May 3, 2001 (Alpine Wire) - ",
    "Bern, 3 May (Wire) -- ",
    "Bern, 3 May (Wire).- ",
    "NEW BERN — ",
    "Bern, May 3 - ",
    "BERN (AW): ",
    "BERN, Alpine Region, May 3—",
]


@pytest.mark.parametrize("dateline", DATELINES)
def test_a_dateline_ends_before_the_sentence(dateline: str) -> None:
    written = document(f"{dateline}Chad attacked Niger.")
    assert dateline_end(written.text, parser().parse(written)[0]) == len(dateline)


@pytest.mark.parametrize("text", ["Chad, Mali and Peru - three states - met.", "Chad attacked."])
def test_other_sentences_have_no_dateline(text: str) -> None:
    assert dateline_end(text, parser().parse(document(text))[0]) == 0
