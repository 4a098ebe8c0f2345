"""Towns: where a text means one as a place, and where it would pass for a party."""

from __future__ import annotations

from dragoman.reading.resolve.lexicon import word_set
from dragoman.reading.resolve.words import Words

# Those who live in a town or run it; an embassy or an army there is another's.
OF_TOWNS = word_set(
    "authorities administration government officials mayor governor police people population"
    " citizens residents protesters demonstrators rebels militants insurgents separatists militia"
)
_WHERE = word_set(
    "in at near inside outside around across throughout beyond to toward towards into onto on over"
    " against from of via through within off for"
)
# What can be struck, opened or taken in a town without anybody being named by it.
_SITES = word_set(
    "airport airbase airfield base port harbour harbor hospital university school mosque church"
    " temple market prison station plant reactor refinery depot bridge dam suburb district region"
    " province oblast governorate outskirts area city center centre crossing front bazaar"
)
# A venue is not a party to what is held or signed in it.
_HELD = word_set(
    "talk negotiation meeting summit conference dialogue consultation session round forum contact"
    " ceremony signing agreement accord deal treaty pact memorandum document declaration statement"
    " communique speech address interview rally exercise drill visit encounter discussion"
)
# `A letter from` a town, and what `is received from` it, would have the town for a sender.
_SENT = word_set(
    "message letter statement call appeal request support approval consent word demand signal reply"
    " delegation visit condemnation praise criticism response warning threat offer complaint"
)
# What these take for objects joins their subjects: a town discussed or met in is none of them.
_TOGETHER = word_set(
    "discuss debate negotiate talk confer consult meet sign agree establish neighbour neighbor"
    " border"
)
_RECEIVING = word_set("receive get obtain accept hear seek demand buy import learn")
_WHOSE = word_set("of from by between in")  # these say whose deed a subject is
_NAMED = word_set("city town village port district region province oblast governorate area")
_SUBJECTS = frozenset({"nsubj", "csubj", "agent", "ROOT"})
_WITHIN = frozenset({"compound", "nmod", "poss", "amod", "appos", "conj"})


def is_placed(words: Words, first: int, last: int) -> bool:
    """Whether a town stands where something happens or is done to it, never as who does it."""
    number = words.head_of(first, last)
    for _ in range(6):
        token = words.tokens[number]
        if token.dep in ("conj", "appos") and token.head != number:
            number = token.head
        else:
            break
    if token.dep in ("dobj", "nsubjpass"):
        return not (_is_joint(words, token.head) or _is_told_to(words, token.head))
    if token.dep in ("compound", "poss", "nmod"):
        return words.tokens[token.head].lemma in _SITES and not _is_doer(words, token.head)
    return token.dep == "pobj" and _is_where(words, number)


def _is_where(words: Words, number: int) -> bool:
    """Whether the preposition before this word says where."""
    preposition = words.tokens[number].head
    if words.at(preposition) not in _WHERE:
        return False
    while words.tokens[preposition].dep == "prep" and _is_preposition(words, preposition):
        preposition = words.tokens[preposition].head  # `out of`, `from inside`
    word, holder = words.at(preposition), words.tokens[preposition].head
    token = words.tokens[holder]
    if token.pos in ("VERB", "AUX"):
        return word != "from" or token.lemma not in _RECEIVING
    if token.lemma in _NAMED and word == "of":
        return not (_is_joint(words, holder) or _is_doer(words, holder))
    return not (
        _is_joint(words, holder)
        or (word == "of" and token.pos == "PROPN" and not words.is_headline)
        or (word in ("of", "from") and token.lemma in _SENT)
        or (word in ("in", "at", "of") and token.lemma in _HELD)
        or (word in _WHOSE and _is_doer(words, holder))
    )


def _is_preposition(words: Words, number: int) -> bool:
    return words.tokens[words.tokens[number].head].dep == "prep"


def _is_joint(words: Words, number: int) -> bool:
    """Whether the clause of this word tells what several do together."""
    return words.tokens[words.verb_of(number)].lemma in _TOGETHER


def _is_told_to(words: Words, verb: int) -> bool:
    """Whether the verb's object or subject does something else: `urged Lahore to accept`."""
    return any(token.head == verb and token.dep in ("xcomp", "ccomp") for token in words.tokens)


def _is_doer(words: Words, number: int) -> bool:
    """Whether the noun, or one that it says whose it is, does something."""
    for _ in range(8):
        token = words.tokens[number]
        if token.dep in _SUBJECTS:
            return True
        is_whose = token.dep == "pobj" and words.at(token.head) in _WHOSE
        if not (is_whose or token.dep in _WITHIN):
            return False
        number = words.tokens[token.head].head if is_whose else token.head
    return True
