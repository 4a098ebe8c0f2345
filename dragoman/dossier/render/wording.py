"""How sides, tellers, kinds and quotations are put into words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from dragoman.dossier.cite import denies
from dragoman.dossier.render.dates import short
from dragoman.records import worded
from dragoman.records.dossiers import Citation, Dossier
from dragoman.records.events import Dispute, Event, EventSide
from dragoman.records.shown import safe
from dragoman.records.worded import HAPPENED, is_of_deeds

_NEXT = re.compile(r"[.!?][”\"’]?\s+[“\"A-Z]")  # where another sentence begins


class Quotation(NamedTuple):
    """A stretch of a sentence as it stands, and whether something was left out around it."""

    before: bool
    text: str
    after: bool


def quotation(citation: Citation, room: int) -> Quotation:
    """The sentence, or what of it stands around the trigger and fits the room.

    Of a denial in a sentence of its own, the end, for there it is denied.
    """
    sentence = citation.sentence
    if len(sentence) <= room:
        return Quotation(before=False, text=safe(sentence), after=False)
    middle = (citation.trigger.start + citation.trigger.end) // 2 - citation.start
    apart = denies(citation) and _NEXT.search(sentence, citation.trigger.end - citation.start)
    start = len(sentence) - room if apart else max(0, middle - room // 2)
    start = min(start, len(sentence) - room)
    cuts = [match.start() for match in re.finditer(r"\s+|$", sentence)]
    first = next((cut for cut in cuts if cut >= start), 0) if start else 0
    last = max((cut for cut in cuts if first < cut <= start + room), default=start + room)
    return Quotation(before=first > 0, text=safe(sentence[first:last]), after=last < len(sentence))


def count(number: int, noun: str) -> str:
    """`1 event`, `2 events`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def kind(event: Event) -> str:
    """The type of an event and its modes."""
    return " ".join((event.event_type, *event.modes))


def standing(event: Event, alike: int = 1) -> str:
    """The standing and the number of sources, as `agreed, 3 sources`; of how many alike."""
    how, each = worded.standing(event), " each" if alike > 1 else ""
    lead = f"{count(alike, 'event')}, " if alike > 1 else ""
    if event.standing == "single" or (event.negated and event.sources == 1):
        among = f", {count(event.documents, 'document')}" if event.documents > 1 else ""
        return f"{lead}{how}{among}{each}"
    sources = "one source" if event.sources == 1 else count(event.sources, "source")
    return f"{lead}{how}, {sources}{each}"


class Names:
    """Sides under the names of a dossier, and documents under their numbers."""

    def __init__(self, dossier: Dossier) -> None:
        self._names = {side.code: side.name for side in (*dossier.sides, *dossier.others)}
        self._numbers = {used.document: n for n, used in enumerate(dossier.documents, 1)}
        self._copies = {used.document: used.copy_of for used in dossier.documents if used.copy_of}

    def state(self, code: str) -> str:
        """The name of a side by its code."""
        return safe(self._names.get(code, code))

    def number(self, document: str) -> int:
        """The number of a document cited."""
        return self._numbers[document]

    def mark(self, document: str) -> str:
        """`[2]`, or `[3, copy of 2]`."""
        copied = self._copies.get(document)
        copy = f", copy of {self._numbers[copied]}" if copied else ""
        return f"[{self._numbers[document]}{copy}]"

    def who(self, event: Event) -> str:
        """`A → B`, or `A ↔ B` where the sides are equal."""
        actors, recipients = (list(map(self.side, end)) for end in (event.actors, event.recipients))
        if recipients:
            return f"{' and '.join(actors) or 'someone'} → {' and '.join(recipients)}"
        return " ↔ ".join(actors)

    def side(self, side: EventSide) -> str:
        """`Kim Il Sung (North Korea)`, or the state alone."""
        state = self._names.get(side.country or "", side.country)
        if not side.name or side.name == state:
            return safe(state or "someone")
        return safe(f"{side.name} ({state})" if state else side.name)

    def value(self, dispute: Dispute, value: str) -> str:
        """A disputed value in words."""
        if dispute.field == "happened":
            return HAPPENED[value].capitalize() if value in HAPPENED else value
        if dispute.field == "occurred" or is_of_deeds(dispute):
            return short(value)
        if dispute.field in {"actors", "first", "only", "last"}:
            return " and ".join(map(self.state, value.split("+")))
        return safe(value)

    def said_by(self, citation: Citation) -> str:
        """`Weekly`, or whose word it is and who passes it on."""
        speaker, source = citation.asserted_by, safe(citation.source)
        name = safe(speaker.name or speaker.text or "")
        if speaker.role == "author" or name == source:
            return source
        if speaker.role == "commenter":
            return f"{name or 'a reader'}, reader of {source}"
        return f"{name or 'someone not named'}, {speaker.role} by {source}"


def terms(citation: Citation, event: Event) -> str:
    """How sure it is, as `CT+, historical`, the section if not the body, a date of its own."""
    section = () if citation.section == "body" else (citation.section.replace("_", " "),)
    own = citation.occurred if citation.occurred != event.occurred else None
    dated = (f"dated {short(own)}",) if own else ()
    return ", ".join((*section, citation.certainty, *citation.auxiliary, *dated))


def scope(dossier: Dossier) -> str:
    """One line: how much there is, and from when to when."""
    relation = dossier.relation
    if not (dossier.timeline or dossier.undated or dossier.comments):
        return "The record holds nothing about these two sides."
    own = [used for used in dossier.documents if not used.copy_of]
    copies = len(dossier.documents) - len(own)
    documents = count(len(dossier.documents), "document")
    counts = (
        count(relation.events, "event"),
        f"{documents}, {copies} of them copies" if copies > 1 else documents,
        count(len({used.source for used in own}), "outlet"),
    )
    dates = _from_to(relation.first, relation.last)
    return " · ".join((*counts, dates) if dates else counts)


def _from_to(first: str | None, last: str | None) -> str:
    begins, ends = (first or "").partition("/")[0], (last or "").rpartition("/")[2]
    known = (date for date in (begins, ends) if date.strip("."))
    return " – ".join(dict.fromkeys(map(short, known)))


def by_source(citations: Iterable[Citation]) -> list[Citation]:
    """The first of each document and speaker."""
    found: dict[tuple[str, str], Citation] = {}
    for citation in citations:
        by = citation.asserted_by
        speaker = "" if by.role == "author" else by.name or by.text or by.role
        found.setdefault((citation.document, speaker), citation)
    return list(found.values())
