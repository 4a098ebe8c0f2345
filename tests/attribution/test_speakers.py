from __future__ import annotations

import pytest

from tests.attribution.telling import tell


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("The Kenyan minister said that Spain [[paid]].", None, "KEN"),
        ("The Kenyan minister, Asha Mboya, said that Spain [[paid]].", "Asha Mboya", "KEN"),
        ("Foreign Minister Asha Mboya said that Spain [[paid]].", "Asha Mboya", None),
        ("A diplomat said that Spain [[paid]].", None, None),
        ("Kenya spoke first. Spain had [[paid]], it said.", "Kenya", "KEN"),
        ("Asha Mboya came late. She said that Spain [[paid]].", "Asha Mboya", None),
        ("Kenya's letter said that Spain [[paid]].", "Kenya", "KEN"),
        ("Nairobi said that Spain [[paid]].", "Kenya", "KEN"),
    ],
)
def test_speakers_have_the_name_and_country_that_the_text_gives(
    text: str, name: str | None, country: str | None
) -> None:
    speaker = tell(text).asserted_by
    assert (speaker.name, speaker.country) == (name, country)


def test_the_words_for_a_nameless_speaker_are_kept() -> None:
    assert tell("A diplomatic source said that Spain [[paid]].").asserted_by.text == (
        "A diplomatic source"
    )
