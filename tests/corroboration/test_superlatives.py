from __future__ import annotations

import pytest

from dragoman.corroboration.superlatives import superlative


@pytest.mark.parametrize(
    ("sentence", "among"),
    [
        ("Peru was the first country to recognise it.", ""),
        ("Peru was the first to recognise it.", ""),
        ("Peru was the first state in the world to formally recognise it.", ""),
        ("Peru recognised it before any other state did so.", ""),
        ("Peru was the first Andean country to recognise it.", "andean"),
        ("Peru was the first country in Asia to recognise it.", "in asia"),
        ("Peru was among the first to recognise it.", None),
        ("Peru was one of the first states to recognise it.", None),
        ("Peru was not the first state to recognise it.", None),
        ("Peru recognised it on the first of May.", None),
    ],
)
def test_among_whom_it_was_the_first(sentence: str, among: str | None) -> None:
    at = sentence.index("recognise")
    found = superlative(sentence, (at, at + 9))
    assert (found.among if found else None) == among


def rank(sentence: str, word: str) -> str | None:
    at = sentence.index(word)
    found = superlative(sentence, (at, at + len(word)))
    return f"{found.rank} {found.of} {found.among}".strip() if found else None


@pytest.mark.parametrize(
    ("sentence", "word", "told"),
    [
        ("It was the first of all governments to recognise it.", "recognise", "first actor"),
        ("Peru was the first state that recognised it.", "recognised", "first actor"),
        ("Peru is the only country to have sent aid.", "sent", "only actor"),
        ("Peru was the last Arab state to leave.", "leave", "last actor arab"),
        ("She was the first head of state to visit it.", "visit", "first actor head of state"),
        ("The first visit by a Malian king came late.", "visit", "first deed king"),
        ("In May he visited it, the first such visit by a king.", "visited", "first deed king"),
        ("It was his first official visit.", "visit", "first deed"),
    ],
)
def test_a_rank_of_who_did_it_or_of_the_deed(sentence: str, word: str, told: str) -> None:
    assert rank(sentence, word) == told


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Peru first offered to recognise it.", "recognise"),
        ("It was the first time that Peru recognised it.", "recognised"),
        ("The first three states to recognise it met.", "recognise"),
        ("Peru was perhaps the first to recognise it.", "recognise"),
        ("Peru was the first to promise to send aid.", "send"),
        ("In the last week to sign the treaty Peru signed.", "sign"),
        ("Peru was only too glad to recognise it.", "recognise"),
        ("It was the first of two visits.", "visits"),
        ("The first day of the visit was quiet.", "visit"),
        ("It was not the first visit by a king.", "visit"),
        ("It was the first visit by a king this year.", "visit"),
        ("It was the first visit.", "visit"),  # whose is left open
    ],
)
def test_no_rank_is_heard_where_none_is_given(sentence: str, word: str) -> None:
    assert rank(sentence, word) is None


def test_since_when_is_no_part_of_the_deed() -> None:
    sentence = "Peru was the first country to send rice after the flood."
    at = sentence.index("send")
    found = superlative(sentence, (at, at + 4))
    assert found is not None
    assert (sorted(found.since), sorted(found.words)) == (["flood"], ["ric"])
