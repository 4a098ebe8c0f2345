"""Where another's word begins: reporting verbs, nouns and phrases, and what introduces a quote."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.attribution.factuality import is_negated
from dragoman.attribution.lexicon import Lexicon, Reporting
from dragoman.attribution.scene import Place, Scene
from dragoman.attribution.syntax import Tree
from dragoman.records.claims import Certainty
from dragoman.records.codec import Record

_CLAUSES = frozenset({"ccomp", "acl", "relcl", "appos", "advcl", "parataxis", "xcomp", "conj"})
_OBJECTS = frozenset({"dobj", "nsubjpass", "attr"})


class Frame(Record, frozen=True, kw_only=True):
    """Someone's word: who says it (a noun, or only words like "reportedly"), and how surely."""

    cue: Place
    speaker: Place | None = None
    words: tuple[int, int] | None = None  # tokens that stand for a speaker without a noun
    certainty: Certainty = "CT+"
    future: bool = False
    holds: bool = True  # false: the asserter stays, only the certainty counts
    doubtful: bool = False


class Speech:
    """Finds the frames around a place of a scene."""

    def __init__(self, scene: Scene, words: Lexicon) -> None:
        self.scene = scene
        self.words = words

    def at(self, sentence: int, node: int) -> Iterator[Frame]:
        """Frames that hang on a word itself: "reportedly", "according to", "…, he said, …"."""
        tree = self.scene.tree(sentence)
        for child in tree.children(node):
            frame = self._hearsay(tree, sentence, child) or self._phrase(tree, sentence, child)
            if frame is None and tree[child].dep in {"parataxis", "advcl"}:
                frame = self._aside(tree, sentence, child)
            if frame is not None:
                yield frame

    def between(self, sentence: int, node: int, parent: int) -> Iterator[Frame]:
        """Frames that a word makes for what hangs on it, innermost first."""
        tree = self.scene.tree(sentence)
        found = (
            self._citing(tree, sentence, node, parent)
            or self._noun(tree, sentence, node, parent)
            or self._accusation(tree, sentence, node, parent)
            or self._label(tree, sentence, node, parent)
            or self._verb(tree, sentence, node, parent)
        )
        if found is not None:
            yield from self._cited(tree, sentence, parent)
            yield found

    def cue(self, sentence: int, index: int) -> Frame | None:
        """The frame of a word that introduces a quotation, whatever it governs."""
        tree = self.scene.tree(sentence)
        if tree[index].pos not in {"VERB", "AUX"} or not self.is_speech_verb(tree, index):
            return None
        citing = tree.lemma(index) in self.words.words["citing"]
        if citing and tree.child(index, "prep") is not None:
            return None  # in "quoted her as saying" it is "saying" that brings the words in
        group = self.words.verbs.get(tree.lemma(index))
        speaker = tree.child(index, "dobj") if citing else self._beside(sentence, index)
        return Frame(
            cue=Place(sentence=sentence, token=index),
            speaker=None if speaker is None else Place(sentence=sentence, token=speaker),
            certainty="Uu" if group is not None and group.name == "asking" else "CT+",
        )

    def _beside(self, sentence: int, verb: int) -> int | None:
        """The speaker of a quotation's verb; its object if that follows it: "mused a sailor"."""
        tree = self.scene.tree(sentence)
        passage = self.scene.passage_of(Place(sentence=sentence, token=verb))
        own = tree.children(verb, "nsubj", "nsubjpass", "dobj", "npadvmod", "attr")
        outside = [
            child
            for child in own
            if self.scene.passage_of(Place(sentence=sentence, token=child)) == passage
        ]
        for child in outside:
            if tree[child].dep in {"nsubj", "nsubjpass"}:
                return self.speaker_of(tree, verb) if child == own[0] else child
        if len(outside) < len(own) and outside:
            return outside[-1]
        found = self.speaker_of(tree, verb)
        if found is None and outside and outside[0] > verb:
            return outside[0]
        return found

    def act(self, sentence: int, index: int) -> Frame | None:
        """The frame of a verb that does something in words, as "praise" and "call"."""
        words, lemma = self.words.words, self.scene.tree(sentence).lemma(index)
        listed = lemma in words["speech_acts"] or lemma in words["labelling"]
        return self.cue(sentence, index) if listed else None

    def is_speech_verb(self, tree: Tree, index: int) -> bool:
        """Whether a verb can introduce words."""
        lemma = tree.lemma(index)
        group = self.words.verbs.get(lemma)
        spoken = group is not None and group.holds
        words = self.words.words
        return spoken or lemma in words["speech_acts"] or lemma in words["citing"]

    def _frame(
        self,
        tree: Tree,
        sentence: int,
        verb: int,
        *,
        certainty: Certainty,
        future: bool = False,
        doubtful: bool = False,
    ) -> Frame:
        speaker = self.speaker_of(tree, verb)
        return Frame(
            cue=Place(sentence=sentence, token=verb),
            speaker=None if speaker is None else Place(sentence=sentence, token=speaker),
            words=(verb, verb) if speaker is None else None,
            certainty=certainty,
            future=future,
            doubtful=doubtful,
        )

    def speaker_of(self, tree: Tree, verb: int) -> int | None:
        """The noun whose word a verb reports."""
        quoting = self._quoting(tree, verb)
        if quoting is not None:
            return quoting
        if self._is_passive(tree, verb):
            return self.agent(tree, verb)
        if tree[verb].dep == "parataxis":
            return self._between_commas(tree, verb)
        subject = tree.subject(verb)
        expletive = subject is not None and tree[subject].dep == "expl"
        return None if expletive else subject

    @staticmethod
    def _is_passive(tree: Tree, verb: int) -> bool:
        """Whether a verb is passive; a participle with an object of its own cannot be."""
        participle = tree[verb].dep in {"acl", "advcl"} and tree[verb].tag == "VBN"
        helped = any(tree.lemma(child) == "have" for child in tree.children(verb, "aux"))
        bare = participle and not helped and tree.child(verb, "dobj") is None
        return tree.child(verb, "auxpass") is not None or bare

    @staticmethod
    def _between_commas(tree: Tree, verb: int) -> int | None:
        """The subject next to a verb set between commas, where parses often go astray."""
        subject = tree.subject(verb)
        stretch = range(verb)
        for index in reversed(range(verb)):
            if tree[index].pos == "PUNCT":
                stretch = range(index + 1, verb)
                break
        nouns = [i for i in stretch if tree[i].pos in {"NOUN", "PROPN", "PRON"}]
        if subject in nouns or not nouns:
            return subject
        return nouns[-1]

    @staticmethod
    def agent(tree: Tree, verb: int) -> int | None:
        """The noun after the "by" of a passive."""
        by = tree.child(verb, "agent")
        if by is None:
            by = next((c for c in tree.children(verb, "prep") if tree.lemma(c) == "by"), None)
        return None if by is None else tree.child(by, "pobj")

    def _quoting(self, tree: Tree, verb: int) -> int | None:
        """Who is quoted in "quoted X as saying", and in "X was quoted as saying"."""
        preposition = tree.parent(verb)
        if tree[verb].dep != "pcomp" or preposition is None or tree.lemma(preposition) != "as":
            return None
        citing = tree.parent(preposition)
        while citing is not None and tree.lemma(citing) not in self.words.words["citing"]:
            citing = tree.parent(citing)
        if citing is None:
            return None
        return tree.child(citing, "nsubjpass", "dobj") or tree.subject(citing)

    def _cited(self, tree: Tree, sentence: int, verb: int) -> Iterator[Frame]:
        """The source that a reporter names: "reported, citing officials, that"."""
        nearby = [c for c in tree.subtree(verb) if tree[c].dep in {"advcl", "acl", "conj"}]
        for clause in nearby:
            cited = tree.child(clause, "dobj")
            citing = tree.lemma(clause) in self.words.words["citing"] and tree[clause].tag == "VBG"
            if citing and cited is not None:
                yield Frame(
                    cue=Place(sentence=sentence, token=clause),
                    speaker=Place(sentence=sentence, token=cited),
                )
                return

    def _citing(self, tree: Tree, sentence: int, node: int, parent: int) -> Frame | None:
        """The frame of who quotes, over who is quoted: "the agency quoted X as saying"."""
        if tree.lemma(parent) not in self.words.words["citing"] or tree.lemma(node) != "as":
            return None
        passive = tree.child(parent, "auxpass") is not None
        speaker = self.agent(tree, parent) if passive else tree.subject(parent)
        if speaker is None:
            return None
        return Frame(
            cue=Place(sentence=sentence, token=parent),
            speaker=Place(sentence=sentence, token=speaker),
        )

    def _hearsay(self, tree: Tree, sentence: int, child: int) -> Frame | None:
        """The frame of "reportedly" and "alleged"."""
        word, words = tree[child].text.lower(), self.words.words
        adverb = word in words["hearsay_adverbs"]
        if not adverb and not (
            tree[child].dep == "amod" and word in words["hearsay_adjectives"]
        ):  # fmt: skip
            return None
        place = Place(sentence=sentence, token=child)
        return Frame(cue=place, words=(child, child), certainty="PR+")

    def _phrase(self, tree: Tree, sentence: int, child: int) -> Frame | None:
        """The frame of "according to X", "in the words of X" and "in X's view"."""
        cue = Place(sentence=sentence, token=child)
        following = [
            tree[index].text.lower() for index in range(child, min(child + 4, len(tree.tokens)))
        ]
        for phrase in self.words.phrases["followed"]:
            parts = phrase.split()
            if following[: len(parts)] == parts:
                holder = self._last_object(tree, child)
                speaker = None if holder is None else Place(sentence=sentence, token=holder)
                return Frame(
                    cue=cue, speaker=speaker, words=(child, child) if holder is None else None
                )
        if tree[child].dep != "prep" or tree.lemma(child) not in {"in", "by"}:
            return None
        noun = tree.child(child, "pobj")
        if noun is None or tree[noun].text.lower() not in self.words.phrases["possessed"]:
            return None
        holder = tree.child(noun, "poss")
        if holder is not None:
            return Frame(cue=cue, speaker=Place(sentence=sentence, token=holder))
        most = tree.lemma(child) == "by"
        return Frame(cue=cue, words=(child + 1, noun), certainty="PR+") if most else None

    @staticmethod
    def _last_object(tree: Tree, preposition: int) -> int | None:
        """The noun at the end of a chain of prepositions: "in the words of X"."""
        node: int | None = preposition
        holder: int | None = None
        while node is not None:
            inner = next((c for c in tree.children(node, "prep")), None)
            found = tree.child(node, "pobj")
            if found is not None and (holder is None or tree.lemma(node) == "of"):
                holder = found
            chained = found is not None and tree.lemma(found) in {"word", "view", "eye", "opinion"}
            node = next(iter(tree.children(found, "prep")), None) if chained and found else inner
        return holder

    def _aside(self, tree: Tree, sentence: int, child: int) -> Frame | None:
        """The frame of a clause set in or at the end: "…, the ministry said", "as X put it"."""
        if not self.is_speech_verb(tree, child) or tree.lemma(child) not in self.words.verbs:
            return None
        as_clause = any(tree.lemma(mark) == "as" for mark in tree.children(child, "mark", "advmod"))
        if tree[child].dep == "advcl" and not as_clause:
            return None
        if tree.child(child, "nsubj") is None and not as_clause:
            return None
        group = self.words.verbs[tree.lemma(child)]
        return self._reporting(tree, sentence, child, group)

    def _noun(self, tree: Tree, sentence: int, node: int, parent: int) -> Frame | None:
        """The frame of a reporting noun: "the claim that", "allegations of", "X's denial that"."""
        group = self.words.nouns.get(tree.lemma(parent))
        if group is None and tree.lemma(parent) in self.words.words["carriers"]:
            return self._carrier(tree, sentence, node, parent)
        if group is None or tree[parent].pos not in {"NOUN", "PROPN"}:
            return None
        if not self._is_content(tree, node, parent) or self._is_denied(tree, parent):
            return None
        negated = is_negated(tree, parent, self.words)
        holder = self._holder(tree, parent)
        first, last = tree.name_span(parent)
        return Frame(
            cue=Place(sentence=sentence, token=parent),
            speaker=None if holder is None else Place(sentence=sentence, token=holder),
            words=(first, min(last, parent)) if holder is None else None,
            certainty=group.negated if negated else group.certainty,
            future=group.future,
            holds=group.holds,
            doubtful=group.doubtful,
        )

    def _carrier(self, tree: Tree, sentence: int, node: int, noun: int) -> Frame | None:
        """The frame of a text that says something: "in an editorial that"."""
        that = any(tree[child].text.lower() == "that" for child in tree.children(node, "mark"))
        place = Place(sentence=sentence, token=noun)
        return Frame(cue=place, speaker=place) if that else None

    def _is_content(self, tree: Tree, node: int, noun: int) -> bool:
        """Whether a clause or phrase says what the noun reports."""
        dep, lemma = tree[node].dep, tree.lemma(noun)
        if dep in {"acl", "ccomp", "relcl", "appos"}:
            marks = {tree[c].text.lower() for c in tree.children(node, "mark")}
            return bool(marks & {"that", "whether", "if"}) or (dep == "acl" and tree.lemma(
                noun
            ) in self.words.words["of_nouns"] and tree[node].tag == "VB")  # fmt: skip
        return lemma in self.words.words["of_nouns"] and dep == "prep" and tree.lemma(node) == "of"

    def _is_denied(self, tree: Tree, noun: int) -> bool:
        """Whether the claim is only named to be denied: the denier's word alone counts."""
        parent = tree.parent(noun)
        if parent is None or tree[noun].dep not in {"dobj", "nsubjpass"}:
            return False
        if tree.lemma(noun) not in self.words.nouns:
            return False
        group = self.words.verbs.get(tree.lemma(parent))
        return group is not None and group.certainty == "CT-"

    def _holder(self, tree: Tree, noun: int) -> int | None:
        """Whose claim it is: "X's claim", "claims by X", "X made the claim", "Iranian claims"."""
        owner = tree.child(noun, "poss")
        if owner is not None:
            return owner
        for preposition in tree.children(noun, "prep"):
            if tree.lemma(preposition) in {"by", "from", "in"}:
                return tree.child(preposition, "pobj")
        adjective = next((c for c in tree.children(noun, "amod", "compound", "nmod")
                          if self.scene.mentions(tree[c].start, tree[c].end)), None)  # fmt: skip
        if adjective is not None:
            return adjective
        verb = tree.parent(noun)
        carried = verb is not None and tree[noun].dep in {"dobj", "pobj"} and (
            tree.lemma(verb) in self.words.words["light verbs"]
            or tree.lemma(verb) in self.words.words["issuing"]
            or tree.lemma(verb) in self.words.words["speech_acts"]
        )  # fmt: skip
        return self.speaker_of(tree, verb) if carried and verb is not None else None

    def _accusation(self, tree: Tree, sentence: int, node: int, parent: int) -> Frame | None:
        """The frame of "accused Y of doing": the deed is the accuser's word."""
        if tree[node].dep != "prep":
            return None
        group = self.words.accusations.get(tree.lemma(parent))
        if group is None or tree.lemma(node) not in group.prepositions:
            return None
        negated = is_negated(tree, parent, self.words)
        return self._frame(
            tree, sentence, parent, certainty=group.negated if negated else group.certainty
        )

    def _label(self, tree: Tree, sentence: int, node: int, parent: int) -> Frame | None:
        """The frame of "called it a crime" and "described it as a crime"."""
        if tree.lemma(parent) not in self.words.words["labelling"] or tree[parent].pos != "VERB":
            return None
        as_phrase = tree[node].dep == "prep" and tree.lemma(node) == "as"
        if not as_phrase and tree[node].dep not in {"oprd", "attr"}:
            return None
        return self._frame(tree, sentence, parent, certainty="CT+")

    def _verb(self, tree: Tree, sentence: int, node: int, parent: int) -> Frame | None:
        """The frame of a reporting verb over its clause, infinitive or noun."""
        lemma, dep = tree.lemma(parent), tree[node].dep
        group = self.words.verbs.get(tree.particle_lemma(parent)) or self.words.verbs.get(lemma)
        if tree[parent].pos not in {"VERB", "AUX"}:
            return None
        if group is None:
            listed = lemma in self.words.words["speech_acts"]
            promised = listed and dep == "ccomp" and node > parent
            return self._frame(tree, sentence, parent, certainty="CT+") if promised else None
        if dep == "ccomp" or (dep == "xcomp" and self._takes_infinitive(tree, node, parent)):
            return self._reporting(tree, sentence, parent, group, content=node)
        if dep in _OBJECTS and (group.object or self._is_denied(tree, node)):
            return self._object(tree, sentence, node, parent, group)
        return None

    def _takes_infinitive(self, tree: Tree, node: int, parent: int) -> bool:
        """Whether "X claims to have done" reports, unlike "X hopes to do"."""
        passive = tree.child(parent, "auxpass") is not None
        listed = tree.lemma(parent) in self.words.complements
        return tree[node].tag == "VBG" or not listed or (
            passive and tree.lemma(parent) in {"say", "report", "believe", "think", "understand"}
        )  # fmt: skip

    def _object(
        self, tree: Tree, sentence: int, node: int, parent: int, group: Reporting
    ) -> Frame | None:
        """The frame over a happening told as a noun; "was announced" by nobody is the author's."""
        unsaid = tree[node].dep == "nsubjpass" and self.agent(tree, parent) is None
        if unsaid and not (group.doubtful or group.certainty == "CT-"):
            return None
        return self._reporting(tree, sentence, parent, group)

    def _reporting(
        self, tree: Tree, sentence: int, verb: int, group: Reporting, content: int | None = None
    ) -> Frame | None:
        impersonal = tree.child(verb, "auxpass") is not None and self.agent(tree, verb) is None
        if impersonal and self._quoting(tree, verb) is None and content is not None:
            return self._impersonal(tree, sentence, verb, group)
        asked = content is not None and any(
            tree[c].text.lower() in {"whether", "if"} for c in tree.children(content, "mark")
        )
        certainty = group.negated if self._is_withheld(tree, verb) else group.certainty
        frame = self._frame(
            tree,
            sentence,
            verb,
            certainty="Uu" if asked else certainty,
            future=group.future,
            doubtful=group.doubtful,
        )
        return frame if group.holds else _held(frame)

    def _is_withheld(self, tree: Tree, verb: int) -> bool:
        """Whether a report is not made: "did not say", "refused to confirm"."""
        parent = tree.parent(verb)
        if tree[verb].dep == "xcomp" and parent is not None:
            effect = self.words.complements.get(tree.lemma(parent))
            if effect is not None and effect.certainty == "CT-":
                return not is_negated(tree, parent, self.words)
        return is_negated(tree, verb, self.words)

    def _impersonal(self, tree: Tree, sentence: int, verb: int, group: Reporting) -> Frame:
        """The frame of "it is said that" and "X is said to have", whose speaker nobody names."""
        negated = is_negated(tree, verb, self.words)
        made_public = group.object and not group.doubtful
        plain: Certainty = (
            "PR+" if group.certainty == "CT+" and not made_public else group.certainty
        )
        reminds = tree.lemma(verb) in self.words.words["reminding"] or not group.holds
        frame = Frame(
            cue=Place(sentence=sentence, token=verb),
            words=(verb, verb),
            certainty=group.negated if negated else "CT+" if reminds else plain,
            future=group.future,
        )
        return _held(frame) if reminds else frame


def _held(frame: Frame) -> Frame:
    """The frame without a change of speaker."""
    return Frame(cue=frame.cue, certainty=frame.certainty, future=frame.future, holds=False)
