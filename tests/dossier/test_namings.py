from __future__ import annotations

from msgspec.structs import replace

from dragoman.dossier.namings import namings
from dragoman.dossier.render import FORMATS
from dragoman.records.claims import Claim, Framing, FramingKind, Speaker
from tests.dossier.conftest import dossier_of
from tests.factories import make_claim

AUTHOR = Speaker(role="author", name="Blog")


def framed(
    claim: Claim,
    text: str,
    start: int,
    *,
    country: str | None = "PSE",
    target: str = "Palestine",
    kind: FramingKind = "epithet",
    speaker: Speaker = AUTHOR,
) -> Claim:
    framing = Framing(
        text=text,
        start=start,
        end=start + len(text),
        kind=kind,
        target=target,
        country=country,
        speaker=speaker,
    )
    return replace(claim, framing=(*claim.framing, framing))


def test_words_of_one_place_count_once_however_many_claims_quote_them() -> None:
    claims = [
        framed(make_claim("a", "AID"), "heroic", 10),
        framed(make_claim("a", "SUPPORT"), "heroic", 10),
        framed(make_claim("b", "SUPPORT"), "Heroic", 90),
    ]
    [naming] = namings(claims)
    assert (naming.text, naming.times, naming.start) == ("heroic", 2, 10)


def test_who_says_it_is_part_of_it() -> None:
    other = Speaker(role="quoted", name="Kim Song")
    claims = [
        framed(make_claim("a"), "puppet", 10),
        framed(make_claim("b"), "puppet", 40, speaker=other),
    ]
    assert {naming.speaker.name for naming in namings(claims)} == {"Blog", "Kim Song"}


def test_the_dossier_shows_who_calls_whom_what() -> None:
    claim = framed(make_claim("The heroic people were aided.", "AID", source="Blog"), "heroic", 4)
    claim = framed(claim, "so-called", 12, country="ISR", target="Israel", kind="distancing")
    dossier = dossier_of(claim)
    assert "others: “so-called” of Israel (distancing) [1]" in FORMATS["text"](dossier)
    for form in ("text", "md", "html"):
        assert "What they are called" in FORMATS[form](dossier)


def test_readers_words_are_left_to_readers() -> None:
    claim = make_claim("The so-called state.", source="Blog", role="commenter")
    assert dossier_of(framed(claim, "so-called", 4)).namings == ()
