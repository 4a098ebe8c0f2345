"""Where another's word begins: the verbs that report, accuse, label and quote."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from dragoman.attribution.factuality import is_negated
from dragoman.attribution.frames import Frame, frame
from dragoman.attribution.lexicon import Lexicon, Reporting
from dragoman.attribution.nouns import ReportingNouns
from dragoman.attribution.phrases import Phrases
from dragoman.attribution.scene import Place, Scene
from dragoman.attribution.subjects import (
    agent,
    attachment,
    citing_verb,
    is_passive,
    speaker_of,
    subject_between_commas,
)
from dragoman.attribution.syntax import Tree
from dragoman.records.claims import Certainty

_OBJECTS = frozenset({"dobj", "nsubjpass", "attr"})
_ASKING = frozenset({"whether", "if"})


class Speech:
    """Finds the frames around a word of a scene."""

    def __init__(self, scene: Scene, words: Lexicon) -> None:
        self.scene = scene
        self.words = words
        self.nouns = ReportingNouns(scene, words)
        self.phrases = Phrases(words)

    def at(self, tree: Tree, node: int) -> Iterator[Frame]:
        """Frames that hang on a word itself: "reportedly", "according to", "…, he said, …"."""
        for child in tree.children(node):
            found = self.phrases.at(tree, child)
            if found is None and tree[child].dep in {"parataxis", "advcl"}:
                found = self._aside(tree, child)
            if found is not None:
                yield found

    def between(self, tree: Tree, node: int, parent: int) -> Iterator[Frame]:
        """Frames that a word makes for what hangs on it, innermost first."""
        found = (
            self._citing(tree, node, parent)
            or self.nouns.between(tree, node, self._predicate(tree, node, parent))
            or self._accusation(tree, node, parent)
            or self._label(tree, node, parent)
            or self._verb(tree, node, parent)
        )
        if found is not None:
            yield from self._cited(tree, parent)
            yield found

    def asides(self, tree: Tree, token: int) -> Iterator[Frame]:
        """The frames of "…, it said, …" over a word, found by commas where the syntax strayed."""
        for verb in range(2, len(tree.tokens) - 1):
            group = self.words.verbs.get(tree.lemma(verb))
            if tree[verb + 1].text not in {",", ";", "."} or group is None or not group.holds:
                continue
            finite = tree[verb].tag in {"VBD", "VBZ", "VBP"}
            if finite and tree.child(verb, "ccomp", "xcomp", "dobj") is None:
                speaker = subject_between_commas(tree, verb)
                if speaker is not None and (token > verb or not _opens_clause(tree, speaker)):
                    yield replace(frame(tree, verb, speaker, group.certainty), future=group.future)

    def is_speech_verb(self, tree: Tree, index: int) -> bool:
        """Whether a verb can introduce words."""
        group, words = self.words.verbs.get(tree.lemma(index)), self.words.words
        spoken = group is not None and group.holds
        return spoken or tree.lemma(index) in words["speech_acts"] | words["citing"]

    @staticmethod
    def _predicate(tree: Tree, node: int, parent: int) -> int:
        """The noun of "it is our view that", on which the clause hangs only by the verb."""
        noun = tree.child(parent, "attr")
        stands_for = tree[node].dep == "ccomp" and tree.lemma(parent) == "be"
        return noun if stands_for and noun is not None else parent

    def _cited(self, tree: Tree, verb: int) -> Iterator[Frame]:
        """The source that a reporter names: "reported, citing officials, that"."""
        for clause in tree.subtree(verb):
            cited = tree.child(clause, "dobj")
            citing = tree.lemma(clause) in self.words.words["citing"] and tree[clause].tag == "VBG"
            if citing and cited is not None:
                yield frame(tree, clause, cited)
                return

    def _citing(self, tree: Tree, node: int, parent: int) -> Frame | None:
        """The frame of who quotes, over who is quoted: "the agency quoted X as saying"."""
        if tree.lemma(parent) not in self.words.words["citing"] or tree.lemma(node) != "as":
            return None
        passive = tree.child(parent, "auxpass") is not None
        speaker = agent(tree, parent) if passive else tree.subject(parent)
        return None if speaker is None else frame(tree, parent, speaker)

    def _aside(self, tree: Tree, child: int) -> Frame | None:
        """The frame of a clause set in or at the end: "…, the ministry said", "as X put it"."""
        group = self.words.verbs.get(tree.lemma(child))
        if group is None or not group.holds:
            return None
        marks = tree.children(child, "mark", "advmod")
        as_clause = any(tree.lemma(mark) == "as" for mark in marks)
        has_subject = tree.child(child, "nsubj", "nsubjpass") is not None
        said = tree[child].dep == "parataxis" and has_subject
        return self._reporting(tree, child, group, content=child) if as_clause or said else None

    def _accusation(self, tree: Tree, node: int, parent: int) -> Frame | None:
        """The frame of "accused Y of doing": the deed is the accuser's word."""
        parent = attachment(tree, parent)
        accused = tree.parent(parent) if tree[parent].dep == "dobj" else None
        parent = parent if accused is None else accused
        group = self.words.accusations.get(tree.lemma(parent))
        if group is None or tree[node].dep != "prep":
            return None
        if tree.lemma(node) not in group.prepositions:
            return None
        negated = is_negated(tree, parent, self.words)
        certainty = group.negated if negated else group.certainty
        return frame(tree, parent, speaker_of(tree, parent, self.words), certainty)

    def _label(self, tree: Tree, node: int, parent: int) -> Frame | None:
        """The frame of "called it a crime" and "described it as a crime"."""
        if tree.lemma(parent) not in self.words.words["labelling"] or tree[parent].pos != "VERB":
            return None
        as_phrase = tree[node].dep == "prep" and tree.lemma(node) == "as"
        if not as_phrase and tree[node].dep not in {"oprd", "attr"}:
            return None
        return frame(tree, parent, speaker_of(tree, parent, self.words))

    def _verb(self, tree: Tree, node: int, parent: int) -> Frame | None:
        """The frame of a reporting verb over its clause, infinitive or noun."""
        if tree[parent].pos not in {"VERB", "AUX"}:
            return None
        lemma, dep, verbs = tree.lemma(parent), tree[node].dep, self.words.verbs
        group = verbs.get(tree.particle_lemma(parent)) or verbs.get(lemma)
        if group is None:
            listed = lemma in self.words.words["speech_acts"]
            promised = listed and dep == "ccomp" and node > parent
            return frame(tree, parent, speaker_of(tree, parent, self.words)) if promised else None
        if dep == "ccomp" or (dep == "xcomp" and self._takes_infinitive(tree, node, parent)):
            return self._reporting(tree, parent, group, content=node)
        if dep in _OBJECTS and (group.object or self.nouns.is_denied(tree, node)):
            return self._object(tree, node, parent, group)
        return None

    def _takes_infinitive(self, tree: Tree, node: int, parent: int) -> bool:
        """Whether "X claims to have done" reports, unlike "X hopes to do"."""
        listed = tree.lemma(parent) in self.words.complements
        return tree[node].tag == "VBG" or not listed

    def _object(self, tree: Tree, node: int, parent: int, group: Reporting) -> Frame | None:
        """The frame over a happening told as a noun; "was announced" by nobody is the author's."""
        unsaid = tree[node].dep == "nsubjpass" and agent(tree, parent) is None
        denied = group.certainty == "CT-" and tree.lemma(node) not in self.words.nouns
        if unsaid and not (group.doubtful or denied):
            return None
        return self._reporting(tree, parent, group)

    def _reporting(
        self, tree: Tree, verb: int, group: Reporting, content: int | None = None
    ) -> Frame:
        """The frame of a verb of a group; whoever knows or proves something does not speak."""
        quoting = citing_verb(tree, verb, self.words) is not None
        nobody = is_passive(tree, verb) and agent(tree, verb) is None and not quoting
        asked = content is not None and any(
            tree[mark].text.lower() in _ASKING for mark in tree.children(content, "mark")
        )
        if nobody and content is not None:
            found = self._impersonal(tree, verb, group)
            return replace(found, certainty="Uu") if asked else found
        certainty = group.negated if self._is_withheld(tree, verb) else group.certainty
        speaker = speaker_of(tree, verb, self.words)
        found = frame(tree, verb, speaker, "Uu" if asked else certainty)
        nobodys = speaker is not None and self._is_nobody(tree, speaker)
        return replace(
            found, future=group.future, doubtful=group.doubtful, holds=group.holds and not nobodys
        )

    def _is_nobody(self, tree: Tree, speaker: int) -> bool:
        return tree[speaker].text.lower() in self.words.words["negation pronouns"]

    def _is_withheld(self, tree: Tree, verb: int) -> bool:
        """Whether a report is not made: "did not say", "refused to confirm"."""
        parent = tree.parent(verb)
        if tree[verb].dep == "xcomp" and parent is not None:
            effect = self.words.complements.get(tree.lemma(parent))
            if effect is not None and effect.certainty == "CT-":
                return not is_negated(tree, parent, self.words)
        return is_negated(tree, verb, self.words)

    def _impersonal(self, tree: Tree, verb: int, group: Reporting) -> Frame:
        """The frame of "it is said that" and "X is said to have", whose speaker nobody names."""
        negated = is_negated(tree, verb, self.words)
        reminds = tree.lemma(verb) in self.words.words["reminding"] or not group.holds
        hearsay = group.certainty == "CT+" and (group.doubtful or not group.object)
        certainty: Certainty = "PR+" if hearsay and not reminds else group.certainty
        found = frame(tree, verb, None, group.negated if negated else certainty)
        return replace(found, future=group.future, holds=not reminds)


