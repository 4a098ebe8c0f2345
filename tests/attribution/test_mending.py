from __future__ import annotations

import pytest

from tests.attribution.telling import called, tell


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("A Kenyan paper reports that Spain has [[paid]].", "A Kenyan paper"),
        ("The minister said on the radio that Spain [[lied]].", "The minister"),
        ("Spain has begun [[paying]] Malta, Minister Ola Berg said on Monday.", "Ola Berg"),
        ("Malta denied that Spain won, saying Spain had [[cheated]].", "Malta"),
    ],
)
def test_a_report_is_heard_where_the_parse_strays(text: str, speaker: str) -> None:
    assert called(tell(text).asserted_by) == speaker
