"""Clauses that set a condition or a time: "if they sign", "had they signed", "until they sign"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.attribution.lexicon import Lexicon
from dragoman.attribution.operators import CONDITION, OPEN, PROVISO, UNREAL, Operator
from dragoman.attribution.syntax import Tree

_PRESENT = frozenset({"VBZ", "VBP"})
_INVERTING = frozenset({"should", "had", "were"})
_VERBS = frozenset({"VERB", "AUX"})


def conditions(tree: Tree, index: int, words: Lexicon) -> Iterator[Operator]:
    """The operators of the conditions that a clause states or stands under, and of its time."""
    if is_counterfactual(tree, index):
        yield UNREAL
        return
    if _is_whether(tree, index):
        yield OPEN
    elif _is_condition(tree, index, words):
        yield CONDITION
    yield from _time(tree, index, words)
    if any(is_counterfactual(tree, clause) for clause in tree.children(index, "advcl")):
        return  # "would have" says so already
    for clause in tree.children(index, "advcl", "prep"):
        if not _is_condition(tree, clause, words) or _even(tree, clause):
            continue
        trusted = _trusted(tree, clause)
        if trusted & words.words["true_words"]:
            yield Operator(certainty="PR+")
        elif "believe" not in trusted:  # who is to be believed, is sure of it
            yield PROVISO
        return


def is_counterfactual(tree: Tree, index: int) -> bool:
    """Whether a clause is a condition that its speaker knows unmet: "had they agreed"."""
    if tree[index].dep != "advcl" or tree[index].tag not in {"VBD", "VBN"}:
        return False
    had = any(tree.word(child) == "had" for child in tree.children(index, "aux"))
    conditional = _is_inverted(tree, index) or any(
        tree.word(mark) == "if" for mark in tree.children(index, "mark")
    )
    main = tree.parent(index)
    helpers = [] if main is None else tree.children(main, "aux")
    return had and conditional and any(tree[helper].tag == "MD" for helper in helpers)


def _even(tree: Tree, clause: int) -> bool:
    first = tree.subtree(clause)[0]
    return tree.word(first) == "even"


def _trusted(tree: Tree, clause: int) -> set[str]:
    """What a condition asks of the tellers only: "if the figures are right"."""
    said = tree.children(clause, "acomp", "attr", "xcomp")
    return {tree.lemma(word) for word in said} if tree.lemma(clause) == "be" else set()


def _is_whether(tree: Tree, index: int) -> bool:
    """Whether a clause asks: "whether they paid is disputed"."""
    marks = tree.children(index, "mark", "advmod")
    return tree[index].dep != "advcl" and any(tree.word(mark) == "whether" for mark in marks)


def _is_condition(tree: Tree, index: int, words: Lexicon) -> bool:
    dep, noun = tree[index].dep, tree.parent(index)
    marks = tree.children(index, "mark", "advmod")
    if any(tree.word(mark) in words.words["condition words"] for mark in marks):
        return dep not in {"ccomp", "acl"}  # there "if" asks, and sets no condition
    if dep in {"relcl", "acl"} and noun is not None and tree[noun].dep == "pobj":
        return tree.lemma(noun) in words.words["condition nouns"]
    if dep in {"prep", "advcl"}:
        if tree.word(index) in words.words["condition words"]:
            return True
        return dep == "advcl" and _is_inverted(tree, index)
    return False


def _is_inverted(tree: Tree, index: int) -> bool:
    """Whether a clause is a condition by its word order: "Should they attack", "Were it to"."""
    first = tree.subtree(index)[0]
    subject = tree.child(index, "nsubj", "nsubjpass")
    inverting = tree.word(first) in _INVERTING and tree[first].head in {index, first}
    return (inverting or first == index) and subject is not None and first < subject and (
        tree.word(first) in _INVERTING
    )  # fmt: skip


def _time(tree: Tree, index: int, words: Lexicon) -> Iterator[Operator]:
    """What a clause of time makes of a happening that is still to come."""
    main = _main_verb(tree, index)
    if tree[index].dep != "advcl" or main is None:
        return
    listed = words.words
    marks = {tree.word(m) for m in tree.children(index, "mark", "advmod")}
    marks |= {tree.word(tree[index].head)}  # "as soon as" holds its clause
    modal = any(tree[helper].tag == "MD" for helper in tree.children(main, "aux"))
    present = _is_present(tree, index)
    would = any(tree.word(h) == "would" for h in tree.children(main, "aux"))
    ahead = (present and (modal or _is_present(tree, main))) or would
    if ahead and marks & listed["time open"]:
        yield Operator(kind="future", certainty="Uu", future=True)
    elif (ahead and marks & listed["time expected"]) or (
        present and modal and marks & listed["time awaited"]
    ):
        yield Operator(kind="future", certainty="PR+", future=True)


def _main_verb(tree: Tree, clause: int) -> int | None:
    """The verb of the clause around a clause."""
    path = tree.path(clause)
    next(path)
    return next((node for node in path if tree[node].pos in _VERBS), None)


def _is_present(tree: Tree, verb: int) -> bool:
    """Whether a clause is in the present tense, or a command."""
    helpers = tree.children(verb, "aux", "auxpass")
    tags = {tree[helper].tag for helper in helpers}
    return bool(_PRESENT & {tree[verb].tag, *tags}) or (tree[verb].tag == "VB" and not helpers)
