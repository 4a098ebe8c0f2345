"""Sides of an event: participants, joined and parted."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.records.actors import Participant
from dragoman.records.codec import Record
from dragoman.records.readings import Mention, Referent

Side = tuple[Participant, ...]

_PRONOUNS = frozenset(
    ("it", "its", "they", "them", "their", "he", "him", "his", "she", "her", "hers", "this", "that")
)
_OF_STATE = frozenset({None, "GOV", "MIL"})  # sectors in which a state itself acts
_AGAINST_STATE = frozenset({"REB", "UAF", "OPP"})
_ENVOYS = frozenset(
    {"ambassador", "ambassadors", "envoy", "envoys", "consul", "chargé d'affaires", "diplomats"}
    | {"embassy", "embassies", "consulate", "consulates", "mission", "legation", "minister", "man"}
)


class Sides(Record, frozen=True, kw_only=True):
    """The two sides of an event, and how directly the words name them (0 to 1)."""

    actors: Side = ()
    recipients: Side = ()
    sureness: float = 1.0
    guessed: bool = False  # the recipients stand in no word of the clause
    misheard: bool = False  # a pronoun that seems to mean the actors stands for the others


def participant(text: str, mention: Mention, referent: Referent) -> Participant:
    """The participant that a mention of this referent makes."""
    return Participant(
        text=text[mention.start : mention.end],
        name=referent.name,
        country=referent.country,
        sector=referent.sector,
        wikidata=referent.wikidata,
        start=mention.start,
        end=mention.end,
    )


def merged(left: Side, right: Side) -> Side:
    """Both sides as one, nobody twice."""
    found = {_identity(p): p for p in reversed((*left, *right))}
    return tuple(sorted(found.values(), key=lambda p: p.start))


def without(side: Side, others: Side) -> Side:
    """The side without those who stand on the other."""
    known = {_identity(p) for p in others}
    return tuple(p for p in side if _identity(p) not in known)


def abroad(side: Side, others: Side) -> Side:
    """The side without those who are of a country of the other side."""
    own = countries_of(others)
    return tuple(p for p in side if p.country not in own)


def facing(side: Side, actors: Side) -> Side:
    """The side without the actors themselves, and without pronouns that seem to mean them."""
    own = countries_of(actors)
    others = without(side, actors)
    return tuple(p for p in others if p.country not in own or not _is_own(p))


def _is_own(participant: Participant) -> bool:
    """Whether it means the actors or their envoy: "it", "its ambassador"."""
    first, _, rest = participant.text.lower().partition(" ")
    if participant.sector not in _OF_STATE:
        return False  # "the army defeated them": the rebels
    return is_pronoun(participant) or (first in _PRONOUNS and rest in _ENVOYS)


def is_of_states(side: Side) -> bool:
    """Whether states act here, and not their people."""
    return {p.sector for p in side} <= _OF_STATE


def are_states_apart(side: Side, others: Side) -> bool:
    """Whether states act on others than themselves."""
    own, theirs = countries_of(side), countries_of(others)
    known = bool(own and theirs) and None not in own | theirs
    return known and not own & theirs and is_of_states((*side, *others))


def is_pronoun(participant: Participant) -> bool:
    """Whether nothing but a pronoun stands for it."""
    return participant.text.lower() in _PRONOUNS


def are_foes(side: Side) -> bool:
    """Whether two of one country are meant, and one of them fights or opposes the other."""
    names = {p.name for p in side}
    return len(names) > 1 and any(p.sector in _AGAINST_STATE for p in side)


def countries_of(side: Iterable[Participant]) -> set[str | None]:
    """The countries of a side; None among them for someone of no known country."""
    return {p.country for p in side}


def _identity(participant: Participant) -> tuple[str | None, str | None]:
    return participant.name, participant.country
