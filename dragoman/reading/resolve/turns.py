"""Who says `you` to whom: in the questions of an interview, and in comments under an article."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from dragoman.records.documents import Section
from dragoman.records.readings import Referent

StateOf = Callable[[str], Referent | None]


class Turns(NamedTuple):
    """By section: the states that answer there, and those that are addressed there."""

    answers: Mapping[int, Referent]
    addresses: Mapping[int, Referent]


def turns(
    sections: Sequence[Section],
    named: StateOf,
    own: Referent | None,
    readers: Mapping[int, Referent],
) -> Turns:
    """The turns of a document that speaks for `own`; `named` tells the state of a name."""
    answers: dict[int, Referent] = {}
    addresses: dict[int, Referent] = {}
    for number, section in enumerate(sections):
        if section.kind == "answer":
            state = named(section.author) if section.author else own
            answers |= {number: state} if state else {}
        elif section.kind == "comment" and own and readers.get(number, own) != own:
            addresses[number] = own
    asked = own
    for number in range(len(sections) - 1, -1, -1):
        asked = answers.get(number, asked)
        if sections[number].kind == "question" and asked:
            addresses[number] = asked
    return Turns(answers, addresses)
