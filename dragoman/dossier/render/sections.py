"""The sections of a dossier, in their order: the one list that all renderings set."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dragoman.dossier.render import happenings, lists, status, tables, wording
from dragoman.dossier.render.page import Block, Page, Section
from dragoman.dossier.render.told import Told
from dragoman.records.dossiers import Dossier
from dragoman.records.shown import safe

_SECTIONS: tuple[tuple[str, Callable[[Told], Iterator[Block]]], ...] = (
    ("Status, as told", status.status),
    ("In short", status.in_short),
    ("Timeline", happenings.timeline),
    ("Undated", happenings.undated),
    ("Where tellings differ", happenings.differences),
    ("Letters", lists.letters),
    ("Visits", lists.visits),
    ("Intensity, month by month", tables.intensity),
    ("Who tells what (events by type)", tables.tallies),
    ("What they are called", tables.namings),
    ("Open questions", lists.questions),
    ("Readers’ comments say", happenings.comments),
    ("Documents", lists.documents),
)


def page(dossier: Dossier, quotes: int) -> Page:
    """The dossier as a page, with at most so many quotations under one event."""
    told = Told(dossier, quotes)
    sections = (Section(head=head, blocks=tuple(part(told))) for head, part in _SECTIONS)
    return Page(
        title=" and ".join(safe(side.name) for side in dossier.sides),
        scope=wording.scope(dossier),
        sections=tuple(section for section in sections if section.blocks),
    )