def _opens_clause(tree: Tree, speaker: int) -> bool:
    """Whether an aside comes right after "which" or "that": the main clause is not in it."""
    comma = next((i for i in reversed(range(speaker)) if tree[i].text == ","), 0)
    return comma > 0 and tree[comma - 1].tag in {"WDT", "WP", "WP$", "IN"}


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
        asking = group is not None and group.name == "asking"
        speaker = tree.child(index, "dobj") if citing else self._speaker(tree, index)
        return frame(tree, index, speaker, "Uu" if asking else "CT+")

    def act(self, tree: Tree, index: int) -> Frame | None:
        """The frame of a verb that does something in words, as "praise" and "call"."""
        words = self.words.words
        listed = tree.lemma(index) in words["speech_acts"] | words["labelling"]
        return self.at(tree, index) if listed else None

    def phrase(self, tree: Tree, index: int) -> Frame | None:
        """The frame of "according to X" where it hangs on this word."""
        found = self.speech.at(tree, index)
        return next((f for f in found if f.speaker and tree[f.cue.token].dep == "prep"), None)

    def _speaker(self, tree: Tree, verb: int) -> int | None:
        """The speaker, who stands outside the quotation; the object in "mused a sailor"."""
        own = tree.children(verb, "nsubj", "nsubjpass", "dobj", "npadvmod", "attr")
        outside = [
            child for child in own if self._passage(tree, child) == self._passage(tree, verb)
        ]
        subjects = [child for child in outside if tree[child].dep in {"nsubj", "nsubjpass"}]
        if subjects and subjects[0] != own[0]:
            return subjects[0]
        found = None if len(outside) < len(own) else speaker_of(tree, verb, self.words)
        inverted = outside and outside[-1] > verb
        return outside[-1] if found is None and inverted else found

    def _passage(self, tree: Tree, token: int) -> int | None:
        return self.scene.passage_of(Place(sentence=tree.number, token=token))
