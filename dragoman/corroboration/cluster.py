"""Claims gathered into happenings, in an order of their own, whatever order they came in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from dragoman.corroboration.kinds import DIPLOMATIC, ONCE
from dragoman.corroboration.likeness import SOON, recent
from dragoman.corroboration.match import Verdict, apart, clash, judge, link
from dragoman.corroboration.places import IsTown
from dragoman.corroboration.telling import Span, Telling
from dragoman.records.codec import Record
from dragoman.records.links import Link

_MARGIN = 0.1  # a lead in score that decides between two happenings that cannot be one
_YEARS = 2 * 366  # days beyond which a date is too wide to look for company by it
_DENIED_WITHIN = 24  # months for which a denial without a date looks back
_SUREST = 32  # members of a happening that each new one is compared with
_UNDATED = 10**9

Key = tuple[Any, ...]


class Cluster:
    """Tellings of one happening, in the order in which they joined it."""

    def __init__(self) -> None:
        self.members: list[Telling] = []
        self._of_outlet: dict[str, list[Telling]] = defaultdict(list)

    def add(self, telling: Telling) -> None:
        """Takes in one more."""
        self.members.append(telling)
        self._of_outlet[telling.voice.outlet].append(telling)

    def company(self, telling: Telling) -> list[Telling]:
        """Whom a telling is compared with: the surest, and all others of its own outlet.

        A report that a thousand outlets print is not compared with each of them.
        """
        if len(self.members) <= _SUREST:
            return self.members
        surest = self.members[:_SUREST]
        known = {member.claim.id for member in surest}
        own = self._of_outlet.get(telling.voice.outlet, ())
        return [*surest, *(member for member in own if member.claim.id not in known)]


class _Candidate(Record, frozen=True, kw_only=True):
    """A cluster that a telling could join, and the member that it resembles most."""

    place: int  # of the cluster, in the order in which clusters were opened
    nearest: Telling
    verdict: Verdict


def gather(
    tellings: Iterable[Telling], is_town: IsTown | None = None
) -> tuple[list[tuple[Telling, ...]], list[Link]]:
    """The happenings of one block, and the links by which each telling joined its own."""
    clusters: list[Cluster] = []
    index: dict[Key, dict[int, None]] = defaultdict(dict)
    links: list[Link] = []
    for telling in sorted(tellings, key=_order):
        places = sorted({place for key in _sought(telling) for place in index.get(key, ())})
        chosen = _choose(telling, clusters, places, is_town)
        if chosen is None:
            place = len(clusters)
            clusters.append(Cluster())
        else:
            place = chosen.place
            links.append(link(telling, chosen.nearest, chosen.verdict))
        clusters[place].add(telling)
        for key in _keys(telling):
            index[key][place] = None
    return [tuple(cluster.members) for cluster in clusters], links


def _order(telling: Telling) -> tuple[bool, int, bool, str]:
    """Sure dates first, for a vague telling must find all that it could mean; denials last.

    What both sides did comes before what each says of it, which is known by it.
    """
    days = telling.span.days if telling.span else _UNDATED
    return (telling.denies, days, not telling.together, telling.claim.id)


def _choose(
    telling: Telling, clusters: list[Cluster], places: list[int], is_town: IsTown | None
) -> _Candidate | None:
    found = (_candidate(telling, place, clusters[place], is_town) for place in places)
    ranked = sorted(
        (candidate for candidate in found if candidate),
        key=lambda candidate: (-candidate.verdict.score, candidate.place),
    )
    return next((one for one in ranked if not _rivals(one, ranked, clusters)), None)


def _candidate(
    telling: Telling, place: int, cluster: Cluster, is_town: IsTown | None
) -> _Candidate | None:
    company = cluster.company(telling)
    if any(clash(telling, member) for member in company):
        return None
    verdicts = ((judge(telling, member, is_town), member) for member in company)
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
        and _apart(clusters[one.place], clusters[other.place])
        for other in ranked
    )


def _apart(one: Cluster, other: Cluster) -> bool:
    return any(apart(a, b) for a in one.members[:_SUREST] for b in other.members[:_SUREST])


def _keys(telling: Telling) -> Iterator[Key]:
    """Under what a telling is found: always together with its sides."""
    claim, who = telling.claim, telling.actors | telling.recipients
    yield ("type", who, claim.event_type)
    yield ("copies", who, telling.voice.copies, claim.event_type)
    for mode in telling.modes & ONCE:
        yield ("once", who, mode)
    if telling.span and telling.span.days <= _YEARS:
        yield from (("month", who, month) for month in _months(telling.span))
    elif not telling.span and telling.published and telling.published.days <= SOON:
        yield from (("told", who, month) for month in _months(telling.published))


def _sought(telling: Telling) -> Iterator[Key]:
    """Under what its company is looked for."""
    who = telling.actors | telling.recipients
    yield from (key for key in _keys(telling) if key[0] in {"copies", "once"})
    if telling.denies and not telling.span and not telling.published:
        yield ("type", who, telling.claim.event_type)
    for month in _likely_months(telling):
        yield ("month", who, month)
        if telling.denies or not telling.span:
            yield ("told", who, month)


def _likely_months(telling: Telling) -> range:
    """The months in which others may have put what a telling tells."""
    if telling.span:
        return _around(telling) if telling.span.days <= _YEARS else range(0)
    if telling.denies and telling.published and telling.published.days <= _YEARS:
        months = _months(telling.published)
        return range(months.start - _DENIED_WITHIN, months.stop)
    likely = recent(telling)
    return _months(likely) if likely and likely.days <= 2 * SOON else range(0)


def _around(telling: Telling) -> range:
    """The months of a telling's date, and those in which another may have put it."""
    assert telling.span is not None  # noqa: S101 - only dated tellings are looked up by date
    months = _months(telling.span)
    margin = 1 if telling.span.days <= SOON else 12 if telling.modes & DIPLOMATIC else 0
    return range(months.start - margin, months.stop + margin)


def _months(span: Span) -> range:
    first, last = date.fromordinal(span.first), date.fromordinal(span.last)
    return range(first.year * 12 + first.month, last.year * 12 + last.month + 1)
