"""The state of `we`, by those whom it faces."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from dragoman.reading.parse import Parser
from dragoman.reading.resolve import Resolver
from dragoman.records.documents import Document
from tests.reading.resolve.conftest import document


def home(resolver: Resolver, parser: Parser, text: str, title: str | None = None) -> str | None:
    """The state of the last `our` of a text, or of its `us`."""
    doc = document(text, title=title)
    found = resolver.resolve(doc, parser.parse(doc))
    ours = [m for m in found if text[m.start : m.end].lower().split()[0] in ("our", "us", "we")]
    return ours[-1].referents[0].country if ours and ours[-1].referents else None


@pytest.mark.parametrize(
    "faced",
    [
        "Chad told us to wait.",
        "We sent Chad a note.",
        "Chad, which had shelled us, kept silent.",
        "Chad, whose jets crossed our border, kept silent.",
        "The quarrel was between Chad and us.",
        "Chadian soldiers burned our huts.",
    ],
)
def test_whoever_does_something_to_us_is_another(
    resolver: Resolver, parser: Parser, faced: str
) -> None:
    text = f"Niamey was calm. Niger had paid. Chad grumbled; Chad waited. {faced} Our army slept."
    assert home(resolver, parser, text) == "NER"


@pytest.mark.parametrize(
    "text",
    [
        "Peru left. Chile stayed. Our army slept.",  # nobody is faced
        "Chad told us to wait. Peru left. Chile stayed. Our army slept.",  # two may be ours
        "Chad told us to wait. Peru left. Chile stayed, and Chile paid. We slept.",  # nor the first
    ],
)
def test_of_several_states_none_is_guessed(resolver: Resolver, parser: Parser, text: str) -> None:
    assert home(resolver, parser, text) is None


def test_the_one_accused_of_harming_us_is_no_friend_of_the_accuser(
    resolver: Resolver, parser: Parser
) -> None:
    text = "Togo accused Ghana of breaking our word. Ghana told us to wait. Togo fumed. We slept."
    assert home(resolver, parser, text) == "TGO"


@pytest.mark.parametrize(
    ("head", "state"),
    [
        ("Cotonou, 3 May 1991", "BEN"),
        ("posted by Afi in Cotonou", "BEN"),
        ("The Courier, 3 May 1991", None),
    ],
)
def test_a_line_at_the_top_tells_where_one_writes(
    resolver: Resolver, parser: Parser, head: str, state: str | None
) -> None:
    doc = document(f"{head}\nNiger starved us. Chad fed us. Mali did nothing. We slept.")
    doc = _without_first_section(doc)
    found = resolver.resolve(doc, parser.parse(doc))
    ours = [m for m in found if doc.text[m.start : m.end] == "We"]
    assert [r.country for m in ours for r in m.referents] == ([state] if state else [])


def test_a_house_and_its_town_head_a_text(resolver: Resolver, parser: Parser) -> None:
    text = "Niger starved us. Chad fed us. Mali did nothing. We slept."
    assert home(resolver, parser, text, title="PORT MUSEUM, COTONOU") == "BEN"
    assert home(resolver, parser, text, title="Ministers meet; talks in Rome, Cotonou") is None


def _without_first_section(doc: Document) -> Document:
    return replace(doc, sections=doc.sections[1:])


def test_what_one_tells_a_reporter_tells_of_no_home(resolver: Resolver, parser: Parser) -> None:
    text = "Togo and Ghana quarrel. Ghana told us that it waits. Our reporter left. We slept."
    assert home(resolver, parser, text) is None


def test_whoever_does_it_here_is_another(resolver: Resolver, parser: Parser) -> None:
    text = "Chadian soldiers burned huts here. Niger paid. Chad fed us. Niger was poor. We slept."
    assert home(resolver, parser, text) == "NER"


def test_a_leader_named_beside_us_may_be_ours(resolver: Resolver, parser: Parser) -> None:
    text = "Niger paid. President Mahamadou Issoufou slept while our huts burned. Chad starved us."
    assert home(resolver, parser, text + " Niger was poor. Our army slept.") == "NER"


@pytest.mark.parametrize(
    ("head", "state"),
    [
        ("Column, The Niamey Lamp, 3 May 1991", "NER"),
        ("Tags: Niamey, roads", None),
        ("The Chad Watch, 3 May 1991", None),
    ],
)
def test_a_paper_is_at_home_in_the_town_of_its_name(
    resolver: Resolver, parser: Parser, head: str, state: str | None
) -> None:
    doc = document(f"{head}\nI say it plainly. Niger and Chad quarrel. Our army slept.")
    found = resolver.resolve(_without_first_section(doc), parser.parse(_without_first_section(doc)))
    ours = [m for m in found if doc.text[m.start : m.end] == "Our army"]
    assert [r.country for m in ours for r in m.referents] == ([state] if state else [])


def test_a_writer_may_call_himself_by_his_nation(resolver: Resolver, parser: Parser) -> None:
    text = (
        "Letter from a Chadian in Niamey\nI say it plainly. Niger and Chad quarrel. Our army slept."
    )
    assert home(resolver, parser, text) == "TCD"
