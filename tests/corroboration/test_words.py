from __future__ import annotations

from dragoman.corroboration.words import alike, content, runs


def test_forms_of_a_word_are_one() -> None:
    assert content("The soldiers fired") == content("soldier fires")


def test_what_is_compared_apart_is_left_out() -> None:
    assert content("Ghana expelled two envoys", without=("Ghana",)) == {"expell", "two", "envoy"}


def test_likeness_is_between_none_and_all() -> None:
    one, other = content("salt and cotton"), content("salt or wool")
    assert alike(one, one) == 1.0
    assert alike(one, other) == 0.5
    assert alike(one, frozenset()) == 0.0


def test_a_run_is_five_words() -> None:
    assert len(runs("one two three four five six")) == 2
    assert runs("one two three four") == frozenset()
    assert runs("One, two; three four FIVE") == runs("one two three four five")
