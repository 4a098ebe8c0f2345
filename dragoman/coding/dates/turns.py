"""Turns of things, nobody's deeds, in whose time a text goes on: "Relations sank in May"."""

from __future__ import annotations

from msgspec.structs import replace

from dragoman.coding.dates.narrative import Narrative
from dragoman.coding.dates.places import AFTER
from dragoman.coding.dates.ties import Ties
from dragoman.coding.syntax import Tree
from dragoman.coding.tense import root_of
from dragoman.records.dates import bounds, precision, year
from dragoman.records.readings import TimeExpression

_BEGINNINGS = frozenset({"begin", "start", "erupt", "break"})
_TURNS = _BEGINNINGS | {
    "change", "collapse", "come", "cool", "crack", "deteriorate", "end", "escalate", "freeze",
    "improve", "peak", "rise", "sink", "sour", "thaw", "turn", "worsen",
}  # fmt: skip
_WARS = frozenset({"war", "crisis", "conflict", "revolt", "uprising", "revolution", "dispute"})


def turn(told: Narrative, tree: Tree, ties: Ties) -> TimeExpression | None:
    """The time that a sentence about a turn of things sets; of what began some day, the year."""
    root = root_of(tree)
    time, verb = ties.at(root), tree.tokens[root].lemma.lower()
    nouns = [i for i in tree.kids(root, "nsubj") if _is_common(told, tree, i)]
    if time is None or not nouns or verb not in _TURNS or _is_after(tree, time):
        return None
    first = bounds(time.edtf)[0]
    if verb in _BEGINNINGS and precision(time.edtf) == "day" and first:
        return replace(time, edtf=year(first.year))
    return time


def _is_after(tree: Tree, time: TimeExpression) -> bool:
    """Whether it came at some time after: "Relations improved after 1990"."""
    return any(
        word in AFTER and token.end + 1 == time.start
        for word, token in zip(tree.words, tree.tokens, strict=True)
    )


def _is_common(told: Narrative, tree: Tree, noun: int) -> bool:
    """Whether it is a common noun, or "the Lake War", and means no country."""
    token = tree.tokens[noun]
    common = token.tag in {"NN", "NNS"} or tree.keys[noun] in _WARS
    return common and not told.countries_at([token])
