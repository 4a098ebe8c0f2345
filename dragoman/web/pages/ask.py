"""`/ask`: what the record says to a question, in the words of its claims."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from litestar import Response, get
from litestar.params import FromQuery

from dragoman.errors import UsageError
from dragoman.records.answers import Answer, Question, Testimony
from dragoman.records.worded import looked_for, stance, verdict
from dragoman.web import words
from dragoman.web.desk import Desk
from dragoman.web.given import TheDesk, ThePages
from dragoman.web.pages.events import marked
from dragoman.web.text import Piece

LENGTH = 300  # characters of a question
SHOWN = 25  # sentences of a group

VALUES = {
    "who": "It names",
    "when": "It dates it",
    "how-many": "Happenings that it tells apart",
    "state": "What is told of their relations",
}


class Told(NamedTuple):
    """A sentence with its marks, and everywhere it stands."""

    sentence: tuple[Piece, ...]
    testimonies: tuple[Testimony, ...]


class Heap(NamedTuple):
    """Sentences that say one thing of what was asked: of how many claims, sources and readers."""

    head: str
    claims: int
    sources: int
    readers: int
    told: tuple[Told, ...]
    left_out: int


@get("/ask")
async def ask(desk: TheDesk, pages: ThePages, q: FromQuery[str] = "") -> Response[bytes]:
    """The answer to a question, or where to ask one."""
    question = asked(q)
    if not question:
        return pages.page("ask.html", question="", examples=_examples(desk))
    answer = await desk.ask(question)
    groups = ((stance(answer.question, one.stance), one.testimonies) for one in answer.groups)
    return pages.page(
        "ask.html",
        question=question,
        answer=answer,
        asked_for=asked_for(answer.question),
        verdict=verdict(answer),
        values=VALUES.get(answer.question.kind),
        heaps=[heap(head, told) for head, told in groups],
        rejected=heap("Rejected by people, and not counted", answer.rejected),
        near=_near(answer),
    )


def asked(text: str) -> str:
    """The question on one line; UsageError for one that is too long."""
    question = " ".join(text.split())
    if len(question) > LENGTH:
        raise UsageError(f"a question of {len(question)} characters: ask in {LENGTH} at most")
    return question


def is_question(text: str) -> bool:
    """Whether what was typed into the search box asks something."""
    return text.rstrip().endswith("?") and len(text.split()) > 2


def asked_for(question: Question) -> str:
    """What is looked for, as a question was understood."""
    types = " or ".join(name.lower() for name in question.event_types) or "anything"
    modes = " or ".join(mode.replace("-", " ") for mode in question.modes)
    kind = f"{types}: {modes}" if modes else types
    return looked_for(question, kind, words.when(question.when) if question.when else None)


def heap(head: str, testimonies: Iterable[Testimony]) -> Heap:
    """The testimonies, each sentence once."""
    claims = [one.claim for one in testimonies]
    places: dict[str, list[Testimony]] = {}
    for one in testimonies:
        places.setdefault(one.claim.text, []).append(one)
    told = tuple(Told(marked(same[0].claim), tuple(same)) for same in places.values())
    return Heap(
        head=head,
        claims=len(claims),
        sources=len({claim.source for claim in claims}),
        readers=sum(claim.asserted_by.role == "commenter" for claim in claims),
        told=told[:SHOWN],
        left_out=len(told[SHOWN:]),
    )


def _near(answer: Answer) -> list[Heap]:
    """What the record says besides, by what it answers instead."""
    together: dict[tuple[str, ...], list[Testimony]] = {}
    for one in answer.near:
        together.setdefault(one.apart, []).append(one)
    return [heap(" and ".join(apart), told) for apart, told in together.items()]


def _examples(desk: Desk) -> list[str]:
    """Questions that this record has something to say to."""
    overview = desk.at_hand()
    if overview is None or not overview.relations:
        return []
    a, b = overview.relations[0].names
    first = f"Do {a} and {b} have diplomatic relations?"
    return [first, f"What happened between {a} and {b}?", f"What did {a} say about {b}?"]
