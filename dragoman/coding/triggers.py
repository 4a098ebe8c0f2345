"""Triggers: the words of a sentence on which an event hangs, each with its frame."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from dragoman.coding.lexicon import Frame, Lexicon, Words
from dragoman.coding.phrases import CLAUSAL, Obliques
from dragoman.coding.syntax import Arguments, Tree
from dragoman.records.codec import Record

_PARTICLES = ("prt", "advmod", "prep", "npadvmod", "acomp", "oprd")
_PREDICATES = ("oprd", "attr", "acomp", "xcomp", "ccomp")
_NO_EVENT = frozenset({"compound", "amod", "oprd"})  # nor is "what it called a raid" one
_SCORE = re.compile(r"\b([a-z]+) \d{1,2} ?[-–] ?\d{1,2}(?: ([a-z]+)| \.|$)")
_PLAYED = frozenset({"ASSAULT", "CONCEDE", "CONSULT"})  # what teams do to each other, in words
_WELCOMING = frozenset({"accept", "enjoy", "gain", "obtain", "secure", "win"})
_UNWELCOME = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION"})
_TELLING = frozenset({"announce", "declare"})
_TURNING = frozenset({"away", "down", "off", "out", "over", "up"})  # verbs to other verbs
_NUMBERS = frozenset({"dozen", "hundred", "thousand"})
_LONGEST_TRIGGER = 9  # tokens; a verb farther from its noun stands for the trigger alone


class Match(Record, frozen=True, kw_only=True):
    """A frame found in a sentence: `head` is its word, `verb` the verb that lends itself to it."""

    frame: Frame
    head: int
    verb: int | None = None  # the verb of the frame, or the light verb of a noun
    key: int | None = None  # the noun that the frame asks for
    particle: int | None = None
    front: int | None = None  # where the head begins, if the parser cut it: "cease-fire"
    used: tuple[int, ...] = ()  # other nouns that the frame asks for
    reverse: bool = False  # "received": the subject is the recipient
    proposed: bool = False  # by the encoder, and by no frame of the lexicon

    @property
    def anchor(self) -> int:
        """The word whose clause, tense and negation are the event's."""
        return self.head if self.verb is None else self.verb

    @property
    def words(self) -> tuple[int, int]:
        """First and last token of the trigger."""
        parts = (self.front, self.head, self.verb, self.key, self.particle)
        found = [i for i in parts if i is not None]
        first, last = min(found), max(found)
        return (first, last) if last - first < _LONGEST_TRIGGER else (self.anchor, self.anchor)


def is_game(tree: Tree, lexicon: Lexicon) -> bool:
    """Whether the sentence tells of a match: it has a score, "2-1", or a goalkeeper."""
    if not lexicon.list("games").isdisjoint(tree.keys):
        return True
    score = _SCORE.search(" ".join(tree.words))
    beside = set(score.groups()) if score else {"vote"}
    return beside.isdisjoint(lexicon.list("times")) and "vote" not in (*beside, *tree.keys)


def find_matches(tree: Tree, lexicon: Lexicon) -> list[Match]:
    """The triggers of a sentence in the order of the text, no word used twice."""
    finder = _Finder(tree, lexicon)
    verbs = list(finder.verbs())
    used = {index for match in verbs for index in (match.head, match.key, *match.used)}
    found = verbs + list(finder.nouns(used)) + list(finder.adjectives())
    return sorted(found, key=lambda match: match.words)


