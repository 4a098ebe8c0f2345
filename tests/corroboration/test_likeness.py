"""What two texts say as wholes: asked for where words, dates and kinds leave it open."""

from __future__ import annotations

import math
from collections.abc import Mapping

import pytest

from dragoman.corroboration import Corroborate
from dragoman.ports import Meaning, Span, Vector
from dragoman.records.claims import Claim
from dragoman.records.links import Link
from tests.factories import STATES, make_claim

# A type and a month in common, and few words: a little too little for one happening, and just
# enough.
TOO_LITTLE = (
    "Vessels, timber, rice, sugar, cement and tents.",
    "Wells, roads, teachers, seeds, railways, hospitals and tents.",
)
ENOUGH = ("Vessels, timber, rice, sugar and tents.", "Wells, roads, teachers, seeds and tents.")
CLEAR = ("Vessels, timber and a railway.", "Vessels, timber and a railway arrive.")


def told(texts: tuple[str, str], occurred: str = "1966-04") -> list[Claim]:
    sources = ("Weekly", "Daily")
    return [
        make_claim(text, "AID", occurred=occurred, source=source)
        for text, source in zip(texts, sources, strict=True)
    ]


def meanings(angles: Mapping[str, float]) -> Meaning:
    """Meanings as directions, by the text, in degrees."""

    def meaning(text: str, trigger: Span) -> Vector:
        assert text[slice(*trigger)] == text[:5]
        angle = math.radians(angles[text])
        return (math.cos(angle), math.sin(angle))

    return meaning


def apart(texts: tuple[str, str], degrees: float) -> Meaning:
    return meanings(dict(zip(texts, (0.0, degrees), strict=True)))


def links(texts: tuple[str, str], meaning: Meaning | None) -> tuple[Link, ...]:
    return Corroborate(STATES.get, meaning=meaning).corroborate(told(texts), (), ())[1]


def test_like_meanings_join_what_words_leave_open() -> None:
    assert not links(TOO_LITTLE, None)
    [link] = links(TOO_LITTLE, apart(TOO_LITTLE, 5))
    [reason] = [reason for reason in link.reasons if reason.feature == "meaning"]
    assert reason.detail == "1.00"
    assert reason.score == pytest.approx(0.075)


def test_unlike_meanings_part_what_words_leave_open() -> None:
    [link] = links(ENOUGH, None)
    assert all(reason.feature != "meaning" for reason in link.reasons)
    assert not links(ENOUGH, apart(ENOUGH, 90))


def test_middling_meanings_say_nothing() -> None:
    middling = math.degrees(math.acos(0.75))
    assert not links(TOO_LITTLE, apart(TOO_LITTLE, middling))
    assert links(ENOUGH, apart(ENOUGH, middling))


def test_what_is_clear_is_not_asked() -> None:
    [link] = links(CLEAR, meanings({}))
    assert "meaning" not in {reason.feature for reason in link.reasons}


def test_a_claim_is_asked_about_once() -> None:
    asked: list[str] = []

    def meaning(text: str, trigger: Span) -> Vector:  # noqa: ARG001 the form of the port
        asked.append(text)
        return (1.0, 0.0)

    claims = [*told(TOO_LITTLE), *told(ENOUGH)]
    Corroborate(STATES.get, meaning=meaning).corroborate(claims, (), ())
    assert len(asked) == len(set(asked)) > 2


def test_where_no_meaning_is_known_words_decide() -> None:
    def unknown(text: str, trigger: Span) -> Vector:  # noqa: ARG001 the form of the port
        return ()

    for texts in (TOO_LITTLE, ENOUGH, CLEAR):
        assert links(texts, unknown) == links(texts, None)
