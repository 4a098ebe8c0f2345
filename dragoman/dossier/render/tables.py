"""The sections of a dossier that are tables: intensity, who tells what, what they are called."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from dragoman.dossier.render.page import Block, Chart, Items, Line, Span, Table
from dragoman.dossier.render.told import Told
from dragoman.ontology import plover
from dragoman.records.dossiers import Naming
from dragoman.records.events import MonthOfRelation
from dragoman.records.shown import safe

_MOST_MONTHS = 36  # rows; a longer table goes by year
_DRAWN = 3  # months, below which there is nothing to see in a chart
_NUMBERS = 3  # documents named beside their source
_BAR = 20  # characters of the longest bar
_ROLES = {"author": "", "quoted": "quoted by ", "reported": "reported by "}


def intensity(told: Told) -> Iterator[Block]:
    """Sums of scores by month, or by year where there are many."""
    relation = told.dossier.relation
    if not relation.series:
        return
    more = relation.outside_series
    scale = "Each event counts once, in the month it happened, from -10 (conflict) to 10"
    outside = f"; {more} more have no date as fine as a month" if more else ""
    yield Items(head=(Span(f"{scale} (cooperation) on PLOVER’s scale{outside}."),))
    if len(relation.series) >= _DRAWN:
        yield Chart(series=relation.series)
    by_month = len(relation.series) <= _MOST_MONTHS
    rows = relation.series if by_month else tuple(_years(relation.series))
    longest = max(max(row.cooperation, -row.conflict) for row in rows) or 1.0
    heads = ("month" if by_month else "year", "events", "cooperation", "conflict", "score", "")
    yield Table(heads=heads, rows=tuple(_intensity(row, longest) for row in rows))


def _years(series: tuple[MonthOfRelation, ...]) -> Iterator[MonthOfRelation]:
    years: dict[str, list[MonthOfRelation]] = defaultdict(list)
    for month in series:
        years[month.month[:4]].append(month)
    for year, months in sorted(years.items()):
        yield MonthOfRelation(
            month=year,
            events=sum(month.events for month in months),
            score=sum(month.score for month in months),
            cooperation=sum(month.cooperation for month in months),
            conflict=sum(month.conflict for month in months),
        )


def _intensity(row: MonthOfRelation, longest: float) -> tuple[Line, ...]:
    bars = [
        mark * round(_BAR * size / longest)
        for mark, size in (("▒", -row.conflict), ("█", row.cooperation))
    ]
    scores = (f"{sum_:+g}" if sum_ else "·" for sum_ in (row.cooperation, row.conflict, row.score))
    cells = (row.month, str(row.events), *scores, "".join(bars))
    return tuple((Span(cell),) for cell in cells)


def tallies(told: Told) -> Iterator[Block]:
    """How many events of each type each source tells of."""
    found = told.dossier.tallies
    if not found:
        return
    types = [each for each in plover().types if any(t.event_type == each for t in found)]
    counts = {(tally.source, tally.event_type): tally.events for tally in found}
    documents: dict[str, list[str]] = defaultdict(list)
    for used in told.dossier.documents:
        documents[used.source].append(used.document)
    rows = [
        (
            _source(source, documents[source], told),
            *((Span(str(counts.get((source, t), "·"))),) for t in types),
        )
        for source in dict.fromkeys(tally.source for tally in found)
    ]
    yield Table(heads=("outlet", *types), rows=tuple(rows))


def _source(source: str, documents: list[str], told: Told) -> Line:
    """The source with the numbers of its documents, where they are few."""
    few = documents if len(documents) <= _NUMBERS else []
    numbers = (span for document in few for span in (Span(" "), told.number(document)))
    return (Span(safe(source), "name"), *numbers)


def namings(told: Told) -> Iterator[Block]:
    """Loaded words: a row for each mouth, a column for each side that they name."""
    codes = [side.code for side in told.dossier.sides]
    by_mouth: dict[str, dict[str | None, list[Naming]]] = defaultdict(lambda: defaultdict(list))
    for naming in told.dossier.namings:
        by_mouth[_mouth(naming)][_about(naming, codes)].append(naming)
    columns = [each for each in (*codes, None) if any(each in said for said in by_mouth.values())]
    heads = (told.names.state(code) if code else "others" for code in columns)
    if by_mouth:
        rows = (
            ((Span(mouth, "name"),), *(_words(said.get(each, ()), told) for each in columns))
            for mouth, said in sorted(by_mouth.items())
        )
        yield Table(heads=("who says it", *heads), rows=tuple(rows), figures=False)


def _about(naming: Naming, codes: list[str]) -> str | None:
    return naming.country if naming.country in codes else None


def _mouth(naming: Naming) -> str:
    speaker, source = naming.speaker, safe(naming.source)
    name = safe(speaker.name or speaker.text or "")
    if speaker.role == "author" or name == source:
        return source
    return f"{name or 'someone not named'}, {_ROLES.get(speaker.role, '')}{source}"


def _words(namings: Iterable[Naming], told: Told) -> Line:
    spans: list[Span] = []
    for naming in namings:
        often = f" ×{naming.times}" if naming.times > 1 else ""
        words = f"“{safe(naming.text)}”{_target(naming, told)} ({naming.kind}){often} "
        spans += (*((Span("; "),) if spans else ()), Span(words), told.number(naming.document))
    return tuple(spans)


def _target(naming: Naming, told: Told) -> str:
    """` of Kim Jong Un`, where the words themselves or the head of the column do not say it."""
    known = told.names.state(naming.country) if naming.country else naming.text
    return "" if safe(naming.target) in known else f" of {safe(naming.target)}"
