"""Sentences made of the lexicon's frames, so that the network meets every trigger that is known.

A frame says what its construction holds and where its sides stand. The wording made of it is the
plainest that holds that: who acts, the trigger, what the frame asks for, on whom. Slots and
further clauses are filled as in the wordings that people wrote.
"""

from __future__ import annotations

import random
import re
from dataclasses import asdict, replace
from typing import Final

from lemminflect import getInflection

from dragoman.coding.lexicon import Frame, Words, lexicon
from training.examples import Annotated, annotated
from training.expand import filled
from training.wordings import Wording, clauses, wording_of

_SURE: Final = 0.75  # frames of less weight often mean something else
_NAMED: Final = (
    "{X}", "{X}", "{X}", "{X.capital}", "{X.leader}", "{X.minister}", "the {X.adj} government",
    "the {X.adj} side", "{X.adj} officials", "the {X.long}",
)  # fmt: skip
_STANDS: Final = ("owner", "belonging")  # of a noun that the frame asks for
_PREPOSITIONS: Final = {
    "dative": "to", "blamed": "by", "blamed-of": "by", "sides": "with",
    **{p: p for p in ("against", "across", "at", "by", "for", "from", "in", "inside", "into",
                      "near", "of", "on", "over", "to", "toward", "towards", "with")},
}  # fmt: skip
_WHEN: Final = ("", "", "", " on {weekday}", " in {month}", " in {year}", " last year", " on {day}")
_REMARKS: Final = (
    "drew little comment", "was reported on {weekday}", "came in {month}", "followed within days",
    "surprised nobody", "has been in the papers for weeks", "dates from {year}",
)  # fmt: skip
_PASSIVE: Final = ("was", "were", "has been")
_DEEDS: Final = ("give way", "keep its word", "leave", "settle the matter", "open the road")
# What American spelling makes of verbs that end in -ise wherever English is written.
_ISE: Final = re.compile(
    r"^(ar|adv|compr|comprom|chast|dev|disgu|exerc|franch|improv|pra|prem|prom|ra|rev|r|superv"
    r"|surpr|telev)ize$"
)


class Framer:
    """Draws frames and makes a sentence of each; the same seed makes the same sentences."""

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)  # noqa: S311 - variety, not secrecy
        self.clauses = clauses()
        self.frames = [f for f in lexicon().all() if _can_be_told(f)]

    def sentences(self, number: int) -> list[Annotated]:
        """So many annotated sentences; what contexts they have is not known."""
        chosen = self.draw.sample(self.frames, number)
        return [self._sentence(wording_of("frames", "wire", self.told(f))) for f in chosen]

    def _sentence(self, wording: Wording) -> Annotated:
        sentence = annotated(asdict(filled(wording, self.clauses, self.draw.randint(0, 2))))
        return replace(
            sentence, events=tuple(replace(event, contexts=None) for event in sentence.events)
        )

    def told(self, frame: Frame) -> list[str]:
        """The lines of a wording that tells the event of a frame."""
        clause = _Clause(frame, self.draw)
        words = clause.verbal() if frame.word_class == "verbs" else clause.nominal()
        text = " ".join(words.split()).replace(" '", "'").replace("s]'s", "s]'")
        text += self.draw.choice(_WHEN) + "."
        kind = " ".join((frame.event_type, *frame.modes))
        return [text, f"1 {kind} | - | CT+ | - | author"]


def _can_be_told(frame: Frame) -> bool:
    if frame.denied or frame.weight < _SURE:
        return False
    if frame.word_class == "verbs":
        return "subject" in frame.actor or "owner" in frame.actor
    return frame.word_class == "nouns" and not {"owner", "by", "from"}.isdisjoint(frame.actor)


