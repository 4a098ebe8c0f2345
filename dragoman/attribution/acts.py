"""Acts of speech as events: when "denounced" is the denouncer's own word, and when a telling.

The author tells of an act ("Norway condemned the raid"). The act is the speaker's own word
where the text shows it as words: its subject is a mouthpiece or a text ("a spokesman condemned",
"the statement condemned"), or it brings in words between quotation marks ("called it a “crime”").
"""

from __future__ import annotations

from dragoman.attribution.introductions import Introductions
from dragoman.attribution.lexicon import Lexicon
from dragoman.attribution.scene import Place, Scene
from dragoman.attribution.speakers import Identity
from dragoman.attribution.speech import Speech
from dragoman.attribution.syntax import Tree

VERBAL_TYPES = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"}
)


class SpeechActs:
    """Finds the speaker whose own word a speech act is."""

    def __init__(
        self,
        scene: Scene,
        speech: Speech,
        introductions: Introductions,
        identity: Identity,
        words: Lexicon,
    ) -> None:
        self.scene = scene
        self.speech = speech
        self.introductions = introductions
        self.identity = identity
        self.words = words

    def speaker(self, event_type: str, place: Place) -> Place | None:
        """The noun that speaks, where the act is its own word; None where it is told."""
        tree = self.scene.tree(place.sentence)
        verb = self._act(tree, place.token)
        if event_type not in VERBAL_TYPES or verb is None:
            return None
        noun = self.speech.speaker_of(tree, verb)
        if noun is None or tree[noun].tag == "EX":
            return None
        speaker = Place(sentence=place.sentence, token=noun)
        shown = self._is_mouthpiece(speaker) or self._shows_words(place.sentence, verb)
        return speaker if shown else None

    def _act(self, tree: Tree, token: int) -> int | None:
        """The verb of speech that the trigger is, or whose object it is."""
        if tree[token].pos in {"VERB", "AUX"}:
            return token if self._is_speech(tree, token) else None
        verb = tree.parent(token)
        if verb is None or tree[token].dep not in {"dobj", "conj"}:
            return None
        return verb if self._is_speech(tree, verb) else None

    def _is_speech(self, tree: Tree, verb: int) -> bool:
        words, lemma = self.words.words, tree.lemma(verb)
        listed = lemma in words["speech_acts"] or lemma in words["labelling"]
        issued = lemma in {"issue", "send", "write", "publish", "release"}
        return tree[verb].pos == "VERB" and (listed or issued or lemma in self.words.verbs)

    def _is_mouthpiece(self, speaker: Place) -> bool:
        lemma = self.scene.tree(speaker.sentence).lemma(speaker.token)
        words = self.words.words
        return lemma in words["mouthpieces"] or lemma in words["carriers"]

    def _shows_words(self, sentence: int, verb: int) -> bool:
        """Whether the verb brings in words between quotation marks."""
        tree = self.scene.tree(sentence)
        here = self.scene.passage_of(Place(sentence=sentence, token=verb))
        for passage in self.scene.beginning_in(sentence):
            quotation = self.scene.passages.all[passage]
            if quotation.parent != here or quotation.start < tree[verb].start:
                continue
            frame = self.introductions.of(passage)
            if frame is None or frame.cue.sentence != sentence:
                continue
            if verb in tree.path(frame.cue.token):
                return not self.introductions.is_title(passage)
        return False
