from __future__ import annotations

import tomllib
from collections import Counter
from importlib.resources import files
from typing import Any

import pytest

from dragoman.attribution.lexicon import lexicon


def table(name: str) -> dict[str, Any]:
    return tomllib.loads(files("dragoman").joinpath(f"data/attribution/{name}").read_text("utf-8"))


def test_words_of_speech_have_a_strength() -> None:
    words = lexicon()
    assert words.verbs["say"].certainty == "CT+"
    assert words.verbs["believe"].certainty == "PR+"
    assert words.verbs["deny"].certainty == "CT-"


@pytest.mark.parametrize(
    ("name", "groups", "words"),
    [
        ("reporting.toml", "group", "verbs"),
        ("reporting.toml", "group", "nouns"),
        ("operators.toml", "complement", "words"),
    ],
)
def test_no_word_stands_in_two_groups(name: str, groups: str, words: str) -> None:
    listed = Counter(word for group in table(name)[groups] for word in group.get(words, ()))
    assert [word for word, times in listed.items() if times > 1] == []


def test_every_word_is_in_lower_case() -> None:
    words = lexicon()
    every = (*words.verbs, *words.nouns, *words.complements, *words.adverbs, *words.modals)
    assert [word for word in every if word != word.lower()] == []
