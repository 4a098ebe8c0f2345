"""Lines in which the parser sees no verb, headlines above all: what to ask it once more.

It reads "Chad accepts trade with Mali" well, but takes "severs" in "Chad severs relations with
Mali" for a noun, and in "PERU RECALLS ENVOY" it finds nothing but names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from dragoman.records.readings import Token

Tokens = tuple[Token, ...]
Words = Sequence[str]
IsName = Callable[[str], bool]  # of a word in small letters
IsWord = Callable[[str, str], bool]  # whether a form is one of a word of this class: "verb", "noun"
Read = Callable[[Words], Tokens]  # parses other words in the place of those of a line

_FINITE = frozenset({"VBD", "VBZ", "VBP", "VB", "MD"})
_INSIDE = frozenset({"compound", "amod", "nmod"})  # the labels of a verb taken for a modifier
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PLURALS = frozenset({"NNS", "NNPS"})
_PLURAL_AS_THEY_ARE = frozenset({"aircraft", "police", "people", "militia"})
_OF_OBJECT = _NOUNS | {"DT", "PRP$", "JJ", "CD"}
_BEFORE_NOUNS = frozenset({"arms", "states", "sports", "goods", "drugs", "sales"})
_SMALL = frozenset({"a", "an", "the", "of", "in", "on", "at", "to", "for", "from", "with", "by",
                    "over", "after", "off", "and", "or", "but", "as"})  # fmt: skip
_OF_NAMES = frozenset({"united", "states"})  # that have the form of a verb
_LONGEST = 16  # words of a headline
_CLASSES = ("verb", "noun", "adj", "adv")
_WORD = re.compile(r"[^\W\d_]+")


class Attempt(NamedTuple):
    """The words of a line with a plain verb put for one of them."""

    words: tuple[str, ...]
    verb: int
    certain: bool  # whether the word that stood there can be nothing but a verb


def has_verb(tokens: Tokens, is_word: IsWord) -> bool:
    """Whether there is a finite verb that can be one: "envoys" cannot, though it be taken so."""
    return any(
        token.tag in _FINITE
        and (token.tag == "MD" or (token.dep not in _INSIDE and is_word(token.text, "verb")))
        and (token.tag != "VB" or _has_subject(index, tokens))
        for index, token in enumerate(tokens)
    )


def _has_subject(verb: int, tokens: Tokens) -> bool:
    """Whether a verb without an ending is no infinitive: "Chad and Mali restore relations"."""
    before = tokens[:verb]
    return tokens[verb].head == verb and any(t.head == verb and t.dep == "nsubj" for t in before)


def with_verb(words: Words, tokens: Tokens, read: Read, is_name: IsName, is_word: IsWord) -> Tokens:
    """The tokens of a line without a verb, as the parser reads it in plain words."""
    plain = tokens
    if is_headline(words, is_word):
        words = ordinary(words, is_name, is_word)
        plain = read(words)
        if has_verb(plain, is_word) or any(t.tag == "VBN" and t.dep == "acl" for t in plain):
            return plain
    for attempt in attempts(words, plain, is_word):
        again = read(attempt.words)
        if is_better(again, attempt):
            return again
    return tokens


def is_headline(words: Words, is_word: IsWord) -> bool:
    """Whether every word has a capital, so that capitals say nothing, and one may be a verb."""
    large = [word for word in words if word[:1].isalpha() and word.lower() not in _SMALL]
    return (
        2 < len(large) <= _LONGEST
        and all(word[0].isupper() for word in large)
        and any(_may_tell(i, words, is_word) for i in range(1, len(words)))
    )


def _may_tell(index: int, words: Words, is_word: IsWord) -> bool:
    """Whether a word of a headline may be its verb: "Recalls", "Sever", "Bomb" after "Jets"."""
    word, before = words[index].lower(), words[index - 1]
    if word in _OF_NAMES or not is_word(word, "verb"):
        return False
    joined = index > 2 and words[index - 2].lower() in {"and", ","}
    many = before[0].isupper() and (joined or before.lower().endswith("s"))
    return many or word.endswith(("s", "ed")) or not is_word(word, "noun")


def ordinary(words: Words, is_name: IsName, is_word: IsWord) -> tuple[str, ...]:
    """The words of a headline, with capitals for names only."""

    def cased(found: re.Match[str]) -> str:
        word, small = found.group(), found.group().lower()
        if is_name(small):
            return word if len(word) < 4 else word.capitalize()
        common = small in _SMALL or any(is_word(small, kind) for kind in _CLASSES)
        return small if common else word.capitalize()

    return tuple(_WORD.sub(cased, word) for word in words)


def attempts(words: Words, tokens: Tokens, is_word: IsWord) -> Iterator[Attempt]:
    """The line with a plain verb for each word that may be the verb."""
    for plain, of_form in (("accept", _is_plural), ("accepts", _is_singular)):
        for index in range(1, len(words)):
            word, before = words[index], tokens[index - 1]
            if not (
                word.isalpha()
                and word.islower()
                and of_form(word, before, words[max(index - 2, 0)])
            ):
                continue
            if before.text[0].isupper() and is_word(before.text, "adj"):
                continue  # "Nigerian troops", "Swiss banks"
            certain = not is_word(word, "noun") and not is_word(word, "adj")
            if is_word(word, "verb") and (certain or _governs(index, words, tokens)):
                yield Attempt((*words[:index], plain, *words[index + 1 :]), index, certain)


def _is_plural(word: str, before: Token, joined: str) -> bool:
    """Whether it has the form of a verb of several, and these may stand before it."""
    listed = before.dep == "conj" or (joined in {"and", ","} and before.tag in _NOUNS)
    many = listed or before.tag in _PLURALS or before.lemma in _PLURAL_AS_THEY_ARE
    return many and not word.endswith(("s", "ed", "ing"))


def _is_singular(word: str, before: Token, _: str) -> bool:
    """Whether it has the form of a verb of one, and that may stand before it."""
    one = before.tag in _NOUNS or before.dep in _INSIDE or before.text[0].isupper()
    return one and word.endswith("s") and not word.endswith("ss")


def _governs(index: int, words: Words, tokens: Tokens) -> bool:
    """Whether an object seems to follow."""
    if index + 1 == len(words) or words[index] in _BEFORE_NOUNS:
        return False
    after = tokens[index + 1]
    misread = after.tag in _FINITE or after.dep in _INSIDE
    return after.tag in _OF_OBJECT or misread


def is_better(tokens: Tokens, attempt: Attempt) -> bool:
    """Whether the word is the main verb now, with a subject and, if in doubt, an object."""
    verb = attempt.verb
    below = [(i, token.dep) for i, token in enumerate(tokens) if token.head == verb and i != verb]
    subject = any(dep == "nsubj" and i < verb for i, dep in below)
    governs = attempt.certain or any(dep == "dobj" for _, dep in below)
    return tokens[verb].head == verb and tokens[verb].pos == "VERB" and subject and governs
