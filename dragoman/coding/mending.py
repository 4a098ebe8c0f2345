"""Sentences whose verb or subject the parser missed: headlines, and dates before a name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from msgspec.structs import replace

from dragoman.coding.lexicon import Lexicon, spelling
from dragoman.coding.participles import participles
from dragoman.coding.passives import passives
from dragoman.records.readings import Token

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$")
_NAMES = frozenset({"NNP", "NNPS"})
_PAST = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_PARTICIPLES = frozenset({"VBN", "VBD"})
_TENSED = {"VBN": "VBD"}
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_INSIDE = frozenset({"compound", "amod"})  # the labels of a verb that was taken for a modifier
_OUTSIDE = frozenset({"nsubj", "npadvmod"})  # "Chad | massed troops", but not "Chad backed rebels"
_BEGINS_PHRASE = frozenset({"DT", "PRP$", "PRP", "NNP", "NNPS", "JJ"})
_SIDES = frozenset({"dobj", "nsubj"})  # what no noun has
_NAMING = frozenset({"PROPN", "NOUN", "PRON"})
_JOINING = frozenset({",", "and", "but"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})


def mended(tokens: tuple[Token, ...], words: Lexicon) -> tuple[Token, ...]:
    """The tokens of a sentence, with its verb put right where the parser found none."""
    times = words.list("times")
    tokens = tuple(_as_subject(i, tokens, times) for i in range(len(tokens)))
    tokens = passives(_with_second_verbs(participles(tokens)), words)
    if any(token.tag in _FINITE and token.dep not in _INSIDE for token in tokens):
        return tokens
    for index in range(1, len(tokens) - 1):
        if tokens[index - 1].tag in _NOUNS and _is_verb(index, tokens, words):
            return _Clause(list(tokens), index).tokens()
    return tokens


def _with_second_verbs(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with a verb in "Chad closed its border and | banned trade", for all trade is."""
    found = list(tokens)
    for index, token in enumerate(tokens[1:], 1):
        noun = tokens[token.head]
        joins = token.dep == "amod" and tokens[index - 1].tag == "CC" and noun.dep == "conj"
        if joins and token.tag in _PARTICIPLES and tokens[noun.head].pos == "VERB":
            found[index] = replace(token, pos="VERB", tag="VBD", dep="conj", head=noun.head)
            found[token.head] = replace(noun, dep="dobj", head=index)
    return tuple(found)


def _as_subject(index: int, tokens: tuple[Token, ...], times: frozenset[str]) -> Token:
    """The token as subject, in "Chad imports grain" and "In May 2008 Chad closed its border"."""
    token = tokens[index]
    head = tokens[token.head]
    if token.dep == "pobj" and (verb := _verb_after_date(index, tokens, times)):
        return replace(token, dep="nsubj", head=verb)
    if token.dep in {"pobj", "conj"} and (verb := _verb_of_list(index, tokens, times)):
        return replace(token, dep="nsubj", head=verb)
    if token.dep == "conj" and token.pos in _NAMING and (verb := _lonely_verb(index, tokens)):
        return replace(token, dep="nsubj", head=verb)
    part = token.dep in {"compound", "nmod"} and token.pos == "PROPN" and head.tag in _FINITE
    return replace(token, dep="nsubj") if part and head.dep not in _INSIDE else token


def _lonely_verb(index: int, tokens: tuple[Token, ...]) -> int | None:
    """The verb that lacks a subject after "recalled its envoy and | Mali later closed"."""
    last = index
    for after in range(index + 1, min(index + 6, len(tokens))):
        if tokens[after].head == last and tokens[after].dep == "conj":
            last = after
    follows = last + 1
    while follows < len(tokens) and tokens[follows].tag == "RB":
        follows += 1
    if not _joins(index, tokens) or follows == len(tokens) or tokens[follows].tag not in _FINITE:
        return None
    aux = tokens[follows].dep in {"aux", "auxpass"}
    verb = tokens[follows].head if aux else follows
    alone = not any(t.head in {verb, follows} and t.dep in _SUBJECTS for t in tokens)
    return verb if alone else None


def _joins(index: int, tokens: tuple[Token, ...]) -> bool:
    """Whether the phrase of the noun begins after a comma or an "and"."""
    first = min((i for i in range(index) if tokens[i].head == index), default=index)
    return first > 0 and tokens[first - 1].text in _JOINING


