from __future__ import annotations

from typing import Any

import pytest

from dragoman.dossier import FORMATS
from dragoman.records.claims import Claim
from dragoman.records.dossiers import Dossier
from dragoman.records.events import Dispute
from tests.dossier.conftest import dossier_of
from tests.factories import make_claim

text = FORMATS["text"]


def disputes(dossier: Dossier) -> list[Dispute]:
    """The disputes on all events of a dossier."""
    entries = (*dossier.timeline, *dossier.undated)
    return [dispute for entry in entries for dispute in entry.event.disputes]


def aid(by: str, words: str, source: str, **fields: Any) -> Claim:
    at = words.index("send")
    return make_claim(
        words,
        "AID",
        actors=(by,),
        source=source,
        published="1990-05-20",
        trigger={"text": "send", "start": at, "end": at + 4},
        **fields,
    )


RICE = "It was the first state to send rice."


def test_who_was_first_is_disputed_between_relations() -> None:
    dossier = dossier_of(aid("PRK", RICE, "Daily"), aid("SYR", RICE, "Weekly"))
    [dispute] = disputes(dossier)
    assert (dispute.field, [value.value for value in dispute.values]) == ("first", ["PRK", "SYR"])
    [entry] = dossier.undated
    assert [citation.source for citation in entry.elsewhere] == ["Weekly"]
    assert "who was first" in text(dossier)


@pytest.mark.parametrize(
    "other",
    [
        aid("SYR", "It was the first state to send tents and ropes.", "Weekly"),
        aid("SYR", "It was the first Arab state to send rice.", "Weekly"),
        aid("SYR", "It was among the first states to send rice.", "Weekly"),
        aid("SYR", RICE, "Weekly", recipients=("IRN",)),
        aid("SYR", RICE, "Daily", document="doc_other"),
    ],
)
def test_the_first_in_another_thing_is_no_rival(other: Claim) -> None:
    assert disputes(dossier_of(aid("PRK", RICE, "Daily"), other)) == []


def raid(by: str, source: str, voice: str, **fields: Any) -> Claim:
    values: dict[str, Any] = {"occurred": "1990-05-03", "place": "Tell Ast", **fields}
    words = f"{by} aircraft bombed the town, it said."
    return make_claim(
        words,
        "ASSAULT",
        actors=(by,),
        source=source,
        role="reported",
        speaker=voice,
        voice=voice,
        **values,
    )


def test_an_accused_who_blames_a_third_makes_a_dispute() -> None:
    dossier = dossier_of(raid("PRK", "Daily", "PSE"), raid("SYR", "Weekly", "PRK"))
    [dispute] = disputes(dossier)
    assert (dispute.field, [value.value for value in dispute.values]) == ("actors", ["PRK", "SYR"])
    assert "who did it" in text(dossier)
    assert {side.code for side in dossier.others} == {"SYR"}


@pytest.mark.parametrize(
    "other",
    [
        raid("SYR", "Weekly", "PRK", occurred="1990-05-04"),
        raid("SYR", "Weekly", "PRK", occurred="1990-05"),
        raid("SYR", "Weekly", "PRK", place="Bir Zer"),
        raid("SYR", "Weekly", "PRK", place=None),
        raid("SYR", "Weekly", "PRK", recipients=("IRN",)),
        raid("SYR", "Weekly", "PRK", certainty="Uu"),
        raid("SYR", "Weekly", "IRN"),  # who accuses another is not accused itself
    ],
)
def test_two_deeds_are_no_dispute(other: Claim) -> None:
    assert disputes(dossier_of(raid("PRK", "Daily", "PSE"), other)) == []
