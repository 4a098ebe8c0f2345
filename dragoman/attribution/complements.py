"""What a word makes of the happening it governs: "failed to", "plans for", "without"."""

from __future__ import annotations

from dragoman.attribution.factuality import (
    NEGATION,
    Operator,
    effect_operator,
    is_negated,
)
from dragoman.attribution.lexicon import Lexicon
from dragoman.attribution.syntax import SUBJECTS, Tree

_GOVERNED = frozenset({"xcomp", "ccomp", "acl", "dobj", "nsubjpass", "oprd"})
_NOMINAL = frozenset({"dobj", "nsubjpass", "nsubj", "attr", "pobj", "appos", "compound"})
_FREE = frozenset({"relcl", "acl", "advcl", "appos", "parataxis", "csubj", "poss", "npadvmod"})
_BRINGING = frozenset({"of", "for", "from", "on", "to", "against", "in", "about", "at"})


class Complements:
    """Finds the operators of words over their complements."""

    def __init__(self, words: Lexicon) -> None:
        self.words = words

    def over(self, tree: Tree, node: int, parent: int) -> Operator | None:
        """The operator that a word makes for what hangs on it."""
        dep = tree[node].dep
        if dep in {"pobj", "pcomp"}:
            return self._through_preposition(tree, parent)
        if dep == "xcomp" and tree.lemma(parent) in {"be", "have"}:
            return self._scheduled(tree, parent)
        if dep in {"ccomp", "csubj"} or dep in SUBJECTS:
            adjective = tree.child(parent, "acomp", "attr", "oprd")
            if adjective is not None and adjective != node:
                return self._effect(tree, adjective, is_clause=True)
        phrasal = " " in tree.particle_lemma(parent) and (
            tree.particle_lemma(parent) in self.words.complements
        )
        ready = dep == "advcl" and (tree[parent].pos == "ADJ" or phrasal)
        if dep in _GOVERNED or ready:
            return self._effect(tree, parent, is_clause=dep == "xcomp")
        return None

    def carries(self, tree: Tree, node: int, parent: int, below: int | None) -> bool:
        """Whether what becomes of a word becomes of the event below it, too."""
        dep, governor = tree[node].dep, tree[parent].pos
        verbal = governor in {"VERB", "AUX"}
        if dep in _FREE or (dep == "ccomp" and node < parent) or _is_parted(tree, node, parent):
            return False
        if dep in {"prep", "agent"}:
            doing = below is not None and tree[below].dep == "pcomp" and tree.lemma(node) == "on"
            return governor in {"NOUN", "ADJ"} or tree.lemma(parent) in {"call", "appeal"} or doing
        if dep in _NOMINAL and verbal:
            light = tree.lemma(parent) in self.words.words["light verbs"]
            return light and tree[node].pos not in {"VERB", "AUX"}
        return True

    def _through_preposition(self, tree: Tree, preposition: int) -> Operator | None:
        """What "without", "instead of" and "called for" make of the noun after them."""
        word, governor = tree[preposition].text.lower(), tree.parent(preposition)
        if word in self.words.words["negation prepositions"] or word == "than":
            return NEGATION
        if governor is None:
            return None
        if tree[governor].text.lower() == "instead":
            return NEGATION
        phrase = self.words.complements.get(tree.with_word(governor, preposition))
        if phrase is not None:
            return effect_operator(phrase, negated=is_negated(tree, governor, self.words))
        if word not in _BRINGING or tree[preposition].dep != "prep":
            return None
        return self._effect(tree, governor, is_clause=False)

    @staticmethod
    def _scheduled(tree: Tree, verb: int) -> Operator:
        """What "is to", "has yet to" and "has to" make of the infinitive after them."""
        if any(tree[child].text.lower() == "yet" for child in tree.children(verb, "advmod")):
            return NEGATION
        if tree.lemma(verb) == "have":
            return Operator(certainty="Uu", hypothetical=True)
        return Operator(kind="future", future=True)

    def _effect(self, tree: Tree, word: int, *, is_clause: bool) -> Operator | None:
        """The operator of a word in the complement tables."""
        lemmas = (tree.particle_lemma(word), tree.lemma(word), tree[word].text.lower())
        listed = self.words.complements
        effect = next((listed[lemma] for lemma in lemmas if lemma in listed), None)
        # In "made an attempt to" the infinitive may hang on the verb; the noun is not its subject.
        if effect is None or (tree[word].pos == "NOUN" and is_clause and tree[word].dep == "dobj"):
            return None
        return effect_operator(effect, negated=is_negated(tree, word, self.words))


def _is_parted(tree: Tree, node: int, parent: int) -> bool:
    """Whether a colon stands between two words: what follows it is asserted for itself."""
    return any(tree[index].text == ":" for index in range(min(node, parent), max(node, parent)))