def _verb_after_date(index: int, tokens: tuple[Token, ...], times: frozenset[str]) -> int | None:
    """The verb that lacks a subject after "In May | Chad, angered by this, recalled"."""
    named = tokens[index].tag in _NAMES and tokens[index].lemma.lower() not in times
    if not named or index + 1 == len(tokens):
        return None
    verb = tokens[index].head
    while tokens[verb].pos == "ADP" and tokens[verb].head != verb:
        verb = tokens[verb].head
    if tokens[index + 1].tag in _FINITE:
        verb = index + 1
    first = min((i for i in range(index) if tokens[i].head == index), default=index)
    dated = any(_is_date(t, times) for t in tokens[max(first - 1, 0) : index])
    apart = tokens[index + 1].text == "," and tokens[verb - 1].text == ","
    near = verb > index and (apart or all(t.tag == "RB" for t in tokens[index + 1 : verb]))
    alone = not any(token.head == verb and token.dep in _SUBJECTS for token in tokens)
    return verb if dated and near and alone and tokens[verb].tag in _PAST else None


def _verb_of_list(index: int, tokens: tuple[Token, ...], times: frozenset[str]) -> int | None:
    """The verb of a list whose first name the date took: "On 5 June | Chad, Mali and Niger cut"."""
    first = min((i for i in range(index) if tokens[i].head == index), default=index)
    number = first if first < index and _is_date(tokens[first], times) else first - 1
    dated = number > 0 and _is_date(tokens[number], times)
    named = tokens[index].tag in _NAMES and tokens[index].lemma.lower() not in times
    goes_on = index + 1 < len(tokens) and tokens[index + 1].text in {",", "and"}
    if not dated or not named or not goes_on:
        return None
    after = range(index + 2, min(index + 6, len(tokens)))
    second = next((i for i in after if tokens[i].dep in {"nsubj", "conj"}), None)
    if second is None or tokens[second].tag not in _NAMES:
        return None
    subject = tokens[second].dep == "nsubj"
    verb = tokens[second].head if subject else _lonely_verb(second, tokens)
    if verb is None or tokens[verb].tag not in _PAST:
        return None
    whole = all(tokens[i].head == second for i in range(index + 2, second))
    joined = any(token.text == "and" for token in (tokens[index + 1], *tokens[second:verb]))
    return verb if whole and joined else None


def _is_date(token: Token, times: frozenset[str]) -> bool:
    """Whether the word is part of a date."""
    dated = token.tag == "CD" or token.lemma.lower() in times
    return dated or _ORDINAL.match(token.text) is not None


def _is_verb(index: int, tokens: tuple[Token, ...], words: Lexicon) -> bool:
    """Whether the token must be the verb: it has an object, or a name before and a phrase after."""
    token = tokens[index]
    if not words.frames("verbs", spelling(token.lemma.lower())):
        return False
    before = tokens[index - 1]
    if token.tag in _FINITE or (token.tag == "VBN" and before.dep in _OUTSIDE):
        return before.tag in {"NNP", "NNPS"}
    if token.tag not in {"NN", "NNS"}:
        return False
    if any(other.head == index and other.dep in _SIDES for other in tokens):
        return True
    follows = any(after.tag in _BEGINS_PHRASE for after in tokens[index + 1 : index + 2])
    return token.tag == "NNS" and before.tag in {"NNP", "NNPS"} and follows


@dataclass
class _Clause:
    """The sentence as a clause with this verb: a subject before it, an object after it."""

    words: list[Token]
    verb: int

    def tokens(self) -> tuple[Token, ...]:
        """The tokens, rearranged."""
        above, root = self.words[self.verb], self._root()
        subject, found = self._subject(), self._object(above)
        tag = above.tag if above.tag in _FINITE else _TENSED.get(above.tag, "VBZ")
        self._set(self.verb, pos="VERB", tag=tag, dep="ROOT", head=self.verb)
        if root not in {self.verb, subject, found}:
            self._set(root, dep="dep", head=self.verb)
        self._set(subject, dep="nsubj", head=self.verb)
        if found is not None:
            self._set(found, dep="dobj", head=self.verb)
        return tuple(self.words)

    def _set(self, index: int, **changes: object) -> None:
        self.words[index] = replace(self.words[index], **changes)

    def _root(self) -> int:
        return next(i for i, token in enumerate(self.words) if token.head == i)

    def _subject(self) -> int:
        """The head of the phrase that ends before the verb."""
        named = (i for i, t in enumerate(self.words) if t.head == self.verb and t.dep == "nsubj")
        subject = next(named, self.verb - 1)
        while subject < self.words[subject].head < self.verb:
            subject = self.words[subject].head
        return subject

    def _object(self, verb: Token) -> int | None:
        """The object: labelled so, or the noun that the verb was hung on, or the next noun."""
        if verb.dep in _INSIDE and verb.head > self.verb:
            return verb.head
        after = [i for i in range(self.verb + 1, len(self.words)) if self.words[i].tag in _NOUNS]
        labelled = (
            i for i in after if self.words[i].head == self.verb and self.words[i].dep == "dobj"
        )
        free = (i for i in after if self.words[i].head <= self.verb or self.words[i].head == i)
        return next(labelled, next(free, None))
