"""The few tellings that sum up a relation: nothing but testimony, each with who else tells it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from dragoman.dossier.cite import Sources, objecting
from dragoman.records.claims import Claim
from dragoman.records.dates import bounds, contains, sort_key
from dragoman.records.dossiers import Citation, Entry, Statement
from dragoman.records.events import Event, Relation

SUMMED_UP = 8  # statements
_LIKELY = 200  # events among which they are chosen
_ENOUGH = 3  # statements; beyond these only what has a date and can be read by itself
MILESTONES = frozenset(
    {
        "recognize",
        "establish-relations",
        "restore-relations",
        "upgrade-relations",
        "downgrade-relations",
        "suspend-relations",
        "sever-relations",
    }
)
_STAY = 31  # days
_PROSE = frozenset({"body", "answer", "quote_block", "list"})
_STAND_INS = frozenset(
    ("he", "she", "it", "they", "him", "her", "them", "his", "its", "their", "we", "us", "our", "i")
)


class _Candidate(NamedTuple):
    """An event that may be summed up, by the first of the tellings that agree with it."""

    entry: Entry
    told: list[Citation]
    speaks: bool  # the telling can be read by itself

    @property
    def event(self) -> Event:
        """The event itself."""
        return self.entry.event

    @property
    def sentence(self) -> tuple[str, int]:
        """Which sentence would be quoted."""
        return self.told[0].document, self.told[0].start


def summary(
    relation: Relation,
    entries: Iterable[Entry],
    testimony: Mapping[str, list[Citation]],
    claims: Mapping[str, Claim],
    sources: Sources,
) -> tuple[Statement, ...]:
    """What made the relation what it is, then what most sources tell, in order of time.

    `testimony` holds, by the id of an event, what agrees with it.
    """
    turning = {span.event for span in relation.status}
    told = (entry for entry in entries if testimony[entry.event.id])
    likely = sorted(told, key=lambda entry: _weight(entry.event, turning))[:_LIKELY]
    found = [_candidate(entry, testimony[entry.event.id], claims, sources) for entry in likely]
    found.sort(key=lambda one: (*_weight(one.event, turning)[:4], not one.speaks))
    chosen = sorted(_choose(found), key=lambda one: _date(one.event))
    return tuple(_statement(one, sources) for one in chosen)


def _weight(event: Event, turning: set[str]) -> tuple[bool, bool, int, bool, float, str]:
    """For sorting: what changed the relation, then what most sources tell, the dated first."""
    return (
        event.id not in turning,
        MILESTONES.isdisjoint(event.modes),
        -event.sources,
        not event.occurred,
        -event.confidence,
        event.id,
    )


def _candidate(
    entry: Entry, told: list[Citation], claims: Mapping[str, Claim], sources: Sources
) -> _Candidate:
    """The event with its tellings: originals first, of these what can be read by itself."""
    occurred = entry.event.occurred

    def rank(citation: Citation) -> tuple[bool, bool, bool]:
        copied = sources.text_of(citation.document) != citation.document
        return (copied, not _speaks(claims[citation.claim]), citation.occurred != occurred)

    told = sorted(told, key=rank)
    return _Candidate(entry, told, _speaks(claims[told[0].claim]))


def _speaks(claim: Claim) -> bool:
    """Whether it can be read by itself: prose that says who is meant, with no `he`."""
    return claim.section in _PROSE and all(
        claim.start <= who.start < claim.end and not _stands_in(who.text.casefold())
        for who in (*claim.actors, *claim.recipients)
    )


def _stands_in(words: str) -> bool:
    return words in _STAND_INS or words.startswith(("the two ", "both "))


def _choose(ranked: list[_Candidate]) -> list[_Candidate]:
    """The weightiest: one of each sentence, and of each time one before others of that time."""
    dates: set[str | None] = set()
    stays: set[str] = set()
    fresh: list[_Candidate] = []
    repeating: list[_Candidate] = []
    for one in ranked:
        occurred = one.event.occurred
        known = occurred in dates or any(_within(occurred, stay) for stay in stays)
        (repeating if known and not _matters(one.event) else fresh).append(one)
        dates.add(occurred)
        if occurred and _is_stay(occurred):
            stays.add(occurred)
    chosen: dict[tuple[str, int], _Candidate] = {}
    for one in (*fresh, *repeating):
        full = (one.event.occurred and one.speaks) or _matters(one.event)
        if len(chosen) < (SUMMED_UP if full else _ENOUGH):
            chosen.setdefault(one.sentence, one)
    return list(chosen.values())


def _is_stay(occurred: str) -> bool:
    """Whether it lasted some days, as a visit does."""
    first, last = bounds(occurred) if "/" in occurred else (None, None)
    return bool(first and last and (last - first).days <= _STAY)


def _within(occurred: str | None, stay: str) -> bool:
    """Whether it falls into the days of a stay that has been chosen: its talks, its dinner."""
    return occurred is not None and contains(stay, occurred)


def _matters(event: Event) -> bool:
    return event.sources > 1 or not MILESTONES.isdisjoint(event.modes)


def _date(event: Event) -> tuple[bool, object, str]:
    return (not event.occurred, sort_key(event.occurred) if event.occurred else (), event.id)


def _statement(one: _Candidate, sources: Sources) -> Statement:
    witnesses: dict[str, Citation] = {}  # one of each source that does not repeat another
    copies: dict[str, Citation] = {}
    texts: set[str] = set()
    for citation in one.told:
        text = sources.text_of(citation.document)
        if citation.source not in witnesses:
            (copies if text in texts else witnesses).setdefault(citation.source, citation)
        texts.add(text)
    first, *others = witnesses.values()
    return Statement(
        event=one.event.id,
        occurred=one.event.occurred,
        standing=one.event.standing,
        sources=tuple(witnesses),
        citation=first,
        others=tuple(others),
        copies=tuple(copies.values()),
        against=_one_of_each(objecting(one.entry, first)),
    )


def _one_of_each(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    by_source: dict[tuple[str, str | None], Citation] = {}
    for citation in citations:
        by_source.setdefault((citation.document, citation.asserted_by.name), citation)
    return tuple(by_source.values())
