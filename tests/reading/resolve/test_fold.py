from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.reading.resolve.fold import fold


@given(st.text())
def test_folding_keeps_the_length_so_offsets_stay_true(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_case_accents_quotes_and_dashes_make_no_difference() -> None:
    assert fold("Côte d’Ivoire") == fold("cote d'ivoire")
    assert fold("Kim Jong-un") == fold("Kim Jong Un")
    assert fold("Workers’\nParty") == "workers' party"
