"""Claims gathered into happenings, in an order of their own, whatever order they came in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from dragoman.corroboration.kinds import ONCE
from dragoman.corroboration.match import Verdict, apart, clash, judge, link
from dragoman.corroboration.telling import Span, Telling
from dragoman.records.codec import Record
from dragoman.records.links import Link

_MARGIN = 0.1  # a lead in score that decides between two happenings that cannot be one
_YEARS = 2 * 366  # days beyond which a date is too wide to look for company by it
_UNDATED = 10**9

Cluster = list[Telling]


class _Candidate(Record, frozen=True, kw_only=True):
    """A cluster that a telling could join, and the member that it resembles most."""

    place: int  # of the cluster, in the order in which clusters were opened
    nearest: Telling
    verdict: Verdict


def gather(tellings: Iterable[Telling]) -> tuple[list[tuple[Telling, ...]], list[Link]]:
    """The happenings of one block, and the links by which each telling joined its own."""
    clusters: list[Cluster] = []
    index: dict[Any, dict[int, None]] = defaultdict(dict)
    links: list[Link] = []
    for telling in sorted(tellings, key=_order):
        places = sorted({place for key in _sought(telling) for place in index[key]})
        chosen = _choose(telling, clusters, places)
        if chosen is None:
            place = len(clusters)
            clusters.append([telling])
        else:
            place = chosen.place
            clusters[place].append(telling)
            links.append(link(telling, chosen.nearest, chosen.verdict))
        for key in _keys(telling):
            index[key][place] = None
    return [tuple(cluster) for cluster in clusters], links


def _order(telling: Telling) -> tuple[bool, int, str]:
    """Sure dates first, for a vague telling must find all that it could mean; denials last."""
    days = telling.span.days if telling.span else _UNDATED
    return (telling.denies, days, telling.claim.id)


def _choose(telling: Telling, clusters: list[Cluster], places: list[int]) -> _Candidate | None:
    found = (_candidate(telling, place, clusters[place]) for place in places)
    ranked = sorted(
        (candidate for candidate in found if candidate),
        key=lambda candidate: (-candidate.verdict.score, candidate.place),
    )
    return next((one for one in ranked if not _rivals(one, ranked, clusters)), None)


def _candidate(telling: Telling, place: int, cluster: Cluster) -> _Candidate | None:
    if any(clash(telling, member) for member in cluster):
        return None
    verdicts = ((judge(telling, member), member) for member in cluster)
    judged = [(verdict, member) for verdict, member in verdicts if verdict]
    if not judged:
        return None
    verdict, nearest = max(judged, key=lambda pair: (pair[0].score, pair[1].claim.id))
    return _Candidate(place=place, nearest=nearest, verdict=verdict)


def _rivals(one: _Candidate, ranked: list[_Candidate], clusters: list[Cluster]) -> bool:
    """Whether the telling fits another happening as well or better, of another time."""
    return any(
        other.place != one.place
        and other.verdict.score > one.verdict.score - _MARGIN
        and any(apart(a, b) for a in clusters[one.place] for b in clusters[other.place])
        for other in ranked
    )


def _keys(telling: Telling) -> Iterator[tuple[Any, ...]]:
    """Under what a telling is found."""
    yield ("type", telling.claim.event_type)
    yield ("copies", telling.copies, telling.claim.event_type)
    for mode in telling.modes & ONCE:
        yield ("once", mode)
    if telling.span and telling.span.days <= _YEARS:
        for month in _months(telling.span):
            yield ("month", month)


def _sought(telling: Telling) -> Iterator[tuple[Any, ...]]:
    """Under what its company is looked for."""
    if telling.denies:
        yield ("type", telling.claim.event_type)
    for key in _keys(telling):
        if key[0] != "type":
            yield key


def _months(span: Span) -> range:
    first, last = date.fromordinal(span.first), date.fromordinal(span.last)
    return range(first.year * 12 + first.month, last.year * 12 + last.month + 1)
