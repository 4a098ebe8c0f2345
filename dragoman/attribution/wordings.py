"""Quotations brought in by a noun: "the answer that X gave", "in these words X …", "— X"."""

from __future__ import annotations

from dragoman.attribution.frames import Frame, frame
from dragoman.attribution.lexicon import Lexicon
from dragoman.attribution.nouns import ReportingNouns
from dragoman.attribution.scene import Place, Scene
from dragoman.attribution.syntax import SUBJECTS, Tree

_DASHES = ("—", "–", "-", "―")
_LONGEST_SIGNATURE = 12  # tokens


class Wordings:
    """Finds whose words a noun says that they are."""

    def __init__(self, scene: Scene, nouns: ReportingNouns, words: Lexicon) -> None:
        self.scene = scene
        self.nouns = nouns
        self._worded: dict[tuple[int, int | None], Frame | None] = {}
        self.words = words

    def in_sentence(self, sentence: int, around: int | None) -> Frame | None:
        """The frame of a noun for words, in a sentence and in no other quotation than `around`."""
        key = (sentence, around)
        if key not in self._worded:
            self._worded[key] = self._search(sentence, around)
        return self._worded[key]

    def _search(self, sentence: int, around: int | None) -> Frame | None:
        tree = self.scene.tree(sentence)
        for noun in range(len(tree.tokens)):
            if tree[noun].pos == "NOUN" and self._is_wording(tree, noun):
                outside = self._passage(tree, noun) == around
                holder = self._holder(tree, noun) if outside else None
                if holder is not None and self._passage(tree, holder) == around:
                    return frame(tree, noun, holder)
        return None

    def pointing_back(self, sentence: int) -> Frame | None:
        """The frame of a sentence about the words before it: "That is how X put it."."""
        tree = self.scene.tree(sentence)
        if not tree.tokens or tree.lemma(0) not in {"that", "this", "those", "these", "such", "so"}:
            return None
        worded = self.in_sentence(sentence, None)
        if worded is not None:
            return worded
        root = next((i for i in range(len(tree.tokens)) if tree.parent(i) is None), 0)
        clause = tree.child(root, "ccomp", "advcl")
        subject = (
            None if clause is None or tree.lemma(root) != "be" else tree.child(clause, "nsubj")
        )
        return None if clause is None or subject is None else frame(tree, clause, subject)

    def signature(self, sentence: int) -> Frame | None:
        """The frame of a line that signs what stands before it: "— Ann Ek, memoirs"."""
        tree = self.scene.tree(sentence)
        dashed = bool(tree.tokens) and tree[0].text.startswith(_DASHES)
        if not dashed or len(tree.tokens) > _LONGEST_SIGNATURE:
            return None
        name = next((i for i, token in enumerate(tree.tokens) if token.pos == "PROPN"), None)
        while name is not None and name + 1 < len(tree.tokens) and tree[name + 1].pos == "PROPN":
            name += 1
        return None if name is None else frame(tree, name, name)

    def can_speak(self, found: Frame) -> bool:
        """Whether the subject of a sentence is somebody who can go on to say something."""
        if found.speaker is None:
            return False
        tree, noun = self.scene.tree(found.speaker.sentence), found.speaker.token
        lemma = tree.lemma(noun)
        named = tree[noun].pos == "PROPN" or lemma in {"he", "she"}
        return named or lemma in self.words.words["speaking"]

    def _passage(self, tree: Tree, token: int) -> int | None:
        return self.scene.passage_of(Place(sentence=tree.number, token=token))

    def _is_wording(self, tree: Tree, noun: int) -> bool:
        return tree.lemma(noun) in self.words.words["texts"]

    def _holder(self, tree: Tree, noun: int) -> int | None:
        """Whose words they are: of whom, from whom, or of whoever gives, sends or uses them."""
        for preposition in tree.children(noun, "prep"):
            holder = tree.child(preposition, "pobj")
            if tree.lemma(preposition) in {"of", "from", "by"} and holder is not None:
                return holder
        for clause in tree.children(noun, "relcl"):
            giver = tree.child(clause, "nsubj")
            if giver is not None and tree[giver].tag not in {"WDT", "WP"}:
                return giver
        return self.nouns.holder(tree, noun) or self._user(tree, noun)

    def _user(self, tree: Tree, noun: int) -> int | None:
        """The subject of the clause with the words in it; of words that come, where from."""
        verb = next((node for node in tree.path(noun) if tree[node].pos in {"VERB", "AUX"}), None)
        if verb is None:
            return None
        if tree[noun].dep not in SUBJECTS:
            return tree.subject(verb)
        for preposition in tree.children(verb, "prep"):
            if tree.lemma(preposition) == "from":
                return tree.child(preposition, "pobj")
        return None
