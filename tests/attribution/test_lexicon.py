from __future__ import annotations

from dragoman.attribution.lexicon import lexicon


def test_words_of_speech_have_a_strength() -> None:
    words = lexicon()
    assert words.verbs["say"].certainty == "CT+"
    assert words.verbs["believe"].certainty == "PR+"
    assert words.verbs["deny"].certainty == "CT-"


def test_no_word_is_in_two_complement_groups() -> None:
    words = lexicon()
    assert words.complements["fail"].name == "left undone"
    assert all(word == word.lower() for word in (*words.verbs, *words.nouns, *words.complements))
