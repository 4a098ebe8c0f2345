"""What all renderings share: how sides, tellers, kinds and quotations are put into words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dragoman.dossier.cite import is_testimony
from dragoman.records.dossiers import Citation, Dossier, Entry, QuestionKind, Statement, Tally
from dragoman.records.events import Dispute, Event, EventSide

# Characters that reorder the text around them or steer a terminal.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_BLANKS = re.compile(r"\s+")

STANDINGS = {
    "single": "one source",
    "agreed": "agreed",
    "disputed": "disputed",
    "denied": "denied",
}
ASIDE = {"disputed": " (told otherwise elsewhere)", "denied": " (denied elsewhere)"}
FIELDS = {
    "occurred": "when it happened",
    "actors": "who did it",
    "recipients": "to whom it was done",
    "happened": "whether it happened",
}
QUESTIONS: dict[QuestionKind, str] = {
    "undated": "No telling gives a date",
    "single-source": "Only one source tells of it",
    "uncertain": "No telling is sure of it",
}


class Quotation(NamedTuple):
    """A stretch of a sentence as it stands, and whether something was left out around it."""

    before: bool
    text: str
    after: bool


def safe(text: str) -> str:
    """The text on one line, with control characters shown by their number."""
    flat = _BLANKS.sub(" ", text).strip()
    return _UNSAFE.sub(lambda match: f"⟨U+{ord(match[0]):04X}⟩", flat)


def quotation(citation: Citation, room: int) -> Quotation:
    """The sentence, or what of it stands around the trigger and fits the room."""
    sentence = citation.sentence
    if len(sentence) <= room:
        return Quotation(before=False, text=safe(sentence), after=False)
    middle = (citation.trigger.start + citation.trigger.end) // 2 - citation.start
    start = min(max(0, middle - room // 2), len(sentence) - room)
    cuts = [match.start() for match in re.finditer(r"\s+|$", sentence)]
    first = next((cut for cut in cuts if cut >= start), 0) if start else 0
    last = max((cut for cut in cuts if first < cut <= start + room), default=start + room)
    return Quotation(before=first > 0, text=safe(sentence[first:last]), after=last < len(sentence))


def tellers(sources: Iterable[str]) -> str:
    """`Weekly`, `Weekly and 1 other` or `Weekly and 2 others`."""
    first, *rest = sources
    return safe(first) + _and_others(len(rest))


def _and_others(number: int) -> str:
    return f" and {number} other{'' if number == 1 else 's'}" if number else ""


def kind(event: Event) -> str:
    """The type of an event and its modes."""
    return " ".join((event.event_type, *event.modes))


def standing(event: Event) -> str:
    """The standing and the number of sources, as `agreed, 3 sources`."""
    if event.standing == "single":
        return STANDINGS["single"]
    plural = "" if event.sources == 1 else "s"
    return f"{STANDINGS[event.standing]}, {event.sources} source{plural}"


class Names:
    """Sides under the names of a dossier, and documents under their numbers."""

    def __init__(self, dossier: Dossier) -> None:
        self._names = {side.code: side.name for side in (*dossier.sides, *dossier.others)}
        self._numbers = {used.document: n for n, used in enumerate(dossier.documents, 1)}

    def number(self, citation: Citation) -> int:
        """The number of the document cited."""
        return self._numbers[citation.document]

    def who(self, event: Event) -> str:
        """`A → B`, or `A ↔ B` where the sides are equal."""
        actors, recipients = map(self._list, (event.actors, event.recipients))
        if recipients:
            return f"{' and '.join(actors) or 'someone'} → {' and '.join(recipients)}"
        return " ↔ ".join(actors)

    def value(self, dispute: Dispute, value: str) -> str:
        """A disputed value in words: sides by name."""
        if dispute.field in {"actors", "recipients"}:
            return " and ".join(safe(self._names.get(code, code)) for code in value.split("+"))
        return value

    def said_by(self, citation: Citation) -> str:
        """`Weekly`, or whose word it is and who passes it on."""
        speaker, source = citation.asserted_by, safe(citation.source)
        name = safe(speaker.name or speaker.text or "")
        if speaker.role == "author" or name == source:
            return source
        if speaker.role == "commenter":
            return f"{name or 'a reader'}, reader of {source}"
        return f"{name or 'someone not named'}, {speaker.role} by {source}"

    def led_by(self, statement: Statement) -> str:
        """Who tells what a statement of the summary says, and whether anyone objects."""
        others = _and_others(len(statement.sources) - 1)
        return self.said_by(statement.citation) + others + ASIDE.get(statement.standing, "")

    def terms(self, citation: Citation, event: Event) -> str:
        """Where it stands and how sure it is, as `body, CT+`, and a date of its own."""
        date = citation.occurred if citation.occurred != event.occurred else None
        terms = (citation.section, citation.certainty, *citation.auxiliary)
        return ", ".join((*terms, f"dated {date}") if date else terms)

    def _list(self, sides: tuple[EventSide, ...]) -> list[str]:
        return [self._side(side) for side in sides]

    def _side(self, side: EventSide) -> str:
        state = self._names.get(side.country or "", side.country)
        if not side.name or side.name == state:
            return safe(state or "someone")
        return safe(f"{side.name} ({state})" if state else side.name)


def shown(entry: Entry, most: int) -> tuple[list[Citation], int]:
    """Up to so many citations, a source at a time, and how many more there are."""
    told = list({(c.document, c.start, c.end): c for c in reversed(entry.citations)}.values())
    told.reverse()
    first_of = {citation.source: citation.claim for citation in reversed(told)}
    told.sort(key=lambda citation: first_of[citation.source] != citation.claim)
    return told[:most], len(told) - len(told[:most])


def entries_by_id(dossier: Dossier) -> dict[str, Entry]:
    """The entries of timeline and undated, by the id of the event."""
    return {entry.event.id: entry for entry in (*dossier.timeline, *dossier.undated)}


def scope(dossier: Dossier) -> str:
    """One line: how much there is, and from when to when."""
    relation = dossier.relation
    if not (dossier.timeline or dossier.undated or dossier.comments):
        return "The record holds nothing about these two sides."
    sources = len({used.source for used in dossier.documents})
    counts = (
        _count(relation.events, "event"),
        _count(len(dossier.documents), "document"),
        _count(sources, "source"),
    )
    dates = " – ".join(dict.fromkeys(filter(None, (relation.first, relation.last))))
    return " · ".join((*counts, dates) if dates else counts)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def table(tallies: tuple[Tally, ...]) -> tuple[list[str], list[list[str]]]:
    """Who says what: the types as heads, and a row of event counts for each source."""
    types = sorted({tally.event_type for tally in tallies})
    counts = {(tally.source, tally.event_type): tally.events for tally in tallies}
    sources = list(dict.fromkeys(tally.source for tally in tallies))
    rows = [[safe(s), *(str(counts.get((s, each), "·")) for each in types)] for s in sources]
    return ["source", *types], rows


def dispute_lines(
    dossier: Dossier, names: Names
) -> Iterator[tuple[Entry, Dispute, list[tuple[str, str]]]]:
    """Each dispute with its values and who gives each."""
    by_id = entries_by_id(dossier)
    for event in dossier.disputes:
        entry = by_id[event]
        said = {citation.claim: citation for citation in entry.citations}
        for dispute in entry.event.disputes:
            values = []
            for value in dispute.values:
                given = (said[claim] for claim in value.claims if claim in said)
                who = dict.fromkeys(f"{names.said_by(c)} [{names.number(c)}]" for c in given)
                values.append((names.value(dispute, value.value), "; ".join(who)))
            yield entry, dispute, values


def evidence(citations: Iterable[Citation], names: Names) -> str:
    """The sources of these citations with the numbers of their documents."""
    told = [citation for citation in citations if is_testimony(citation)]
    return ", ".join(dict.fromkeys(f"{safe(c.source)} [{names.number(c)}]" for c in told))
