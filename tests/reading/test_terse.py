from __future__ import annotations

import pytest

from dragoman.reading.parse import Parser
from dragoman.reading.terse import ordinary
from dragoman.records.readings import Token
from tests.reading.test_segment import document


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


def is_name(word: str) -> bool:
    return word in {"kenya", "nepal", "polish", "us"}


def root(parser: Parser, text: str) -> Token:
    (sentence,) = parser.parse(document(text), is_name)
    return next(token for i, token in enumerate(sentence.tokens) if token.head == i)


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Kenya severs ties with Nepal", "severs"),
        ("Kenya apologizes and offers help", "apologizes"),
        ("Nepal files suit at The Hague against Kenya.", "files"),
        ("Kenyan aircraft bomb positions in Nepal.", "bomb"),
        ("Lisbon and Rabat exchange envoys", "exchange"),
        ("KENYA RECALLS ENVOY FROM NEPAL", "RECALLS"),
        ("KENYA AND NEPAL RESTORE RELATIONS", "RESTORE"),
        ("Kenya Blocks Polish Grain Imports", "Blocks"),
        ("14 May 1990: Kenya shells Nepali village", "shells"),
    ],
)
def test_a_verb_taken_for_a_noun_is_the_verb(parser: Parser, text: str, verb: str) -> None:
    found = root(parser, text)
    assert (found.text, found.pos) == (verb, "VERB")


def test_what_stands_in_the_text_stays(parser: Parser) -> None:
    text = "KENYA RECALLS ENVOY FROM NEPAL"
    (sentence,) = parser.parse(document(text), is_name)
    assert [text[t.start : t.end] for t in sentence.tokens] == [t.text for t in sentence.tokens]
    assert sentence.tokens[1].lemma == "recall"


@pytest.mark.parametrize(
    "text",
    [
        "Kenya peace talks",
        "Gulf states and Nepal: trade figures",
        "Kenya floods: what we know",
        "Kenyan arms imports from Nepal",
        "Nepal border disputes",
        "Ministry of Foreign Affairs of Kenya",
        "STATEMENT BY THE MINISTER OF FOREIGN AFFAIRS",
    ],
)
def test_a_heading_without_a_verb_has_none(parser: Parser, text: str) -> None:
    assert root(parser, text).pos != "VERB"


def test_a_headline_with_a_participle_is_read_in_ordinary_case(parser: Parser) -> None:
    (sentence,) = parser.parse(document("POLISH SHIP SEIZED BY KENYA"), is_name)
    assert (sentence.tokens[2].lemma, sentence.tokens[2].tag) == ("seize", "VBN")


def test_a_headline_in_ordinary_case_keeps_capitals_for_names() -> None:
    known = {"expels": "verb", "envoy": "noun", "two": "adj"}
    words = ("KENYA", "EXPELS", "TWO", "POLISH", "ENVOYS", "FROM", "KISUMU", "-", "US")

    def is_word(form: str, kind: str) -> bool:
        return known.get(form.removesuffix("s") if kind == "noun" else form) == kind

    assert ordinary(words, is_name, is_word) == (
        "Kenya", "expels", "two", "Polish", "envoys", "from", "Kisumu", "-", "US",
    )  # fmt: skip
