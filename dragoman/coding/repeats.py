"""Codings of events that a sentence repeats of one told before, for others or by them in turn."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from msgspec.structs import replace

from dragoman.coding.dates.again import is_known
from dragoman.coding.dates.sentence_dates import Dated, SentenceDates
from dragoman.coding.echoes import Echo, denials, echoes
from dragoman.coding.sides.across import TIES
from dragoman.coding.sides.roles import Roles
from dragoman.coding.sides.side import Side, countries_of, without
from dragoman.coding.syntax import Tree
from dragoman.records.claims import Coding, Trigger
from dragoman.records.provenance import Reason

_YEAR = re.compile(r"\d{4}")
_ECHO = 0.8  # confidence in "so did Chad"; in the samples all of a dozen are right
_REACH = {
    "same": 1,
    "listed": 8,
    "back": 2,
    "denied": 12,
}  # sentences back to the event that is meant
_NEAR = 3  # sentences back to the riot that is called an attack
_NOT_GIVEN_BACK = frozenset({"CONSULT", "ACCUSE", "REQUEST", "REJECT"})


class Repeats:
    """Repeats events told before as one sentence has it."""

    def __init__(self, tree: Tree, roles: Roles, dates: SentenceDates, number: int) -> None:
        self.tree, self.roles, self.dates, self.number = tree, roles, dates, number

    def codings(self, told: Sequence[Coding], taken: Collection[int]) -> Iterator[Coding]:
        """The codings of events that are told by pointing at one before, by verbs yet to spare."""
        for echo in echoes(self.tree):
            before = None if echo.verb in taken else self._meant(echo, told)
            doers = self.roles.side_of(list(echo.subjects))
            if before is None or not doers or None in countries_of(doers):
                continue
            if echo.way == "back":
                yield from self._back(before, echo.verb, doers)
            elif not countries_of(doers) & countries_of((*before.actors[:1], *before.recipients)):
                actors = self._with_others(before, doers)
                found = self._echo(replace(before, actors=actors), echo.verb)
                listed = echo.way == "listed"
                yield self._in_its_year(found, told) if listed else self._as_dated(found, told)

    def beside(self, verb: int, told: Sequence[Coding]) -> Coding | None:
        """The event that the verb before repeats: "Peru came third, and sent an envoy"."""
        first = self.tree.first(verb)
        found = (e for e in echoes(self.tree) if e.verb == first != verb and e.way != "back")
        return next((before for e in found if (before := self._meant(e, told))), None)

    def _as_dated(self, found: Coding, told: Sequence[Coding]) -> Coding:
        """The event; what its doers do but once has the one date that was given to it before."""
        if found.occurred or self.dates.times or TIES.isdisjoint(found.modes):
            return found
        same = [c for c in told if c.occurred and _is_part(found, c)]
        if len({c.occurred for c in same}) != 1:
            return found
        date, text = same[0].occurred, same[0].occurred_text
        return replace(found, occurred=date, occurred_text=text, occurred_basis="inherited")

    def _in_its_year(self, found: Coding, told: Sequence[Coding]) -> Coding:
        """The event; without a year it is of the one in which the text has others do it."""
        if _YEAR.search(found.occurred_text or ""):
            return found
        like = (c.occurred or "" for c in reversed(told) if c.modes == found.modes)
        year = next((match[0] for date in like if (match := _YEAR.match(date))), None)
        if year is None or (not found.occurred and self.tree.keys[found.head] == "wait"):
            return found
        if not found.occurred:
            return replace(found, occurred=year, occurred_basis="inherited")
        return replace(found, occurred=year + found.occurred[4:])

    def _meant(self, echo: Echo, told: Sequence[Coding]) -> Coding | None:
        """The event that an echo repeats: the last one told that it may be."""
        start = self.tree.tokens[echo.verb].start
        near = [c for c in told if self.number - c.sentence <= _REACH[echo.way]]
        fit = [c for c in near if c.trigger.start < start and self._fits(echo, c)]
        return fit[-1] if fit else None

    def _fits(self, echo: Echo, told: Coding) -> bool:
        """Whether an event is of the kind that the echo may repeat."""
        if echo.way == "listed":
            return not TIES.isdisjoint(told.modes)
        if echo.way == "back" and echo.deed == "visit":
            return "visit" in told.modes
        if echo.way == "back":
            return told.event_type not in _NOT_GIVEN_BACK
        if echo.way == "denied" and echo.deed:
            frames = self.tree.lexicon.frames("nouns", echo.deed)
            return any(frame.event_type == told.event_type for frame in frames)
        return True

    @staticmethod
    def _with_others(before: Coding, doers: Side) -> Side:
        """Those who do it; where all sides of the event are actors, the first gives way to them."""
        return (*doers, *(() if before.recipients else without(before.actors[1:], doers)))

    def _back(self, before: Coding, verb: int, doers: Side) -> Iterator[Coding]:
        """The event before, done by those who had suffered it to those who had done it."""
        own = countries_of(doers)
        if own == countries_of(before.recipients) and not own & countries_of(before.actors):
            yield self._echo(replace(before, actors=doers, recipients=before.actors), verb)

    def _echo(self, before: Coding, verb: int) -> Coding:
        reason = Reason(feature="echo", score=_ECHO, detail=before.trigger.text)
        return replace(self.at(before, verb), confidence=_ECHO, reasons=(reason,))

    def as_told(self, found: Coding, told: Sequence[Coding]) -> Coding:
        """The event; "the attack" of a crowd told before is that riot still."""
        if found.event_type != "ASSAULT" or not is_known(self.tree, self._noun(found)):
            return found
        riots = (c for c in reversed(told) if _is_riot(c) and self.number - c.sentence <= _NEAR)
        riot = next((c for c in riots if _has_same_sides(c, found)), None)
        return replace(found, event_type="PROTEST", modes=riot.modes) if riot else found

    def _noun(self, found: Coding) -> int:
        """The first noun of the trigger; its head, where it has none."""
        inside = (
            i
            for i, token in enumerate(self.tree.tokens)
            if found.trigger.start <= token.start < found.trigger.end and token.pos == "NOUN"
        )
        return next(inside, found.head)

    def denied(self, told: Sequence[Coding]) -> Iterator[Coding]:
        """The codings of events told before of which the sentence says that they never were."""
        for echo in denials(self.tree):
            word = self.tree.tokens[echo.verb]
            here = any(c.trigger.start <= word.start < c.trigger.end for c in told)
            before = None if here else self._meant(echo, told)
            if before and self._is_of_its_sides(before):
                found = replace(self._echo(before, echo.verb), modes=())
                dated = _last_dated(before, told)
                yield replace(found, occurred=dated.occurred, occurred_basis=dated.occurred_basis)

    def _is_of_its_sides(self, told: Coding) -> bool:
        """Whether the sentence names nobody but those of the event."""
        mentions = self.roles.cast.by_token.values()
        named = {referent.country for m in mentions for referent in m.referents}
        return named <= countries_of((*told.actors, *told.recipients))

    def at(self, before: Coding, verb: int) -> Coding:
        """The event as this verb tells it, at its time."""
        dated, word = self._date(verb), self.tree.tokens[verb]
        return replace(
            before,
            sentence=self.number,
            head=verb,
            trigger=Trigger(text=word.text, start=word.start, end=word.end),
            occurred=dated.edtf,
            occurred_text=dated.text,
            occurred_basis=dated.basis,
        )

    def _date(self, verb: int) -> Dated:
        """The date of the verb, or of what hangs on it: "waited until May"."""
        below, start = set(self.tree.subtree(verb)), self.tree.tokens[verb].start
        times = (t for t in self.dates.times if t.start > start)
        hung = (t for t in times if any(self._is_at(i, t.start) for i in below))
        time = next(hung, None)
        if time is None:
            return self.dates.date_at(verb)
        return self.dates.at(replace(time, edtf=time.edtf.removeprefix("../")))

    def _is_at(self, index: int, start: int) -> bool:
        token = self.tree.tokens[index]
        return token.start <= start < token.end


def _last_dated(before: Coding, told: Sequence[Coding]) -> Coding:
    """The event; if it has no date, the last like it between the same sides that has one."""
    like = [c for c in told if c.event_type == before.event_type and c.occurred]
    same = (c for c in reversed(like) if _has_same_sides(c, before))
    return before if before.occurred else next(same, before)


def _has_same_sides(one: Coding, other: Coding) -> bool:
    """Whether two events are done by the same to the same."""
    by_same = countries_of(one.actors) == countries_of(other.actors)
    return by_same and countries_of(one.recipients) == countries_of(other.recipients)


def _is_riot(told: Coding) -> bool:
    return told.event_type == "PROTEST" and "riot" in told.modes


def _is_part(found: Coding, told: Coding) -> bool:
    """Whether the doers of an event are among those who were told to have done it."""
    same = found.event_type == told.event_type and found.modes == told.modes
    to_same = countries_of(found.recipients) == countries_of(told.recipients)
    return same and to_same and countries_of(found.actors) <= countries_of(told.actors)
