"""Events told by pointing at the one before: "so did Canada", "Poland came third"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from dragoman.coding.phrases import CLAUSAL
from dragoman.coding.syntax import Tree
from dragoman.records.codec import Record
from dragoman.records.readings import Token

Way = Literal["same", "listed", "back", "denied"]

_SAME = frozenset({"same", "likewise", "thing"})
_AGAIN = frozenset({"so", "likewise", "too", "similarly"})
_RANKS = frozenset({"next", "last", "first", "second", "third", "fourth", "fifth", "sixth"})
_THEM = frozenset({"one", "they", "them", "those", "first", "early", "earliest", "last", "number"})
_EXAMPLES = frozenset({"suit", "example", "lead", "step", "move", "path"})
_TAKING_UP = frozenset({"follow", "copy", "imitate", "emulate", "match"})
_GIVEN_BACK = frozenset({"favor", "gesture", "compliment", "visit", "hospitality", "step"})
_NAMED = frozenset({"nsubj", "nsubjpass", "attr"})
_MODIFYING = frozenset({"acl", "amod", "prep", "pcomp"})


class Echo(Record, frozen=True, kw_only=True):
    """A verb that repeats an event told before, and who does it this time.

    `listed`: they are one of many who did it; `back`: they did to the others what these had done;
    `denied`: nobody did it, as a noun has it that stands in the place of the verb.
    """

    verb: int
    subjects: tuple[int, ...]
    way: Way
    deed: str | None = None  # the word for what is given back or denied


def echoes(tree: Tree) -> Iterator[Echo]:
    """The echoes of a sentence, in the order of their verbs."""
    for verb, token in enumerate(tree.tokens):
        if token.pos not in CLAUSAL or token.dep in {"aux", "auxpass"} or _is_wanted(token):
            continue
        way = _way(tree, verb)
        subjects = tuple(_subjects(tree, verb)) if way else ()
        if way and subjects:
            deed = _given_back(tree, verb) if way == "back" else None
            yield Echo(verb=verb, subjects=subjects, way=way, deed=deed)


def denials(tree: Tree) -> Iterator[Echo]:
    """Nouns of which the sentence says that there was no such thing: "there was no raid"."""
    for noun, token in enumerate(tree.tokens):
        named = token.dep in _NAMED and token.tag in {"NN", "NNS"}
        if named and tree.lexicon.frames("nouns", tree.keys[noun]) and _is_denied(tree, noun):
            yield Echo(verb=noun, subjects=(), way="denied", deed=tree.keys[noun])


def _is_denied(tree: Tree, noun: int) -> bool:
    """Whether it is "no raid (took place)", or "denied that such a raid took place"."""
    verb = tree.tokens[noun].head
    words = {tree.words[c] for c in tree.kids(noun, "det", "amod", "predet")}
    there = tree.keys[verb] == "be" and bool(tree.kids(verb, "expl"))
    placed = [tree.words[c] for c in tree.kids(verb, "dobj")] == ["place"]
    if not (there or placed or tree.keys[verb] in {"happen", "occur"}):
        return False
    if "such" not in words:  # "no such raid" answers the sentence before
        return "no" in words and tree.tokens[verb].dep == "ROOT"
    above = tree.tokens[verb].head
    return tree.tokens[verb].dep == "ccomp" and tree.keys[above] in {"deny", "dispute"}


def _way(tree: Tree, verb: int) -> Way | None:
    if _does_so(tree, verb) or _follows(tree, verb):
        return "same"
    if tree.kids(verb, "neg"):
        return None
    if _is_listed(tree, verb) or _waits(tree, verb):
        return "listed"
    return "back" if _answers_alike(tree, verb) else None


def _subjects(tree: Tree, verb: int) -> list[int]:
    """Who does it: of "followed by Peru", Peru."""
    arguments = tree.arguments(verb)
    return list(arguments.subjects) if arguments.passive else tree.surface_subjects(verb)


def _is_wanted(token: Token) -> bool:
    """Whether others are only to do it: "demanded that Chad do the same"."""
    return token.dep in {"ccomp", "xcomp", "acl"} and token.tag in {"VB", "VBP"}


def _does_so(tree: Tree, verb: int) -> bool:
    """Whether it is "So did X", "X did so", "X did the same" or "as did X"."""
    if tree.keys[verb] != "do":
        return False
    objects = [tree.words[c] for c in tree.kids(verb, "dobj", "attr")]
    if any(word in _SAME for word in objects):
        return True
    marks = [c for c in tree.kids(verb, "mark", "advmod") if tree.words[c] == "as"]
    if not objects and marks == [verb - 1]:
        return True
    return not objects and any(tree.words[c] in _AGAIN for c in tree.kids(verb, "advmod", "neg"))


def _follows(tree: Tree, verb: int) -> bool:
    """Whether it is "X followed (suit)", "X copied the step" or ", followed by X"."""
    if tree.keys[verb] not in _TAKING_UP or tree.kids(verb, "neg"):
        return False
    if tree.is_passive(verb):
        loose = tree.tokens[verb].dep in {"acl", "advcl"} and tree.words[verb - 1] == ","
        return loose and tree.keys[verb] == "follow" and bool(tree.kids(verb, "agent"))
    objects = [tree.keys[c] for c in tree.kids(verb, "dobj")]
    if not objects:
        return tree.keys[verb] == "follow" and tree.tokens[verb].dep not in _MODIFYING
    return objects[0] in _EXAMPLES and tree.tokens[verb].dep not in _MODIFYING


def _is_listed(tree: Tree, verb: int) -> bool:
    """Whether it is "X came third", "X was next" or "X was among the early ones"."""
    if tree.keys[verb] not in {"be", "come", "rank"} or tree.kids(verb, "dobj", "ccomp", "xcomp"):
        return False
    places = tree.obliques(verb)
    if places.keys() - {"among"}:
        return False  # "came third in the race"
    ranks = (c for c in tree.kids(verb, "advmod", "acomp", "oprd", "attr") if c > verb)
    if any(tree.words[c] in _RANKS and not _is_of_deed(tree, c) for c in ranks):
        return True
    return any(tree.keys[n] in _THEM and not _is_of_deed(tree, n) for n in places.get("among", ()))


def _is_of_deed(tree: Tree, index: int) -> bool:
    """Whether the words say in what one was first: "the first to leave", "third in the race"."""
    said = tree.kids(index, "relcl", "acl", "xcomp", "prep")
    return bool(said) or (tree.tokens[index].tag == "NNS" and tree.keys[index] not in _THEM)


def _waits(tree: Tree, verb: int) -> bool:
    """Whether it is "X waited until May", and no word says for what."""
    if tree.keys[verb] not in {"wait", "hesitate"} or tree.tokens[verb].tag != "VBD":
        return False
    until = [tree.words[c] for c in tree.kids(verb, "prep", "mark")]
    deeds = [tree.keys[c] for c in tree.kids(verb, "xcomp", "advcl", "ccomp")]
    return bool({"until", "till"}.intersection(until)) and set(deeds) <= {"do"}


def _answers_alike(tree: Tree, verb: int) -> bool:
    """Whether it is "X reciprocated", "X responded in kind" or "X returned the favour"."""
    key, objects = tree.keys[verb], tree.kids(verb, "dobj")
    if key == "reciprocate":
        return True
    if key in {"respond", "reply", "retaliate", "answer"}:
        return any(tree.keys[n] == "kind" for n in tree.obliques(verb).get("in", ()))
    return key == "return" and _given_back(tree, verb) is not None and len(objects) == 1


def _given_back(tree: Tree, verb: int) -> str | None:
    """The word for what is given back: "returned | the visit"."""
    for noun in tree.kids(verb, "dobj"):
        if tree.keys[noun] in _GIVEN_BACK and any(
            tree.words[c] == "the" for c in tree.kids(noun, "det")
        ):
            return tree.keys[noun]
    return None
