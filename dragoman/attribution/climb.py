"""From an event up through its sentence: the operators over it and the voices around it."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.attribution.complements import Complements
from dragoman.attribution.cues import Cues
from dragoman.attribution.factuality import operators_at
from dragoman.attribution.frames import Frame
from dragoman.attribution.lexicon import Lexicon
from dragoman.attribution.operators import OPEN, Operator
from dragoman.attribution.scene import Place, Scene
from dragoman.attribution.speech import Speech
from dragoman.attribution.syntax import Tree

Step = Operator | Frame

_PRESUPPOSING = frozenset({"why", "how", "when", "where", "who", "whom", "whose", "which", "what"})


class Climb:
    """Walks from a word towards the root of its sentence."""

    def __init__(self, scene: Scene, speech: Speech, cues: Cues, words: Lexicon) -> None:
        self.scene = scene
        self.speech = speech
        self.cues = cues
        self.words = words
        self.complements = Complements(words)

    def steps(self, place: Place, passage: int | None, *, quoted: bool) -> Iterator[Step]:
        """Operators and frames over a place, innermost first, as far as its quotation reaches.

        Around a few `quoted` words every act of speech counts as a frame.
        """
        tree = self.scene.tree(place.sentence)
        path = list(self._within(tree, place.token, passage))
        active = True  # whether the word at hand still decides if the event happened
        spent = False  # whether the negation of the word at hand was counted on the way
        met: set[int] = set()
        for below, node, parent in zip((None, *path), path, (*path[1:], None), strict=False):
            if active and not _is_spared(tree, node, below):
                yield from operators_at(tree, node, self.words, below, spent=spent)
            for found in self._hanging(tree, node, path, passage):
                met.add(found.cue.token)
                if not _is_countered(tree, node, found.cue.token, below):
                    yield found
            if parent is None:
                break
            frames = self._frames(tree, node, parent, quoted=quoted)
            yield from frames
            quoted = quoted and not frames
            if frames:
                active = False
            elif active:
                operator = self.complements.over(tree, node, parent)
                if operator is not None:
                    yield operator
                active = operator is not None or self.complements.carries(tree, node, parent, below)
                spent = operator is not None or (spent and tree[node].dep in {"acomp", "attr"})
        yield from self._set_in(tree, place.token, passage, met | set(path))
        if self._is_question(place, passage):
            yield OPEN

    def _within(self, tree: Tree, token: int, passage: int | None) -> Iterator[int]:
        """The path to the root, as far as the quotation, another one, or the next semicolon."""
        below = token
        for node in tree.path(token):
            between = range(min(node, below), max(node, below))
            parted = any(tree[index].text == ";" for index in between)
            entered = node != token and self._enters(tree, token, node)
            if parted or entered or not self._reaches(tree, node, passage):
                return
            yield node
            below = node

    def _hanging(
        self, tree: Tree, node: int, path: list[int], passage: int | None
    ) -> Iterator[Frame]:
        """The frames that hang on a word of a path, and not on one further up."""
        for found in self.speech.at(tree, node):
            if found.cue.token not in path and self._reaches(tree, found.cue.token, passage):
                yield found

    def _frames(self, tree: Tree, node: int, parent: int, *, quoted: bool) -> tuple[Frame, ...]:
        frames = tuple(self.speech.between(tree, node, parent))
        act = self.cues.act(tree, parent) if quoted and not frames else None
        return frames if act is None else (act,)

    def _reaches(self, tree: Tree, node: int, passage: int | None) -> bool:
        """Whether a word still stands within the quotation that is climbed."""
        if passage is None:
            return True
        quotation = self.scene.passages.all[passage]
        return quotation.start <= tree[node].start and tree[node].end <= quotation.end

    def _enters(self, tree: Tree, token: int, node: int) -> bool:
        """Whether a word stands in quoted sentences in which the climb did not begin."""
        found = self.scene.passage_of(Place(sentence=tree.number, token=node))
        if found is None or self.scene.is_fragment(found):
            return False
        quotation = self.scene.passages.all[found]
        return not (quotation.start <= tree[token].start < quotation.end)

    def _set_in(
        self, tree: Tree, token: int, passage: int | None, met: set[int]
    ) -> Iterator[Frame]:
        """What is set into the sentence and holds for all of it: ", it said,"."""
        for found in self.cues.around(tree, token):
            if found.cue.token not in met and self._reaches(tree, found.cue.token, passage):
                yield found

    def _is_question(self, place: Place, passage: int | None) -> bool:
        """Whether the sentence, or its quoted part, asks if the event happened."""
        sentence = self.scene.reading.sentences[place.sentence]
        start, end = sentence.start, sentence.end
        if passage is not None:
            inner = self.scene.passages.all[passage].inner
            start, end = max(start, inner[0]), min(end, inner[1])
        if not self.scene.document.text[start:end].rstrip(" \n\"'”’»)").endswith("?"):
            return False
        tokens = [token for token in sentence.tokens if start <= token.start < end]
        return not any(token.text.lower() in _PRESUPPOSING for token in tokens[:3])


def _is_countered(tree: Tree, node: int, cue: int, below: int | None) -> bool:
    """Whether a clause answers what is reported: "one came, according to X, but two did not"."""
    if below is None or tree[below].dep != "conj" or not node < cue < below:
        return False
    own = tree.child(below, "nsubj", "nsubjpass") is not None
    return own and any(cue < joint and tree.word(joint) == "but" for joint in tree.children(node))


def _is_spared(tree: Tree, node: int, below: int | None) -> bool:
    """Whether a joined verb below has a clause of its own, which this one's words spare."""
    if below is None or tree[below].dep != "conj" or tree[below].pos not in {"VERB", "AUX"}:
        return False
    own = tree.child(below, "nsubj", "nsubjpass", "aux", "neg") is not None
    joint = {tree.word(child) for child in tree.children(node, "cc", "preconj")}
    bare = tree[below].tag in {"VB", "VBN", "VBG"} and tree[below].tag == tree[node].tag
    return own or not (bare or joint & {"or", "nor"})
