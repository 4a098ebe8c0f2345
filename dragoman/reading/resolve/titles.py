"""Persons with the titles before their names: `Iranian Foreign Minister` before `Zarif`."""

from __future__ import annotations

from msgspec.structs import replace

from dragoman.reading.resolve.agents import Agents
from dragoman.reading.resolve.lexicon import HONOURS, TITLES
from dragoman.reading.resolve.persons import is_office, is_person, with_new_name
from dragoman.reading.resolve.words import Span, Words


def with_titles(words: Words, agents: Agents, spans: list[Span]) -> list[Span]:
    """`Iranian Foreign Minister` before `Zarif`, `the respected Comrade` before `Kim`."""
    out: list[Span] = []
    for span in spans:
        if not is_person(span) or span.base != "named" or span.agent:
            out.append(with_new_name(words, span))
            continue
        first = _title_start(words, agents, span.first)
        title = _title(words, agents, first, span.first)
        before = out[-1] if out else None
        if before and before.last == first - 1 and is_office(before):
            out.pop()
            first = before.first
            title = title or (before.agent.office if before.agent else None)
        words.take(first, span.last)
        out.append(replace(span, first=first, title=title or span.title))
    return out


def _title(words: Words, agents: Agents, first: int, stop: int) -> str | None:
    """The office that the words before a name give."""
    found = [agents.at(words, number) for number in range(first, stop)]
    persons = [one[1] for one in found if one and one[1].kind == "person"]
    offices = [agent.office for agent in persons if agent.office]
    return next(iter([*offices, *(agent.phrase for agent in persons)]), None)


def _title_start(words: Words, agents: Agents, first: int) -> int:
    """Where the titles before a person's name begin."""
    start = first
    while start > 0 and words.free[start - 1]:
        found = agents.ending_at(words, start - 1)
        word = words.at(start - 1).rstrip(".")
        if found and found[1].kind == "person" and not found[1].many:
            start = found[0]
        elif word in TITLES | HONOURS:
            start -= 1
        elif word == "-" and words.at(start - 2) in (*HONOURS, "then"):
            start -= 2
        else:
            break
    while start < first and words.at(start) in ("his", "her", "new", "current"):
        start += 1
    return start
