"""The words that bring in quotations, and what is set into a sentence and holds for all of it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from dragoman.attribution.frames import Frame, frame
from dragoman.attribution.lexicon import Lexicon
from dragoman.attribution.scene import Place, Scene
from dragoman.attribution.speech import Speech
from dragoman.attribution.subjects import agent, is_passive, speaker_of, subject_between_commas
from dragoman.attribution.syntax import Tree

_STOPS = frozenset({",", ";", "."})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


class Cues:
    """Finds the verbs that bring in quoted words."""

    def __init__(self, scene: Scene, speech: Speech, words: Lexicon) -> None:
        self.scene = scene
        self.speech = speech
        self.words = words

    def at(self, tree: Tree, index: int) -> Frame | None:
        """The frame of a word that introduces a quotation, whatever it governs."""
        if tree[index].pos not in {"VERB", "AUX"} or not self.speech.is_speech_verb(tree, index):
            return None
        citing = tree.lemma(index) in self.words.words["citing"]
        if citing and tree.child(index, "prep") is not None:
            return None  # in "quoted her as saying" it is "saying" that brings the words in
        group = self.words.verbs.get(tree.lemma(index))
        if self._is_aside_of_hearer(tree, index) or (group is None and tree[index].tag == "VB"):
            return None
        asking = group is not None and group.name == "asking"
        speaker = tree.child(index, "dobj") if citing else self._speaker(tree, index)
        return frame(tree, index, speaker, "Uu" if asking else "CT+")

    def act(self, tree: Tree, index: int) -> Frame | None:
        """The frame of a verb that does something in words, as "praise" and "call"."""
        acting = tree.lemma(index) in self.words.words["acting"]
        return self.at(tree, index) if acting else None

    def phrase(self, tree: Tree, index: int) -> Frame | None:
        """The frame of "according to X" where it hangs on this word."""
        found = self.speech.at(tree, index)
        return next((f for f in found if f.speaker and tree[f.cue.token].dep == "prep"), None)

    def around(self, tree: Tree, token: int) -> Iterator[Frame]:
        """The frames of what is set into a sentence, or goes on in it, over one of its words."""
        yield from self._asides(tree, token)
        yield from self._carried(tree, token)
        yield from self.speech.phrases.around(tree)
        yield from self.speech.phrases.relative(tree, token)

    def _asides(self, tree: Tree, token: int) -> Iterator[Frame]:
        """The frames of "…, it said, …" over a word, found by commas where the syntax strayed."""
        for verb in range(2, len(tree.tokens) - 1):
            if tree[verb].tag not in _FINITE or tree[verb + 1].text not in _STOPS:
                continue
            group = self.words.verbs.get(tree.lemma(verb))
            if group is None or not group.holds or group.certainty == "CT-":
                continue
            if tree.child(verb, "ccomp", "xcomp", "dobj") is None:
                speaker = subject_between_commas(tree, verb)
                if speaker is not None and (token > verb or not _opens_clause(tree, speaker)):
                    yield replace(frame(tree, verb, speaker, group.certainty), future=group.future)

    def _carried(self, tree: Tree, token: int) -> Iterator[Frame]:
        """The frame of "…, it said; they had …": another clause of the same report."""
        stops = [index for index in range(token) if tree[index].text == ";"]
        if not stops or not _is_shifted(tree, token, stops[-1]):
            return
        for verb in range(stops[0]):
            content = tree.child(verb, "ccomp")
            group = self.words.verbs.get(tree.lemma(verb)) if content is not None else None
            if group is not None and group.holds and tree[verb].tag in _FINITE:
                speaker = speaker_of(tree, verb, self.words)
                if speaker is not None and tree.parent(verb) != content:
                    yield replace(frame(tree, verb, speaker, group.certainty), future=group.future)
                return

    def _is_aside_of_hearer(self, tree: Tree, index: int) -> bool:
        """Whether a verb only says that somebody was addressed: "asked who did it, she …"."""
        aside = tree[index].dep in {"advcl", "acl"} and tree[index].tag == "VBN"
        return aside and is_passive(tree, index) and agent(tree, index) is None

    def _speaker(self, tree: Tree, verb: int) -> int | None:
        """The speaker, who stands outside the quotation; the object in "mused a sailor"."""
        here = self._passage(tree, verb)
        found = speaker_of(tree, verb, self.words)
        if found is not None and self._passage(tree, found) == here:
            return found
        own = tree.children(verb, "nsubj", "nsubjpass", "dobj", "npadvmod", "attr")
        outside = [child for child in own if self._passage(tree, child) == here]
        subjects = [child for child in outside if tree[child].dep in {"nsubj", "nsubjpass"}]
        if subjects:
            return subjects[0]
        return outside[-1] if outside and outside[-1] > verb else None

    def _passage(self, tree: Tree, token: int) -> int | None:
        return self.scene.passage_of(Place(sentence=tree.number, token=token))


def _opens_clause(tree: Tree, speaker: int) -> bool:
    """Whether an aside comes right after "which" or "that": the main clause is not in it."""
    comma = next((i for i in reversed(range(speaker)) if tree[i].text == ","), 0)
    return comma > 0 and tree[comma - 1].tag in {"WDT", "WP", "WP$", "IN"}


def _is_shifted(tree: Tree, token: int, stop: int) -> bool:
    """Whether the clause of a word, after a semicolon, is in the tense of reported speech."""
    verb = next((node for node in tree.path(token) if tree[node].pos in {"VERB", "AUX"}), token)
    helpers = tree.children(verb, "aux")
    return verb > stop and any(tree.word(helper) in {"had", "would"} for helper in helpers)
