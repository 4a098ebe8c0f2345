"""Claims and events as lines of plain text, one a line, for the commands that list them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dragoman.dossier.render.wording import kind, safe, standing
from dragoman.records.actors import Participant
from dragoman.records.claims import Claim
from dragoman.records.events import Event, EventSide

_CLAIM = ("occurred", "event", "who", "certainty", "says", "id")
_EVENT = ("occurred", "event", "who", "standing", "id")
_CUT = {"occurred": 21, "event": 30, "who": 44, "says": 28}


def render_claims(claims: Iterable[Claim]) -> str:
    """The claims as a table: when, what, who, how surely, who says so, and the id."""
    return _table(_CLAIM, map(_claim_row, claims))


def render_events(events: Iterable[Event]) -> str:
    """The events as a table: when, what, who, how they stand, and the id."""
    return _table(_EVENT, map(_event_row, events))


def _claim_row(claim: Claim) -> Mapping[str, str]:
    said = claim.asserted_by.name or claim.asserted_by.text or claim.asserted_by.role
    source = claim.source
    return {
        "occurred": claim.occurred or "—",
        "event": " ".join((claim.event_type, *claim.modes)),
        "who": _who(claim.actors, claim.recipients),
        "certainty": claim.certainty,
        "says": said if said == source else f"{source}: {said}",
        "id": claim.id,
    }


def _event_row(event: Event) -> Mapping[str, str]:
    return {
        "occurred": event.occurred or "—",
        "event": kind(event),
        "who": _who(event.actors, event.recipients),
        "standing": standing(event),
        "id": event.id,
    }


def _who(
    actors: Iterable[Participant | EventSide], recipients: Iterable[Participant | EventSide]
) -> str:
    acting, receiving = (" and ".join(_distinct(end)) for end in (actors, recipients))
    if receiving:
        return f"{acting or '?'} → {receiving}"
    return acting or "?"


def _distinct(participants: Iterable[Participant | EventSide]) -> Iterator[str]:
    yield from dict.fromkeys(_named(participant) for participant in participants)


def _named(participant: Participant | EventSide) -> str:
    name = participant.name or getattr(participant, "text", None)
    if name and participant.country:
        return f"{name} ({participant.country})"
    return name or participant.country or "?"


def _table(heads: tuple[str, ...], rows: Iterable[Mapping[str, str]]) -> str:
    cells = [tuple(_cut(row[head], _CUT.get(head)) for head in heads) for row in rows]
    if not cells:
        return ""
    widths = [max(map(len, column)) for column in zip(heads, *cells, strict=True)]
    return "".join(
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        + "\n"
        for row in (heads, *cells)
    )


def _cut(cell: str, most: int | None) -> str:
    shown = safe(cell)
    return shown if most is None or len(shown) <= most else f"{shown[: most - 1]}…"
