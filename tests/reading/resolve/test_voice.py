from __future__ import annotations

from collections.abc import Callable

import pytest

from dragoman.reading.parse import Parser
from dragoman.reading.resolve import Resolver
from dragoman.reading.resolve.voice import quoted
from tests.reading.resolve.conftest import Said, document


def voice(resolver: Resolver, parser: Parser, text: str, country: str | None = None) -> str | None:
    doc = document(text, country=country)
    found = resolver.voice(doc, parser.parse(doc))
    return found.country if found else None


def test_the_source_speaks_for_its_country(resolver: Resolver, parser: Parser) -> None:
    assert voice(resolver, parser, "Rain fell.", country="CUB") == "CUB"


def test_a_text_speaks_for_the_state_that_is_never_opposite(
    resolver: Resolver, parser: Parser
) -> None:
    text = (
        "The DPRK keeps its word. The DPRK is a friend of Syria. The DPRK is firm."
        " Syria supports our people, and our country thanks Syria."
    )
    assert voice(resolver, parser, text) == "PRK"


def test_a_text_that_says_nothing_of_us_speaks_for_nobody(
    resolver: Resolver, parser: Parser
) -> None:
    assert voice(resolver, parser, "Iran met Cuba.") is None
    assert voice(resolver, parser, 'Iran said: "Our country is firm."') is None


def test_quotations_end_with_their_paragraph() -> None:
    assert quoted('He said "no" and “yes”.') == [(8, 12), (17, 22)]
    assert quoted('She said "wait.\n\nThen she left.') == [(9, 15)]


@pytest.mark.parametrize(
    "text",
    [
        "HAVANA, May 1 (Prensa Latina) -- Our country sings. Iran wrote to our people. Iran left.",
        "HAVANA, May 1 -- Our country sings. Iran wrote to our people. Iran left.",
        "President Raúl Castro met Yasser Arafat, who had visited our country.",
    ],
)
def test_a_dateline_or_a_host_tells_who_speaks(
    resolver: Resolver, parser: Parser, text: str
) -> None:
    assert voice(resolver, parser, text) == "CUB"


def test_a_spokesmans_ministry_speaks_in_his_quotation(said: Callable[..., Said]) -> None:
    text = 'A spokesman for the Cuban Foreign Ministry said: "Our country pays. We owe Iran."'
    found = dict(said(text))
    assert (found["Our country"], found["We"]) == (("CUB",), ("CUB",))


def test_an_unknown_speaker_is_not_the_last_one_named(said: Callable[..., Said]) -> None:
    text = 'Iran spoke first. "We shall pay," said an aide.'
    assert dict(said(text))["We"] == ()


def test_our_people_in_reported_speech_are_the_speakers(said: Callable[..., Said]) -> None:
    assert dict(said("Comrade Kim Jong Un said that our people would win."))["our people"] == (
        "PRK",
    )


def test_a_department_speaks_for_its_state(resolver: Resolver, parser: Parser) -> None:
    text = "Republic of Palau\nDEPARTMENT OF FOREIGN AFFAIRS\nWe asked China to withdraw."
    assert voice(resolver, parser, text) == "PLW"
