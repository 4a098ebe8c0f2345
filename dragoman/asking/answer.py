"""An answer put together from the claims of a record; nothing in it is said by anyone else."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from msgspec.structs import replace

from dragoman.asking.fit import apart, is_kin, stance
from dragoman.asking.understand import StateName
from dragoman.asking.values import says, values_of
from dragoman.errors import UsageError
from dragoman.ports import EventQuery, View
from dragoman.records.answers import (
    Answer,
    Group,
    Question,
    Stance,
    Testimony,
    Value,
    Verdict,
)
from dragoman.records.claims import Claim
from dragoman.records.corrections import Standing
from dragoman.records.dates import sort_key
from dragoman.records.documents import Document
from dragoman.records.events import Event, Relation, StatusSpan

RelationOf = Callable[[tuple[str, str], Iterable[Event]], Relation]
Near = tuple[tuple[str, ...], Claim]  # in what a claim is not what was asked

NEAR = 6  # testimonies told besides: more would bury the answer
STEPS = 2  # points in which what is told besides may fail
MOST = 20_000  # claims looked at: a question wider than this is no question about claims
DOCUMENTS = 100  # documents in which to look for what somebody said of a thing
_STANCES: tuple[Stance, ...] = ("affirmed", "denied", "uncertain", "planned")
_REFUSED_OR_PROMISED = ("REJECT", "AGREE")  # types that tell of a deed which was not done
_UNDATED = sort_key("9999")
_SURENESS = ("CT+", "CT-", "PR+", "PR-", "PS+", "PS-", "Uu")


class Answering:
    """Answers questions from one record."""

    def __init__(self, view: View, relation: RelationOf, state_name: StateName) -> None:
        self._view = view
        self._relation = relation
        self._state_name = state_name
        self._standing = Standing(view.corrections())
        self._documents: dict[str, Document | None] = {}

    def answer(self, question: Question) -> Answer:
        """What the claims of the record say to a question; UsageError for one about nothing."""
        if not _is_about_something(question):
            raise UsageError(
                f"{question.text!r} names nothing to look for: name a side, or say what was done"
            )
        if question.kind == "state":
            return self._state(question)
        fitting: list[Claim] = []
        near: list[Near] = []
        found = list(self._claims(question))
        dated = self._dated(found) if question.when else {}
        for claim in found:
            before = self._before(claim) if question.about else ""
            reasons = apart(question, claim, before, dated.get(claim.id))
            if not reasons:
                fitting.append(claim)
            elif len(reasons) <= STEPS and is_kin(question, claim):
                near.append((reasons, claim))
        return self._told(question, fitting, near)

    def _told(
        self,
        question: Question,
        fitting: list[Claim],
        near: list[Near],
        values: tuple[Value, ...] | None = None,
    ) -> Answer:
        rejected = [claim for claim in fitting if self._standing.rejected(claim.id)]
        counting = [claim for claim in fitting if not self._standing.rejected(claim.id)]
        events = self._events(counting)
        groups = tuple(self._groups(question, counting, events))
        if values is None:
            affirmed = [c for c in counting if stance(question, c) == "affirmed"]
            values = values_of(question, affirmed, events, self._state_name)
        return Answer(
            question=question,
            verdict=verdict(question, groups),
            values=values,
            groups=groups,
            near=tuple(self._besides(question, near, {claim.text for claim in fitting})),
            rejected=tuple(self._testimony(claim, events) for claim in rejected),
        )

    def _claims(self, question: Question) -> Iterator[Claim]:
        """Claims that could answer, and those near them, each once."""
        told: set[str] = set()
        for words, query in _queries(question):
            if words is None:
                found = self._view.claims(query)
            elif question.kind == "said":  # who goes on about a thing seldom names it again
                found = self._in_documents(words, query)
            else:
                found = (hit.claim for hit in self._view.find_claims(words, query))
            for claim in found:
                if claim.id not in told:
                    told.add(claim.id)
                    yield claim

    def _in_documents(self, words: str, query: EventQuery) -> Iterator[Claim]:
        """Claims of the documents that hold the words."""
        for hit in self._view.search(words, EventQuery(limit=DOCUMENTS)):
            yield from self._view.claims(replace(query, document=hit.document.id))

    def _events(self, claims: Iterable[Claim]) -> dict[str, Event]:
        """The event of each of these claims."""
        found = self._view.events_of(claim.id for claim in claims)
        return {claim: event for event in found for claim in event.claims}

    def _dated(self, claims: list[Claim]) -> dict[str, Event]:
        """The events of claims that give no date of their own."""
        return self._events(claim for claim in claims if claim.occurred is None)

    def _groups(
        self, question: Question, claims: list[Claim], events: dict[str, Event]
    ) -> Iterator[Group]:
        for one in _STANCES:
            saying = [claim for claim in claims if stance(question, claim) == one]
            if saying:
                saying.sort(key=lambda claim: _best_first(question, claim))
                yield Group(
                    stance=one,
                    testimonies=tuple(self._testimony(claim, events) for claim in saying),
                )

    def _besides(
        self, question: Question, near: list[Near], aside: set[str]
    ) -> Iterator[Testimony]:
        """The nearest of what else is told, each sentence once."""
        near.sort(key=lambda pair: (len(pair[0]), *_best_first(question, pair[1])))
        shown: set[str] = set(aside)
        for reasons, claim in near:
            if claim.text not in shown and not self._standing.rejected(claim.id):
                if len(shown) - len(aside) == NEAR:
                    return
                shown.add(claim.text)
                yield self._testimony(claim, {}, reasons)

    def _testimony(
        self, claim: Claim, events: dict[str, Event], reasons: tuple[str, ...] = ()
    ) -> Testimony:
        document = self._document(claim.document)
        event = events.get(claim.id)
        return Testimony(
            claim=claim,
            title=document.title if document else None,
            url=document.url if document else None,
            event=event.id if event else None,
            apart=reasons,
            corrected=bool(self._standing.changes(claim.id)),
            rejected=self._standing.rejected(claim.id),
        )

    def _before(self, claim: Claim) -> str:
        """What stands before the sentence of a claim."""
        document = self._document(claim.document)
        return document.text[: claim.start] if document else ""

    def _document(self, name: str) -> Document | None:
        if name not in self._documents:
            self._documents[name] = self._view.document(name)
        return self._documents[name]

    # The state of a relation

    def _state(self, question: Question) -> Answer:
        """Whether there are relations: by what is told of how they came about and ended."""
        codes = [one.country or one.name for one in question.actors][:2]
        if len(codes) < 2:
            return self._told(question, [], [], ())
        events = {e.id: e for e in self._view.events(EventQuery(sides=tuple(codes)))}
        found = self._relation((codes[0], codes[1]), events.values())
        spans = [span for span in found.status if _begun(span, question.when)]
        made = [events[span.event] for span in spans]
        claims = [c for event in made for c in map(self._view.claim, event.claims) if c]
        values = tuple(
            Value(value=span.status, name=span.since or "undated", claims=event.claims)
            for span, event in zip(spans, made, strict=True)
        )
        answer = self._told(question, claims, [], values)
        if not spans:
            return answer
        holds = spans[-1].status in {"relations", "recognized"}
        return replace(answer, verdict="so" if holds else "not so")


def _is_about_something(question: Question) -> bool:
    sides = (*question.actors, *question.recipients, *question.speakers)
    return bool(sides or question.trigger or question.modes or question.about)


def verdict(question: Question, groups: tuple[Group, ...]) -> Verdict:
    """What the groups come to; who asks who or when is not answered by who or when not."""
    stances = {group.stance for group in groups}
    if question.kind == "whether" and {"affirmed", "denied"} <= stances:
        return "both"
    found: tuple[tuple[Stance, Verdict], ...] = (
        ("affirmed", "so"),
        ("denied", "not so"),
        ("uncertain", "uncertain"),
        ("planned", "planned"),
    )
    return next((outcome for one, outcome in found if one in stances), "silent")


def _queries(question: Question) -> Iterator[tuple[str | None, EventQuery]]:
    """What to look for, and in which words: the sides, else the words, else the kind of deed."""
    named = (*question.actors, *question.recipients)
    sides = tuple(dict.fromkeys(one.country for one in named if one.country))[:2]
    words = (*question.about, *(one.name for one in named if not one.country))
    wide = len(sides) < 2 and question.kind != "said"
    types = (*question.event_types, *_REFUSED_OR_PROMISED) if question.event_types and wide else ()
    query = EventQuery(sides=sides, event_types=types, rejected=True, limit=MOST)
    if words and not sides:
        yield from ((word, query) for word in words)
    elif sides or question.event_types:
        yield None, query
    if not sides and question.speakers:
        speakers = tuple(one.country or one.name for one in question.speakers)[:1]
        yield None, EventQuery(sides=speakers, rejected=True, limit=MOST)


def _best_first(question: Question, claim: Claim) -> tuple[bool, bool, int, int, str]:
    """For sorting: those that say "first" where it is asked, then the surest, then by date."""
    first, _ = sort_key(claim.occurred) if claim.occurred else _UNDATED
    days = first.year * 10_000 + first.month * 100 + first.day
    return (
        not says(question, claim),
        claim.section == "comment" or claim.asserted_by.role == "commenter",
        _SURENESS.index(claim.certainty),
        -days if question.order == "last" else days,
        claim.id,
    )


def _begun(span: StatusSpan, when: str | None) -> bool:
    """Whether a state of the relation had begun by a time."""
    if when is None or span.since is None:
        return True
    return sort_key(span.since)[0] <= sort_key(when)[1]
