from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

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


def test_a_dateline_apart_from_the_text_says_who_we_are(resolver: Resolver, parser: Parser) -> None:
    text = (
        "A day\nNiamey, 3 May 1987 (ANP)\nMali sent envoys. Mali sang. Mali violated our airspace."
    )
    doc = document(text, kinds=("title", "body", "body"))
    title, line, body = doc.sections
    doc = replace(doc, sections=(title, body))
    found = resolver.voice(doc, parser.parse(doc))
    assert line.start > title.end
    assert found is not None
    assert found.country == "NER"


def test_a_dateline_below_does_not_speak_for_what_is_above(
    resolver: Resolver, parser: Parser
) -> None:
    text = "Mali is firm. Our people sing. Mali waits in Mali.\nNIAMEY, May 3 (Wire) — Niger left."
    assert voice(resolver, parser, text) == "MLI"


def test_a_person_is_at_home_where_the_line_above_says(resolver: Resolver, parser: Parser) -> None:
    text = (
        "My harbour\nby Elena in Limassol\nI live by the sea. Egypt signed a pact with us. I wait."
    )
    doc = document(text, kinds=("title", "body", "body"))
    doc = replace(doc, sections=(doc.sections[0], doc.sections[2]))
    found = resolver.resolve(doc, parser.parse(doc))
    assert [m.referents[0].country for m in found if m.referents] == ["EGY", "CYP"]


def test_an_organ_without_a_state_is_of_the_one_it_writes_from(
    resolver: Resolver, parser: Parser
) -> None:
    text = (
        "MINISTRY OF FISHERIES\nReykjavik, 3 May 1976\nNorway wrote. We do not agree with Norway."
    )
    doc = document(text, kinds=("title", "body", "body"))
    doc = replace(doc, sections=(doc.sections[0], doc.sections[2]))
    found = resolver.voice(doc, parser.parse(doc))
    assert found is not None
    assert found.country == "ISL"


def test_an_organ_speaks_for_the_state_that_its_name_has(
    resolver: Resolver, parser: Parser
) -> None:
    doc = document("We thank Norway. We blame Togo and Togo blames us.")
    issued = replace(doc.source, name="Ministry of Trade of Peru, bulletin", kind="ministry")
    doc = replace(doc, source=issued)
    found = resolver.voice(doc, parser.parse(doc))
    assert [found.country if found else None] == ["PER"]


def test_the_council_is_the_one_that_a_source_is(resolver: Resolver, parser: Parser) -> None:
    doc = document(
        "Ministers met. The UN Security Council had met before. The Council was pleased."
    )
    doc = replace(doc, source=replace(doc.source, name="Council of the European Union, bulletin"))
    found = [m.referents[0].country for m in resolver.resolve(doc, parser.parse(doc))]
    assert found == ["EUR", "UNO", "EUR"]
