"""Persons by what stands beside them: an office, or a name that the catalogue lacks."""

from __future__ import annotations

from msgspec.structs import replace

from dragoman.reading.resolve.words import SUBJECT, Span, Words
from dragoman.records.readings import Referent

_JOINS = frozenset({",", "the", "then", "former", "current", "a", "an", "and", "(", "-", "late"})
_ARTICLES = frozenset({"the", "then", "former", "current", "a", "an"})


def is_person(span: Span) -> bool:
    """Whether the span is the name of one person."""
    return len(span.referents) == 1 and span.referents[0].kind == "person" and span.kind == "name"


def is_office(span: Span) -> bool:
    """Whether the span is the office of one person."""
    return span.agent is not None and span.agent.kind == "person" and not span.agent.many


def with_new_name(words: Words, span: Span) -> Span:
    """`Cuban ambassador` and the unknown name after it as one person."""
    if not is_office(span) or span.base != "named" or not span.referents:
        return span
    last = span.last
    while words.is_free_name(last + 1):
        last += 1
    if last == span.last:
        return span
    name = words.text_of(span.last + 1, last)
    words.take(span.last + 1, last)
    referents = (person_called(name, span.referents[0]),)
    return replace(
        span, last=last, kind="name", referents=referents, agent=None, reason="titled name",
        title=span.agent.office or span.agent.phrase if span.agent else None,
    )  # fmt: skip


def appositions(words: Words, spans: list[Span]) -> list[Span]:
    """The spans, with `Kim Jong Un` and `, president of the DPRK` after him as one person."""
    out = list(spans)
    for index, span in enumerate(out):
        if not is_office(span):
            continue
        before = out[index - 1] if index else None
        after = out[index + 1] if index + 1 < len(out) else None
        if after and is_person(after) and _beside(words, span.last, after.first):
            if _is_anothers(span, after):
                out[index + 1] = replace(after, referents=_lent(after, span))
            out[index] = _same(span, out[index + 1])
        elif before and _beside(words, before.last, span.first) and is_person(before):
            out[index] = span if _is_anothers(span, before) else _same(span, before)
    return [one for span in out for one in _with_name_before(words, span)]


def _is_anothers(office: Span, person: Span) -> bool:
    """Whether the office is of another state or body than the person is known to be of."""
    states = {referent.country for referent in (*office.referents, *person.referents)}
    return bool(office.referents) and len(states) > 1 and None not in states


def _lent(person: Span, office: Span) -> tuple[Referent, ...]:
    """The person as whoever holds the office: `the UN envoy, Martti Ahtisaari`."""
    return (person_called(person.referents[0].name, office.referents[0]),)


def _same(office: Span, person: Span) -> Span:
    return replace(office, referents=person.referents, base="named", reason="apposition")


def _beside(words: Words, last: int, first: int) -> bool:
    between = words.folded[last + 1 : first]
    if not between or between[0] not in (",", "and", "("):
        return False
    return len(between) <= 4 and all(word in _JOINS for word in between) and "," in between


def _with_name_before(words: Words, span: Span) -> tuple[Span, ...]:
    """An unknown name before `, premier of the DPRK` is a person of that country."""
    comma = span.first - 1
    while words.at(comma) in _ARTICLES:
        comma -= 1
    unnamed = is_office(span) and span.referents and span.reason != "apposition"
    if not unnamed or words.at(comma) != ",":
        return (span,)
    first = comma
    while words.is_free_name(first - 1):
        first -= 1
    alone = comma - first == 1 and words.tokens[first - 1].pos != "ADP"
    if comma - first < 2 and not (alone and words.tokens[first].dep in SUBJECT | {"dobj", "pobj"}):
        return (span,)
    referent = person_called(words.text_of(first, comma - 1), span.referents[0])
    words.take(first, comma - 1)
    named = Span(
        first=first, last=comma - 1, kind="name", referents=(referent,), reason="apposition"
    )
    return named, _same(span, named)


def person_called(name: str, like: Referent) -> Referent:
    """A person outside the catalogue, of the country and sector of their office."""
    return Referent(
        actor="person/" + "-".join(name.lower().split()),
        name=name,
        kind="person",
        country=like.country,
        sector=like.sector,
    )
