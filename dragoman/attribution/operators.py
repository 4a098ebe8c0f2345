"""How surely a happening is asserted: the FactBank scale, and what operators leave of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from dragoman.records.claims import Auxiliary, Certainty, Factuality
from dragoman.records.codec import Record

OperatorKind = Literal["negation", "future", "would", "condition", "proviso", "other"]

_LEVELS = ("PS", "PR", "CT")


class Operator(Record, frozen=True, kw_only=True):
    """One word's effect on what stands in its scope."""

    kind: OperatorKind = "other"
    certainty: Certainty = "CT+"
    future: bool = False
    hypothetical: bool = False


NEGATION = Operator(kind="negation", certainty="CT-")
CONDITION = Operator(kind="condition", certainty="Uu", hypothetical=True)
UNREAL = Operator(kind="condition", certainty="CT-", hypothetical=True)
PROVISO = Operator(kind="proviso", certainty="Uu", hypothetical=True)
OPEN = Operator(certainty="Uu")


def combine(outer: Certainty, inner: Certainty) -> Certainty:
    """What is left of `inner` in the scope of a word that leaves `outer` of a plain happening."""
    if outer == "Uu" or inner == "Uu":
        return "Uu"
    if outer == "CT-" and inner[:2] == "PS":  # what is not even possible is certain not to be
        return "CT-" if inner == "PS+" else "CT+"
    level = _LEVELS[min(_LEVELS.index(outer[:2]), _LEVELS.index(inner[:2]))]
    sign = "+" if outer[2] == inner[2] else "-"
    certainties: dict[str, Certainty] = {
        "CT+": "CT+", "PR+": "PR+", "PS+": "PS+", "CT-": "CT-", "PR-": "PR-", "PS-": "PS-",
    }  # fmt: skip
    return certainties[level + sign]


def weigh(operators: Iterable[Operator], consumed: frozenset[str], *, told: bool) -> Factuality:
    """The factuality under operators, innermost first.

    `consumed` names kinds that the event's type already holds; `told` says that somebody other
    than the author speaks, for whom "would" is the "will" of what was said then.
    """
    certainty: Certainty = "CT+"
    found: set[Auxiliary] = set()
    left = set(consumed)
    every = tuple(operators)
    conditional = any(operator.kind in {"condition", "proviso"} for operator in every)
    for operator in _in_context(every, told=told and not conditional):
        if operator.kind in left or (operator.future and "future" in left):
            left.discard(operator.kind)
            continue
        certainty = combine(operator.certainty, certainty)
        found |= {"future"} if operator.future else set()
        found |= {"hypothetical"} if operator.hypothetical else set()
    if certainty.endswith("-") and UNREAL not in every:
        found.add("negation")
    return Factuality(certainty=certainty, auxiliary=tuple(sorted(found)))


def denied(claimed: Factuality) -> Factuality:
    """How surely, in the eyes of whoever denies a claim."""
    happened = claimed.certainty.endswith("-")
    auxiliary = {*claimed.auxiliary} - {"negation", "hypothetical"}
    return Factuality(
        certainty="CT+" if happened else "CT-",
        auxiliary=tuple(sorted(auxiliary if happened else {*auxiliary, "negation"})),
    )


def _in_context(operators: Iterable[Operator], *, told: bool) -> Iterator[Operator]:
    """The operators, with "would" read as the "will" of what was told."""
    for operator in operators:
        if operator.kind != "would" or not told:
            yield operator
            continue
        yield Operator(kind="future", future=True)
        if operator.certainty.endswith("-"):
            yield NEGATION
