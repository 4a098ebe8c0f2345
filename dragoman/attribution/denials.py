"""Denials that stand apart from what they deny: "Chile denies it", "a charge that Lima rejects"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.attribution.factuality import is_negated, operators_at
from dragoman.attribution.lexicon import Lexicon
from dragoman.attribution.operators import weigh
from dragoman.attribution.scene import Place, Scene
from dragoman.attribution.subjects import agent, is_passive, speaker_of
from dragoman.attribution.syntax import SUBJECTS, Tree
from dragoman.attribution.truth import Truth
from dragoman.attribution.voices import Voices
from dragoman.records.claims import Speaker
from dragoman.records.codec import Record

_VERBS = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"PROPN", "PRON", "NOUN"})
_OF_NAME = frozenset({"PROPN", "ADJ", "DET", "NOUN"})
_POINTING = frozenset({"the", "this", "that", "these", "those", "such", "all", "both", "any"})
_HAPPENING = frozenset({"happen", "occur", "take"})  # "it never took place"
_DOING = frozenset({"do", "have", "be"})
_RULINGS = frozenset({"ruling", "verdict", "resolution"})  # what is refused, and tells of no deed


class Denial(Record, frozen=True, kw_only=True):
    """A place that denies what was told before it, and who denies: the innermost voice first."""

    cue: Place
    start: int  # of the word that denies; what stands behind it is not denied by it
    speakers: tuple[Speaker, ...]
    follows: bool = False  # an answer, which may deny what the sentence before it told


class Denials:
    """Finds the denials in the sentences of a scene."""

    def __init__(self, scene: Scene, voices: Voices, words: Lexicon) -> None:
        self.scene = scene
        self.voices = voices
        self.words = words
        self.truth = Truth(words)
        self._signals = words.words["denying"]
        self._found: dict[int, tuple[Denial, ...]] = {}

    def of(self, sentence: int) -> tuple[Denial, ...]:
        """The denials in a sentence, and those in the next one that may answer it."""
        after = self.scene.neighbour(sentence, 1)
        answers = () if after is None else self._in(after)
        return (*self._in(sentence), *(denial for denial in answers if denial.follows))

    def _in(self, sentence: int) -> tuple[Denial, ...]:
        if sentence not in self._found:
            self._found[sentence] = tuple(self._search(self.scene.tree(sentence)))
        return self._found[sentence]

    def _search(self, tree: Tree) -> Iterator[Denial]:
        if self._signals.isdisjoint(tree.lemmas):
            return
        for said in self._apart(tree):
            if self.truth.is_exclamation(tree, said):
                yield self._denial(tree, said[-1], None, follows=True)
        for index in range(len(tree.tokens)):
            yield from self._at(tree, index)

    def _apart(self, tree: Tree) -> Iterator[list[int]]:
        """The tokens of the sentence, and those of each quotation that begins in it."""
        yield list(range(len(tree.tokens)))
        for passage in self.scene.beginning_in(tree.number):
            yield [place.token for place in self.scene.within(passage)] or [0]

    def _at(self, tree: Tree, index: int) -> Iterator[Denial]:
        """The denial that a word makes."""
        if self._denies(tree, index):
            bare = self._bare_relative(tree, index)
            if bare is not None:
                yield from self._by(tree, index, bare, follows=False)
            elif self._is_relative(tree, index):
                yield from self._by(tree, index, self._denier(tree, index), follows=False)
            elif self._refers_back(tree, index):
                denier, opens = self._denier(tree, index), self._opens(tree, index)
                yield from self._by(tree, index, denier, follows=opens)
        elif (
            self._is_refuted(tree, index)
            or self._is_none_such(tree, index)
            or self._is_elliptic(tree, index)
        ):
            yield self._denial(tree, index, None, follows=self._opens(tree, index))

    def _opens(self, tree: Tree, cue: int) -> bool:
        """Whether nothing is told before a denial in its own sentence, to which it would answer."""
        for verb in range(cue):
            group = self.voices.speech.group(tree, verb)
            telling = group is not None or tree.lemma(verb) in self.words.accusations
            content = tree.child(verb, "ccomp", "xcomp", "prep") if telling else None
            if content is not None and tree[verb].pos in _VERBS and content not in tree.path(cue):
                return False
        return True

    def _by(self, tree: Tree, verb: int, noun: int | None, *, follows: bool) -> Iterator[Denial]:
        """The denial by a noun; none where nobody denies, or where it is only expected."""
        operators = operators_at(tree, verb, self.words, None, spent=False)
        found = weigh(operators, frozenset(), told=False)
        parent = tree.parent(verb)
        hung = parent is not None and tree[verb].dep == "xcomp"
        if noun is None or hung or found.certainty != "CT+" or found.auxiliary:
            return
        if not (tree[verb].dep == "conj" and self._is_nor(tree, verb)):
            yield self._denial(tree, verb, noun, follows=follows)

    @staticmethod
    def _is_nor(tree: Tree, verb: int) -> bool:
        """Whether a verb stands in "neither confirmed nor denied"."""
        parent = tree.parent(verb)
        joints = () if parent is None else tree.children(parent, "cc", "preconj")
        return any(tree.word(joint) in {"neither", "nor"} for joint in joints)

    def _denial(self, tree: Tree, cue: int, noun: int | None, *, follows: bool) -> Denial:
        place = Place(sentence=tree.number, token=cue)
        heard = self._answers_itself(tree, cue) or self.scene.passage_of(place) is not None
        around = self.voices.at(place).speakers if heard else ()
        own = None if noun is None else self._named(Place(sentence=tree.number, token=noun))
        section = self.voices.section(tree.number)
        speakers = (*((own,) if own else ()), *around)
        return Denial(
            cue=place,
            start=tree[cue].start,
            speakers=(*speakers, section) if section.role != "author" or not speakers else speakers,
            follows=follows,
        )

    @staticmethod
    def _answers_itself(tree: Tree, cue: int) -> bool:
        """Whether a denial stands for itself, and hangs on no word of what it denies."""
        return tree[cue].dep not in {"relcl", "acl"}

    def _named(self, noun: Place) -> Speaker | None:
        """The denier that a noun names; None for whoever speaks there anyway."""
        if self.voices.identity.is_first_person(noun):
            return None
        speaker = self.voices.identity.speaker("reported", noun)
        return None if self.voices.identity.is_author(noun, speaker) else speaker

    def _denies(self, tree: Tree, verb: int) -> bool:
        """Whether a word is a verb of denial, or labels its object as untrue."""
        token = tree[verb]
        if token.pos not in _VERBS and token.dep not in {"relcl", "acl"}:
            return False
        group = self.words.verbs.get(tree.lemma(verb))
        denying = group is not None and group.certainty == "CT-"
        return denying or self.truth.is_denied_of_object(tree, verb)

    def _denier(self, tree: Tree, verb: int) -> int | None:
        """Who denies; of a denial "in Lima", the place that stands for them."""
        if is_passive(tree, verb):
            return agent(tree, verb) or self._seat(tree, verb)
        before = verb - 1
        nominal = before >= 0 and tree[before].pos in _NOMINAL
        if tree[verb].dep == "relcl" and nominal:  # right before its verb, whatever the parse says
            return before
        return speaker_of(tree, verb, self.words)

    def _seat(self, tree: Tree, verb: int) -> int | None:
        for preposition in tree.children(verb, "prep"):
            noun = tree.child(preposition, "pobj")
            known = noun is not None and self.scene.mentions(tree[noun].start, tree[noun].end)
            if tree.lemma(preposition) == "in" and known:
                return noun
        return None

    def _is_relative(self, tree: Tree, verb: int) -> bool:
        """Whether a denial hangs on what it denies: "…, which Lima denies"."""
        noun = tree.parent(verb)
        if tree[verb].dep not in {"relcl", "acl"} or noun is None or noun > verb:
            return False
        first = tree.subtree(verb)[0]
        parted = first > 0 and tree[first - 1].text == ","
        if self._reports(tree, noun):
            return self._content(tree, noun) is None
        return parted and any(tree[i].tag in {"WDT", "WP"} for i in range(first, verb))

    def _bare_relative(self, tree: Tree, verb: int) -> int | None:
        """Who denies in "…, a charge Lima rejects" and "…, claims Lima has denied"."""
        subject = verb - 1
        while subject > 0 and tree[subject].pos in {"AUX", "ADV"}:
            subject -= 1
        first = subject
        while first > 0 and tree[first - 1].pos in _OF_NAME and not self._reports(tree, first - 1):
            first -= 1
        noun = first - 1
        if noun < 1 or tree[subject].pos not in _NOMINAL or not self._reports(tree, noun):
            return None
        before = noun - 1 if tree[noun - 1].pos == "DET" else noun
        return subject if before > 0 and tree[before - 1].text == "," else None

    def _refers_back(self, tree: Tree, verb: int) -> bool:
        """Whether what is denied was told before: "it", "the report", "doing so"."""
        below = tree.children(verb, "dobj", "nsubjpass", "nsubj", "xcomp", "pobj")
        deps = {"nsubjpass", "nsubj"} if is_passive(tree, verb) else {"dobj", "xcomp", "pobj"}
        return any(
            self._points_back(tree, child) for child in below if tree[child].dep in deps
        ) or self._is_bare(tree, verb)

    def _is_bare(self, tree: Tree, verb: int) -> bool:
        """Whether a denial leaves out what it denies: "Chile denies."."""
        rest = tree.children(verb, "dobj", "ccomp", "xcomp", "nsubjpass", "prep", "acl", "advcl")
        return tree.parent(verb) is None and not rest

    def _points_back(self, tree: Tree, noun: int) -> bool:
        word = tree.word(noun)
        if word in self.words.words["pointing"]:
            return True
        if tree.lemma(noun) in _DOING or tree[noun].tag == "VBG":
            return any(tree.word(child) == "so" for child in tree.subtree(noun))
        if tree.lemma(noun) in self.words.words["taking_part"]:
            return True
        if not self._reports(tree, noun) or self._content(tree, noun) is not None:
            return False
        marks = tree.children(noun, "det", "poss", "predet", "amod")
        return bool(marks) and any(
            tree.word(m) in _POINTING or tree[m].dep == "poss" for m in marks
        )

    def _reports(self, tree: Tree, noun: int) -> bool:
        lemma = tree.lemma(noun)
        tells = lemma in self.words.nouns or lemma in self.words.words["carriers"]
        return tells and lemma not in _RULINGS

    @staticmethod
    def _content(tree: Tree, noun: int) -> int | None:
        """The clause that says what a claim claims."""
        clauses = tree.children(noun, "acl", "ccomp", "relcl")
        marked = (c for c in clauses if any(
            tree.word(m) == "that" for m in tree.children(c, "mark", "advmod")
        ))  # fmt: skip
        return next(marked, None)

    def _is_refuted(self, tree: Tree, verb: int) -> bool:
        """Whether a verb calls untrue what was told before: "this is a lie"."""
        if tree[verb].pos not in _VERBS:
            return False
        if not any(self._points_back(tree, subject) for subject in _subjects(tree, verb)):
            return False
        if tree.lemma(verb) in _HAPPENING:
            return is_negated(tree, verb, self.words)
        return self.truth.is_denied_of_subject(tree, verb) and (
            tree.child(verb, "ccomp", "csubj") is None
        )

    def _is_none_such(self, tree: Tree, noun: int) -> bool:
        """Whether a noun says that nothing of the kind happened: "no such raid took place"."""
        words = {tree.word(child) for child in tree.children(noun, "det", "amod", "predet")}
        return "such" in words and (
            "no" in words or ("any" in words and is_negated(tree, tree[noun].head, self.words))
        )

    @staticmethod
    def _is_elliptic(tree: Tree, verb: int) -> bool:
        """Whether somebody says of a deed only that it was not done: "Chile says it did not"."""
        if tree.lemma(verb) not in _DOING or tree[verb].dep != "ccomp":
            return False
        below = tree.children(verb)
        negated = any(tree[child].dep == "neg" for child in below)
        spare = all(tree[child].dep in {*SUBJECTS, "neg", "punct", "mark"} for child in below)
        return negated and spare


def _subjects(tree: Tree, verb: int) -> Iterator[int]:
    """The subject of a verb, and those of the verbs that it is joined to."""
    for node in tree.path(verb):
        yield from tree.children(node, "nsubj", "nsubjpass")
        if tree[node].dep != "conj":
            return
