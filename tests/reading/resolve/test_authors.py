from __future__ import annotations

import pytest
from msgspec.structs import replace

from dragoman.reading.parse import Parser
from dragoman.reading.resolve import Resolver
from dragoman.records.provenance import SourceKind
from tests.reading.resolve.conftest import document

Found = dict[str, tuple[str | None, ...]]


def _found(
    resolver: Resolver,
    parser: Parser,
    text: str,
    country: str | None = "IRN",
    kind: SourceKind = "other",
) -> Found:
    doc = document(text, country=country)
    doc = replace(doc, source=replace(doc.source, kind=kind))
    mentions = resolver.resolve(doc, parser.parse(doc))
    return {doc.text[m.start : m.end]: tuple(r.country for r in m.referents) for m in mentions}


def test_an_authors_we_are_those_of_his_country(resolver: Resolver, parser: Parser) -> None:
    text = "I say that we forget. Our country fought Iraq, and they bombed us."
    found = _found(resolver, parser, text)
    assert (found["we"], found["us"], found["Our country"]) == (("IRN",),) * 3


def test_an_authors_we_may_be_the_author_and_friends(resolver: Resolver, parser: Parser) -> None:
    assert _found(resolver, parser, "We fought Iraq.", kind="blog")["We"] == ("IRN",)
    assert _found(resolver, parser, "We visited Iraq.", kind="blog")["We"] == ()
    assert _found(resolver, parser, "We visited Iraq.")["We"] == ("IRN",)


def test_an_author_speaks_for_no_state(resolver: Resolver, parser: Parser) -> None:
    doc = document("I say that we fought Iraq.", country="IRN")
    assert resolver.voice(doc, parser.parse(doc)) is None


def test_an_authors_country_is_not_guessed(resolver: Resolver, parser: Parser) -> None:
    text = "I fear our government. Russia, Russia, Russia: nothing else is heard."
    assert _found(resolver, parser, text, country=None)["our government"] == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [("Mr. President, I thank Cuba. We stand by it.", "other"),
     ("I thank Cuba. We stand by it.", "ministry")],
)  # fmt: skip
def test_a_speech_for_a_state_may_say_i(
    resolver: Resolver, parser: Parser, text: str, kind: SourceKind
) -> None:
    assert _found(resolver, parser, text, kind=kind)["We"] == ("IRN",)


def test_our_readers_are_a_newspapers(resolver: Resolver, parser: Parser) -> None:
    assert _found(resolver, parser, "Our readers ask what we know of Iraq.")["we"] == ()


def test_us_may_be_people_at_large(resolver: Resolver, parser: Parser) -> None:
    found = _found(resolver, parser, "Let us see what Cuba did, those of us who care.")
    assert found == {"Cuba": ("CUB",)}


def test_a_man_from_a_state_does_not_speak_for_it(resolver: Resolver, parser: Parser) -> None:
    text = '"I saw it, and we fled," said a retired engineer from Norway.'
    found = _found(resolver, parser, text, country=None)
    assert (found["I"], found["we"]) == ((), ())


def test_who_says_it_is_not_who_is_told_of_beside(resolver: Resolver, parser: Parser) -> None:
    text = '"I fled," said a woman whose town Syria had bombed.'
    assert _found(resolver, parser, text, country=None)["I"] == ()


def test_people_like_us_tell_where_an_author_is_at_home(resolver: Resolver, parser: Parser) -> None:
    text = "I was nine. Ten of them were Samoans like us. Fiji thanked our government."
    assert _found(resolver, parser, text, country=None)["our government"] == ("WSM",)


def test_us_may_be_those_to_whom_the_subject_of_a_joined_verb_did_it(
    resolver: Resolver, parser: Parser
) -> None:
    text = "I was nine. In May President Assad came and thanked us."
    doc = document(text, country="LBN", date="2005-05-02")
    doc = replace(doc, source=replace(doc.source, kind="blog"))
    mentions = resolver.resolve(doc, parser.parse(doc))
    assert [m.referents[0].country for m in mentions[-1:] if m.referents] == ["LBN"]
