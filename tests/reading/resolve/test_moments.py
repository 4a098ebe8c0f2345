from __future__ import annotations

from dragoman.reading.parse import Parser
from dragoman.reading.resolve.asof import days
from dragoman.reading.resolve.moments import Moments
from dragoman.reading.resolve.words import Words
from dragoman.records.readings import TimeExpression
from tests.reading.resolve.conftest import document


def read(parser: Parser, text: str) -> tuple[Moments, list[Words]]:
    made = document(text, date="2015-06-01")
    start = text.index("1974")
    time = TimeExpression(start=start, end=start + 4, edtf="1974", basis="stated")
    sentences = parser.parse(made)
    return Moments(made, (time,)), [Words(sentence, n) for n, sentence in enumerate(sentences)]


def test_the_time_of_a_sentence_governs_it(parser: Parser) -> None:
    moments, (words,) = read(parser, "In 1974 Cyprus burned.")
    assert moments.of(words, words.sentence.end) == days("1974")


def test_a_story_goes_on_in_its_time_and_the_present_does_not(parser: Parser) -> None:
    moments, sentences = read(parser, "It broke in 1974. Cyprus burned. Cyprus waits today.")
    assert moments.of(sentences[1], sentences[1].sentence.end) == days("1974")
    assert moments.of(sentences[2], sentences[2].sentence.end) == days("2015-06-01")
    assert moments.told(sentences[2]) == days("1974")
