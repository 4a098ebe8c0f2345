"""Who says `you` to whom: in the questions of an interview, in comments, and in a letter."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from dragoman.reading.resolve.heads import is_letter
from dragoman.reading.resolve.lexicon import word_set
from dragoman.reading.resolve.setting import FirstPerson
from dragoman.reading.resolve.words import SUBJECT, Words
from dragoman.records.documents import Document
from dragoman.records.readings import Referent

StateOf = Callable[[str], Referent | None]
_OF_YOU = frozenset({"your", "yours"})
# What one says that whoever reads it does, and not their state: `you forget`.
_OF_READERS = word_set(
    "be forget know think say mean see want read write ask talk speak tell remember believe"
    " understand look agree feel seem like love hope guess imagine suppose find hear learn call"
    " need deserve try get"
)
_FRIENDLY = word_set("thank bless congratulate tell ask remind assure show hear see")


class Turns(NamedTuple):
    """By section: the states that answer there, and those that are addressed there."""

    answers: Mapping[int, Referent]
    addresses: Mapping[int, Referent]


def turns(document: Document, named: StateOf, we: FirstPerson) -> Turns:
    """The turns of a document; `named` tells the state of a name."""
    answers: dict[int, Referent] = {}
    addresses: dict[int, Referent] = dict(we.addressed)
    written_to = we.across if is_letter(document) else None
    for number, section in enumerate(document.sections):
        if section.kind == "answer":
            state = named(section.author) if section.author else we.own
            answers |= {number: state} if state else {}
        elif section.kind == "body" and written_to:
            addresses[number] = written_to
    asked = we.own
    for number in range(len(document.sections) - 1, -1, -1):
        asked = answers.get(number, asked)
        if document.sections[number].kind == "question" and asked:
            addresses[number] = asked
    return Turns(answers, addresses)


def means_state(words: Words, number: int) -> bool:
    """Whether a reader's `you` may be a state: not that of `you forget`, nor of `you clown`."""
    verb = words.tokens[words.verb_of(number)]
    acts = words.tokens[number].dep in SUBJECT
    return not (acts and (verb.lemma in _OF_READERS or verb.pos not in ("VERB", "AUX")))


def accuses(words: Words, quoted: Callable[[int], bool]) -> bool:
    """Whether a sentence tells what `you` have done, or what is `yours`."""
    return any(
        word in _OF_YOU or (word == "you" and _is_told(words, number))
        for number, word in enumerate(words.folded)
        if word in ("you", "your", "yours") and not quoted(words.tokens[number].start)
    )


def _is_told(words: Words, number: int) -> bool:
    verb = words.tokens[words.verb_of(number)]
    told = verb.tag in ("VBD", "VBN") or words.tokens[number].dep not in SUBJECT
    told = told and verb.lemma not in _FRIENDLY and means_state(words, number)
    return words.at(number + 1) == "people" or told
