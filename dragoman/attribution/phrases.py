"""Voices that need no verb: "reportedly", "the alleged", "according to", "in X's words"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.attribution.frames import Frame, frame
from dragoman.attribution.lexicon import Lexicon
from dragoman.attribution.syntax import Tree

_RELATIVE = frozenset({"WDT", "WP"})
_VIEWS = frozenset({"word", "view", "eye", "opinion"})


class Phrases:
    """Finds the phrases that lay a clause in somebody's mouth."""

    def __init__(self, words: Lexicon) -> None:
        self.words = words

    def at(self, tree: Tree, child: int) -> Frame | None:
        """The frame that a word makes for what it hangs on."""
        return (
            self._hearsay(tree, child)
            or self._followed(tree, child)
            or self._view(tree, child)
            or self._believed(tree, child)
        )

    def around(self, tree: Tree) -> Iterator[Frame]:
        """The frames of phrases after the sentence's last comma, which hold for all of it."""
        for index in range(1, len(tree.tokens)):
            if tree[index - 1].text == "," and tree[index].dep == "prep":
                found = self._followed(tree, index)
                if found is not None and self._is_last(tree, index):
                    yield found

    def relative(self, tree: Tree, token: int) -> Iterator[Frame]:
        """The frames of "a report according to which" over a word of the clause after it."""
        for which in range(2, token):
            if tree[which].tag in _RELATIVE and tree.words[which - 2 : which] == [
                "according",
                "to",
            ]:
                comma = next((i for i in range(which, token) if tree[i].text == ","), None)
                text = self._text_before(tree, which)
                if comma is None and text is not None:
                    yield frame(tree, which - 2, text)

    def _text_before(self, tree: Tree, which: int) -> int | None:
        """The text that "which" stands for: the nearest that can speak, or else the last noun."""
        nouns = [i for i in reversed(range(which)) if tree[i].pos in {"NOUN", "PROPN"}]
        texts = (i for i in nouns if tree.lemma(i) in self.words.words["texts"])
        return next(texts, next(iter(nouns), None))

    @staticmethod
    def _is_last(tree: Tree, index: int) -> bool:
        rest = range(tree.subtree(index)[-1] + 1, len(tree.tokens))
        return all(tree[other].pos == "PUNCT" for other in rest)

    def _hearsay(self, tree: Tree, child: int) -> Frame | None:
        """The frame of "reportedly" and "alleged"."""
        word, words = tree.word(child), self.words.words
        adjective = tree[child].dep == "amod" and word in words["hearsay_adjectives"]
        listed = word in words["hearsay_adverbs"] or adjective
        return frame(tree, child, None, "PR+", words=(child, child)) if listed else None

    def _followed(self, tree: Tree, child: int) -> Frame | None:
        """The frame of "according to X" and "in the words of X"."""
        phrases = self.words.followed.get(tree.word(child), ())
        spoken = (
            tuple(token.text.lower() for token in tree.tokens[child : child + 4]) if phrases else ()
        )
        phrase = next((each for each in phrases if spoken[: len(each)] == each), None)
        if phrase is None:
            return None
        following = child + len(phrase)
        if following < len(tree.tokens) and tree[following].tag in _RELATIVE:
            return None  # it holds for its own clause only
        speaker = self._last_object(tree, child)
        if speaker is None and following < len(tree.tokens):  # the parse may have torn it apart
            near = tree[following].pos in {"PRON", "PROPN", "NOUN"}
            speaker = following if near else None
        return frame(tree, child, speaker)

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

    @staticmethod
    def _believed(tree: Tree, child: int) -> Frame | None:
        """The frame of "if X is to be believed"."""
        if tree[child].dep != "advcl" or tree.lemma(child) not in {"be", "believe"}:
            return None
        marks = {tree.word(mark) for mark in tree.children(child, "mark")}
        trusted = [child, *tree.children(child, "xcomp")]
        believed = any(
            tree.lemma(verb) == "believe" and tree[verb].tag == "VBN" for verb in trusted
        )
        speaker = tree.child(child, "nsubj", "nsubjpass")
        return frame(tree, child, speaker) if "if" in marks and believed and speaker else None

    def _view(self, tree: Tree, child: int) -> Frame | None:
        """The frame of "in X's view" and "by most accounts"."""
        if tree[child].dep != "prep" or tree.lemma(child) not in {"in", "by"}:
            return None
        noun = tree.child(child, "pobj")
        if noun is None or tree.word(noun) not in self.words.words["possessed"]:
            return None
        holder = tree.child(noun, "poss")
        if holder is not None:
            return frame(tree, child, holder)
        by_most = tree.lemma(child) == "by"
        return frame(tree, child, None, "PR+", words=(child + 1, noun)) if by_most else None
