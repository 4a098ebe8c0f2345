"""Turns codings into claims: whose word each event is, and how sure they are of it."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.attribution.acts import SpeechActs
from dragoman.attribution.climb import Climb, Step
from dragoman.attribution.factuality import NEGATION, OPEN, Operator, weigh
from dragoman.attribution.frames import Frame
from dragoman.attribution.history import History
from dragoman.attribution.introductions import Introductions
from dragoman.attribution.lexicon import Lexicon, lexicon
from dragoman.attribution.scene import Place, Scene
from dragoman.attribution.sections import author, voice_of
from dragoman.attribution.speakers import Identity
from dragoman.attribution.speech import Cues, Speech
from dragoman.ontology import plover
from dragoman.records.claims import (
    Auxiliary,
    Claim,
    Coding,
    Factuality,
    Speaker,
    SpeakerRole,
    claim_id,
)
from dragoman.records.codec import Record
from dragoman.records.documents import Document
from dragoman.records.provenance import Stamp
from dragoman.records.readings import Reading

# A promise or threat is made now of something to come, and made even if it hangs on a condition.
_IMPLIED = {"AGREE": {"future", "proviso"}, "THREATEN": {"future", "proviso"}}


class Voice(Record, frozen=True, kw_only=True):
    """Whose word a coding is, how surely, and the quotation that it stands in."""

    asserted_by: Speaker
    via: tuple[Speaker, ...]
    factuality: Factuality
    quote: str | None


class RuleAttributor:
    """Attributes by syntax, quotation marks and sections; keeps the port Attributor."""

    def __init__(self, stamp: Stamp) -> None:
        self.stamp = stamp
        self._words = lexicon()

    def attribute(
        self, document: Document, reading: Reading, codings: tuple[Coding, ...]
    ) -> tuple[Claim, ...]:
        """One claim for each coding, in the same order."""
        listener = _Listener(document, reading, codings, self._words)
        return tuple(
            self._claim(document, reading, coding, listener.voice(coding)) for coding in codings
        )

    def _claim(self, document: Document, reading: Reading, coding: Coding, voice: Voice) -> Claim:
        sentence = reading.sentences[coding.sentence]
        ontology = plover()
        return Claim(
            id=claim_id(document.id, coding, voice.asserted_by),
            document=document.id,
            path=document.path,
            source=document.source.name,
            section=document.sections[sentence.section].kind,
            text=document.text[sentence.start : sentence.end],
            start=sentence.start,
            end=sentence.end,
            event_type=coding.event_type,
            modes=coding.modes,
            contexts=coding.contexts,
            quad_class=ontology.type(coding.event_type).quad_class,
            score=ontology.score(coding.event_type, coding.modes),
            trigger=coding.trigger,
            actors=coding.actors,
            recipients=coding.recipients,
            occurred=coding.occurred,
            occurred_text=coding.occurred_text,
            occurred_basis=coding.occurred_basis,
            published=document.published or reading.published,
            place=coding.place,
            asserted_by=voice.asserted_by,
            via=voice.via,
            certainty=voice.factuality.certainty,
            auxiliary=voice.factuality.auxiliary,
            quote=voice.quote,
            confidence=coding.confidence,
            stamp=self.stamp,
        )


class _Listener:
    """Hears one document."""

    def __init__(
        self, document: Document, reading: Reading, codings: tuple[Coding, ...], words: Lexicon
    ) -> None:
        self.document = document
        self.reading = reading
        self.scene = Scene(document, reading)
        speech = Speech(self.scene, words)
        cues = Cues(self.scene, speech, words)
        self.introductions = Introductions(self.scene, cues, words)
        self.climb = Climb(self.scene, speech, cues, words)
        self.identity = Identity(self.scene, words)
        self.acts = SpeechActs(self.scene, self.introductions, words)
        self.history = History(document, reading, self.scene, codings)

    def voice(self, coding: Coding) -> Voice:
        """Whose word a coding is, and how surely."""
        operators: list[Operator] = []
        speakers: list[Speaker] = []
        for step in self._chain(coding):
            if isinstance(step, Speaker):
                speakers.append(step)
            elif not speakers:
                operators.append(step)
        section = self.scene.section(coding.sentence)
        told = bool(speakers)
        base = voice_of(self.document, self.reading, section)
        if base.role != "author" or not speakers:
            speakers.append(self._introduced(base, coding.sentence))
        if section.kind == "question" or self._is_in_title(coding):
            operators.append(OPEN)
        return Voice(
            asserted_by=speakers[0],
            via=tuple(speakers[1:]),
            factuality=self._factuality(coding, operators, told=told),
            quote=self._quote(coding),
        )

    def _chain(self, coding: Coding) -> Iterator[Operator | Speaker]:
        """Operators and speakers over an event, innermost first."""
        head = self.acts.head(coding)
        place: Place | None = head
        passages = self._passages(coding)
        fragment = bool(passages) and self.scene.is_fragment(passages[0])
        yield from self._own_word(coding, head, within=passages)
        role: SpeakerRole = "quoted" if fragment else "reported"
        for passage in (*(p for p in passages if not self.scene.is_fragment(p)), None):
            if place is not None:
                for step in self.climb.steps(place, passage, quoted=fragment):
                    heard = self._heard(step, role, coding)
                    yield from heard
                    role = "reported" if any(isinstance(h, Speaker) for h in heard) else role
            if passage is not None:
                frame = self.introductions.of(passage)
                yield from self._quoted(frame, coding)
                place = None if frame is None else frame.cue
                fragment, role = False, "reported"

    def _passages(self, coding: Coding) -> list[int]:
        """The quotations around an event, innermost first; titles are nobody's word."""
        around = self.scene.passages.around(coding.trigger.start, coding.trigger.end)
        return [passage for passage in around if not self.introductions.is_title(passage)]

    def _is_in_title(self, coding: Coding) -> bool:
        """Whether an event is only named, in the title of a work."""
        around = self.scene.passages.around(coding.trigger.start, coding.trigger.end)
        return any(self.introductions.is_title(passage) for passage in around)

    def _own_word(
        self, coding: Coding, place: Place, within: list[int]
    ) -> Iterator[Operator | Speaker]:
        """The operators and the speaker of an act of speech that is the speaker's own word."""
        if self.acts.is_denial(coding.event_type, place):
            yield NEGATION
        noun = self.acts.speaker(coding.event_type, place)
        if noun is None or self.identity.is_first_person(noun):
            return
        speaker = self.identity.speaker("reported", noun, coding)
        if self.identity.is_author(noun, speaker):
            return
        passage = within[0] if within else None
        for step in self.climb.steps(place, passage, quoted=False):
            if isinstance(step, Frame) and step.holds:
                break
            yield from self._heard(step, "reported", coding)
        yield speaker

    def _heard(
        self, step: Step, role: SpeakerRole, coding: Coding
    ) -> tuple[Operator | Speaker, ...]:
        """A step as an operator, or as an operator and the speaker in whose eyes it counts."""
        if isinstance(step, Operator):
            return (step,)
        strength = Operator(
            kind="future" if step.future else "other",
            certainty=step.certainty,
            future=step.future,
        )
        speaker = self._speaker(step, role, coding) if step.holds else None
        if speaker is None:
            return (strength,)
        second_hand = step.speaker is not None and self.identity.is_second_hand(step.speaker)
        doubt = (Operator(certainty="PR+"),) if step.doubtful and second_hand else ()
        return (strength, *doubt, speaker)

    def _speaker(self, frame: Frame, role: SpeakerRole, coding: Coding) -> Speaker | None:
        """The speaker of a frame; None where the one who speaks anyway speaks of themselves."""
        if frame.speaker is None:
            first, last = frame.words or (frame.cue.token, frame.cue.token)
            return Speaker(role=role, text=self.scene.text(frame.cue.sentence, first, last))
        if self.identity.is_first_person(frame.speaker):
            return None
        speaker = self.identity.speaker(role, frame.speaker, coding)
        return None if self.identity.is_author(frame.speaker, speaker) else speaker

    def _quoted(self, frame: Frame | None, coding: Coding) -> Iterator[Operator | Speaker]:
        """Who speaks within quotation marks; nobody known where nothing introduces them."""
        if frame is None or frame.speaker is None:
            yield Speaker(role="quoted")
            return
        if frame.certainty == "Uu":
            yield OPEN
        speaker = self.identity.speaker("quoted", frame.speaker, coding)
        if self.identity.is_first_person(frame.speaker):
            own = author(self.document, self.reading)
            speaker = Speaker(role="quoted", name=own.name, country=own.country, text=speaker.text)
        yield speaker

    def _introduced(self, base: Speaker, sentence: int) -> Speaker:
        """A block's writer, named by the text around it where the block does not."""
        if base.role != "quoted" or base.name is not None:
            return base
        frame = self.introductions.of_section(sentence)
        if frame is None or frame.speaker is None:
            return base
        return self.identity.speaker("quoted", frame.speaker)

    def _factuality(self, coding: Coding, operators: list[Operator], *, told: bool) -> Factuality:
        """The factuality, with `historical` for a plain event of a history."""
        found = weigh(operators, _consumed(coding), told=told)
        open_ended = {"future", "hypothetical"} & set(found.auxiliary)
        if found.certainty == "Uu" or open_ended or not self.history.holds(coding):
            return found
        auxiliary: tuple[Auxiliary, ...] = ("historical", *found.auxiliary)
        return Factuality(certainty=found.certainty, auxiliary=auxiliary)

    def _quote(self, coding: Coding) -> str | None:
        """The words of the outermost quotation around an event, verbatim."""
        passages = self._passages(coding)
        if not passages:
            return None
        start, end = self.scene.passages.all[passages[-1]].inner
        return self.document.text[start:end]


def _consumed(coding: Coding) -> frozenset[str]:
    """What the event's type already says: the negation of a rejection, the future of a promise."""
    features = {reason.feature for reason in coding.reasons}
    marked = {kind for kind in ("negation", "future") if f"{kind}-consumed" in features}
    return frozenset(marked | _IMPLIED.get(coding.event_type, set()))
