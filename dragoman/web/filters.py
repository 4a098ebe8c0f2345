"""What a reader asks for, as it stands in the address."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from urllib.parse import urlencode

import msgspec
from litestar.datastructures import MultiDict
from msgspec.structs import replace

from dragoman.app import App
from dragoman.errors import UsageError
from dragoman.ontology import plover
from dragoman.ports import EventQuery
from dragoman.records.claims import Certainty
from dragoman.records.codec import Record
from dragoman.records.dates import bounds, is_edtf, overlaps
from dragoman.records.documents import SectionKind
from dragoman.records.dossiers import Entry
from dragoman.records.events import Standing

Direction = Literal["cooperation", "conflict"]
Words = Annotated[str, msgspec.Meta(max_length=200)]


class Filters(Record, frozen=True, kw_only=True):
    """Which events or claims are meant; empty means all."""

    side: Annotated[tuple[Words, ...], msgspec.Meta(max_length=2)] = ()
    type: Annotated[tuple[Words, ...], msgspec.Meta(max_length=16)] = ()
    since: Words | None = None
    until: Words | None = None
    source: Words | None = None
    standing: Standing | None = None
    certainty: Certainty | None = None
    direction: Direction | None = None
    section: SectionKind | None = None
    q: Words | None = None
    after: Words | None = None

    def address(self, **changes: Any) -> str:
        """The filters with these changes as the query of an address, with its `?`."""
        changed = replace(self, **changes)
        pairs = {n: v for n in changed.__struct_fields__ if (v := getattr(changed, n))}
        return f"?{urlencode(pairs, doseq=True)}" if pairs else "?"

    @property
    def any(self) -> bool:
        """Whether anything is filtered at all."""
        return replace(self, after=None) != Filters()


def filters_of(asked: MultiDict[Any]) -> Filters:
    """The filters in an address; blanks, as an empty form sends them, are left out."""
    many = {"side", "type"}
    known = set(Filters.__struct_fields__)
    given: dict[str, Any] = {}
    for name, told in asked.multi_items():
        text = str(told).strip()
        if text and name in known:
            given[name] = (*given.get(name, ()), text) if name in many else text
    try:
        return checked(msgspec.convert(given, Filters))
    except msgspec.ValidationError as error:
        raise UsageError(f"the address asks for what cannot be: {error}") from error


def checked(filters: Filters) -> Filters:
    """The filters; UsageError for a type that is none, or a date that is no EDTF."""
    types = tuple(name.upper() for name in filters.type)
    for name in types:
        if name not in plover().types:
            raise UsageError(f"no event type {name!r}; there are {', '.join(plover().types)}")
    for date in (filters.since, filters.until):
        if date is not None and not is_edtf(date):
            raise UsageError(f"{date!r} is no EDTF date; write 1988, 1988-11 or 1988-11-15")
    return replace(filters, type=types)


def query(
    filters: Filters, app: App, *, limit: int | None, document: str | None = None
) -> EventQuery:
    """The filters as the record is asked them."""
    types = filters.type
    if filters.direction is not None:
        types = tuple(name for name in types or plover().types if _goes(name, filters.direction))
    return EventQuery(
        sides=app.sides(filters.side),
        event_types=types,
        since=filters.since,
        until=filters.until,
        source=filters.source,
        document=document,
        standing=filters.standing,
        certainty=filters.certainty,
        section=filters.section,
        words=filters.q,
        after=filters.after,
        limit=limit,
    )


def _goes(event_type: str, direction: Direction) -> bool:
    return plover().type(event_type).quad_class.endswith(direction)


def meets(entry: Entry, filters: Filters) -> bool:
    """Whether an entry of a dossier is what the filters ask for."""
    event = entry.event
    told = {citation.source for citation in entry.citations}
    sure = {citation.certainty for citation in entry.citations}
    where = {citation.section for citation in entry.citations}
    return (
        (not filters.type or event.event_type in filters.type)
        and (filters.direction is None or event.quad_class.endswith(filters.direction))
        and filters.standing in {None, event.standing}
        and (filters.source is None or filters.source in told)
        and (filters.certainty is None or filters.certainty in sure)
        and (filters.section is None or filters.section in where)
        and _within(event.occurred, filters)
        and _says(entry, filters.q)
    )


def _within(occurred: str | None, filters: Filters) -> bool:
    if filters.since is None and filters.until is None:
        return True
    if occurred is None:
        return False
    since, until = filters.since or "", filters.until or ""
    first, last = since.partition("/")[0], until.rpartition("/")[2]
    if first and last and (bounds(first)[0] or 0) > (bounds(last)[1] or 0):  # type: ignore[operator]
        return False
    return overlaps(occurred, f"{first or '..'}/{last or '..'}")


def _says(entry: Entry, words: str | None) -> bool:
    if words is None:
        return True
    told = " ".join(citation.sentence for citation in entry.citations).casefold()
    return all(word in told for word in words.casefold().split())
