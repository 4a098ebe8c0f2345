"""Of which state are persons whom a text introduces: `Minister Peter Phiri`, then `Phiri`."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.reading.resolve.agents import acting_for
from dragoman.reading.resolve.bodies import Bodies
from dragoman.reading.resolve.catalogue import Agent, Catalogue
from dragoman.reading.resolve.dealings import Owner
from dragoman.reading.resolve.fold import fold
from dragoman.reading.resolve.persons import person_called
from dragoman.reading.resolve.setting import Answer, Setting
from dragoman.reading.resolve.words import Span

OwnerOf = Callable[[Span, Agent, Setting], Owner | None]
_BESIDE = 8  # words within which two names are joined
_FELLOWS = frozenset({"colleague", "counterpart", "opponent"})
_LASTING = 0.6  # who is named is taken to be of that state ever after


class Introduced:
    """Answers for one document; `owner_of` tells whose an office alone would be."""

    def __init__(self, catalogue: Catalogue, bodies: Bodies, owner_of: OwnerOf) -> None:
        self._catalogue, self._owner_of = catalogue, owner_of
        self._discourse, self._pairs = bodies.discourse, bodies.pairs
        self._recall = bodies.recall

    def answer(self, span: Span, at: Setting) -> Answer:
        """A person without a state: the one so named before, else of the state at hand."""
        name = span.called or ""
        known = self._discourse.strangers.get(fold(name.split()[-1]))
        if known:
            return Answer((known,), 0.9, "named before")
        owner = self._beside(span, at) if span.agent else None
        if owner is None and " " not in name and (bearers := self._bearers(name)):
            owner = self._of_bearers(bearers)
            if owner is None:
                return Answer(())
        if span.agent is None:
            return Answer(())
        owner = owner or self._fellow(span, at)
        if owner is None and _has_twin(span, at):
            return Answer(())
        if owner is None and span.reason != "apposition":
            owner = self._owner_of(span, span.agent, at)
            if owner is None or owner.score < _LASTING:
                owner = self._by_holders(name, span.agent, at)
        if owner is None or owner.score < _LASTING:
            return Answer(())
        office = acting_for(self._catalogue, owner.state, span.agent, None)
        return Answer((person_called(name, office),), owner.score, owner.rule)

    def _beside(self, span: Span, at: Setting) -> Owner | None:
        """The owner of the office that a comma parts from a name, before or after it."""
        held = self._recall.apposed(at.words, span.first)
        state = self._catalogue.state_of(held) if held else None
        if state:
            return Owner(state, 0.9, "the office beside it")
        for other in at.spans:
            between = at.words.folded[span.last + 1 : other.first]
            if between in (["of"], ["of", "the"]) and other.base == "named" and other.referents:
                state = self._catalogue.state_of(other.referents[0])
                return Owner(state, 0.95, "the state named after it") if state else None
            before = at.words.folded[other.last + 1 : span.first]
            signs = before == ["and"] and _sign_together(span, at)
            if (
                (between == ["and"] or signs)
                and other.base == "named"
                and len(other.referents) == 1
            ):
                state = self._catalogue.state_of(other.referents[0])
                fellow = self._pairs.other_than(state) if state else None
                return Owner(fellow, 0.7, "the other of the two") if fellow else None
            after = between in ([","], [",", "a"], [",", "an"], [",", "the"])
            if after and other.base == "named" and other.kind == "office" and other.referents:
                state = self._catalogue.state_of(other.referents[0])
                return Owner(state, 0.9, "the office beside it") if state else None
            if after and other.base == "definite" and other.agent and not other.called:
                return self._owner_of(other, other.agent, at)
        return None

    def _fellow(self, span: Span, at: Setting) -> Owner | None:
        """The other of the two, of whom one has `his colleague Phiri` abroad."""
        beside = [s for s in at.spans if s.last == span.first - 1 and len(s.referents) == 1]
        if not beside or span.agent is None or span.agent.phrase not in _FELLOWS:
            return None
        state = self._catalogue.state_of(beside[0].referents[0])
        other = self._pairs.opposite(at.words.index, state) if state else None
        return Owner(other, 0.75, "the other of the two") if other else None

    def _by_holders(self, name: str, agent: Agent, at: Setting) -> Owner | None:
        """Of two states the one whose known holder has the name, or that has none known."""
        most = [code for code, _ in self._discourse.counts.most_common(1)]
        if agent.office is None or not most or most[0] not in self._catalogue.actors:
            return None
        one = self._catalogue.referent(most[0])
        other = self._pairs.other_than(one)
        pair = (one, other) if other else ()
        holders = [self._catalogue.holder(state.actor, agent.office, at.when) for state in pair]
        surname = fold(name.rsplit(maxsplit=1)[-1])
        for state, holder in zip(pair, holders, strict=True):
            if holder and surname in fold(self._catalogue.actors[holder].name):
                return Owner(state, 0.9, "the holder of such a name")
        if holders.count(None) != 1:
            return None
        return Owner(pair[holders.index(None)], 0.7, "not the state whose holder is known")

    def _bearers(self, name: str) -> set[str]:
        """The states of the known persons of a surname, whoever of them may be meant."""
        return {held.country or "" for held in self._catalogue.surnamed(fold(name), None)}

    def _of_bearers(self, states: set[str]) -> Owner | None:
        """The one state of theirs of which the text tells."""
        named = [code for code in states if self._discourse.counts[code]]
        if len(named) != 1 or named[0] not in self._catalogue.actors:
            return None
        return Owner(self._catalogue.referent(named[0]), 0.8, "the state named of such a name")


def _sign_together(span: Span, at: Setting) -> bool:
    """Whether two do what those of two states do: `Minister Phiri and Minister Diallo signed`."""
    verb = at.words.tokens[at.words.verb_of(at.words.head_of(span.first, span.last))]
    return verb.lemma in ("sign", "initial") and at.words.is_subject(span.first, span.last)


def _has_twin(span: Span, at: Setting) -> bool:
    """Whether another unknown holds the same office beside them: the two are of two states."""
    return any(
        other.called and other is not span and other.agent == span.agent
        and "and" in at.words.folded[min(span.last, other.last) + 1 : max(span.first, other.first)]
        and abs(span.first - other.first) < _BESIDE
        for other in at.spans
    )  # fmt: skip
