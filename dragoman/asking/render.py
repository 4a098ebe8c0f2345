"""An answer as plain text: fixed frames around words of the record, each with where it stands."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator

from dragoman.records import worded
from dragoman.records.answers import (
    Answer,
    Group,
    Question,
    Testimony,
)
from dragoman.records.shown import safe, who

_WIDTH = 96
_REPEATED = re.compile(
    r"\b(?:(?:several|many|numerous|multiple) (?:\w+ )?(?:times|occasions|visits|trips)"
    r"|repeatedly|often|regularly|frequently)\b",
    re.IGNORECASE,
)
_SHOWN = 5  # sentences of a group, unless all are asked for

_VALUES = {
    "who": "It names",
    "when": "It dates it",
    "how-many": "Happenings it tells apart",
    "state": "Told of the relations",
}


def render_answer(answer: Answer, *, every: bool = False) -> str:
    """The answer: what was understood, the verdict, the testimonies, and apart what is near."""
    return "\n".join(_lines(answer, None if every else _SHOWN)) + "\n"


def _lines(answer: Answer, most: int | None) -> Iterator[str]:
    yield safe(answer.question.text)
    yield f"  asked for: {understood(answer.question)}"
    yield ""
    yield f"{_verdict(answer)}."
    yield from _values(answer)
    for group in answer.groups:
        yield from _section(
            f"{worded.stance(answer.question, group.stance)} ({len(group.testimonies)})"
        )
        yield from _testimonies(group.testimonies, most)
    if answer.rejected:
        yield from _section(f"Rejected by people, and not counted ({len(answer.rejected)})")
        yield from _testimonies(answer.rejected, most)
    for reasons, testimonies in _by_reasons(answer.near):
        yield from _section(f"Besides, and no answer to this, what {' and '.join(reasons)}")
        yield from _testimonies(testimonies, None)


def _section(head: str) -> tuple[str, str]:
    return "", safe(head)


def _by_reasons(near: Iterable[Testimony]) -> Iterator[tuple[tuple[str, ...], list[Testimony]]]:
    together: dict[tuple[str, ...], list[Testimony]] = {}
    for one in near:
        together.setdefault(one.apart, []).append(one)
    yield from together.items()


def understood(question: Question) -> str:
    """What is looked for, in the terms of the record."""
    types = " or ".join(question.event_types) or "anything"
    kind = ", ".join(filter(None, (types, " or ".join(question.modes))))
    return worded.looked_for(question, kind, question.when)


def _verdict(answer: Answer) -> str:
    """The verdict, and how many claims of how many sources each group has."""
    question, frame = answer.question, worded.verdict(answer)
    if answer.verdict == "silent":
        return frame
    groups = answer.groups
    named = ((worded.stance(question, one.stance).split()[0].lower(), one) for one in groups)
    counts = "; ".join(f"{head}: {_counted(group)}" for head, group in named)
    return f"{frame} ({counts})" if counts else frame


def _counted(group: Group) -> str:
    claims = [one.claim for one in group.testimonies]
    readers = sum(claim.asserted_by.role == "commenter" for claim in claims)
    told = f"{_count(len(claims), 'claim')} of {_count(len({c.source for c in claims}), 'source')}"
    return f"{told}, {readers} by readers in comments" if readers else told


def _values(answer: Answer) -> Iterator[str]:
    head = _VALUES.get(answer.question.kind)
    if head and answer.values:
        yield f"{head}: {', '.join(_value(answer, one.value, one.name) for one in answer.values)}."
    told = [one for group in answer.groups for one in group.testimonies]
    if answer.question.kind == "how-many" and any(_REPEATED.search(t.claim.text) for t in told):
        yield "Some tell of more than one at a time, so there may be more."


def _value(answer: Answer, value: str, name: str) -> str:
    if answer.question.kind == "state":
        return f"{value} since {name}" if name != "undated" else f"{value}, undated"
    return safe(value if value == name else f"{name} ({value})")


def _testimonies(testimonies: Iterable[Testimony], most: int | None) -> Iterator[str]:
    """Each sentence once, with all the places where it stands."""
    places: dict[str, list[Testimony]] = {}
    for one in testimonies:
        places.setdefault(one.claim.text, []).append(one)
    for text in list(places)[:most]:
        yield from textwrap.wrap(
            f"“{safe(text)}”", _WIDTH, initial_indent="  ", subsequent_indent="   "
        )
        for line in dict.fromkeys(map(_place, places[text])):
            yield from textwrap.wrap(
                line, _WIDTH, initial_indent="     ", subsequent_indent="       ",
                break_long_words=False, break_on_hyphens=False,
            )  # fmt: skip
    if most is not None and len(places) > most:
        yield f"  and {len(places) - most} more (--all)"


def _place(one: Testimony) -> str:
    """Who says it, how surely, of when, and where it stands."""
    claim = one.claim
    dates = claim.occurred or "undated"
    if claim.published and claim.published != claim.occurred:
        dates += f", published {claim.published}"
    parts = (
        who(claim.asserted_by, claim.source),
        " ".join((claim.certainty, *claim.auxiliary)),
        dates,
        "corrected by people" if one.corrected else "",
        f"{safe(claim.path)} {claim.section} {claim.start}–{claim.end}",
        claim.id,
    )
    return " · ".join(part for part in parts if part)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
