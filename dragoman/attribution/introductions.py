"""Who is quoted: the words before, within or after a quotation that bring it in."""

from __future__ import annotations

from dragoman.attribution.cues import Cues
from dragoman.attribution.frames import Frame, frame
from dragoman.attribution.lexicon import Lexicon
from dragoman.attribution.scene import FINITE, Place, Scene
from dragoman.attribution.syntax import SUBJECTS
from dragoman.attribution.wordings import Wordings

_LONGEST_RUN = 50  # quotations in a row that one introduction can hold for
_FARTHEST = 60  # tokens between a quotation and the verb that brings it in
_NEAR = 8  # tokens after a quotation in which its verb and speaker stand
_BY_THE_WAY = frozenset({"advcl", "relcl", "acl"})
_SHORT = 12  # words of a sentence that can be nothing but "The president said."


class Introductions:
    """Finds, and remembers, the frame that introduces each quotation."""

    def __init__(self, scene: Scene, cues: Cues, words: Lexicon) -> None:
        self.scene = scene
        self.cues = cues
        self.words = words
        self.wordings = Wordings(scene, cues.speech.nouns, words)
        self._titles: dict[int, bool] = {}
        self._cued: dict[int, list[Frame]] = {}
        self._known: dict[int, Frame | None] = {}

    def of(self, passage: int) -> Frame | None:
        """The frame of a quotation; None where nobody is named."""
        todo: list[int] = []
        node: int | None = passage
        while node is not None and node not in self._known and len(todo) < _LONGEST_RUN:
            todo.append(node)
            self._known[node] = self._named(node)
            node = self._continued(node) if self._known[node] is None else None
        for index in reversed(todo):
            if self._known[index] is None:
                before = self._continued(index)
                known = None if before is None else self._known.get(before)
                self._known[index] = known or self._told_before(index)
        return self._known[passage]

    def of_section(self, sentence: int) -> Frame | None:
        """The frame of a block of quotation: in the sentence before or after its section."""
        first, last = self._bounds(sentence)
        after = last + 1 if last + 1 < len(self.scene.reading.sentences) else None
        signed = self.wordings.signature(last)
        if signed is None and after is not None:
            signed = self.wordings.signature(after)
        if signed is not None:
            return signed
        if first > 0 and self._ends_open(first - 1):
            return self._opening(first - 1)
        bare = None if after is None else self._first_cue(after)
        if bare is not None and bare.cue.token <= 2 and self._is_bare(bare):
            return bare
        return self._last_cue(first - 1) if first > 0 else None

    def is_title(self, passage: int) -> bool:
        """Whether the marks hold the title of a work."""
        if passage not in self._titles:
            self._titles[passage] = self._is_title(passage)
        return self._titles[passage]

    def _is_title(self, passage: int) -> bool:
        places = self.scene.within(passage)
        if not places or self.scene.passages.all[passage].inner[1] > self._sentence_end(places[0]):
            return False
        tree = self.scene.tree(places[0].sentence)
        words = [tree[place.token].text for place in places if tree[place.token].text[0].isalpha()]
        capital = sum(word[0].isupper() for word in words if len(word) > 3)
        long_words = sum(len(word) > 3 for word in words)
        before = range(max(0, places[0].token - 4), places[0].token)
        announced = any(tree.lemma(index) in self.words.words["works"] for index in before)
        titled = long_words >= 1 and capital == long_words
        return titled and (announced or (len(words) >= 2 and self._in_sentence(passage) is None))

    def _bounds(self, sentence: int) -> tuple[int, int]:
        """The first and the last sentence of the section around a sentence."""
        first = last = sentence
        while (before := self.scene.neighbour(first, -1)) is not None:
            first = before
        while (after := self.scene.neighbour(last, 1)) is not None:
            last = after
        return first, last

    def _sentence_end(self, place: Place) -> int:
        return self.scene.reading.sentences[place.sentence].end

    def _named(self, passage: int) -> Frame | None:
        return (
            self._governing(passage)
            or self._in_sentence(passage)
            or self._worded(passage)
            or self._around(passage)
        )

    def _governing(self, passage: int) -> Frame | None:
        """The reporting word on which the quoted words hang."""
        quotation = self.scene.passages.all[passage]
        for place in self.scene.within(passage):
            tree = self.scene.tree(place.sentence)
            parent = tree.parent(place.token)
            if parent is None or (tree[parent].start >= quotation.start and (
                tree[parent].end <= quotation.end
            )):  # fmt: skip
                continue
            for node in tree.path(parent):
                frame = self._outside_cue(place.sentence, node, passage)
                if frame is not None:
                    return frame
        return None

    def _in_sentence(self, passage: int) -> Frame | None:
        """The nearest cue before the quotation or after it, in the sentences it begins and ends."""
        first, last = self._sentences(passage)
        if first is None or last is None:
            return None
        quotation = self.scene.passages.all[passage]
        before = self._nearest(first, passage, before=True)
        after = self._nearest(last, passage, before=False)
        text = self.scene.document.text
        runs_on = (
            text[quotation.inner[1] - 1] in ",?!" or text[quotation.end : quotation.end + 1] == ","
        )
        return (after or before) if runs_on else (before or after)

    def _worded(self, passage: int) -> Frame | None:
        """Whose word it is by a noun ("the answer that X gave") or a mere colon ("X: “…”")."""
        first, last = self._sentences(passage)
        if first is None or last is None or self.scene.is_fragment(passage):
            return None
        around = self.scene.passages.all[passage].parent
        for sentence in dict.fromkeys((first, last)):
            found = self.wordings.in_sentence(sentence, around)
            if found is not None:
                return found
        return self._inverted(last, passage) or self._before_colon(first, passage)

    def _before_colon(self, sentence: int, passage: int) -> Frame | None:
        """Whoever the words before a colon are about: "X was not impressed: “…”"."""
        start = self.scene.passages.all[passage].start
        if not self.scene.document.text[max(0, start - 3) : start].rstrip().endswith(":"):
            return None
        tree = self.scene.tree(sentence)
        before = range(self.scene.token_at(sentence, start))
        for noun in before[-_FARTHEST:]:
            verb = tree.parent(noun)
            if tree[noun].dep in SUBJECTS and verb is not None:
                clauses = {tree[node].dep for node in tree.path(verb) if node in before}
                if not clauses & _BY_THE_WAY and tree[noun].tag not in {"WP", "WDT"}:
                    return frame(tree, verb, noun)
        head = next((i for i in before if tree[i].head not in before or tree[i].head == i), None)
        nominal = head is not None and tree[head].pos in {"NOUN", "PROPN"}
        return frame(tree, head, head) if nominal and head is not None else None

    def _inverted(self, sentence: int, passage: int) -> Frame | None:
        """Who comes right after a quotation with any verb at all: "“…,” shrugged X"."""
        quotation, text = self.scene.passages.all[passage], self.scene.document.text
        if (
            text[quotation.inner[1] - 1] not in ",?!"
            and text[quotation.end : quotation.end + 1] != ","
        ):
            return None
        tree = self.scene.tree(sentence)
        first = self.scene.token_at(sentence, quotation.end)
        after = range(first, min(len(tree.tokens), first + _NEAR))
        for verb in after:
            if tree[verb].tag in FINITE and tree[verb].pos == "VERB":
                subject = tree.child(verb, "nsubj")
                near = subject is not None and subject in after
                return frame(tree, verb, subject) if near else None
        return None

    def _sentences(self, passage: int) -> tuple[int | None, int | None]:
        """The sentences in which a quotation begins and ends."""
        quotation = self.scene.passages.all[passage]
        first = self.scene.sentence_at(quotation.inner[0])
        return first, self.scene.sentence_at(quotation.end - 1)

    def _nearest(self, sentence: int, passage: int, *, before: bool) -> Frame | None:
        quotation = self.scene.passages.all[passage]
        tree = self.scene.tree(sentence)
        if before:
            here = self.scene.token_at(sentence, quotation.start)
            order = range(here - 1, max(-1, here - _FARTHEST), -1)
        else:
            here = self.scene.token_at(sentence, quotation.end)
            order = range(here, min(len(tree.tokens), here + _FARTHEST))
        frames = (self._outside_cue(sentence, index, passage) for index in order)
        return next((frame for frame in frames if frame is not None), None)

    def _outside_cue(self, sentence: int, index: int, passage: int) -> Frame | None:
        """The frame of a cue that stands right around this quotation, in no other one."""
        tree = self.scene.tree(sentence)
        found = self.cues.at(tree, index) or self.cues.phrase(tree, index)
        around = self.scene.passages.all[passage].parent
        if found is None or self.scene.passage_of(found.cue) != around:
            return None
        return found

    def _around(self, passage: int) -> Frame | None:
        """The cue of the sentence before, if it ends open, or of a bare one after."""
        first, last = self._sentences(passage)
        before = None if first is None else self.scene.neighbour(first, -1)
        if before is not None and self._ends_open(before):
            return self._opening(before)
        after = None if last is None else self.scene.neighbour(last, 1)
        if after is None:
            return None
        frame = self._first_cue(after)
        if frame is not None and self._is_bare(frame):
            return frame
        return self.wordings.pointing_back(after)

    def _opening(self, sentence: int) -> Frame | None:
        """Who is announced by a sentence that ends with a colon."""
        return (
            self._last_cue(sentence)
            or self.wordings.in_sentence(sentence, None)
            or self._subject(sentence)
        )

    def _continued(self, passage: int) -> int | None:
        """The quotation before, if nothing but its own introduction stands between the two."""
        before = passage - 1
        if before < 0:
            return None
        this, other = self.scene.passages.all[passage], self.scene.passages.all[before]
        if other.parent != this.parent or other.end > this.start:
            return None
        here, there = self.scene.sentence_at(this.start), self.scene.sentence_at(other.end - 1)
        if here is None or there is None or here - there > 1 or self.scene.is_fragment(before):
            return None
        return before if self.scene.in_one_voice(here, there) else None

    def _told_before(self, passage: int) -> Frame | None:
        """Who was reported in the sentence before; next to it, also who was its subject."""
        quotation = self.scene.passages.all[passage]
        first = self.scene.sentence_at(quotation.start)
        before = None if first is None else self.scene.neighbour(first, -1)
        whole = first is not None and (self.scene.reading.sentences[first].start == quotation.start)
        if before is None or not whole or quotation.parent is not None:
            return None
        reported = self._last_cue(before)
        if reported is not None and reported.speaker is not None:
            return reported
        end = self.scene.reading.sentences[before].end
        parted = "\n" in self.scene.document.text[end : quotation.start]
        found = None if parted else self._subject(before)
        return found if found is not None and self.wordings.can_speak(found) else None

    def _ends_open(self, sentence: int) -> bool:
        """Whether a sentence ends with the colon that announces somebody's words."""
        span = self.scene.reading.sentences[sentence]
        return self.scene.document.text[span.start : span.end].rstrip().endswith((":", ","))

    def _cues(self, sentence: int) -> list[Frame]:
        if sentence not in self._cued:
            tree = self.scene.tree(sentence)
            found = (self.cues.at(tree, index) for index in range(len(tree.tokens)))
            self._cued[sentence] = [
                frame
                for frame in found
                if frame is not None and self.scene.passage_of(frame.cue) is None
            ]
        return self._cued[sentence]

    def _subject(self, sentence: int) -> Frame | None:
        """Whoever a sentence is about, where a colon alone hands over to them."""
        tree = self.scene.tree(sentence)
        root = next((i for i in range(len(tree.tokens)) if tree.parent(i) is None), None)
        if root is None:
            return None
        subject = root if tree[root].pos in {"NOUN", "PROPN"} else tree.subject(root)
        return None if subject is None else frame(tree, root, subject)

    def _last_cue(self, sentence: int) -> Frame | None:
        cues = self._cues(sentence)
        return cues[-1] if cues else None

    def _first_cue(self, sentence: int) -> Frame | None:
        if len(self.scene.tree(sentence).tokens) > _SHORT:
            return None
        cues = self._cues(sentence)
        return cues[0] if cues else None

    def _is_bare(self, frame: Frame) -> bool:
        """Whether a cue says that somebody spoke, without saying what."""
        tree = self.scene.tree(frame.cue.sentence)
        content = tree.child(frame.cue.token, "ccomp", "xcomp", "dobj", "oprd")
        return content is None and frame.speaker is not None
