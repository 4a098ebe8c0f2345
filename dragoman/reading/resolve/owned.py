"""What a possessive or an adjective stands before: `its army`, `our country`."""

from __future__ import annotations

from dragoman.reading.resolve.agents import Agents
from dragoman.reading.resolve.catalogue import Agent
from dragoman.reading.resolve.lexicon import COUNTRY, NEXT_DOOR, OF_TWO
from dragoman.reading.resolve.words import Words

POSSESSIVES = frozenset({"our", "my", "your", "his", "her", "its", "their"})


def describes(words: Words, number: int) -> bool:
    """Whether the word tells a state from others: an adjective."""
    return words.tokens[number].pos == "ADJ" or words.at(number) in NEXT_DOOR


def noun_after(words: Words, agents: Agents, number: int) -> tuple[int, Agent | None] | None:
    """The country or agent noun that a possessive at `number - 1` belongs to."""
    for after in range(number, min(number + 5, len(words))):
        if words.at(after) in OF_TWO:
            return None
        condition = words.folded[after : after + 2] == ["state", "of"]  # as in `state of war`
        if condition or not words.is_free(after) or _is_title(words, number, after):
            return None
        found = agents.at(words, after)
        if found and not _goes_on(words, found[0]):
            return found
        if words.at(after) in COUNTRY | {"countries", "nations"} and not _goes_on(words, after):
            return after, None
        if not words.is_modifier(after):
            return None
    return None


def _is_title(words: Words, first: int, number: int) -> bool:
    """Whether a title begins after a noun: `during his stay President Rawlings`."""
    after_noun = number > first and words.tokens[number - 1].pos == "NOUN"
    return after_noun and words.tokens[number].text[0].isupper()


def _goes_on(words: Words, number: int) -> bool:
    """Whether a noun follows, so that this one only modifies it."""
    return number + 1 < len(words) and words.tokens[number + 1].pos == "NOUN"
