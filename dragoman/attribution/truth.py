"""Words that call a thing untrue: "is a lie", "has no basis", "called it false"."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.attribution.factuality import is_negated
from dragoman.attribution.lexicon import Lexicon
from dragoman.attribution.syntax import Tree

_LABELS = ("acomp", "attr", "oprd", "advcl", "ccomp")


class Truth:
    """Tells what a predicate makes of the truth of its subject, or of its object."""

    def __init__(self, words: Lexicon) -> None:
        self.words = words

    def is_denied_of_subject(self, tree: Tree, verb: int) -> bool:
        """Whether a verb says that its subject is untrue: "is false", "has no foundation"."""
        lemma = tree.lemma(verb)
        if lemma in self.words.words["matching"]:
            return is_negated(tree, verb, self.words) and self._names_truth(tree, verb)
        if lemma not in {"be", "have", "lack", "remain", "seem", "appear", "prove", "ring"}:
            return False
        negated = is_negated(tree, verb, self.words)
        said = [c for c in tree.children(verb, "acomp", "attr", "oprd", "dobj") if c > verb]
        if any(self._is_false(tree, word) for word in said):
            return not negated
        if any(self._is_true(tree, word) for word in said):
            return negated or any(is_negated(tree, word, self.words) for word in said)
        return (lemma == "lack" and self._names_truth(tree, verb)) or self._is_without(tree, verb)

    def is_denied_of_object(self, tree: Tree, verb: int) -> bool:
        """Whether a verb labels its object as untrue: "called it a lie"."""
        if tree.lemma(verb) not in self.words.words["calling"]:
            return False
        labels = [*tree.children(verb, *_LABELS), *tree.children(verb, "dobj")[1:]]
        for preposition in tree.children(verb, "prep"):
            labels += tree.children(preposition, "pobj", "amod", "pcomp")
        return any(self._is_false(tree, word) for word in labels if word > verb)

    def is_false_noun(self, tree: Tree, noun: int) -> bool:
        """Whether a noun, or what is said of it, calls what it reports untrue: "the lie that"."""
        if tree.lemma(noun) in self.words.words["false_nouns"]:
            return True
        adjectives = tree.children(noun, "amod")
        return any(tree.lemma(word) in self.words.words["false_adjectives"] for word in adjectives)

    def is_exclamation(self, tree: Tree, said: Iterable[int]) -> bool:
        """Whether words are nothing but a name for what is untrue: "Lies!"."""
        words = [index for index in said if tree[index].text[0].isalpha()]
        return 0 < len(words) <= 3 and self._is_false(tree, words[-1])

    def _is_false(self, tree: Tree, word: int) -> bool:
        listed = self.words.words["untrue"]
        return tree.lemma(word) in listed or tree.word(word) in listed

    def _is_true(self, tree: Tree, word: int) -> bool:
        listed = self.words.words["true_words"]
        return tree.lemma(word) in listed or tree.word(word) in listed

    def _names_truth(self, tree: Tree, verb: int) -> bool:
        return any(
            tree.lemma(word) in self.words.words["true_words"] for word in tree.subtree(verb)
        )

    def _is_without(self, tree: Tree, verb: int) -> bool:
        """Whether a subject is "without foundation"."""
        return any(
            tree.lemma(noun) in self.words.words["true_words"]
            for preposition in tree.children(verb, "prep", "acomp")
            if tree.word(preposition) in self.words.words["negation prepositions"]
            for noun in tree.children(preposition, "pobj")
        )
