"""Invented texts with a marked event, and what attribution makes of them."""

from __future__ import annotations

from typing import Any

import msgspec

from dragoman.records.claims import Claim, Speaker
from eval.attribution import Case, claims_of


def tell(text: str, **fields: Any) -> Claim:
    """The claim made of the word between double brackets."""
    return tell_all(text, **fields)[0]


def tell_all(text: str, **fields: Any) -> tuple[Claim, ...]:
    """That claim, and the claims that deny it."""
    at = text.index("[[")
    trigger = text[at + 2 : text.index("]]")]
    plain = text.replace("[[", "").replace("]]", "")
    unasked = {
        "role": "author",
        "speaker_name": None,
        "speaker_country": None,
        "certainty": "CT+",
        "auxiliary": (),
        "kind": "test",
        "split": "dev",
    }
    values = {"text": plain, "trigger": trigger, "at": at, **unasked, **fields}
    return claims_of(msgspec.convert(values, Case))


def voice(text: str, **fields: Any) -> tuple[str, str | None]:
    """Role of the asserter, and their name or else country or else words."""
    speaker = tell(text, **fields).asserted_by
    return speaker.role, called(speaker)


def called(speaker: Speaker) -> str | None:
    """The name of a speaker, or else the words for them."""
    return speaker.name or speaker.text


def sure(text: str, **fields: Any) -> str:
    """How surely the marked event is asserted."""
    return tell(text, **fields).certainty
