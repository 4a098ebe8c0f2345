"""Whom pronouns and crews mean by the words before: "took its pilot and freed him"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from msgspec.structs import replace

from dragoman.coding.syntax import Tree
from dragoman.records.readings import Mention

ByToken = Mapping[int, Mention]
NamedBy = Callable[[int], list[Mention]]
Meant = Iterator[tuple[int, Mention]]  # tokens, each with the mention that it is part of

_OBJECTS: Final = frozenset({"him", "her", "it", "them"})
_RECEIVING: Final = frozenset({"receive", "get", "obtain", "enjoy", "have", "need"})
_CREWS: Final = frozenset({"pilot", "crew", "captain", "skipper", "cargo", "passenger", "sailor"})


def subjects_again(tree: Tree, by_token: ByToken) -> Meant:
    """The "it" of "Chad helped Mali, and in May it sent food", which goes on of Chad."""
    for index, mention in by_token.items():
        token = tree.tokens[index]
        first = tree.first(token.head)
        if token.dep != "nsubj" or first == token.head or tree.words[index] != "it":
            continue
        subjects = [by_token.get(s) for s in tree.surface_subjects(first)]
        if len(subjects) == 1 and subjects[0] and len(subjects[0].referents) == 1:
            yield index, replace(mention, referents=subjects[0].referents)


def thanked(tree: Tree, by_token: ByToken) -> Meant:
    """Chad, which is thanked for "the letter that it had sent"."""
    for index, mention in by_token.items():
        token = tree.tokens[index]
        if token.dep != "nsubj" or mention.kind != "pronoun":
            continue
        meant = [by_token.get(o) for o in _thanked_for(tree, token.head)]
        if len(meant) == 1 and meant[0]:
            yield index, replace(mention, referents=meant[0].referents)


def _thanked_for(tree: Tree, verb: int) -> tuple[int, ...]:
    """Who is thanked for what this clause tells of, if it is not what the thankful got."""
    noun = tree.tokens[verb].head
    preposition = tree.tokens[noun].head
    thanks = tree.tokens[preposition].head
    given = tree.tokens[verb].dep == "relcl" and tree.keys[verb] not in _RECEIVING
    thankful = tree.words[preposition] == "for" and tree.keys[thanks] == "thank"
    return tree.arguments(thanks).objects if given and thankful else ()


def crews(tree: Tree, by_token: ByToken, named_by: NamedBy) -> Meant:
    """The pilot, who is Malian in "Chad shot down a Malian jet and captured its pilot"."""
    for index, mention in by_token.items():
        noun = tree.tokens[index].head if tree.tokens[index].dep == "poss" else index
        words = {tree.keys[i] for i in (noun, *tree.kids(noun, "compound"))}
        if mention.kind not in {"pronoun", "nominal"} or not words & _CREWS:
            continue
        crafts = [i for i in range(index) if tree.keys[i] in tree.lexicon.list("crafts")]
        owners = named_by(crafts[-1]) if crafts else []
        if len(owners) == 1:
            yield index, replace(mention, referents=owners[0].referents)


def objects_again(tree: Tree, named_by: NamedBy) -> Meant:
    """Pronouns that are object of a coordinated verb: "took its pilot and freed him"."""
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
