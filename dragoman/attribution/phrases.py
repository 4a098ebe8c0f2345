"""Voices that need no verb: "reportedly", "the alleged", "according to", "in X's words"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.attribution.frames import Frame, frame
from dragoman.attribution.lexicon import Lexicon
from dragoman.attribution.syntax import Tree

_VIEWS = frozenset({"word", "view", "eye", "opinion"})


class Phrases:
    """Finds the phrases that lay a clause in somebody's mouth."""

    def __init__(self, words: Lexicon) -> None:
        self.words = words

    def at(self, tree: Tree, child: int) -> Frame | None:
        """The frame that a word makes for what it hangs on."""
        return self._hearsay(tree, child) or self._followed(tree, child) or self._view(tree, child)

    def around(self, tree: Tree) -> Iterator[Frame]:
        """The frames of phrases after the sentence's last comma, which hold for all of it."""
        for index in range(1, len(tree.tokens)):
            if tree[index - 1].text == "," and tree[index].dep == "prep":
                found = self._followed(tree, index)
                if found is not None and self._is_last(tree, index):
                    yield found

    @staticmethod
    def _is_last(tree: Tree, index: int) -> bool:
        rest = range(tree.subtree(index)[-1] + 1, len(tree.tokens))
        return all(tree[other].pos == "PUNCT" for other in rest)

    def _hearsay(self, tree: Tree, child: int) -> Frame | None:
        """The frame of "reportedly" and "alleged"."""
        word, words = tree[child].text.lower(), self.words.words
        adjective = tree[child].dep == "amod" and word in words["hearsay_adjectives"]
        listed = word in words["hearsay_adverbs"] or adjective
        return frame(tree, child, None, "PR+") if listed else None

    def _followed(self, tree: Tree, child: int) -> Frame | None:
        """The frame of "according to X" and "in the words of X"."""
        words = [token.text.lower() for token in tree.tokens[child : child + 4]]
        listed = any(words[: len(p.split())] == p.split() for p in self.words.phrases["followed"])
        return frame(tree, child, self._last_object(tree, child)) if listed else None

    @staticmethod
    def _last_object(tree: Tree, preposition: int) -> int | None:
        """The noun at the end of a chain of prepositions: "in the words of X"."""
        node: int | None = preposition
        holder: int | None = None
        while node is not None:
            found = tree.child(node, "pobj")
            holder = holder if found is None else found
            views = found is not None and tree.lemma(found) in _VIEWS
            node = tree.child(node if found is None or not views else found, "prep")
            if found is not None and not views:
                break
        return None if holder is None else tree.antecedent(holder)

    def _view(self, tree: Tree, child: int) -> Frame | None:
        """The frame of "in X's view" and "by most accounts"."""
        if tree[child].dep != "prep" or tree.lemma(child) not in {"in", "by"}:
            return None
        noun = tree.child(child, "pobj")
        if noun is None or tree[noun].text.lower() not in self.words.phrases["possessed"]:
            return None
        holder = tree.child(noun, "poss")
        if holder is not None:
            return frame(tree, child, holder)
        by_most = tree.lemma(child) == "by"
        return frame(tree, child, None, "PR+", words=(child + 1, noun)) if by_most else None
