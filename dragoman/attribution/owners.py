"""Whose word a text is: of a letter its writer, of an editorial the paper that printed it."""

from __future__ import annotations

from dragoman.attribution.lexicon import Lexicon
from dragoman.attribution.scene import Place, Scene
from dragoman.attribution.syntax import SUBJECTS, Tree

_HOLDERS = frozenset({"by", "from", "of", "in"})
_FARTHEST = 3  # sentences back to look for who wrote "the letter"
_DEFINITE = frozenset({"the", "this", "that"})


class Owners:
    """Finds who issued, wrote or sent the texts that speak in a scene."""

    def __init__(self, scene: Scene, words: Lexicon) -> None:
        self.scene = scene
        self.words = words
        self._known: dict[tuple[int, int], Place | None] = {}

    def of(self, text: Place) -> Place | None:
        """The noun for whoever a text speaks for; None if it is no text, or nobody's."""
        tree = self.scene.tree(text.sentence)
        if tree.lemma(text.token) not in self.words.words["carriers"]:
            return None
        key = (text.sentence, text.token)
        if key not in self._known:
            self._known[key] = None  # in case its writer leads back to the text
            owner = self._owner(tree, text.token)
            self._known[key] = (
                self._earlier(tree, text.token)
                if owner is None
                else Place(sentence=text.sentence, token=owner)
            )
        return self._known[key]

    def _owner(self, tree: Tree, noun: int) -> int | None:
        """Whose text it is by the sentence itself."""
        owner = tree.child(noun, "poss")
        if owner is not None:
            return owner
        for preposition, holder in tree.under_prepositions(noun):
            if tree.word(preposition) in _HOLDERS:
                return self._outlet(tree, holder)
        for clause in tree.children(noun, "relcl"):
            sender = tree.child(clause, "nsubj")
            relative = sender is None or tree[sender].tag in {"WDT", "WP"}
            if tree.lemma(clause) in self.words.words["issuing"] and not relative:
                return sender
        return self._origin(tree, noun) or self._sender(tree, noun)

    @staticmethod
    def _origin(tree: Tree, noun: int) -> int | None:
        """Where a text comes from: "the statement spread from Baku"."""
        verb = tree.parent(noun)
        if verb is None or tree[noun].dep not in SUBJECTS:
            return None
        sources = (p for p in tree.children(verb, "prep") if tree.lemma(p) == "from")
        return next((tree.child(preposition, "pobj") for preposition in sources), None)

    @staticmethod
    def _outlet(tree: Tree, holder: int) -> int:
        """The name that follows a paper's description: "the newspaper Dawn"."""
        aside = tree.child(holder, "appos")
        return aside if aside is not None and tree[aside].pos == "PROPN" else holder

    def _sender(self, tree: Tree, noun: int) -> int | None:
        """The subject of the verb that sends or issues the text."""
        for node in tree.path(noun):
            lemma, words = tree.lemma(node), self.words.words
            issues = lemma in words["issuing"] or lemma in self.words.verbs
            if node != noun and tree[node].pos == "VERB" and issues:
                subject = tree.subject(node)
                return subject if subject not in (None, noun) else None
        return None

    def _earlier(self, tree: Tree, noun: int) -> Place | None:
        """Who wrote or issued it in a sentence before: "X wrote to Y. The letter …"."""
        marks = {tree.word(child) for child in tree.children(noun, "det")}
        other = self.scene.neighbour(tree.number, -1) if marks & _DEFINITE else None
        for _ in range(_FARTHEST):
            if other is None:
                return None
            writer = self._writer(self.scene.tree(other), tree.lemma(noun))
            if writer is not None:
                return Place(sentence=other, token=writer)
            other = self.scene.neighbour(other, -1)
        return None

    def _writer(self, tree: Tree, text: str) -> int | None:
        """The subject of a verb that writes, or issues a text of this kind."""
        for verb in range(len(tree.tokens)):
            if tree[verb].pos != "VERB" or tree.lemma(verb) not in self.words.words["issuing"]:
                continue
            thing = tree.child(verb, "dobj")
            same = thing is not None and tree.lemma(thing) == text
            if same or (thing is None and tree.lemma(verb) == "write"):
                return tree.subject(verb)
        return None
