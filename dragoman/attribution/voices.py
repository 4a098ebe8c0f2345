"""Whose words a place in the text is: from the place out to the section that it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.attribution.acts import SpeechActs
from dragoman.attribution.climb import Climb, Step
from dragoman.attribution.cues import Cues
from dragoman.attribution.frames import Frame
from dragoman.attribution.introductions import Introductions
from dragoman.attribution.lexicon import Lexicon
from dragoman.attribution.operators import NEGATION, OPEN, Operator
from dragoman.attribution.scene import Place, Scene
from dragoman.attribution.sections import voice_of
from dragoman.attribution.speakers import Identity
from dragoman.attribution.speech import Speech
from dragoman.records.claims import Coding, Speaker, SpeakerRole
from dragoman.records.codec import Record


class Rejection(Record, frozen=True, kw_only=True):
    """What was told so far is called untrue, by a speaker or (None) by whoever tells of it."""

    speaker: Speaker | None


Heard = Operator | Speaker | Rejection


class Told(Record, frozen=True, kw_only=True):
    """What was heard over a place: the operators in its asserter's words, and the voices."""

    operators: tuple[Operator, ...]
    speakers: tuple[Speaker, ...]  # innermost first, without the voice of the section
    rejected: tuple[tuple[Speaker, ...], ...] = ()  # deniers, each with those who tell of them


def told(steps: Iterable[Heard]) -> Told:
    """The chain of voices in the steps from a place outwards."""
    operators: list[Operator] = []
    speakers: list[Speaker] = []
    deniers: list[tuple[Speaker | None, int]] = []
    for step in steps:
        if isinstance(step, Speaker):
            known = any(_same(step, other) for other in speakers)
            speakers += [] if known or (speakers and _is_nobody(step)) else [step]
        elif isinstance(step, Operator):
            operators += [] if speakers else [step]
        elif speakers:
            deniers.append((step.speaker, len(speakers)))
        else:
            operators.append(NEGATION)
            speakers += [] if step.speaker is None else [step.speaker]
    return Told(
        operators=tuple(operators),
        speakers=tuple(speakers),
        rejected=tuple((*((who,) if who else ()), *speakers[at:]) for who, at in deniers),
    )


def _is_nobody(speaker: Speaker) -> bool:
    """Whether nothing is known of a speaker but that there is one."""
    return speaker.name is None and speaker.country is None and speaker.text is None


def _same(one: Speaker, other: Speaker) -> bool:
    """Whether two speakers are one: a quotation and the clause around it have the same."""
    return one.text is not None and (one.name, one.country, one.text) == (
        other.name, other.country, other.text
    )  # fmt: skip


class Voices:
    """Hears the voices of one scene."""

    def __init__(self, scene: Scene, words: Lexicon) -> None:
        speech = Speech(scene, words)
        cues = Cues(scene, speech, words)
        self.scene = scene
        self._sections: dict[int, Speaker] = {}
        self.speech = speech
        self.introductions = Introductions(scene, cues, words)
        self.climb = Climb(scene, speech, cues, words)
        self.identity = Identity(scene, words)
        self.acts = SpeechActs(scene, self.introductions, words)

    def of(self, coding: Coding) -> Told:
        """The voices over an event."""
        passages = self.passages(coding.trigger.start, coding.trigger.end)
        head = self.acts.head(coding)
        own_word = self._own_word(coding, head, within=passages)
        return told((*own_word, *self._steps(head, passages, coding)))

    def at(self, place: Place) -> Told:
        """The voices over a word."""
        token = self.scene.tree(place.sentence)[place.token]
        return told(self._steps(place, self.passages(token.start, token.end), None))

    def section(self, sentence: int) -> Speaker:
        """Whose word a sentence is, before anyone in it is heard; a block's writer by name."""
        index = self.scene.reading.sentences[sentence].section
        if index not in self._sections:
            self._sections[index] = self._section(sentence)
        return self._sections[index]

    def _section(self, sentence: int) -> Speaker:
        base = voice_of(self.scene.author, self.scene.document, self.scene.section(sentence))
        if base.role != "quoted" or base.name is not None:
            return base
        frame = self.introductions.of_section(sentence)
        if frame is None or frame.speaker is None:
            return base
        return self.identity.speaker("quoted", frame.speaker)

    def is_in_title(self, coding: Coding) -> bool:
        """Whether an event is only named, in the title of a work."""
        around = self.scene.passages.around(coding.trigger.start, coding.trigger.end)
        return any(self.introductions.is_title(passage) for passage in around)

    def passages(self, start: int, end: int) -> list[int]:
        """The quotations around these characters, innermost first; titles are nobody's word."""
        around = self.scene.passages.around(start, end)
        return [passage for passage in around if not self.introductions.is_title(passage)]

    def _steps(
        self, place: Place | None, passages: list[int], coding: Coding | None
    ) -> Iterator[Heard]:
        """What is heard over a place, innermost first."""
        fragment = bool(passages) and self.scene.is_fragment(passages[0])
        role: SpeakerRole = "quoted" if fragment else "reported"
        for passage in (*(p for p in passages if not self.scene.is_fragment(p)), None):
            if place is not None:
                for step in self.climb.steps(place, passage, quoted=fragment):
                    heard = tuple(self._heard(step, role, coding))
                    yield from heard
                    role = "reported" if any(isinstance(h, Speaker) for h in heard) else role
            if passage is not None:
                frame = self.introductions.of(passage)
                yield from self._quoted(frame, coding)
                place = None if frame is None else frame.cue
                fragment, role = False, "reported"

    def _own_word(self, coding: Coding, place: Place, within: list[int]) -> Iterator[Heard]:
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

    def _heard(self, step: Step, role: SpeakerRole, coding: Coding | None) -> Iterator[Heard]:
        """A step as an operator, or as an operator and the speaker in whose eyes it counts."""
        if isinstance(step, Operator):
            yield step
            return
        speaker = self._speaker(step, role, coding) if step.holds else None
        if step.rejects:
            yield Rejection(speaker=speaker)
            return
        yield Operator(
            kind="future" if step.future else "other",
            certainty=step.certainty,
            future=step.future,
        )
        if speaker is None:
            return
        if step.doubtful and step.speaker and self.identity.is_second_hand(step.speaker):
            yield Operator(certainty="PR+")
        yield speaker

    def _speaker(self, frame: Frame, role: SpeakerRole, coding: Coding | None) -> Speaker | None:
        """The speaker of a frame; None where the one who speaks anyway speaks of themselves."""
        if frame.speaker is None:
            if frame.words is None:
                return Speaker(role=role)
            return Speaker(role=role, text=self.scene.text(frame.cue.sentence, *frame.words))
        if self.identity.is_first_person(frame.speaker):
            return None
        speaker = self.identity.speaker(role, frame.speaker, coding)
        return None if self.identity.is_author(frame.speaker, speaker) else speaker

    def _quoted(self, frame: Frame | None, coding: Coding | None) -> Iterator[Heard]:
        """Who speaks within quotation marks; nobody known where nothing introduces them."""
        if frame is None or frame.speaker is None:
            yield Speaker(role="quoted")
            return
        if frame.certainty == "Uu":
            yield OPEN
        speaker = self.identity.speaker("quoted", frame.speaker, coding)
        if self.identity.is_first_person(frame.speaker):
            own = self.scene.author
            speaker = Speaker(role="quoted", name=own.name, country=own.country, text=speaker.text)
        yield speaker
