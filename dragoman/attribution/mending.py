"""Mends what the parse of a sentence most often gets wrong about reports."""

from __future__ import annotations

from msgspec.structs import replace

from dragoman.attribution.lexicon import Lexicon
from dragoman.records.readings import Token

_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_OF_NAME = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PART", "NUM"})
_STRAYING = frozenset({"ccomp", "advcl", "conj"})
_LAST_WORDS = 7  # from a verb to the end of its sentence: "said late on Monday."
_OF_SUBJECT = frozenset({"det", "amod", "compound", "nmod", "nummod", "poss"})

Tokens = tuple[Token, ...]
Changes = dict[int, dict[str, object]]


def mended(tokens: Tokens, words: Lexicon) -> Tokens:
    """The tokens, with reporting verbs and their clauses where they belong."""
    for index, token in enumerate(tokens):
        changes: Changes = {}
        if token.dep == "ROOT" and token.lemma.lower() in words.verbs:
            changes = _set_apart(tokens, index, words) or _as_verb(tokens, index)
        elif token.dep in _STRAYING and token.lemma.lower() in words.verbs:
            changes = (
                _set_apart(tokens, index, words)
                or _as_aside(tokens, index)
                or _at_the_end(tokens, index)
                or _of_main_clause(tokens, index)
            )
        elif token.dep == "relcl":
            changes = _as_verb(tokens, index) if token.lemma.lower() in words.verbs else {}
            changes = changes or _as_report(tokens, index, words)
        if changes:
            return _changed(tokens, changes)
    return tokens


def _set_apart(tokens: Tokens, index: int, words: Lexicon) -> Changes:
    """What a denial at the end stands apart from: "X did it, a charge Lima rejects"."""
    noun, subject = index - 2, index - 1
    told = _told_before(tokens, index)
    if told is None or noun <= told or tokens[noun].lemma.lower() not in words.nouns:
        return {}
    before = noun - 1 if tokens[noun - 1].pos == "DET" else noun
    if tokens[before - 1].text != "," or tokens[subject].pos not in _NOUNS:
        return {}
    root: Changes = {told: {"dep": "ROOT", "head": told}} if tokens[index].dep == "ROOT" else {}
    return root | {
        index: {"pos": "VERB", "tag": "VBZ", "dep": "relcl", "head": noun},
        subject: {"dep": "nsubj", "head": index},
        noun: {"dep": "appos", "head": told},
        **{i: {"head": noun} for i in range(told + 1, noun) if tokens[i].head in {subject, noun}},
    }


def _told_before(tokens: Tokens, index: int) -> int | None:
    """The verb of the clause that a verb at the end was taken to govern, or to hang on."""
    if tokens[index].dep != "ROOT":
        return tokens[index].head if tokens[index].head < index else None
    clauses = (i for i in range(index) if tokens[i].head == index and tokens[i].dep == "ccomp")
    return next(clauses, None)


def _as_verb(tokens: Tokens, index: int) -> Changes:
    """What makes a verb of a plural noun: "a paper reports that", "which Lima denies"."""
    if tokens[index].tag != "NNS" or index == 0:
        return {}
    subject, following = tokens[index - 1], tokens[index + 1 : index + 2]
    governs = tokens[index].dep == "relcl" or (following and following[0].text == "that")
    if not governs or subject.head != index or subject.pos not in _NOUNS:
        return {}
    changes: Changes = {index: {"pos": "VERB", "tag": "VBZ"}, index - 1: {"dep": "nsubj"}}
    for other, token in enumerate(tokens):
        if token.head == index and other < index - 1 and token.dep in _OF_SUBJECT:
            changes[other] = {"head": index - 1}
        if token.head == index and other > index and token.dep in {"relcl", "acl"}:
            changes[other] = {"dep": "ccomp"}
    return changes


def _as_aside(tokens: Tokens, index: int) -> Changes:
    """What makes an aside of a clause at the end: "…, the agency reported on Thursday"."""
    token, below = tokens[index], [other for other in tokens if other.head == index]
    subject = next(
        (i for i in range(index) if tokens[i].head == index and tokens[i].dep == "nsubj"), 0
    )
    said = {"nsubj", "prep", "npadvmod", "advmod", "punct"}
    bare = all(other.dep in said or other is token for other in below)
    comma = any(other.text == "," for other in tokens[token.head + 1 : subject])
    if token.dep != "ccomp" or not subject or not bare or not token.head < subject or not comma:
        return {}
    return {index: {"dep": "parataxis", "tag": "VBD"}}


def _at_the_end(tokens: Tokens, index: int) -> Changes:
    """What makes an aside of the last words: "Kenya paid, Minister Ann Ek said on Monday"."""
    first = index
    while first > 0 and tokens[first - 1].pos in _OF_NAME:
        first -= 1
    name = range(first, index)
    below = {token.dep for token in tokens[index + 1 :] if token.head == index}
    ends = len(tokens) - index <= _LAST_WORDS and below <= {"prep", "npadvmod", "advmod", "punct"}
    finite = tokens[index].tag in {"VBD", "VBZ"} and tokens[index].dep != "ccomp"
    heads = [i for i in name if tokens[i].head not in name]
    if not finite or not ends or first == 0 or tokens[first - 1].text != "," or len(heads) != 1:
        return {}
    root = next((i for i, token in enumerate(tokens) if token.dep == "ROOT"), index)
    return {
        index: {"dep": "parataxis", "head": root},
        heads[0]: {"dep": "nsubj", "head": index},
    }


def _of_main_clause(tokens: Tokens, index: int) -> Changes:
    """What gives a participle to the main clause: "X denied that Y won, saying he would …"."""
    root = next((i for i, token in enumerate(tokens) if token.dep == "ROOT"), index)
    token = tokens[index]
    joined = token.tag == "VBG" and index > 0 and tokens[index - 1].text == ","
    clause = tokens[token.head].dep in {"acl", "relcl", "ccomp", "pcomp"}
    return {index: {"head": root}} if joined and clause and root < token.head else {}


def _as_report(tokens: Tokens, index: int, words: Lexicon) -> Changes:
    """What makes a report of a clause on where it was made: "said on the radio that"."""
    medium = tokens[tokens[index].head]
    preposition = tokens[medium.head]
    verb = tokens[preposition.head]
    spoken = verb.pos == "VERB" and verb.lemma.lower() in words.verbs
    if medium.lemma.lower() not in words.words["media"] or preposition.dep != "prep" or not spoken:
        return {}
    return {index: {"dep": "ccomp", "head": preposition.head}}


def _changed(tokens: Tokens, changes: Changes) -> Tokens:
    return tuple(
        replace(token, **changes[index]) if index in changes else token
        for index, token in enumerate(tokens)
    )