class _Clause:
    """One frame being put into words."""

    def __init__(self, frame: Frame, draw: random.Random) -> None:
        self.frame, self.draw = frame, draw
        self.actor = f"[a1 {self._named('A')}]"
        self.other = f"[{'a' if frame.reciprocal else 'r'}1 {self._named('B')}]"
        self.told = False  # whether the recipient has been

    def verbal(self) -> str:
        """A clause with the frame's verb."""
        frame, draw = self.frame, self.draw
        subject = self._subject()
        thing, objects = self._object(), bool(frame.objects)
        particle = min(frame.particle, default="")
        joined = not thing or draw.random() < 0.6  # "gave up the post", "gave the post up"
        near, far = (f" {particle}", "") if joined and particle else ("", particle)
        rest = f"{far} {self._predicate()} {self._obliques()} {self._clause()}"
        passive = thing and not (frame.subjects or frame.predicates or frame.clause)
        if passive and not self._together() and draw.random() < (0.15 if objects else 0.3):
            verb = f"{_form(frame.lemma, 'VBN')}{near}"
            return f"{thing} {draw.choice(_PASSIVE)} [t1 {verb}] {rest} by {subject}"
        tense = draw.choice(("VBD", "VBD", "VBD", "VBZ"))
        if tense == "VBZ" and self._together():
            tense = "VB"
        return f"{subject} [t1 {_form(frame.lemma, tense)}{near}] {thing} {rest}"

    def nominal(self) -> str:
        """A clause about what the frame's noun names."""
        frame, draw = self.frame, self.draw
        remark = draw.choice(_REMARKS)
        noun = f"{self._some(frame.modifiers)} [t1 {_noun(frame.lemma, draw)}]"
        if frame.reciprocal and draw.random() < 0.5:
            self.told = True
            return f"the {noun} {self._obliques()} between {self.actor} and {self.other} {remark}"
        if "owner" in frame.actor and draw.random() < 0.7:
            return f"{self.actor}'s {noun} {self._obliques()} {remark}"
        doer = "by" if "by" in frame.actor else "from" if "from" in frame.actor else ""
        if not doer:
            return f"{self.actor}'s {noun} {self._obliques()} {remark}"
        return f"the {noun} {self._obliques()} {doer} {self.actor} {remark}"

    def _named(self, letter: str) -> str:
        return self.draw.choice(_NAMED).replace("X", letter)

    def _together(self) -> bool:
        """Whether both sides are the subject."""
        return self.frame.reciprocal and self.told and not self.frame.subjects

    def _subject(self) -> str:
        if self.frame.subjects:
            return f"{self.actor}'s {_noun(self._some(self.frame.subjects), self.draw)}"
        if self.frame.reciprocal and self.draw.random() < 0.6:
            self.told = True
            return f"{self.actor} and {self.other}"
        return self.actor

    def _open(self) -> bool:
        """Whether a preposition of the frame waits for the recipient."""
        return any(not nouns - {"*"} for _, nouns in self.frame.obliques)

    def _object(self) -> str:
        """The object that the frame asks for, or the recipient."""
        frame = self.frame
        if frame.objects:
            noun = f"{self._some(frame.modifiers)} {_noun(self._some(frame.objects), self.draw)}"
            if self.told or self._open() or "owner" not in frame.recipient:
                return f"{self.draw.choice(('the', 'its', 'a', '', ''))} {noun}"
            if self.draw.random() < 0.5:
                return f"{self._recipient()}'s {noun}"
            return f"the {noun}"
        if not self.told and "object" in frame.recipient and not self._open():
            return self._recipient()
        return ""

    def _recipient(self) -> str:
        self.told = True
        return self.other

    def _predicate(self) -> str:
        if not self.frame.predicates:
            return ""
        whom = "" if self.told else self._recipient()
        return f"{whom} {self.draw.choice(('a', 'as a', 'as'))} {self._some(self.frame.predicates)}"

    def _obliques(self) -> str:
        """The prepositions that the frame asks for, its fixed words, and the recipient."""
        found = [self._oblique(preposition, nouns) for preposition, nouns in self.frame.obliques]
        found += self.frame.phrase
        if not self.told:
            free = [_PREPOSITIONS[s] for s in self.frame.recipient if s in _PREPOSITIONS]
            found += [free[0], self._recipient()] if free else []
        return " ".join(found)

    def _oblique(self, preposition: str, nouns: Words) -> str:
        if not nouns - {"*"}:
            what = self.draw.choice(("the matter", "the talks", "the border", "the war"))
            return f"{preposition} {what if self.told else self._recipient()}"
        noun = _noun(self._some(nouns), self.draw)
        if self.told or self.draw.random() < 0.6 or set(_STANDS).isdisjoint(self.frame.recipient):
            return f"{preposition} {self.draw.choice(('the', '', ''))} {noun}"
        return f"{preposition} {self._recipient()}'s {noun}"

    def _clause(self) -> str:
        if not self.frame.clause:
            return ""
        deed = self.draw.choice(_DEEDS)
        modal = self._some(self.frame.modals)
        if "inner-actor" in self.frame.recipient and not self.told:
            return f"that {self._recipient()} {modal} {deed}"
        return f"that it {modal or 'would'} {deed}" if modal else f"to {deed}"

    def _some(self, words: Words) -> str:
        known = sorted(words - {"*"})
        chosen = self.draw.choice(known) if known else "measure" if words else ""
        return chosen.replace("_", " ")


def _form(lemma: str, tag: str) -> str:
    """A form of a verb."""
    lemma = _ISE.sub(r"\1ise", lemma)
    first, *rest = lemma.split(" ")
    if first == "be":
        return " ".join(({"VBD": "was", "VBZ": "is", "VB": "are", "VBN": "been"}[tag], *rest))
    return " ".join(((getInflection(first, tag) or (first,))[0], *rest))


def _noun(lemma: str, draw: random.Random) -> str:
    """A noun, now and then in the plural."""
    plural = getInflection(lemma, "NNS")
    return plural[0] if plural and draw.random() < 0.3 else lemma
