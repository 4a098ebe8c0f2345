"""A sentence as its words: folded forms, places, and the questions asked of its syntax."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import Literal

import msgspec

from dragoman.reading.resolve.catalogue import Agent
from dragoman.reading.resolve.fold import fold
from dragoman.records.readings import MentionKind, Referent, Sentence, Token

SUBJECT = frozenset({"nsubj", "nsubjpass", "csubj", "agent"})
NOUNS = frozenset({"NOUN", "PROPN"})
_MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "NUM"})
_MODIFIER_TAGS = frozenset({"VBN", "VBG", "HYPH", "RB", "RBS"})


Base = Literal["named", "voice", "speaker", "possessor", "pair", "state", "definite", "latter",
               "former", "other", "body", "he", "she", "it", "they", "surname",
               "addressed", "role"]  # fmt: skip
Article = Literal["the", "a", ""]  # the last: none, as in `police`


class Span(msgspec.Struct, frozen=True, kw_only=True):
    """Words `first` to `last` of a sentence that mean someone, before they become a mention.

    Where `base` is not "named", the discourse tells whom; `agent` is the common noun that turns
    a state into one who acts for it.
    """

    first: int
    last: int
    kind: MentionKind
    base: Base = "named"
    referents: tuple[Referent, ...] = ()
    many: bool = False  # a plural: they, not it
    agent: Agent | None = None
    start: int = -1  # characters, where they are finer than the words
    end: int = -1
    title: str | None = None  # the office before a person's name: `President`
    article: Article | None = None  # before a noun that leaves its state unsaid
    called: str | None = None  # the name of a person of whom no more is known: `Peter Phiri`
    past: bool = False  # `former president`: whoever holds the office now is not meant
    reason: str = "name"


class Words:
    """One sentence, asked by the number of a word."""

    def __init__(self, sentence: Sentence, index: int) -> None:
        self.sentence = sentence
        self.index = index
        self.tokens: tuple[Token, ...] = sentence.tokens
        self.folded = [fold(token.text).replace(" ", "-") for token in self.tokens]
        self.free = [True] * len(self.tokens)  # words that no span has yet
        self._starts = [token.start for token in self.tokens]

    def __len__(self) -> int:
        return len(self.tokens)

    def take(self, first: int, last: int) -> None:
        """Marks words as belonging to a span."""
        self.free[first : last + 1] = [False] * (last - first + 1)

    def is_free(self, number: int) -> bool:
        """Whether there is such a word, and no span has it."""
        return 0 <= number < len(self.free) and self.free[number]

    def is_free_name(self, number: int) -> bool:
        """Whether the word looks like part of a name that no span has."""
        return self.is_free(number) and self.is_name_word(number)

    def text_of(self, first: int, last: int) -> str:
        """The words as they stand, with single spaces."""
        return " ".join(token.text for token in self.tokens[first : last + 1])

    def characters(self, span: Span) -> tuple[int, int]:
        """Where the span begins and ends in the document."""
        first, last = self.tokens[span.first], self.tokens[span.last]
        start = span.start if first.start <= span.start < first.end else first.start
        end = span.end if last.start < span.end <= last.end else last.end
        return start, end

    def at(self, number: int) -> str:
        """The folded word; empty beyond the ends."""
        return self.folded[number] if 0 <= number < len(self.folded) else ""

    def place(self, start: int, end: int) -> tuple[int, int] | None:
        """The first and last word that characters `start` to `end` touch; None if outside."""
        if not self.tokens or start < self.tokens[0].start or end > self.tokens[-1].end:
            return None
        first = bisect_right(self._starts, start) - 1
        last = bisect_left(self._starts, end) - 1
        return (first, last) if last >= first else None

    @cached_property
    def is_headline(self) -> bool:
        """Whether nearly every word has a capital, so that capitals say nothing."""
        words = [token.text for token in self.tokens if token.text[:1].isalpha()]
        capitals = sum(word[0].isupper() for word in words)
        return len(words) > 3 and capitals >= 0.7 * len(words)

    def is_modifier(self, number: int) -> bool:
        """Whether the word can stand between a country's adjective and its noun."""
        token = self.tokens[number]
        return token.pos in _MODIFIERS or token.tag in _MODIFIER_TAGS or token.text == "-"

    def is_name_word(self, number: int) -> bool:
        """Whether the word looks like part of a proper name."""
        if not 0 <= number < len(self.tokens):
            return False
        token = self.tokens[number]
        return token.pos == "PROPN" and token.text[:1].isupper() and token.text[-1:].isalpha()

    def is_possessive(self, number: int) -> bool:
        """Whether the word is a possessive ending."""
        return 0 <= number < len(self.tokens) and self.tokens[number].tag == "POS"

    def preposition_of(self, first: int) -> str:
        """The folded word before the span, an article left out."""
        return self.at(first - 2) if self.at(first - 1) == "the" else self.at(first - 1)

    def head_of(self, first: int, last: int) -> int:
        """The word of the span that hangs on something outside it."""
        for number in range(last, first - 1, -1):
            head = self.tokens[number].head
            if not first <= head <= last or head == number:
                return number
        return last

    def has_company(self, number: int) -> bool:
        """Whether a bare noun is joined to this word: `the government and people`."""
        return self.at(number + 1) == "and" and any(
            token.head == number and token.dep == "conj" and token.pos == "NOUN"
            for token in self.tokens[number + 2 : number + 3]
        )

    def is_subject(self, first: int, last: int) -> bool:
        """Whether the span, or the list it stands in, is the subject of a verb."""
        number = self.head_of(first, last)
        for _ in range(8):
            token = self.tokens[number]
            if token.dep in SUBJECT or (token.head == number and token.pos in NOUNS):
                return True  # a noun on which all hangs is what the sentence is about
            if token.dep not in ("conj", "appos"):
                return False
            number = token.head
        return False

    def verb_of(self, number: int) -> int:
        """The verb whose subject or object the word is; the root where there is none."""
        for _ in range(len(self.tokens)):
            token = self.tokens[number]
            if token.pos in ("VERB", "AUX") or token.head == number:
                return number
            number = token.head
        return number

    def joined_verbs(self, verb: int) -> set[int]:
        """The verb, and those before it that are joined with it and may lend it a subject."""
        found = {verb}
        while self.tokens[verb].dep == "conj" and not any(
            token.head == verb and token.dep in SUBJECT for token in self.tokens
        ):
            verb = self.tokens[verb].head
            found.add(verb)
        return found

    def relative_head(self, number: int) -> int | None:
        """The word that `which` or `who` stands for, if that is the subject of this clause."""
        verb = self.verb_of(number)
        if self.tokens[verb].dep != "relcl":
            return None
        subjects = (t for t in self.tokens if t.head == verb and t.dep in SUBJECT)
        related = any(token.tag in ("WDT", "WP") for token in subjects)
        return self.tokens[verb].head if related else None
