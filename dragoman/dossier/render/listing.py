"""Claims, events and anniversaries as lines of plain text, for the commands that list them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from dragoman.dossier.render.dates import short
from dragoman.dossier.render.wording import kind, standing
from dragoman.records.actors import Participant
from dragoman.records.claims import Claim
from dragoman.records.dossiers import Anniversary
from dragoman.records.events import Event, EventSide
from dragoman.records.shown import safe

_CLAIM = ("occurred", "event", "who", "certainty", "says", "id")
_EVENT = ("occurred", "event", "who", "standing", "id")
_ANNIVERSARY = ("on", "years", "since", "event", "who", "standing")
_GAP = 2
_ID = 12  # characters of an id where room is short: enough to tell it from all others nearby
_LEAST = {"who": 30, "says": 16, "event": 16}  # to which a column may be cut, in this order


def render_claims(claims: Iterable[Claim], width: int | None = None) -> str:
    """The claims as a table: when, what, who, how surely, who says so, and the id."""
    return _table(_CLAIM, map(_claim_row, claims), width)


def render_events(events: Iterable[Event], width: int | None = None) -> str:
    """The events as a table: when, what, who, how they stand, and the id."""
    return _table(_EVENT, map(_event_row, events), width)


def render_anniversaries(found: Iterable[Anniversary], width: int | None = None) -> str:
    """The anniversaries as a table: the day, how many years since when, what, who."""
    return _table(_ANNIVERSARY, map(_anniversary_row, found), width)


def _claim_row(claim: Claim) -> Mapping[str, str]:
    said = claim.asserted_by.name or claim.asserted_by.text or claim.asserted_by.role
    source = claim.source
    return {
        "occurred": _when(claim.occurred),
        "event": " ".join((claim.event_type, *claim.modes)),
        "who": _who(claim.actors, claim.recipients),
        "certainty": claim.certainty,
        "says": said if said == source else f"{source}: {said}",
        "id": claim.id,
    }


def _event_row(event: Event) -> Mapping[str, str]:
    return {
        "occurred": _when(event.occurred),
        "event": kind(event),
        "who": _who(event.actors, event.recipients),
        "standing": standing(event),
        "id": event.id,
    }


def _anniversary_row(one: Anniversary) -> Mapping[str, str]:
    years = f"{one.years} ●" if one.round else str(one.years)
    return {
        **_event_row(one.event),
        "on": one.on,
        "years": years,
        "since": _when(one.event.occurred),
    }


def _when(occurred: str | None) -> str:
    return short(occurred) if occurred else "—"


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


def _table(heads: tuple[str, ...], rows: Iterable[Mapping[str, str]], width: int | None) -> str:
    cells = [tuple(safe(row[head]) for head in heads) for row in rows]
    if not cells:
        return ""
    widths = [max(map(len, column)) for column in zip(heads, *cells, strict=True)]
    if width is not None and heads[-1] == "id" and _excess(widths, width) > 0:
        cells = [(*row[:-1], row[-1][:_ID]) for row in cells]
        widths[-1] = _ID
    if width is not None:
        _narrow(heads, widths, width)
    return "".join(
        (" " * _GAP).join(map(_fit, row, widths)).rstrip() + "\n" for row in (heads, *cells)
    )


def _narrow(heads: tuple[str, ...], widths: list[int], width: int) -> None:
    """Takes what is too much from one column after another."""
    for head, least in _LEAST.items():
        if head in heads and (excess := _excess(widths, width)) > 0:
            place = heads.index(head)
            widths[place] = max(min(least, widths[place]), widths[place] - excess)


def _excess(widths: list[int], width: int) -> int:
    return sum(widths) + _GAP * (len(widths) - 1) - width


def _fit(cell: str, width: int) -> str:
    return cell.ljust(width) if len(cell) <= width else f"{cell[: width - 1]}…"
