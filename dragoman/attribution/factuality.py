"""The words of a clause that say whether, and how surely, its event happened."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.attribution.conditions import conditions
from dragoman.attribution.lexicon import Effect, Lexicon
from dragoman.attribution.operators import NEGATION, Operator
from dragoman.attribution.syntax import SUBJECTS, Tree

_ADVERBIAL_NOUNS = frozenset({"time", "way", "circumstance", "mean", "means", "case", "account"})
_PRESENT = frozenset({"VBZ", "VBP"})


def operators_at(
    tree: Tree, index: int, words: Lexicon, came_from: int | None, *, spent: bool
) -> Iterator[Operator]:
    """The operators in a verb's or noun's own clause; a `spent` negation is not counted again."""
    modal = next((c for c in tree.children(index, "aux") if _modal(tree, c, words)), None)
    negated = not spent and is_negated(tree, index, words, came_from)
    if modal is not None:
        future = words.modals[tree.word(modal)].future
        yield _modal_operator(tree, index, modal, words, negated=negated and not future)
        negated = negated and future  # what is not possible is one thing, but "will not" is two
    if negated:
        yield NEGATION
    if _is_preceded(tree, index, words):
        yield NEGATION
    yield from _adverbs(tree, index, words)
    yield from _phrases(tree, index, words)
    yield from conditions(tree, index, words)
    if modal is None and (_is_headline_future(tree, index) or _is_planned(tree, index, words)):
        yield Operator(kind="future", future=True)


def _modal(tree: Tree, index: int, words: Lexicon) -> bool:
    return tree[index].tag == "MD" and tree.word(index) in words.modals


def _modal_operator(
    tree: Tree, index: int, modal: int, words: Lexicon, *, negated: bool
) -> Operator:
    word = tree.word(modal)
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


def _is_planned(tree: Tree, index: int, words: Lexicon) -> bool:
    """Whether a verb in the present tense tells of a day to come: "is visiting us next week"."""
    tags = {tree[index].tag, *(tree[c].tag for c in tree.children(index, "aux", "auxpass"))}
    when = tree.children(index, "npadvmod", "advmod", "nmod")
    ahead = words.words["time ahead"]
    return bool(tags & _PRESENT) and any(
        tree.word(word) in ahead for time in when for word in (time, *tree.children(time, "amod"))
    )


def _is_preceded(tree: Tree, index: int, words: Lexicon) -> bool:
    """Whether a word comes right after "yet to", "far from" or "so much as"."""
    before = " ".join(tree.words[max(0, index - 3) : index])
    return any(f" {before}".endswith(f" {p}") for p in words.words["negation preceding"])


def is_yet_to(tree: Tree, index: int) -> bool:
    """Whether a word is what somebody "has yet to" do."""
    return tree.words[max(0, index - 2) : index] == ["yet", "to"]


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
    return any(tree.word(mark) in {"until", "till"} for mark in marks)


def _negates(tree: Tree, child: int, words: Lexicon) -> bool:
    """Whether a child negates its head."""
    word, dep = tree.word(child), tree[child].dep
    following = tree.word(child + 1) if child + 1 < len(tree.tokens) else ""
    if word in words.words["negation words"] and dep not in SUBJECTS:
        return following not in words.words["negation spared_by"]
    if dep == "det":
        return word in words.words["negation determiners"]
    if dep in {"nsubj", "nsubjpass", "dobj", "attr"}:
        return is_none(tree, child, words)
    if dep == "prep":
        return any(
            tree.lemma(noun) in _ADVERBIAL_NOUNS and is_none(tree, noun, words)
            for noun in tree.children(child, "pobj")
        )
    below = {tree.word(inner) for inner in tree.children(child)} if dep == "advmod" else set()
    return (word == "longer" and "no" in below) or (word in {"once", "ever"} and "not" in below)


def is_none(tree: Tree, index: int, words: Lexicon) -> bool:
    """Whether a noun phrase is an empty one: "no treaty", "none of them", "neither side"."""
    if tree.word(index) in words.words["negation pronouns"] | {"neither"}:
        return True
    return any(
        tree.word(child) in words.words["negation determiners"]
        or (tree[child].dep == "neg" and tree.child(index, "det") is not None)
        for child in tree.children(index, "det", "preconj", "neg")
    )


def _adverbs(tree: Tree, index: int, words: Lexicon) -> Iterator[Operator]:
    for child in tree.children(index, "advmod", "amod", "npadvmod", "neg", "det"):
        certainty = words.adverbs.get(tree.word(child))
        if certainty is not None:
            hedged = any(tree.lemma(c) in {"almost", "nearly"} for c in tree.children(child))
            yield Operator(certainty="PR+" if hedged else certainty)
    for subject in tree.children(index, "nsubj", "nsubjpass"):
        for word in tree.children(subject, "det", "amod"):  # "hardly any state"
            for child in tree.children(word, "advmod"):
                if tree.word(child) in words.adverbs:
                    yield Operator(certainty=words.adverbs[tree.word(child)])


def _phrases(tree: Tree, index: int, words: Lexicon) -> Iterator[Operator]:
    """The operators of phrases that do what adverbs do: "in all likelihood"."""
    for child in tree.children(index, "prep"):
        for phrase, certainty in words.weighing.get(tree.word(child), ()):
            spoken = " ".join(token.text.lower() for token in tree.tokens[child : child + 5])
            if f"{spoken} ".startswith(f"{phrase} "):
                yield Operator(certainty=certainty)


def effect_operator(effect: Effect, *, negated: bool) -> Operator:
    """The operator that a complement-taking word makes."""
    return Operator(
        kind="future" if effect.future else "other",
        certainty=effect.negated if negated else effect.certainty,
        future=effect.future,
        hypothetical=effect.hypothetical,
    )
