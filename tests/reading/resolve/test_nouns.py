from __future__ import annotations

import pytest

from dragoman.reading.resolve.nouns import are_akin


@pytest.mark.parametrize(
    ("noun", "other", "akin"),
    [
        ("envoy", "ambassador", True),
        ("diplomat", "chargé d'affaires", True),
        ("ministry", "foreign ministry", True),
        ("minister", "prime minister", False),
        ("officers", "police officer", True),
        ("army", "police", False),
    ],
)
def test_nouns_for_the_same_body(noun: str, other: str, akin: bool) -> None:
    assert are_akin(noun, other) is akin
