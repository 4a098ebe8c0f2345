from __future__ import annotations

import pytest

from dragoman.coding.lexicon import lexicon
from dragoman.coding.voice import Voices
from tests.coding.told import document, parser


def is_passive(text: str, verb: str) -> bool:
    (sentence,) = parser().parse(document(text))
    voices = Voices(sentence, lexicon())
    return voices.is_passive(voices.words.index(verb))


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The men held in Accra went home; Chad was pleased.", "held"),
        ("The wall was razed in 1902 and rebuilt.", "rebuilt"),
        ("Both islands were joined in 1958 and granted autonomy in 1961.", "granted"),
        ("The nurse was freed and awarded a medal.", "awarded"),
    ],
)
def test_what_is_done_to_the_subject_is_passive(text: str, verb: str) -> None:
    assert is_passive(text, verb)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("The fort was shelled and lost its tower.", "lost"),
        ("King Moussa was crowned in May and granted a pardon to nine sailors.", "granted"),
        ("Chad was asked for bread and Niger granted a loan.", "granted"),
    ],
)
def test_what_the_subject_does_is_not(text: str, verb: str) -> None:
    assert not is_passive(text, verb)
