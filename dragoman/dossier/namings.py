"""Loaded words: who calls whom what, counted once for each place where it stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from dragoman.records.claims import Claim, Framing
from dragoman.records.dossiers import Naming

_Place = tuple[str, int]  # a document, and where in it


def namings(claims: Iterable[Claim]) -> tuple[Naming, ...]:
    """The loaded words in these claims, by whose they are, then whom they name."""
    places: dict[tuple[str, ...], dict[_Place, tuple[Claim, Framing]]] = defaultdict(dict)
    for claim in claims:
        for framing in claim.framing:
            place = (claim.document, framing.start)
            places[_same(claim, framing)].setdefault(place, (claim, framing))
    return tuple(_naming(found) for _, found in sorted(places.items()))


def _same(claim: Claim, framing: Framing) -> tuple[str, ...]:
    """What makes two uses one: the same words of the same mouth for the same actor."""
    speaker = framing.speaker
    who = "" if speaker.role == "author" else speaker.name or speaker.text or "?"
    return (
        claim.source,
        who,
        framing.country or "",
        framing.target,
        framing.kind,
        framing.text.casefold(),
    )


def _naming(places: dict[_Place, tuple[Claim, Framing]]) -> Naming:
    first = min(places)
    claim, framing = places[first]
    return Naming(
        source=claim.source,
        speaker=framing.speaker,
        target=framing.target,
        country=framing.country,
        kind=framing.kind,
        text=framing.text,
        times=len(places),
        document=claim.document,
        start=framing.start,
        end=framing.end,
    )
