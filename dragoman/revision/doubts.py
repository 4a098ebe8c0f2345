"""What is worth a person's look: links and claims, the most doubtful first."""

from __future__ import annotations

from collections.abc import Iterator
from heapq import merge
from itertools import islice, takewhile
from operator import attrgetter
from typing import Literal

from dragoman.ports import EventQuery, View
from dragoman.records.claims import Claim
from dragoman.records.codec import Record
from dragoman.records.corrections import Standing
from dragoman.records.links import Link

DOUBTFUL = 0.8  # a score or a confidence below which one in ten lies


class Doubt(Record, frozen=True, kw_only=True):
    """A link or a claim that nobody has looked at yet; `sure` is from 0 to 1."""

    kind: Literal["link", "claim"]
    sure: float
    why: tuple[str, ...]
    claims: tuple[Claim, ...]  # the two that are linked, or the one


def doubts(view: View, query: EventQuery, *, every: bool = False) -> Iterator[Doubt]:
    """What nobody has examined, least sure first: only what is doubtful, or everything."""
    standing = Standing(view.corrections())
    links, claims = _links(view, query, standing), _claims(view, query, standing)
    asked = merge(links, claims, key=attrgetter("sure"))
    wanted = asked if every else takewhile(lambda doubt: doubt.sure < DOUBTFUL, asked)
    yield from islice(wanted, query.limit)


def _links(view: View, query: EventQuery, standing: Standing) -> Iterator[Doubt]:
    judged = standing.pairs()
    for link in view.doubtful_links(query):
        if frozenset({link.left, link.right}) in judged:
            continue
        claims = tuple(filter(None, (view.claim(link.left), view.claim(link.right))))
        yield Doubt(kind="link", sure=link.score, why=_reasons(link), claims=claims)


def _claims(view: View, query: EventQuery, standing: Standing) -> Iterator[Doubt]:
    for claim in view.doubtful_claims(query):
        if not standing.examined(claim.id):
            why = f"confidence {claim.confidence:.2f}"
            yield Doubt(kind="claim", sure=claim.confidence, why=(why,), claims=(claim,))


def _reasons(link: Link) -> tuple[str, ...]:
    said = (f"{one.feature} {one.score:+.2f} {one.detail}".strip() for one in link.reasons)
    return (f"score {link.score:.2f}", *said)
