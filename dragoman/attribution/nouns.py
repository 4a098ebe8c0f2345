"""Voices behind a noun: "the claim that", "allegations of", "X's denial that"."""

from __future__ import annotations

from msgspec.structs import replace

from dragoman.attribution.factuality import is_negated
from dragoman.attribution.frames import Frame, frame
from dragoman.attribution.lexicon import Lexicon
from dragoman.attribution.scene import Scene
from dragoman.attribution.subjects import agent, attachment, speaker_of
from dragoman.attribution.syntax import Tree

_HOLDING = frozenset({"by", "from", "in"})


class ReportingNouns:
    """Finds the frames that nouns make."""

    def __init__(self, scene: Scene, words: Lexicon) -> None:
        self.scene = scene
        self.words = words

    def between(self, tree: Tree, node: int, noun: int) -> Frame | None:
        """The frame that a noun makes for a clause or phrase that hangs on it."""
        noun = attachment(tree, noun) if tree.lemma(node) == "of" else noun
        if tree[noun].pos not in {"NOUN", "PROPN"} or self.is_denied(tree, noun):
            return None
        group = self.words.nouns.get(tree.lemma(noun))
        if group is None:
            return self._text(tree, node, noun)
        if not self._is_content(tree, node, noun):
            return None
        negated = is_negated(tree, noun, self.words)
        first, last = tree.name_span(noun)
        found = frame(
            tree,
            noun,
            self._holder(tree, noun),
            group.negated if negated else group.certainty,
            words=(first, min(last, noun)),
        )
        return replace(found, future=group.future, holds=group.holds, doubtful=group.doubtful)

    def is_denied(self, tree: Tree, noun: int) -> bool:
        """Whether a claim is only named to be denied: the denier's word alone counts."""
        parent = tree.parent(noun)
        if parent is None or tree[noun].dep not in {"dobj", "nsubjpass"}:
            return False
        if tree[noun].dep == "nsubjpass" and agent(tree, parent) is None:
            return False  # denied by nobody in particular, it remains the claim of whoever made it
        group = self.words.verbs.get(tree.lemma(parent))
        reports = tree.lemma(noun) in self.words.nouns
        return reports and group is not None and group.certainty == "CT-"

    def _text(self, tree: Tree, node: int, noun: int) -> Frame | None:
        """The frame of a text that says something: "in an editorial that"."""
        that = any(tree[child].text.lower() == "that" for child in tree.children(node, "mark"))
        listed = tree.lemma(noun) in self.words.words["carriers"]
        return frame(tree, noun, noun) if that and listed else None

    def _is_content(self, tree: Tree, node: int, noun: int) -> bool:
        """Whether a clause or phrase says what the noun reports."""
        of_noun = tree.lemma(noun) in self.words.words["of_nouns"]
        if tree[node].dep in {"acl", "ccomp", "relcl", "appos"}:
            marks = {tree[child].text.lower() for child in tree.children(node, "mark", "dobj")}
            has_to = any(tree[child].tag == "TO" for child in tree.children(node, "aux"))
            infinitive = tree[node].dep == "acl" and has_to
            return bool(marks & {"that", "whether", "if"}) or (of_noun and infinitive)
        return of_noun and tree[node].dep == "prep" and tree.lemma(node) == "of"

    def _holder(self, tree: Tree, noun: int) -> int | None:
        """Whose claim it is: "X's claim", "claims by X", "Iranian claims", "X made the claim"."""
        owner = tree.child(noun, "poss")
        if owner is not None:
            return owner
        for below in (noun, *tree.children(noun, "acl")):
            for preposition in tree.children(below, "prep", "agent"):
                holder = tree.child(preposition, "pobj")
                if holder is not None and self._holds(tree, preposition, holder):
                    return holder
        for child in tree.children(noun, "amod", "compound", "nmod"):
            if self.scene.mentions(tree[child].start, tree[child].end):
                return child
        return self._maker(tree, noun)

    def _holds(self, tree: Tree, preposition: int, noun: int) -> bool:
        """Whether "by X", or "from X" and "in X" of a known X, name whose claim it is."""
        known = bool(self.scene.mentions(tree[noun].start, tree[noun].end))
        lemma = tree.lemma(preposition)
        return lemma == "by" or (lemma in _HOLDING and (known or tree[noun].pos == "PROPN"))

    def _maker(self, tree: Tree, noun: int) -> int | None:
        """The subject of the verb that makes or voices the claim."""
        verb, words = tree.parent(noun), self.words.words
        if verb is None or tree[noun].dep not in {"dobj", "pobj"}:
            return None
        making = words["light verbs"] | words["issuing"] | words["speech_acts"]
        return speaker_of(tree, verb, self.words) if tree.lemma(verb) in making else None
