"""Hears one document: the voice of each event, the voices that deny it, the words they choose."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.attribution.denials import Denial, Denials
from dragoman.attribution.framing import Framings
from dragoman.attribution.history import History
from dragoman.attribution.lexicon import Lexicon
from dragoman.attribution.operators import OPEN, Operator, denied, weigh
from dragoman.attribution.scene import Scene
from dragoman.attribution.voices import Told, Voices
from dragoman.records.claims import Auxiliary, Coding, Factuality, Framing, Speaker
from dragoman.records.codec import Record
from dragoman.records.documents import Document
from dragoman.records.readings import Reading

# A promise or threat is made now of something to come, and made even if it hangs on a condition.
_IMPLIED = {"AGREE": {"future", "proviso"}, "THREATEN": {"future", "proviso"}}
_LONGEST_QUOTE = 2000  # characters of a quotation that a claim repeats in full
_FREE = frozenset({"relcl", "acl", "advcl", "csubj"})


class Voice(Record, frozen=True, kw_only=True):
    """Whose word an event is, how surely, and where in the document it is said."""

    asserted_by: Speaker
    via: tuple[Speaker, ...]
    factuality: Factuality
    quote: str | None
    end: int  # of the sentence that says so: of a denial, that may be the one after the event's
    denied_at: int | None = None
    framing: tuple[Framing, ...] = ()


class Listener:
    """Finds the voices over the events of one document."""

    def __init__(
        self, document: Document, reading: Reading, codings: tuple[Coding, ...], words: Lexicon
    ) -> None:
        self.document = document
        self.scene = Scene(document, reading, words)
        self.history = History(document, reading, self.scene, codings)
        self._voices = Voices(self.scene, words)
        self._denials = Denials(self.scene, self._voices, words)
        self._framings = Framings(self.scene, self._voices)
        self._events = tuple((coding, self._voices.of(coding)) for coding in codings)
        self._by_sentence: dict[int, list[int]] = {}
        for index, coding in enumerate(codings):
            self._by_sentence.setdefault(coding.sentence, []).append(index)

    def voices(self, index: int) -> Iterator[Voice]:
        """The voice of an event, by its place among the codings; then those that deny it."""
        coding, told = self._events[index]
        main = self._main(coding, told)
        yield main
        heard = {_who(main.asserted_by)}
        for voice in self._denying(index, main):
            if _who(voice.asserted_by) not in heard:
                heard.add(_who(voice.asserted_by))
                yield voice

    def _main(self, coding: Coding, told: Told) -> Voice:
        base = self._voices.section(coding.sentence)
        own = base.role != "author" or not told.speakers
        speakers = (*told.speakers, base) if own else told.speakers
        return Voice(
            asserted_by=speakers[0],
            via=speakers[1:],
            factuality=self._factuality(coding, told),
            quote=self._quote(coding.trigger.start, coding.trigger.end),
            end=self.scene.reading.sentences[coding.sentence].end,
            framing=self._framings.of(coding.sentence),
        )

    def _denying(self, index: int, main: Voice) -> Iterator[Voice]:
        """The voices that call an event untrue, in its own sentence or in the next."""
        coding, told = self._events[index]
        at = coding.trigger.start
        for speakers in told.rejected:
            named = speakers or (self._voices.section(coding.sentence),)
            yield self._denial(coding, main, named, at)
        for denial in self._denials.of(coding.sentence):
            if denial.start > coding.trigger.end and self._answers(denial, index, main):
                section = self._voices.section(denial.cue.sentence)
                yield self._denial(coding, main, denial.speakers or (section,), denial.start)

    def _denial(self, coding: Coding, main: Voice, speakers: tuple[Speaker, ...], at: int) -> Voice:
        sentence = self.scene.sentence_at(at)
        end = main.end if sentence is None else self.scene.reading.sentences[sentence].end
        return Voice(
            asserted_by=speakers[0],
            via=speakers[1:],
            factuality=denied(main.factuality),
            quote=None if at == coding.trigger.start else self._quote(at, at + 1),
            end=max(end, main.end),
            denied_at=at,
            framing=main.framing,
        )

    def _answers(self, denial: Denial, index: int, main: Voice) -> bool:
        """Whether an event is what a denial denies: what others told, or else the main deed."""
        before = [
            other
            for other in self._by_sentence[self._events[index][0].sentence]
            if self._events[other][0].trigger.end < denial.start
        ]
        deepest = max(len(self._events[other][1].speakers) for other in before)
        coding, told = self._events[index]
        if len(told.speakers) < deepest or self._governs(index, before):
            return False
        denier = denial.speakers[0].country if denial.speakers else None
        if told.speakers:
            return denier is None or denier != main.asserted_by.country
        countries = {actor.country for actor in coding.actors}
        doer = denier is None or not countries or denier in countries
        return doer and self._is_main(coding)

    def _governs(self, index: int, others: list[int]) -> bool:
        """Whether another event is told within this one: of "accused of arming" the arming."""
        coding = self._events[index][0]
        tree = self.scene.tree(coding.sentence)
        heads = [self._events[other][0].head for other in others if other != index]
        for head in heads:
            path = list(tree.path(head))
            if coding.head in path and head != coding.head:
                between = path[: path.index(coding.head)]
                if not any(tree[node].dep == "conj" for node in between):
                    return True
        return False

    def _is_main(self, coding: Coding) -> bool:
        """Whether an event is what its sentence is about, and not told by the way."""
        tree = self.scene.tree(coding.sentence)
        return not any(tree[node].dep in _FREE for node in tree.path(coding.head))

    def _factuality(self, coding: Coding, told: Told) -> Factuality:
        """The factuality, with `historical` for a plain event of a history."""
        operators: list[Operator] = list(told.operators)
        section = self.scene.section(coding.sentence)
        if section.kind == "question" or self._voices.is_in_title(coding):
            operators.append(OPEN)
        consumed = _consumed(coding)
        if "future" not in consumed and self.history.is_ahead(coding):
            operators.append(Operator(kind="future", future=True))
        found = weigh(operators, consumed, told=bool(told.speakers))
        open_ended = {"future", "hypothetical"} & set(found.auxiliary)
        if found.certainty == "Uu" or open_ended or not self.history.holds(coding):
            return found
        auxiliary: tuple[Auxiliary, ...] = ("historical", *found.auxiliary)
        return Factuality(certainty=found.certainty, auxiliary=auxiliary)

    def _quote(self, start: int, end: int) -> str | None:
        """The outermost quotation around some characters, verbatim; of a long one the sentence."""
        passages = self._voices.passages(start, end)
        if not passages:
            return None
        first, last = self.scene.passages.all[passages[-1]].inner
        sentence = self.scene.sentence_at(start)
        if last - first > _LONGEST_QUOTE and sentence is not None:
            span = self.scene.reading.sentences[sentence]
            first, last = max(first, span.start), min(last, span.end)
        return self.document.text[first:last]


def _who(speaker: Speaker) -> tuple[str | None, ...]:
    return (speaker.role, speaker.name, speaker.country, speaker.text)


def _consumed(coding: Coding) -> frozenset[str]:
    """What the event's type already says: the negation of a rejection, the future of a promise."""
    features = {reason.feature for reason in coding.reasons}
    marked = {kind for kind in ("negation", "future") if f"{kind}-consumed" in features}
    if coding.event_type == "REJECT" and "negation" in marked:
        marked.add("future")  # who says "we will not" refuses now
    return frozenset(marked | _IMPLIED.get(coding.event_type, set()))
