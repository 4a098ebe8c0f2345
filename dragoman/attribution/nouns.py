"""Voices behind a noun: "the claim that", "allegations of", "X's denial that"."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from dragoman.attribution.factuality import is_negated
from dragoman.attribution.frames import Frame, frame, rejection
from dragoman.attribution.lexicon import Lexicon, Reporting
from dragoman.attribution.operators import combine
from dragoman.attribution.scene import Scene
from dragoman.attribution.subjects import agent, attachment, speaker_of
from dragoman.attribution.syntax import SUBJECTS, Tree
from dragoman.attribution.truth import Truth

_HOLDING = frozenset({"by", "from", "in"})
_CLAUSES = frozenset({"acl", "ccomp", "relcl", "appos", "advcl"})


class ReportingNouns:
    """Finds the frames that nouns make."""

    def __init__(self, scene: Scene, words: Lexicon) -> None:
        self.scene = scene
        self.words = words
        self.truth = Truth(words)

    def between(self, tree: Tree, node: int, parent: int) -> Iterator[Frame]:
        """The frames that a noun makes for a clause or phrase that hangs on it, innermost first."""
        noun = self._reporter(tree, node, parent)
        if tree[noun].pos not in {"NOUN", "PROPN"}:
            return
        group = self.words.nouns.get(tree.lemma(noun))
        text = None if group is not None else self._text(tree, node, noun)
        if text is not None:
            yield text
        if group is None or not self._is_content(tree, node, noun):
            return
        holder = self.holder(tree, noun)
        false = self.truth.is_false_noun(tree, noun)
        if holder is not None or not (false or self.is_denied(tree, noun)):
            yield self._claim(tree, noun, group, holder)
        if false:
            yield rejection(tree, noun, None, by_teller=True)

    def is_denied(self, tree: Tree, noun: int) -> bool:
        """Whether a claim is only named to be denied: the denier's word alone counts."""
        parent = tree.parent(noun)
        if parent is None or tree.lemma(noun) not in self.words.nouns:
            return False
        dep = tree[noun].dep
        if dep in SUBJECTS and self.truth.is_denied_of_subject(tree, parent):
            return True
        if dep == "pobj":
            return self._is_without_truth(tree, parent)
        if dep == "dobj" and self.truth.is_denied_of_object(tree, parent):
            return True
        # denied by nobody in particular, it remains the claim of whoever made it
        by_somebody = dep == "dobj" or (dep == "nsubjpass" and agent(tree, parent) is not None)
        group = self.words.verbs.get(tree.lemma(parent))
        return by_somebody and group is not None and group.certainty == "CT-"

    def _is_without_truth(self, tree: Tree, preposition: int) -> bool:
        """Whether a claim stands in "no truth in the claim", "no basis for the claim"."""
        truth = tree.parent(preposition)
        return (
            truth is not None
            and tree.lemma(truth) in self.words.words["true_words"]
            and is_negated(tree, truth, self.words)
        )

    def _claim(self, tree: Tree, noun: int, group: Reporting, holder: int | None) -> Frame:
        """The frame of a reporting noun; nameless reports keep their own words."""
        certainty = group.negated if is_negated(tree, noun, self.words) else group.certainty
        verb = tree.parent(noun)
        about = verb is not None and tree.lemma(verb) in self.words.words["getting_about"]
        if about and tree[noun].dep in SUBJECTS:
            certainty = combine("PR+", certainty)
        first, last = tree.name_span(noun)
        named = tree.lemma(noun) in self.words.words["anonymous"]
        words = (first, min(last, noun)) if named else None
        found = frame(tree, noun, holder, certainty, words=words)
        return replace(found, future=group.future, holds=group.holds, doubtful=group.doubtful)

    def _reporter(self, tree: Tree, node: int, parent: int) -> int:
        """The noun on which a clause hangs, if only by the verb: "our view is that"."""
        if tree.lemma(node) == "of":
            return attachment(tree, parent)
        if tree[node].dep != "ccomp" or tree[parent].pos not in {"VERB", "AUX"}:
            return parent
        if tree.lemma(parent) == "be":
            said = (
                *tree.children(parent, "attr", "acomp"),
                *tree.children(parent, "nsubj"),
                parent,
            )
            return said[0]
        if tree.lemma(parent) in self.words.verbs:
            return parent
        subject = tree.child(parent, "nsubj")
        about = subject is not None and tree.lemma(subject) in self.words.nouns
        return subject if about and subject is not None else parent

    def _text(self, tree: Tree, node: int, noun: int) -> Frame | None:
        """The frame of a text that says something: "in an editorial that"."""
        that = any(tree.word(child) == "that" for child in tree.children(node, "mark"))
        listed = tree.lemma(noun) in self.words.words["carriers"]
        return frame(tree, noun, noun) if that and listed else None

    def _is_content(self, tree: Tree, node: int, noun: int) -> bool:
        """Whether a clause or phrase says what the noun reports."""
        of_noun = tree.lemma(noun) in self.words.words["of_nouns"]
        if tree[node].dep in _CLAUSES:
            marks = {tree.word(child) for child in tree.children(node, "mark", "dobj", "advmod")}
            has_to = any(tree[child].tag == "TO" for child in tree.children(node, "aux"))
            infinitive = tree[node].dep == "acl" and has_to
            return bool(marks & {"that", "whether", "if"}) or (of_noun and infinitive)
        return of_noun and tree[node].dep == "prep" and tree.lemma(node) == "of"

    def holder(self, tree: Tree, noun: int) -> int | None:
        """Whose claim it is: "X's claim", "claims by X", "Iranian claims", "X made the claim"."""
        owner = tree.child(noun, "poss")
        if owner is not None:
            return owner
        for preposition, holder in tree.under_prepositions(noun):
            if self._holds(tree, preposition, holder):
                return holder
        for child in tree.children(noun, "amod", "compound", "nmod"):
            if self.scene.mentions(tree[child].start, tree[child].end):
                return child
        return None if self.is_denied(tree, noun) else self._maker(tree, noun)

    def _holds(self, tree: Tree, preposition: int, noun: int) -> bool:
        """Whether "by X", or "from X" and "in X" of a known X, name whose claim it is."""
        lemma = tree.lemma(preposition)
        group = self.words.nouns.get(self._governor(tree, preposition))
        if lemma == "in" and group is not None and group.name == "hearsay":
            return False  # a rumour in the town is not the town's
        known = bool(self.scene.mentions(tree[noun].start, tree[noun].end))
        return lemma == "by" or (lemma in _HOLDING and (known or tree[noun].pos == "PROPN"))

    @staticmethod
    def _governor(tree: Tree, preposition: int) -> str:
        """The lemma of what a preposition hangs on."""
        parent = tree.parent(preposition)
        return "" if parent is None else tree.lemma(parent)

    def _maker(self, tree: Tree, noun: int) -> int | None:
        """The subject of the verb that makes, voices or spreads the claim."""
        verb, phrase = tree.parent(noun), ""
        if verb is not None and tree[noun].dep == "pobj" and tree.parent(verb) is not None:
            governor = tree[verb].head
            phrase = tree.with_word(governor, verb)
            verb = governor if phrase in self.words.words["spreading"] else verb
        if verb is None or tree[noun].dep not in {"dobj", "pobj"}:
            return None
        making = self.words.words["making"]
        made = phrase in making or {tree.lemma(verb), tree.particle_lemma(verb)} & making
        return speaker_of(tree, verb, self.words) if made else None
