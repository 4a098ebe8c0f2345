"""Which claims could tell of one happening at all: those of the same sides and type family."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.records.actors import Participant
from dragoman.records.claims import Claim

# Tellings of one happening are often coded with neighbouring types (talks that end in an
# agreement, a supply of arms called support); a family holds the neighbours together.
FAMILIES = {
    "AGREE": "relate",
    "CONSULT": "relate",
    "SUPPORT": "relate",
    "COOPERATE": "relate",
    "AID": "relate",
    "CONCEDE": "ease",
    "RETREAT": "ease",
    "REQUEST": "object",
    "ACCUSE": "object",
    "REJECT": "object",
    "THREATEN": "object",
    "PROTEST": "harm",
    "SANCTION": "harm",
    "MOBILIZE": "harm",
    "COERCE": "harm",
    "ASSAULT": "harm",
}


def side(participant: Participant) -> str | None:
    """The country of a participant, its name where it has none, or None."""
    if participant.country:
        return participant.country
    return participant.name.casefold() if participant.name else None


def sides(participants: Iterable[Participant]) -> frozenset[str]:
    """The sides that these participants stand for; who is not resolved stands for none."""
    return frozenset(found for participant in participants if (found := side(participant)))


def family(event_type: str) -> str:
    """The family of a type; a type that no family lists is its own."""
    return FAMILIES.get(event_type, event_type.lower())


def block(claim: Claim) -> str:
    """The key of the block of a claim, as `PRK+PSE/relate`; a claim of no side has its own.

    All that recognise one side share a block, as `PSE/recognize`: only one can be the first.
    """
    recognised = sides(claim.recipients)
    if "recognize" in claim.modes and recognised:
        return f"{'+'.join(sorted(recognised))}/recognize"
    found = sides((*claim.actors, *claim.recipients))
    who = "+".join(sorted(found)) or claim.id
    return f"{who}/{family(claim.event_type)}"
