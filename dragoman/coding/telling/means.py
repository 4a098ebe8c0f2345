"""With what an attack was made: "killed by drones", "an attack with artillery and aircraft"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.coding.syntax import Tree
from dragoman.coding.triggers import Match

_BY = ("with", "by", "from")
_MODES = ("drone", "aerial", "heavy-weapons", "firearms", "explosives", "primitive")


def modes_by_means(tree: Tree, match: Match) -> tuple[str, ...]:
    """The modes of a frame; of an attack that has none, those of the weapons named with it."""
    if match.frame.event_type != "ASSAULT" or match.frame.modes:
        return match.frame.modes
    keys = {tree.keys[noun] for noun in _weapons(tree, match)}
    return tuple(m for m in _MODES if not keys.isdisjoint(tree.lexicon.list(f"means-{m}")))


def _weapons(tree: Tree, match: Match) -> Iterator[int]:
    """The nouns that may name a weapon: who does it, what with, and what is set to its noun."""
    arguments = tree.arguments(match.anchor)
    for subject in arguments.subjects:
        yield from tree.group(subject)
    nouns = [i for i in (match.head, match.key, *match.used) if i is not None and i != match.verb]
    for noun in nouns:
        yield from tree.kids(noun, "compound", "amod")
    for place in (arguments.obliques, *map(tree.obliques, nouns)):
        for preposition in _BY:
            yield from place.get(preposition, ())
