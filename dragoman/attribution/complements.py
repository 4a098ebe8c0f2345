"""What a word makes of the happening it governs: "failed to", "plans for", "without"."""

from __future__ import annotations

from dragoman.attribution.factuality import effect_operator, is_negated, is_yet_to
from dragoman.attribution.lexicon import Lexicon
from dragoman.attribution.operators import NEGATION, Operator
from dragoman.attribution.syntax import SUBJECTS, Tree

_GOVERNED = frozenset({"xcomp", "ccomp", "acl", "dobj", "nsubjpass", "oprd"})
_NOMINAL = frozenset({"dobj", "nsubjpass", "nsubj", "attr", "pobj", "appos", "compound"})
_FREE = frozenset({"relcl", "acl", "advcl", "appos", "parataxis", "csubj", "poss", "npadvmod"})
_OVERTURES = frozenset(
    {"appeal", "application", "bid", "call", "demand", "invitation", "offer", "overture", "plea"}
    | {"proposal", "request", "ultimatum"}
)
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
            return self._scheduled(tree, node, parent)
        if _is_set_down(tree, node, parent):
            return Operator(kind="future", future=True)
        assessed = _assessment(tree, node, parent)
        if assessed is not None:
            return self._effect(tree, assessed, is_clause=True)
        if tree.lemma(node) in _OVERTURES and tree.child(node, "poss") is not None:
            return None  # "refused Chad's offer": it was made
        done = dep == "acl" and tree[node].tag == "VBN"  # "an agreement brokered by"
        governed = (dep in _GOVERNED and not done) or self._is_loose(tree, node, parent)
        return self._effect(tree, parent, is_clause=dep == "xcomp") if governed else None

    def _is_loose(self, tree: Tree, node: int, parent: int) -> bool:
        """Whether a word governs what only follows it: "planned for May: a visit"."""
        if tree[node].dep in {"appos", "npadvmod"}:
            headed = tree[parent].tag == "VBN" and tree.parent(parent) is None
            return headed and _is_parted(tree, node, parent)
        phrase = tree.particle_lemma(parent)
        phrasal = " " in phrase and phrase in self.words.complements
        bare = tree.child(node, "mark", "advmod") is None
        return tree[node].dep == "advcl" and (tree[parent].pos == "ADJ" or (phrasal and bare))

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
        word, governor = tree.word(preposition), tree.parent(preposition)
        if word in self.words.words["negation prepositions"] or word == "than":
            return NEGATION
        if governor is None:
            return None
        instead = (governor, *tree.children(preposition, "advmod"))
        if any(tree.word(near) == "instead" for near in instead):
            return NEGATION
        phrase = self.words.complements.get(tree.with_word(governor, preposition))
        if phrase is not None:
            return effect_operator(phrase, negated=is_negated(tree, governor, self.words))
        if word not in _BRINGING or tree[preposition].dep != "prep":
            return None
        return self._effect(tree, governor, is_clause=False)

    @staticmethod
    def _scheduled(tree: Tree, node: int, verb: int) -> Operator:
        """What "is to" and "has to" make of the infinitive after them."""
        inverted = tree.word(verb) == "were" and tree[verb].dep == "advcl"
        if is_yet_to(tree, node) or inverted:
            return Operator()  # said already: by "yet to", by the condition "were it to"
        if any(tree.word(child) == "yet" for child in tree.children(verb, "advmod")):
            return NEGATION
        if tree.lemma(verb) == "have":
            return Operator(certainty="Uu", hypothetical=True)
        return Operator(kind="future", future=True)

    def _effect(self, tree: Tree, word: int, *, is_clause: bool) -> Operator | None:
        """The operator of a word in the complement tables."""
        lemmas = (tree.particle_lemma(word), tree.lemma(word), tree.word(word))
        listed = self.words.complements
        effect = next((listed[lemma] for lemma in lemmas if lemma in listed), None)
        # In "made an attempt to" the infinitive may hang on the verb; the noun is not its subject.
        if effect is None or (tree[word].pos == "NOUN" and is_clause and tree[word].dep == "dobj"):
            return None
        far = _is_far_from(tree, word)
        return effect_operator(effect, negated=far or is_negated(tree, word, self.words))


def _is_parted(tree: Tree, node: int, parent: int) -> bool:
    """Whether a colon stands between two words: what follows it is asserted for itself."""
    return any(tree[index].text == ":" for index in range(min(node, parent), max(node, parent)))


def _is_set_down(tree: Tree, node: int, parent: int) -> bool:
    """Whether an infinitive sets a happening ahead: "a pact to be signed", "is going to sign"."""
    infinitive = any(tree[child].tag == "TO" for child in tree.children(node, "aux"))
    of_noun = tree[node].dep in {"acl", "relcl"} and tree.child(node, "auxpass") is not None
    going = tree[parent].tag == "VBG" and tree.lemma(parent) == "go" and tree[node].dep == "xcomp"
    return infinitive and (of_noun or going)


def _assessment(tree: Tree, node: int, parent: int) -> int | None:
    """The adjective or noun that a clause, or its subject, is said to be: "it is likely that"."""
    dep = tree[node].dep
    if dep not in {"ccomp", "csubj"} and dep not in SUBJECTS:
        return None
    said = tree.child(parent, "acomp", "attr", "oprd")
    said = _far_from(tree, parent) if said is None else said
    return None if said == node else said


def _far_from(tree: Tree, verb: int) -> int | None:
    """The adjective of "is far from certain"."""
    adverbs = (a for a in tree.children(verb, "advmod") if tree.lemma(a) == "far")
    found = (tree.child(p, "amod", "acomp", "pobj", "pcomp") for a in adverbs
             for p in tree.children(a, "prep"))  # fmt: skip
    return next(found, None)


def _is_far_from(tree: Tree, word: int) -> bool:
    """Whether an adjective stands after "far from", which negates it."""
    preposition = tree.parent(word)
    far = None if preposition is None else tree.parent(preposition)
    return far is not None and tree.word(far) == "far"
