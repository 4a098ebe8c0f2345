"""Letters paired as exchanges: which one answers which."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from dragoman.dossier.cite import agreeing
from dragoman.records.dates import bounds, precision
from dragoman.records.dossiers import Citation, Entry, Exchange

ANSWERED_WITHIN = 62  # days from a letter to one that may be its answer
ANSWERED_LATER = 366  # where it calls itself an answer
_NEARBY = 1200  # characters of one document within which an undated letter is what is answered
_ANSWER = re.compile(
    r"\b(?:repl(?:y|ies|ied|ying)|respon(?:se|ds?|ded|ding)|answer(?:s|ed|ing)?|in return)\b",
    re.IGNORECASE,
)


# Before its own word, what another letter of the same sentence does to it: "in reply to the note".
_ANSWERED = re.compile(
    r"\b(?:repl(?:y|ies|ied|ying)|respon(?:se|ds?|ded|ding)|answer(?:s|ed|ing)?)"
    r"(?:\s+to)?(?:\s+[\w’'-]+){0,2}\s*$",
    re.IGNORECASE,
)


class _Letter(NamedTuple):
    entry: Entry
    senders: frozenset[str]
    receivers: frozenset[str]
    answers: bool  # calls itself an answer
    answered: bool  # is called what another one answers
    at: tuple[tuple[str, int], ...]  # documents, and where in them it is told


def exchanges(entries: Iterable[Entry]) -> tuple[Exchange, ...]:
    """The letters among these events, each answer with the letter that it answers."""
    letters = [_letter(entry) for entry in entries if "letter" in entry.event.modes]
    answered = _pairs(letters)
    taken = {letter.entry.event.id for letter in answered.values()}
    return tuple(
        _exchange(answered.get(letter.entry.event.id), letter)
        for letter in letters
        if letter.entry.event.id not in taken
    )


def _letter(entry: Entry) -> _Letter:
    event, told = entry.event, agreeing(entry) or list(entry.citations)
    return _Letter(
        entry=entry,
        senders=frozenset(side.country for side in event.actors if side.country),
        receivers=frozenset(side.country for side in event.recipients if side.country),
        answers=any(_ANSWER.search(c.sentence) and not _is_answered(c) for c in told),
        answered=any(map(_is_answered, told)),
        at=tuple((citation.document, citation.start) for citation in told),
    )


def _is_answered(citation: Citation) -> bool:
    """Whether its sentence has another letter answer it."""
    before = citation.sentence[: citation.trigger.start - citation.start]
    return bool(_ANSWERED.search(before))


def _pairs(letters: list[_Letter]) -> dict[str, _Letter]:
    """For the id of each answer the letter that it answers; the nearest pairs are made first."""
    likely = sorted(
        ((found, a, b) for a in letters for b in letters if (found := _distance(a, b)) is not None),
        key=lambda pair: (pair[0], pair[1].entry.event.id, pair[2].entry.event.id),
    )
    answered: dict[str, _Letter] = {}
    paired: set[str] = set()
    for _, letter, answer in likely:
        ids = {letter.entry.event.id, answer.entry.event.id}
        if not ids & paired:
            answered[answer.entry.event.id] = letter
            paired |= ids
    return answered


def _distance(letter: _Letter, answer: _Letter) -> tuple[int, int] | None:
    """How far apart the two are if one may answer the other: by date, or else by place."""
    there = letter.senders & answer.receivers
    if not (there and letter.receivers & answer.senders) or letter is answer:
        return None
    sent, answered = _day(letter), _day(answer)
    if sent and answered:
        days = (answered - sent).days
        soonest = 0 if answer.answers else 1  # on one day, each may have written unasked
        return (0, days) if soonest <= days <= _patience(answer) else None
    near = _nearby(letter, answer) if answer.answers else None
    return None if near is None else (1, near)


def _patience(answer: _Letter) -> int:
    return ANSWERED_LATER if answer.answers else ANSWERED_WITHIN


def _day(letter: _Letter) -> date | None:
    """The first day of a date as fine as a month."""
    occurred = letter.entry.event.occurred
    if not occurred or precision(occurred) not in {"day", "month", "interval"}:
        return None
    return bounds(occurred)[0]


def _nearby(letter: _Letter, answer: _Letter) -> int | None:
    """Characters from the one to the other in a document that tells of both in turn."""
    named = letter.answered and not letter.answers
    apart = (
        there - here
        for document, here in letter.at
        for other, there in answer.at
        if document == other and (0 < there - here <= _NEARBY or (there == here and named))
    )
    return min(apart, default=None)


def _exchange(letter: _Letter | None, last: _Letter) -> Exchange:
    both = (letter, last) if letter else (last,)
    return Exchange(events=tuple(one.entry.event.id for one in both), answers=last.answers)
