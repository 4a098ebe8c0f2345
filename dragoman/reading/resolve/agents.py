"""Common nouns for those who act for a state, found in sentences and applied to states."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from dragoman.reading.resolve.asof import Days
from dragoman.reading.resolve.catalogue import Agent, Catalogue
from dragoman.reading.resolve.words import NOUNS, Words
from dragoman.records.actors import ActorKind
from dragoman.records.readings import Referent

_PIECE = re.compile(r"'s\b|\w+(?:\.\w+\.)?(?:'\w+)?|[^\w\s]")


class Agents:
    """Finds the longest agent phrase that begins at a word."""

    def __init__(self, agents: Iterable[Agent]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], Agent]]] = defaultdict(list)
        for agent in agents:
            pieces = tuple(_pieces(agent.phrase.lower()))
            self._by_first[pieces[0]].append((pieces, agent))
        for entries in self._by_first.values():
            entries.sort(key=lambda entry: -len(entry[0]))

    def at(self, words: Words, number: int) -> tuple[int, Agent] | None:
        """The last word of the phrase that begins here, and its agent; None if none does."""
        for pieces, agent in self._by_first.get(words.at(number), ()):
            last = number + len(pieces) - 1
            if last >= len(words) or not all(words.free[number : last + 1]):
                continue
            if agent.phrase[0].isupper() and not words.tokens[number].text[0].isupper():
                continue
            if tuple(words.folded[number : last + 1]) == pieces and _is_noun(words, last):
                return last, agent
        return None

    def may_begin(self, word: str) -> bool:
        """Whether any phrase begins with this folded word."""
        return word in self._by_first

    def ending_at(self, words: Words, last: int) -> tuple[int, Agent] | None:
        """The first word of the longest free phrase that ends here, and its agent."""
        for first in range(max(0, last - 5), last + 1):
            found = self.at(words, first) if words.free[first] else None
            if found and found[0] == last:
                return first, found[1]
        return None


def _pieces(phrase: str) -> list[str]:
    text = phrase.replace("'s", " 's")
    return _PIECE.findall(text) if "." not in phrase else phrase.split()


def _is_noun(words: Words, number: int) -> bool:
    return words.tokens[number].pos in NOUNS or words.tokens[number].pos == "ADJ"


def acting_for(
    catalogue: Catalogue, state: Referent, agent: Agent, when: Days | None, *, past: bool = False
) -> Referent:
    """Whom the agent's noun means of this state: `parliament` of Iran, `president` as of then."""
    if state.actor in catalogue.towns:
        return _office(catalogue, state, agent)  # a town's residents or mayor, never its state's
    if agent.kind == "state" or (agent.kind == "government" and not agent.office):
        return _itself(state, agent)
    if agent.kind == "place" or (agent.kind == "people" and not agent.sector):
        return seen_as(state, agent.kind)
    if agent.office and not agent.many and not past:
        holder = catalogue.holder(state.actor, agent.office, when)
        if holder:
            return catalogue.referent(holder, when)
    return _office(catalogue, state, agent)


def seen_as(state: Referent, kind: ActorKind) -> Referent:
    """The people of a state, or its territory: its name and country, no sector."""
    return Referent(
        actor=state.actor,
        name=state.name,
        kind=kind,
        country=state.country,
        wikidata=state.wikidata,
    )


def _itself(state: Referent, agent: Agent) -> Referent:
    of_state = state.kind in ("state", "place", "people")
    return Referent(
        actor=state.actor,
        name=state.name,
        kind="government" if agent.kind == "government" and of_state else state.kind,
        country=state.country,
        sector=agent.sector if of_state else state.sector,
        wikidata=state.wikidata,
    )


def _office(catalogue: Catalogue, state: Referent, agent: Agent) -> Referent:
    noun = agent.office or agent.phrase
    known = state.actor in catalogue.actors
    adjective = catalogue.adjective(state.actor) if known else state.name
    of_state = state.kind in ("state", "place", "people")
    return Referent(
        actor=f"{state.actor}/{noun.replace(' ', '-')}",
        name=f"{adjective} {noun}",
        kind=agent.kind,
        country=state.country,
        sector=agent.sector if of_state else state.sector,
    )
