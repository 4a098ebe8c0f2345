from __future__ import annotations

import pytest

from tests.attribution.telling import tell


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Foreign Minister Asha Mboya said that Spain [[paid]].", "Asha Mboya"),
        ("The Oslo daily Nordposten said that Spain [[paid]].", "Nordposten"),
        ("The state news agency Andes said that Spain [[paid]].", "Andes"),
        ("The Vice President said that Spain [[paid]].", None),
        ("23 March - Mboya said that Spain [[paid]].", "Mboya"),
        ("Ana Soto and Luis Vega met. The former said that Spain [[paid]].", "Ana Soto"),
        ("Ana Soto and Luis Vega met. The latter said that Spain [[paid]].", "Luis Vega"),
    ],
)
def test_a_name_stands_without_titles(text: str, name: str | None) -> None:
    assert tell(text).asserted_by.name == name


def test_a_paper_does_not_speak_for_the_state_of_its_town() -> None:
    speaker = tell("The Oslo daily Nordposten said that Spain [[paid]].").asserted_by
    assert speaker.country is None
