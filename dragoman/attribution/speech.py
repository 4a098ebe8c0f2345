"""Where another's word begins: the verbs that report, accuse, label and reject."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from dragoman.attribution.factuality import is_negated, is_none
from dragoman.attribution.frames import Frame, frame, rejection
from dragoman.attribution.lexicon import Lexicon, Reporting
from dragoman.attribution.nouns import ReportingNouns
from dragoman.attribution.phrases import Phrases
from dragoman.attribution.scene import Scene
from dragoman.attribution.subjects import (
    agent,
    attachment,
    citing_verb,
    is_expletive,
    is_passive,
    speaker_of,
)
from dragoman.attribution.syntax import SUBJECTS, Tree
from dragoman.records.claims import Certainty

_OBJECTS = frozenset({"dobj", "nsubjpass", "attr"})
_CLAUSES = frozenset({"ccomp", "advcl", "xcomp", "acl"})
_COPULAS = frozenset({"be", "feel", "seem", "remain", "become", "sound", "appear", "stay", "grow"})
_ASKING = frozenset({"whether", "if"})


class Speech:
    """Finds the frames around a word of a scene."""

    def __init__(self, scene: Scene, words: Lexicon) -> None:
        self.scene = scene
        self.words = words
        self.nouns = ReportingNouns(scene, words)
        self.phrases = Phrases(words)
        self.truth = self.nouns.truth

    def at(self, tree: Tree, node: int) -> Iterator[Frame]:
        """Frames that hang on a word itself: "reportedly", "according to", "…, he said, …"."""
        for child in tree.children(node):
            found = self.phrases.at(tree, child)
            if found is not None and tree[child].dep == "prep":
                yield from self._cited(tree, child, node)
            if found is None and tree[child].dep in {"parataxis", "advcl"}:
                found = self._aside(tree, child)
            if found is not None:
                yield found

    def between(self, tree: Tree, node: int, parent: int) -> Iterator[Frame]:
        """Frames that a word makes for what hangs on it, innermost first."""
        sourced = tuple(self._sourced(tree, node, parent))
        if sourced:
            yield from sourced
            return
        found = (
            tuple(self.nouns.between(tree, node, parent))
            or self._one(self._citing(tree, node, parent))
            or self._one(self._accusation(tree, node, parent))
            or self._one(self._refutation(tree, node, parent))
            or self._one(self._label(tree, node, parent))
            or self._one(self._attitude(tree, node, parent))
            or self._one(self._verb(tree, node, parent))
        )
        if found:
            yield from self._cited(tree, node, parent)
            yield from found

    def is_speech_verb(self, tree: Tree, index: int) -> bool:
        """Whether a verb can introduce words."""
        group = self.group(tree, index)
        spoken = group is not None and group.holds
        return spoken or tree.lemma(index) in self.words.words["introducing"]

    def group(self, tree: Tree, verb: int) -> Reporting | None:
        """The group of a reporting verb: "rule out" and "have it" before the verb alone."""
        verbs = self.words.verbs
        for child in tree.children(verb, "prt", "dobj", "acomp", "oprd"):
            found = verbs.get(tree.with_word(verb, child))
            if found is not None:
                return found
        return verbs.get(tree.lemma(verb))

    @staticmethod
    def _one(found: Frame | None) -> tuple[Frame, ...]:
        return () if found is None else (found,)

    def _sourced(self, tree: Tree, node: int, parent: int) -> Iterator[Frame]:
        """The frames of "reported, citing X, that" where the clause hangs on "citing"."""
        citing = tree.lemma(parent) in self.words.words["citing"] and tree[parent].tag == "VBG"
        cited, reporting = tree.child(parent, "dobj"), tree.parent(parent)
        if not citing or tree[node].dep != "ccomp" or cited is None or reporting is None:
            return
        yield frame(tree, parent, cited)
        group = self.group(tree, reporting)
        if group is not None:
            yield self._reporting(tree, reporting, group, content=node)

    def _cited(self, tree: Tree, node: int, verb: int) -> Iterator[Frame]:
        """The source that a reporter names: "reported, citing officials, that"."""
        deps = ("advcl", "acl", "conj")
        for clause in (*tree.children(verb, *deps), *tree.children(node, *deps)):
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
        group = self.group(tree, child)
        if group is None or not group.holds:
            return None
        marks = tree.children(child, "mark", "advmod")
        content = tree.children(child, "ccomp", "xcomp", "dobj")
        bare = all(tree[word].pos == "PRON" for word in content)  # "as X put it"
        as_clause = bare and any(tree.lemma(mark) == "as" for mark in marks)
        if as_clause and is_passive(tree, child) and agent(tree, child) is None:
            as_clause = tree.lemma(child) in self.words.words["claiming"]  # not "as agreed"
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

    def _refutation(self, tree: Tree, node: int, parent: int) -> Frame | None:
        """The frame of "that X did it is a lie", "no truth in it", "called the report false"."""
        dep = tree[node].dep
        named = tree.lemma(node) in self.words.nouns
        if dep == "dobj" and named and self.truth.is_denied_of_object(tree, parent):
            return rejection(tree, parent, speaker_of(tree, parent, self.words))
        said = dep in {"csubj", "csubjpass"} or (dep in SUBJECTS and named)
        untrue = said and self.truth.is_denied_of_subject(tree, parent)
        lie = dep == "ccomp" and any(
            tree.lemma(noun) in self.words.words["false_nouns"]
            for noun in tree.children(parent, "attr")
        )
        hollow = tree.lemma(node) in self.words.words["true_words"] and (
            dep in _OBJECTS and is_none(tree, node, self.words)
        )
        return rejection(tree, parent, None, by_teller=True) if untrue or lie or hollow else None

    def _label(self, tree: Tree, node: int, parent: int) -> Frame | None:
        """The frame of "called it a crime", "described it as one", "calls itself first to do"."""
        if tree.lemma(parent) not in self.words.words["labelling"] or tree[parent].pos != "VERB":
            return None
        as_phrase = tree[node].dep == "prep" and tree.lemma(node) == "as"
        labels = tree.children(parent, "oprd", "attr") if tree[node].dep == "xcomp" else []
        # the infinitive of "the first to do it" may hang on the verb, behind the label
        behind = any(label < node for label in labels)
        if not (as_phrase or behind) and tree[node].dep not in {"oprd", "attr"}:
            return None
        return frame(tree, parent, speaker_of(tree, parent, self.words))

    def _attitude(self, tree: Tree, node: int, parent: int) -> Frame | None:
        """The frame of "is convinced that" and "made it clear that"."""
        above = tree.parent(parent)
        if tree[node].dep not in _CLAUSES or tree[parent].dep in {"relcl", "conj"}:
            return None
        if above is not None:
            phrase = self.words.verbs.get(f"{tree.lemma(above)} {tree.word(parent)}")
            if phrase is not None:
                return self._reporting(tree, above, phrase, content=node)
        group = self.words.adjectives.get(tree.word(parent))
        holder = tree.subject(parent if tree[parent].pos == "VERB" or above is None else above)
        if group is None or holder is None or is_expletive(tree, holder, self.words):
            return None
        copula = parent if tree[parent].pos == "VERB" or above is None else above
        if tree.lemma(copula) not in _COPULAS and tree.child(copula, "auxpass") is None:
            return None  # "made sure that" does it, and does not only think it
        negated = is_negated(tree, parent, self.words)
        found = frame(tree, parent, holder, group.negated if negated else group.certainty)
        return replace(found, future=group.future, holds=group.holds)

    def _verb(self, tree: Tree, node: int, parent: int) -> Frame | None:
        """The frame of a reporting verb over its clause, infinitive or noun."""
        if tree[parent].pos not in {"VERB", "AUX"}:
            return None
        if tree[node].dep == "prep":
            of = self.words.verbs.get(tree.with_word(parent, node))  # "spoke of a raid"
            unsaid = is_passive(tree, parent) and agent(tree, parent) is None
            return None if of is None or unsaid else self._reporting(tree, parent, of)
        group = self.group(tree, parent)
        if group is None:
            return self._promise(tree, node, parent)
        if self._is_content(tree, node, parent):
            return self._reporting(tree, parent, group, content=node)
        return self._object(tree, node, parent, group) if tree[node].dep in _OBJECTS else None

    def _promise(self, tree: Tree, node: int, parent: int) -> Frame | None:
        """The frame of a speech act with a clause: "thanked them that", "pledged they would"."""
        listed = tree.lemma(parent) in self.words.words["speech_acts"]
        clause = tree[node].dep == "ccomp" and node > parent
        speaker = speaker_of(tree, parent, self.words)
        return frame(tree, parent, speaker) if listed and clause else None

    def _is_content(self, tree: Tree, node: int, verb: int) -> bool:
        """Whether what hangs on a reporting verb is what it reports."""
        dep = tree[node].dep
        return (
            dep == "ccomp"
            or (dep == "xcomp" and self._takes_infinitive(tree, node, verb))
            or (dep == "advcl" and self._goes_on(tree, node, verb))
        )

    def _takes_infinitive(self, tree: Tree, node: int, parent: int) -> bool:
        """Whether "X claims to have done" reports, unlike "X hopes to do"."""
        listed = tree.lemma(parent) in self.words.complements
        if tree[node].tag == "VBG":
            return not listed
        claims = tree.lemma(parent) in self.words.words["claiming"]
        return claims or (is_passive(tree, parent) and not listed)

    def _goes_on(self, tree: Tree, node: int, verb: int) -> bool:
        """Whether a participle goes on with what was said: "they fired, it said, killing two"."""
        content = tree.child(verb, "ccomp")
        after = tree[node].tag == "VBG" and content is not None and content < verb < node
        words, lemma = self.words.words, tree.lemma(node)
        speaks = lemma in words["acting"] or lemma in words["citing"] or lemma in self.words.verbs
        return after and not speaks

    def _object(self, tree: Tree, node: int, parent: int, group: Reporting) -> Frame | None:
        """The frame over a happening told as a noun; "was announced" by nobody is the author's."""
        claim_denied = self.nouns.is_denied(tree, node)
        if not group.object and not claim_denied:
            return None
        unsaid = tree[node].dep == "nsubjpass" and agent(tree, parent) is None
        denied = group.certainty == "CT-" and tree.lemma(node) not in self.words.nouns
        if unsaid and not (group.doubtful or denied):
            return None
        found = self._reporting(tree, parent, group)
        return replace(found, rejects=claim_denied and found.holds)

    def _reporting(
        self, tree: Tree, verb: int, group: Reporting, content: int | None = None
    ) -> Frame:
        """The frame of a verb of a group; whoever knows or proves something does not speak."""
        asked = content is not None and any(
            tree.word(mark) in _ASKING for mark in tree.children(content, "mark")
        )
        found = self._stated(tree, verb, group, content)
        return replace(found, certainty="Uu") if asked else found

    def _stated(self, tree: Tree, verb: int, group: Reporting, content: int | None) -> Frame:
        quoting = citing_verb(tree, verb, self.words) is not None
        nobody = is_passive(tree, verb) and agent(tree, verb) is None and not quoting
        if nobody and content is not None:
            return self._impersonal(tree, verb, group)
        certainty = group.negated if self._is_withheld(tree, verb) else group.certainty
        speaker = speaker_of(tree, verb, self.words)
        if speaker is not None and is_none(tree, speaker, self.words):
            unsupported = frame(tree, verb, speaker, group.nothing or group.negated)
            return replace(unsupported, holds=False)
        if speaker is not None and is_expletive(tree, speaker, self.words):
            return replace(frame(tree, verb, None, self._supposed(tree, verb, group)), holds=False)
        if speaker is not None and self._is_rumour(tree, speaker):
            return frame(tree, verb, None, self.words.nouns[tree.lemma(speaker)].certainty)
        found = frame(tree, verb, speaker, certainty)
        return replace(found, future=group.future, doubtful=group.doubtful, holds=group.holds)

    def _is_rumour(self, tree: Tree, speaker: int) -> bool:
        """Whether nobody speaks but rumour: "legend has it that"."""
        group = self.words.nouns.get(tree.lemma(speaker))
        return group is not None and group.name == "hearsay"

    def _supposed(self, tree: Tree, verb: int, group: Reporting) -> Certainty:
        """What is left where believing is easy or hard: "it is hard to believe that"."""
        adjective = tree.parent(verb) if tree[verb].dep == "xcomp" else None
        below = [] if adjective is None else [adjective, *tree.children(adjective, "acomp")]
        hard = any(tree.lemma(word) in self.words.words["hard"] for word in below)
        return group.negated if hard else group.certainty

    def _is_withheld(self, tree: Tree, verb: int) -> bool:
        """Whether a report is not made: "did not say", "refused to confirm", "nor denied"."""
        parent = tree.parent(verb)
        if parent is not None and tree[verb].dep == "xcomp":
            effect = self.words.complements.get(tree.lemma(parent))
            if effect is not None and effect.certainty == "CT-":
                return not is_negated(tree, parent, self.words)
        if parent is not None and tree[verb].dep == "conj":
            joints = tree.children(parent, "cc", "preconj")
            if any(tree.word(joint) in {"neither", "nor"} for joint in joints):
                return True
        return is_negated(tree, verb, self.words)

    def _impersonal(self, tree: Tree, verb: int, group: Reporting) -> Frame:
        """The frame of "it is said that" and "X is said to have", whose speaker nobody names."""
        negated = is_negated(tree, verb, self.words)
        lemma, words = tree.lemma(verb), self.words.words
        told = lemma in words["telling"]
        own = self.scene.document.source.kind == "ministry"  # which tells of its own telling
        reminds = lemma in words["reminding"] or not group.holds or (told and own)
        hearsay = group.certainty == "CT+" and (group.doubtful or not group.object) and not told
        certainty: Certainty = "PR+" if hearsay and not reminds else group.certainty
        found = frame(tree, verb, None, group.negated if negated else certainty)
        return replace(found, future=group.future, holds=not reminds)