class _Finder:
    def __init__(self, tree: Tree, lexicon: Lexicon) -> None:
        self.tree, self.lexicon = tree, lexicon
        self.here = frozenset((*tree.keys, *tree.words, *(t.pos for t in tree.tokens)))
        self.game = is_game(tree, lexicon)
        self.light = lexicon.list("light")
        self.light_reverse = lexicon.list("light_reverse")

    def verbs(self) -> Iterator[Match]:
        """The match of each verb: by its own frame, or by that of the noun it lends itself to."""
        for index, token in enumerate(self.tree.tokens):
            if token.pos not in CLAUSAL or token.dep in {"aux", "auxpass", "acomp"}:
                continue
            own = self._verb(index)
            lent = list(self._light(index))
            if own and (own.frame.specificity > 1 or not lent):
                yield own
            yield from (m for m in lent if not own or own.frame.specificity <= 1)

    def nouns(self, used: set[int | None]) -> Iterator[Match]:
        """Nouns that tell an event by themselves: "its attack on Chad"."""
        for index, token in enumerate(self.tree.tokens):
            if token.pos == "NOUN" and index not in used and token.dep not in _NO_EVENT:
                found = self._noun(index, {})
                if found:
                    used.update((found.key, *found.used))
                    yield found

    def adjectives(self) -> Iterator[Match]:
        """Predicates such as "is opposed to"."""
        for index, token in enumerate(self.tree.tokens):
            if token.dep not in {"acomp", "advcl", "oprd", "ROOT"} or token.pos not in {
                "ADJ",
                "VERB",
            }:
                continue
            around = self.tree.obliques(token.head) if token.dep == "acomp" else {}
            for lemma in dict.fromkeys((self.tree.words[index], self.tree.keys[index])):
                for frame in self.lexicon.frames("adjectives", lemma):
                    fits = self._obliques_fit(frame, self.tree.obliques(index), around)
                    if fits and self._words_fit(frame, index, None):
                        yield Match(frame=frame, head=index)
                        break

    def _verb(self, verb: int) -> Match | None:
        tree = self.tree
        arguments = tree.arguments(verb)
        for frame in self.lexicon.fitting("verbs", tree.keys[verb], self.here):
            found = None if self._is_play(frame) else self._fit(frame, verb, arguments)
            if found:
                return found
        return None

    def _is_play(self, frame: Frame) -> bool:
        """Whether it is no more than a bare word, in a sentence about a game."""
        return self.game and not frame.specificity and frame.event_type in _PLAYED

    def _fit(self, frame: Frame, verb: int, arguments: Arguments) -> Match | None:
        """The match of a frame with a verb; None if one of its demands is not met."""
        tree = self.tree
        if self._is_spoilt(frame, verb, arguments):
            return None
        subjects = (*arguments.subjects, *tree.surface_subjects(verb))
        if frame.objects:  # "two jets were shot down" says of nobody that he flew
            subjects = tuple(noun for noun in subjects if noun not in arguments.objects)
        particle = self._particle(verb, frame.particle)
        subject, key = (
            self._key(subjects, frame.subjects),
            self._key(tree.wider(verb, arguments.objects), frame.objects),
        )
        demanded = ((frame.particle, particle), (frame.subjects, subject), (frame.objects, key))
        if any(wanted and found is None for wanted, found in demanded):
            return None
        places = [arguments.obliques, *(tree.obliques(o) for o in arguments.objects)]
        if particle is not None:
            places.append(tree.obliques(particle))  # "came round | to its view"
        if not self._obliques_fit(frame, *places) or not self._words_fit(frame, verb, key):
            return None
        return Match(
            frame=frame,
            head=verb,
            verb=verb,
            particle=particle,
            front=tree.front(verb),
            key=subject if key is None else key,
            used=self._oblique_keys(frame, *places),
        )

    def _is_spoilt(self, frame: Frame, verb: int, arguments: Arguments) -> bool:
        """Whether what stands beside the verb gives it another sense: "found him guilty"."""
        if frame.specificity == 0 and self.tree.kids(verb, "oprd"):
            return True
        if frame.denied and not self.tree.is_denied(verb):
            return True
        if frame.specificity < 2 and not frame.particle and self._is_phrasal(verb):
            return True  # "called down fire on" is no call
        if frame.predicates and any(self.tree.tokens[o].tag == "WP" for o in arguments.objects):
            return True  # "what it called a raid"
        return frame.bare and bool(arguments.objects) and not arguments.passive

    def _is_phrasal(self, verb: int) -> bool:
        return any(self.tree.words[c] in _TURNING for c in self.tree.kids(verb, "prt"))

    def _light(self, verb: int) -> Iterator[Match]:
        """Matches of nouns that are object of a verb with little meaning of its own."""
        tree, lemma = self.tree, self.tree.keys[verb]
        reverse = lemma in self.light_reverse
        if not reverse and lemma not in self.light:
            return
        if tree.tokens[verb].dep == "relcl" and tree.is_denied(verb) and lemma in _TELLING:
            return  # talks "that were not announced" were held
        arguments = tree.arguments(verb)
        for noun in dict.fromkeys(m for o in arguments.objects for m in tree.meant(o)):
            found = self._noun(noun, arguments.obliques)
            if found and not (lemma in _WELCOMING and found.frame.event_type in _UNWELCOME):
                yield replace(found, verb=verb, reverse=reverse)
                return

    def _noun(self, noun: int, more: Obliques) -> Match | None:
        tree = self.tree
        for frame in self.lexicon.fitting("nouns", tree.keys[noun], self.here):
            own = tree.shared_obliques(noun)
            if self._is_play(frame) or not self._obliques_fit(frame, own, more):
                continue
            if not self._words_fit(frame, noun, None):
                continue
            used = self._oblique_keys(frame, own)
            return Match(frame=frame, head=noun, front=tree.front(noun), used=used)
        return None

    def _key(self, indexes: Iterable[int], wanted: Words) -> int | None:
        for index in indexes:
            for meant in self._counted(index):
                if "*" in wanted or not wanted.isdisjoint(self._forms(meant)):
                    return meant
        return None

    def _counted(self, index: int) -> list[int]:
        """What is meant, and no number of what is no crowd: "hundreds of | villages"."""
        found = self.tree.meant(index)
        if len(found) == 1 or self.tree.keys[index] not in _NUMBERS:
            return found
        crowds = self.lexicon.list("strangers") - self.lexicon.list("police")
        counted = [i for i in found if self.tree.keys[i] not in _NUMBERS]
        other = any(
            self.tree.tokens[i].pos == "NOUN" and self.tree.keys[i] not in crowds for i in counted
        )
        return counted if other else found

    def _forms(self, index: int) -> tuple[str, str, str]:
        """How a frame may name the word ("remains" is no plural of "remain"), or its kind."""
        return self.tree.keys[index], self.tree.words[index], self.tree.tokens[index].pos

    def _particle(self, verb: int, wanted: Words) -> int | None:
        for child in self.tree.kids(verb, *_PARTICLES):
            if self.tree.words[child] in wanted and child > verb:
                return child
        return None

    def _oblique_keys(self, frame: Frame, *places: Obliques) -> tuple[int, ...]:
        """The nouns that the frame's prepositions ask for."""
        found = (
            self._key(place.get(preposition, ()), words)
            for preposition, words in frame.obliques
            for place in places
            if words
        )
        return tuple(index for index in found if index is not None)

    def _obliques_fit(self, frame: Frame, *places: Obliques) -> bool:
        for preposition, words in frame.obliques:
            here = [place[preposition] for place in places if preposition in place]
            if not here:
                return False
            if words and all(self._key(nouns, words) is None for nouns in here):
                return False
        return True

    def _words_fit(self, frame: Frame, verb: int, key: int | None) -> bool:
        tree = self.tree
        if frame.modifiers:
            places = [verb] if key is None else [key]
            places += self._oblique_keys(frame, tree.obliques(verb))
            if not any(frame.modifiers & self._modifiers(place) for place in places):
                return False
        clauses = tree.kids(verb, "xcomp", "ccomp", "acl")
        if frame.clause and not any(c > verb for c in clauses):  # one before it tells of others
            return False
        if frame.modals and not any(
            tree.words[a] in frame.modals for c in clauses for a in tree.kids(c, "aux")
        ):
            return False
        if frame.predicates and not self._predicate(verb, frame.predicates):
            return False
        return not frame.phrase or _contains(
            [tree.words[i] for i in sorted(tree.subtree(verb)) if i in self._beside(verb)],
            frame.phrase,
        )

    def _beside(self, verb: int) -> range:
        """The words that no semicolon parts from the verb."""
        stops = [i for i, word in enumerate(self.tree.words) if word == ";"]
        first = max((i for i in stops if i < verb), default=-1)
        return range(first + 1, min((i for i in stops if i > verb), default=len(self.tree.words)))

    def _modifiers(self, index: int) -> Words:
        """The words set to a noun or verb, and what is set to these in turn."""
        near = [
            c
            for c in self.tree.children[index]
            if self.tree.tokens[c].dep not in {"relcl", "punct"}
        ]
        near += [inner for c in near for inner in self.tree.children[c]]
        return frozenset(self.tree.words[i] for i in near) | {self.tree.keys[i] for i in near}

    def _predicate(self, verb: int, wanted: Words) -> bool:
        tree = self.tree
        likened = (p for p in tree.kids(verb, "prep") if tree.words[p] == "as")
        for child in (*tree.kids(verb, *_PREDICATES), *likened):
            if self._is_deed(child):
                continue  # "called on it to do right"
            if any(tree.keys[i] in wanted for i in tree.subtree(child)):
                return True
        return False

    def _is_deed(self, clause: int) -> bool:
        """Whether a clause tells what is to be done, and not what somebody is."""
        tree = self.tree
        return tree.tokens[clause].pos == "VERB" and any(
            tree.words[a] == "to" for a in tree.kids(clause, "aux")
        )


def _contains(words: list[str], phrase: tuple[str, ...]) -> bool:
    width = len(phrase)
    return any(tuple(words[i : i + width]) == phrase for i in range(len(words) - width + 1))
