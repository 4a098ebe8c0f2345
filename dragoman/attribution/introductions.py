"""Who is quoted: the words before, within or after a quotation that bring it in."""

from __future__ import annotations

from dragoman.attribution.frames import Frame, frame
from dragoman.attribution.lexicon import Lexicon
from dragoman.attribution.scene import Place, Scene
from dragoman.attribution.speech import Cues

_LONGEST_RUN = 50  # quotations in a row that one introduction can hold for
_SHORT = 12  # words of a sentence that can be nothing but "The president said."


class Introductions:
    """Finds, and remembers, the frame that introduces each quotation."""

    def __init__(self, scene: Scene, cues: Cues, words: Lexicon) -> None:
        self.scene = scene
        self.cues = cues
        self.words = words
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
                self._known[index] = None if before is None else self._known.get(before)
        return self._known[passage]

    def of_section(self, sentence: int) -> Frame | None:
        """The frame of a block of quotation: in the sentence before or after its section."""
        index = self.scene.reading.sentences[sentence].section
        first = last = sentence
        sentences = self.scene.reading.sentences
        while first > 0 and sentences[first - 1].section == index:
            first -= 1
        while last + 1 < len(sentences) and sentences[last + 1].section == index:
            last += 1
        if first > 0 and self._ends_open(first - 1):
            return self._last_cue(first - 1) or self._subject(first - 1)
        after = self._first_cue(last + 1) if last + 1 < len(sentences) else None
        if after is not None and after.cue.token <= 2 and self._is_bare(after):
            return after
        return self._last_cue(first - 1) if first > 0 else None

    def is_title(self, passage: int) -> bool:
        """Whether the marks hold the title of a work."""
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

    def _sentence_end(self, place: Place) -> int:
        return self.scene.reading.sentences[place.sentence].end

    def _named(self, passage: int) -> Frame | None:
        return self._governing(passage) or self._in_sentence(passage) or self._around(passage)

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
        quotation = self.scene.passages.all[passage]
        first = self.scene.sentence_at(quotation.start)
        last = self.scene.sentence_at(quotation.end - 1)
        if first is None or last is None:
            return None
        before = self._nearest(first, passage, before=True)
        after = self._nearest(last, passage, before=False)
        text = self.scene.document.text
        runs_on = (
            text[quotation.inner[1] - 1] in ",?!" or text[quotation.end : quotation.end + 1] == ","
        )
        return (after or before) if runs_on else (before or after)

    def _nearest(self, sentence: int, passage: int, *, before: bool) -> Frame | None:
        quotation = self.scene.passages.all[passage]
        tree = self.scene.tree(sentence)
        order = range(len(tree.tokens))
        for index in reversed(order) if before else order:
            token = tree[index]
            side = token.end <= quotation.start if before else token.start >= quotation.end
            frame = self._outside_cue(sentence, index, passage) if side else None
            if frame is not None:
                return frame
        return None

    def _outside_cue(self, sentence: int, index: int, passage: int) -> Frame | None:
        """The frame of a cue that stands right around this quotation, in no other one."""
        around = self.scene.passages.all[passage].parent
        if self.scene.passage_of(Place(sentence=sentence, token=index)) != around:
            return None
        tree = self.scene.tree(sentence)
        return self.cues.at(tree, index) or self.cues.phrase(tree, index)

    def _around(self, passage: int) -> Frame | None:
        """The cue of the sentence before, if it ends open, or of a bare one after."""
        quotation = self.scene.passages.all[passage]
        first = self.scene.sentence_at(quotation.start)
        last = self.scene.sentence_at(quotation.end - 1)
        before = None if first is None else self.scene.neighbour(first, -1)
        if before is not None and self._ends_open(before):
            return self._last_cue(before) or self._subject(before)
        after = None if last is None else self.scene.neighbour(last, 1)
        frame = None if after is None else self._first_cue(after)
        return frame if frame is not None and self._is_bare(frame) else None

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
        return before if self.scene.section(here) == self.scene.section(there) else None

    def _ends_open(self, sentence: int) -> bool:
        """Whether a sentence ends with the colon that announces somebody's words."""
        span = self.scene.reading.sentences[sentence]
        return self.scene.document.text[span.start : span.end].rstrip().endswith((":", ","))

    def _cues(self, sentence: int) -> list[Frame]:
        tree = self.scene.tree(sentence)
        found = (self.cues.at(tree, index) for index in range(len(tree.tokens)))
        return [
            frame
            for frame in found
            if frame is not None and self.scene.passage_of(frame.cue) is None
        ]

    def _subject(self, sentence: int) -> Frame | None:
        """Whoever a sentence is about, where a colon alone hands over to them."""
        tree = self.scene.tree(sentence)
        roots = [i for i in range(len(tree.tokens)) if tree.parent(i) is None]
        subject = tree.subject(roots[0]) if roots else None
        return None if subject is None else frame(tree, roots[0], subject)

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
