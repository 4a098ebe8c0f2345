"""The names of speakers whom no catalogue knows, as the text writes them."""

from __future__ import annotations

from dragoman.attribution.lexicon import Lexicon
from dragoman.attribution.scene import Place, Scene
from dragoman.attribution.syntax import Tree


class Naming:
    """Reads the proper names of one scene."""

    def __init__(self, scene: Scene, words: Lexicon) -> None:
        self.scene = scene
        self.words = words

    def proper_name(self, tree: Tree, token: int) -> str | None:
        """A name as it stands there, without titles and without what kind of paper it is."""
        if tree[token].pos != "PROPN":
            aside = tree.child(token, "appos")
            named = aside is not None and tree[aside].pos == "PROPN"
            same = aside is not None and self._passage(tree, aside) == self._passage(tree, token)
            return self.proper_name(tree, aside) if named and same and aside is not None else None
        if tree.lemma(token) in self.words.words["offices"]:
            return None
        last = self._end(tree, token)
        first, stops = last, self.words.words["not_names"]
        while first > 0 and self._is_name_part(tree, first - 1, stops):
            first -= 1
        if first == last and tree.word(last) in self.words.words["titles"]:
            return None  # "the Vice President"
        return self.scene.text(tree.number, first, last)

    def is_outlet(self, tree: Tree, token: int) -> bool:
        """Whether a name is that of a paper or station: "the Oslo daily Nordposten"."""
        near = tree.children(token, "compound", "nmod", "amod")
        parent = tree.parent(token)
        described = [parent] if parent is not None and tree[token].dep == "appos" else []
        return any(tree.lemma(word) in self.words.words["outlets"] for word in (*near, *described))

    def former(self, place: Place) -> Place | None:
        """Whom "the former" and "the latter" mean: one of the two last named together."""
        tree = self.scene.tree(place.sentence)
        word = tree.word(place.token)
        if word not in {"former", "latter"}:
            return None
        for sentence in (place.sentence, self.scene.neighbour(place.sentence, -1)):
            if sentence is None:
                continue
            other = self.scene.tree(sentence)
            for second in range(len(other.tokens)):
                first = other.parent(second)
                if (
                    other[second].dep == "conj"
                    and other[second].pos == "PROPN"
                    and first is not None
                ):
                    return Place(sentence=sentence, token=first if word == "former" else second)
        return None

    def _end(self, tree: Tree, token: int) -> int:
        """The last word of a name that the parse ends too early: a rank before a person's name."""
        last = token
        while last + 1 < len(tree.tokens) and tree[last + 1].pos == "PROPN" and (
            tree[last + 1].dep != "conj" and tree.word(token) in self.words.words["titles"]
        ):  # fmt: skip
            last += 1
        return last

    @staticmethod
    def _is_name_part(tree: Tree, index: int, stops: frozenset[str]) -> bool:
        word = tree[index]
        glued = word.tag == "HYPH" and word.end == tree[index + 1].start
        return glued or (word.pos == "PROPN" and word.text.lower() not in stops)

    def _passage(self, tree: Tree, token: int) -> int | None:
        return self.scene.passage_of(Place(sentence=tree.number, token=token))
