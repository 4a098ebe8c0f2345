"""Acts of speech as events: when "denounced" is the denouncer's own word, and when a telling.

The author tells of an act ("Norway condemned the raid"). The act is the speaker's own word
where the text shows it as words: its subject is a mouthpiece or a text ("a spokesman condemned",
"the statement condemned"), it brings in whole sentences between quotation marks, or it labels in
words between them ("called it a “crime”"). To deny is always the denier's own word.
"""

from __future__ import annotations

from dragoman.attribution.introductions import Introductions
from dragoman.attribution.lexicon import Lexicon
from dragoman.attribution.scene import Place, Scene
from dragoman.attribution.speakers import VERBAL_TYPES
from dragoman.attribution.subjects import speaker_of
from dragoman.attribution.syntax import Tree
from dragoman.records.claims import Coding

# Which words govern an event of a type: a promise to act is the act of promising.
_GOVERNING = {
    "AGREE": "undertaken",
    "REQUEST": "wanted",
    "THREATEN": "threatened",
    "REJECT": "withheld",
}


_DECIDED = frozenset({"AGREE", "REJECT", "CONCEDE"})
_WITHIN_OBJECT = frozenset({"dobj", "conj", "prep", "pobj", "compound"})


class SpeechActs:
    """Finds the speaker whose own word a speech act is."""

    def __init__(
        self,
        scene: Scene,
        introductions: Introductions,
        words: Lexicon,
    ) -> None:
        self.scene = scene
        self.introductions = introductions
        self.words = words

    def head(self, coding: Coding) -> Place:
        """The word that an event hangs on: of "offered to help" the offer, where that is coded."""
        tree, token = self.scene.tree(coding.sentence), coding.head
        parent = tree.parent(token)
        clauses = {"xcomp", "ccomp"} if coding.event_type == "REQUEST" else {"xcomp"}
        if parent is not None and tree[token].dep in clauses:
            group = self.words.complements.get(tree.lemma(parent))
            if group is not None and group.name == _GOVERNING.get(coding.event_type):
                token = parent
        if parent is not None and self._is_announced(tree, coding, token):
            token = parent
        return Place(sentence=coding.sentence, token=token)

    def _is_announced(self, tree: Tree, coding: Coding, clause: int) -> bool:
        """Whether a promise or refusal is the announcement itself: "announced that it would"."""
        verb, subject = tree.parent(clause), tree.child(clause, "nsubj", "nsubjpass")
        if coding.event_type not in _DECIDED or verb is None or subject is None:
            return False
        if tree[clause].dep != "ccomp" or tree.lemma(verb) not in self.words.words["deciding"]:
            return False
        pronoun = tree.word(subject) in self.words.words["pronouns"]
        return pronoun or (_is_ahead(tree, clause) and self._speaks_for_actor(tree, verb, coding))

    def _speaks_for_actor(self, tree: Tree, verb: int, coding: Coding) -> bool:
        """Whether who announces it is of the side that is to do it."""
        subject = tree.subject(verb)
        if subject is None:
            return False
        span = tree.subtree(subject)
        mentions = self.scene.mentions(tree[span[0]].start, tree[span[-1]].end)
        speaking = {named.country for mention in mentions for named in mention.referents}
        return not speaking.isdisjoint({actor.country for actor in coding.actors} - {None})

    def is_denial(self, event_type: str, place: Place) -> bool:
        """Whether the trigger is the denial of the event itself: "which Norway denies"."""
        tree = self.scene.tree(place.sentence)
        group = self.words.verbs.get(tree.lemma(place.token))
        denies = group is not None and group.certainty == "CT-" and self._is_verb(tree, place.token)
        return denies and event_type not in {"ACCUSE", "REJECT"} and self._names_claim(tree, place)

    def _names_claim(self, tree: Tree, place: Place) -> bool:
        """Whether a claim is denied, and not a thing withheld: "denied them the right"."""
        things = tree.children(place.token, "dobj", "nsubjpass", "dative")
        pointing = self.words.words["pointing"]
        return len(things) < 2 and all(
            tree[thing].tag in {"WDT", "WP"}
            or tree.word(thing) in pointing
            or tree.lemma(thing) in self.words.nouns
            for thing in things
        )

    def speaker(self, event_type: str, place: Place) -> Place | None:
        """The noun that speaks, where the act is its own word; None where it is told."""
        tree = self.scene.tree(place.sentence)
        denial = self.is_denial(event_type, place)
        verb = place.token if denial else self._act(tree, place.token)
        if verb is None or not (denial or event_type in VERBAL_TYPES):
            return None
        noun = speaker_of(tree, verb, self.words)
        if noun is None:
            return None
        speaker = Place(sentence=place.sentence, token=noun)
        shown = denial or self._is_mouthpiece(speaker) or self._shows_words(tree, verb)
        return speaker if shown else None

    def _act(self, tree: Tree, token: int) -> int | None:
        """The verb of speech that the trigger is, or whose object it is."""
        if tree[token].pos in {"VERB", "AUX"}:
            return token if self._is_speech(tree, token) else None
        for node in tree.path(token):
            if tree[node].pos == "VERB":
                return node if self._is_speech(tree, node) else None
            if tree[node].dep not in _WITHIN_OBJECT:
                return None
        return None

    def _is_speech(self, tree: Tree, verb: int) -> bool:
        words, lemma = self.words.words, tree.lemma(verb)
        listed = lemma in words["speech_acts"] or lemma in words["labelling"]
        issued = lemma in {"issue", "send", "write", "publish", "release"}
        return self._is_verb(tree, verb) and (listed or issued or lemma in self.words.verbs)

    @staticmethod
    def _is_verb(tree: Tree, token: int) -> bool:
        return tree[token].pos == "VERB"

    def _is_mouthpiece(self, speaker: Place) -> bool:
        lemma = self.scene.tree(speaker.sentence).lemma(speaker.token)
        words = self.words.words
        return lemma in words["mouthpieces"] or lemma in words["carriers"]

    def _shows_words(self, tree: Tree, verb: int) -> bool:
        """Whether the verb brings in whole sentences of the speaker's, or labels in their words."""
        here = self.scene.passage_of(Place(sentence=tree.number, token=verb))
        labels = tree.lemma(verb) in self.words.words["labelling"]
        for passage in self.scene.beginning_in(tree.number):
            quotation = self.scene.passages.all[passage]
            if quotation.parent != here or quotation.start < tree[verb].start:
                continue
            if labels or not self.scene.is_fragment(passage):
                frame = self.introductions.of(passage)
                if frame is not None and frame.cue.sentence == tree.number:
                    return verb in tree.path(frame.cue.token)
        return False


def _is_ahead(tree: Tree, verb: int) -> bool:
    """Whether a verb tells of what will be."""
    return any(
        tree.word(helper) in {"will", "would", "shall"} for helper in tree.children(verb, "aux")
    )
