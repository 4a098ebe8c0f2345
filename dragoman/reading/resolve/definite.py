"""Nouns that mean the state at hand: `the government`, `a Foreign Ministry spokesman`."""

from __future__ import annotations

from dragoman.reading.resolve.agents import Agents
from dragoman.reading.resolve.catalogue import Agent
from dragoman.reading.resolve.lexicon import DEFINITE_OFFICES, phrase_set
from dragoman.reading.resolve.phrases import is_past
from dragoman.reading.resolve.words import Span, Words

_KINDS = frozenset({"ministry", "parliament", "government"})
_ALSO = phrase_set("ambassador|clique|junta|leader|ruling party")
_NEVER = phrase_set("mission|ministry|administration|state|assembly|court")


def definite(words: Words, agents: Agents) -> list[Span]:
    """Spans of such nouns where no span is yet; the discourse tells of which state."""
    spans: list[Span] = []
    for number in range(len(words)):
        found = agents.at(words, number) if words.free[number] else None
        if not found:
            continue
        last, agent = found
        if _is_definite(words, number, last, agent):
            past = is_past(words, number - 1)
            spans.append(
                Span(
                    first=number, last=last, kind="nominal", base="definite", agent=agent,
                    many=agent.many, past=past, reason="the state at hand",
                )
            )  # fmt: skip
        words.take(number, last)
    return spans


def _is_definite(words: Words, first: int, last: int, agent: Agent) -> bool:
    return (
        _fits(agent) and not _only_modifies(words, last, agent) and _is_pointed(words, first, agent)
    )


def _fits(agent: Agent) -> bool:
    """Whether the noun alone, as in `the parliament`, tells enough."""
    if agent.phrase in _NEVER or (agent.many and agent.phrase != "authorities"):
        return False
    known = agent.kind in _KINDS or agent.office in DEFINITE_OFFICES or agent.phrase in _ALSO
    return known or "ministry" in agent.phrase


def _only_modifies(words: Words, last: int, agent: Agent) -> bool:
    """Whether another noun follows that heads the phrase, or an owner that is unknown."""
    if words.at(last + 1) in ("of", "-"):
        return True
    follows = words.tokens[last + 1].pos if last + 1 < len(words) else ""
    return follows in ("NOUN", "PROPN") and agent.kind not in ("ministry", "parliament")


def _is_pointed(words: Words, first: int, agent: Agent) -> bool:
    """Whether an article or a capital says that one at hand is meant."""
    before = words.at(first - 1)
    if words.is_free_name(first - 1):
        return False
    capital = words.tokens[first].text[0].isupper() and first > 0 and not words.is_headline
    indefinite = before in ("a", "an") and "ministry" in agent.phrase
    return before in ("the", "this", "that") or indefinite or capital
