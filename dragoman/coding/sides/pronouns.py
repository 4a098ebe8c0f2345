"""Pronouns of which nothing is known but the object before: "took its pilot and freed him"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from msgspec.structs import replace

from dragoman.coding.syntax import Tree
from dragoman.records.readings import Mention

_OBJECTS: Final = frozenset({"him", "her", "it", "them"})


def objects_again(
    tree: Tree, named_by: Callable[[int], list[Mention]]
) -> Iterator[tuple[int, Mention]]:
    """Pronouns that are object of a coordinated verb, each with the one that it stands for."""
    for index, token in enumerate(tree.tokens):
        if token.dep != "dobj" or tree.words[index] not in _OBJECTS or named_by(index):
            continue
        if tree.tokens[token.head].dep != "conj":
            continue
        mentions = named_by(_object_before(tree, token.head))
        if len(mentions) == 1:
            found = replace(mentions[0], start=token.start, end=token.end, kind="pronoun")
            yield index, found


def _object_before(tree: Tree, verb: int) -> int:
    """The object of the verb that this one is coordinated with, or the verb if it has none."""
    before = tree.tokens[verb].head
    objects = [noun for noun in tree.arguments(before).objects if noun < verb]
    return objects[-1] if objects else verb
