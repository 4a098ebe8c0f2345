from __future__ import annotations

import pytest

from dragoman.asking.restating import undenied


@pytest.mark.parametrize(
    ("told", "who", "what"),
    [
        ("Iran has denied attacking Iraq.", "Iran", "Iran was attacking Iraq."),
        ("Iran did deny having sold arms.", "Iran", "Iran had sold arms."),
        ("Iran denied that Iraq was hit.", "Iran", "Iraq was hit."),
        ("The ministry denies any part in it.", "The ministry", "There was any part in it."),
    ],
)
def test_what_is_denied_is_a_sentence_of_its_own(told: str, who: str, what: str) -> None:
    assert undenied(told) == (who, what)


def test_most_sentences_deny_nothing() -> None:
    assert undenied("Iran attacked Iraq.") is None
