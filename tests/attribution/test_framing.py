from __future__ import annotations

import pytest

from dragoman.attribution.loaded import loaded
from dragoman.records.claims import Claim
from dragoman.records.codec import decode, encode
from dragoman.records.corrections import Standing
from dragoman.store.rows import claim_of, claim_row
from tests.attribution.telling import called, tell

Framed = list[tuple[str, str, str]]


def framed(text: str, **fields: object) -> Framed:
    """Loaded words of the marked event's sentence, whom they mean, and of what kind they are."""
    return [(words.text, words.target, words.kind) for words in tell(text, **fields).framing]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Spanish invaders [[burned]] the fort.", ("invaders", "Spain", "epithet")),
        ("Malta is a rogue state that [[armed]] us.", ("rogue state", "Malta", "epithet")),
        ("The tyrant Ola Berg [[signed]] it.", ("tyrant", "Ola Berg", "epithet")),
        ("The Zionist regime [[struck]] again.", ("Zionist regime", "Israel", "epithet")),
        ("Malta’s heroic army [[beat]] them.", ("heroic army", "Malta", "honorific")),
        ("The martyr Luis Vega [[fell]] there.", ("martyr", "Luis Vega", "honorific")),
        ("The so-called Republic [[paid]].", ("so-called Republic", "Republic", "distancing")),
        ("Malta [[sent]] its “helpers” home.", ("helpers", "helpers", "scare-quoted")),
    ],
)
def test_loaded_words_name_whom_they_mean(text: str, expected: tuple[str, str, str]) -> None:
    assert framed(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Malta [[lifted]] the sanctions regime.",
        "The government of Malta [[paid]].",
        "The “Treaty of Oslo” was [[signed]] there.",
        "Malta said it would “[[pay]] every penny”.",
    ],
)
def test_plain_words_titles_and_speech_are_not_loaded(text: str) -> None:
    assert framed(text) == []


def test_loaded_words_are_kept_with_whoever_says_them() -> None:
    own, told = tell("The dictator Ola Berg said the Spanish bandits had [[fled]].").framing
    assert (own.text, own.speaker.role) == ("dictator", "author")
    assert (told.text, called(told.speaker)) == ("bandits", "Ola Berg")


def test_loaded_words_stand_where_they_are_said_to_stand() -> None:
    text = "It was cold. Malta [[cut]] its so-called “ties” with the Spanish clique."
    plain = text.replace("[[", "").replace("]]", "")
    framing = tell(text).framing
    assert [plain[words.start : words.end] for words in framing] == [
        "so-called “ties”",
        "clique",
    ]


def test_the_loaded_words_of_a_claim_are_stored_with_it() -> None:
    claim = tell("The Spanish invaders [[burned]] the fort.")
    assert decode(encode(claim), Claim).framing == claim.framing
    row = claim_row(claim, "block", Standing(()))
    assert claim_of(row["payload"], row["text"]) == claim


def test_the_table_names_every_side_and_every_word_once() -> None:
    entries = [entry for listed in loaded().entries.values() for entry in listed]
    assert len({(entry.words, entry.place) for entry in entries}) == len(entries)
    named = [entry.country for entry in entries if entry.country is not None]
    assert len(set(named)) >= 15
    assert max(named.count(country) for country in set(named)) <= len(named) / 4


def test_every_loaded_word_is_in_lower_case() -> None:
    words = [
        word for listed in loaded().entries.values() for entry in listed for word in entry.words
    ]
    assert [word for word in words if word != word.lower()] == []
