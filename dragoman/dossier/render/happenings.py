"""Events with the sentences that tell of them, and where those differ."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from dragoman.dossier.render import wording
from dragoman.dossier.render.page import Block, Column, Difference, Happening, Items, Span
from dragoman.dossier.render.told import Told, mark, quote, quotes_of
from dragoman.ontology import plover
from dragoman.records import worded
from dragoman.records.dossiers import Citation, Entry
from dragoman.records.events import Dispute, DisputedValue, Event

_WHAT_IS_A_SOURCE = (
    "A source is an independent witness: an outlet, all copies of one text, or all voices of one "
    "state count as one."
)


def timeline(told: Told) -> Iterator[Block]:
    """Every dated event with who tells of it."""
    if told.dossier.timeline:
        yield Items(head=(Span(_WHAT_IS_A_SOURCE),))
    for entry in told.dossier.timeline:
        yield _happening([entry], told)


def undated(told: Told) -> Iterator[Block]:
    """The others, those that read alike under one line."""
    alike: dict[tuple[int, str, str], list[Entry]] = defaultdict(list)
    types = list(plover().types)
    for entry in told.dossier.undated:
        event = entry.event
        head = f"{wording.kind(event)} {told.names.who(event)}"
        alike[types.index(event.event_type), head, wording.standing(event)].append(entry)
    for _, entries in sorted(alike.items()):
        yield _happening(entries, told)


def comments(told: Told) -> Iterator[Block]:
    """What only readers tell."""
    for entry in told.dossier.comments:
        yield _happening([entry], told, marked=False)


def _happening(entries: list[Entry], told: Told, *, marked: bool = True) -> Happening:
    event = entries[0].event
    quotes, more = quotes_of(entries, told)
    line = told.event(event, linked=False)
    return Happening(
        anchors=tuple(entry.event.id for entry in entries) if marked else (),
        date=event.occurred,
        line=(*line, *mark(event, len(entries))) if marked else line,
        quotes=quotes,
        more=more,
    )


def differences(told: Told) -> Iterator[Block]:
    """Each dispute, its values side by side with who gives each."""
    shown: set[Dispute] = set()  # one on which of several deeds was the first is on each of them
    for event_id in told.dossier.disputes:
        entry = told.entries[event_id]
        said = {one.claim: one for one in (*entry.citations, *entry.elsewhere)}
        for dispute in entry.event.disputes:
            if dispute in shown:
                continue
            shown.add(dispute)
            yield Difference(
                date=entry.event.occurred,
                line=(*told.event(entry.event), Span(f": {worded.field(dispute)}")),
                columns=tuple(
                    _column(dispute, value, said, entry.event, told)
                    for value in sorted(dispute.values, key=lambda value: value.value == "no")
                ),
            )


def _column(
    dispute: Dispute, value: DisputedValue, said: dict[str, Citation], event: Event, told: Told
) -> Column:
    claims = (said[claim] for claim in value.claims if claim in said)
    given = wording.by_source(sorted(claims, key=lambda one: one.occurred != value.value))
    return Column(
        head=(Span(told.names.value(dispute, value.value), "term"),),
        quotes=tuple(quote([citation], event, told) for citation in given),
    )
