"""From an event up through its sentence: the operators over it and the voices around it."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.attribution.factuality import (
    NEGATION,
    OPEN,
    Operator,
    effect_operator,
    is_negated,
    operators_at,
)
from dragoman.attribution.lexicon import Lexicon
from dragoman.attribution.scene import Place, Scene
from dragoman.attribution.speech import Frame, Speech
from dragoman.attribution.syntax import SUBJECTS, Tree

Step = Operator | Frame

_NOMINAL = frozenset({"dobj", "nsubjpass", "nsubj", "attr", "pobj", "conj", "appos", "compound"})
_FREE = frozenset({"relcl", "acl", "advcl", "appos", "parataxis", "csubj"})


class Climb:
    """Walks from words to the root of their sentence, and from a quotation to who speaks it."""

    def __init__(self, scene: Scene, speech: Speech, words: Lexicon) -> None:
        self.scene = scene
        self.speech = speech
        self.words = words

    def steps(self, place: Place, passage: int | None, *, quoted: bool) -> Iterator[Step]:
        """Operators and frames over a place, innermost first, as far as its quotation reaches.

        Around a few `quoted` words every act of speech counts as a frame.
        """
        tree = self.scene.tree(place.sentence)
        active = True  # whether the clause at hand still decides if the event happened
        came_from: int | None = None
        spent = False
        for node in tree.path(place.token):
            if not self._reaches(place.sentence, node, passage):
                return
            if active and not self._shares_nothing(tree, node, came_from):
                yield from operators_at(tree, node, self.words, came_from, spent=spent)
            for frame in self.speech.at(place.sentence, node):
                met = came_from is not None and frame.cue.token in tree.path(came_from)
                if not met and self._reaches(place.sentence, frame.cue.token, passage):
                    yield frame
            parent = tree.parent(node)
            if parent is None:
                break
            if not self._reaches(place.sentence, parent, passage):
                break
            frames = tuple(self.speech.between(place.sentence, node, parent))
            if quoted and not frames:
                cue = self.speech.act(place.sentence, parent)
                frames = () if cue is None else (cue,)
                quoted = cue is None
            if frames:
                yield from frames
                active = active and not any(frame.holds for frame in frames)
                spent = not active or is_negated(tree, parent, self.words)
            else:
                operator = self._relation(tree, node, parent) if active else None
                if operator is not None:
                    yield operator
                active = active and self._carries(tree, node, parent, operator)
                spent = operator is not None or (spent and tree[parent].dep in {"acomp", "attr"})
            spent = spent or (tree[node].dep in {"acomp", "attr"} and spent)
            came_from = node
        if self._is_question(place, passage):
            yield OPEN

    def _reaches(self, sentence: int, node: int, passage: int | None) -> bool:
        """Whether a word still stands within the quotation that is climbed."""
        if passage is None:
            return True
        quotation = self.scene.passages.all[passage]
        token = self.scene.tree(sentence)[node]
        return quotation.start <= token.start and token.end <= quotation.end

    def _shares_nothing(self, tree: Tree, node: int, came_from: int | None) -> bool:
        """Whether a joined verb below has a clause of its own, which this one's words spare."""
        if came_from is None or tree[came_from].dep != "conj":
            return False
        if tree[came_from].pos not in {"VERB", "AUX"}:
            return False
        own = tree.child(came_from, "nsubj", "nsubjpass", "aux", "neg") is not None
        joint = {tree[c].text.lower() for c in tree.children(node, "cc", "preconj")}
        bare = tree[came_from].tag in {"VB", "VBN", "VBG"} and tree[came_from].tag == tree[node].tag
        return own or not (bare or joint & {"or", "nor"})

    def _relation(self, tree: Tree, node: int, parent: int) -> Operator | None:
        """The operator that a word makes for what it governs: "failed to", "plans for"."""
        lemma, dep = tree[parent].text.lower(), tree[node].dep
        if dep == "pcomp" and lemma == "without":
            return NEGATION
        if dep in {"pobj", "pcomp"}:
            return self._through_preposition(tree, parent)
        if dep == "xcomp" and tree.lemma(parent) in {"be", "have"}:
            return self._scheduled(tree, parent)
        governs = dep in {"xcomp", "ccomp", "acl", "dobj", "nsubjpass", "oprd", "advcl"}
        if dep == "advcl" and tree[parent].pos != "ADJ":
            governs = False
        if dep in {"ccomp", "csubj"} or dep in SUBJECTS:
            adjective = tree.child(parent, "acomp", "attr", "oprd")
            if adjective is not None and adjective != node:
                return self._effect(tree, adjective, is_clause=True)
        return self._effect(tree, parent, is_clause=dep == "xcomp") if governs else None

    def _through_preposition(self, tree: Tree, preposition: int) -> Operator | None:
        """ "without an attack", "instead of attacking", "called for the release"."""
        word = tree[preposition].text.lower()
        if word in self.words.words["negation prepositions"]:
            return NEGATION
        governor = tree.parent(preposition)
        if governor is None:
            return None
        if tree[governor].text.lower() == "instead" or word == "than":
            return NEGATION
        if word not in {"of", "for", "from", "on", "to", "against", "in", "about", "at"}:
            return None
        if tree[preposition].dep != "prep" or (tree[governor].tag == "VBN" and word == "in"):
            return None
        return self._effect(tree, governor, is_clause=False)

    def _scheduled(self, tree: Tree, verb: int) -> Operator:
        """ "is to meet" and "has yet to meet"."""
        if any(tree[child].text.lower() == "yet" for child in tree.children(verb, "advmod")):
            return NEGATION
        if tree.lemma(verb) == "have":
            return Operator(certainty="Uu", hypothetical=True)
        return Operator(kind="future", future=True)

    def _effect(self, tree: Tree, word: int, *, is_clause: bool) -> Operator | None:
        lemmas = (tree.particle_lemma(word), tree.lemma(word), tree[word].text.lower())
        effect = next(
            (self.words.complements[word] for word in lemmas if word in self.words.complements),
            None,
        )
        if effect is None or (tree[word].pos == "NOUN" and is_clause and tree[word].dep == "dobj"):
            return None
        return effect_operator(effect, negated=is_negated(tree, word, self.words))

    def _carries(self, tree: Tree, node: int, parent: int, operator: Operator | None) -> bool:
        """Whether what becomes of a governing word becomes of the event below it."""
        dep = tree[node].dep
        if operator is not None:
            return True
        if dep in _FREE:
            return False
        if dep in {"prep", "agent"}:
            return tree[parent].pos in {"NOUN", "ADJ"} or tree.lemma(parent) in {"call", "appeal"}
        if dep in _NOMINAL and tree[parent].pos in {"VERB", "AUX"}:
            light = tree.lemma(parent) in self.words.words["light verbs"]
            return (light and tree[node].pos not in {"VERB", "AUX"}) or dep == "conj"
        if dep in {"pobj", "pcomp"}:
            return True
        return dep not in {"poss", "npadvmod"}

    def _is_question(self, place: Place, passage: int | None) -> bool:
        """Whether the sentence, or its quoted part, ends by asking."""
        sentence = self.scene.reading.sentences[place.sentence]
        end = sentence.end
        if passage is not None:
            end = min(end, self.scene.passages.all[passage].inner[1])
        return self.scene.document.text[sentence.start : end].rstrip(" \n\"'”’»)").endswith("?")
