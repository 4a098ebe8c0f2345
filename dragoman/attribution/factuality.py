"""How surely a happening is asserted: the FactBank scale and the words that move it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from dragoman.attribution.lexicon import Effect, Lexicon
from dragoman.attribution.syntax import SUBJECTS, Tree
from dragoman.records.claims import Auxiliary, Certainty, Factuality
from dragoman.records.codec import Record

OperatorKind = Literal["negation", "future", "would", "condition", "proviso", "other"]

_LEVELS = ("PS", "PR", "CT")
_ADVERBIAL_NOUNS = frozenset({"time", "way", "circumstance", "mean", "means", "case", "account"})


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
    for operator in every:
        if operator.kind in left or (operator.future and "future" in left):
            left.discard(operator.kind)
            continue
        if operator.kind == "would" and told and not conditional:
            operator = _as_will(operator)  # noqa: PLW2901 the reading in context replaces the bare one
        certainty = combine(operator.certainty, certainty)
        found |= {"future"} if operator.future else set()
        found |= {"hypothetical"} if operator.hypothetical else set()
    if certainty.endswith("-") and UNREAL not in every:
        found.add("negation")
    return Factuality(certainty=certainty, auxiliary=tuple(sorted(found)))


def _as_will(operator: Operator) -> Operator:
    certainty: Certainty = "CT-" if operator.certainty.endswith("-") else "CT+"
    return Operator(kind="future", certainty=certainty, future=True)


def operators_at(
    tree: Tree, index: int, words: Lexicon, came_from: int | None, *, spent: bool
) -> Iterator[Operator]:
    """The operators in a verb's or noun's own clause; a `spent` negation is not counted again."""
    modal = next((c for c in tree.children(index, "aux") if _modal(tree, c, words)), None)
    if _is_counterfactual(tree, index):
        yield UNREAL
    negated = not spent and is_negated(tree, index, words, came_from)
    if modal is not None:
        yield _modal_operator(tree, index, modal, words, negated=negated)
    elif negated:
        yield NEGATION
    yield from _adverbs(tree, index, words)
    if not _is_counterfactual(tree, index):
        yield from _conditions(tree, index, words)
    if modal is None and _is_headline_future(tree, index):
        yield Operator(kind="future", future=True)


def _modal(tree: Tree, index: int, words: Lexicon) -> bool:
    return tree[index].tag == "MD" and tree[index].text.lower() in words.modals


def _modal_operator(
    tree: Tree, index: int, modal: int, words: Lexicon, *, negated: bool
) -> Operator:
    word = tree[modal].text.lower()
    effect = words.modals[word]
    perfect = any(tree.lemma(child) == "have" for child in tree.children(index, "aux"))
    certainty = effect.negated if negated else effect.perfect if perfect else effect.certainty
    later = any(tree.lemma(c) in {"later", "eventually", "subsequently", "soon"}
                for c in tree.children(index, "advmod"))  # fmt: skip
    if word in {"would", "'d"} and not perfect:
        if later and not negated:
            return Operator(certainty="CT+")
        return Operator(kind="would", certainty=certainty, hypothetical=True)
    if effect.future:
        return Operator(kind="future", certainty=certainty, future=True)
    return Operator(
        certainty=certainty,
        hypothetical=(effect.hypothetical and not perfect) or (certainty == "CT-" and perfect),
    )


def _is_headline_future(tree: Tree, index: int) -> bool:
    """Whether a sentence is headed by a bare infinitive: "Two states to sign treaty"."""
    has_to = any(tree[child].tag == "TO" for child in tree.children(index, "aux"))
    return has_to and tree.parent(index) is None and tree.subject(index) is not None


def is_negated(tree: Tree, index: int, words: Lexicon, came_from: int | None = None) -> bool:
    """Whether a word is negated in its own clause."""
    if _until(tree, index):  # "did not sign until 1990" tells of a signing
        return False
    helpers = tree.children(index, "aux", "auxpass")
    below = [child for node in (index, *helpers) for child in tree.children(node)]
    marks = sum(1 for child in below if child != came_from and _negates(tree, child, words))
    if marks == 0 and tree[index].dep in {"acomp", "attr", "oprd"}:
        parent = tree.parent(index)
        return parent is not None and is_negated(tree, parent, words, index)
    return marks > 0


def _until(tree: Tree, index: int) -> bool:
    below = [*tree.children(index, "prep", "advcl")]
    marks = [mark for clause in below for mark in (clause, *tree.children(clause, "mark"))]
    return any(tree[mark].text.lower() in {"until", "till"} for mark in marks)


def _negates(tree: Tree, child: int, words: Lexicon) -> bool:
    """Whether a child negates its head."""
    word, dep = tree[child].text.lower(), tree[child].dep
    following = tree[child + 1].text.lower() if child + 1 < len(tree.tokens) else ""
    if word in words.words["negation words"] and dep not in SUBJECTS:
        return following not in words.words["negation spared_by"]
    if dep == "det":
        return word in words.words["negation determiners"]
    if dep in {"nsubj", "nsubjpass", "dobj", "attr"}:
        return _is_none(tree, child, words)
    if dep == "prep":
        return any(
            tree.lemma(noun) in _ADVERBIAL_NOUNS and _is_none(tree, noun, words)
            for noun in tree.children(child, "pobj")
        )
    below = (
        {tree[inner].text.lower() for inner in tree.children(child)} if dep == "advmod" else set()
    )
    return (word == "longer" and "no" in below) or (word in {"once", "ever"} and "not" in below)


def _is_none(tree: Tree, index: int, words: Lexicon) -> bool:
    """Whether a noun phrase is an empty one: "no treaty", "none of them", "neither side"."""
    if tree[index].text.lower() in words.words["negation pronouns"] | {"neither"}:
        return True
    return any(
        tree[child].text.lower() in words.words["negation determiners"]
        for child in tree.children(index, "det", "preconj", "neg")
    )


def _adverbs(tree: Tree, index: int, words: Lexicon) -> Iterator[Operator]:
    for child in tree.children(index, "advmod", "amod", "npadvmod", "neg", "det"):
        certainty = words.adverbs.get(tree[child].text.lower())
        if certainty is not None:
            hedged = any(tree.lemma(c) in {"almost", "nearly"} for c in tree.children(child))
            yield Operator(certainty="PR+" if hedged else certainty)


def _conditions(tree: Tree, index: int, words: Lexicon) -> Iterator[Operator]:
    """Conditions that a clause states, or stands under."""
    if _is_condition(tree, index, words):
        yield CONDITION
    if _unmet(tree, index):
        return
    for clause in tree.children(index, "advcl", "prep"):
        if _is_condition(tree, clause, words) and not _even(tree, clause):
            yield PROVISO
            return


def _is_counterfactual(tree: Tree, index: int) -> bool:
    """Whether a clause is a condition that its speaker knows unmet: "had they agreed"."""
    if tree[index].dep != "advcl" or tree[index].tag not in {"VBD", "VBN"}:
        return False
    had = any(tree[child].text.lower() == "had" for child in tree.children(index, "aux"))
    conditional = _is_inverted(tree, index) or any(
        tree[mark].text.lower() == "if" for mark in tree.children(index, "mark")
    )
    main = tree.parent(index)
    helpers = [] if main is None else tree.children(main, "aux")
    return had and conditional and any(tree[helper].tag == "MD" for helper in helpers)


def _unmet(tree: Tree, index: int) -> bool:
    """Whether a clause stands under an unmet condition; "would have" says so already."""
    return any(_is_counterfactual(tree, clause) for clause in tree.children(index, "advcl"))


def _even(tree: Tree, clause: int) -> bool:
    first = tree.subtree(clause)[0]
    return tree[first].text.lower() == "even"


def _is_condition(tree: Tree, index: int, words: Lexicon) -> bool:
    marks = tree.children(index, "mark", "advmod")
    if any(tree[mark].text.lower() in words.words["condition words"] for mark in marks):
        return tree[index].dep not in {"ccomp", "acl"}  # there "if" asks, and sets no condition
    if tree[index].dep in {"prep", "advcl"}:
        if tree[index].text.lower() in words.words["condition words"]:
            return True
        return tree[index].dep == "advcl" and _is_inverted(tree, index)
    return False


def _is_inverted(tree: Tree, index: int) -> bool:
    """Whether a clause is a condition by its word order: "Should they attack", "Had it agreed"."""
    first = tree.subtree(index)[0]
    subject = tree.child(index, "nsubj", "nsubjpass")
    inverting = tree[first].text.lower() in {"should", "had", "were"}
    return inverting and subject is not None and first < subject and tree[first].head == index


def effect_operator(effect: Effect, *, negated: bool) -> Operator:
    """The operator that a complement-taking word makes."""
    return Operator(
        kind="future" if effect.future else "other",
        certainty=effect.negated if negated else effect.certainty,
        future=effect.future,
        hypothetical=effect.hypothetical,
    )
